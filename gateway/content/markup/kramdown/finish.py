"""Rendered HTML made whole, and as kramdown makes it."""

import re
from html import escape
from urllib.parse import unquote

from gateway.content.markup import anchors
from gateway.content.markup.kramdown import contents, elements
from gateway.content.markup.kramdown.marks import Marks

NO_HEADER = re.compile(r"<thead>\n<tr>\n(?:<th[^>]*></th>\n)+</tr>\n</thead>\n")
REFERENCE = re.compile(r'href="#fn-([^"]*)" id="fnref-\1(?:-(\d+))?"')
BACK = re.compile(
    r'href="#fnref-([^"]*)" (class="footnote-backref"[^>]*data-footnote-backref-idx="\d+(-\d+)?")'
)
NOTE = re.compile(r'<li id="fn-([^"]*)">')
ADDRESS = re.compile(r' (href|src)="([^"%]*%[^"]*)"')
ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
TEXT = re.compile(
    r"(<(?:pre|code|script|style)\b.*?</(?:pre|code|script|style)>|<[^>]*>)", re.DOTALL
)
MOST_ABBREVIATIONS = 200


def html(
    rendered: str, source: str, marks: Marks, *, heading_ids: str, levels: frozenset[int]
) -> str:
    """The HTML of a text that `blocks` wrote as CommonMark; `source` is the author's own."""
    made, lists = elements.attach(rendered, marks)
    if "<th></th>" in made or "<th " in made:
        made = NO_HEADER.sub("", made)
    if "%" in made:
        made = _addresses(made, source)
    if 'class="footnote-ref"' in made:
        made = _footnotes(made)
    made, listed = anchors.give(made, heading_ids, levels=levels, shown=marks.restore)
    if lists:
        made = contents.fill(made, listed, lists)
    if marks.abbreviations:
        made = _abbreviations(made, marks.abbreviations)
    return marks.restore(made)


def _addresses(made: str, source: str) -> str:
    """Addresses as they were written: CommonMark encodes what is not ASCII, kramdown does not."""
    written = set(ENCODED.findall(source))

    def decoded(match: re.Match[str]) -> str:
        if match[0] in written:
            return match[0]
        text = unquote(match[0], errors="replace")
        return match[0] if "\ufffd" in text else escape(text)

    return ADDRESS.sub(lambda match: f' {match[1]}="{ENCODED.sub(decoded, match[2])}"', made)


def _footnotes(made: str) -> str:
    def reference(match: re.Match[str]) -> str:
        again = f":{int(match[2]) - 1}" if match[2] else ""
        return f'href="#fn:{match[1]}" id="fnref:{match[1]}{again}"'

    def back(match: re.Match[str]) -> str:
        name, again = match[1], ""
        if match[3]:
            name = name.removesuffix(match[3])
            again = f":{int(match[3][1:]) - 1}"
        return f'href="#fnref:{name}{again}" {match[2]}'

    made = REFERENCE.sub(reference, made)
    return NOTE.sub(r'<li id="fn:\1">', BACK.sub(back, made))


def _abbreviations(made: str, known: dict[str, str]) -> str:
    longest_first = sorted(known, key=len, reverse=True)[:MOST_ABBREVIATIONS]
    words = {escape(word, quote=False): escape(known[word]) for word in longest_first}
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")

    def explained(match: re.Match[str]) -> str:
        title = words[match[0]]
        return f'<abbr title="{title}">{match[0]}</abbr>' if title else f"<abbr>{match[0]}</abbr>"

    parts = TEXT.split(made)
    parts[::2] = [pattern.sub(explained, part) for part in parts[::2]]
    return "".join(parts)
