"""Content: a folder of Markdown posts becomes `Document`s and `ContentIssue`s.

In reading order:

- `document`: the frozen values that every later layer reads
- `issues`: collects what is wrong with one file
- `nodes`: YAML before it is typed: every scalar keeps the text the author wrote
- `scalars`: what type a plain YAML scalar has
- `yamlreader`: YAML text to nodes; the only module that knows PyYAML
- `rescue`: what can still be read of YAML that does not parse
- `source`: bytes to text
- `frontmatter`: the split of a file into front matter and body
- `dates`: the many ways a date is written
- `slug`: text for a URL
- `names`: what a file's name says
- `terms`: categories and tags
- `authors`: names, handles and mappings to `Author`s
- `permalink`: the URL path
- `defaults`: front matter that `_config.yml` gives to many posts
- `markdown`: Markdown to HTML; the only module that knows comrak
- `nesting`: HTML that would take a parser too long, made simple
- `frames`: frames of other sites that a post may hold
- `sanitise`: HTML to safe HTML; the only module that knows nh3
- `plaintext`: HTML to text
- `beginning`: the part of a body that is its excerpt
- `readingtime`: words, characters and minutes
- `outline`: headings
- `cover`: the image that the front matter names
- `imagefile`: width and height of image files; the only module that knows imagesize
- `images`: the cover and the images of the body, with their addresses and sizes
- `script`: the language that a text is likely in
- `language`: as the post, its place or the site says, else by script
- `links`: the pages of the same site that a post links to
- `mdastnodes`: which element is which node of a tree for clients without HTML
- `mdast`: HTML to such a tree
- `redirects`: the addresses that a post had before
- `datafile`: files of `_data` to nodes
- `site`: a folder, its configuration and its authors
- `scan`: the files of a site that are posts
- `entry`: what is known of a post before its body is rendered
- `page`: a post as the templates in its body see it
- `liquid`: Liquid in the bodies of Jekyll's posts; the only package that knows python-liquid
- `embeds`: what stands for something that is shown from elsewhere
- `codeblock`: code as HTML that passes through Markdown unchanged
- `body`: a body rendered and made safe, and what is derived from it
- `post`: the text of one file to one `Document`
- `loader`: a file to its `Document` and its issues
"""
