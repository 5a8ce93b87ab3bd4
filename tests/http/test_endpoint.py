"""GraphQL over HTTP, over a real socket: `gateway serve` in a process of its own."""

import json
import socket
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from tests.conftest import SITE
from tests.server import Server, running

QUERY = "{ posts(first: 1) { nodes { title } } }"
NEWEST = {"data": {"posts": {"nodes": [{"title": "Tables and lists"}]}}}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    database = tmp_path_factory.mktemp("http") / "content.db"
    with running(str(SITE), "--database", str(database)) as started:
        yield started


@pytest.fixture(scope="module")
def client(server: Server) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=server.address) as opened:
        yield opened


def message(response: httpx2.Response) -> str:
    """The one error of a response, which has no data."""
    body = response.json()
    assert list(body) == ["errors"]
    (error,) = body["errors"]
    assert isinstance(error["message"], str)
    return error["message"]


def test_a_query_is_answered_by_post(client: httpx2.Client) -> None:
    response = client.post("/graphql", json={"query": QUERY})
    assert (response.status_code, response.json()) == (200, NEWEST)
    assert response.headers["content-type"] == "application/json; charset=utf-8"


def test_a_query_is_answered_by_get(client: httpx2.Client) -> None:
    query = "query T($n: Int) { posts(first: $n) { nodes { title } } }"
    parameters = {"query": query, "variables": '{"n": 1}', "operationName": "T"}
    response = client.get("/graphql", params=parameters)
    assert (response.status_code, response.json()) == (200, NEWEST)


def test_the_media_type_of_graphql_is_used_where_it_is_accepted(client: httpx2.Client) -> None:
    accept = {"accept": "application/graphql-response+json"}
    response = client.post("/graphql", json={"query": QUERY}, headers=accept)
    assert response.headers["content-type"] == "application/graphql-response+json; charset=utf-8"
    refused = client.post("/graphql", json={"query": "{ nope }"}, headers=accept)
    assert refused.status_code == 400
    assert client.post("/graphql", json={"query": "{ nope }"}).status_code == 200


def test_one_of_several_operations_is_chosen_by_name(client: httpx2.Client) -> None:
    query = "query A { posts { totalCount } } query B { tags { totalCount } }"
    response = client.post("/graphql", json={"query": query, "operationName": "A"})
    assert response.json() == {"data": {"posts": {"totalCount": 5}}}
    assert "operation" in message(client.post("/graphql", json={"query": query}))


@pytest.mark.parametrize(
    ("body", "status", "expected"),
    [
        (b'{"query": ', 400, "The body is not valid JSON"),
        (b"\xff\xfe", 400, "The body is not valid JSON"),
        (b"[1]", 400, 'The body must be a JSON object with a "query"'),
        (b"{}", 400, 'There is no "query"'),
        (b'{"query": 1}', 400, 'There is no "query"'),
        (b'{"query": "{a}", "variables": []}', 400, '"variables" must be an object'),
        (b'{"query": "{a}", "operationName": 1}', 400, '"operationName" must be a string'),
        (b"[" * 100_000, 400, "The body is not valid JSON"),
        (b'{"query": "' + b" " * 1_000_001 + b'"}', 413, "The body has more than 1000000 bytes"),
        (b'{"query": "{"}', 200, "Syntax Error: Expected Name, found <EOF>."),
        (b'{"query": "{ nope }"}', 200, "Cannot query field 'nope' on type 'Query'."),
        (
            json.dumps({"query": "{" * 5000}).encode(),
            200,
            "Syntax Error: ",
        ),
        (
            json.dumps({"query": "{ " + "a " * 10_001 + "}"}).encode(),
            200,
            "Syntax Error: Document contains more than 10000 tokens. Parsing aborted.",
        ),
    ],
)
def test_a_bad_request_is_told_what_is_wrong(
    client: httpx2.Client, body: bytes, status: int, expected: str
) -> None:
    headers = {"content-type": "application/json"}
    response = client.post("/graphql", content=body, headers=headers)
    assert response.status_code == status
    assert message(response).startswith(expected)
    # And the server goes on.
    assert client.post("/graphql", json={"query": QUERY}).json() == NEWEST


