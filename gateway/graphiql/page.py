"""The page that runs GraphiQL, and the files of its bundle.

The bundle is stored gzipped only, and unpacked for the rare client that does not accept gzip.
"""

import gzip
from html import escape
from pathlib import Path
from string import Template

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from gateway.graphiql import build

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",  # Monaco writes style elements as it goes
    "img-src": "'self' data:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
# On the files too: a worker is under the policy of its own response.
SECURITY_HEADERS = {
    "Content-Security-Policy": "; ".join(f"{what} {source}" for what, source in POLICY.items()),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
REVALIDATED = {"Cache-Control": "no-cache"}
IMMUTABLE = {"Cache-Control": "public, max-age=31536000, immutable"}  # the name holds a hash

FILE_HEADERS = {
    ".js": {"Content-Type": "text/javascript; charset=utf-8", **IMMUTABLE},
    ".css": {"Content-Type": "text/css; charset=utf-8", **IMMUTABLE},
    ".txt": {"Content-Type": "text/plain; charset=utf-8", **REVALIDATED},
}

HERE = Path(__file__).parent
PAGE = Template((HERE / "page.html").read_text(encoding="utf-8"))
UNBUILT_PAGE = Template((HERE / "unbuilt.html").read_text(encoding="utf-8"))


def routes(graphql_path: str = "/graphql", dist: Path = build.DIST) -> list[BaseRoute]:
    """`/` with the page, and `/graphiql/…` with the files that it loads."""

    def page(request: Request) -> Response:
        root_path = request.scope.get("root_path", "")
        endpoint = escape(root_path + graphql_path)
        manifest = build.read_manifest(dist)
        if manifest is None:
            html = UNBUILT_PAGE.substitute(endpoint=endpoint, command=build.COMMAND)
        else:
            files = escape(f"{root_path}/graphiql")
            html = PAGE.substitute(manifest, endpoint=endpoint, files=files)
        return HTMLResponse(html, headers=SECURITY_HEADERS | REVALIDATED)

    def file(request: Request) -> Response:
        stored = f"{request.path_params['file']}.gz"
        # Looked up, not joined: whatever the path holds, only a file of the bundle is served.
        path = next((path for path in dist.glob("*.gz") if path.name == stored), None)
        if path is None:
            return PlainTextResponse("Not Found", status_code=404, headers=SECURITY_HEADERS)
        headers = SECURITY_HEADERS | FILE_HEADERS[path.with_suffix("").suffix]
        headers["Vary"] = "Accept-Encoding"
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            return FileResponse(path, headers=headers | {"Content-Encoding": "gzip"})
        return Response(gzip.decompress(path.read_bytes()), headers=headers)

    return [Route("/", page), Route("/graphiql/{file}", file)]
