"""The table of contents: headings, each with those below it."""

from functools import partial
from typing import Any

import strawberry
from sqlalchemy import FromClause, true

from gateway.planner.arguments import Constant
from gateway.planner.json_sql import Expression, Members
from gateway.planner.ordering import AS_WRITTEN
from gateway.planner.planning import MAXIMUM_STORED_DEPTH, Field, Planning
from gateway.planner.reading import Many, column
from gateway.planner.scope import Audience, Row, Source
from gateway.schema.field import reads
from gateway.store import tables

DEEPEST = 6


def _below(heading: Row, _: Audience) -> Source:
    members = Members(heading["children"])
    return _headings(members.rows, members, heading["deepest"])


def _headings(table: FromClause, members: Members, deepest: Expression, *where: Any) -> Source:
    """Headings down to a depth. A row hands the depth on to the headings below its own."""
    columns = {name: members[name] for name in ("id", "depth", "text", "children")}
    columns |= {"position": members.position, "deepest": deepest}
    return Source(table, (*where, columns["depth"] <= deepest), columns)


def table_of_contents(planning: Planning, field: Field, post: Row) -> Expression:
    """The headings down to `maxDepth`. As children are deeper, one left out takes all below it."""
    asked = field.arguments.get("maxDepth") or Constant(DEEPEST)
    deepest = planning.bind(asked, partial(_checked_depth, field))

    def top(post: Row, _: Audience) -> Source:
        body = tables.post_body.alias()
        members = Members(body.c.headings)
        rows = body.join(members.rows, true())
        return _headings(rows, members, deepest, body.c.post == post["n"])

    return Many(top, AS_WRITTEN).plan(planning, field, post)


def _checked_depth(field: Field, depth: int) -> int:
    if not 1 <= depth <= DEEPEST:
        raise field.error("maxDepth", f"{depth} is no depth of a heading; ask for 1 to {DEEPEST}")
    return depth


@strawberry.type(description="A heading in the text of a post.")
class Heading:
    id: str = reads(column("id"), "The id that it has in the HTML, for links to it.")
    depth: int = reads(column("depth"), "1 for `h1` to 6 for `h6`.")
    text: str = reads(column("text"), "Its text, without any markup.")
    children: "list[Heading]" = reads(
        Many(_below, AS_WRITTEN, MAXIMUM_STORED_DEPTH),
        "The deeper headings that follow before the next one of this depth, "
        "each under the nearest one that is shallower.",
    )
