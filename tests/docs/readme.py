"""The README, taken apart: its fenced blocks and the help texts written into it."""

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

PATH = Path(__file__).parents[2] / "README.md"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
HELP = re.compile(r"(<!-- help: gateway ?([\w ]*?) -->\n)(.*?)(<!-- end of help -->)", re.DOTALL)


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
