"""Content: a folder of Markdown posts becomes `Document`s and `ContentIssue`s.

In reading order:

- `document`: the frozen values that every later layer reads
- `issues`: collects what is wrong with one file
- `source`: bytes to text
- `matter`: front matter and data become nodes, in which every scalar keeps its text
- `dates`: the many ways a date is written
- `slug`: text for a URL
- `names`: what a file's name says
- `permalink`: the URL path
- `languagetag`: BCP 47 tags, as they are written in front matter and configurations
- `dialects`: the generators, a row of a table each
- `terms`: categories and tags
- `authors`: names, handles and mappings to `Author`s
- `defaults`: front matter that `_config.yml` gives to many posts
- `configuration`: what a site's configuration says, whatever its generator calls it
- `address`: the URLs of pages and images
- `menus`: the menus of a site, in one shape
- `taxonomy`: what a site says of its tags and categories
- `site`: a folder, its configuration, its authors, tags and categories
- `scan`: the files of a site that are posts
- `entry`: what is known of a post before its body is rendered
- `publishing`: when a post was published, and when it is to be seen
- `markup`: Markdown to safe HTML, as the site's generator reads it
- `templating`: Liquid, shortcodes and MDX in bodies
- `derived`: excerpt, lengths, headings, images, language, links and the tree of a body
- `body`: a body rendered and made safe, and what is derived from it
- `post`: the text of one file to one `Document`
- `loader`: a file to its `Document` and its issues
"""
