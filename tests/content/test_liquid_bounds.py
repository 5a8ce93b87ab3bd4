"""No template costs much, reads outside of the site, or reaches what is no value."""

from pathlib import Path

import pytest

from gateway.content.templating.liquid.bounds import (
    MAX_SECONDS,
    MAX_WRITTEN,
    Bounds,
    OutOfBoundsError,
)

from .sites import problems, read

MEGABYTE = 1_000_000
DOUBLED = "{% assign a = 'ab' | split: '' %}"

TOO_MUCH = {
    "a long range": "{% for i in (1..1000000000) %}x{% endfor %}",
    "a long range, backwards": "{% for i in (1..1000000000) reversed %}x{% endfor %}",
    "a long range as a list": "{{ (1..1000000000) | join: ' ' }}",
    "a long range as a value": "{% assign r = (1..1000000000) %}{% if r contains 'a' %}{% endif %}",
    "loops in loops": "{% for i in (1..999) %}{% for j in (1..999) %}x{% endfor %}{% endfor %}",
    "loops that write nothing": "{% for i in (1..999) %}{% for j in (1..999) %}"
    "{% assign a = j %}{% endfor %}{% endfor %}",
    "a text doubled": "{% assign a = 'ab' %}" + "{% assign a = a | append: a %}" * 60,
    "a capture doubled": "{% assign a = 'ab' %}"
    + "{% capture a %}{{ a }}{{ a }}{% endcapture %}" * 60,
    "a text put in each place": "{% assign a = 'xx' %}"
    + "{% assign a = a | append: a %}" * 16
    + "{{ a | replace: 'x', a }}",
    "a list doubled": DOUBLED + "{% assign a = a | concat: a %}" * 60,
    "a list in itself": DOUBLED + "{% assign a = a | push: a %}" * 60 + "{{ a | jsonify }}",
    "includes that include": "{% include a0.html %}",
    "many tags": "{{ a }}" * (MEGABYTE // 7),
    "many blocks": "{% if a %}" * (MEGABYTE // 10),
    "many beginnings": "{{" * (MEGABYTE // 2),
    "many raws": "{% raw %}" * (MEGABYTE // 9),
    "many comments": "{% comment %}{% endcomment %}" + "{% comment " * (MEGABYTE // 11),
}
INCLUDES = {
    f"_includes/a{i}.html": f"{{% include a{i + 1}.html %}}{{% include a{i + 1}.html %}}"
    for i in range(20)
} | {"_includes/a20.html": "x"}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_a_body_that_costs_too_much_is_left_as_it_is(tmp_path: Path, name: str) -> None:
    loaded = read(tmp_path, f"---\n---\n一\n\n{TOO_MUCH[name]}\n", others=INCLUDES)

    assert loaded.document is not None
    assert loaded.document.body.plain.startswith("一\n{")
    assert problems(loaded) == [("ERROR", "liquid-too-much", 3, None)]


LINEAR = {
    "blanks in an output": "{{" + " " * MEGABYTE,
    "blanks in a tag": "{%" + " " * MEGABYTE + "%}",
    "brackets": "{{ " + "(" * MEGABYTE + " }}",
    "quotes": "{{ " + "\"'" * 1_900 + "}}",
    "brackets and quotes": ('{{ ["a' + '["a' * 18 + "b" * 3_900 + " }}") * 250,
    "a parameter": "{% include a.html " + "a" * MEGABYTE + " %}",
    "quoted parameters": "{% include a.html " + "a='" * (MEGABYTE // 3) + " %}",
    "folders of a post": "{% post_url " + "a/" * (MEGABYTE // 2) + "2020-01-01-a %}",
    "half a tag of HTML": f"{{{{ '{'<script ' * 400}' | strip_html }}}}",
}


@pytest.mark.parametrize("name", LINEAR)
def test_what_a_hostile_body_costs_grows_with_its_length(tmp_path: Path, name: str) -> None:
    loaded = read(tmp_path, LINEAR[name])

    assert loaded.document is not None  # a quadratic cost would not end within the run


def test_an_include_of_itself_stays_in_the_text(tmp_path: Path) -> None:
    body = "{% include self.html %}"
    loaded = read(tmp_path, body, others={"_includes/self.html": body})

    assert loaded.document is not None
    assert loaded.document.body.plain == body
    assert problems(loaded) == [("WARNING", "liquid-not-found", 1, None)]


@pytest.mark.parametrize(
    "tag",
    [
        "{% include ../secret.txt %}",
        "{% include link.txt %}",
        "{% include linked/secret.txt %}",
        "{% include_relative ../../secret.txt %}",
        "{% link ../secret.txt %}",
        "{% post_url ../../2025-01-01-secret %}",
    ],
)
def test_nothing_outside_of_the_site_is_read(tmp_path: Path, tag: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    for name in ("secret.txt", "2025-01-01-secret.md"):
        (outside / name).write_text("秘密")
    (outside / "site/_includes").mkdir(parents=True)
    (outside / "site/_includes/link.txt").symlink_to(outside / "secret.txt")
    (outside / "site/_includes/linked").symlink_to(outside)
    loaded = read(outside / "site", tag)

    assert loaded.document is not None
    assert loaded.document.body.plain == tag
    assert problems(loaded) == [("WARNING", "liquid-not-found", 1, None)]


@pytest.mark.parametrize(
    "name",
    [
        "page.__class__",
        "page.title.upper",
        "site.data.__init__",
        "site['__dict__']",
        "now",
        "today",
    ],
)
def test_objects_of_python_are_no_values(tmp_path: Path, name: str) -> None:
    loaded = read(tmp_path, f"---\ntitle: 題\n---\n({{{{ {name} }}}})")

    assert loaded.document is not None
    assert loaded.document.body.plain == "()"


def test_time_and_text_are_bounded_where_steps_are_not_enough() -> None:
    bounds = Bounds(written=MAX_WRITTEN)
    with pytest.raises(OutOfBoundsError, match="20,000,000 characters"):
        bounds.write(1)
    with pytest.raises(OutOfBoundsError, match="longer than 1 s"):
        Bounds(deadline=-MAX_SECONDS).look()
