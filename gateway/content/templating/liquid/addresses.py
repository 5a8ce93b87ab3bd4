"""The URL of another file of the site, as `post_url` and `link` give it."""

from gateway.content import names, permalink
from gateway.content.issues import Issues
from gateway.content.matter import frontmatter, nodes
from gateway.content.templating.liquid.library import Library, NotFoundError
from gateway.content.templating.page import Page

UNDATED_STYLES = frozenset({"date", "none", "ordinal"})
INDEX = "index"
LONGEST_NAME = 1_000  # with its folders


def of_post(page: Page, library: Library, name: str) -> str:
    """The URL path of the post with this name, `2025-11-07-title` or `folder/2025-…`.

    https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/tags/post_url.rb
    Raises `NotFoundError`.
    """
    if len(name) > LONGEST_NAME:
        raise NotFoundError(f"no post has a name of {len(name):,} characters; correct it")
    folder, slash, stem = name.strip().lstrip("/").rpartition("/")
    extensions = sorted(page.entry.site.markdown_extensions | names.HTML)
    tried = [
        path + extension
        for path in (f"{names.POSTS}/{folder}{slash}{stem}", f"{folder}{slash}{names.POSTS}/{stem}")
        for extension in extensions
    ]
    if names.POST.fullmatch(f"{stem}.md") is None or ".." in folder:
        raise NotFoundError(f"{name[:80]!r} is no name of a post; write it like 2025-11-07-title")
    for path in dict.fromkeys(tried):
        if (address := page.address(path)) is not None:
            page.depends.add(path)
            return address
    found = library.post(stem)
    if found is not None and (address := page.address(found)) is not None:
        page.depends.add(found)
        return address
    page.depends.update(tried)
    raise NotFoundError(f"there is no post {name[:80]}; add it or correct the name")


def of_file(page: Page, library: Library, path: str) -> str:
    """The URL path of the post, page or other file at `path`.

    Raises `NotFoundError`; for a page it has the path that the page would most likely have, for
    a link that may be dead reads better than half of one.
    """
    path = path.strip().lstrip("/")
    if names.parse(path).is_post:
        page.depends.add(path)
        address = page.address(path)
        if address is None:
            raise NotFoundError(f"there is no post {path[:80]}; add it or correct the name")
        return address
    name = names.parse(path)
    is_page = name.extension.lower() in page.entry.site.markdown_extensions | names.HTML
    if is_page:
        page.depends.add(path)
    if not library.has(path):
        raise NotFoundError(
            f"there is no file {path[:80]}; add it or correct the name",
            instead=_of_page(page, name, "") if is_page else None,
        )
    if not is_page:
        return f"/{path}"
    text = library.read(path)
    issues = Issues(path)  # the file's own, which this body is not about
    parts = frontmatter.split(text, issues)
    if parts.matter is None:
        return f"/{path}"
    own = nodes.text(frontmatter.read(parts.matter, parts.line, issues).get("permalink"))
    return _of_page(page, name, own or "")


def _of_page(page: Page, name: names.Name, own: str) -> str:
    """`own` is the permalink in the page's front matter, '' if there is none.

    https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/page.rb `template`
    """
    settings = page.entry.site.settings
    collection, _, inside = name.inner.removeprefix("_").partition("/")
    if own:
        template = own
    elif name.inner.startswith("_") and inside:
        configured = settings.get("collections")
        options = configured.get(collection) if isinstance(configured, dict) else None
        written = options.get("permalink") if isinstance(options, dict) else None
        template = nodes.text(written) or f"/{collection}/:path{_suffix(page)}"
    else:
        inside = name.inner
        template = "/:path/" if name.stem == INDEX else f"/:path{_suffix(page)}"
    if name.stem == INDEX and not own:
        inside = inside.removesuffix(INDEX)
    parts_of_url = permalink.Parts(
        slug=name.slug,
        date=None,
        categories=(),
        path=inside,
        name=name.stem,
        output_extension=".html",
    )
    return permalink.expand(template.replace(":collection", collection), parts_of_url, Issues(""))


def _suffix(page: Page) -> str:
    """https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/utils.rb `add_permalink_suffix`."""
    style = nodes.text(page.entry.site.settings.get("permalink")) or "date"
    if style == "pretty" or style.endswith("/"):
        return "/"
    return ":output_ext" if style in UNDATED_STYLES or style.endswith(":output_ext") else ""
