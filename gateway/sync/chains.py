"""Redirects, followed to where they lead at last.

A post that says `redirect_to` lives at its path still, which is a redirect too. A page counts
before the redirects that others ask for at its path, and of these the newest post's.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from gateway.content.document import ContentIssue
from gateway.store import route

LOOP, SHADOWED, TAKEN = "redirect-loop", "redirect-shadowed", "redirect-taken"
CODES = frozenset({LOOP, SHADOWED, TAKEN})


@dataclass(frozen=True, slots=True)
class Page:
    """What lives at a path; `name` says it to people. The newest has the greatest `key`."""

    id: str
    name: str
    key: str
    path: str
    route: str


@dataclass(frozen=True, slots=True)
class Claim:
    """That `path` is a redirect to the post at `home`, as a `field` of its file says.

    One with a `target` is for `home` itself, and leads there.
    """

    post: str
    file: str
    key: str
    home: str
    field: str
    path: str
    route: str
    target: str | None

    @property
    def is_own(self) -> bool:
        return self.target is not None


class End(NamedTuple):
    """A path or a URL, and the id of the page that lives there, where one does."""

    target: str
    node: str | None


T = TypeVar("T", Page, Claim)
Place = tuple[str, str]
"""A post's id and path."""


def resolved(
    claims: Iterable[Claim], pages: Iterable[Page]
) -> tuple[list[tuple[Claim, End]], list[ContentIssue]]:
    """The claims that hold, with where each leads at last, and what is wrong with the others.

    `pages` are all at the route of a claim or of a reading of its target.
    """
    here = _by_route(pages)
    held, issues = _held(claims, here)
    chains = _Chains(held, here)
    ends = [(claim, chains.end(claim)) for claim in held]
    issues += [_loop(claim, loop) for loop in chains.loops for claim in loop]
    return [each for each in ends if each[0] not in chains.broken], issues


def _held(
    claims: Iterable[Claim], pages: Mapping[str, Collection[Page]]
) -> tuple[list[Claim], list[ContentIssue]]:
    held: dict[str, Claim] = {}
    issues = []
    for claim in sorted(claims, key=lambda claim: (claim.is_own, claim.key), reverse=True):
        here = [page for page in pages.get(claim.route, ()) if page.path == claim.path]
        page = max(here, key=lambda page: page.key, default=None)
        if page is not None and page.id != claim.post:
            # Of two posts at one path it is said elsewhere.
            issues += [] if claim.is_own else [_shadowed(claim, page)]
        elif (other := held.setdefault(claim.path, claim)) is not claim:
            issues.append(_taken(claim, other))
    return list(held.values()), issues


def _shadowed(claim: Claim, page: Page) -> ContentIssue:
    return ContentIssue(
        claim.file,
        SHADOWED,
        f"{claim.path} does not lead here, because {page.name} is there;"
        " take it out, or give that one another address",
        field=claim.field,
    )


def _taken(claim: Claim, other: Claim) -> ContentIssue:
    return ContentIssue(
        claim.file,
        TAKEN,
        f"{claim.path} leads to {other.file}, which is newer and has it too;"
        " take it out of one of them",
        field=claim.field,
    )


def _loop(claim: Claim, loop: Sequence[Claim]) -> ContentIssue:
    circle = " → ".join([*(each.path for each in loop), loop[0].path])
    return ContentIssue(
        claim.file,
        LOOP,
        f"the redirects lead in a circle, {circle}, so the posts stay where they are;"
        " take one of them out",
        field=claim.field,
    )


class _Chains:
    """The claims that hold, being followed. `broken` are those that were in `loops`."""

    def __init__(self, claims: Collection[Claim], pages: Mapping[str, Collection[Page]]) -> None:
        self.loops: list[list[Claim]] = []
        self.broken: set[Claim] = set()
        self._pages = pages
        self._claims = _by_route(claims)
        self._leaving = {claim.post: claim for claim in claims if claim.is_own}
        self._ends: dict[str, End] = {}

    def end(self, claim: Claim) -> End:
        """Where a claim leads. In a loop, every post stays where it is."""
        trail: dict[str, Claim] = {}
        post, home = claim.post, claim.home
        while post not in self._ends:
            leaving = self._leaving.get(post)
            if leaving is None:
                self._ends[post] = End(home, post)
            elif post in trail:
                passed = list(trail.values())
                self._break(passed[passed.index(leaving) :])
            else:
                trail[post] = leaving
                step = self._step(leaving.target or home)
                if isinstance(step, End):
                    self._ends[post] = step
                else:
                    post, home = step
        for each in trail:
            self._ends.setdefault(each, self._ends[post])
        return self._ends[claim.post]

    def _break(self, loop: list[Claim]) -> None:
        self.loops.append(loop)
        self.broken.update(loop)
        for claim in loop:
            del self._leaving[claim.post]
            self._ends[claim.post] = End(claim.home, claim.post)

    def _step(self, target: str) -> End | Place:
        """Where a target leads: to an end, or to the post with which it goes on."""
        readings = route.readings(target) if target.startswith("/") else []
        found = [
            ((reading.whole, thing.path == reading.text, *_rank(thing)), thing, reading)
            for reading in readings
            for thing in (
                *self._pages.get(reading.route, ()),
                *self._claims.get(reading.route, ()),
            )
        ]
        if not found:
            return End(target, None)
        _, thing, reading = max(found, key=lambda each: each[0])
        if isinstance(thing, Claim):
            return thing.post, thing.home
        if thing.id in self._leaving:
            return thing.id, thing.path
        rest = "" if reading.whole else target[len(target.partition("#")[0].partition("?")[0]) :]
        return End(thing.path + rest, thing.id)


def _rank(thing: Page | Claim) -> tuple[bool, str, bool]:
    is_own = isinstance(thing, Claim) and thing.is_own
    return isinstance(thing, Page) or is_own, thing.key, is_own


def _by_route(things: Iterable[T]) -> Mapping[str, list[T]]:
    found = defaultdict(list)
    for thing in things:
        found[thing.route].append(thing)
    return found
