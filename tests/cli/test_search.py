"""`gateway search`, as a reader of a terminal and a program behind a pipe see it."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from rich.text import Text

from gateway.cli import searching
from tests.server import command

POSTS = {
    "2024-05-01-cold.md": """---
title: Sourdough in a cold kitchen
tags: [bread, winter]
---
Below sixteen degrees a dough takes all night. Put the bowl beside the kettle.

In the morning the kitchen smells of apples, and the dough has doubled.
""",
    "2024-06-01-pan.md": """---
title: 食パンを焼く朝
tags: [パン]
---
六時に起きて、窯に火を入れる。東京都のはずれ、京都まで行かないと買えない粉で、食パンを二本焼く。
""",
    "2024-07-01-rye.md": """---
title: Rye, slowly
tags: [bread]
---
Rye has little gluten, and wants patience.
""",
    "2024-08-01-secret.md": """---
title: Rye that nobody has seen
published: false
---
A draft.
""",
}

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def blog(tmp_path: Path) -> str:
    folder = tmp_path / "blog" / "_posts"
    folder.mkdir(parents=True)
    for name, text in POSTS.items():
        (folder / name).write_text(text)
    return str(folder.parent)


def printed(run: Run, *arguments: str) -> str:
    done = run("search", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_behind_a_pipe_each_title_and_each_snippet_is_one_plain_line(run: Run, blog: str) -> None:
    done = run("search", blog, "kitchen")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "1 post",
        "",
        "Sourdough in a cold kitchen",
        "  2024-05-01  /2024/05/01/cold.html  bread, winter",
        "  - In the morning the kitchen smells of apples, and the dough has doubled.",
    ]


def test_posts_with_some_of_the_terms_come_below_those_with_all(run: Run, blog: str) -> None:
    titles = ["Rye, slowly", "Sourdough in a cold kitchen"]
    lines = printed(run, blog, "bread patience").splitlines()
    assert [line for line in lines if line in {*titles, "1 post", searching.PARTLY}] == [
        "1 post",
        titles[0],
        searching.PARTLY,
        titles[1],
    ]
    lines = printed(run, blog, "sourdough patience").splitlines()
    assert lines[0] == searching.ONLY_PARTLY


def test_where_more_is_found_than_shown_the_number_is_told(run: Run, blog: str) -> None:
    done = run("search", blog, "bread", "--first", "1")
    assert done.stdout.splitlines()[0] == "2 posts"
    assert done.stderr == "\nand 1 post more, with a larger --first\n"


def test_drafts_are_found_in_a_preview(run: Run, blog: str) -> None:
    assert "Rye that nobody has seen" not in printed(run, blog, "rye")
    assert "  draft  /" in printed(run, blog, "nobody", "--preview")


def test_a_database_is_searched_as_it_is(run: Run, blog: str, tmp_path: Path) -> None:
    database = str(tmp_path / "content.db")
    expected = printed(run, blog, "食パン", "--database", database)
    (Path(blog) / "_posts" / "2024-06-01-pan.md").unlink()
    assert printed(run, "食パン", "--database", database) == expected


def test_options_are_environment_variables_too(
    run: Run, blog: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GATEWAY_DIR", blog)
    monkeypatch.setenv("GATEWAY_FIRST", "1")
    done = run("search", "bread")
    assert done.stdout.splitlines()[0] == "2 posts"
    assert done.stderr.startswith("\nand 1 post more")


def test_in_the_folder_of_a_blog_its_posts_are_searched(
    run: Run, blog: str, tmp_path: Path
) -> None:
    (tmp_path / "work" / "_posts").symlink_to(Path(blog) / "_posts")
    assert printed(run, "gluten").splitlines()[2] == "Rye, slowly"


def test_nothing_found_is_exit_status_1_and_says_what_to_do(run: Run, blog: str) -> None:
    done = run("search", blog, "zymurgy")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "nothing is found for zymurgy; fewer words, or the beginning of one such as photo*, find"
        " more\n"
    )


def test_a_misspelt_word_is_asked_about(run: Run, blog: str) -> None:
    done = run("search", blog, "sourdogh")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Did you mean sourdough?\n"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "there is no word in it"),
        ("」 ・ ?", "there is no word in it"),
        ('-bread -"rye flour"', "it only says what is not to be there"),
        ("a" * 300, "300 characters are more than the 256 of a search"),
        (" ".join("abcdefghijklmnopq"), "17 terms are more than the 16 of a search"),
    ],
)
def test_what_cannot_be_searched_for_is_one_message_and_exit_status_2(
    run: Run, blog: str, query: str, expected: str
) -> None:
    refused(run("search", blog, "--", query), expected)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("nowhere", "bread"), "nowhere does not exist"),
        (("bread",), "give the folder with the posts before what to search for"),
        (("bread", "--database", "nowhere.db"), "cannot open the database nowhere.db"),
        ((), "say what to search for"),
        (("bread", "--first", "0"), "Invalid value for '--first'"),
    ],
)
def test_wrong_input_is_one_message_and_exit_status_2(
    run: Run, arguments: tuple[str, ...], expected: str
) -> None:
    refused(run("search", *arguments), expected)


def refused(done: subprocess.CompletedProcess[str], expected: str) -> None:
    assert (done.returncode, done.stdout) == (2, "")
    assert expected in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("columns", [24, 40, 80])
@pytest.mark.usefixtures("run")
def test_on_a_terminal_hits_are_marked_and_lines_fit(blog: str, columns: int) -> None:
    printed = on_terminal(columns, "search", blog, "京都 | doubled")
    assert set(re.findall(r"\x1b\[1;31m(.*?)\x1b\[0m", printed)) == {"京都", "doubled"}
    shown = Text.from_ansi(printed).plain
    assert max(cell_len(line) for line in shown.splitlines()) <= columns
    assert "東京都のはずれ、京都まで行かないと買えない粉で" in re.sub(r"\s+", "", shown)


def on_terminal(columns: int, *arguments: str) -> str:
    """What a command prints on a terminal of so many columns."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    with subprocess.Popen(  # noqa: S603 - ours
        command(*arguments), stdout=its, stderr=its, env=environment | {"TERM": "xterm-256color"}
    ):
        os.close(its)
        written = b""
        while piece := read(ours):
            written += piece
    os.close(ours)
    return written.decode().replace("\r\n", "\n")


