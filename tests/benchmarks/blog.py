"""A blog of any size, as Jekyll files: the same for the same number of posts on every machine.

    python -m tests.benchmarks.blog 10000 DIR

Three posts in four are Japanese, the others English. A post has 6.8 KB on average; with 400 tags,
12 categories and 30 authors, a few of which are in most posts (Zipf).
"""

import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from itertools import accumulate
from pathlib import Path
from random import Random

from . import prose

SEED = 20_251_107
BEGINNING = datetime(2008, 4, 1, tzinfo=UTC)
END = datetime(2026, 3, 31, tzinfo=UTC)
OFFSETS = tuple(timezone(timedelta(hours=hours)) for hours in (9, 9, 9, 9, 0, 1, -5))
TAGS, AUTHORS = 400, 30
CATEGORIES = (
    "日々", "台所", "旅", "写真", "読書", "道具", "庭", "Web", "データ", "音楽", "便り", "Notes",
)  # fmt: skip
SENTENCES = 20_000
"""How many different sentences a language has."""

SECTIONS = {"ja": (3, 4, 5, 6, 7, 8, 12), "en": (4, 6, 7, 8, 10, 13, 18)}
"""How many sections a post may have, each with a block of one of the kinds below."""

CONFIG = """\
title: 架空の記録
url: https://blog.example.com
timezone: Asia/Tokyo
permalink: /:year/:month/:day/:title/
"""

CODE = """\
```python
def fetch_page(index: int, size: int = {size}) -> list[str]:
    # {comment}
    rows = [row for row in ledger if row.number > index]
    return sorted(rows, key=lambda row: row.title)[:size]
```"""

UNSAFE_IN_NAMES = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Ranked:
    """Names of which the k-th is drawn 1/k as often as the first: Zipf's law."""

    names: Sequence[str]
    weights: Sequence[float]

    def draw(self, random: Random, count: int) -> list[str]:
        """So many names or fewer, each once."""
        drawn = random.choices(self.names, cum_weights=self.weights, k=count)
        return list(dict.fromkeys(drawn))


def ranked(names: Sequence[str]) -> Ranked:
    return Ranked(names, list(accumulate(1 / rank for rank in range(1, len(names) + 1))))


@dataclass(frozen=True, slots=True)
class Language:
    name: str
    sentences: Sequence[str]
    titles: Sequence[str]
    join: str


@dataclass(frozen=True, slots=True)
class Matter:
    """What front matter is drawn from."""

    languages: Sequence[Language]
    tags: Ranked
    categories: Ranked
    authors: Ranked


def write(count: int, folder: Path) -> None:
    """Writes the files of a blog of `count` posts."""
    random = Random(SEED)  # noqa: S311 - the same posts each time
    matter = _matter(random)
    posts = folder / "_posts"
    posts.mkdir(parents=True, exist_ok=True)
    (folder / "_config.yml").write_text(CONFIG, encoding="utf-8")
    data = folder / "_data"
    data.mkdir(exist_ok=True)
    (data / "authors.yml").write_text(_authors(matter.authors.names), encoding="utf-8")
    step = (END - BEGINNING) / count
    for number in range(count):
        moment = BEGINNING + step * (number + random.random())
        name, text = _post(random, matter, number, moment.replace(microsecond=0))
        (posts / name).write_bytes(text.encode())
        # A sync reads files that were changed just now once more, which no old blog has.
        os.utime(posts / name, (moment.timestamp(), moment.timestamp()))


def _matter(random: Random) -> Matter:
    languages = [
        Language(
            name,
            prose.sentences(random, name, SENTENCES),
            prose.titles(random, name, SENTENCES),
            join,
        )
        for name, join in (("ja", ""), ("en", " "))
    ]
    nouns = [*prose.nouns("ja"), *(noun.capitalize() for noun in prose.nouns("en"))]
    pairs = [f"{first}と{second}" for first in nouns[:40] for second in nouns[:10]]
    tags = [*nouns, *(pair for pair in pairs if len(set(pair.split("と"))) == 2)][:TAGS]
    authors = [f"writer{number:02}" for number in range(1, AUTHORS + 1)]
    return Matter(languages, ranked(tags), ranked(CATEGORIES), ranked(authors))


def _authors(handles: Sequence[str]) -> str:
    return "".join(
        f"{handle}:\n  name: 書き手 {number}\n  bio: {number}番目の書き手。\n"
        for number, handle in enumerate(handles, 1)
    )


def _post(random: Random, matter: Matter, number: int, moment: datetime) -> tuple[str, str]:
    """The name and the text of one file."""
    language = matter.languages[random.random() < 0.25]
    title = random.choice(language.titles)
    local = moment.astimezone(random.choice(OFFSETS))
    fields = {
        "layout": "post",
        "title": _quoted(title),
        "date": local.strftime("%Y-%m-%d %H:%M:%S %z"),
        "categories": _listed(matter.categories.draw(random, random.randint(1, 2))),
        "tags": _listed(matter.tags.draw(random, random.randint(1, 6))),
        "author": matter.authors.draw(random, 1)[0],
    }
    if random.random() < 0.7:
        fields["excerpt"] = _quoted(language.join.join(random.choices(language.sentences, k=2)))
    if random.random() < 0.3:
        fields["reading_time"] = str(random.randint(2, 15))
    written = "".join(f"{name}: {value}\n" for name, value in fields.items())
    slug = UNSAFE_IN_NAMES.sub("-", title.lower()).strip("-")
    file_name = f"{local:%Y-%m-%d}-{slug}-{number}.md"
    return file_name, f"---\n{written}---\n\n{_body(random, language)}\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _listed(names: Sequence[str]) -> str:
    return f"[{', '.join(names)}]"


def _body(random: Random, language: Language) -> str:
    blocks = [_paragraph(random, language)]
    for _ in range(random.choice(SECTIONS[language.name])):
        blocks += [
            f"## {random.choice(language.titles)}",
            _paragraph(random, language),
            random.choice(BLOCKS)(random, language),
        ]
    return "\n\n".join(blocks)


def _paragraph(random: Random, language: Language) -> str:
    return language.join.join(random.choices(language.sentences, k=random.randint(4, 8)))


def _list(random: Random, language: Language) -> str:
    return "\n".join(f"- {item}" for item in random.choices(language.sentences, k=4))


def _steps(random: Random, language: Language) -> str:
    steps = random.choices(language.sentences, k=3)
    return "\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))


def _quote(random: Random, language: Language) -> str:
    return f"> {random.choice(language.sentences)}"


def _code(random: Random, language: Language) -> str:
    return CODE.format(size=random.randint(5, 50), comment=random.choice(language.titles))


BLOCKS: Sequence[Callable[[Random, Language], str]] = (
    _paragraph, _paragraph, _paragraph, _list, _steps, _quote, _code,
)  # fmt: skip


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
