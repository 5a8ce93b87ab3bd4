"""Searches find, and say of what they find, what a look at every post says."""

import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from . import typed
from .served import Served

EXAMPLES = 5 * int(os.environ.get("GATEWAY_PROPERTY_EXAMPLES", "200"))

QUERY = """\
query ($typed: String, $orderBy: [PostOrder!]) {
  posts(first: 100, where: {search: $typed}, orderBy: $orderBy) {
    edges { cursor node { id } search { score relaxed } }
    totalCount
  }
}"""


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_search_finds_what_a_look_at_every_post_finds(
    all_served: list[Served], data: st.DataObject
) -> None:
    served = data.draw(st.sampled_from(all_served), label="blog")
    posts = served.blog.posts
    example = data.draw(st.sampled_from(posts)) if posts else None
    text = data.draw(typed.searches(example), label="typed")
    hits = served.blog.search.hits(text)
    order = served.blog.post_order(
        None, served.blog.mark("Post", {"search": text}) or "", {"search": text}
    )
    found = order.arranged([post for post in posts if post in hits])
    (page,) = served.data(QUERY, {"typed": text}).values()
    assert page == {
        "edges": [
            {
                "cursor": cursor,
                "node": {"id": post.id},
                "search": {"score": hits[post].score, "relaxed": hits[post].relaxed},
            }
            for cursor, post in zip(order.cursors(found), found, strict=True)
        ],
        "totalCount": len(found),
    }
