import json
from typing import Any

import httpx2
import pytest
from playwright.sync_api import Page, expect

EXAMPLES = ["ListPage", "DetailPage", "SearchPage", "MobileExcerpts"]
QUERY = "{ posts(first: 1) { totalCount nodes { title } } }"


def ask(server_url: str, query: str) -> Any:
    return httpx2.post(f"{server_url}/graphql", json={"query": query}).json()


def text_of(editor: str) -> str:
    """JavaScript for the whole text: the document holds only the lines in view, in any order."""
    models = "globalThis.__MONACO.editor.getModels()"
    return f"{models}.find(model => model.uri.path.endsWith('{editor}')).getValue()"


def wait_until_read(page: Page) -> None:
    # GraphiQL reads the operation's name, and stores the query, a moment after it changed.
    stored = "localStorage.getItem('graphiql:query')"
    page.wait_for_function(f"() => {stored} === {text_of('operation.graphql')}")


def open_example(page: Page, name: str) -> None:
    page.get_by_role("tab", name=name).click()
    wait_until_read(page)


def type_query(page: Page, query: str) -> None:
    page.get_by_role("button", name="New tab").click()
    page.locator(".graphiql-query-editor .monaco-editor").click()
    page.keyboard.type(query)
    page.keyboard.press("Escape")  # closes the list of suggestions
    wait_until_read(page)


def run(page: Page) -> Any:
    page.get_by_role("button", name="Execute query").click()
    expect(page.locator(".graphiql-response .view-lines")).to_contain_text("{")
    return json.loads(page.evaluate(text_of("response.json")))


def test_a_typed_query_shows_the_servers_answer(graphiql: Page, server_url: str) -> None:
    type_query(graphiql, QUERY)
    assert run(graphiql) == ask(server_url, QUERY)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_answered_without_errors(graphiql: Page, example: str) -> None:
    open_example(graphiql, example)
    assert list(run(graphiql)) == ["data"]


def test_the_documentation_says_what_a_type_is(graphiql: Page, server_url: str) -> None:
    answer = ask(server_url, '{ __type(name: "Post") { description } }')
    description = answer["data"]["__type"]["description"]
    graphiql.get_by_role("button", name="Show Documentation Explorer").click()
    docs = graphiql.locator(".graphiql-doc-explorer")
    docs.get_by_role("link", name="Post", exact=True).click()
    expect(docs.locator(".graphiql-doc-explorer-title")).to_have_text("Post")
    expect(docs).to_contain_text(description.replace("`", ""))  # it is shown as Markdown


def test_the_editor_marks_a_field_that_the_schema_does_not_have(graphiql: Page) -> None:
    type_query(graphiql, "{ nonsense }")
    expect(graphiql.locator(".graphiql-query-editor .squiggly-error")).to_be_visible()


def test_prettify_lays_a_query_out(graphiql: Page) -> None:
    type_query(graphiql, "{ posts { totalCount } }")
    graphiql.get_by_role("button", name="Prettify query").click()
    expect(graphiql.locator(".graphiql-query-editor .view-line").nth(4)).to_be_attached()
    pretty = "{\n  posts {\n    totalCount\n  }\n}\n"
    assert graphiql.evaluate(text_of("operation.graphql")) == pretty


def test_what_was_run_is_in_the_history(graphiql: Page) -> None:
    open_example(graphiql, "MobileExcerpts")
    run(graphiql)
    graphiql.get_by_role("button", name="Show History").click()
    labels = graphiql.locator(".graphiql-history-item-label")
    expect(labels).to_have_text(["MobileExcerpts"])