def test_another_content_type_is_refused(client: httpx2.Client) -> None:
    response = client.post("/graphql", content=QUERY, headers={"content-type": "text/plain"})
    assert response.status_code == 415
    assert message(response) == (
        'The content type "text/plain" is not supported; send application/json'
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            "{ posts(first: -1) { totalCount } }",
            'Argument "first" of "posts": -1 is negative; ask for 0 to 100 items.',
        ),
        (
            "{ posts(first: 1000000) { totalCount } }",
            'Argument "first" of "posts": 1000000 is more than the 100 items of a page.',
        ),
        (
            '{ posts(after: "banana") { totalCount } }',
            'Argument "after" of "posts": "banana" is not a cursor that this server made.',
        ),
        (
            '{ posts(orderBy: [{field: TITLE}], after: "5B222D70222C2278225D") { totalCount } }',
            (
                'Argument "after" of "posts": "5B222D70222C2278225D" is a cursor of another '
                "ordering; use it with the orderBy of the page it came from."
            ),
        ),
        (
            '{ post(by: { id: "tag_b322fa14a28ef06625d1" }) { title } }',
            (
                'Argument "by" of "post": "tag_b322fa14a28ef06625d1" is an id of the type Tag, '
                "not Post."
            ),
        ),
        (
            '{ tag(by: { id: "banana" }) { name } }',
            'Argument "by" of "tag": "banana" is not an id of this server.',
        ),
        (
            '{ node(id: "banana") { id } }',
            'Argument "id" of "node": "banana" is not an id of this server.',
        ),
        (
            "{ posts { nodes { tags(last: 101) { totalCount } } } }",
            'Argument "last" of "tags": 101 is more than the 100 items of a page.',
        ),
        (
            f"{{ posts(first: {'1' * 5000}) {{ totalCount }} }}",
            "A number has 5000 digits; write one with 1000 at most",
        ),
        (
            f"query ($id: ID = {'1' * 5000}) {{ node(id: $id) {{ id }} }}",
            "A number has 5000 digits; write one with 1000 at most",
        ),
        (
            f"{{ posts(where: {{ or: [{'{} ' * 51}] }}) {{ totalCount }} }}",
            'Argument "where" of "posts": 51 conditions are more than the 50 of a filter.',
        ),
        (
            "{ posts { nodes { excerpt(length: 0) } } }",
            'Argument "length" of "excerpt": 0 characters hold nothing; ask for 1 or more.',
        ),
        (
            "{ posts { nodes { tableOfContents(maxDepth: 7) { id } } } }",
            'Argument "maxDepth" of "tableOfContents": 7 is no depth of a heading; ask for 1 to 6.',
        ),
        (
            "{ posts { nodes { tableOfContents(maxDepth: 0) { id } } } }",
            'Argument "maxDepth" of "tableOfContents": 0 is no depth of a heading; ask for 1 to 6.',
        ),
        (
            "{ posts { nodes { tableOfContents { " + "children { " * 5 + "id" + "}" * 9,
            (
                '"children" lies in 6 lists and objects that each have to be looked up; '
                "that is as deep as one query goes"
            ),
        ),
        (
            "{ posts { nodes {" + "tags { nodes { posts { nodes { " * 3 + "title" + "}" * 15,
            (
                '"tags" lies in 5 lists and objects that each have to be looked up; '
                "that is as deep as one query goes"
            ),
        ),
    ],
)
def test_a_bad_argument_is_named(client: httpx2.Client, query: str, expected: str) -> None:
    body = client.post("/graphql", json={"query": query}).json()
    assert [error["message"] for error in body["errors"]] == [expected]
    assert body["errors"][0]["locations"]
    assert client.post("/graphql", json={"query": QUERY}).json() == NEWEST


