"""Posts and tags that are near to each other, translations, and categories in each other."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from gateway.content.site import open_site
from gateway.http.responses import body_of
from gateway.planner.scope import Audience
from gateway.schema import similar
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


def text(title: str, body: str, **fields: str) -> str:
    matter = "".join(f"{key}: {value}\n" for key, value in {"title": title, **fields}.items())
    return f"---\n{matter}---\nThe {body}\n"


ABOUT: dict[str, str | bytes] = {
    f"_posts/2025-02-{day:02}-{slug}.md": written
    for day, (slug, written) in enumerate(
        {
            "kettle": text("A kettle", "water boils; tea, tea, tea.", tags="[kitchen]"),
            "teapot": text("Brewing", "tea waits in the pot; no water boils.", tags="[kitchen]"),
            "oven": text("Bread", "oven is hot.", tags="[kitchen, baking]"),
            "cup": text("Cups", "cup is for tea."),
            "first": text("灯台", "港町の灯台は灯台である。", tags="[lamps]"),
            "second": text("灯台", "港町の灯台は灯台である。", tags="[lamps]"),
            "alone": text("Only", "end."),
            "hidden": text("A kettle", "tea boils; tea, tea.", tags="[kitchen]", published="false"),
            **{f"other{n}": text(f"{n}", f"{'x' * (n + 2)}.") for n in range(20)},
        }.items(),
        1,
    )
}


@pytest.fixture(scope="module")
async def about(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Store]:
    folder = tmp_path_factory.mktemp("about")
    write(folder / "site", ABOUT)
    async with open_store(folder / "content.db") as store:
        await sync(store, open_site(folder / "site"))
        yield store


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


async def test_posts_are_related_by_common_words_and_tags(about: Store) -> None:
    found = await related_to(about, "kettle")
    assert [(slug, tags) for slug, _, tags in found] == [
        ("teapot", ["kitchen"]),
        ("oven", ["kitchen"]),
        ("cup", []),
    ]
    # What a post shares in proportion to all that it has: a copy of it shares all.
    scores = [score for _, score, _ in found]
    assert scores == sorted(scores, reverse=True)
    assert 0 < min(scores) < max(scores) < 1
    assert await related_to(about, "first") == [("second", 1.0, ["lamps"])]


async def test_words_of_many_posts_say_nothing(about: Store) -> None:
    # Every post has "the", and so has this one, with nothing else in common with any.
    assert await related_to(about, "alone") == []


async def test_without_words_tags_say_how_near_posts_are(blog: Store) -> None:
    # Of 11 posts rare and often are on 2 and 3, single on 1: they count 3, 2 and 4 times.
    # So do the title's words: "one" is the post's own.
    found = await related_to(blog, "one")
    assert [(slug, tags) for slug, _, tags in found] == [
        ("three", ["rare"]),
        ("four", ["often"]),
        ("two", ["often"]),
    ]
    assert found[1][1] == found[2][1] < found[0][1]
    assert await related_to(blog, "five") == await related_to(blog, "none") == []


async def test_hidden_posts_are_in_no_public_score(tmp_path: Path) -> None:
    seen = {name: text for name, text in ABOUT.items() if "hidden" not in name}
    answers = []
    for number, files in enumerate((ABOUT, seen)):
        write(tmp_path / str(number), files)
        async with open_store(tmp_path / f"{number}.db") as store:
            await sync(store, open_site(tmp_path / str(number)))
            answers.append([await related_to(store, slug) for slug in ("kettle", "cup")])
    assert answers[0] == answers[1]


async def test_a_preview_counts_all_posts(about: Store) -> None:
    found = await related_to(about, "kettle", audience=Audience.PREVIEW)
    assert [slug for slug, *_ in found] == ["hidden", "teapot", "oven", "cup"]


async def test_related_posts_are_counted_and_filtered(about: Store) -> None:
    assert await related_to(about, "kettle", "(first: 0)") == []
    assert await related_to(about, "kettle", "(first: null)") == await related_to(about, "kettle")
    assert [slug for slug, *_ in await related_to(about, "kettle", "(first: 1)")] == ["teapot"]
    everything = await related_to(about, "kettle")
    # Before the first are taken.
    untagged = '(first: 1, where: { not: { tags: { any: ["kitchen"] } } })'
    assert await related_to(about, "kettle", untagged) == [everything[2]]
    assert await related_to(about, "kettle", "(where: {})") == everything


async def test_of_equal_ones_the_newest_come_first(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"_posts/2025-01-{day:02}-{day}.md": f"---\ntitle: {day}\n---\nA {'lantern' * is_same}.\n"
        for day, is_same in ((1, 1), (5, 1), (3, 1), (4, 1), *((day, 0) for day in range(6, 20)))
    }
    write(tmp_path / "site", files)
    async with open_store(tmp_path / "content.db") as store:
        await sync(store, open_site(tmp_path / "site"))
        assert await related_to(store, "1", "(first: 2)") == [("5", 1.0, []), ("4", 1.0, [])]


async def test_rare_words_are_compared_first_until_enough_posts_are(tmp_path: Path) -> None:
    # All words are on 50 posts, and post 0 has one more that is on two: of the 41 words those are
    # left out that would make more than 2,000.
    common = " ".join(f"{'x' * length}" for length in range(2, 42))
    files: dict[str, str | bytes] = {
        f"_posts/2024-01-01-{n}.md": f"---\ntitle: {n}\n---\n"
        f"{common * (n < 50)} {'harbour' * (n < 2)}\n"
        for n in range(50 * similar.COMMON)
    }
    write(tmp_path / "site", files)
    async with open_store(tmp_path / "content.db") as store:
        await sync(store, open_site(tmp_path / "site"))
        found = await related_to(store, "0", "(first: 100)")
    assert similar.COMPARED == 40 * 50
    assert len(found) == 49
    # A common word counts 16 times 3, the rare one 16 times 7.
    whole = 40 * 3 + 7
    assert [score for _, score, _ in found[:2]] == [
        round((39 * 3 + 7) / whole, 6),
        round(39 * 3 / whole, 6),
    ]


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
        for n in range(similar.CANDIDATES_PER_TAG + 20)
    }
    write(tmp_path / "site", files)
    async with open_store(tmp_path / "content.db") as store:
        await sync(store, open_site(tmp_path / "site"))
        found = await related_to(store, "p000", "(first: 100)")
    newest = [f"p{n:03}" for n in range(similar.CANDIDATES_PER_TAG + 19, 19, -1)]
    assert [slug for slug, *_ in found] == ["p001", *newest[:99]]
    # It is too old for the tag that both have, and shares the rare one.
    assert found[0][1:] == (0.964664, ["often", "rare"])


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
