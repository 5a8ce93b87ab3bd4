"""What a file's name and place say about a post."""

import os
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePosixPath

# https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/document.rb `DATE_FILENAME_MATCHER`
POST = re.compile(r"(?P<date>[0-9]{2,4}-[0-9]{1,2}-[0-9]{1,2})-(?P<slug>[^/]*)(?P<ext>\.[^.]+)")
DATED = re.compile(r"(?P<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})[-_ ]+(?P<slug>.+)", re.DOTALL)
MARKDOWN = frozenset({".markdown", ".mkdown", ".mkdn", ".mkd", ".md"})
HTML = frozenset({".html", ".htm"})
# Files that lie among posts and hold no writing.
NOT_WRITING = frozenset(
    {
        *(".avif", ".gif", ".heic", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff"),
        *(".mov", ".mp3", ".mp4", ".ogg", ".wav", ".webm", ".webp"),
        *(".csv", ".json", ".yaml", ".yml", ".gz", ".pdf", ".ttf", ".woff", ".woff2", ".zip"),
    }
)
POSTS = "_posts"
DRAFTS = "_drafts"
INDEX = "index"


@dataclass(frozen=True, slots=True)
class Name:
    """`date` as the file name has it; `stem` is the whole name without its extension,
    elsewhere than in Jekyll that of the folder for an `index` file.

    `path` is relative to the folder that addresses count from, `inner` the same without
    extension and without the first `_posts/`. `categories` are the folders above `_posts`.
    `is_post` is true of Jekyll's posts only. `folders` are those above the post.
    """

    date: str | None
    slug: str
    stem: str
    extension: str
    categories: tuple[str, ...]
    is_post: bool
    is_draft: bool
    inner: str
    path: str
    collection: str = "posts"
    folders: tuple[str, ...] = ()
    language: str | None = None


def shown(name: str) -> str:
    """The name of a file as text: what is not UTF-8 in it is spelt out."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def parse(path: str, collection: str = "posts") -> Name:
    """What a POSIX path says in Jekyll."""
    pure = PurePosixPath(path)
    folders = pure.parts[:-1]
    special = next((name for name in folders if name in (POSTS, DRAFTS)), None)
    is_draft = special == DRAFTS
    is_post = special is not None
    match = POST.fullmatch(pure.name)
    if match:
        date, slug, extension = match["date"], match["slug"], match["ext"]
    else:
        date, slug, extension = None, pure.stem, pure.suffix
    above = folders[: folders.index(special)] if special else ()
    inner = path.removesuffix(extension).removeprefix(f"_{collection}/")
    return Name(
        date=date,
        slug=slug.rstrip("."),
        stem=pure.name.removesuffix(extension),
        extension=extension,
        categories=above,
        is_post=is_post,
        is_draft=is_draft,
        inner=(inner.replace(f"{POSTS}/", "", 1) if is_post else inner).rstrip("."),
        path=path,
        collection=collection,
        folders=folders,
    )


def elsewhere(
    path: str,
    *,
    collection: str,
    is_draft: bool,
    language: str | None,
    languages: Collection[str],
    dated: bool,
) -> Name:
    """What a POSIX path says to the other generators; `dated` takes the date off the slug.

    A file `post.ja.md` is in Japanese where `ja` is one of the site's `languages`.
    """
    pure = PurePosixPath(path)
    folders = pure.parts[:-1]
    stem = pure.stem
    bare, _, suffix = stem.rpartition(".")
    if bare and suffix in languages:
        stem, language = bare, suffix
    inner = "/".join((*folders, stem))
    if stem == INDEX:
        inner = "/".join((*folders, ""))
        stem = folders[-1] if folders else INDEX
        folders = folders[:-1]
    match = DATED.fullmatch(stem)
    return Name(
        date=match["date"] if match else None,
        slug=match["slug"] if match and dated else stem,
        stem=stem,
        extension=pure.suffix,
        categories=(),
        is_post=False,
        is_draft=is_draft or DRAFTS in folders,
        inner=inner,
        path=path,
        collection=collection,
        folders=folders,
        language=language,
    )
