"""What the README says is so: its queries, its commands and what they print."""

import importlib.util
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import AsyncIterator
from pathlib import Path

import orjson
import pytest

from gateway.cli.folders import SAMPLE
from gateway.content.site import open_site
from gateway.http.responses import body_of
from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import Store, open_store
from gateway.sync.run import sync
from tests.docs import readme
from tests.server import command, running

EXAMPLES = readme.PATH.parent / "tests" / "frontend" / "queries"
SHELL = "\n".join(
    [block.text for block in readme.blocks() if block.language == "sh"]
    + re.findall(r"`([^`\n]+)`", readme.PATH.read_text())
)
GATEWAY = re.compile(r"(?:^|&& )gateway ([a-z].*)$", re.MULTILINE)
MODULE = re.compile(r"python -m ([\w.]+)")
EXTRAS = re.compile(r"pip install -e '\.\[(.+?)\]'")
OPTION = re.compile(r"--[a-z]+")
PYPROJECT = tomllib.loads((readme.PATH.parent / "pyproject.toml").read_text())

PLAIN = {"COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb", "PATH": os.environ["PATH"]}
"""An environment in which help is the same everywhere."""

SEARCH = """
query ($text: String!) {
  posts(first: 100, where: { search: $text }) { edges { search { relaxed } } }
}
"""

PRINT_HELP = """
import sys
from gateway.cli.main import cli
for name in sys.argv[1:]:
    print(end="\\0", flush=True)
    cli([*name.split(), "--help"], prog_name="gateway", standalone_mode=False)
"""


@pytest.fixture(scope="module")
async def sample(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Store]:
    async with open_store(tmp_path_factory.mktemp("docs") / "sample.db") as store:
        await sync(store, open_site(SAMPLE))
        yield store


@pytest.fixture(scope="module")
def helps() -> dict[str, str]:
    """What `--help` prints, fenced, for every command that the README explains."""
    names = list(readme.help_texts())
    done = subprocess.run(  # noqa: S603 - ours
        [sys.executable, "-c", PRINT_HELP, *names],
        env=PLAIN,
        cwd=readme.PATH.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(zip(names, map(fenced, done.stdout.split("\0")[1:]), strict=True))


def fenced(text: str) -> str:
    body = "\n".join(line.rstrip() for line in text.splitlines())
    return "\n".join(["```text", body.strip("\n"), "```", ""])


@pytest.mark.anyio
async def test_the_examples_are_the_queries_of_the_front_end_and_their_answers(
    sample: Store,
    rewrite: bool,  # noqa: FBT001
) -> None:
    shown = {}
    for path in EXAMPLES.glob("*.graphql"):
        query = path.read_text()
        answer = body_of(await GraphQL(sample.reader.row).answer(Request(query)))
        assert orjson.loads(answer).keys() == {"data"}
        shown[path.name] = readme.example(query, orjson.loads(answer))
    if rewrite:
        readme.write_examples(shown)
    assert readme.examples() == shown


@pytest.mark.anyio
async def test_a_search_finds_as_many_posts_as_the_table_says(
    sample: Store,
    rewrite: bool,  # noqa: FBT001
) -> None:
    counts = {}
    for typed in readme.searches():
        answer = await GraphQL(sample.reader.row).answer(Request(SEARCH, variables={"text": typed}))
        edges = orjson.loads(body_of(answer))["data"]["posts"]["edges"]
        counts[typed] = [edge["search"]["relaxed"] for edge in edges].count(False)
    if rewrite:
        readme.write_searches(counts)
    assert readme.searches() == counts
    assert all(counts.values()), "each finds something"


def test_the_output_is_that_of_the_commands(rewrite: bool, tmp_path: Path) -> None:  # noqa: FBT001
    printed = {}
    for arguments in readme.outputs():
        done = subprocess.run(  # noqa: S603 - ours
            command(*shlex.split(arguments)),
            env=PLAIN | {"XDG_CACHE_HOME": str(tmp_path)},
            cwd=readme.PATH.parent,
            capture_output=True,
            text=True,
            check=True,
        )
        printed[arguments] = fenced(f"$ gateway {arguments}\n{done.stdout}")
    if rewrite:
        readme.write_outputs(printed)
    assert readme.outputs() == printed


def test_the_help_is_that_of_the_commands(rewrite: bool, helps: dict[str, str]) -> None:  # noqa: FBT001
    if rewrite:
        readme.write_help_texts(helps)
    assert readme.help_texts() == helps


def test_every_command_is_explained(helps: dict[str, str]) -> None:
    listed = helps[""].partition("Commands")[2]
    explained = {name for name in helps if " " not in name} - {""}
    assert set(re.findall(r"^\W{0,3}([a-z]+)  ", listed, re.MULTILINE)) == explained


@pytest.mark.parametrize("line", GATEWAY.findall(SHELL))
def test_a_shell_command_is_one_of_the_commands(helps: dict[str, str], line: str) -> None:
    name, *arguments = shlex.split(line)
    if (longer := " ".join([name, *arguments[:1]])) in helps:  # import wordpress
        name = longer
    options = {option for option in arguments if OPTION.fullmatch(option)}
    assert options <= set(OPTION.findall(helps[name]))


@pytest.mark.parametrize("module", MODULE.findall(SHELL))
def test_a_module_that_is_run_exists(module: str) -> None:
    assert importlib.util.find_spec(module), module


@pytest.mark.parametrize("extras", EXTRAS.findall(SHELL))
def test_an_extra_that_is_installed_exists(extras: str) -> None:
    assert set(extras.split(",")) <= PYPROJECT["project"]["optional-dependencies"].keys()


def test_serve_prints_the_first_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def shown(text: str) -> str:
        return re.sub(r"\d+ ms", "0 ms", re.sub(r":\d+/", ":0/", text))

    monkeypatch.chdir(tmp_path)
    with running("--database", str(tmp_path / "sample.db")) as server:
        printed = "".join(server.printed)
    first = next(block.text for block in readme.blocks() if block.language == "text")
    assert shown(printed) == shown(first)


@pytest.mark.parametrize(("file", "issues"), readme.followed_by("markdown", "text"), ids=["notes"])
def test_check_prints_the_issues_of_the_broken_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, issues: str
) -> None:
    name = issues.partition(":")[0]
    (tmp_path / "_posts").mkdir()
    (tmp_path / name).write_text(file)
    monkeypatch.chdir(tmp_path)
    done = subprocess.run(  # noqa: S603 - ours
        command("check", "."), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, issues)


def test_links_into_the_repository_lead_somewhere() -> None:
    links = re.findall(r"\]\((?!http)([^)]+)\)", readme.PATH.read_text())
    assert [link for link in links if not (readme.PATH.parent / link).exists()] == []
