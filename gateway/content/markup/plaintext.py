"""HTML to text. The HTML is what `sanitise` gives: well-formed, attributes in double quotes."""

import re
from html import unescape

TAG = r"<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>"
ANY_TAG = re.compile(TAG)
# What Markdown's footnotes add to the writing: the number in the text, the arrow back to it.
FOOTNOTE_MARKS = re.compile(
    r'<sup (?:[^>]* )?(?:class="footnote-ref"|id="fnref:)[^>]*>.*?</sup>'
    r'|<a [^>]*class="(?:footnote-backref|reversefootnote)"[^>]*>.*?</a>',
    re.DOTALL,
)
BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|br|caption|center|dd|details|div|dl|dt|figcaption"
    r"|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th"
    r"|thead|tr|ul)\b[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>"
)
CODE_BLOCK = re.compile(r"<pre\b.*?</pre>", re.DOTALL)


def text(html: str) -> str:
    """The text of the HTML, code included; each block begins on a line of its own."""
    if "fnref" in html:
        html = FOOTNOTE_MARKS.sub("", html)
    lines = unescape(ANY_TAG.sub("", BLOCK.sub("\n", html))).split("\n")
    return "\n".join(line.rstrip(" \t") for line in lines if line and not line.isspace()).strip()


def without_code_blocks(html: str) -> str:
    return CODE_BLOCK.sub("", html) if "<pre" in html else html
