"""Feeds and sitemaps over a real socket."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from lxml import etree

from tests.conftest import SITE
from tests.feeds.feeds import ATOM
from tests.server import Server, command, running

TOKEN = "a-token-for-these-tests"  # noqa: S105
FEEDS = ("/feed.xml", "/feed.json", "/sitemap.xml", "/tags/python/feed.xml")
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"

POSTS = {
    "seen.md": 'date: 2024-05-01\ntags: [Shown]\ntitle: "A\\vB & <C>"\n',
    "unlisted.md": "date: 2024-05-02\nsitemap: false\n",
    "undated.md": "",
    "draft.md": "date: 2024-06-01\ndraft: true\ntags: [Shown, Secret]\n",
    "scheduled.md": "date: 2999-01-01\ntags: [shown]\n",
}
"""Of a site that does not say where it is."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    database = tmp_path_factory.mktemp("http") / "content.db"
    with running(str(SITE), "--database", str(database)) as started:
        yield started


@pytest.fixture(scope="module")
def client(server: Server) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=server.address) as opened:
        yield opened


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("somewhere")
    (folder / "hugo.toml").write_text('title = "Somewhere"\n')
    (folder / "content" / "posts").mkdir(parents=True)
    for name, matter in POSTS.items():
        text = f"---\n{matter}---\n[up](../) ![a](b.png) {name}\n"
        (folder / "content" / "posts" / name).write_text(text)
    return folder


@pytest.fixture(scope="module")
def somewhere(folder: Path) -> Iterator[httpx2.Client]:
    database = str(folder / "content.db")
    arguments = (str(folder), "--database", database, "--preview-token", TOKEN)
    with (
        running(*arguments) as started,
        httpx2.Client(base_url=started.address) as opened,
    ):
        yield opened


def titles(response: httpx2.Response) -> list[str]:
    return [item["title"] for item in response.json()["items"]]


def locations(response: httpx2.Response) -> list[str | None]:
    return [element.text for element in etree.fromstring(response.content).iter(LOCATION)]


def test_the_newest_posts_are_in_the_feed(client: httpx2.Client) -> None:
    response = client.get("/feed.json")
    assert titles(response) == [
        "Tables and lists",
        "Nobody wrote this",
        "日本語の記事：検索と一覧",
        'Same day, "other" post',
        "First steps",
    ]
    item = response.json()["items"][0]
    html = item.pop("content_html")
    assert '<img src="https://blog.example.org/b/img/山.svg" alt="A mountain">' in html
    assert item == {
        "id": "tag:blog.example.org,2026:/b/post_39527ddba9791b816e3b",
        "url": "https://blog.example.org/b/notes/2024/08/20/tables.html",
        "title": "Tables and lists",
        "summary": "a\nb\n1\n2",
        "image": "https://img.example.org/%E8%A1%A8.png",
        "date_published": "2024-08-20T10:00:00+00:00",
        "date_modified": "2024-09-01T12:00:00+00:00",
        "authors": [{"name": "Ken", "url": "https://blog.example.org/b/authors/ken/"}],
        "tags": ["Notes", "Python", "SQLite", "GraphQL", "日本語"],
        "language": "en-GB",
    }


def test_atom_has_the_same(client: httpx2.Client) -> None:
    feed = etree.fromstring(client.get("/feed.xml").content)
    ATOM.assertValid(feed)
    same = client.get("/feed.json").json()
    atom = "{http://www.w3.org/2005/Atom}"
    found = [
        {
            "id": entry.findtext(f"{atom}id"),
            "title": entry.findtext(f"{atom}title"),
            "content_html": entry.findtext(f"{atom}content"),
            "summary": entry.findtext(f"{atom}summary"),
            "date_published": entry.findtext(f"{atom}published"),
            "date_modified": entry.findtext(f"{atom}updated"),
        }
        for entry in feed.iter(f"{atom}entry")
    ]
    assert found == [{name: item[name] for name in found[0]} for item in same["items"]]
    assert feed.findtext(f"{atom}updated") == "2024-09-01T12:00:00+00:00"


