"""What a reader types becomes what the index is asked.

A blank between terms stands for "and". `"a phrase"`, `-without`, `this OR that` (also `|`), and
`prefix*` mean what they mean elsewhere. Nothing typed is syntax of the index: an expression is put
together of runs alone, which are letters, marks, digits, + and #.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gateway.text.search import folding, runs, tokens

MAXIMUM_CHARACTERS = 256
MAXIMUM_TERMS = 16

MAXIMUM_RELAXED = 32
"""Parts of the terms that a relaxed search looks for."""

PIECE = 4
"""Characters of the parts of a long stretch whose words are not told by pairs."""

NOTHING = '""'
"""An expression that finds nothing."""

_TERM = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
QUOTES = "“”„‟″〝〞〟"
"""Signs that are typed for `"`."""

MINUS = r"(?<!\S)[‐‑‒–—−]"
"""Signs that are typed for `-` before a term. For a pattern."""

_STRAIGHT = str.maketrans(dict.fromkeys(QUOTES, '"'))
_DASHES = re.compile(rf"{MINUS}(?=\S)")
_HIRAGANA = re.compile(f"[{runs.HIRAGANA}]+")
# No particle has so many at the beginning of a term: さくらの木.
_HIRAGANA_WORD = re.compile(f"[{runs.HIRAGANA}]{{3,}}")
_OF_PAIRS = re.compile(f"(?:[{runs.HAN}]+|[{runs.HANGUL}]+)\\Z")
_ONE_SCRIPT = re.compile(f"(?:[{runs.HAN}]+|[{runs.KATAKANA}]+)\\Z")

Run = tuple[str, bool]
"""Characters that belong together, and whether their script is dense."""


@dataclass(frozen=True, slots=True)
class Term:
    """Runs that follow each other. Of a `prefix` the last word goes on; a quoted one is `exact`."""

    runs: tuple[Run, ...]
    prefix: bool = False
    exact: bool = False

    @property
    def word(self) -> str | None:
        """The word that it is, which may have other forms."""
        if len(self.runs) > 1 or self.exact or self.prefix or self.runs[0][1]:
            return None
        return self.runs[0][0]


@dataclass(frozen=True, slots=True)
class Query:
    """One term of each of the `groups` has to be there, and none of those `without`."""

    groups: tuple[tuple[Term, ...], ...]
    without: tuple[Term, ...] = ()


@lru_cache(256)
def parse(text: str) -> Query:
    """Raises ValueError for a text that is too long. Signs that nothing is found by are dropped."""
    if len(text) > MAXIMUM_CHARACTERS:
        raise ValueError(
            f"{len(text)} characters are more than the {MAXIMUM_CHARACTERS} of a search"
        )
    groups: list[tuple[Term, ...]] = []
    without: list[Term] = []
    either = False
    count = 0
    for minus, quoted, bare in _TERM.findall(_normal(text)):
        if bare in ("OR", "|") and not minus:
            either = bool(groups)
            continue
        term = _term(quoted or bare, exact=bool(quoted))
        if term is None:
            continue
        count += 1
        if minus:
            without.append(term)
        elif either:
            groups[-1] += (term,)
        else:
            groups.append((term,))
        either = False
    if count > MAXIMUM_TERMS:
        raise ValueError(f"{count} terms are more than the {MAXIMUM_TERMS} of a search")
    return Query(tuple(dict.fromkeys(groups)), tuple(dict.fromkeys(without)))


def _normal(text: str) -> str:
    text = folding.compatible(text.translate(_STRAIGHT))
    return _DASHES.sub("-", text).replace("|", " | ")


def _term(text: str, *, exact: bool) -> Term | None:
    folded = folding.fold(text)
    found = [
        (run if is_dense else run[: tokens.LONGEST], is_dense) for run, is_dense in runs.of(folded)
    ]
    if not found:
        return None
    prefix = folded.endswith("*") and not exact
    # A particle: Pythonの. To find it behind another run, all words that begin so would be merged.
    while not exact and len(found) > 1 and _is_one_kana(found[-1]):
        prefix = False
        found.pop()
    last, is_dense = found[-1]
    found[-1] = (runs.without_long_end(last), is_dense)
    return Term(tuple(found), prefix=prefix, exact=exact)


def strict(query: Query, languages: Iterable[str]) -> str:
    """The expression that finds the posts with all terms, as FTS5 takes it.

    `languages` are those whose stems are indexed. What a term finds, its minus leaves out.
    https://www.sqlite.org/fts5.html#full_text_query_syntax
    """
    if not query.groups:
        return NOTHING
    languages = tuple(languages)
    found = " AND ".join(_any(group, languages) for group in query.groups)
    return f"({found}){_without(query, languages)}"


def relaxed(query: Query, languages: Iterable[str]) -> str:
    """The expression that finds the posts with any part of the terms."""
    found = parts(term for group in query.groups for term in group)
    if not found:
        return NOTHING
    languages = tuple(languages)
    return f"{_any(found, languages)}{_without(query, languages)}"


def parts(terms: Iterable[Term]) -> list[Term]:
    """The parts of terms that tell what they are about, as many as a relaxed search looks for."""
    words = [word for term in terms for word in _words(term)]
    telling = [word for word in words if _tells(word.runs[0])] or words
    pieces = (piece for word in telling for piece in _pieces(word))
    return list(dict.fromkeys([*telling, *pieces]))[:MAXIMUM_RELAXED]


def _tells(run: Run) -> bool:
    """Not one letter, like the s of it's, and not one kana: those are in every text."""
    text, is_dense = run
    return len(text) > 1 or (is_dense and not _is_one_kana(run))


