"""Pages that are walked while posts are added and removed, by real syncs between two pages."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, product
from pathlib import Path
from random import Random
from typing import Any

from graphql import GraphQLSchema

from gateway.planner.scope import Audience

from . import sites
from .moving import moving
from .served import Client
from .walks import BACKWARD, FORWARD, Direction, orderings

PAGE = """\
fragment page on PostConnection {
  nodes { id }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
}"""
ARGUMENTS = "orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before"
FILTER = '{ or: [{ readingMinutes: { gt: 1 } }, { tags: { none: ["AI"] } }] }'
LISTS = {
    "all posts": f"posts({ARGUMENTS}) {{ ...page }}",
    "of a category": f'category(by: {{ slug: "the-web" }}) {{ posts({ARGUMENTS}) {{ ...page }} }}',
    "of a filter": f"posts(where: {FILTER}, {ARGUMENTS}) {{ ...page }}",
}

SITE = sites.Plan("moving", 90, 6)
POSTS = "_posts/"
AT_FIRST = 45
CHANGES = 15
CHANGED = 3
"""So many posts are added between two pages, and so many removed."""
MOST_PAGES = 50


@dataclass
class Walk:
    """Through one list, a page at a time."""

    name: str
    order_by: list[dict[str, str]]
    direction: Direction
    at: str | None = None
    is_done: bool = False
    pages: list[list[str]] = field(default_factory=list)

    @property
    def seen(self) -> list[str]:
        """The ids so far, in the order of the list."""
        pages = self.pages if self.direction is FORWARD else self.pages[::-1]
        return [id_ for page in pages for id_ in page]

    def step(self, client: Client) -> None:
        if self.is_done:
            return
        page = self.ask(client, {self.direction.size: 2, self.direction.beyond: self.at})
        self.pages.append([node["id"] for node in page["nodes"]])
        self.at = page["pageInfo"][self.direction.cursor]
        self.is_done = not page["pageInfo"][self.direction.has_more]

    def everything(self, client: Client) -> list[str]:
        return [node["id"] for node in self.ask(client, {"first": 100})["nodes"]]

    def ask(self, client: Client, variables: dict[str, Any]) -> Any:
        query = f"""\
query ($orderBy: [PostOrder!], $first: Int, $after: String, $last: Int, $before: String) {{
  {LISTS[self.name]}
}}
{PAGE}"""
        (found,) = client.data(query, {"orderBy": self.order_by, **variables}).values()
        return found.get("posts", found)


def versions() -> Iterator[dict[str, str]]:
    """The files of a site while posts come and go. Those that leave do not come back."""
    random = Random(7)  # noqa: S311 - content, not a secret
    made = sites.files(SITE)
    names = sorted(path for path in made if path.startswith(POSTS))
    random.shuffle(names)
    there, waiting = names[:AT_FIRST], iter(names[AT_FIRST:])
    for _ in range(CHANGES):
        yield {path: text for path, text in made.items() if path in there or path not in names}
        for gone in random.sample(there, CHANGED):
            there.remove(gone)
        there += islice(waiting, CHANGED)


def test_posts_that_stay_are_met_once_while_others_come_and_go(
    schema: GraphQLSchema, tmp_path: Path
) -> None:
    # Not by relevance: how well a post fits depends on the posts that come and go.
    walks = [
        Walk(name, order_by, direction)
        for name, order_by, direction in product(
            LISTS, orderings(schema, "PostOrder"), (FORWARD, BACKWARD)
        )
    ]
    with moving(tmp_path, Audience.PUBLIC) as site:
        files = versions()
        site.become(next(files))
        at_first = [set(walk.everything(site)) for walk in walks]
        for _ in range(MOST_PAGES):
            for walk in walks:
                walk.step(site)
            if made := next(files, None):
                site.become(made)
        for walk, before in zip(walks, at_first, strict=True):
            staying = [id_ for id_ in walk.everything(site) if id_ in before]
            assert walk.is_done
            assert sorted(walk.seen) == sorted(set(walk.seen)), walk
            assert [id_ for id_ in walk.seen if id_ in staying] == staying, walk
