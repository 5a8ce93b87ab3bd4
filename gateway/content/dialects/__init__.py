"""The generators whose folders are read: each is a row of a table.

In reading order:

- `dialect`: what a row says; its defaults are the conventions of no generator
- `plain`, `jekyll`, `hugo`, `zola`, `hexo`, `eleventy`, `astro`, `zenn`: a row each
- `table`: the rows, and which of them a folder is
"""
