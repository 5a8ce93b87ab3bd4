"""What a reader who types may mean: completions, and other words for those that no post has.

What a word is, is left to what the gateway uses, which has tests of its own.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from gateway.text import excerpts
from gateway.text.search import runs, spelling
from gateway.text.search.folding import fold

from .paging import published

SUGGESTIONS = 10
MOST_WORDS = 20


def suggest(things: Iterable[Any], arguments: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Posts and terms with a word from which on their title or name begins with what is typed."""
    typed = _spaced(fold(arguments["prefix"]))
    found = []
    for thing in things:
        is_title = thing.type_name == "Post"
        text = thing.document.title if is_title else thing.name
        begun = [rest.startswith(typed) for rest in _rests(text)[:MOST_WORDS]]
        if typed and any(begun):
            kind = "TITLE" if is_title else thing.type_name.upper()
            place = not begun[0], is_title, _rank(thing), thing.id
            found.append((place, {"text": text, "kind": kind, "node": thing}))
    found.sort(key=lambda each: each[0])
    first = arguments.get("first")
    return [shown for _, shown in found[: SUGGESTIONS if first is None else first]]


def _rank(thing: Any) -> float:
    """The newest titles come first, to the second, and the names of most posts that are shown."""
    if thing.type_name != "Post":
        return -len([post for post in thing.filed if post.is_public or not thing.is_public])
    moment = published(thing)[0].replace(microsecond=0)
    return -moment.timestamp() if thing.document.published_at else float("inf")


def _rests(text: str) -> list[str]:
    """A text from each of its words on. Hiragana right behind others are an ending, no word."""
    folded = fold(text)
    found: list[str] = []
    end = None
    for run in runs.RUN.finditer(folded):
        words = {run.start() + part.start() for part in runs.ONE_SCRIPT.finditer(run[1] or "")}
        if run.start() != end or not "ぁ" <= run[0][0] <= "ゟ":
            words.add(run.start())
        found += [_spaced(folded[start:]) for start in sorted(words)]
        end = run.end()
    return found


def _spaced(folded: str) -> str:
    """40 characters of a folded text, with a blank where there was anything between its words."""
    spaced, end = "", 0
    for run in runs.RUN.finditer(folded):
        spaced += (" " if run.start() > end else "") + run[0]
        end = run.end()
    return spaced.lstrip()[:40].rstrip()


def did_you_mean(posts: Iterable[Any], search: str, is_found: Callable[[str], bool]) -> str | None:
    """The search with the nearest word for each that none of the posts has, where none has them
    all: `is_found` says whether one has all terms of a text."""
    if is_found(search):
        return None
    counts = Counter(word for post in posts for word in _words(post))
    meant, end = "", 0
    for typed in spelling.typed(search):
        nearest = None if is_found(typed.word) else _nearest(typed.word, counts)
        if nearest is not None:
            meant += search[end : typed.start] + nearest
            end = typed.end
    return meant + search[end:] if meant else None


def _words(post: Any) -> set[str]:
    named = [term.filed[post] for kind in ("Tag", "Category") for term in post.terms[kind]]
    shown = excerpts.cut("PLAIN", post.document.excerpt.plain, "", excerpts.USUAL_LENGTH)
    return spelling.words("\n".join([post.document.title, shown, *named]))


def _nearest(word: str, counts: Mapping[str, int]) -> str | None:
    """One edit away, or two in a long word, where leaving out a character of each makes it one."""
    most = 2 if len(word) >= 8 else 1
    near = [
        (spelling.distance(word, other), -count, other)
        for other, count in counts.items()
        if spelling.deletions(word) & spelling.deletions(other)
    ]
    edits, _, nearest = min(near, default=(9, 0, ""))
    return nearest if edits <= most else None
