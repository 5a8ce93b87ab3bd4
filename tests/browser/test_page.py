import gzip
import json
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from gateway.graphiql import page

SCRIPT = b"import './chunk-BBBBBBBB.js'"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    manifest = {"script": "main-AAAAAAAA.js", "style": "style-CCCCCCCC.css", "sources": ""}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    (tmp_path / "main-AAAAAAAA.js.gz").write_bytes(gzip.compress(SCRIPT))
    (tmp_path / "licenses.txt.gz").write_bytes(gzip.compress(b"MIT"))
    return tmp_path


def client(dist: Path, root_path: str = "") -> TestClient:
    return TestClient(Starlette(routes=page.routes(dist=dist)), root_path=root_path)


def test_without_a_bundle_the_page_names_the_command_that_builds_it(tmp_path: Path) -> None:
    response = client(tmp_path).get("/")
    assert response.status_code == 200
    assert "python -m gateway.graphiql.build" in response.text
    assert "/graphql" in response.text
    assert "<script" not in response.text


@pytest.mark.parametrize("path", ["/", "/graphiql/main-AAAAAAAA.js", "/graphiql/missing.js"])
def test_every_answer_has_the_security_headers(bundle: Path, path: str) -> None:
    headers = client(bundle).get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_the_page_names_the_bundle_and_the_endpoint_below_the_root_path(bundle: Path) -> None:
    html = client(bundle, root_path="/blog").get("/blog/").text
    assert 'src="/blog/graphiql/main-AAAAAAAA.js"' in html
    assert 'href="/blog/graphiql/style-CCCCCCCC.css"' in html
    assert 'data-endpoint="/blog/graphql"' in html


def test_a_file_travels_gzipped_and_is_kept_for_good(bundle: Path) -> None:
    response = client(bundle).get(
        "/graphiql/main-AAAAAAAA.js", headers={"Accept-Encoding": "gzip, br"}
    )
    assert response.content == SCRIPT
    assert response.headers["content-encoding"] == "gzip"
    assert response.headers["content-type"] == "text/javascript; charset=utf-8"
    assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert response.headers["vary"] == "Accept-Encoding"


def test_a_client_without_gzip_gets_the_file_unpacked(bundle: Path) -> None:
    response = client(bundle).get(
        "/graphiql/main-AAAAAAAA.js", headers={"Accept-Encoding": "identity"}
    )
    assert response.content == SCRIPT
    assert "content-encoding" not in response.headers


def test_the_licences_are_not_kept_since_their_name_holds_no_hash(bundle: Path) -> None:
    headers = client(bundle).get("/graphiql/licenses.txt").headers
    assert headers["content-type"] == "text/plain; charset=utf-8"
    assert headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["manifest.json", "..%2Fpage.html", "%2Fetc%2Fpasswd", "main.js"])
def test_nothing_but_the_bundle_is_served(bundle: Path, path: str) -> None:
    assert client(bundle).get(f"/graphiql/{path}").status_code == 404