def _is_one_kana(run: Run) -> bool:
    text, is_dense = run
    return is_dense and len(text) == 1 and tokens.begin_many(text)


def words(query: Query) -> str | None:
    """The expression for the index of words, of a query that is one Japanese word alone, which
    posts may have within others: 京都 in 東京都. None for other queries."""
    if len(query.groups) != 1 or len(query.groups[0]) != 1:
        return None
    (term,) = query.groups[0]
    ((run, _), *others) = term.runs
    if others or term.prefix or not _ONE_SCRIPT.match(run):
        return None
    return _quoted(run[: tokens.LONGEST])


def spellings(term: Term) -> list[tuple[Run, ...]]:
    """The runs of a term, and where words of katakana end within, the same with and without their
    long vowels: サーバーの設定, サーバの設定."""
    texts, are_dense = zip(*term.runs, strict=True)
    return [
        tuple(zip(spelling.split(" "), are_dense, strict=True))
        for spelling in runs.spellings(" ".join(texts))
    ]


def _without(query: Query, languages: Sequence[str]) -> str:
    return f" NOT {_any(query.without, languages)}" if query.without else ""


def _any(terms: Iterable[Term], languages: Sequence[str]) -> str:
    found = (phrase for term in terms for phrase in _phrases(term, languages))
    return f"({' OR '.join(dict.fromkeys(found))})"


def _phrases(term: Term, languages: Iterable[str]) -> Iterator[str]:
    for spelling in spellings(term):
        yield _phrase(spelling, goes_on=term.prefix)
    word = term.word
    if word is not None and tokens.has_stem(word):
        yield from sorted({_quoted(tokens.of_stem(word, language)) for language in languages})


def _phrase(spelling: Sequence[Run], *, goes_on: bool) -> str:
    *before, (last, is_dense) = spelling
    found: list[str] = []
    for run, dense in before:
        found += tokens.of_dense(run) if dense else [run]
    if not is_dense:
        found.append(last)
    elif len(last) == 1:
        # One that is not the last of its run is the first of a pair.
        found.append(last)
        goes_on = True
    else:
        found += tokens.of_dense(last)[:-1]
    if goes_on and not before and len(last) == 1 and (tokens.begin_many(last) or not is_dense):
        return _quoted(tokens.of_beginning(last))
    return _quoted(" ".join(found)) + ("*" if goes_on else "")


def _quoted(tokens: str) -> str:
    return f'"{tokens}"'


def _words(term: Term) -> Iterator[Term]:
    """The parts of a term that tell what it is about: of dense runs those of one script, of which
    hiragana only tells at the beginning."""
    for run, dense in term.runs:
        if dense:
            told = [word for part in _HIRAGANA.split(run) for word in runs.words(part)]
            if told and (begun := _HIRAGANA_WORD.match(run)):
                told.insert(0, begun[0])
            yield from (Term(((word, True),)) for word in told or [run])
        else:
            yield Term(((run, False),))


def _pieces(term: Term) -> Iterator[Term]:
    """The parts of a word of a dense script: most of those of Han and Hangul have two."""
    ((word, dense),) = term.runs
    length = 2 if _OF_PAIRS.match(word) else PIECE
    if dense and len(word) > length:
        for place in range(len(word) - length + 1):
            yield Term(((word[place : place + length], True),))
