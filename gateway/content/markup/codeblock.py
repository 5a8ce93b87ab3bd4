"""A block of code as HTML that passes through Markdown unchanged."""

from html import escape
from string import punctuation

# On one line and without a character that means something to Markdown, code stays what it is in
# lists, in quotes and between paragraphs.
INERT = {ord(character): f"&#{ord(character)};" for character in f"{punctuation}\n\t"}


def html(code: str, language: str | None = None, *, figure: bool = False) -> str:
    """`<pre><code>` with the language as class; in a `<figure class="highlight">` as Jekyll has it.

    Followed by a blank line, so that Markdown goes on after it.
    """
    named = f' class="language-{escape(language)}"' if language else ""
    block = f"<pre><code{named}>{code.translate(INERT)}</code></pre>"
    if figure:
        block = f'<figure class="highlight">{block}</figure>'
    return f"{block}\n\n"
