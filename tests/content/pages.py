"""A page of a site, as the templates in its body see it."""

from datetime import UTC, datetime
from pathlib import Path

from gateway.content import names
from gateway.content.document import ContentIssue
from gateway.content.entry import Entry
from gateway.content.issues import Issues
from gateway.content.matter import frontmatter
from gateway.content.site import open_site
from gateway.content.templating.page import Page

DATE = datetime(2025, 1, 2, 18, 4, 5, tzinfo=UTC)


def page(folder: Path, path: str, matter: str = "", url: str = "/page/") -> Page:
    """The page of a file whose body begins on line 1; `/there.md` is the only other one."""
    issues = Issues(path)
    values = frontmatter.read(matter, 1, issues)
    name = names.parse(path)
    entry = Entry(open_site(folder), path, name, {}, values, values, issues)
    return Page(
        entry=entry,
        body_line=1,
        slug=name.slug,
        path=url,
        title="",
        published_at=DATE,
        changed_at=DATE,
        tags=("x", "y"),
        categories=("Foo", "bar"),
        address=lambda other: "/there/" if other.endswith("/there.md") else None,
        depends=set(),
    )


def found(page: Page) -> list[tuple[str, int | None]]:
    issues: tuple[ContentIssue, ...] = page.entry.issues.found()
    return [(issue.code, issue.line) for issue in issues]
