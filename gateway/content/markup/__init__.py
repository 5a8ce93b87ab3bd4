"""Markdown to safe HTML.

In reading order:

- `flavour`: how a site's generator reads Markdown
- `anchors`: the ids of headings
- `kramdown`: Jekyll's Markdown, written as CommonMark
- `zenn`: Zenn's boxes and embedded addresses
- `markdown`: Markdown to HTML; the only module that knows comrak
- `nesting`: HTML that would take a parser too long, made simple
- `frames`: frames of other sites that a post may hold
- `sanitise`: HTML to safe HTML; the only module that knows nh3
- `verbatim`: where Markdown is code
- `codeblock`: code as HTML that passes through Markdown unchanged
"""
