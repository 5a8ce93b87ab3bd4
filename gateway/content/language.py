"""The language of a post, judged by its script where nothing says it."""

import re

from gateway.content import nodes
from gateway.content.nodes import Mapping

KEYS = ("lang", "locale", "language")
KANA = re.compile("[\u3040-\u30ff]")
HANGUL = re.compile("[\uac00-\ud7af]")
HAN = re.compile("[\u4e00-\u9fff]")


def of(values: Mapping, text: str) -> str:
    """A BCP 47 tag: as the front matter says, else by the script of the text, else English."""
    for key in KEYS:
        if written := nodes.text(values.get(key)):
            return written.strip().replace("_", "-")
    for script, tag in ((KANA, "ja"), (HANGUL, "ko"), (HAN, "zh")):
        if script.search(text):
            return tag
    return "en"
