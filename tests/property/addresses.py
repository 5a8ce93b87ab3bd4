"""What lives at an address, and where redirects lead."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import unquote

from .paging import published_text

URL = re.compile(r"https?://([^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)


def route(path: str) -> str:
    """What the spellings of a path have in common: no slash, no `.html`, no `index.html`."""
    path = nfc(path).rstrip("/")
    for ending in ("/index.html", ".html"):
        if path.endswith(ending):
            return path[: -len(ending)].rstrip("/") or "/"
    return path or "/"


def route_with_query(path: str) -> str:
    path, mark, query = path.partition("?")
    return route(path) + mark + nfc(unquote(query))


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


class Meaning(NamedTuple):
    """What an address may mean: a path as it is stored. A `whole` one lacks nothing of it."""

    path: str
    route: str
    whole: bool


def meanings(address: str) -> Iterator[Meaning]:
    """Marks of a query and of a fragment may be part of a path, and anything may be encoded."""
    address = "/" + address.lstrip("/")
    without_fragment = address.split("#")[0]
    path, mark, query = without_fragment.partition("?")
    for text in (address, without_fragment) if address != path else ():
        yield Meaning(nfc(text), route(text), whole=True)
    for text in (nfc(path), nfc(unquote(path))):
        if mark:
            with_query = f"{text}?{query}"
            yield Meaning(with_query, route_with_query(with_query), whole=True)
        yield Meaning(text, route(text), whole=False)


@dataclass(eq=False)
class Redirect:
    """From a path to where `post` lives; or from there to a `target`, a path or a URL."""

    post: Any
    path: str
    target: str | None = None

    @property
    def route(self) -> str:
        return route(self.path) if self.target else route_with_query(self.path)


class End(NamedTuple):
    """A path or a URL, and what lives there, if anything of the blog does."""

    target: str
    node: Any = None


class Addresses:
    """Of all posts and terms that an audience sees."""

    def __init__(self, posts: list[Any], terms: list[Any], base_path: str, url: str | None) -> None:
        self.host = url and url.removesuffix(base_path).split("//")[1].lower()
        self.pages = [*posts, *terms]
        leaving = [
            Redirect(post, post.path, (base_path if to.startswith("/") else "") + to)
            for post in posts
            if (to := post.document.redirect_to)
        ]
        coming = [
            Redirect(post, base_path + path)
            for post in posts
            for path in post.document.redirect_from
        ]
        self.redirects: list[Redirect] = []
        for redirect in _newest_first(leaving) + _newest_first(coming):
            is_taken = any(redirect.path == other.path for other in self.redirects)
            if not is_taken and self._page_at(redirect.path) in (None, redirect.post):
                self.redirects.append(redirect)
        self.leaving = {each.post: each for each in self.redirects if each.target}
        for post in [post for post in self.leaving if self._comes_back(post)]:
            self.redirects.remove(self.leaving[post])
        self.leaving = {each.post: each for each in self.redirects if each.target}

    def end(self, redirect: Redirect) -> End:
        """Where a redirect leads at last."""
        post = redirect.post
        while post in self.leaving:
            following = self._step(post)
            if isinstance(following, End):
                return following
            post = following
        return End(post.path, post)

    def found(self, address: str) -> tuple[Any, Meaning] | None:
        """The page or the redirect that is meant by an address, or best matches it."""
        found = [
            ((meaning.whole, thing.path == meaning.path, *_rank(thing)), thing, meaning)
            for meaning in meanings(address)
            for thing in (*self.pages, *self.redirects)
            if meaning.route == (thing.route if isinstance(thing, Redirect) else route(thing.path))
        ]
        best = max(found, key=lambda each: each[0], default=None)
        return best and best[1:]

    def resolved(self, requested: str) -> dict[str, Any]:
        url = URL.fullmatch(requested)
        found = None
        if url is None or re.sub(":(80|443)?$", "", url[1].lower()) == self.host:
            found = self.found(url[2] if url else requested)
        thing = found and found[0]
        if isinstance(thing, Redirect):
            node, target, status = None, self.end(thing).target, 301
        else:
            node, target, status = thing, None, 200 if thing else 404
        return {
            "requested": requested,
            "node": node,
            "redirectTo": target,
            "statusCode": status,
        }

    def linking_to(self, post: Any) -> list[Any]:
        """The other posts that link to a post: to its path, its file, or what leads there."""
        ways = {each.route for each in self.redirects if self.end(each).node is post}
        ways |= {route(post.path), post.document.source_path}
        return [
            page
            for page in self.pages
            if page.type_name == "Post" and page is not post
            for links in [page.document.links]
            if any((route(link) if link[0] == "/" else link) in ways for link in links)
        ]

    def _page_at(self, path: str) -> Any:
        """The newest post at the very path, else a term."""
        here = [page for page in self.pages if page.path == path]
        return max(here, key=_key, default=None)

    def _step(self, post: Any) -> Any:
        """What the redirect of a post leads to: another post, with which it goes on, or an end."""
        target = self.leaving[post].target or ""
        found = self.found(target) if target.startswith("/") else None
        if found is None:
            return End(target)
        thing, meaning = found
        if isinstance(thing, Redirect):
            return thing.post
        if thing in self.leaving:
            return thing
        rest = "" if meaning.whole else target.removeprefix(re.split("[?#]", target)[0])
        return End(thing.path + rest, thing)

    def _comes_back(self, post: Any) -> bool:
        passed: list[Any] = []
        following = post
        while following in self.leaving and following not in passed:
            passed.append(following)
            following = self._step(following)
        return following is post


def _key(page: Any) -> str:
    return published_text(page) if page.type_name == "Post" else ""


def _newest_first(redirects: list[Redirect]) -> list[Redirect]:
    return sorted(redirects, key=lambda each: _key(each.post), reverse=True)


def _rank(thing: Any) -> tuple[bool, str, bool]:
    """A page counts before a redirect from elsewhere, and one that leads away before itself."""
    if isinstance(thing, Redirect):
        return bool(thing.target), _key(thing.post), bool(thing.target)
    return True, _key(thing), False
