"""Tags and categories in the store, as the site and its posts say them."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from gateway.content.site import open_site
from gateway.store.sqlite import Store, open_store
from gateway.store.tables import content_issue, post, term
from gateway.sync import schedule
from gateway.sync.run import sync
from tests.content.sites import write

pytestmark = pytest.mark.anyio

CATEGORIES = """\
trips:
  name: Trips
  description: Away from home
boats:
  name: Boats
  parent: trips
  path:
    - Trips
    - Boats
"""
LATER = "2999-01-01"


def filed(*categories: str, date: str = "2025-01-01") -> str:
    return f"---\ndate: {date}\ncategories: [{', '.join(categories)}]\n---\n"


async def synced(store: Store, folder: Path, files: dict[str, str | bytes]) -> None:
    write(folder, files)
    await sync(store, open_site(folder))


async def categories(store: Store) -> dict[str, tuple[Any, ...]]:
    """By name: slug, description, the name of the parent, visible, posts, posts for a preview."""
    above = term.alias()
    found = await store.reader.select(
        select(
            term.c.name,
            term.c.slug,
            term.c.description,
            above.c.name,
            term.c.visible,
            term.c.post_count,
            term.c.preview_post_count,
        )
        .join_from(term, above, above.c.n == term.c.parent, isouter=True)
        .where(term.c.kind == "category")
        .order_by(term.c.name)
    )
    return {name: tuple(rest) for name, *rest in found}


async def issues(store: Store) -> list[tuple[str, str]]:
    found = content_issue.c
    return [tuple(row) for row in await store.reader.select(select(found.code, found.file))]


async def test_an_ancestor_without_posts_is_there_while_a_descendant_has_one(
    tmp_path: Path,
) -> None:
    posts: dict[str, str | bytes] = {"_posts/2025-01-01-a.md": filed("boats")}
    async with open_store(tmp_path / "content.db") as store:
        await synced(store, tmp_path / "site", {"_data/categories.yml": CATEGORIES, **posts})
        assert await categories(store) == {
            "Boats": ("boats", None, "Trips", 1, 1, 1),
            "Trips": ("trips", "Away from home", None, 1, 0, 0),
        }
        assert await issues(store) == []

        await synced(store, tmp_path / "site", {"_posts/2025-01-02-b.md": filed("Trips")})
        assert (await categories(store))["Trips"] == ("trips", "Away from home", None, 1, 1, 1)

        (tmp_path / "site/_posts/2025-01-01-a.md").unlink()
        await synced(store, tmp_path / "site", {"_posts/2025-01-02-b.md": filed("Boats")})
        assert (await categories(store))["Trips"] == ("trips", "Away from home", None, 1, 0, 0)

        await synced(store, tmp_path / "site", {"_posts/2025-01-02-b.md": filed("Cars")})
        assert await categories(store) == {"Cars": ("cars", None, None, 1, 1, 1)}
        assert await issues(store) == [("term-unused", "_data/categories.yml")]


async def test_any_way_to_the_same_content_gives_the_same_terms(tmp_path: Path) -> None:
    site = tmp_path / "site"
    first: dict[str, str | bytes] = {
        "_data/categories.yml": "trips: {name: Travel}\nml: {name: Machine Learning, slug: x}",
        "_posts/2025-01-01-a.md": filed("ML", "trips"),
        "_posts/2025-01-01-c.md": filed("Machine learning"),
    }
    async with open_store(tmp_path / "one.db") as one, open_store(tmp_path / "two.db") as two:
        await synced(one, site, dict(list(first.items())[:2]))
        assert set(await categories(one)) == {"Travel", "Machine Learning"}
        await synced(one, site, first)
        await synced(two, site, {})
        assert await categories(one) == await categories(two)
        assert (await categories(one))["ML"] == ("ml", None, None, 1, 1, 1)
        assert (await categories(one))["Machine Learning"] == ("x", None, None, 1, 1, 1)


async def test_a_slug_that_the_site_gives_comes_first(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "_data/categories.yml": "Zoo: {slug: animals}",
        "_posts/2025-01-01-a.md": filed("Animals", "Zoo"),
    }
    async with open_store(tmp_path / "content.db") as store:
        await synced(store, tmp_path / "site", files)
        found = await store.reader.select(
            select(term.c.name, term.c.path).where(term.c.kind == "category")
        )
        assert dict(found) == {
            "Animals": "/categories/animals-6a80aa13/",
            "Zoo": "/categories/animals/",
        }


async def test_hexos_categories_lie_in_each_other(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "_config.yml": "category_map: {Play: games}",
        "source/_posts/a.md": filed("[Sports, Baseball]", "[Play]"),
        "source/_posts/b.md": filed("[Sports, Baseball]"),
        "source/_posts/c.md": filed("[Play, Baseball]"),
    }
    async with open_store(tmp_path / "content.db") as store:
        await synced(store, tmp_path / "site", files)
        assert await categories(store) == {
            "Baseball": ("baseball", None, "Sports", 1, 3, 3),
            "Play": ("games", None, None, 1, 2, 2),
            "Sports": ("sports", None, None, 1, 2, 2),
        }
        assert await issues(store) == [("category-parent-differs", "source/_posts/c.md")]


async def test_an_ancestor_appears_with_a_scheduled_post(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "_data/categories.yml": CATEGORIES,
        "_posts/2025-01-01-a.md": filed("Cars"),
        "_posts/2025-01-01-b.md": filed("Boats", date=LATER),
    }
    async with open_store(tmp_path / "content.db") as store:
        await synced(store, tmp_path / "site", files)
        assert {name: row[3:] for name, row in (await categories(store)).items()} == {
            "Boats": (0, 0, 1),
            "Cars": (1, 1, 1),
            "Trips": (0, 0, 0),
        }
        async with store.transaction() as writer:
            past = "2020-01-01T00:00:00"
            await writer.run(
                update(post)
                .where(post.c.due_at.is_not(None))
                .values(due_at=past, available_from=past),
                [{}],
            )
        await schedule.catch_up(store)
        assert {name: row[3:] for name, row in (await categories(store)).items()} == {
            "Boats": (1, 1, 1),
            "Cars": (1, 1, 1),
            "Trips": (1, 0, 0),
        }


async def test_posts_that_are_not_to_be_seen_do_not_spell_what_is(tmp_path: Path) -> None:
    said = "- {slug: inner, name: Inner, parent: upper}\n- {slug: upper}\n"
    files: dict[str, str | bytes] = {
        "_data/categories.yml": said,
        "_posts/2025-01-01-a.md": filed("Inner", "WEB"),
        "_posts/2025-01-01-b.md": filed("Inner", "Web"),
        "_posts/2025-01-01-c.md": filed("Web", "UPPER", date=LATER),
    }
    async with open_store(tmp_path / "content.db") as store:
        await synced(store, tmp_path / "site", files)
        names = await store.reader.select(select(term.c.name).order_by(term.c.name_key))
        assert names == [("Inner",), ("upper",), ("WEB",)]


async def test_what_is_said_of_an_author_is_what_the_newest_seen_post_says(tmp_path: Path) -> None:
    def by(bio: str, matter: str = "") -> str:
        return f"---\n{matter}author: {{name: Ann{bio}}}\n---\n"

    posts = [f"_posts/2025-01-0{day}-a.md" for day in (1, 2, 3)]
    files: dict[str, str | bytes] = dict(
        zip(posts, [by(", bio: First"), by(", bio: Second, avatar: /a.png"), by("")], strict=True)
    )
    told = select(term.c.description, term.c.avatar).where(term.c.kind == "author")
    async with open_store(tmp_path / "content.db") as store:
        await synced(store, tmp_path / "site", files)
        assert await store.reader.select(told) == [("Second", "/a.png")]
        files[posts[1]] = by(", bio: Second, avatar: /a.png", "published: false\n")
        await synced(store, tmp_path / "site", files)
        assert await store.reader.select(told) == [("First", None)]
        files[posts[0]] = by(", bio: First", "published: false\n")
        await synced(store, tmp_path / "site", files)
        assert await store.reader.select(told) == [(None, None)]
