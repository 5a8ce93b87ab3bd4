"""The index of words after any history is that of the same content read anew."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from gateway.content.site import open_site
from gateway.store.sqlite import Store, open_store
from gateway.sync import derived, searching
from gateway.sync.run import sync
from gateway.sync.schedule import catch_up
from gateway.text.search import tokens
from tests.sync import altered, indexes

pytestmark = pytest.mark.anyio

EDITS = 300
AT_ONCE = 10
QUERIES = 100

WORDS = {
    language: words.split()
    for language, words in {
        "ja": "京都 東京都 投資 信託 の は サーバー ブロック ロック を 株 コード・ネーム 2,400円",
        "en": "running runs ran café C++ GPT-4 it's state-of-the-art garden gardens 42",
        "de": "Häuser Haus laufen läuft Straße größte Bücher Buch über",
        "ko": "서울에서 서울 데이터베이스 검색 검색어",
    }.items()
}
STATES = ("", "", "", "draft: true\n", "publishDate: 2999-01-01\n", "expiryDate: 2020-01-01\n")


def text(random: Random, language: str, longest: int) -> str:
    words = random.choices(WORDS[language], k=random.randint(1, longest))
    return ("" if language == "ja" else " ").join(words)


def wait_for(moment: datetime) -> None:
    while datetime.now(UTC) <= moment:
        pass


@dataclass
class Blog:
    """A folder that is changed at random."""

    folder: Path
    random: Random
    soon: datetime = field(default_factory=lambda: datetime.now(UTC) + timedelta(seconds=8))
    made: int = 0

    @property
    def posts(self) -> list[Path]:
        return sorted((self.folder / "content").iterdir())

    def configure(self) -> None:
        title, language = self.random.random(), self.random.choice(list(WORDS))
        settings = f'title = "{title}"\nlanguageCode = "{language}"\n'
        (self.folder / "hugo.toml").write_text(settings)

    def post(self) -> str:
        language = self.random.choice(list(WORDS))
        said = self.random.choice((f"lang: {language}\n", f"lang: {language}\n", ""))
        tags = ", ".join(f'"{text(self.random, language, 2)}"' for _ in range(3))
        turning = f"{self.random.choice(('publishDate', 'expiryDate'))}: {self.soon}\n"
        state = self.random.choice((*STATES, turning))
        matter = f'title: "{text(self.random, language, 3)}"\ndate: 2024-01-01\ntags: [{tags}]\n'
        paragraphs = [text(self.random, language, 20) for _ in range(3)]
        body = "\n\n".join(paragraphs)
        return f"---\n{matter}{said}{state}---\n{body}\n"

    def add(self) -> None:
        self.made += 1
        (self.folder / "content" / f"p{self.made}.md").write_text(self.post())

    def rewrite(self) -> None:
        self.random.choice(self.posts).write_text(self.post())

    def rename(self) -> None:
        self.made += 1
        chosen = self.random.choice(self.posts)
        chosen.rename(chosen.with_name(f"p{self.made}.md"))

    def remove(self) -> None:
        self.random.choice(self.posts).unlink()

    def retag(self) -> None:
        chosen = self.random.choice(self.posts)
        chosen.write_text(chosen.read_text().replace("tags: [", "tags: [新しい, "))

    def spoil(self) -> None:
        """A file that is broken keeps its last version."""
        chosen = self.random.choice(self.posts)
        chosen.write_text(chosen.read_text().replace("---\n", "---\ntitle: [\n", 1))

    def mend(self) -> None:
        for path in self.posts:
            path.write_text(path.read_text().replace("title: [\n", ""))


def edits(blog: Blog) -> list[Callable[[], None]]:
    often = [blog.add, blog.rewrite, blog.rewrite, blog.rewrite, blog.rename, blog.remove]
    return [*often, blog.retag, blog.retag, blog.spoil, blog.configure]


async def loaded(database: Path, folder: Path) -> Path:
    async with open_store(database) as store:
        await sync(store, open_site(folder))
    return database


async def renewed(database: Path, copy: Path) -> Path:
    """A copy of a database whose index is made anew of the texts in it."""
    async with open_store(database):  # leaves no log beside it
        pass
    shutil.copy(database, copy)
    altered.by_another_tokeniser(copy)
    async with open_store(copy) as store:
        await derived.renew(store)
    return copy


async def test_after_many_changes_the_index_is_that_of_a_fresh_load(tmp_path: Path) -> None:
    random = Random(300)  # noqa: S311 - the same changes each time
    folder, database = tmp_path / "site", tmp_path / "content.db"
    (folder / "content").mkdir(parents=True)
    blog = Blog(folder, random)
    blog.configure()
    for _ in range(40):
        blog.add()
    await loaded(database, folder)
    for _ in range(EDITS // AT_ONCE):
        for _ in range(AT_ONCE):
            random.choice(edits(blog))()
        await loaded(database, folder)
    assert indexes.held(await renewed(database, tmp_path / "renewed.db")) == indexes.held(database)
    blog.mend()
    await loaded(database, folder)
    wait_for(blog.soon)
    async with open_store(database) as store:
        await catch_up(store)
    fresh = await loaded(tmp_path / "fresh.db", folder)
    assert indexes.held(database) == indexes.held(fresh)
    for _ in range(QUERIES):
        typed = text(random, random.choice(list(WORDS)), 2)
        for hidden in (False, True):
            found = indexes.scores(database, typed, hidden=hidden)
            assert found == indexes.scores(fresh, typed, hidden=hidden)


@pytest.fixture
async def outdated(tmp_path: Path) -> Path:
    """A database whose index is by another tokeniser, to which all words are "altered"."""
    folder = tmp_path / "site"
    (folder / "content").mkdir(parents=True)
    blog = Blog(folder, Random(7))  # noqa: S311 - the same posts each time
    blog.configure()
    for _ in range(30):
        blog.add()
    database = await loaded(tmp_path / "content.db", folder)
    shutil.copy(database, tmp_path / "current.db")
    altered.by_another_tokeniser(database)
    return database


async def found(store: Store) -> tuple[bool, bool]:
    """Whether the index has what another tokeniser puts there, and what ours does."""
    statement = "SELECT EXISTS (SELECT 1 FROM post_search WHERE post_search MATCH ?)"
    rows = [await store.reader.row(statement, [word]) for word in ("altered", "running OR 京都")]
    before, now = (bool(row and row[0]) for row in rows)
    return before, now


async def test_answers_are_of_the_old_index_until_the_new_one_is_there(outdated: Path) -> None:
    async with open_store(outdated) as store:
        async with store.transaction() as writer:
            await searching.Searching(writer, is_current=False).finish()
            assert await found(store) == (True, False)
        assert await found(store) == (False, True)
    assert indexes.held(outdated) == indexes.held(outdated.with_name("current.db"))


async def interrupted(store: Store) -> None:
    async with store.transaction() as writer:
        await searching.Searching(writer, is_current=False).finish()
        raise KeyboardInterrupt


async def test_a_renewal_that_fails_leaves_the_old_index(outdated: Path) -> None:
    before = indexes.held(outdated)
    async with open_store(outdated) as store:
        with pytest.raises(KeyboardInterrupt):
            await interrupted(store)
        assert await found(store) == (True, False)
    assert indexes.held(outdated) == before


async def test_a_sync_renews_the_index_where_no_file_has_changed(
    outdated: Path, tmp_path: Path
) -> None:
    await loaded(outdated, tmp_path / "site")
    assert indexes.held(outdated) == indexes.held(outdated.with_name("current.db"))


async def test_a_sync_renews_the_index_beside_its_changes(outdated: Path, tmp_path: Path) -> None:
    blog = Blog(tmp_path / "site", Random(8), made=30)  # noqa: S311 - the same changes each time
    for change in edits(blog)[:-2]:
        change()
    await loaded(outdated, blog.folder)
    fresh = await loaded(tmp_path / "fresh.db", blog.folder)
    assert indexes.held(outdated) == indexes.held(fresh)


async def test_where_only_the_configuration_changes_the_index_stays(
    outdated: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    await loaded(outdated, folder)
    (folder / "hugo.toml").write_text('title = "Another"\nlanguageCode = "de"\n')
    await loaded(outdated, folder)
    assert indexes.held(outdated) == indexes.held(await loaded(tmp_path / "fresh.db", folder))


async def test_a_renewal_waits_for_another_process_and_has_nothing_left_to_do(
    outdated: Path,
) -> None:
    async with open_store(outdated) as store, open_store(outdated) as other:
        await derived.renew(store)
        version = await other.version()
        await derived.renew(other)
        assert await other.version() == version
    assert indexes.held(outdated).note[0][0] == tokens.VERSION
