"""Filters and tags give what Jekyll 4.3.1 gives.

`liquid/templates.txt` has a template on each line and `liquid/answers.json` what Jekyll makes of
it. Where Jekyll is installed, `pytest --rewrite` asks it again.
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from gateway.content.templating.templates import EXPAND

from .pages import found, page
from .sites import write

LIQUID = Path(__file__).parent / "liquid"
POST = "Foo/bar/_posts/2025-01-03-answers.txt"
BETWEEN = "\n-----\n"

MATTER = """\
title: T 日
date: 2025-01-03 03:04:05 +0900
tags: [x, y]
l: [x, b, a]
m: {k: v, n: 2}
nest: [[1, [2]], [{a: b}]]
n: 5
f: 1.50
b: true
nil: null
t: "yes"
e: []
es: ""
dup: [a, b, a, null]
objs:
  - {n: b, k: 1, g: x, t: [x, y], z: 2}
  - {n: a, k: 2, g: y, t: [y]}
  - {n: c, k: 3, g: x, z: 1}
inc: p.html
when: 2024-05-06
other: 2024-05-06 07:08:09 +0000
"""
FILES = {
    "_config.yml": "title: S\nurl: https://e.com\nbaseurl: /b\ntimezone: Asia/Tokyo\n",
    "_data/a.yml": "k: v\n",
    "_data/list.yml": "- 1\n- 2\n",
    "_data/sub/c.json": '[{"x": "y"}]',
    "_data/tsv.csv": "a,b\n1,2\n",
    "_includes/p.html": "<{{ include.a }} {{ include.b }} {{ include.c }}>",
    "_includes/sub/p2.html": "p2{{ page.n }}",
}


def templates() -> str:
    return BETWEEN.join((LIQUID / "templates.txt").read_text().splitlines())


@pytest.mark.skipif(shutil.which("jekyll") is None, reason="Jekyll is not installed")
def test_the_answers_are_jekylls(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    write(tmp_path, {**FILES, POST: f"---\n{MATTER}---\n{templates()}"})
    built = tmp_path / "built"
    command = ("jekyll", "build", "--quiet", "--disable-disk-cache", "-d", str(built))
    subprocess.run(command, cwd=tmp_path, check=True)  # noqa: S603 - a command of our own
    (page,) = built.rglob("answers.txt")
    answers = page.read_text().split(BETWEEN)

    if request.config.getoption("--rewrite"):
        text = json.dumps(answers, ensure_ascii=False, indent=0)
        (LIQUID / "answers.json").write_text(f"{text}\n")
    assert json.loads((LIQUID / "answers.json").read_text()) == answers


def test_templates_give_jekylls_answers(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    post = page(tmp_path, POST, MATTER)

    expanded = EXPAND["liquid"](templates(), post)

    lines = templates().split(BETWEEN)
    answers = json.loads((LIQUID / "answers.json").read_text())
    assert dict(zip(lines, expanded.split(BETWEEN), strict=True)) == dict(
        zip(lines, answers, strict=True)
    )
    assert found(post) == []
