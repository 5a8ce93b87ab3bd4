"""What of a post shows why it was found: pieces of its own text, in which the hits are marked.

Pieces of the title and of tags are all of them; those of the excerpt and of the body are `windows`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape
from itertools import chain, pairwise
from typing import NamedTuple

from gateway.text.search import origins, query, spans, stems, windows
from gateway.text.search.origins import Folded
from gateway.text.search.query import Term
from gateway.text.search.windows import Mark, Window

MOST_FRAGMENTS = 10
WIDEST = 500
"""Characters around the hits."""

SCANNED = 60_000
"""Characters of a body that are looked at; more of them only where nothing was found so far."""


class Post(NamedTuple):
    """The texts of a post. `tags` are the names of tags and categories."""

    title: str
    tags: Sequence[str]
    excerpt: str
    body: str
    locale: str


class Range(NamedTuple):
    """A hit in a fragment, in UTF-16 code units, as JavaScript's `slice` counts."""

    start: int
    end: int


class Highlight(NamedTuple):
    """A fragment of a `property` of a post: `title`, `tags`, `excerpt` or `body`.

    In PLAIN it is a slice of the original text, in HTML the same, escaped, with the hits within
    `<mark>`. The `ranges` are of the fragment in PLAIN, whatever the format.
    """

    property: str
    fragment: str
    ranges: Sequence[Range]


class _Text(NamedTuple):
    property: str
    text: str
    is_whole: bool


class _Plan(NamedTuple):
    """The terms of each group by their numbers, and the parts to mark where none of them is."""

    groups: Sequence[tuple[Mapping[int, Term], Mapping[int, Term]]]


def find(
    text: str, post: Post, first: int, around: int, text_format: str = "PLAIN"
) -> list[Highlight]:
    """At most `first` highlights of a post for what a reader typed, in the order of the properties.

    Those of the body follow each other as `windows.best` ranks them; one of the `first` is kept for
    it, if more are asked for. What a negative term says is not marked. Of a group of terms of which
    none is there, as in relaxed hits, the parts are marked.
    """
    plan = _plan(text)
    language = stems.language(post.locale)
    texts = _texts(post)
    heads = [origins.of(each.text) for each in texts[:-1]]
    found: list[list[Mark]] = []
    for start, stop in _pieces(post.body):
        found = _marks([*heads, origins.of(post.body[start:stop])], plan, language)
        if any(found):
            found[-1] = [Mark(a + start, b + start, terms) for a, b, terms in found[-1]]
            break
    return list(_chosen(texts, found, first, around, FORMATS[text_format]))


@lru_cache(256)
def _plan(text: str) -> _Plan:
    groups = query.parse(text).groups
    numbers: dict[Term, int] = {}
    for term in (*chain(*groups), *query.parts(chain(*groups))):
        numbers.setdefault(term, len(numbers))
    return _Plan(
        [(_numbered(group, numbers), _numbered(query.parts(group), numbers)) for group in groups]
    )


def _numbered(terms: Iterable[Term], numbers: Mapping[Term, int]) -> Mapping[int, Term]:
    return {numbers[term]: term for term in terms if term in numbers}


def _texts(post: Post) -> list[_Text]:
    texts = [_Text("title", post.title, is_whole=True)]
    texts += (_Text("tags", name, is_whole=True) for name in dict.fromkeys(post.tags))
    if not _begins(post.body, post.excerpt):
        texts.append(_Text("excerpt", post.excerpt, is_whole=False))
    return [*texts, _Text("body", post.body, is_whole=False)]


def _begins(body: str, excerpt: str) -> bool:
    if body.startswith(excerpt):
        return True
    wanted = "".join(excerpt.split()).rstrip("…")
    return "".join(body[: 2 * len(excerpt)].split()).startswith(wanted)


def _pieces(body: str) -> Iterator[tuple[int, int]]:
    start = 0
    while True:
        stop = start + SCANNED
        if stop < len(body):
            stop = body.rfind("\n", start + SCANNED // 2, stop) + 1 or stop
        yield start, stop
        if stop >= len(body):
            return
        start = stop


def _marks(texts: Sequence[Folded], plan: _Plan, language: str | None) -> list[list[Mark]]:
    terms = {number: term for group, _ in plan.groups for number, term in group.items()}
    hits = [spans.find(text, terms, language) for text in texts]
    found = {hit.term for of_text in hits for hit in of_text}
    parts = {
        number: part
        for group, parts in plan.groups
        if found.isdisjoint(group)
        for number, part in parts.items()
    }
    if parts:
        hits = [
            before + spans.find(text, parts, language)
            for text, before in zip(texts, hits, strict=True)
        ]
    return [windows.marks(of_text) for of_text in hits]


def _chosen(
    texts: Sequence[_Text],
    found: Sequence[Sequence[Mark]],
    first: int,
    around: int,
    written: Callable[[Sequence[str]], str],
) -> Iterator[Highlight]:
    kept = 1 if found[-1] and first > 1 else 0
    for text, marks in zip(texts, found, strict=True):
        if text is texts[-1]:
            kept = 0
        if not marks:
            continue
        for window in _windows(text, marks, first - kept, around):
            first -= 1
            yield _highlight(text, window, written)


def _windows(text: _Text, marks: Sequence[Mark], count: int, around: int) -> Sequence[Window]:
    if not text.is_whole:
        return windows.best(text.text, marks, count, around)
    whole = Window(0, len(text.text), windows.whole(text.text, marks))
    return [whole] if count > 0 else []


def _highlight(text: _Text, window: Window, written: Callable[[Sequence[str]], str]) -> Highlight:
    places = [window.start]
    for mark in window.marks:
        places += (mark.start, mark.stop)
    places.append(window.stop)
    pieces = [text.text[start:stop] for start, stop in pairwise(places)]
    return Highlight(text.property, written(pieces), list(_ranges(pieces)))


def _ranges(pieces: Sequence[str]) -> Iterator[Range]:
    """The ranges of every second piece."""
    place = 0
    for number, piece in enumerate(pieces):
        start, place = place, place + len(piece.encode("utf-16-le", "surrogatepass")) // 2
        if number % 2:
            yield Range(start, place)


def _plain(pieces: Sequence[str]) -> str:
    return "".join(pieces)


def _html(pieces: Sequence[str]) -> str:
    escaped = map(escape, pieces)
    return "".join(
        f"<mark>{piece}</mark>" if number % 2 else piece for number, piece in enumerate(escaped)
    )


FORMATS: Mapping[str, Callable[[Sequence[str]], str]] = {"HTML": _html, "PLAIN": _plain}
