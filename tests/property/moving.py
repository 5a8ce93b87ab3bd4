"""A site whose files are replaced while it is served."""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gateway.content.site import open_site
from gateway.planner.scope import Audience
from gateway.schema.executor import GraphQL
from gateway.store.sqlite import Store, open_store
from gateway.sync.run import sync

from . import sites
from .served import Client


@dataclass(frozen=True, kw_only=True)
class Moving(Client):
    store: Store
    folder: Path

    def become(self, made: Mapping[str, str], version: int = 0) -> None:
        """Makes the site have these files, by path, and the store what they say."""
        for path in self.folder.rglob("*.md"):
            if path.relative_to(self.folder).as_posix() not in made:
                path.unlink()
        sites.write(self.folder, made, version)
        self.runner.run(sync(self.store, open_site(self.folder)))


@contextmanager
def moving(folder: Path, audience: Audience) -> Iterator[Moving]:
    """A site without files yet."""
    opened = open_store(folder / "gateway.db")
    with asyncio.Runner() as runner:
        store = runner.run(opened.__aenter__())
        graphql = GraphQL(store.reader.row)
        try:
            yield Moving(
                graphql=graphql,
                runner=runner,
                audience=audience,
                store=store,
                folder=folder / "site",
            )
        finally:
            runner.run(opened.__aexit__(None, None, None))
