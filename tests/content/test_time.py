"""Posts that hold as much of one thing as fits: each is read in time that grows with its length.

With a test that took its time there would be no end to it: most of these took minutes once.
"""

from pathlib import Path

import pytest

from .sites import read

SIZE = 100_000
SHAPES = {
    "brackets": "[",
    "images": "![",
    "links": "[a](",
    "stars": "**a *b ",
    "code": "`a``b```c",
    "angles": "<",
    "references": "&a",
    "numbers": "&#x",
    "tags": '<a href="',
    "comments": "<!-- ",
    "instructions": "<? ",
    "declarations": "<!A <![CDATA[",
    "footnotes": "[^1]",
    "dollars": "$$",
    "attribute lists": "{:",
    "templates": "{{ {% ",
    "pipes": "| a ",
    "blanks": " ",
    "lists": "- a\n",
    "tables": "| a | b |\n",
    "elements": "<div>\n\n",
    "notes": '<sup class="footnote-ref">',
    "formatting": "<b id=a><p>",
}
REFERENCES = "".join(f"[a{n}] " for n in range(20_000)) + "\n\n" + "[b]: /b\n" * 20_000


@pytest.mark.parametrize("name", SHAPES)
def test_a_post_of_one_thing_only(tmp_path: Path, name: str) -> None:
    body = SHAPES[name] * (SIZE // len(SHAPES[name]))
    assert read(tmp_path, f"{body}\n\n{body}").document is not None


def test_a_post_of_many_references(tmp_path: Path) -> None:
    document = read(tmp_path, REFERENCES).document

    assert document is not None
    assert document.excerpt.markdown == REFERENCES.partition("\n\n")[0]
