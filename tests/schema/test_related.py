"""Posts and tags that are near to each other, translations, and categories in each other."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from gateway.content.site import open_site
from gateway.http.responses import body_of
from gateway.planner.scope import Audience
from gateway.schema import related
from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import Store, open_store
from gateway.sync.run import sync
from tests.content.sites import write

pytestmark = pytest.mark.anyio


def post(day: int, *tags: str, **fields: str) -> str:
    matter = {"date": f"2025-01-{day:02}", "tags": f"[{', '.join(tags)}]", **fields}
    lines = (f"{key}: {value}\n" for key, value in matter.items())
    return f"---\n{''.join(lines)}---\n"


FILES: dict[str, str | bytes] = {
    "_data/categories.yml": "trips: {name: Trips}\nboats: {name: Boats, parent: trips}\n"
    "sails: {name: Sails, parent: boats}\ncars: {name: Cars, parent: trips}\n",
    "_posts/2025-01-01-one.md": post(1, "rare", "often", "single", category="Sails"),
    "_posts/2025-01-02-two.md": post(2, "often", lang="ja"),
    "_posts/2025-01-03-three.md": post(3, "rare", category="Cars"),
    "_posts/2025-01-04-four.md": post(4, "often"),
    "_posts/2025-01-05-five.md": post(5, "other"),
    "_posts/2025-01-06-six.md": post(6, "rare", "often", published="false"),
    "_posts/2025-01-07-none.md": post(7),
    "en/_posts/2025-01-08-tale.md": post(8, lang="en"),
    "ja/_posts/2025-01-08-tale.md": post(8, lang="ja"),
    "ja/_posts/2025-01-08-tale.ja.md": post(9, lang="ja", translation_key="x"),
    "de/_posts/2025-01-08-tale.md": post(8, lang="de"),
    "de/_posts/2025-01-10-later.md": post(10, lang="de"),
    "fr/_posts/2025-01-08-tale.md": post(8, lang="fr", published="false"),
}


@pytest.fixture(scope="module")
async def blog(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Store]:
    folder = tmp_path_factory.mktemp("related")
    write(folder / "site", FILES)
    async with open_store(folder / "content.db") as store:
        await sync(store, open_site(folder / "site"))
        yield store


async def answer(store: Store, query: str, audience: Audience = Audience.PUBLIC) -> Any:
    graphql = GraphQL(store.reader.row)
    answered = orjson.loads(body_of(await graphql.answer(Request(query, audience=audience))))
    assert "errors" not in answered, answered
    return answered["data"]


async def related_to(store: Store, slug: str, arguments: str = "", **options: Any) -> Any:
    query = f"""{{ post(by: {{ slug: "{slug}" }}) {{ relatedPosts{arguments} {{
        score post {{ slug }} sharedTags {{ name }} }} }} }}"""
    found = (await answer(store, query, **options))["post"]["relatedPosts"]
    return [
        (each["post"]["slug"], each["score"], [tag["name"] for tag in each["sharedTags"]])
        for each in found
    ]


async def test_posts_are_related_by_the_weight_of_their_common_tags(blog: Store) -> None:
    # The weights: rare 1/2, often 1/3, single 1.
    assert await related_to(blog, "one") == [
        ("three", 0.272727, ["rare"]),
        ("four", 0.181818, ["often"]),
        ("two", 0.181818, ["often"]),
    ]
    assert await related_to(blog, "three") == [("one", 1.0, ["rare"])]
    assert await related_to(blog, "five") == await related_to(blog, "none") == []


async def test_a_preview_has_weights_of_its_own(blog: Store) -> None:
    # The weights: rare 1/3, often 1/4, single 1.
    assert await related_to(blog, "one", audience=Audience.PREVIEW) == [
        ("six", 0.368421, ["often", "rare"]),
        ("three", 0.210526, ["rare"]),
        ("four", 0.157895, ["often"]),
        ("two", 0.157895, ["often"]),
    ]


async def test_related_posts_are_counted_and_filtered(blog: Store) -> None:
    assert await related_to(blog, "one", "(first: 0)") == []
    assert await related_to(blog, "one", "(first: null)") == await related_to(blog, "one")
    assert [slug for slug, *_ in await related_to(blog, "one", "(first: 2)")] == ["three", "four"]
    japanese = '(where: { locale: { eq: "ja" } })'
    assert await related_to(blog, "one", japanese) == [("two", 0.181818, ["often"])]
    tagged = '(where: { or: [{ tags: { any: ["rare"] } }, { slug: { eq: "two" } }] })'
    assert [slug for slug, *_ in await related_to(blog, "one", tagged)] == ["three", "two"]


@pytest.mark.parametrize(
    ("field", "problem"),
    [
        ("posts(first: 1) { nodes { relatedPosts(first: 101) { score } } }",
         'Argument "first" of "relatedPosts": 101 is more than the 100 items of a page.'),
        ("tags(first: 1) { nodes { relatedTags(first: -1) { name } } }",
         'Argument "first" of "relatedTags": -1 is negative; ask for 0 to 100 items.'),
    ],
)  # fmt: skip
async def test_how_many_may_be_asked_for_has_a_limit(blog: Store, field: str, problem: str) -> None:
    result = await GraphQL(blog.reader.row).answer(Request(f"{{ {field} }}"))
    assert result.errors is not None
    assert [error.message for error in result.errors] == [problem]


async def test_of_a_popular_tag_only_the_newest_posts_are_compared(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"_posts/2024-01-01-p{n:03}.md": f"---\ndate: {2000 + n // 12}-{n % 12 + 1:02}-01\n"
        f"tags: [often{', rare' if n in (0, 1) else ''}]\n---\n"
        for n in range(related.CANDIDATES_PER_TAG + 20)
    }
    write(tmp_path / "site", files)
    async with open_store(tmp_path / "content.db") as store:
        await sync(store, open_site(tmp_path / "site"))
        found = await related_to(store, "p000", "(first: 100)")
    newest = [f"p{n:03}" for n in range(related.CANDIDATES_PER_TAG + 19, 19, -1)]
    assert [slug for slug, *_ in found] == ["p001", *newest[:99]]
    assert found[0][1:] == (1.0, ["often", "rare"])


async def test_tags_are_related_by_common_posts(blog: Store) -> None:
    query = "{ tags { nodes { name relatedTags { name postCount } } } }"
    found = (await answer(blog, query))["tags"]["nodes"]
    names = {each["name"]: [tag["name"] for tag in each["relatedTags"]] for each in found}
    assert names == {
        "often": ["rare", "single"],
        "other": [],
        "rare": ["often", "single"],
        "single": ["often", "rare"],
    }
    assert found[0]["relatedTags"][0]["postCount"] == 2
    (often, *_) = (await answer(blog, query, Audience.PREVIEW))["tags"]["nodes"]
    assert often["relatedTags"][0] == {"name": "rare", "postCount": 3}


async def test_translations_are_one_for_every_other_language(blog: Store) -> None:
    query = """{ post(by: { path: "/en/2025/01/08/tale.html" }) {
        translations { locale path translations { locale } } } }"""
    assert (await answer(blog, query))["post"]["translations"] == [
        {
            "locale": "de",
            "path": "/de/2025/01/08/tale.html",
            "translations": [{"locale": "en"}, {"locale": "ja"}],
        },
        {
            "locale": "ja",
            "path": "/ja/2025/01/08/tale.html",
            "translations": [{"locale": "de"}, {"locale": "en"}],
        },
    ]
    found = (await answer(blog, query, Audience.PREVIEW))["post"]["translations"]
    assert [each["locale"] for each in found] == ["de", "fr", "ja"]


async def test_of_several_translations_into_a_language_the_newest_counts(tmp_path: Path) -> None:
    write(
        tmp_path / "site",
        {
            f"_posts/2025-01-0{day}-{name}.md": post(day, translation_key="k", lang=lang)
            for day, name, lang in ((1, "a", "en"), (2, "b", "ja"), (3, "c", "ja"), (4, "d", "en"))
        },
    )
    async with open_store(tmp_path / "content.db") as store:
        await sync(store, open_site(tmp_path / "site"))
        query = "{ posts { nodes { slug translations { slug } } } }"
        found = (await answer(store, query))["posts"]["nodes"]
    assert {each["slug"]: [other["slug"] for other in each["translations"]] for each in found} == {
        "d": ["c"],
        "c": ["d"],
        "b": ["d"],
        "a": ["c"],
    }


async def test_categories_lie_in_each_other(blog: Store) -> None:
    query = """{ category(by: { slug: "trips" }) {
        postCount parent { name }
        children { name postCount parent { name } children { name children { name } } } } }"""
    assert (await answer(blog, query))["category"] == {
        "postCount": 0,
        "parent": None,
        "children": [
            {
                "name": "Boats",
                "postCount": 0,
                "parent": {"name": "Trips"},
                "children": [{"name": "Sails", "children": []}],
            },
            {"name": "Cars", "postCount": 1, "parent": {"name": "Trips"}, "children": []},
        ],
    }
