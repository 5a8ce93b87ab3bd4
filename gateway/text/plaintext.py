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

# Chinese and Japanese characters and signs, of full width or of half.
_WIDE = (
    "\u2e80-\u312f\u3190-\u31ff\u3220-\u325f\u3280-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f"
    "\uffe0-\uffe6\U00020000-\U0003ffff"
)
# A break in the line that Markdown's author made, and that a browser does not show:
# https://www.w3.org/TR/css-text-3/#line-break-transform
_SOFT_BREAK = re.compile(rf"\n(?<=[{_WIDE}]\n)[ \t]*(?=[{_WIDE}])")


def text(html: str) -> str:
    """The text of the HTML, code included; each block begins on a line of its own.

    Lines of Chinese or Japanese that a browser shows as one are one.
    """
    if "fnref" in html:
        html = FOOTNOTE_MARKS.sub("", html)
    if not html.isascii():
        html = _with_lines_joined(html)
    lines = unescape(ANY_TAG.sub("", BLOCK.sub("\n", html))).split("\n")
    return "\n".join([line.rstrip(" \t") for line in lines if line and not line.isspace()]).strip()


def _with_lines_joined(html: str) -> str:
    if "<pre" not in html:
        return _SOFT_BREAK.sub("", html)
    joined: list[str] = []
    end = 0
    for code in CODE_BLOCK.finditer(html):
        joined += _SOFT_BREAK.sub("", html[end : code.start()]), code[0]
        end = code.end()
    return "".join([*joined, _SOFT_BREAK.sub("", html[end:])])


def without_code_blocks(html: str) -> str:
    return CODE_BLOCK.sub("", html) if "<pre" in html else html
