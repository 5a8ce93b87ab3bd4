"""Whole sites, compared with what Jekyll 4.3.1 made of them.

The sites and Jekyll's answers lie beside the repository, in ../shared/golden, and are not part
of it. Every difference is listed here with its reason; one more or one fewer fails.
"""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from gateway.content.document import Document
from gateway.content.loader import load
from gateway.content.nodes import Scalar
from gateway.content.scan import scan
from gateway.content.site import open_site

GOLDEN = Path(__file__).parents[2].parent / "shared/golden"

RAW_TITLE = {
    f"_posts/2025-01-17-title-{name}.md": ("title",)
    for name in (
        *("bool", "comma", "datetime", "float", "hexa", "int", "list", "multi", "octal", "plus"),
        *("sexa", "time", "under", "yes"),
    )
}
RESCUED = dict.fromkeys(
    (
        "_posts/2025-01-16-at.md",
        "_posts/2025-01-16-colon.md",
        "_posts/2025-01-16-list-root.md",
        "_posts/2025-01-16-scalar-root.md",
        "_posts/2025-01-16-tab-indent.md",
    ),
    ("path", "slug", "title", "date"),
)
DIFFERENCES: dict[str, dict[str, tuple[str, ...]]] = {
    "edge": {
        # A title is the text its author wrote, not the number or time that YAML makes of it.
        **RAW_TITLE,
        # Jekyll drops front matter that is no YAML and dates the post by the build.
        **RESCUED,
        # `:-)` is no error to SafeYAML, only to the YAML reader of Debian's Jekyll.
        "_posts/2025-01-16-symbol.md": ("path", "slug", "title", "date"),
        # A slug is never empty.
        "_posts/2025-01-20-.md": ("path", "slug"),
        # A mapping is no tag; it is reported.
        "_posts/2025-01-13-tags-odd.md": ("tags",),
        # Line ends are LF before the excerpt's separator is looked for.
        "_posts/2025-01-15-crlf.md": ("excerpt",),
    },
    "jekyll-docs": {},
    "jekyllrb-ja": {},
    "jekyll-fixtures": {
        # A path is decoded before it is made safe, so it cannot leave the site.
        "_posts/2014-01-06-permalink-traversal.md": ("path",),
    },
}
# Loaded all the same, as drafts, as posts of the future, or to report them.
NOT_IN_JEKYLLS_OUTPUT = {
    "edge": {
        "_posts/2025-01-14-future-fm.md",
        "_posts/2025-01-14-unpublished.md",
        "_posts/2025-01-20-latin1.md",
        "_posts/2025-01-20-sjis.md",
        "_posts/2099-01-01-future.md",
    },
    "jekyll-docs": set[str](),
    "jekyllrb-ja": set[str](),
    "jekyll-fixtures": {"_posts/2008-02-02-not-published.markdown"},
}


def compare(document: Document, golden: dict[str, Any]) -> tuple[str, ...]:
    """The names of what differs."""
    published_at = document.published_at
    excerpt = golden.get("excerpt_source")
    pairs = {
        "path": (document.path, unquote(golden["url"])),
        "slug": (document.slug, golden["slug"]),
        "title": (document.title, golden["title"]),
        "date": (published_at and int(published_at.timestamp()), golden["date_epoch"]),
        "categories": (list(document.categories), texts(golden["categories"])),
        "tags": (list(document.tags), texts(golden["tags"])),
        "excerpt": (document.excerpt.markdown.strip(), (excerpt or "").strip()),
    }
    if excerpt is None:
        del pairs["excerpt"]
    return tuple(name for name, (ours, theirs) in pairs.items() if ours != theirs)


def texts(values: list[Any] | None) -> list[str]:
    """As text, each once: Jekyll keeps the types of YAML, empty ones and repetitions."""
    written = [str(value) for value in values or [] if value not in (None, "")]
    return list(dict.fromkeys(written))


def golden_sites() -> list[str]:
    return [path.stem for path in sorted((GOLDEN / "json").glob("*.json"))]


@pytest.mark.skipif(not GOLDEN.is_dir(), reason=f"no sites to compare with in {GOLDEN}")
@pytest.mark.parametrize("name", golden_sites())
def test_a_whole_site_is_what_jekyll_made_of_it(name: str) -> None:
    golden = json.loads((GOLDEN / "json" / f"{name}.json").read_text())
    source = name.partition("-permalink-")[0].removesuffix("-drafts-future-unpublished")
    site = open_site(GOLDEN / source)
    if source != name:
        style = Scalar(golden["permalink"], golden["permalink"])
        site = replace(site, settings={**site.settings, "permalink": style})
    documents = {
        file.path: loaded.document
        for file in scan(site).files
        if (loaded := load(site, file.path)).document is not None
    }

    differences: dict[str, tuple[str, ...]] = {}
    expected: set[str] = set()
    for doc in golden["docs"]:
        # A draft without a date has that of its file.
        if doc["collection"] != "posts" or doc["path"] == "_drafts/draft-one.md":
            continue
        expected.add(doc["path"])
        document = documents[doc["path"]]
        assert document is not None
        if differs := compare(document, doc):
            differences[doc["path"]] = differs
    assert differences == DIFFERENCES[source]
    more = {path for path in documents.keys() - expected if not path.startswith("_drafts/")}
    assert more <= NOT_IN_JEKYLLS_OUTPUT[source]