@pytest.mark.parametrize(
    "forged",
    ['["-p"]', '["-p",null]', '["-p",1.5]', '["-p",["x"]]', '["-p",18446744073709551615]', "{}"],
)
def test_a_forged_cursor_is_refused(client: httpx2.Client, forged: str) -> None:
    query = "query ($after: String) { posts(after: $after) { totalCount } }"
    variables = {"after": forged.encode().hex()}
    body = client.post("/graphql", json={"query": query, "variables": variables}).json()
    assert "is not a cursor that this server made" in body["errors"][0]["message"]


def test_a_document_is_planned_anew_for_another_shape_of_its_variables(
    client: httpx2.Client,
) -> None:
    query = """query ($first: Int, $order: [PostOrder!], $tags: Boolean = false) {
      posts(first: $first, orderBy: $order) {
        nodes { title tags(first: 1) @include(if: $tags) { nodes { name } } }
      }
    }"""

    def ask(**variables: Any) -> Any:
        body = client.post("/graphql", json={"query": query, "variables": variables}).json()
        return body["data"]["posts"]["nodes"]

    assert len(ask()) == len(ask(first=None)) == 5
    assert ask(first=1) == [{"title": "Tables and lists"}]
    assert ask(first=2)[1] == {"title": "Nobody wrote this"}
    by_title = [{"field": "TITLE", "direction": "ASC"}]
    assert ask(first=1, order=by_title, tags=True) == [
        {"title": "First steps", "tags": {"nodes": [{"name": "Python"}]}}
    ]


def test_introspection_is_answered(client: httpx2.Client) -> None:
    query = '{ __type(name: "Post") { name kind } __typename posts { totalCount } }'
    assert client.post("/graphql", json={"query": query}).json() == {
        "data": {
            "__type": {"name": "Post", "kind": "OBJECT"},
            "__typename": "Query",
            "posts": {"totalCount": 5},
        }
    }


def test_an_unknown_address_is_told_where_graphql_is(client: httpx2.Client) -> None:
    response = client.get("/graphq")
    assert response.status_code == 404
    assert message(response) == "There is nothing at /graphq; GraphQL is at /graphql"


def test_a_method_that_is_not_answered_is_told_which_are(client: httpx2.Client) -> None:
    response = client.delete("/graphql")
    assert response.status_code == 405
    assert message(response).startswith("/graphql does not answer DELETE; use one of ")
    assert {method.strip() for method in response.headers["allow"].split(",")} >= {"GET", "POST"}


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/b/tags/日本語/", (200, None)),
        ("/b/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E", (200, None)),
        ("/b/tables/?utm_source=x", (301, "/b/notes/2024/08/20/tables.html")),
        ("/b/wp-login.php", (404, None)),
    ],
)
def test_a_front_end_asks_what_an_address_leads_to(
    client: httpx2.Client, path: str, answer: tuple[int, str | None]
) -> None:
    query = (
        "query ($path: String!) { resolvePath(path: $path) { requested statusCode redirectTo } }"
    )
    response = client.get(
        "/graphql", params={"query": query, "variables": json.dumps({"path": path})}
    )
    status, target = answer
    assert response.json()["data"]["resolvePath"] == {
        "requested": path,
        "statusCode": status,
        "redirectTo": target,
    }


def test_health_tells_what_is_served(client: httpx2.Client) -> None:
    health = client.get("/health").json()
    assert health["status"] == "ok"
    assert health["content"] == {"posts": 5, "tags": 6, "categories": 3, "authors": 2}


def test_a_port_that_is_in_use_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        failed = Server.attempt(str(SITE), "--port", str(port))
    assert failed.returncode == 2
    assert failed.stderr == (
        f"error: cannot listen on 127.0.0.1 port {port} (Address already in use); "
        "name another one with --port or --host\n"
    )
