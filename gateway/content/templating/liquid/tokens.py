"""A body cut into the tokens that python-liquid parses, in linear time.

python-liquid has a lexer too, but one whose expressions are quadratic, and it loses the text of
what it cannot read. Here what is no Liquid that we know stays text, with a problem that says so:
unknown tags, blocks that are never closed, ends without a beginning.
"""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import NamedTuple

from liquid.token import TOKEN_CONTENT, TOKEN_EXPRESSION, TOKEN_OUTPUT, TOKEN_TAG, Token

from gateway.content.templating.liquid.bounds import OutOfBoundsError

MAX_TAGS = 10_000
MAX_DEPTH = 40
LONGEST_EXPRESSION = 4_000
MOST_BRACKETS = 20
"""python-liquid looks for the end of each bracket up to the end of the expression."""

OPENING = re.compile(r"\{[{%]")
NAME = re.compile(r"-?\s*(#|\w+)\s*")
END_OF_RAW = re.compile(r"\{%-?\s*endraw\s*-?%\}")
EDGE_OF_COMMENT = re.compile(r"\{%-?\s*(end)?comment\b[^{}%]*%\}")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")

# The tags that stand inside blocks, and in which.
INNER = {
    "else": frozenset({"if", "unless", "case", "for"}),
    "elsif": frozenset({"if", "unless"}),
    "when": frozenset({"case"}),
}
CONDITIONS = frozenset({"if", "unless", "elsif", "case", "when"})
EXPRESSIONS = CONDITIONS | {"assign", "cycle", "for", "tablerow"}

# What python-liquid takes for a keyword also after a dot, where it is a name.
KEYWORD_AS_NAME = re.compile(
    r"(?P<quoted>\"[^\"]*\"|'[^']*')|\.(?P<name>true|false|nil|null|empty|blank|and|or|contains|not"
    r"|in|offset|limit|reversed|cols|continue|with|for|as|if|else|required)(?![\w-])"
)


class Problem(NamedTuple):
    """`at` is where in the source the construct begins."""

    code: str
    message: str
    at: int


class Cut(NamedTuple):
    tokens: list[Token]
    problems: list[Problem]


@dataclass(slots=True)
class _Piece:
    """One construct, from `start` to `end`; `kind` None is text."""

    start: int
    end: int
    kind: str | None = None
    name: str = ""
    markup: str = ""
    strips_before: bool = False
    strips_after: bool = False


@dataclass(slots=True)
class _Block:
    piece: _Piece
    inner: list[_Piece] = field(default_factory=list)


def cut(
    source: str, singles: Collection[str], blocks: Collection[str], plain: Collection[int] = ()
) -> Cut:
    """The tokens of the source. What begins at one of the offsets in `plain` is text.

    `singles` and `blocks` are the names of the tags that are known.
    """
    return _Cutter(source, singles, blocks, plain).cut()


