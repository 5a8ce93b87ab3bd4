"""Pages and edges, as the Relay specification names them.

https://relay.dev/graphql/connections.htm
"""

from typing import Generic, TypeVar

import strawberry

from gateway.planner.connection import Edges, Node, Nodes
from gateway.planner.reading import Here, Value
from gateway.schema.field import reads

T = TypeVar("T")


@strawberry.type(description="Where a page lies in its list.")
class PageInfo:
    has_next_page: bool = reads(
        Value(lambda page: page.has_next_page()), "Whether the list goes on after this page."
    )
    has_previous_page: bool = reads(
        Value(lambda page: page.has_previous_page()), "Whether the list has items before this page."
    )
    start_cursor: str | None = reads(
        Value(lambda page: page.start_cursor()),
        "The cursor of the first item; null on an empty page.",
    )
    end_cursor: str | None = reads(
        Value(lambda page: page.end_cursor()),
        "The cursor of the last item, for the next page's `after`; null on an empty page.",
    )


@strawberry.type(description="An item of a page, with its place in the list.")
class Edge(Generic[T]):
    cursor: str = reads(
        Value(lambda page: page.cursor()), "The item's place, for `after` and `before`."
    )
    node: T = reads(Node(), "The item itself.")


@strawberry.type(description="A page of a list.")
class Connection(Generic[T]):
    edges: list[Edge[T]] = reads(Edges(), "The items with their cursors.")
    nodes: list[T] = reads(Nodes(), "The items alone, for clients that need no cursors.")
    page_info: PageInfo = reads(Here(), "Where this page lies in the list.")
    total_count: int = reads(
        Value(lambda page: page.total_count()),
        "How many items the whole list has; counted only when asked for.",
    )
