"""The body of a post, in the formats that clients ask for."""

import strawberry
from sqlalchemy import func, select

from gateway.planner import json_sql
from gateway.planner.json_sql import Expression
from gateway.planner.ordering import AS_WRITTEN
from gateway.planner.planning import Field, Planning
from gateway.planner.reading import Computed, Looked, Many
from gateway.planner.scope import Audience, Row, Source
from gateway.schema.arguments import argument
from gateway.schema.field import reads
from gateway.schema.images import Image
from gateway.schema.scalars import HTML, JSON, Markdown
from gateway.store import tables


def _stored(name: str) -> Looked:
    def read(row: Row) -> Expression:
        body = tables.post_body.alias()
        return select(body.c[name]).where(body.c.post == row["n"]).scalar_subquery()

    return Looked(read)


def _html(planning: Planning, field: Field, row: Row) -> Expression:
    body = tables.post_body.alias()
    html: Expression = body.c.html
    if not _is_on(field, "headingIds", otherwise=True):
        html = func.without_heading_ids(html)
    if _is_on(field, "highlight", otherwise=False):
        html = func.highlighted(html)
    found = select(html).where(body.c.post == row["n"])
    return planning.placed(row, found.scalar_subquery())


def _is_on(field: Field, name: str, *, otherwise: bool) -> bool:
    template = field.arguments.get(name)
    return otherwise if template is None else bool(template.value)


def _tree(planning: Planning, field: Field, row: Row) -> Expression:
    return json_sql.parse(_stored("ast").plan(planning, field, row))


def _images(post: Row, _: Audience) -> Source:
    images = tables.post_image.alias()
    return Source(images, (images.c.post == post["n"],), images.c)


@strawberry.type(description="The body of a post, in the formats that clients ask for.")
class PostBody:
    markdown: Markdown = reads(_stored("markdown"), "The source, without the front matter.")
    html: HTML = reads(
        Computed(_html),
        "Rendered and sanitised.",
        (
            argument(
                "heading_ids",
                bool | None,
                "Whether headings have ids, which `tableOfContents` names.",
                True,  # noqa: FBT003
            ),
            argument(
                "highlight",
                bool | None,
                "Whether blocks of code in a language that Pygments knows are marked up with the "
                "classes of its style sheets. It takes milliseconds when it is first asked for.",
                False,  # noqa: FBT003
            ),
        ),
    )
    text: str = reads(_stored("plain"), "Without any markup.")
    ast: JSON = reads(
        Computed(_tree),
        "A tree of nodes, for clients that do not render HTML: "
        "[mdast](https://github.com/syntax-tree/mdast) with GFM, without positions.",
    )
    images: list[Image] = reads(
        Many(_images, AS_WRITTEN), "The images in the text, each once, in the order of the text."
    )
