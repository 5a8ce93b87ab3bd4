"""What a reader types becomes what the index is asked.

A blank between terms stands for "and". `"a phrase"`, `-without`, `this OR that` (also `|`), and
`prefix*` mean what they mean elsewhere. Nothing typed is syntax of the index: an expression is put
together of runs alone, which are letters, marks, digits, + and #.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gateway.text.search import runs, tokens
from gateway.text.search.folding import fold

MAXIMUM_CHARACTERS = 256
MAXIMUM_TERMS = 16

MAXIMUM_RELAXED = 32
"""Parts of the terms that a relaxed search looks for."""

LONG_HAN = 4
"""Han characters in a row from which on they are taken for several words."""

NOTHING = '""'
"""An expression that finds nothing."""

_TERM = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
_QUOTES = str.maketrans("“”„‟″", '"""""')
_DASHES = re.compile(r"(?<!\S)[‐‑‒–—−](?=\S)")
_HIRAGANA = re.compile(f"[{runs.HIRAGANA}]+")
_HAN = re.compile(f"[{runs.HAN}]+\\Z")
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
    return Query(tuple(groups), tuple(without))


def _normal(text: str) -> str:
    text = unicodedata.normalize("NFKC", text.translate(_QUOTES))
    # A mark that NFKC puts behind a blank, ¨ for one, is none of a word.
    return _DASHES.sub("-", text).replace("|", " | ")


def _term(text: str, *, exact: bool) -> Term | None:
    folded = fold(text)
    found = [
        (runs.without_long_end(run) if is_dense else run[: tokens.LONGEST], is_dense)
        for run, is_dense in runs.of(folded)
    ]
    prefix = folded.endswith("*") and not exact
    return Term(tuple(found), prefix=prefix, exact=exact) if found else None


def strict(query: Query, languages: Iterable[str]) -> str:
    """The expression that finds the posts with all terms, as FTS5 takes it.

    `languages` are those whose stems are indexed.
    https://www.sqlite.org/fts5.html#full_text_query_syntax
    """
    if not query.groups:
        return NOTHING
    languages = tuple(languages)
    found = " AND ".join(
        f"({' OR '.join(_expression(term, languages) for term in group)})" for group in query.groups
    )
    return f"({found}){_without(query)}"


def relaxed(query: Query, languages: Iterable[str]) -> str:
    """The expression that finds the posts with any part of the terms."""
    languages = tuple(languages)
    found: dict[str, None] = {}
    for group in query.groups:
        for term in group:
            for part in parts(term):
                found.setdefault(_expression(part, languages))
    if not found:
        return NOTHING
    return f"({' OR '.join(list(found)[:MAXIMUM_RELAXED])}){_without(query)}"


def words(query: Query) -> str | None:
    """The expression for the index of words, of a query that is one Japanese word alone, which
    posts may have within others: 京都 in 東京都. None for other queries."""
    if len(query.groups) != 1 or len(query.groups[0]) != 1:
        return None
    (term,) = query.groups[0]
    ((run, _), *others) = term.runs
    return None if others or not _ONE_SCRIPT.match(run) else _quoted(run[: tokens.LONGEST])


def _without(query: Query) -> str:
    return "".join(f" NOT {_phrase(term)}" for term in query.without)


def _expression(term: Term, languages: Sequence[str]) -> str:
    phrase = _phrase(term)
    word = term.word
    if word is None or word[0].isdigit() or not languages:
        return phrase
    stemmed = sorted({tokens.of_stem(word, language) for language in languages})
    return f"({' OR '.join([phrase, *map(_quoted, stemmed)])})"


def _phrase(term: Term) -> str:
    *before, (last, is_dense) = term.runs
    found: list[str] = []
    for run, dense in before:
        found += tokens.of_dense(run) if dense else [run]
    goes_on = term.prefix
    if not is_dense:
        found.append(last)
    elif len(last) == 1:
        # One that is not the last of its run is the first of a pair.
        found.append(last)
        goes_on = True
    else:
        found += tokens.of_dense(last)[:-1]
    return _quoted(" ".join(found)) + ("*" if goes_on else "")


def _quoted(tokens: str) -> str:
    return f'"{tokens}"'


def parts(term: Term) -> Iterator[Term]:
    """The parts of a term that tell what it is about: of dense runs those of one script."""
    for run, dense in term.runs:
        if not dense:
            yield Term(((run, False),))
            continue
        for part in filter(None, _HIRAGANA.split(run)):
            for word in runs.words(part):
                if _HAN.match(word) and len(word) >= LONG_HAN:
                    yield from (Term(((pair, True),)) for pair in tokens.of_dense(word)[:-1])
                else:
                    yield Term(((word, True),))
