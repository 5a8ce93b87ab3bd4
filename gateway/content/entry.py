"""What is known of a post before its body is rendered."""

from collections.abc import Iterable
from dataclasses import dataclass

from gateway.content.issues import Issues
from gateway.content.matter import nodes
from gateway.content.matter.nodes import Mapping, Node
from gateway.content.names import Name
from gateway.content.site import Site


@dataclass(frozen=True, slots=True)
class Entry:
    """`matter` is what the file says, `values` the same over what the site's defaults say.

    `inherited` is what the defaults alone say. Problems go to `issues`.
    """

    site: Site
    source_path: str
    name: Name
    inherited: Mapping
    matter: Mapping
    values: Mapping
    issues: Issues

    def find(self, keys: Iterable[str]) -> tuple[str, Node] | None:
        """The first of these fields that is written and not null, with its name."""
        return nodes.find(self.values, keys, caseless=self.site.dialect.caseless)

    def text(self, keys: Iterable[str]) -> str | None:
        """The text of that field, None where it has none or is no text."""
        found = self.find(keys)
        return nodes.text(found[1]) if found else None
