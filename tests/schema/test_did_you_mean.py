"""What was meant by a search whose words are misspelt."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from gateway.content.site import open_site
from gateway.planner.scope import Audience
from gateway.store.sqlite import Store, open_store
from gateway.sync.run import sync
from tests.content.sites import write

from .test_suggest import answer, post

pytestmark = pytest.mark.anyio

FILES: dict[str, str | bytes] = {
    "_posts/2025-01-01-one.md": post("Kettles and lanterns", "Harbour") + "An excerpt.\n\nBeyond.",
    "_posts/2025-01-02-two.md": post("灯台のカメラ", "機械学習", lang="ja")
    + "ランタンと東京都庁。",
    "_posts/2025-01-03-three.md": post("Lantern", "Harbour"),
    "_posts/2025-01-04-four.md": post("Lanters", "Kettle", published="false"),
    "_posts/2025-01-05-five.md": post("Lanters again", published="false"),
}
QUERY = """query ($search: String, $tag: [String!]) {
  posts(where: {search: $search, tags: {any: $tag}}) { didYouMean }
}"""


@pytest.fixture(scope="module")
async def blog(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Store]:
    folder = tmp_path_factory.mktemp("meant")
    write(folder / "site", FILES)
    async with open_store(folder / "content.db") as store:
        await sync(store, open_site(folder / "site"))
        yield store


async def meant(store: Store, search: str | None, **options: Any) -> Any:
    answered = await answer(store, QUERY, search=search, **options)
    assert "errors" not in answered, answered
    return answered["data"]["posts"]["didYouMean"]


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("Lantren", "lantern"),
        ('"harbor" lantern -lantren', '"harbour" lantern -lantren'),
        ("exerpt", "excerpt"),
        ("機械学集 灯台", "機械学習 灯台"),
        ("カメテ", "カメラ"),
        ("lanters", "lantern"),  # of two that are as near the one in more posts
        ("lantern", None),
        ("京都 xxx", None),  # within another word, which no word is put in the place of
        ("beyonds", None),  # what is said in the body alone is not suggested
        ("zzzzz", None),
        ("", None),
        (None, None),
    ],
)
async def test_words_that_no_post_has_become_the_nearest(
    blog: Store, search: str | None, expected: str | None
) -> None:
    assert await meant(blog, search) == expected


async def test_words_of_hidden_posts_are_known_in_a_preview_only(blog: Store) -> None:
    assert await meant(blog, "lanters again") == "lantern again"
    assert await meant(blog, "lanters again", audience=Audience.PREVIEW) is None
    assert await meant(blog, "lanterz") == "lantern"
    assert await meant(blog, "lanterz", audience=Audience.PREVIEW) == "lanters"


async def test_it_does_not_depend_on_other_filters(blog: Store) -> None:
    assert await meant(blog, "lantern", tag=["nothing"]) is None
    assert await meant(blog, "lantren", tag=["nothing"]) == "lantern"


async def test_it_is_asked_with_everything_else_in_lists_within_others(blog: Store) -> None:
    query = """query ($search: String) {
      tags { nodes { name posts(where: {search: $search}) {
        didYouMean totalCount edges { cursor search { score } node { title } }
        facets { tags { label } }
      } } }
      one: posts { didYouMean }
      two: posts(where: {search: "lanern"}) { didYouMean }
    }"""
    answered = (await answer(blog, query, search="lantren"))["data"]
    assert {tag["posts"]["didYouMean"] for tag in answered["tags"]["nodes"]} == {"lantern"}
    assert answered["one"] == {"didYouMean": None}
    assert answered["two"] == {"didYouMean": "lantern"}


async def test_a_search_that_is_too_long_is_refused(blog: Store) -> None:
    answered = await answer(blog, QUERY, search="x" * 300)
    assert [error["message"] for error in answered["errors"]] == [
        'Argument "where" of "posts": 300 characters are more than the 256 of a search.'
    ]
