"""The pages of the example front end, with the gateway behind `/graphql`, as a host serves them.

`python -m tests.frontend.serving http://127.0.0.1:8000 DIR 8080` serves them on port 8080 to look
at; DIR is the folder of the blog, which its images are read from.
"""

import sys
from pathlib import Path

import httpx2
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

HERE = Path(__file__).parent


def create(gateway: str, blog: Path) -> Starlette:
    """The front end of the blog in a folder, which the gateway at an address serves."""
    client = httpx2.AsyncClient(base_url=gateway)

    async def graphql(request: Request) -> Response:
        headers = {name: request.headers[name] for name in ("content-type", "accept")}
        answer = await client.post("/graphql", content=await request.body(), headers=headers)
        return Response(answer.content, answer.status_code, media_type="application/json")

    async def page(_: Request) -> Response:
        return FileResponse(HERE / "pages" / "index.html")

    return Starlette(
        routes=[
            Route("/graphql", graphql, methods=["POST"]),
            Mount("/-/queries", StaticFiles(directory=HERE / "queries")),
            Mount("/-", StaticFiles(directory=HERE / "pages")),
            Mount("/assets", StaticFiles(directory=blog / "assets")),
            Route("/{path:path}", page),
        ]
    )


if __name__ == "__main__":
    address, folder, port = sys.argv[1:]
    uvicorn.run(create(address, Path(folder)), port=int(port), log_level="warning")
