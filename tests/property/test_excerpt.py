"""Excerpts of every length, in every format."""

from itertools import product

from .evaluation import excerpt
from .served import Served

QUERY = """\
query ($length: Int, $format: TextFormat) {
  posts(first: 100) { nodes { id excerpt(length: $length, format: $format) } }
}"""


def test_an_excerpt_is_cut_as_its_field_says(all_served: list[Served]) -> None:
    lengths = [None, *range(1, 70), 140, 1000]
    for served, length, text_format in product(all_served, lengths, ("PLAIN", "HTML", "MARKDOWN")):
        page = served.data(QUERY, {"length": length, "format": text_format})["posts"]
        assert {node["id"]: node["excerpt"] for node in page["nodes"]} == {
            post.id: excerpt(post, length, text_format) for post in served.blog.posts
        }, (length, text_format)
