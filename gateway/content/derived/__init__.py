"""What is derived once of a post: excerpt, lengths, headings, images, language, links, tree.

In reading order:

- `beginning`: the part of a body that is its excerpt
- `readingtime`: words, characters and minutes
- `outline`: headings
- `cover`: the image that the front matter names
- `imagefile`: width and height of image files; the only module that knows imagesize
- `images`: the cover and the images of the body, with their addresses and sizes
- `script`: the language that a text is likely in
- `language`: as the post, its place or the site says, else by script
- `translation`: what a post has in common with its translations
- `links`: the pages of the same site that a post links to
- `mdastnodes`: which element is which node of a tree for clients without HTML
- `mdast`: HTML to such a tree
- `redirects`: the addresses that a post had before, and where it leads to
- `seo`: what search engines and social networks are told of a post
"""
