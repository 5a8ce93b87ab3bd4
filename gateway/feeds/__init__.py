"""Feeds and sitemaps: what the public may read, for readers and search engines.

In reading order:

feed       what a feed says, whatever its format
question   the GraphQL query that asks for it, and how its answer is read
addresses  relative addresses in HTML, made absolute
atom       a feed as Atom; the only module here that knows lxml
jsonfeed   a feed as JSON Feed
sitemap    the addresses of pages, as sitemaps.org has them
pages      the statements that list a site's pages, and the sitemaps that come of it
"""