class _Cutter:
    def __init__(
        self, source: str, singles: Collection[str], blocks: Collection[str], plain: Collection[int]
    ) -> None:
        self._source = source
        self._singles = singles
        self._blocks = blocks
        self._plain = plain
        self._pieces: list[_Piece] = []
        self._open: list[_Block] = []
        self._open_names: Counter[str] = Counter()
        self._problems: list[Problem] = []
        self._never_closed: set[str] = set()
        self._seen: set[str] = set()

    def cut(self) -> Cut:
        position = 0
        tags = 0
        while opening := OPENING.search(self._source, position):
            start = opening.start()
            if start > position:
                self._pieces.append(_Piece(position, start))
            tags += 1
            if tags > MAX_TAGS:
                raise OutOfBoundsError(f"there are more than {MAX_TAGS:,} of them")
            position = self._construct(start)
        if position < len(self._source):
            self._pieces.append(_Piece(position, len(self._source)))
        while self._open:
            self._unclosed(self._open.pop())
        return Cut(self._tokens(), self._problems)

    def _construct(self, start: int) -> int:
        """Read what begins at `start`; where it ends."""
        mark = self._source[start : start + 2]
        closing = "}}" if mark == "{{" else "%}"
        close = -1
        if mark not in self._never_closed:
            close = self._source.find(closing, start + 2)
        if close < 0 or start in self._plain:
            end = start + 2 if close < 0 else close + 2
            self._pieces.append(_Piece(start, end))
            if close < 0:
                self._never_closed.add(mark)
                self._problem("liquid-unclosed", f"{mark} is never closed by {closing}", start)
            return end
        if mark == "{{":
            return self._output(start, close)
        return self._tag(start, close)

    def _output(self, start: int, close: int) -> int:
        markup, before, after = self._inside(start + 2, close)
        piece = _Piece(start, close + 2, TOKEN_OUTPUT, "", markup, before, after)
        self._pieces.append(piece)
        self._check_expression(piece)
        return piece.end

    def _tag(self, start: int, close: int) -> int:
        named = NAME.match(self._source, start + 2, close)
        if named is None:
            self._text(start, close + 2, "liquid-unreadable", "a tag begins with its name")
            return close + 2
        name = named[1]
        if name in {"raw", "comment"}:
            return self._verbatim(name, start, close)
        markup, before, after = self._inside(start + 2, close)
        markup = markup[len(name) :].strip()
        piece = _Piece(start, close + 2, TOKEN_TAG, name, markup, before, after)
        self._pieces.append(piece)
        if name == "#":
            piece.kind = ""
        elif name in self._singles:
            self._check_expression(piece)
        elif name in self._blocks:
            self._begin(piece)
        elif name in INNER:
            self._middle(piece)
        elif name.startswith("end") and name[3:] in self._blocks:
            self._finish(piece)
        else:
            self._unknown(piece)
        return piece.end

    def _inside(self, start: int, end: int) -> tuple[str, bool, bool]:
        """The text between the marks, and whether hyphens strip what stands before and after."""
        before = self._source.startswith("-", start, end)
        after = end - start > before and self._source[end - 1] == "-"
        return self._source[start + before : end - after].strip(), before, after

    def _verbatim(self, name: str, start: int, close: int) -> int:
        """`raw`, whose text stays as it is, or `comment`, whose text falls away."""
        markup, before, after = self._inside(start + 2, close)
        end = None
        if name not in self._never_closed:
            end = self._end_of_raw(close) if name == "raw" else self._end_of_comment(close)
        if end is None:
            self._never_closed.add(name)
            message = f"{{% {name} %}} is never closed by {{% end{name} %}}"
            self._text(start, close + 2, "liquid-unclosed", message)
            return close + 2
        self._pieces.append(_Piece(start, close + 2, "", markup, "", before, after))
        if name == "raw":
            self._pieces.append(_Piece(close + 2, end.start()))
        _, before, after = self._inside(end.start() + 2, end.end() - 2)
        self._pieces.append(_Piece(end.start(), end.end(), "", name, "", before, after))
        return end.end()

    def _end_of_raw(self, close: int) -> re.Match[str] | None:
        return END_OF_RAW.search(self._source, close + 2)

    def _end_of_comment(self, close: int) -> re.Match[str] | None:
        depth = 1
        for edge in EDGE_OF_COMMENT.finditer(self._source, close + 2):
            depth += -1 if edge[1] else 1
            if depth == 0:
                return edge
        return None

    def _begin(self, piece: _Piece) -> None:
        if not self._check_expression(piece):
            return
        if len(self._open) == MAX_DEPTH:
            self._make_text(piece, "liquid-unreadable", f"blocks nest at most {MAX_DEPTH} deep")
            return
        self._open.append(_Block(piece))
        self._open_names[piece.name] += 1

    def _middle(self, piece: _Piece) -> None:
        if not self._open or self._open[-1].piece.name not in INNER[piece.name]:
            message = f"{{% {piece.name} %}} belongs to no block"
            self._make_text(piece, "liquid-unreadable", message)
        elif self._check_expression(piece):
            self._open[-1].inner.append(piece)

    def _finish(self, piece: _Piece) -> None:
        name = piece.name[3:]
        if not self._open_names[name]:
            message = f"{{% {piece.name} %}} ends no block"
            self._make_text(piece, "liquid-unreadable", message)
            return
        while (block := self._open.pop()).piece.name != name:
            self._unclosed(block)
        self._open_names[name] -= 1

    def _unclosed(self, block: _Block) -> None:
        name = block.piece.name
        self._open_names[name] -= 1
        message = f"{{% {name} %}} is never closed by {{% end{name} %}}"
        self._make_text(block.piece, "liquid-unclosed", message)
        for piece in block.inner:
            piece.kind = None

    def _unknown(self, piece: _Piece) -> None:
        if piece.name.removeprefix("end") in self._seen:  # the end of a block already reported
            piece.kind = None
            return
        self._seen.add(piece.name)
        message = f"{{% {piece.name} %}} is a tag of a plug-in, which is not known here"
        self._make_text(piece, "liquid-unknown-tag", message)

    def _check_expression(self, piece: _Piece) -> bool:
        """Whether python-liquid may see it: nothing whose cost is not linear."""
        if piece.kind == TOKEN_TAG and piece.name not in EXPRESSIONS:
            return True
        markup = piece.markup
        if (
            len(markup) > LONGEST_EXPRESSION
            or markup.count("(") + markup.count("[") > MOST_BRACKETS
        ):
            message = f"an expression has at most {LONGEST_EXPRESSION:,} characters"
        elif piece.name in CONDITIONS and ".." in markup and ".." in QUOTED.sub("", markup):
            message = "a condition holds no range; assign it first"
        else:
            return True
        self._make_text(piece, "liquid-unreadable", message)
        return False

    def _text(self, start: int, end: int, code: str, message: str) -> None:
        self._pieces.append(_Piece(start, end))
        self._problem(code, message, start)

    def _make_text(self, piece: _Piece, code: str, message: str) -> None:
        piece.kind = None
        self._problem(code, message, piece.start)

    def _problem(self, code: str, message: str, at: int) -> None:
        self._problems.append(Problem(code, message, at))

    def _tokens(self) -> list[Token]:
        source = self._source
        tokens: list[Token] = []
        pieces = self._pieces
        for index, piece in enumerate(pieces):
            if piece.kind is None:
                text = source[piece.start : piece.end]
                if index and pieces[index - 1].kind is not None and pieces[index - 1].strips_after:
                    text = text.lstrip()
                following = pieces[index + 1] if index + 1 < len(pieces) else None
                if following and following.kind is not None and following.strips_before:
                    text = text.rstrip()
                if text:
                    tokens.append(Token(TOKEN_CONTENT, text, piece.start, source))
            elif piece.kind == TOKEN_OUTPUT and piece.markup:
                written = source[piece.start : piece.end]
                tokens.append(Token(TOKEN_OUTPUT, written, piece.start, source))
                markup = expression(piece.markup)
                tokens.append(Token(TOKEN_EXPRESSION, markup, piece.start, source))
            elif piece.kind == TOKEN_TAG:
                tokens.append(Token(TOKEN_TAG, piece.name, piece.start, source))
                if piece.markup:
                    is_expression = piece.name in EXPRESSIONS
                    markup = expression(piece.markup) if is_expression else piece.markup
                    tokens.append(Token(TOKEN_EXPRESSION, markup, piece.start, source))
        return tokens


def expression(markup: str) -> str:
    """The expression as python-liquid understands it."""
    if "." not in markup:
        return markup
    return KEYWORD_AS_NAME.sub(lambda found: found["quoted"] or f'["{found["name"]}"]', markup)


def written(token: Token) -> str:
    """The construct that begins where the token does, as its author wrote it."""
    end = token.source.find("%}", token.start_index)
    return token.source[token.start_index : end + 2]
