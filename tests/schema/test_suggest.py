"""What completes what a reader has typed."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from gateway.content.site import open_site
from gateway.http.responses import body_of
from gateway.planner.scope import Audience
from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import Store, open_store
from gateway.sync.run import sync
from tests.content.sites import write

pytestmark = pytest.mark.anyio

QUERY = """query ($prefix: String!, $first: Int) {
  suggest(prefix: $prefix, first: $first) { text kind node { id ... on Routable { path } } }
}"""


def post(title: str, *tags: str, **fields: str) -> str:
    matter = {"title": f'"{title}"', "tags": f"[{', '.join(tags)}]", **fields}
    lines = (f"{key}: {value}\n" for key, value in matter.items())
    return f"---\n{''.join(lines)}---\n"


FILES: dict[str, str | bytes] = {
    "_posts/2025-01-01-old.md": post("Kettles of old", "Kitchen", "Tea", author="Kim Tea"),
    "_posts/2025-01-02-new.md": post("KÉTTLES of today", "Tea", "Kit", category="Kettle lore"),
    "_posts/2025-01-03-later.md": post("Every kettle, a new kettle", "Tea"),
    "_posts/2025-01-04-ja.md": post("港町の灯台とランプ", "灯台", lang="ja"),
    "_posts/2025-01-05-hidden.md": post("Kept", "Kit", "Keys", "Ke", published="false"),
    "_posts/2025-01-06-hidden.md": post("Kept too", "Kit", published="false"),
}


@pytest.fixture(scope="module")
async def blog(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Store]:
    folder = tmp_path_factory.mktemp("suggest")
    write(folder / "site", FILES)
    async with open_store(folder / "content.db") as store:
        await sync(store, open_site(folder / "site"))
        yield store


async def answer(
    store: Store, query: str, audience: Audience = Audience.PUBLIC, **variables: Any
) -> Any:
    request = Request(query, variables=variables, audience=audience)
    return orjson.loads(body_of(await GraphQL(store.reader.row).answer(request)))


async def texts(store: Store, prefix: str, **options: Any) -> list[str]:
    answered = await answer(store, QUERY, prefix=prefix, **options)
    assert "errors" not in answered, answered
    return [each["text"] for each in answered["data"]["suggest"]]


async def test_names_come_first_then_titles_then_what_has_a_later_word(blog: Store) -> None:
    assert await texts(blog, "k") == [
        *["Kim Tea", "Kettle lore", "Kit", "Kitchen"],  # in the order of their ids
        *["KÉTTLES of today", "Kettles of old"],  # the newer one first
        "Every kettle, a new kettle",  # once
    ]
    assert await texts(blog, "tea") == ["Tea", "Kim Tea"]


@pytest.mark.parametrize("prefix", ["kettl", "Ｋｅｔｔｌ", " KÉTTL", "“kettl"])
async def test_case_width_accents_and_signs_do_not_count(blog: Store, prefix: str) -> None:
    assert await texts(blog, prefix) == [
        "Kettle lore",
        "KÉTTLES of today",
        "Kettles of old",
        "Every kettle, a new kettle",
    ]


async def test_what_is_typed_may_go_on_over_several_words(blog: Store) -> None:
    assert await texts(blog, "kettles of") == ["KÉTTLES of today", "Kettles of old"]
    assert await texts(blog, "kettle, a") == ["Every kettle, a new kettle"]
    assert await texts(blog, "kettle of") == []


async def test_without_blanks_a_word_begins_where_the_script_changes(blog: Store) -> None:
    title = "港町の灯台とランプ"
    assert await texts(blog, "港") == await texts(blog, "港町の") == [title]
    assert await texts(blog, "灯") == await texts(blog, "灯台") == ["灯台", title]
    assert await texts(blog, "灯台とラン") == await texts(blog, "ﾗﾝ") == [title]
    assert await texts(blog, "町") == await texts(blog, "の") == []


async def test_each_suggestion_says_what_it_is_and_leads_to_it(blog: Store) -> None:
    answered = await answer(blog, QUERY, prefix="ke", first=2)
    assert answered["data"]["suggest"] == [
        {
            "text": "Kettle lore",
            "kind": "CATEGORY",
            "node": {"id": "category_1a71df946c3e7b8a4e35", "path": "/categories/kettle-lore/"},
        },
        {
            "text": "KÉTTLES of today",
            "kind": "TITLE",
            "node": {"id": "post_3a6b74b4a6f419361f85", "path": "/kettle lore/2025/01/02/new.html"},
        },
    ]
    authors = await answer(blog, '{ suggest(prefix: "kim") { kind node { __typename } } }')
    assert authors["data"]["suggest"] == [{"kind": "AUTHOR", "node": {"__typename": "Author"}}]


async def test_what_is_hidden_is_suggested_in_a_preview_only(blog: Store) -> None:
    assert await texts(blog, "ke", first=2) == ["Kettle lore", "KÉTTLES of today"]
    preview = await texts(blog, "ke", audience=Audience.PREVIEW)
    assert set(preview[:3]) == {"Kettle lore", "Keys", "Ke"}
    assert preview[3:] == [
        *["Kept too", "Kept", "KÉTTLES of today", "Kettles of old"],
        "Every kettle, a new kettle",
    ]


@pytest.mark.parametrize("prefix", ["", " ", "?!", "kettles of old and new", "x" * 100])
async def test_nothing_completes_nothing(blog: Store, prefix: str) -> None:
    assert await texts(blog, prefix) == []


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (
            {"prefix": "x" * 101},
            'Argument "prefix" of "suggest": 101 characters are more than the 100 that are taken.',
        ),
        (
            {"prefix": "x", "first": -1},
            'Argument "first" of "suggest": -1 is negative; ask for 0 to 100 items.',
        ),
    ],
)
async def test_what_is_too_much_is_refused(
    blog: Store, arguments: dict[str, Any], problem: str
) -> None:
    answered = await answer(blog, QUERY, **arguments)
    assert [error["message"] for error in answered["errors"]] == [problem]


async def test_of_many_titles_the_newest_are_suggested(tmp_path: Path) -> None:
    titles = {f"_posts/2024-01-{n % 28 + 1:02}-{n}.md": post(f"Note {n:03}") for n in range(300)}
    newest: dict[str, str | bytes] = {"_posts/2025-01-01-last.md": post("Note 999", "Notebooks")}
    write(tmp_path / "site", {**titles, **newest})
    async with open_store(tmp_path / "content.db") as store:
        await sync(store, open_site(tmp_path / "site"))
        assert await texts(store, "not", first=2) == ["Notebooks", "Note 999"]
        # Of those with a longer beginning, the first and the last hundred by the alphabet are
        # looked at.
        found = await texts(store, "note", first=8)
        assert found[:2] == ["Notebooks", "Note 999"]
        assert set(found[2:]) == {f"Note {n:03}" for n in (27, 55, 83, 223, 251, 279)}
