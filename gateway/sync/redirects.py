"""Redirects at the end of a transaction: resolved anew where anything that they depend on changed.

Nothing is read of the posts when no path, no date and no redirect is another one than before.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, exists, insert, literal, or_, select

from gateway.content.document import ContentIssue
from gateway.store import route
from gateway.store.sqlite import Writer
from gateway.store.tables import post, redirect, resolved_redirect, term
from gateway.sync import chains, state
from gateway.sync.chains import Claim, Page
from gateway.sync.report import Change
from gateway.sync.state import among

Addresses = Mapping[str, frozenset[tuple[Any, ...]]]
"""What of a post, by its id, counts for redirects: rows of `_ADDRESSES`."""

_ADDRESSES = select(
    post.c.id,
    post.c.route,
    redirect.c.route,
    post.c.path,
    post.c.published_key,
    post.c.visible,
    redirect.c.field,
    redirect.c.path,
    redirect.c.target,
).join_from(post, redirect, isouter=True)

_CLAIMS = select(
    post.c.id,
    post.c.source_path,
    post.c.published_key,
    post.c.path,
    redirect.c.field,
    redirect.c.path,
    redirect.c.route,
    redirect.c.target,
    post.c.visible,
).join_from(redirect, post)

_POSTS = select(
    post.c.id, post.c.source_path, post.c.published_key, post.c.path, post.c.route, post.c.visible
).where(among(post.c.route))

_TERMS = select(
    term.c.id,
    literal("the page of the ") + term.c.kind + literal(" ") + term.c.name,
    literal(""),
    term.c.path,
    term.c.route,
    term.c.visible,
).where(among(term.c.route))

_KEY = ("route", "audience", "path")
_DELETE = delete(resolved_redirect).where(
    *(resolved_redirect.c[name] == bindparam(f"old_{name}") for name in _KEY)
)


class Redirects:
    """What is written of redirects inside a transaction."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._left: dict[str, frozenset[tuple[Any, ...]]] = {}

    async def leave(self, posts: Collection[int]) -> None:
        """Notes that posts are about to be removed, or to be seen by others than before."""
        found = await self._addresses(post.c.n, posts)
        self._left = {**found, **self._left}

    async def finish(
        self, log: Iterable[Change], moved: Collection[str], before: Iterable[ContentIssue]
    ) -> list[ContentIssue]:
        """Brings the resolved redirects up to date; what is wrong with those that ask for them.

        `log` names all posts that have changed, `moved` are routes at which the pages of terms
        have. `before` are the issues that there were.
        """
        touched = {*moved, *await self._touched({change.post_id for change in log})}
        if not touched or not await self._is_concerned(touched):
            return [issue for issue in before if issue.code in chains.CODES]
        return await resolve(self._writer)

    async def _touched(self, ids: Collection[str]) -> set[str]:
        """The routes of all that is not as it was."""
        found = await self._addresses(post.c.id, ids)
        changed: set[tuple[Any, ...]] = set()
        for each in ids:
            changed |= self._left.get(each, frozenset()) ^ found.get(each, frozenset())
        return {each for row in changed for each in row[1:3] if each is not None}

    async def _addresses(self, column: ColumnElement[Any], values: Collection[Any]) -> Addresses:
        found: dict[str, set[tuple[Any, ...]]] = defaultdict(set)
        rows = await self._writer.select(_ADDRESSES.where(among(column)), among=state.json(values))
        for row in rows:
            found[row[0]].add(tuple(row))
        return {each: frozenset(rows) for each, rows in found.items()}

    async def _is_concerned(self, touched: Collection[str]) -> bool:
        """Whether a redirect begins at one of these routes, did, or leads there."""
        tables_ = (redirect, resolved_redirect)
        begins = or_(*(exists().where(among(table.c.route)) for table in tables_))
        ((is_begun,),) = await self._writer.select(select(begins), among=state.json(touched))
        if is_begun:
            return True
        targets = await self._writer.select(
            select(redirect.c.target).where(redirect.c.target.is_not(None))
        )
        return not _routes(target for (target,) in targets).isdisjoint(touched)


async def resolve(writer: Writer) -> list[ContentIssue]:
    """Resolves all redirects for both audiences.

    What is wrong is told of what the public sees: drafts are none of its business.
    """
    asked = [(Claim(*row), bool(visible)) for *row, visible in await writer.select(_CLAIMS)]
    routes = {claim.route for claim, _ in asked}
    routes |= _routes(claim.target for claim, _ in asked if claim.target is not None)
    found = [
        (Page(*row), bool(visible))
        for statement in (_POSTS, _TERMS)
        for *row, visible in await writer.select(statement, among=state.json(routes))
    ]
    rows: set[tuple[Any, ...]] = set()
    issues: list[ContentIssue] = []
    for audience, sees_all in (("preview", True), ("public", False)):
        ends, issues = chains.resolved(
            [claim for claim, visible in asked if visible or sees_all],
            [page for page, visible in found if visible or sees_all],
        )
        rows |= {
            (claim.route, audience, claim.path, *end, claim.key, claim.is_own)
            for claim, end in ends
        }
    await _store(writer, rows)
    return issues


async def _store(writer: Writer, rows: Collection[tuple[Any, ...]]) -> None:
    before = {tuple(row) for row in await writer.select(select(*resolved_redirect.c))}
    names = [column.name for column in resolved_redirect.c]
    await writer.run(
        _DELETE,
        [
            {f"old_{name}": value for name, value in zip(_KEY, row, strict=False)}
            for row in before.difference(rows)
        ],
    )
    await writer.run(
        insert(resolved_redirect),
        [dict(zip(names, row, strict=True)) for row in rows if row not in before],
    )


def _routes(targets: Iterable[str]) -> set[str]:
    """The routes that targets may mean; a URL elsewhere has none here."""
    paths = (target for target in targets if target.startswith("/"))
    return {reading.route for path in paths for reading in route.readings(path)}
