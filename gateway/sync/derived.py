"""What is kept of all posts together, and brought up to date when some of them change."""

from collections.abc import Collection
from dataclasses import dataclass

from gateway.content.address import Home
from gateway.store.sqlite import Writer
from gateway.sync.ledger import Ledger
from gateway.sync.redirects import Redirects
from gateway.sync.searching import Searching
from gateway.sync.state import State
from gateway.sync.terms import Terms


@dataclass(frozen=True, slots=True)
class Derived:
    terms: Terms
    redirects: Redirects
    searching: Searching
    ledger: Ledger

    async def leave(self, numbers: Collection[int]) -> None:
        """Notes that posts are about to be removed, or to turn."""
        await self.terms.leave(numbers)
        await self.redirects.leave(numbers)
        await self.searching.leave(numbers)

    async def turn(self, numbers: Collection[int]) -> None:
        """Notes that posts have turned, which were taken out before."""
        await self.searching.turn(numbers)


def begin(home: Home, writer: Writer, before: State) -> Derived:
    """For one transaction; `before` is the state that it found."""
    return Derived(
        Terms(home, writer, before.last_term),
        Redirects(writer),
        Searching(writer, is_current=before.is_indexed),
        Ledger(before.posts_digest),
    )
