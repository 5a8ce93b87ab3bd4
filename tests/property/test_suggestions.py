"""Suggestions are those of a simple evaluation; so is what a search is taken to mean."""

from typing import Any

from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from . import suggesting
from .served import Served
from .values import Asked, Place, Values

SUGGEST = """query ($prefix: String!, $first: Int) {
  suggest(prefix: $prefix, first: $first) { text kind node { id } }
}"""
MEANT = "query ($search: String) { posts(where: {search: $search}) { didYouMean } }"
FOUND = """query ($search: String) {
  posts(where: {search: $search}) { edges { search { relaxed } } }
}"""
PREFIX = Asked("Query", "suggest", "Suggestion", is_crowded=False)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_suggestions_are_those_of_the_simple_evaluation(
    schema: Any, all_served: list[Served], data: st.DataObject
) -> None:
    served = all_served[data.draw(st.integers(0, len(all_served) - 1))]
    note(served.name)
    prefix = data.draw(Values(schema, served.blog).of(Place(("prefix",)), PREFIX))
    arguments = {"prefix": prefix[:100], "first": data.draw(st.sampled_from([1, 3, 10, 100]))}
    expected = suggesting.suggest([*served.blog.terms, *served.blog.posts], arguments)
    for each in expected:
        each["node"] = {"id": each["node"].id}
    assert served.data(SUGGEST, arguments)["suggest"] == expected


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_what_a_search_is_taken_to_mean_is_what_the_simple_evaluation_takes_it_to_mean(
    all_served: list[Served], data: st.DataObject
) -> None:
    told = [each for each in all_served if each.blog.posts]
    served = told[data.draw(st.integers(0, len(told) - 1))]
    note(served.name)

    def is_found(search: str) -> bool:
        edges = served.data(FOUND, {"search": search})["posts"]["edges"]
        return any(not edge["search"]["relaxed"] for edge in edges)

    search = " ".join(data.draw(st.lists(_misspelt(served), min_size=1, max_size=3)))[:200]
    expected = suggesting.did_you_mean(served.blog.posts, search, is_found)
    assert served.data(MEANT, {"search": search})["posts"]["didYouMean"] == expected


def _misspelt(served: Served) -> st.SearchStrategy[str]:
    """Words that the posts of a blog have or nearly have."""
    texts = [post.document.title for post in served.blog.posts]
    texts += [post.document.excerpt.plain for post in served.blog.posts]
    texts += [term.name for term in served.blog.terms]
    known = sorted({word for text in texts for word in text.split()})
    return st.builds(
        lambda word, place, letter, rest: word[:place] + letter + word[place + rest :],
        st.sampled_from(known),
        st.integers(0, 8),
        st.sampled_from(["", "", "x", "ン", '"', "-"]),
        st.integers(0, 1),
    )
