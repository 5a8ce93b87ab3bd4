"""What a reader who has begun to type may mean: titles, tags, categories and authors."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

import strawberry
from sqlalchemy import BindParameter, Select, case, func, literal_column, select, union_all

from gateway.planner import connection, json_sql
from gateway.planner.arguments import Constant, Template
from gateway.planner.json_sql import Expression
from gateway.planner.lookup import NodeById
from gateway.planner.ordering import Key, Ordering
from gateway.planner.planning import Field, Planning
from gateway.planner.reading import Looked
from gateway.planner.resolution import ResolvedNode
from gateway.planner.scope import Audience, Row, Source, scalar, select_rows
from gateway.schema.arguments import argument
from gateway.schema.field import reads
from gateway.schema.relations import ALL
from gateway.schema.types import Node
from gateway.store.suggesting import PLACES, TITLES, completion
from gateway.store.tables import post, term
from gateway.text.search import completing

DEFAULT_SUGGESTIONS = 10
LONGEST_PREFIX = 100

BEST_FIRST = Ordering("s", (Key("place"), Key("rank"), Key("node")))

LOOKED_AT = 100
"""Heads in each place, of which the best are found."""

IN_PLACE = ("head", "rank", "node")

BEYOND = "\U0010ffff"
"""After every other character."""


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What may become of the argument `prefix`, the best first.

    Of a short one, the heads that equal it are read in the order of their ranks. What begins with a
    longer one lies in the order of the alphabet: of this a hundred are looked at in each place, and
    ranked; of titles the last hundred too, since the newest of a series have the highest numbers.
    """

    def plan(self, planning: Planning, field: Field, scope: Any) -> Expression:  # noqa: ARG002
        wanted = field.arguments.get("first") or Constant(DEFAULT_SUGGESTIONS)
        first = connection.size(planning, field, "first")

        def best() -> Expression:
            source, row = _completions(planning, field, wanted), planning.row()
            items = json_sql.array_of_rows(planning.object(field.type, row, field.nodes))
            rows = select_rows(source, row).order_by(*BEST_FIRST.by(source.columns))
            return scalar(row, rows.limit(planning.bind(wanted) if first is None else first), items)

        return planning.related(field, None, best)


def _completions(planning: Planning, field: Field, wanted: Template) -> Source:
    """What begins with the prefix, once for each node: in the best of its places."""
    prefix = field.arguments["prefix"]

    def bind(read: Callable[[str, int], Any]) -> BindParameter[Any]:
        return planning.bind(
            [prefix, wanted], lambda given: read(_typed(field, given[0]), given[1])
        )

    lowest = bind(lambda typed, _: typed)
    highest = bind(lambda typed, _: typed if _is_short(typed) else typed + BEYOND)
    ends = (
        (False, bind(lambda typed, wanted: wanted if _is_short(typed) else LOOKED_AT)),
        (True, bind(lambda typed, _: 0 if _is_short(typed) else LOOKED_AT)),
    )
    found = union_all(
        *(
            _range(visible, place, lowest, highest, limit, is_last=is_last)
            for visible in ((1,) if planning.audience is Audience.PUBLIC else (1, 0))
            for is_last, limit in ends
            for place in (TITLES if is_last else PLACES)
        )
    ).subquery()
    best = (
        select(found.c.node, found.c.rank, func.min(found.c.place).label("place"))
        .group_by(found.c.node, found.c.rank)
        .subquery()
    )
    return Source(best, (), best.c)


def _typed(field: Field, prefix: str) -> str:
    if len(prefix) > LONGEST_PREFIX:
        raise field.error(
            "prefix", f"{len(prefix)} characters are more than the {LONGEST_PREFIX} that are taken"
        )
    return completing.typed(prefix)


def _is_short(typed: str) -> bool:
    return len(typed) <= completing.SHORT


def _range(
    visible: int,
    place: int,
    lowest: Expression,
    highest: Expression,
    limit: Expression,
    *,
    is_last: bool,
) -> Select[Any]:
    """The first heads of a place from one to another, or the last."""
    heads = completion.alias()
    order = [heads.c[name].desc() if is_last else heads.c[name] for name in IN_PLACE]
    found = (
        select(heads.c.place, heads.c.rank, heads.c.node)
        .where(heads.c.visible == literal_column(str(visible)))
        .where(heads.c.place == literal_column(str(place)))
        .where(heads.c.head.between(lowest, highest))
        .order_by(*order)
        .limit(limit)
    )
    return select(found.subquery())


def _text(row: Row) -> Expression:
    posts, terms = post.alias(), term.alias()
    title = select(posts.c.title).where(posts.c.id == row["node"]).scalar_subquery()
    name = select(terms.c.name).where(terms.c.id == row["node"]).scalar_subquery()
    return func.coalesce(title, name)


def _kind(row: Row) -> Expression:
    node = row["node"]
    # A global id begins with the kind of what it is the id of.
    kind = func.upper(func.substr(node, 1, func.instr(node, json_sql.text("_")) - json_sql.one()))
    return case((kind == json_sql.text("POST"), json_sql.text("TITLE")), else_=kind)


@strawberry.enum(description="What a suggestion is.")
class SuggestionKind(Enum):
    TITLE = strawberry.enum_value("TITLE", description="The title of a post.")
    TAG = strawberry.enum_value("TAG", description="The name of a tag.")
    CATEGORY = strawberry.enum_value("CATEGORY", description="The name of a category.")
    AUTHOR = strawberry.enum_value("AUTHOR", description="The name of an author.")


@strawberry.type(description="What a reader who has begun to type may mean.")
class Suggestion:
    text: str = reads(Looked(_text), "The title or the name.")
    kind: SuggestionKind = reads(Looked(_kind), "What it is.")
    node: Node | None = reads(
        ResolvedNode(NodeById(ALL)), "The post, tag, category or author that it is of."
    )


ARGUMENTS = (
    argument(
        "prefix",
        str,
        f"What has been typed, at most {LONGEST_PREFIX} characters, of which the first "
        f"{completing.LONGEST} count. Case, width, accents and punctuation do not.",
    ),
    argument(
        "first",
        int | None,
        f"How many, at most {connection.MAXIMUM_PAGE}.",
        default=DEFAULT_SUGGESTIONS,
    ),
)
