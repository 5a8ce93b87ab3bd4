"""The input of the project's first user, which lies beside the project: every field comes back."""

from pathlib import Path
from typing import Any

import orjson
import pytest
import yaml

from gateway.content.site import open_site
from gateway.http.responses import body_of
from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import open_store
from gateway.sync.run import sync

FOLDER = Path(__file__).parents[2] / "shared" / "content"
POSTS = sorted(FOLDER.glob("_posts/*.md"))

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(not POSTS, reason="../shared/content is not beside the project"),
]

QUERY = """query ($slug: String!) {
  post(by: { slug: $slug }) {
    layout
    title
    publishedAt
    categories { nodes { name } }
    tags { nodes { name } }
    author { name }
    excerpt
    readingTime
    frontMatter
    body { markdown }
    source { path }
  }
}"""


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.stem)
async def test_every_field_of_the_first_users_post_is_served(path: Path, tmp_path: Path) -> None:
    _, front_matter, body = path.read_text().split("---\n", 2)
    written: dict[str, Any] = yaml.safe_load(front_matter)
    async with open_store(tmp_path / "content.db") as store:
        report = await sync(store, open_site(FOLDER))
        request = Request(QUERY, variables={"slug": path.stem[len("2025-11-07-") :]})
        answer = orjson.loads(body_of(await GraphQL(store.reader.row).answer(request)))
    assert report.counts.issues == 0
    day, time, offset = written["date"].split()
    assert answer == {
        "data": {
            "post": {
                "layout": written["layout"],
                "title": written["title"],
                "publishedAt": f"{day}T{time}{offset[:3]}:{offset[3:]}",
                "categories": {"nodes": [{"name": name} for name in written["categories"]]},
                "tags": {"nodes": [{"name": name} for name in written["tags"]]},
                "author": {"name": written["author"]},
                "excerpt": written["excerpt"],
                "readingTime": written["reading_time"],
                "frontMatter": written,
                "body": {"markdown": body.lstrip("\n")},
                "source": {"path": f"_posts/{path.name}"},
            }
        }
    }
