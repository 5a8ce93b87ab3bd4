"""Importers: an export of WordPress or Ghost becomes a folder as Jekyll has them.

In reading order:

- `export`: the frozen values that every export becomes
- `report`: what was made, what was left out, and why
- `kind`: which program a file is from
- `xmltext`: the text of an XML file, as a parser can take it
- `wxr`: WordPress's export format to values; the only module that knows lxml
- `clock`: dates, and the time zone of a site
- `htmltext`: a line of HTML to plain text
- `media`: pictures and galleries
- `wpindex`: what a WordPress export says beside its posts
- `verbatim`: parts of HTML that stay as they are
- `blocks`: the block editor's comments
- `shortcodes`: `[gallery]`, `[caption]` and the like
- `autop`: the classic editor's paragraphs
- `wordpress`: an export of WordPress to articles
- `cards`: what Ghost's editors have beside prose
- `lexical`, `mobiledoc`: documents of Ghost's editors to HTML
- `ghost`: an export of Ghost to articles
- `filename`: names of files that every operating system takes
- `yamltext`: values as YAML
- `folder`: an export written as a folder
- `run`: all of it together
"""
