"""What a search says of a post that it found."""

from dataclasses import dataclass

import strawberry
from sqlalchemy import null

from gateway.planner import json_sql
from gateway.planner.connection import Page
from gateway.planner.json_sql import Expression
from gateway.planner.planning import Field, Planning
from gateway.planner.reading import Value
from gateway.schema.field import reads


@dataclass(frozen=True, slots=True)
class Found:
    """An object for the search of a page, null where its posts are not searched."""

    def plan(self, planning: Planning, field: Field, scope: Page) -> Expression:
        if scope.filtered.search is None:
            return null()
        return planning.object(field.type, scope, field.nodes)


@strawberry.type(description="What a search says of a post that it found.")
class SearchHit:
    score: float = reads(
        Value(lambda page: page.row["score"]),
        "How well it fits: only to be compared with the others of the same search.",
    )
    relaxed: bool = reads(
        Value(lambda page: json_sql.boolean(page.row["relaxed"])),
        "Whether it has only some of the terms. Such posts follow where fewer than three have all.",
    )