def test_each_tag_category_and_author_has_its_feeds(client: httpx2.Client) -> None:
    query = "{ %s { nodes { path url name posts { nodes { title } } } } }"
    for kind in ("tags", "categories", "authors"):
        answer = client.post("/graphql", json={"query": query % kind}).json()
        for term in answer["data"][kind]["nodes"]:
            folder = term["path"].removeprefix("/b")
            feed = client.get(f"{folder}feed.json")
            assert titles(feed) == [post["title"] for post in term["posts"]["nodes"]]
            assert {name: feed.json()[name] for name in ("title", "home_page_url", "feed_url")} == {
                "title": f"{term['name']} – A small test blog",
                "home_page_url": term["url"],
                "feed_url": f"{term['url']}feed.json",
            }
            ATOM.assertValid(etree.fromstring(client.get(f"{folder}feed.xml").content))


def test_the_sitemap_lists_posts_and_what_they_are_filed_under(client: httpx2.Client) -> None:
    query = """{
      posts(orderBy: [{ field: PUBLISHED_AT, direction: ASC }]) { nodes { url } }
      categories { nodes { url } }
      tags { nodes { url } }
      authors { nodes { url } }
    }"""
    data = client.post("/graphql", json={"query": query}).json()["data"]
    posts, *terms = ([node["url"] for node in each["nodes"]] for each in data.values())
    found = locations(client.get("/sitemap.xml"))
    assert found[: len(posts)] == posts
    assert set(found[len(posts) : -1]) == {url for urls in terms for url in urls}
    assert (len(found), found[-1]) == (len(set(found)), "https://blog.example.org/b/")


def test_what_the_answers_are_is_said_in_their_headers(client: httpx2.Client) -> None:
    wanted = ("content-type", "cache-control", "x-content-type-options", "last-modified")
    found = [tuple(client.get(path).headers.get(name) for name in wanted) for path in FEEDS]
    assert found == [
        ("application/atom+xml; charset=utf-8", "no-cache", "nosniff", None),
        ("application/feed+json; charset=utf-8", "no-cache", "nosniff", None),
        ("application/xml; charset=utf-8", "no-cache", "nosniff", None),
        ("application/atom+xml; charset=utf-8", "no-cache", "nosniff", None),
    ]


@pytest.mark.parametrize("path", FEEDS)
def test_what_a_client_holds_is_not_sent_again(client: httpx2.Client, path: str) -> None:
    first = client.get(path)
    tag = first.headers["etag"]
    assert client.get(path).headers["etag"] == tag
    held = [tag, f"W/{tag}", f'"other", W/{tag}', f'"a,b" ,{tag},', "*"]
    for header in held:
        response = client.get(path, headers={"If-None-Match": header})
        assert (response.status_code, response.content) == (304, b""), header
        assert response.headers["etag"] == tag
        assert response.headers["cache-control"] == "no-cache"
    twice = [("If-None-Match", '"other"'), ("If-None-Match", tag)]
    assert client.get(path, headers=twice).status_code == 304
    for header in ("", '"other"', tag.strip('"'), tag.upper(), f'{tag[:-1]}x"', '"*"'):
        response = client.get(path, headers={"If-None-Match": header})
        assert (response.status_code, response.content) == (200, first.content), header


@pytest.mark.parametrize("path", FEEDS)
def test_head_is_get_without_the_body(client: httpx2.Client, path: str) -> None:
    response, other = client.get(path), client.head(path)
    assert (other.status_code, other.content) == (200, b"")
    headers = dict(response.headers) | {"date": ""}
    assert dict(other.headers) | {"date": ""} == headers
    held = {"If-None-Match": response.headers["etag"]}
    assert client.head(path, headers=held).status_code == 304


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/tags/nope/feed.xml", 'None of the tags has the slug "nope"'),
        ("/authors/%3Cb%3E/feed.json", 'None of the authors has the slug "<b>"'),
        ("/sitemap-1.xml", "There is no part 1 of the sitemap; /sitemap.xml lists its parts"),
        ("/sitemap-0.xml", "There is no part 0 of the sitemap; /sitemap.xml lists its parts"),
        (
            f"/sitemap-{10**30}.xml",
            f"There is no part {10**30} of the sitemap; /sitemap.xml lists its parts",
        ),
        ("/posts/feed.xml", "There is nothing at /posts/feed.xml; GraphQL is at /graphql"),
    ],
)
def test_a_feed_of_nothing_is_not_found(client: httpx2.Client, path: str, message: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.json()) == (404, {"errors": [{"message": message}]})


