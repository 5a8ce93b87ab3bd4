"""Every option of the commands, one row each: its default, environment variable and help."""

import re
from pathlib import Path
from typing import Annotated

import typer

TOKEN = re.compile(r"[A-Za-z0-9._~+/-]+=*")
"""https://www.rfc-editor.org/rfc/rfc6750#section-2.1"""

SHORTEST_TOKEN = 16
"""Characters of a token, so that nobody guesses it."""

FOLDER_VARIABLE = "GATEWAY_DIR"


def _checked_token(token: str | None) -> str | None:
    if token is not None and not (len(token) >= SHORTEST_TOKEN and TOKEN.fullmatch(token)):
        raise typer.BadParameter(
            f"a token is {SHORTEST_TOKEN} or more of the letters A to Z and a to z, digits and "
            "-._~+/, such as python3 -c 'import secrets; print(secrets.token_urlsafe())' prints"
        )
    return token or None


Folder = Annotated[
    Path | None,
    typer.Argument(
        metavar="DIR",
        envvar=FOLDER_VARIABLE,
        show_default=False,
        help="The folder with the posts, or an export of WordPress or Ghost. "
        "Without it a --database that is there already is served as it is; "
        "else ./_posts or ./content where there is one, else a small sample blog.",
    ),
]
RequiredFolder = Annotated[
    Path, typer.Argument(metavar="DIR", envvar=FOLDER_VARIABLE, help="The folder with the posts.")
]
Dialect = Annotated[
    str | None,
    typer.Option(
        "--dialect",
        metavar="NAME",
        envvar="GATEWAY_DIALECT",
        show_default=False,
        help="The generator that the folder is for: astro, eleventy, hexo, hugo, jekyll, plain, "
        "zenn or zola. Without it, it is recognised by its files.",
    ),
]
Collections = Annotated[
    str,
    typer.Option(
        "--collections",
        metavar="NAMES",
        envvar="GATEWAY_COLLECTIONS",
        show_default=False,
        help="What to load beside the posts, separated by commas: collections of Jekyll and "
        "Astro, sections of Hugo and Zola.",
    ),
]
IndexKeys = Annotated[
    str,
    typer.Option(
        "--index-keys",
        metavar="NAMES",
        envvar="GATEWAY_INDEX_KEYS",
        show_default=False,
        help="Keys of the front matter, separated by commas, to make an index of, "
        "so that filters by their values are fast in a large blog.",
    ),
]
Database = Annotated[
    Path | None,
    typer.Option(
        "--database",
        metavar="FILE",
        envvar="GATEWAY_DATABASE",
        show_default=False,
        help="The SQLite file to keep the content in. "
        "Without it, each folder has one in the user's cache directory.",
    ),
]
AnswerDatabase = Annotated[
    Path | None,
    typer.Option(
        "--database",
        metavar="FILE",
        envvar="GATEWAY_DATABASE",
        show_default=False,
        help="The SQLite file to answer from; with --content, the one to load the folder into.",
    ),
]
RequiredDatabase = Annotated[
    Path,
    typer.Option(
        "--database",
        metavar="FILE",
        envvar="GATEWAY_DATABASE",
        help="The SQLite file to keep the content in.",
    ),
]
Host = Annotated[
    str,
    typer.Option(
        "--host",
        envvar="GATEWAY_HOST",
        help="The address to listen on; 0.0.0.0 to be reached from other machines.",
    ),
]
Port = Annotated[
    int,
    typer.Option(
        "--port",
        envvar="GATEWAY_PORT",
        min=0,
        max=65535,
        help="The port to listen on; 0 for any that is free.",
    ),
]
Watch = Annotated[
    bool,
    typer.Option(
        "--watch",
        envvar="GATEWAY_WATCH",
        show_default=False,
        help="Go on reading the folder: an edit is served at once.",
    ),
]
Poll = Annotated[
    bool,
    typer.Option(
        "--poll",
        envvar="GATEWAY_POLL",
        show_default=False,
        help="Watch by looking at the files again and again, "
        "for network disks, which tell of no change.",
    ),
]
Federation = Annotated[
    bool,
    typer.Option(
        "--federation",
        envvar="GATEWAY_FEDERATION",
        show_default=False,
        help="As a subgraph of Apollo Federation 2, to sit behind a router.",
    ),
]
Rebuild = Annotated[
    bool,
    typer.Option(
        "--rebuild",
        envvar="GATEWAY_REBUILD",
        show_default=False,
        help="Load every file anew, into a database that then takes the place of the old one.",
    ),
]
PreviewToken = Annotated[
    str | None,
    typer.Option(
        "--preview-token",
        metavar="TOKEN",
        envvar="GATEWAY_PREVIEW_TOKEN",
        show_default=False,
        callback=_checked_token,
        help="Whoever sends it as a bearer token sees drafts and scheduled posts too. "
        "Give it by the environment variable: others can read the options of a process.",
    ),
]
Preview = Annotated[
    bool,
    typer.Option(
        "--preview",
        envvar="GATEWAY_PREVIEW",
        show_default=False,
        help="Answer with drafts and scheduled posts too.",
    ),
]
Content = Annotated[
    Path | None,
    typer.Option(
        "--content",
        metavar="DIR",
        envvar="GATEWAY_CONTENT",
        show_default=False,
        help="The folder with the posts to load and answer from.",
    ),
]
SearchFolder = Annotated[
    str | None,
    typer.Argument(
        metavar="DIR",
        show_default=False,
        help="The folder with the posts. Without it a --database that is named is searched as it "
        f"is, else ./_posts or ./content.  [env var: {FOLDER_VARIABLE}]",
    ),
]
Search = Annotated[
    str | None,
    typer.Argument(
        metavar="QUERY",
        show_default=False,
        help="What to search for, quoted where it has blanks: 'bread -rye', '\"sour dough\"', "
        "'rye OR wheat', 'bak*'. After --, it may begin with a minus.  [required]",
    ),
]
SearchDatabase = Annotated[
    Path | None,
    typer.Option(
        "--database",
        metavar="FILE",
        envvar="GATEWAY_DATABASE",
        show_default=False,
        help="The SQLite file to search; with DIR, the one to load the folder into.",
    ),
]
First = Annotated[
    int,
    typer.Option(
        "--first",
        metavar="N",
        envvar="GATEWAY_FIRST",
        min=1,
        max=100,
        help="How many posts to show, the best first.",
    ),
]
Variables = Annotated[
    str | None,
    typer.Option(
        "--variables",
        metavar="JSON",
        envvar="GATEWAY_VARIABLES",
        show_default=False,
        help="The variables of the query, as a JSON object.",
    ),
]
Query = Annotated[
    str, typer.Argument(metavar="QUERY", help="The query, or - to read it from standard input.")
]
Exports = Annotated[
    list[Path], typer.Argument(metavar="EXPORT...", help="The export, all of its files.")
]
ImportFolder = Annotated[
    Path,
    typer.Option(
        "--to",
        metavar="DIR",
        envvar="GATEWAY_IMPORT_TO",
        help="The folder to write: empty, or not there yet.",
    ),
]
Pages = Annotated[
    bool,
    typer.Option("--pages", envvar="GATEWAY_IMPORT_PAGES", help="Write the pages too."),
]
Force = Annotated[
    bool,
    typer.Option(
        "--force",
        envvar="GATEWAY_IMPORT_FORCE",
        help="Write over the files of a folder that is not empty; its other files stay.",
    ),
]
ReportFile = Annotated[
    Path | None,
    typer.Option(
        "--report",
        metavar="FILE",
        envvar="GATEWAY_IMPORT_REPORT",
        show_default=False,
        help="A JSON file for the whole report.",
    ),
]
SiteUrl = Annotated[
    str | None,
    typer.Option(
        "--url",
        metavar="URL",
        envvar="GATEWAY_IMPORT_URL",
        show_default=False,
        help="The address of the site, which Ghost's exports do not hold.",
    ),
]

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000
DEFAULT_FIRST = 10
