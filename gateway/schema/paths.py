"""What a path leads to."""

import strawberry

from gateway.planner.lookup import NodeById
from gateway.planner.reading import column
from gateway.planner.resolution import Resolution, ResolvedNode
from gateway.schema.field import reads
from gateway.schema.relations import ALL, all_posts, every_term, origin, redirects
from gateway.schema.types import Routable

RESOLUTION = Resolution(all_posts, every_term, redirects, origin)


@strawberry.type(
    description="What a path leads to: a page, another address, or nothing, "
    "with the status code to answer with."
)
class PathResolution:
    requested: str = reads(column("requested"), "The path as it was asked for.")
    node: Routable | None = reads(
        ResolvedNode(NodeById(ALL)),
        "What has its page there, with status code 200. Its own `path` is the canonical one.",
    )
    redirect_to: str | None = reads(
        column("target"),
        "Where it has moved to, with status code 301: a decoded path, or the URL of another site. "
        "Redirects to redirects are followed to their end already.",
    )
    status_code: int = reads(column("status"), "200, 301 or 404.")
