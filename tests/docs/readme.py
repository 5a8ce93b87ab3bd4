"""The README, taken apart: its fenced blocks, and what is written into it, such as help texts."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

PATH = Path(__file__).parents[2] / "README.md"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
HELP = re.compile(r"(<!-- help: gateway ?([\w ]*?) -->\n)(.*?)(<!-- end of help -->)", re.DOTALL)
EXAMPLE = re.compile(r"(<!-- example: ([\w.]+) -->\n)(.*?)(<!-- end of example -->)", re.DOTALL)
OUTPUT = re.compile(
    r"(<!-- output: gateway ([^\n]+) -->\n)(.*?)(<!-- end of output -->)", re.DOTALL
)
SEARCHES = re.compile(r"(?<=<!-- searches -->\n).*?(?=<!-- end of searches -->)", re.DOTALL)
SEARCH = re.compile(r"^(\| `([^`]+)`.*\| )(\d+)(?= \|$)", re.MULTILINE)
LONGEST_TEXT = 60
WIDTH = 96


@dataclass(frozen=True, slots=True)
class Block:
    language: str
    text: str


def blocks() -> list[Block]:
    return [Block(*found) for found in FENCE.findall(PATH.read_text())]


def followed_by(language: str, answer: str) -> list[tuple[str, str]]:
    """The texts of all blocks in `language`, each with that of the `answer` right after it."""
    pairs = []
    for block, after in pairwise(blocks()):
        if block.language == language:
            assert after.language == answer, block.text
            pairs.append((block.text, after.text))
    return pairs


def help_texts() -> dict[str, str]:
    """The fenced help of each command, by its name; that of `gateway` itself by ''."""
    return {name: text for _, name, text, _ in HELP.findall(PATH.read_text())}


def write_help_texts(texts: dict[str, str]) -> None:
    PATH.write_text(HELP.sub(lambda found: found[1] + texts[found[2]] + found[4], PATH.read_text()))


def examples() -> dict[str, str]:
    """The query and the answer of each example, by the name of its file."""
    return {name: text for _, name, text, _ in EXAMPLE.findall(PATH.read_text())}


def write_examples(texts: Mapping[str, str]) -> None:
    PATH.write_text(
        EXAMPLE.sub(lambda found: found[1] + texts[found[2]] + found[4], PATH.read_text())
    )


def outputs() -> dict[str, str]:
    """What the README says that a command prints, fenced, by its arguments."""
    return {arguments: text for _, arguments, text, _ in OUTPUT.findall(PATH.read_text())}


def write_outputs(texts: Mapping[str, str]) -> None:
    PATH.write_text(
        OUTPUT.sub(lambda found: found[1] + texts[found[2]] + found[4], PATH.read_text())
    )


def searches() -> dict[str, int]:
    """How many posts of the sample blog have all that is searched for, as a table says."""
    table = SEARCHES.findall(PATH.read_text())[0]
    return {typed: int(count) for _, typed, count in SEARCH.findall(table)}


def write_searches(counts: Mapping[str, int]) -> None:
    def counted(table: re.Match[str]) -> str:
        return SEARCH.sub(lambda row: f"{row[1]}{counts[row[2]]}", table[0])

    PATH.write_text(SEARCHES.sub(counted, PATH.read_text()))


def example(query: str, answer: Any) -> str:
    """A query and its answer in blocks; long texts of the answer are cut."""
    shown = json_text(_cut(answer))
    return (
        f"```graphql\n{query.strip()}\n```\n\n<details><summary>The answer</summary>\n\n"
        f"```json\n{shown}\n```\n\n</details>\n"
    )


def _cut(value: Any) -> Any:
    match value:
        case str() if len(value) > LONGEST_TEXT:
            return f"{value[: LONGEST_TEXT - 1]}…"
        case list():
            return [_cut(item) for item in value]
        case dict():
            return {key: _cut(item) for key, item in value.items()}
        case _:
            return value


def json_text(value: Any, indent: int = 0, before: int = 0) -> str:
    """JSON in which what fits on a line is on one. `before` are the characters before it."""
    line = json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict) and value:
        line = f"{{ {line[1:-1]} }}"
    if not value or not isinstance(value, dict | list) or indent + before + len(line) <= WIDTH:
        return line
    inner = indent + 2
    if isinstance(value, list):
        parts = [json_text(item, inner) for item in value]
    else:
        keys = {key: f"{json.dumps(key, ensure_ascii=False)}: " for key in value}
        parts = [keys[key] + json_text(item, inner, len(keys[key])) for key, item in value.items()]
    opening, closing = "[]" if isinstance(value, list) else "{}"
    lines = f",\n{' ' * inner}".join(parts)
    return f"{opening}\n{' ' * inner}{lines}\n{' ' * indent}{closing}"
