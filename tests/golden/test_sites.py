"""Whole sites, compared with what Jekyll 4.3.1 made of them.

Those beside this file are ours; `expected.json` in each is written by `jekyll.rb`. More lie beside
the repository, in ../shared/golden, and are not part of it. Every difference is listed in
`differences.py` with its reason; one more or one fewer fails.
"""

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from gateway.content.document import Document
from gateway.content.site import Site, open_site
from tests.golden import differences, facts
from tests.golden.score import EVERYTHING, SHARED, documents, is_shown, opened, sites

OURS = Path(__file__).parent


def compare(document: Document, golden: dict[str, Any]) -> tuple[str, ...]:
    """The names of what differs."""
    published_at = document.published_at
    pairs: dict[str, tuple[Any, Any]] = {
        "path": (document.path, unquote(golden["url"])),
        "slug": (document.slug, golden["slug"]),
        "title": (document.title, golden["title"]),
        "date": (published_at and int(published_at.timestamp()), golden["date_epoch"]),
        "categories": (list(document.categories), texts(golden["categories"])),
        "tags": (list(document.tags), texts(golden["tags"])),
    }
    if golden.get("excerpt_source") is not None:
        pairs["excerpt"] = (document.excerpt.markdown.strip(), golden["excerpt_source"].strip())
    if golden.get("content_html"):
        ours, theirs = facts.of(document.body.html), facts.of(golden["content_html"])
        pairs |= {name: (ours[name], theirs[name]) for name in ours}
    return tuple(name for name, (ours, theirs) in pairs.items() if ours != theirs)


def texts(values: list[Any] | None) -> list[str]:
    """As text, each once: Jekyll keeps the types of YAML, empty ones and repetitions."""
    written = [str(value) for value in values or [] if value not in (None, "")]
    return list(dict.fromkeys(written))


def test_our_site_is_what_jekyll_makes_of_it() -> None:
    check("blog", open_site(OURS / "blog"), json.loads((OURS / "blog/expected.json").read_text()))


def check(name: str, site: Site, golden: dict[str, Any]) -> None:
    source = name.partition("-permalink-")[0].removesuffix(EVERYTHING)
    loaded = documents(site)
    expected = {
        doc["path"]: doc
        for doc in golden["docs"]
        # A draft without a date has that of its file.
        if doc["collection"] == "posts" and doc["path"] != "_drafts/draft-one.md"
    }
    found = {
        path: differs for path, doc in expected.items() if (differs := compare(loaded[path], doc))
    }
    assert found == differences.LISTED[source]
    if not name.endswith(EVERYTHING):
        shown = {path for path, document in loaded.items() if is_shown(site, document)}
        assert shown == expected.keys()


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"no sites to compare with in {SHARED}")
@pytest.mark.parametrize("name", sites(SHARED))
def test_a_shared_site_is_what_jekyll_made_of_it(name: str) -> None:
    golden = json.loads((SHARED / "json" / f"{name}.json").read_text())
    check(name, opened(SHARED, name), golden)
