"""HTML to text. The HTML is what `sanitise` gives: `<` and `>` stand for nothing but tags."""

import re
from html import unescape

ANY_TAG = re.compile("<[^>]*>")
# What Markdown's footnotes add to the writing: the number in the text, the arrow back to it.
FOOTNOTE_MARKS = re.compile(
    r'<sup (?:[^>]* )?(?:class="footnote-ref"|id="fnref:)[^>]*>.*?</sup>'
    r'|<a [^>]*class="(?:footnote-backref|reversefootnote)"[^>]*>.*?</a>',
    re.DOTALL,
)
# The usual ones first, which are found sooner.
BLOCK = re.compile(
    r"</?(?:p|li|h[1-6r]|[uo]l|t[dhr]|br|pre|address|article|aside|blockquote|caption|center|d[dlt]"
    r"|details|div|figcaption|figure|footer|header|main|nav|section|summary|table|tbody|tfoot"
    r"|thead)\b[^>]*>"
)
CODE_BLOCK = re.compile(r"<pre\b.*?</pre>", re.DOTALL)


def text(html: str) -> str:
    """The text of the HTML, code included; each block begins on a line of its own."""
    if "fnref" in html:
        html = FOOTNOTE_MARKS.sub("", html)
    lines = unescape(ANY_TAG.sub("", BLOCK.sub("\n", html))).split("\n")
    return "\n".join([line.rstrip(" \t") for line in lines if line and not line.isspace()]).strip()


def without_code_blocks(html: str) -> str:
    return CODE_BLOCK.sub("", html) if "<pre" in html else html