def read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


def found(title: str, *highlights: dict[str, Any]) -> dict[str, Any]:
    node: dict[str, Any] = {
        "title": title,
        "path": "/a/",
        "publishedAt": None,
        "status": "PUBLISHED",
        "excerpt": None,
        "tags": {"nodes": []},
    }
    edge = {"node": node, "search": {"relaxed": False, "highlights": list(highlights)}}
    return {"totalCount": 1, "didYouMean": None, "edges": [edge]}


def highlight(name: str, fragment: str, start: int, end: int) -> dict[str, Any]:
    return {"property": name, "fragment": fragment, "ranges": [{"start": start, "end": end}]}


def test_ranges_count_utf_16_code_units() -> None:
    answer = found("🍞🥖 bread", highlight("title", "🍞🥖 bread", 5, 10))
    _, _, title, _ = searching.report(answer, 10, None)
    hits = [span for span in title.spans if span.style == searching.HIT]
    assert [title.plain[hit.start : hit.end] for hit in hits] == ["bread"]


def test_nothing_in_a_post_is_a_command_to_the_terminal() -> None:
    answer = found("\x1b[2Jgone", highlight("body", "a\x9b31m\nbread", 7, 12))
    assert [line.plain for line in searching.report(answer, 10, None)] == [
        "1 post",
        "",
        " [2Jgone",
        "  /a/",
        "  - a 31m bread",
    ]