def test_feeds_are_only_read(client: httpx2.Client) -> None:
    response = client.post("/feed.xml")
    assert (response.status_code, set(response.headers["allow"].split(", "))) == (
        405,
        {"GET", "HEAD"},
    )


def test_a_site_that_does_not_say_where_it_is_is_where_it_was_asked_for(
    somewhere: httpx2.Client,
) -> None:
    host = {"Host": "blog.example.net:8080"}
    feed = somewhere.get("/feed.json", headers=host).json()
    assert (feed["home_page_url"], feed["feed_url"]) == (
        "http://blog.example.net:8080/",
        "http://blog.example.net:8080/feed.json",
    )
    *_, item, undated = feed["items"]
    assert item["url"] == "http://blog.example.net:8080/posts/seen/"
    assert item["id"].startswith("tag:blog.example.net,2026:/post_")
    assert item["content_html"] == (
        '<p><a href="http://blog.example.net:8080/posts/">up</a> '
        '<img src="http://blog.example.net:8080/posts/seen/b.png" alt="a"> seen.md</p>\n'
    )
    assert "date_published" not in undated
    assert locations(somewhere.get("/sitemap.xml", headers=host)) == [
        "http://blog.example.net:8080/posts/undated/",
        "http://blog.example.net:8080/posts/seen/",
        "http://blog.example.net:8080/tags/shown/",
        "http://blog.example.net:8080/",
    ]
    ATOM.assertValid(etree.fromstring(somewhere.get("/feed.xml", headers=host).content))


@pytest.mark.parametrize(
    "host", ['a"><script>', "a b", "<b>", "a&b=c", "a\x0bb", "a/b", "[::1]:99999", "a'b", "%00"]
)
def test_no_header_gets_into_a_page_as_markup(somewhere: httpx2.Client, host: str) -> None:
    for path in ("/feed.xml", "/feed.json", "/sitemap.xml"):
        try:
            response = somewhere.get(path, headers={"Host": host})
        except (httpx2.HTTPError, ValueError):  # the client or the server does not take it
            continue
        assert response.status_code in {200, 400}
        assert b"<script" not in response.content
        if path.endswith("xml") and response.status_code == 200:
            etree.fromstring(response.content)


def test_nobody_sees_more_than_the_public(somewhere: httpx2.Client) -> None:
    preview = {"Authorization": f"Bearer {TOKEN}"}
    for path in ("/feed.json", "/tags/shown/feed.json", "/feed.xml", "/sitemap.xml"):
        response = somewhere.get(path, headers=preview)
        assert (response.status_code, response.content) == (200, somewhere.get(path).content)
        assert b"draft" not in response.content
        assert b"scheduled" not in response.content
    assert titles(somewhere.get("/feed.json", headers=preview)) == [
        "Unlisted",
        "A\x0bB & <C>",
        "Undated",
    ]
    assert somewhere.get("/tags/secret/feed.xml", headers=preview).status_code == 404


def test_another_tag_comes_with_another_post(folder: Path, somewhere: httpx2.Client) -> None:
    before: dict[str, Any] = {}
    for path in ("/feed.xml", "/sitemap.xml"):
        before[path] = somewhere.get(path).headers["etag"]
    post = folder / "content" / "posts" / "new.md"
    post.write_text("---\ntitle: New\ndate: 2024-08-01\n---\nNew.\n")
    synced = command("sync", str(folder), "--database", str(folder / "content.db"))
    subprocess.run(synced, check=True, capture_output=True)  # noqa: S603 - ours
    for path, tag in before.items():
        response = somewhere.get(path, headers={"If-None-Match": tag})
        assert response.status_code == 200
        assert b"/posts/new/" in response.content
    json.loads(somewhere.get("/feed.json").content)
