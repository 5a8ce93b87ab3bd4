"""Terms during a sync: a number for each at once, the rest of their rows when all posts are in."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import count
from typing import Any

from sqlalchemy import bindparam, case, delete, func, insert, or_, select, update

from gateway.content.address import Home
from gateway.content.document import ContentIssue
from gateway.store import route
from gateway.store.sqlite import Writer
from gateway.store.tables import post, post_term, seen, term
from gateway.sync import filing, state, taxonomy
from gateway.sync.filing import Details, Filing, Voice
from gateway.sync.state import among
from gateway.sync.taxonomy import Edge

Key = tuple[str, str]
"""The kind and the identity of a term."""


class Terms:
    """What is written of terms inside a transaction. `last` is the highest number in use.

    When it is finished, `moved` are the routes at which the page of a term has come, gone or
    changed its audience, and `before` and `after` are the rows of all terms.
    """

    def __init__(self, home: Home, writer: Writer, last: int) -> None:
        self.moved: set[str] = set()
        self.before: Sequence[Mapping[str, Any]] = ()
        self.after: Sequence[Mapping[str, Any]] = ()
        self._home = home
        self._writer = writer
        self._new_numbers = count(last + 1)
        self._numbers: dict[Key, int] | None = None
        self._touched: set[int] = set()

    async def number(self, filings: Iterable[Filing]) -> Mapping[Key, int]:
        """The numbers of these terms and of all others that are stored."""
        numbers = await self._known()
        keys = {(found.kind, found.identity): found for found in filings}
        new = {key: found for key, found in keys.items() if key not in numbers}
        numbers.update((key, next(self._new_numbers)) for key in new)
        await self._writer.run(
            insert(term), [filing.placeholder(numbers[key], found) for key, found in new.items()]
        )
        self._touched.update(numbers[key] for key in keys)
        return numbers

    async def leave(self, posts: Collection[int]) -> None:
        """Notes that posts are about to be removed from what they are filed under, or to turn."""
        left = await self._writer.select(
            select(post_term.c.term).where(among(post_term.c.post)).distinct(),
            among=state.json(posts),
        )
        self._touched.update(n for (n,) in left)

    async def finish(self) -> list[ContentIssue]:
        """Brings the rows of all terms up to date; what is wrong in what the site says of them.

        What is counted is counted anew where this sync has touched it.
        """
        names = [column.name for column in term.c]
        stored = await self._writer.select(select(term))
        before = {row[0]: dict(zip(names, row, strict=True)) for row in stored}
        rest = [
            row for n, row in before.items() if n not in self._touched and row["preview_post_count"]
        ]
        counted = [*filing.terms(await self._uses(), await self._details()), *rest]
        after, issues = await self._arranged(counted)
        await self._writer.run(insert(term), [row for row in after if row["n"] not in before])
        await self._writer.run(
            update(term)
            .where(term.c.n == bindparam("number"))
            .values({name: bindparam(f"new_{name}") for name in names if name != "n"}),
            [
                {"number": row["n"]} | {f"new_{name}": row[name] for name in names if name != "n"}
                for row in after
                if row["n"] in before and row != before[row["n"]]
            ],
        )
        unused = before.keys() - {row["n"] for row in after}
        await self._writer.run(
            delete(term).where(term.c.n == bindparam("number")), [{"number": n} for n in unused]
        )
        pages = (
            {(row["path"], row["visible"]) for row in rows} for rows in (before.values(), after)
        )
        self.before, self.after = list(before.values()), after
        self.moved = {route.of(path) for path, _ in set.symmetric_difference(*pages)}
        return issues

    async def _arranged(
        self, counted: Sequence[Mapping[str, Any]]
    ) -> tuple[list[dict[str, Any]], list[ContentIssue]]:
        """The rows of terms as they lie in each other by what the site and its posts say."""
        numbers = await self._known()

        def number(kind: str, identity: str) -> int:
            key = kind, identity
            return numbers[key] if key in numbers else next(self._new_numbers)

        entries = await state.term_entries(self._writer)
        edges = await self._edges()
        after: list[dict[str, Any]] = []
        issues: list[ContentIssue] = []
        for kind in filing.FOLDERS:
            mine = [row for row in counted if row["kind"] == kind]
            found = taxonomy.of(
                [entry for entry in entries if entry.kind == kind],
                filing.known(mine),
                edges if kind == "category" else (),
            )
            after += filing.arranged(self._home, kind, mine, found, number)
            issues += found.issues
        return after, issues

    async def _known(self) -> dict[Key, int]:
        if self._numbers is None:
            stored = await self._writer.select(select(term.c.kind, term.c.identity, term.c.n))
            self._numbers = {(kind, identity): n for kind, identity, n in stored}
        return self._numbers

    async def _uses(self) -> list[filing.Use]:
        link = post_term.c
        found = await self._writer.select(
            select(
                link.term,
                term.c.kind,
                term.c.identity,
                link.name,
                func.count(),
                func.max(link.published_key),
                func.sum(link.visible),
                func.max(case((seen(post_term), link.published_key), else_="")),
            )
            .join_from(post_term, term)
            .where(among(link.term))
            .group_by(link.term, term.c.kind, term.c.identity, link.name),
            among=state.json(self._touched),
        )
        return [filing.Use(*row) for row in found]

    async def _details(self) -> dict[Voice, Details]:
        """What the newest post that says anything of an author says of one that is touched."""
        link = post_term.c
        said = (link.bio, link.avatar)
        found = await self._writer.select(
            select(link.term, link.visible, *said, func.max(link.published_key).label("latest"))
            .where(
                link.kind == "author",
                or_(*(each.is_not(None) for each in said)),
                among(link.term),
            )
            .group_by(link.term, link.visible, *said)
            .order_by("latest"),
            among=state.json(self._touched),
        )
        return {(n, bool(seen)): Details(bio, avatar) for n, seen, bio, avatar, _ in found}

    async def _edges(self) -> list[Edge]:
        link = post_term.c
        shown = case((seen(post_term), post.c.source_path))
        found = await self._writer.select(
            select(
                term.c.identity,
                link.parent,
                func.count(),
                func.sum(link.visible),
                func.min(shown),
            )
            .join_from(post_term, term)
            .join(post, post.c.n == link.post)
            .where(link.parent.is_not(None))
            .group_by(term.c.identity, link.parent)
        )
        return [Edge(*row) for row in found]
