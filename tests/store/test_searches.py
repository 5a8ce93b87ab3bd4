"""What statements call for a search."""

import json

import pytest

from gateway.store.sqlite import open_store

pytestmark = pytest.mark.anyio


async def test_statements_can_show_why_a_post_was_found(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    texts = ["運用", '["\U0001f35c 京都", "旅"]', "", "東京都と京都<br>", "ja"]
    async with open_store(tmp_path_factory.mktemp("searches") / "gateway.db") as store:
        found = await store.reader.row(
            "SELECT highlights(?, 3, 80, 'HTML', ?, ?, ?, ?, ?)", ["京都", *texts]
        )
        nothing = await store.reader.row(
            "SELECT highlights(?, 3, 80, 'PLAIN', ?, ?, ?, ?, ?)", ["大阪", *texts]
        )
    assert nothing == ("[]",)
    assert found is not None
    assert json.loads(found[0]) == [
        {
            "property": "tags",
            "fragment": "\U0001f35c <mark>京都</mark>",
            "ranges": [{"start": 3, "end": 5}],
        },
        {
            "property": "body",
            "fragment": "東<mark>京都</mark>と<mark>京都</mark>&lt;br&gt;",
            "ranges": [{"start": 1, "end": 3}, {"start": 4, "end": 6}],
        },
    ]
