"""How near this comes to what Jekyll makes of whole sites.

    python -m tests.golden.score [GOLDEN_DIR]

`GOLDEN_DIR` (../shared/golden unless given) holds a folder a site, Jekyll's answers in
`json/SITE.json`, and `score.py`, which compares them with an OURS.json of each site. That one is
written here, into a folder that is deleted afterwards, and the table printed.
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from gateway.content.document import Document
from gateway.content.loader import load
from gateway.content.matter.nodes import Scalar
from gateway.content.scan import scan
from gateway.content.site import Site, open_site

SHARED = Path(__file__).parents[2].parent / "shared/golden"
NOW = datetime(2026, 11, 23, tzinfo=UTC)  # Jekyll's clock stood there
EVERYTHING = "-drafts-future-unpublished"


def sites(golden: Path) -> list[str]:
    return [path.stem for path in sorted((golden / "json").glob("*.json"))]


def opened(golden: Path, name: str) -> Site:
    """The site of one answer: the same folder stands behind several, by permalink."""
    folder = name.partition("-permalink-")[0].removesuffix(EVERYTHING)
    site = open_site(golden / folder)
    if folder in (name, name.removesuffix(EVERYTHING)):
        return site
    template = json.loads((golden / "json" / f"{name}.json").read_text())["permalink"]
    settings = {**site.settings, "permalink": Scalar(template, template)}
    return replace(site, settings=settings, fingerprint=name)  # which caches go by


def documents(site: Site) -> dict[str, Document]:
    loaded = {file.path: load(site, file.path).document for file in scan(site).files}
    return {path: document for path, document in loaded.items() if document is not None}


def is_shown(site: Site, document: Document) -> bool:
    published_at = document.published_at
    is_due = published_at is None or published_at <= NOW or site.config.get("future") is True
    return is_due and not document.draft


def as_jekyll_says(document: Document) -> dict[str, Any]:
    published_at = document.published_at
    return {
        "url": quote(document.path, safe="/-._~!$&'()*+,;=:@"),
        "date": published_at and published_at.isoformat(),
        "title": document.title,
        "slug": document.slug,
        "categories": list(document.categories),
        "tags": list(document.tags),
        "excerpt_source": document.excerpt.markdown,
        "excerpt_html": document.excerpt.html,
        "content_html": document.body.html,
    }


def main(golden: Path = SHARED) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        ours = Path(scratch, "OURS.json")
        for name in sites(golden):
            site = opened(golden, name)
            said = {
                path: as_jekyll_says(document)
                for path, document in documents(site).items()
                if name.endswith(EVERYTHING) or is_shown(site, document)
            }
            ours.write_text(json.dumps(said))
            theirs = golden / "json" / f"{name}.json"
            command = [sys.executable, str(golden / "score.py"), str(theirs), str(ours)]
            subprocess.run(command, check=True)  # noqa: S603 - the folder that was asked for


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
