"""What is kept of all posts together, and brought up to date when some of them change."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from gateway.content.address import Home
from gateway.store.sqlite import Store, Writer
from gateway.sync import state
from gateway.sync.completing import Completions
from gateway.sync.keywords import Keywords
from gateway.sync.ledger import Ledger
from gateway.sync.redirects import Redirects
from gateway.sync.searching import Indexed, Searching
from gateway.sync.spelling import Spelling
from gateway.sync.state import State
from gateway.sync.terms import Terms


@dataclass(frozen=True, slots=True)
class Derived:
    terms: Terms
    redirects: Redirects
    searching: Searching
    completions: Completions
    spelling: Spelling
    keywords: Keywords
    ledger: Ledger

    async def leave(self, numbers: Collection[int]) -> None:
        """Notes that posts are about to be removed, or to turn."""
        await self.terms.leave(numbers)
        await self.redirects.leave(numbers)
        await self.searching.leave(numbers)
        await self.completions.leave(numbers)
        await self.spelling.leave(numbers)
        await self.keywords.leave(numbers)

    async def enter(self, posts: Sequence[Indexed]) -> None:
        """Notes that posts have been put in."""
        await self.searching.enter(posts)
        await self._suggest([found.n for found in posts])

    async def turn(self, numbers: Collection[int]) -> None:
        """Notes that posts have turned, which were taken out before."""
        await self.searching.turn(numbers)
        await self.keywords.turn(numbers)
        await self._suggest(numbers)

    async def _suggest(self, numbers: Collection[int]) -> None:
        await self.completions.enter(numbers)
        await self.spelling.enter(numbers)


def begin(home: Home, writer: Writer, before: State, *, anew: bool = False) -> Derived:
    """For one transaction; `before` is the state that it found.

    Where nearly all posts are made `anew`, so are the indexes of their words: taking each out of
    them costs as much as putting it in.
    """
    is_current = before.is_indexed and not anew
    return Derived(
        Terms(home, writer, before.last_term),
        Redirects(writer),
        Searching(writer, is_current=is_current),
        Completions(writer, is_current=is_current),
        Spelling(writer, is_current=is_current),
        Keywords(writer),
        Ledger(before.posts_digest),
    )


async def renew(store: Store) -> None:
    """Makes the indexes anew where they are by another tokeniser. Raises StoreError."""
    if await state.is_indexed(store.reader):
        return
    async with store.transaction() as writer:
        if not await state.is_indexed(writer):
            await Completions(writer, is_current=False).finish()
            await Spelling(writer, is_current=False).finish()
            await Searching(writer, is_current=False).finish()
