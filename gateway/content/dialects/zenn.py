"""Zenn. https://zenn.dev/zenn/articles/zenn-cli-guide"""

import re
from itertools import islice
from pathlib import Path

from gateway.content.dialects.dialect import Dialect, Keys, Place, head
from gateway.content.matter.nodes import Mapping
from gateway.content.names import Name

LOOKED_AT = 5  # articles
FIELDS = re.compile(r"\A---\s*\n(?=[\s\S]*^published:)(?=[\s\S]*^(?:topics|emoji):)", re.MULTILINE)


def recognise(root: Path) -> bool:
    articles = root / "articles"
    if not articles.is_dir():
        return False
    return any(FIELDS.match(head(path, 2_000)) for path in islice(articles.glob("*.md"), LOOKED_AT))


def places(_root: Path, _settings: Mapping, _collections: Keys) -> tuple[Place, ...]:
    return (Place("articles", "", "articles"),)


def dated_names(_settings: Mapping) -> bool:
    return False


def template(_settings: Mapping, _name: Name) -> str:
    return "/:path"


ROW = Dialect(
    name="zenn",
    title="Zenn",
    recognise=recognise,
    configs=(),
    places=places,
    ignored=".",
    dated_names=dated_names,
    default_locale="ja",
    default_zone="Asia/Tokyo",
    formats=("yaml",),
    date=("published_at",),
    updated=(),
    slug=(),
    permalink=(),
    tags=("topics",),
    categories=("type",),
    excerpt=(),
    hidden=(("published", False),),
    terms="whole",
    singular=False,
    template=template,
    flavour="zenn",
    more=False,
)
