"""Whatever a file holds, loading it gives a document or issues, and JSON."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.content.loader import Loaded, load
from gateway.content.site import open_site

from .sites import POST

FIELDS = st.sampled_from(
    [
        *("title", "slug", "layout", "date", "updated", "published", "permalink", "x"),
        *("tag", "tags", "category", "categories", "author", "authors"),
        *("excerpt", "excerpt_separator", "reading_time"),
    ]
)
SCALARS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["2025-11-07 16:39:06 +0000", "no", "~", "*a", "&a x", "!!int x", "9" * 5000]),
    st.integers().map(str),
    st.floats().map(str),
    st.datetimes().map(str),
)
FLOW = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(st.text(max_size=3), inner, max_size=2).map(
            lambda items: "{" + ", ".join(f"{k}: {v}" for k, v in items.items()) + "}"
        ),
    ),
    max_leaves=5,
)
MATTER = st.lists(st.tuples(FIELDS, FLOW), max_size=6).map(
    lambda fields: "".join(f"{name}: {value}\n" for name, value in fields)
)


def loaded(content: bytes, path: str = POST) -> Loaded:
    with TemporaryDirectory() as folder:
        file = Path(folder) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        return load(open_site(Path(folder)), path)


def check(result: Loaded) -> None:
    assert all(issue.message for issue in result.issues)
    document = result.document
    if document is None:
        assert result.issues
        return
    json.dumps(document.front_matter, allow_nan=False).encode()
    assert document.slug
    assert document.path.startswith("/")
    assert document.reading_time >= 1
    assert document.updated_at.utcoffset() is not None
    assert document.published_at is None or document.published_at.utcoffset() is not None


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    check(loaded(content))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120), st.text(max_size=120))
def test_any_text_as_front_matter_and_body(matter: str, body: str) -> None:
    check(loaded(f"---\n{matter}\n---\n{body}".encode("utf-8", "replace")))


@settings(max_examples=300, deadline=None)
@given(MATTER)
def test_any_fields(matter: str) -> None:
    check(loaded(f"---\n{matter}---\n本文\n".encode("utf-8", "replace")))
    check(loaded(f"---\n{matter}---\n本文\n".encode("utf-8", "replace"), "note.md"))
