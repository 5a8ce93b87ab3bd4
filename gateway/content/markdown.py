"""Markdown to HTML; the only module that knows comrak.

GFM as kramdown's GFM reader has it: bare addresses are no links, `$` is no mathematics, HTML
passes. Emphasis works beside Japanese punctuation, where CommonMark's rule leaves `**「…」**`.
"""

import re

import comrak

EXTENSIONS = comrak.ExtensionOptions()
EXTENSIONS.strikethrough = True
EXTENSIONS.table = True
EXTENSIONS.tasklist = True
EXTENSIONS.footnotes = True
EXTENSIONS.cjk_friendly_emphasis = True
EXTENSIONS.header_id_prefix = ""
RENDERING = comrak.RenderOptions()
RENDERING.unsafe_ = True  # HTML in Markdown passes here; `sanitise` makes it safe
ANCHOR = re.compile(
    r'<a href="#[^"]*" aria-label="[^"]*" data-heading-content="[^"]*" class="anchor"></a>'
)
EMPTY_ID = re.compile(r'(<h[1-6]) id="-*"')


def render(markdown: str) -> str:
    """HTML, not yet safe, of Markdown whose lines end in LF.

    Headings get ids as kramdown's GFM reader gives them: lower case, letters, digits, `_` and
    hyphens, a hyphen for each blank, `-1`, `-2` after a repeated one, none where nothing is left.
    """
    html = comrak.render_markdown(markdown, EXTENSIONS, None, RENDERING)
    if 'class="anchor"' not in html:
        return html
    return EMPTY_ID.sub(r"\1", ANCHOR.sub("", html))
