"""Another subgraph: readers' comments on the posts of `tests/site`, by Strawberry's federation."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import strawberry
import uvicorn
from strawberry import federation
from strawberry.asgi import GraphQL

from gateway.cli.serving import listen


@federation.type(keys=["id"])
class Post:
    id: strawberry.ID

    @strawberry.field
    def comments(self) -> "list[Comment]":
        return [comment for comment in COMMENTS if comment.post.id == self.id]

    @classmethod
    def resolve_reference(cls, id: strawberry.ID) -> "Post":  # noqa: A002 - as it is called
        return cls(id=id)


@federation.type(keys=["slug"])
class Author:
    slug: str

    @strawberry.field
    def followers(self) -> int:
        return len(self.slug)

    @classmethod
    def resolve_reference(cls, slug: str) -> "Author":
        return cls(slug=slug)


@strawberry.type
class Comment:
    text: str
    post: Post
    answered_by: Author | None = None


@strawberry.type
class Report:
    """A complaint about a post, which may be gone meanwhile."""

    reason: str
    post: Post | None


@federation.type(shareable=True)
class PageInfo:
    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None = None
    end_cursor: str | None = None


@strawberry.type
class CommentConnection:
    nodes: list[Comment]
    page_info: PageInfo


TABLES = "post_39527ddba9791b816e3b"
GONE = "post_00000000000000000000"
SEARCH = "post_9524a2002bcb9fb0b851"


def comment(text: str, post: str, answered_by: str | None = None) -> Comment:
    author = Author(slug=answered_by) if answered_by else None
    return Comment(text=text, post=Post(id=strawberry.ID(post)), answered_by=author)


COMMENTS = [
    comment("Which of them is quicker?", TABLES, answered_by="ken"),
    comment("検索も速いですか。", SEARCH),
    comment("Thank you.", TABLES, answered_by="mina"),
]


@strawberry.type
class Query:
    @strawberry.field
    def comments(self) -> CommentConnection:
        whole = PageInfo(has_next_page=False, has_previous_page=False)
        return CommentConnection(nodes=COMMENTS, page_info=whole)

    @strawberry.field
    def reports(self) -> list[Report]:
        return [
            Report(reason=reason, post=Post(id=strawberry.ID(post)))
            for reason, post in {"Spam": TABLES, "Gone": GONE, "Broken": "banana"}.items()
        ]


# The version that composition libraries other than Apollo's know.
SCHEMA = federation.Schema(query=Query, federation_version="2.3")


@contextmanager
def running() -> Iterator[str]:
    """The address of the subgraph, which is served until the block ends."""
    listener = listen("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(GraphQL(SCHEMA), log_level="warning", lifespan="off"))
    thread = Thread(target=server.run, args=([listener],))
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    finally:
        server.should_exit = True
        thread.join()
