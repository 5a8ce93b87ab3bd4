"""What the site says of its tags and categories, applied to those that posts have."""

import pytest

from gateway.content.document import TermEntry
from gateway.sync import taxonomy
from gateway.sync.taxonomy import Edge, Known, Taxonomy

FILE = "_data/categories.yml"


def entry(key: str, **said: str) -> TermEntry:
    return TermEntry("category", key, FILE, **said)  # type: ignore[arg-type]


def terms(*names: str, hidden: tuple[str, ...] = ()) -> dict[str, Known]:
    """Known terms by identity, the hidden ones named by posts that are not to be seen."""
    return {name.lower(): Known(name, name not in hidden) for name in (*names, *hidden)}


def codes(found: Taxonomy) -> list[tuple[str, str]]:
    return [(issue.code, issue.file) for issue in found.issues]


@pytest.mark.parametrize(
    ("said", "identity"),
    [
        (entry("ml", name="Machine Learning"), "machine learning"),
        (entry("Machine learning"), "machine learning"),
        (entry("machine-learning"), "machine learning"),
        (entry("x", slug="machine-learning"), "machine learning"),
        (entry("c", name="C++"), "c++"),
        (entry("c-plus-plus"), "c++"),
        (entry("ＡＩ"), "ai"),
    ],
)
def test_an_entry_is_of_the_term_that_posts_have(said: TermEntry, identity: str) -> None:
    found = taxonomy.of([said], terms("Machine Learning", "C++", "C", "AI"))

    assert found.entries == {identity: said}


def test_an_entry_is_of_one_term_that_is_to_be_seen_if_possible() -> None:
    said = entry("ml", name="Machine Learning")

    both = taxonomy.of([said], terms("ML", "Machine Learning"))
    assert both.entries == {"machine learning": said}
    one = taxonomy.of([said], terms("ML", hidden=("Machine Learning",)))
    assert one.entries == {"ml": said}


def test_parents_are_named_by_key_name_or_slug() -> None:
    found = taxonomy.of(
        [
            entry("s", name="Sports", slug="sport"),
            entry("Baseball", parent="s"),
            entry("Golf", parent="sports"),
            entry("Chess", parent="sport"),
            entry("Go", parent="Board games"),
        ],
        terms("Baseball", "Golf", "Chess", "Go", "Board Games"),
    )

    assert found.parents == {
        "baseball": "sports",
        "golf": "sports",
        "chess": "sports",
        "go": "board games",
    }
    assert found.ancestors == {"sports"}
    assert found.issues == ()


def test_an_ancestor_is_to_be_seen_if_a_category_below_it_is() -> None:
    found = taxonomy.of(
        [
            entry("a"),
            entry("b", parent="a"),
            entry("c", parent="b"),
            entry("d"),
            entry("e", parent="d"),
            entry("f"),
            entry("g", parent="f"),
        ],
        terms("c", hidden=("e",)),
    )

    assert found.ancestors == {"a", "b", "d"}
    assert found.visible == {"a", "b", "c"}


def test_orphans_circles_and_unused_entries_are_issues() -> None:
    found = taxonomy.of(
        [
            entry("a", parent="b"),
            entry("b", parent="c"),
            entry("c", parent="a"),
            entry("self", parent="Self"),
            entry("orphan", parent="nobody"),
            *(entry(name, description="x") for name in ("k", "l", "m", "n")),
        ],
        terms("A", "Orphan"),
    )

    assert found.parents == {"a": "b", "b": "c"}
    assert [issue.message.partition("'")[0] + issue.code for issue in found.issues] == [
        "by way of its parent category-parent-circular",
        "by way of its parent category-parent-circular",
        "the parent category-parent-unknown",
        "no published post has the category term-unused",
    ]
    assert found.issues[3].message.startswith(
        "no published post has the category 'k', 'l', 'm' and 1 more,"
    )


def test_of_two_equal_slugs_the_second_is_reported() -> None:
    found = taxonomy.of([entry("a", slug="x"), entry("b", slug="x")], terms("a", "b"))

    assert codes(found) == [("term-slug-taken", FILE)]


def test_no_number_of_categories_is_too_many() -> None:
    chain = [entry("c0"), *(entry(f"c{n}", parent=f"c{n - 1}") for n in range(1, 5_000))]
    found = taxonomy.of(chain, terms("c4999"))

    assert max(codes(found)) == ("category-parent-circular", FILE)


def test_posts_say_in_which_category_another_lies() -> None:
    found = taxonomy.of(
        [],
        terms("Sports", "Baseball", "Play"),
        [
            Edge("baseball", "sports", 3, 3, "a.md"),
            Edge("baseball", "play", 1, 1, "b.md"),
            Edge("sports", "baseball", 1, 1, "c.md"),
        ],
    )

    assert found.parents == {"baseball": "sports"}
    assert codes(found) == [("category-parent-differs", file) for file in ("b.md", "c.md")]


def test_what_the_site_says_of_parents_counts_more_than_posts() -> None:
    found = taxonomy.of(
        [entry("baseball", parent="play")],
        terms("Sports", "Baseball", "Play"),
        [Edge("baseball", "sports", 3, 3, "a.md")],
    )

    assert (found.parents, found.issues) == ({"baseball": "play"}, ())


def test_hidden_posts_do_not_show_in_categories_that_are_to_be_seen() -> None:
    found = taxonomy.of(
        [],
        terms("Baseball", "Sports", hidden=("Secret", "Plans")),
        [
            Edge("baseball", "secret", 9, 0, None),
            Edge("baseball", "sports", 1, 1, "a.md"),
            Edge("sports", "secret", 9, 0, None),
            Edge("plans", "secret", 1, 0, None),
        ],
    )

    assert found.parents == {"baseball": "sports", "plans": "secret"}
    assert found.visible == {"baseball", "sports"}
    assert found.issues == ()


def test_what_only_hidden_posts_say_is_added_to_what_is_seen_and_changes_nothing_of_it() -> None:
    said = [
        entry("child", parent="Secret"),
        entry("c", name="Inner", parent="top"),
        entry("Top"),
        entry("secret-2", description="x"),
    ]
    edges = [Edge("inner", "secret", 9, 0, None), Edge("secret", "top", 1, 0, None)]
    seen = taxonomy.of(said, terms("Child", "Inner"))
    both = taxonomy.of(said, terms("Child", "Inner", hidden=("Secret", "TOP", "Secret 2")), edges)

    assert seen.parents == {"inner": "top"}
    assert both.parents == {"inner": "top", "secret": "top"}
    assert seen.visible == both.visible == {"child", "inner", "top"}
    assert seen.issues == both.issues
    assert (both.entries["secret 2"], both.entries["top"]) == (said[3], said[2])
