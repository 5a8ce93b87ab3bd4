"""A GraphQL content gateway: a blog's Markdown posts, served over GraphQL.

In reading order:

content   files become Documents, or issues that say what is wrong with them
text      what is known of writing in any language: where a text may be cut
sync      the difference between the files and the store, applied in one transaction
store     the tables, and the only place that knows a database driver
importers exports of WordPress and Ghost become a folder of files
planner   a GraphQL selection becomes one SQL statement whose result is finished JSON
schema    the public types; each field says what it reads
feeds     Atom, JSON Feed and sitemaps of what the public may see
graphiql  GraphiQL in the browser, without anything from elsewhere
http      GraphQL over HTTP, feeds, GraphiQL, health
cli       the `gateway` command
settings  every option, with its default, environment variable and help
errors    what a user can be told went wrong
"""

__version__ = "0.1.0.dev0"
