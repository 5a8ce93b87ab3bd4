"""The blocks of a text by kramdown's rules, written as CommonMark."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from gateway.content.markup.kramdown import attributes, html, lists, spans, tables
from gateway.content.markup.kramdown.attributes import Attributes
from gateway.content.markup.kramdown.fences import Fences
from gateway.content.markup.kramdown.marks import BARE, SHIELD, Marks, Place
from gateway.content.markup.kramdown.spans import Options

# Deeper than this, a text is shown as it stands; nobody nests so, and each level is read again.
DEEPEST = 32

ATTRIBUTES = re.compile(r" {0,3}\{:(?!:|/)(" + attributes.INNER + r")\}[ \t]*\n\s*?")
DEFINED = re.compile(r" {0,3}\{:(\w[\w-]*):(" + attributes.INNER + r")\}[ \t]*\n")
EXTENSION = re.compile(r" {0,3}\{::(\w+)(?:\s([^{}]*?))?(/)?\}[ \t]*\n")
ABBREVIATION = re.compile(r" {0,3}\*\[([^\n]+?)\]:([^\n]*)\n")
LINK = re.compile(
    r""" {0,3}\[([^\n\]]+)\]:[ \t]*(?:<([^\n>]*)>|([^\n]*?\S[^\n]*?))"""
    r"""(?:(?:[ \t]*\n|[ \t]+)[ \t]*(["'])([^\n]+?)\4)?[ \t]*\n"""
)
LABEL = re.compile(r"\n {0,3}\[([^\n\]]+)\]:")
NOTE = re.compile(r" {0,3}\[\^(\w[\w-]*)\]:[ \t]*([^\n]*\n)")
FENCE = re.compile(r" {0,3}(~{3,}|`{3,})[ \t]*([^\s`?]\S*?)?(?:\?\S*)?[ \t]*\n")
CODE = re.compile(
    r"(?:(?:[ \t\f\v]*\n)*(?:(?:\t| {4})[ \t]*+\S.*\n)+"
    rf"(?:(?! {{0,3}}(?:{lists.LAZY_STOP})|\^[ \t]*\n)[ \t]*+\S.*\n)*)+"
)
LAZY_LINE = re.compile(r"\n( {0,3}\S)")
INDENT = re.compile(r"^(?:\t| {4})", re.MULTILINE)
QUOTE = re.compile(r"^ {0,3}> ?", re.MULTILINE)
HEADING = re.compile(r"(#{1,6})[\t ]+(.*)\n")
UNDERLINED = re.compile(r" {0,3}([^ \t].*)\n([-=])[-=]*[ \t]*\n")
HEADING_ID = re.compile(r"[\t ]\{#([^\W\d][\w:.-]*)\}$")
CLOSING_HASHES = re.compile(r"[\t ]#+$")
TRAILING_BLANKS = re.compile(r"[ \t]*\n")
BOUNDARY = re.compile(rf"[ \t]*(?:\n|\Z)|\^[ \t]*\n|{ATTRIBUTES.pattern}")
LAZY_END = rf"[ \t]*\n| {{0,3}}(?:{lists.LAZY_STOP})|\^[ \t]*\n"
# Sought from the line's end before, which is quicker than `^`.
QUOTE_END = re.compile(rf"\n(?:{LAZY_END})")
PARAGRAPH_END = re.compile(
    rf"\n(?:{LAZY_END}| {{0,3}}(?:(?:[+*-]|\d+\.|:)[\t |]|>|~~~|```)|#{{1,6}}[\t ])"
)
BLOCK = re.compile(
    r"""
    (?P<blank>(?:[ \t\f\v]*\n)+)
  | (?P<code>\t|\ {4})
  | (?P<fence>\ {0,3}(?:~{3}|`{3}))
  | (?P<quote>\ {0,3}>)
  | (?P<heading>\#{1,6}[\t ])
  | (?P<rule>"""
    + lists.RULE.pattern.replace(" ", r"\ ")
    + r""")
  | (?P<list>\ {0,3}(?:[+*-]|\d+\.)[\t |])
  | (?P<definition>\ {0,3}:[\t |])
  | (?P<html>\ {0,3}<[A-Za-z_!/])
  | (?P<math>\ {0,3}\$\$)
  | (?P<note>\ {0,3}\[\^)
  | (?P<link>\ {0,3}\[)
  | (?P<abbreviation>\ {0,3}\*\[)
  | (?P<extension>\ {0,3}\{:)
  | (?P<boundary>\^[ \t]*\n)
    """,
    re.VERBOSE,
)


def write(
    source: str,
    marks: Marks,
    too_deep: Callable[[int], None],
    *,
    guillemets: bool,
    html_blocks: bool,
) -> str:
    """CommonMark of kramdown. `too_deep` is told the first line that is too deep, from 0."""

    def found(text: str) -> None:
        first = text.lstrip().partition("\n")[0]
        too_deep(source.count("\n", 0, max(source.find(first), 0)))

    labels = frozenset(label.lower() for label in LABEL.findall(source)) if "]:" in source else ()
    options = Options(marks, frozenset(labels), guillemets)
    reader = Reader(options, html_blocks, found)
    return reader.read(source if source.endswith("\n") else f"{source}\n")


@dataclass(slots=True)
class Piece:
    """A block: what it is, and its Markdown, of a paragraph the source.

    `more` is what joined it later, kept apart so that many joining cost no more than one.
    """

    kind: str
    text: str
    more: list[str] = field(default_factory=list)

    def whole(self) -> str:
        return "".join((self.text, *self.more))


@dataclass(slots=True)
class Reader:
    """What holds for a whole text, however deep a block lies."""

    options: Options
    html_blocks: bool
    too_deep: Callable[[str], None]
    defined: dict[str, Attributes] = field(default_factory=dict)

    @property
    def marks(self) -> Marks:
        return self.options.marks

    def read(self, text: str, depth: int = 0) -> str:
        """CommonMark of a text whose last line is complete."""
        if depth > DEEPEST:
            self.too_deep(text)
            return f"{self.marks.put(f'<p>{escape(text)}</p>')}\n"
        line = text.rstrip()
        if line and "\n" not in line and "|" not in line and not BLOCK.match(line):
            return self.inline(line) + text[len(line) :]
        return _Level(self, text, depth).markdown()

    def attach(self, text: str, place: Place) -> str:
        found = attributes.read(text).resolved(self.defined)
        return f"{self.marks.attach(found, place)}\n"

    def inline(self, text: str) -> str:
        return spans.paragraph(text, self.options)


@dataclass(slots=True)
class _Level:
    """The blocks of one text, those of an item or a quotation being read on their own."""

    reader: Reader
    source: str
    depth: int
    pieces: list[Piece] = field(default_factory=list)
    pending: str | None = None
    opened: list[str] = field(default_factory=list)
    fences: Fences | None = None

    def markdown(self) -> str:
        position, source = 0, self.source
        while position < len(source):
            pending = self.pending
            following = None
            # A letter begins a paragraph, a heading or a table.
            match = None if source[position].isalpha() else BLOCK.match(source, position)
            if match is not None and match.lastgroup == "blank":
                self.pieces.append(Piece("blank", "\n" * min(match[0].count("\n"), 2)))
                self.pending = None
                position = match.end()
                continue
            if match is not None:
                following = READERS[str(match.lastgroup)](self, position)
            if following is None:
                following = self._text(position)
            position = following
            if pending is not None:
                self.pending = None
        while self.opened:
            self._add("html", f"{self.reader.marks.put(f'</{self.opened.pop()}>')}\n")
        return "".join(self._written(piece) for piece in self.pieces)

    def _text(self, position: int) -> int:
        line_end = self.source.index("\n", position)
        following = None
        if self.source.startswith(("-", "="), line_end + 1):
            following = self._underlined(position)
        if following is None and self.source.find("|", position, line_end) >= 0:
            following = self._table(position)
        return self._paragraph(position) if following is None else following

    def _written(self, piece: Piece) -> str:
        if piece.kind == "paragraph":
            return f"{self.reader.inline(piece.whole())}\n"
        if piece.kind == "terms":
            put = self.reader.marks.put
            return f"{put('<dl>')}\n{piece.whole()}\n{put('</dl>')}\n"
        return piece.text

    def _add(self, kind: str, text: str) -> None:
        if self.pending is not None:
            self.pieces.append(Piece("mark", self.reader.attach(self.pending, "next")))
            self.pending = None
        self.pieces.append(Piece(kind, text))

    def _is_after_boundary(self) -> bool:
        return (
            not self.pieces
            or self.pieces[-1].kind in ("blank", "boundary")
            or self.pending is not None
        )

    def boundary(self, position: int) -> int:
        self._add("boundary", f"{self.reader.marks.put('')}\n")
        return self.source.index("\n", position) + 1

    def code(self, position: int) -> int | None:
        match = CODE.match(self.source, position)
        if match is None:
            return None
        self._add("code", _fenced(INDENT.sub("", LAZY_LINE.sub(r" \1", match[0])), ""))
        return match.end()

    def fence(self, position: int) -> int | None:
        match = FENCE.match(self.source, position)
        if match is None:
            return None
        if self.fences is None:
            self.fences = Fences.of(self.source)
        closing = self.fences.closing(match.end(), match[1])
        if closing is None:
            return None
        start, end = closing
        self._add("code", _fenced(self.source[match.end() : start], match[2] or ""))
        return end

    def quote(self, position: int) -> int:
        source = self.source
        stop = QUOTE_END.search(source, position)
        end = len(source) if stop is None else stop.start() + 1
        inner = self.reader.read(QUOTE.sub("", source[position:end]), self.depth + 1)
        self._add("quote", "".join(f"> {line}" for line in inner.splitlines(keepends=True)))
        return end

    def heading(self, position: int) -> int | None:
        match = HEADING.match(self.source, position)
        if match is None:
            return None
        return self._headed(len(match[1]), match[2], match.end(), closing=True)

    def _underlined(self, position: int) -> int | None:
        match = UNDERLINED.match(self.source, position)
        if match is None or not self._is_after_boundary():
            return None
        return self._headed(1 if match[2] == "=" else 2, match[1], match.end(), closing=False)

    def _headed(self, level: int, text: str, end: int, *, closing: bool) -> int | None:
        text = text.rstrip()
        id_ = HEADING_ID.search(text)
        if id_ is not None:
            text = text[: id_.start()].rstrip()
        if closing:
            text = CLOSING_HASHES.sub("", text).rstrip()
        if not text:
            return None
        # The mark keeps hashes at the end of a heading from being taken for its closing ones.
        last = SHIELD if text.endswith("#") else ""
        self._add("heading", f"{'#' * level} {spans.rewrite(text, self.reader.options)}{last}\n")
        if id_ is not None:
            self.pieces.append(Piece("heading", self.reader.attach(f"#{id_[1]}", "ial")))
        return end

    def rule(self, position: int) -> int:
        self._add("rule", "***\n")
        return self.source.index("\n", position) + 1

    def list(self, position: int) -> int:
        kind = "ul" if lists.BULLET.match(self.source, position) else "ol"
        found = lists.read(self.source, position, kind)
        marker = self._marker(kind)
        written = []
        for item in found.items:
            body = "".join(
                self.reader.read("".join(part), self.depth + 1) for part in item.parts if part
            )
            if item.attributes:
                mark = self.reader.attach(item.attributes, "item").rstrip()
                body = f"{SHIELD}{mark}{body}"
            indentation = " " * len(marker)
            lines = [
                f"{indentation}{line}" if line.strip() else "\n"
                for line in body.splitlines(keepends=True)
            ]
            written.append(marker + "".join(lines)[len(indentation) :] if body else f"{marker}\n")
        self._add(kind, "".join(written))
        if found.ends_blank:
            self.pieces.append(Piece("blank", "\n"))
        return found.end

    def _marker(self, kind: str) -> str:
        """Another one than the list before has, else they would be one."""
        last = next((piece for piece in reversed(self.pieces[-3:]) if piece.kind == kind), None)
        first, other = {"ul": ("* ", "- "), "ol": ("1. ", "1) ")}[kind]
        return other if last is not None and last.text.startswith(first) else first

    def definition(self, position: int) -> int | None:
        """A list of terms: what stands before the colon is terms, one a line."""
        pieces = self.pieces
        after_blank = len(pieces) > 1 and pieces[-1] == Piece("blank", "\n")
        index = -2 if after_blank else -1
        if not pieces or pieces[index].kind != "paragraph":
            return None
        terms = pieces[index].whole()
        del pieces[index:]
        found = lists.read(self.source, position, "dl")
        put = self.reader.marks.put
        lines = [
            f"{BARE}{put('<dt>')}{self.reader.inline(term)}{put('</dt>')}{BARE}\n\n"
            for term in terms.split("\n")
        ]
        for item in found.items:
            body = self.reader.read("".join(item.parts[0]), self.depth + 1).strip("\n")
            if item.after_blank or after_blank or "\n" in body or BLOCK.match(body):
                lines.append(f"{put('<dd>')}\n\n{body}\n\n{put('</dd>')}\n\n")
            else:
                lines.append(f"{BARE}{put('<dd>')}{body}{put('</dd>')}{BARE}\n\n")
        if [piece.kind for piece in pieces[-2:]] == ["terms", "blank"]:
            del pieces[-1]
        if pieces and pieces[-1].kind == "terms":
            pieces[-1].more += lines
        else:
            self._add("terms", "".join(lines))
        if found.ends_blank:
            pieces.append(Piece("blank", "\n"))
        return found.end

    def html(self, position: int) -> int | None:
        source = self.source
        start = source.index("<", position)
        if source.startswith("<!--", start):
            closing = source.find("-->", start)
            return None if closing < 0 else self._element("", closing + 3)
        if tag := html.START.match(source, start):
            return None if tag[1].lower() in html.SPANS else self._start_tag(tag)
        end = html.END.match(source, start)
        if end is None or not self.opened or self.opened[-1] != end[1].lower():
            return None
        return self._element(f"</{self.opened.pop()}>", end.end())

    def _start_tag(self, match: re.Match[str]) -> int:
        source = self.source
        tag = html.start(match)
        inside = MODELS.get(tag.markdown or str(int(self.reader.html_blocks)), _raw)(tag.name)
        if tag.closed:
            return self._element(tag.text, match.end())
        if inside == "block":
            self.opened.append(tag.name)
            return self._element(tag.text, match.end())
        stop, end = html.end(source, tag.name, match.end())
        if inside == "raw":
            return self._element(tag.text + source[match.end() : end], end)
        put = self.reader.marks.put
        inner = self.reader.inline(source[match.end() : stop].strip())
        self._add("html", f"{BARE}{put(tag.text)}{inner}{put(f'</{tag.name}>')}{BARE}\n\n")
        return self._behind(end)

    def _element(self, written: str, position: int) -> int:
        self._add("html", f"\n{self.reader.marks.put(written)}\n\n")
        return self._behind(position)

    def _behind(self, position: int) -> int:
        blanks = TRAILING_BLANKS.match(self.source, position)
        return position if blanks is None else blanks.end()

    def math(self, position: int) -> int | None:
        source = self.source
        start = source.index("$$", position) + 2
        closing = source.find("$$", start)
        if closing < 0 or not self._is_after_boundary():
            return None
        end = self._behind(closing + 2)
        if end == closing + 2 or not BOUNDARY.match(source, end):
            return None
        formula = escape(source[start:closing].strip(), quote=False)
        mark = self.reader.marks.put(rf'<div class="math">\[{formula}\]</div>')
        self._add("math", f"{mark}\n")
        return end

    def note(self, position: int) -> int | None:
        match = NOTE.match(self.source, position)
        if match is None:
            return None
        code = CODE.match(self.source, match.end())
        end = match.end() if code is None else code.end()
        inner = self.reader.read(
            match[2] + INDENT.sub("", self.source[match.end() : end]), self.depth + 1
        ).strip("\n")
        indented = inner.replace("\n", "\n    ")
        self._add("mark", f"\n[^{match[1]}]: {indented}\n\n")
        return end

    def link(self, position: int) -> int | None:
        match = LINK.match(self.source, position)
        if match is None or (match[3] and re.search(r"[ \t][\"']", match[3])):
            return None
        url = match[3] if match[2] is None else match[2]
        if re.search(r"[\s\\<>()]", url):
            escaped = url.replace("\\", "\\\\").replace("<", "%3C").replace(">", "%3E")
            url = f"<{escaped}>"  # blanks and lonely parentheses may stand in it
        title = " " + '"' + match[5].replace('"', "&quot;") + '"' if match[5] else ""
        self._add("mark", f"\n[{match[1]}]: {url}{title}\n\n")
        return match.end()

    def abbreviation(self, position: int) -> int | None:
        match = ABBREVIATION.match(self.source, position)
        if match is None:
            return None
        self.reader.marks.abbreviations[match[1]] = match[2].strip()
        self._add("mark", "\n")
        return match.end()

    def extension(self, position: int) -> int | None:
        source = self.source
        if match := DEFINED.match(source, position):
            self.reader.defined[match[1]] = attributes.read(match[2])
            self._add("mark", "\n")
            return match.end()
        if match := EXTENSION.match(source, position):
            return self._named(match)
        if match := ATTRIBUTES.match(source, position):
            last = self.pieces[-1].kind if self.pieces else "blank"
            if last in ("blank", "boundary"):
                self.pending = f"{self.pending or ''} {match[1]}"
            else:
                self.pieces.append(Piece("attributes", self.reader.attach(match[1], "ial")))
            return match.end()
        return None

    def _named(self, match: re.Match[str]) -> int | None:
        if match[1] not in ("comment", "nomarkdown", "options"):
            return None
        if match[3]:
            self._add("mark", "\n")
            return match.end()
        closing = re.compile(rf"^ {{0,3}}{{:/(?:{match[1]})?}}[ \t]*\n", re.MULTILINE).search(
            self.source, match.end()
        )
        if closing is None:
            return None
        inner = self.source[match.end() : closing.start()]
        mark = self.reader.marks.put(inner if match[1] == "nomarkdown" else "")
        self._add("mark", f"\n{mark}\n\n")
        return closing.end()

    def _table(self, position: int) -> int | None:
        source = self.source
        if not self._is_after_boundary():
            return None
        found = tables.read(source, position)
        if found is None or not BOUNDARY.match(source, found.end):
            return None
        rows = [spans.rewrite(row, self.reader.options) for row in found.markdown.split("\n")]
        self._add("table", "\n".join(rows))
        return found.end

    def _paragraph(self, position: int) -> int:
        source = self.source
        stop = PARAGRAPH_END.search(source, position)
        end = len(source) if stop is None else stop.start() + 1
        text = source[position:end].rstrip()
        if self.pieces and self.pieces[-1].kind == "paragraph":
            self.pieces[-1].more.append(f"\n{text}")
        else:
            self._add("paragraph", text.lstrip())
        return end


def _fenced(code: str, language: str) -> str:
    """Fenced with more backticks than stand in the code."""
    longest = max((len(run) for run in re.findall(r"`{3,}", code)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{code}{fence}\n"


def _raw(name: str) -> str:  # noqa: ARG001 - a model like the others
    return "raw"


MODELS: dict[str, Callable[[str], str]] = {
    "1": lambda name: (
        "span" if name in html.SPAN_INSIDE else "block" if name in html.BLOCKS_INSIDE else "raw"
    ),
    "span": lambda _: "span",
    "block": lambda _: "block",
}
READERS: dict[str, Callable[[_Level, int], int | None]] = {
    "code": _Level.code,
    "fence": _Level.fence,
    "quote": _Level.quote,
    "heading": _Level.heading,
    "rule": _Level.rule,
    "list": _Level.list,
    "definition": _Level.definition,
    "html": _Level.html,
    "math": _Level.math,
    "note": _Level.note,
    "link": _Level.link,
    "abbreviation": _Level.abbreviation,
    "extension": _Level.extension,
    "boundary": _Level.boundary,
}
