"""Where content came from: files, what was wrong with them, revisions."""

from enum import Enum

import strawberry
from sqlalchemy import ColumnElement, and_, exists, literal, null, or_, select

from gateway.planner.ordering import Key, Ordering
from gateway.planner.reading import Many, column
from gateway.planner.scope import Audience, Row, Source
from gateway.schema.field import reads
from gateway.schema.relations import post_count
from gateway.schema.scalars import DateTime
from gateway.store.tables import content_issue, post, revision, seen

BY_FILE = Ordering("f", (Key("file"), Key("line"), Key("n")))
LATEST = Ordering("s", (Key("sequence", descending=True),))


def _issues_of_file(post: Row, _: Audience) -> Source:
    issues = content_issue.alias()
    return Source(issues, (issues.c.file == post["source_path"],), issues.c)


def _all_issues(_: Row, audience: Audience) -> Source:
    """The issues of all files; the public is told nothing of files whose posts it does not see.

    A file that was refused might have been such a post.
    """
    issues = content_issue.alias()
    condition: tuple[ColumnElement[bool], ...] = ()
    if audience is Audience.PUBLIC:
        shown = exists().where(post.c.source_path == issues.c.file, seen(post))
        of_the_site = and_(issues.c.source.is_(None), issues.c.refused == 0)
        condition = (or_(of_the_site, shown),)
    return Source(issues, condition, issues.c)


def revisions(_: None, audience: Audience) -> Source:
    """All revisions, the first being the one of a store that nothing was loaded into."""
    empty = select(literal(0), literal(""), null(), literal(0))
    columns = revision.c
    count = post_count(revision, audience).label("post_count")
    stored = select(columns.sequence, columns.id, columns.loaded_at, count)
    found = stored.union_all(empty).subquery()
    return Source(found, (), found.c)


@strawberry.enum(description="How bad an issue is.")
class IssueSeverity(Enum):
    WARNING = strawberry.enum_value(
        "WARNING", description="Something was read in a way its author may not have meant."
    )
    ERROR = strawberry.enum_value("ERROR", description="Something of the author's was lost.")


@strawberry.type(description="Something in a file that was not read as its author meant it.")
class ContentIssue:
    file: str = reads(column("file"), "The path of the file, from the site's root.")
    line: int | None = reads(column("line"), "The line in the file, where it is known.")
    field: str | None = reads(column("field"), "The field of the front matter or configuration.")
    code: str = reads(column("code"), "What kind of issue it is, for programs.")
    message: str = reads(column("message"), "What is wrong, and what to do.")
    severity: IssueSeverity = reads(column("severity"), "How bad it is.")


@strawberry.type(description="The file a post was read from.")
class SourceFile:
    path: str = reads(column("source_path"), "The path of the file, from the site's root.")
    content_hash: str = reads(
        column("content_hash"), "A digest of the file's bytes: it changes when the file does."
    )
    issues: list[ContentIssue] = reads(
        Many(_issues_of_file, BY_FILE), "What in it was not read as its author meant it."
    )


@strawberry.type(description="The content as one sync left it.")
class ContentRevision:
    id: str = reads(
        column("id"),
        "Derived from the content alone: equal content has an equal revision on every machine. "
        "Empty before anything was loaded.",
    )
    loaded_at: DateTime | None = reads(
        column("loaded_at"), "When it was loaded; null before anything was."
    )
    post_count: int = reads(column("post_count"), "How many posts it has.")
    issues: list[ContentIssue] = reads(
        Many(_all_issues, BY_FILE),
        "What in the files that are served was not read as its author meant it.",
    )
