"""Which tag or category is meant by what the site says of one, and which category lies in which.

What is only said by posts that are not to be seen does not show in terms that are.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from gateway.content.document import ContentIssue, TermEntry
from gateway.sync.naming import identity_of, slug_of

PARENT_UNKNOWN = "category-parent-unknown"
PARENT_CIRCULAR = "category-parent-circular"
PARENT_DIFFERS = "category-parent-differs"
SLUG_TAKEN = "term-slug-taken"
UNUSED = "term-unused"
CODES = frozenset({PARENT_UNKNOWN, PARENT_CIRCULAR, PARENT_DIFFERS, SLUG_TAKEN, UNUSED})
"""The codes of the issues that are found here."""

MOST_ABOVE = 100
MOST_NAMED = 3


class Known(NamedTuple):
    """A term that posts have: its name in them, and whether one of them is to be seen."""

    name: str
    visible: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """That posts have a category in another one, by their identities.

    `count` posts say so, `seen` of which are to be seen, and of these `file` is one.
    """

    child: str
    parent: str
    count: int
    seen: int
    file: str | None


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """What the site says of terms, and which lies in which, by their identities.

    `ancestors` have no post of their own. A term is `visible` where a post that it has, or a term
    below it, is to be seen.
    """

    entries: Mapping[str, TermEntry]
    parents: Mapping[str, str]
    ancestors: frozenset[str]
    visible: frozenset[str]
    issues: tuple[ContentIssue, ...]


def of(
    entries: Sequence[TermEntry], terms: Mapping[str, Known], edges: Iterable[Edge] = ()
) -> Taxonomy:
    """The entries of one kind, applied to the terms of that kind that posts have.

    What everybody sees is made as if there were nothing else; the rest is added to it.
    """
    every = sorted(edges, key=lambda edge: (-(edge.seen or edge.count), edge.child, edge.parent))
    seen = {identity: known for identity, known in terms.items() if known.visible}
    shown = _Forest(entries, seen, _meant(entries, seen))
    shown.plant()
    shown.grow(edge for edge in every if edge.seen)
    visible = shown.with_all_above(seen)

    kept = {identity: entry for identity, entry in shown.meant.items() if identity in visible}
    taken = set(kept.values())
    rest = [entry for entry in entries if entry not in taken]
    meant = _meant(rest, [each for each in terms if each not in visible]) | kept
    laid = {child: parent for child, parent in shown.parents.items() if child in visible}
    forest = _Forest(rest, terms, meant, laid)
    forest.plant()
    forest.grow(edge for edge in every if edge.child not in visible)
    unused = [
        entry
        for identity, entry in shown.meant.items()
        if entry.description and identity not in visible
    ]
    return Taxonomy(
        entries=meant,
        parents=forest.parents,
        ancestors=frozenset(forest.with_all_above(terms) - terms.keys()),
        visible=frozenset(visible),
        issues=(*shown.issues, *_shared_slugs(entries), *_unused(unused)),
    )


class Way(NamedTuple):
    """How an entry and a term can be the same: by a form that texts of both have."""

    texts: Callable[[TermEntry], tuple[str | None, ...]]
    form: Callable[[str], str]


WAYS = (
    Way(lambda entry: (entry.name,), identity_of),
    Way(lambda entry: (entry.key,), identity_of),
    Way(lambda entry: (entry.key, entry.slug), lambda text: slug_of(identity_of(text))),
)


def _meant(entries: Sequence[TermEntry], terms: Iterable[str]) -> dict[str, TermEntry]:
    """The entries by the term that each is of: one of those that posts have, if possible."""
    identities = list(terms)
    found: dict[str, TermEntry] = {}
    left = entries
    for way in WAYS:
        left = _match(left, identities, way, found)
    for entry in left:
        found.setdefault(identity_of(entry.name or entry.key), entry)
    return found


def _match(
    entries: Sequence[TermEntry], identities: Sequence[str], way: Way, found: dict[str, TermEntry]
) -> list[TermEntry]:
    """The entries that this way finds no term for; the others are put into `found`."""
    known = {way.form(identity): identity for identity in reversed(identities)}
    known.pop("", None)
    left = []
    for entry in entries:
        forms = (way.form(text) for text in way.texts(entry) if text)
        identity = next((known[form] for form in forms if form in known), None)
        if identity is None or identity in found:
            left.append(entry)
        else:
            found[identity] = entry
    return left


class _Forest:
    """The categories that lie in each other; no circle is let in."""

    def __init__(
        self,
        entries: Sequence[TermEntry],
        terms: Mapping[str, Known],
        meant: Mapping[str, TermEntry],
        parents: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.meant = meant
        self.parents = dict(parents)
        self.issues: list[ContentIssue] = []
        self._terms = terms
        identities = {entry: identity for identity, entry in meant.items()}
        self._planted = {
            identities[entry]: entry for entry in entries if entry.parent and entry in identities
        }

    def plant(self) -> None:
        """Lays categories into those that the site names as their parents."""
        called = self._called()
        for identity, entry in self._planted.items():
            written = entry.parent or ""
            parent = called.get(identity_of(written)) or called.get(_slug(written))
            name = self._name(identity)
            if parent is None:
                problem = (
                    f"the parent {written!r} of the category {name!r} is none of the site's, so it"
                    " lies in none; correct the name, or add an entry for the parent"
                )
                self._warn(PARENT_UNKNOWN, problem, entry.file, entry.line, "parent")
            elif not self._lay(identity, parent):
                problem = (
                    f"by way of its parent {written!r} the category {name!r} would lie in itself,"
                    " so it lies in none; correct the parent of one of them"
                )
                self._warn(PARENT_CIRCULAR, problem, entry.file, entry.line, "parent")

    def grow(self, edges: Iterable[Edge]) -> None:
        """Lays categories into those that most posts have them in, where the site says nothing."""
        for edge in edges:
            if edge.child in self._planted:
                continue
            taken = self.parents.get(edge.child)
            if taken is None and self._lay(edge.child, edge.parent):
                continue
            if taken != edge.parent:
                above = f"in {self._name(taken)!r}" if taken else "above it"
                problem = (
                    f"the category {self._name(edge.child)!r} is in {self._name(edge.parent)!r}"
                    f" here and {above} in other posts, which counts; give one of the two another"
                    " name"
                )
                self._warn(PARENT_DIFFERS, problem, edge.file or "", None, "categories")

    def with_all_above(self, identities: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for identity in identities:
            each: str | None = identity
            while each is not None and each not in found:
                found.add(each)
                each = self.parents.get(each)
        return found

    def _called(self) -> dict[str, str]:
        """The identities of categories by whatever a parent may be called."""
        found: dict[str, str] = {}
        entries = list(self.meant.items())
        names: Collection[tuple[str | None, str]] = [
            *((entry.key, identity) for identity, entry in entries),
            *((entry.name, identity) for identity, entry in entries),
            *((identity, identity) for identity in self._terms),
            *((entry.slug, identity) for identity, entry in entries),
        ]
        for name, identity in names:
            if name:
                found.setdefault(identity_of(name), identity)
        for name, identity in names:
            if name and (slug := _slug(name)):
                found.setdefault(slug, identity)
        return found

    def _lay(self, child: str, parent: str) -> bool:
        """Lays a category into another one; False where it would lie in itself, or too deep."""
        above: str | None = parent
        for _ in range(MOST_ABOVE):
            if above is None:
                self.parents[child] = parent
                return True
            if above == child:
                return False
            above = self.parents.get(above)
        return False

    def _name(self, identity: str) -> str:
        entry, known = self.meant.get(identity), self._terms.get(identity)
        return (entry and entry.name) or (known and known.name) or identity

    def _warn(self, code: str, message: str, file: str, line: int | None, field: str) -> None:
        self.issues.append(ContentIssue(file, code, message, line, field))


def _slug(text: str) -> str:
    return slug_of(identity_of(text))


def _shared_slugs(entries: Iterable[TermEntry]) -> Iterator[ContentIssue]:
    taken: set[str] = set()
    for entry in entries:
        if entry.slug in taken:
            yield ContentIssue(
                entry.file,
                SLUG_TAKEN,
                f"the slug {entry.slug!r} of {entry.name or entry.key!r} is that of another"
                f" {entry.kind}, so one is made of its name; give it a slug of its own",
                entry.line,
                "slug",
            )
        elif entry.slug:
            taken.add(entry.slug)


def _unused(entries: Iterable[TermEntry]) -> Iterator[ContentIssue]:
    """One issue a file: that nobody sees its descriptions."""
    by_file: dict[str, list[TermEntry]] = defaultdict(list)
    for entry in entries:
        by_file[entry.file].append(entry)
    for file, found in by_file.items():
        names = ", ".join(repr(entry.name or entry.key) for entry in found[:MOST_NAMED])
        more = f" and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
        yield ContentIssue(
            file,
            UNUSED,
            f"no published post has the {found[0].kind} {names}{more}, so what is said of it is not"
            " to be seen; correct the name where it is another one's",
            found[0].line,
        )
