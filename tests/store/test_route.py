"""What the spellings of one address have in common."""

import pytest

from gateway.store import route
from gateway.store.route import Reading


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("/a/b", "/a/b"),
        ("/a/b/", "/a/b"),
        ("/a/b//", "/a/b"),
        ("/a/b.html", "/a/b"),
        ("/a/b/index.html", "/a/b"),
        ("/a/b.html/", "/a/b"),
        ("/a/my-index.html", "/a/my-index"),
        ("/a/index", "/a/index"),
        ("/a/b.html.html", "/a/b.html"),
        ("/a/b.htm", "/a/b.htm"),
        ("/か\u3099/", "/が"),
        ("/what?/", "/what?"),
        ("/", "/"),
        ("/index.html", "/"),
        ("", "/"),
    ],
)
def test_a_route_is_the_path_without_its_end(path: str, key: str) -> None:
    assert route.of(path) == key


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("/a/", "/a"),
        ("/?p=12", "/?p=12"),
        ("/a/?b=%E5%B7%9D", "/a?b=川"),
        ("/a.html?", "/a?"),
    ],
)
def test_a_redirect_with_a_query_has_a_route_of_its_own(path: str, key: str) -> None:
    assert route.of_redirect(path) == key


@pytest.mark.parametrize(
    ("address", "readings"),
    [
        ("/a/", [("/a/", "/a", False)]),
        ("a", [("/a", "/a", False)]),
        ("//a", [("/a", "/a", False)]),
        ("/%E5%B7%9D/", [("/%E5%B7%9D/", "/%E5%B7%9D", False), ("/川/", "/川", False)]),
        ("/50%25/", [("/50%25/", "/50%25", False), ("/50%/", "/50%", False)]),
        ("/か\u3099", [("/が", "/が", False)]),
        (
            "/a/#b",
            [("/a/#b", "/a/#b", True), ("/a/", "/a", True), ("/a/", "/a", False)],
        ),
        (
            "/a/?b",
            [("/a/?b", "/a/?b", True), ("/a/?b", "/a?b", True), ("/a/", "/a", False)],
        ),
        ("", [("/", "/", False)]),
    ],
)
def test_an_address_has_few_readings(address: str, readings: list[tuple[str, str, bool]]) -> None:
    assert route.readings(address) == [Reading(*reading) for reading in readings]
