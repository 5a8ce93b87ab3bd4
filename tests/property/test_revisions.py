"""What a post's revision is for: it is another one when anything of the post's own is."""

from pathlib import Path
from typing import Any

import pytest

from gateway.planner.scope import Audience

from . import sites
from .moving import Moving, moving

QUERY = "{ posts(first: 100) { nodes { id revision source { contentHash } } } }"


def revisions(site: Moving) -> dict[str, tuple[str, str]]:
    """The revision and the digest of the file of each post, by its id."""
    nodes: list[Any] = site.data(QUERY)["posts"]["nodes"]
    return {node["id"]: (node["revision"], node["source"]["contentHash"]) for node in nodes}


@pytest.mark.parametrize("plan", sites.PLANS, ids=lambda plan: plan.name)
def test_a_revision_is_another_one_when_the_file_is(plan: sites.Plan, tmp_path: Path) -> None:
    with moving(tmp_path, Audience.PREVIEW) as site:
        found = []
        for version in (0, 1, 0):
            site.become(sites.files(plan, version), version)
            found.append(revisions(site))
        first, second, again = found
        assert again == first
        assert first.keys() == second.keys()
        for (revision, digest), (other_revision, other_digest) in zip(
            first.values(), (second[id_] for id_ in first), strict=True
        ):
            assert (revision == other_revision) == (digest == other_digest)
