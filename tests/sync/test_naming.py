"""What makes two tags one, and what they are called in a URL."""

import pytest

from gateway.sync.naming import identity_of, slug_of


@pytest.mark.parametrize(
    ("one", "other"),
    [("AI", "ai"), ("ＡＩ", "AI"), ("machine  learning", "Machine Learning"), ("ｶﾅ", "カナ")],
)
def test_spellings_are_one_term(one: str, other: str) -> None:
    assert identity_of(one) == identity_of(other)


@pytest.mark.parametrize(("one", "other"), [("C", "C++"), ("C++", "C#"), ("か", "が"), ("a", "á")])
def test_names_are_different_terms(one: str, other: str) -> None:
    assert identity_of(one) != identity_of(other)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("AI", "ai"),
        ("最新ニュース", "最新ニュース"),
        ("World News", "world-news"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        (".NET", "net"),
        ("ガイド", "ガイド"),
        ("!!!", ""),
    ],
)
def test_a_name_has_a_slug(name: str, slug: str) -> None:
    assert slug_of(identity_of(name)) == slug
