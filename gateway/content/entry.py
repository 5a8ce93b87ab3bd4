"""What is known of a post before its body is rendered."""

from dataclasses import dataclass

from gateway.content.issues import Issues
from gateway.content.names import Name
from gateway.content.nodes import Mapping
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
