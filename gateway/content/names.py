"""What a file's name and place say about a post."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

# https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/document.rb `DATE_FILENAME_MATCHER`
POST = re.compile(r"(?P<date>[0-9]{2,4}-[0-9]{1,2}-[0-9]{1,2})-(?P<slug>[^/]*)(?P<ext>\.[^.]+)")
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


@dataclass(frozen=True, slots=True)
class Name:
    """`date` as the file name has it; `stem` is the whole name without its extension.

    `categories` are the folders above `_posts`. `is_post` is false in a plain folder.
    `inner` is the path without extension, and without the first `_posts/`.
    """

    date: str | None
    slug: str
    stem: str
    extension: str
    categories: tuple[str, ...]
    is_post: bool
    is_draft: bool
    inner: str


def parse(path: str) -> Name:
    """What the POSIX path, relative to the site's root, says."""
    pure = PurePosixPath(path)
    folders = pure.parts[:-1]
    is_post = POSTS in folders
    match = POST.fullmatch(pure.name)
    if match:
        date, slug, extension = match["date"], match["slug"], match["ext"]
    else:
        date, slug, extension = None, pure.stem, pure.suffix
    above = folders[: folders.index(POSTS)] if is_post else ()
    inner = path.removesuffix(extension)
    return Name(
        date=date,
        slug=slug.rstrip("."),
        stem=pure.name.removesuffix(extension),
        extension=extension,
        categories=above,
        is_post=is_post,
        is_draft=DRAFTS in folders,
        inner=(inner.replace(f"{POSTS}/", "", 1) if is_post else inner).rstrip("."),
    )
