"""Tags found in a text are paired, and each is replaced by what a table says."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from gateway.content.templating import snippets
from gateway.content.templating.page import Page

MAX_DEPTH = 40
MAX_TAGS = 10_000
WEB = ("https://", "http://")
LINK_TEXTS = ("text", "title", "label", "name")


@dataclass(slots=True)
class Tag:
    """One tag, from `start` to `end` of the text.

    A tag that `closes` ends the last open one of its name, or the last one if it has no name;
    one that stands `alone` is ended by none.
    A tag with a `literal` is no call: it stands for that text. `shown` is how messages name it.
    """

    start: int
    end: int
    name: str
    shown: str = ""
    words: list[str] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)
    closes: bool = False
    alone: bool = False
    literal: str | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """`inner` is what stands between the tag and its end, expanded, `written` as it was written.

    Both are None where the tag has no end.
    """

    page: Page
    words: list[str]
    named: Mapping[str, str]
    inner: str | None
    written: str | None

    def argument(self, name: str, position: int | None = None) -> str:
        """The argument of this name, or at this position; '' where it is not given."""
        if name in self.named:
            return self.named[name]
        if position is not None and position < len(self.words):
            return self.words[position]
        return ""


Render = Callable[[Call], str]


def expand(
    text: str,
    page: Page,
    tags: Iterable[Tag],
    table: Mapping[str, Render],
    kept: Callable[[str], str] = str,
) -> str:
    """The text with its tags replaced.

    Of an unknown tag the text inside is `kept`, or a link where it has an address instead, with
    the text that it gives by name; it is reported, once for each name.
    """
    found = list(islice(tags, MAX_TAGS + 1))
    if len(found) > MAX_TAGS:
        page.entry.issues.error(
            "shortcode-too-many",
            f"the shortcodes were left as they are, because there are more than {MAX_TAGS:,};"
            " use fewer",
            line=page.body_line,
        )
        return text
    return _Expansion(text, page, table, kept).run(found)


class _Expansion:
    def __init__(
        self, text: str, page: Page, table: Mapping[str, Render], kept: Callable[[str], str]
    ) -> None:
        self._text = text
        self._page = page
        self._table = table
        self._kept = kept
        self._unknown: set[str] = set()

    def run(self, tags: list[Tag]) -> str:
        ends = _ends(tags)
        levels: list[list[str]] = [[]]
        begun: list[int] = []
        position = 0
        for index, tag in enumerate(tags):
            levels[-1].append(self._text[position : tag.start])
            position = tag.end
            if tag.literal is not None:
                levels[-1].append(tag.literal)
            elif index in ends:
                begun.append(index)
                levels.append([])
            elif begun and ends[begun[-1]] == index:
                opening = tags[begun.pop()]
                inner = "".join(levels.pop())
                written = self._text[opening.end : tag.start]
                levels[-1].append(self._replacement(opening, inner, written))
            elif not tag.closes:
                levels[-1].append(self._replacement(tag, None, None))
        levels[-1].append(self._text[position:])
        return "".join(levels[-1])

    def _replacement(self, tag: Tag, inner: str | None, written: str | None) -> str:
        render = self._table.get(tag.name)
        if render is not None:
            return render(Call(self._page, tag.words, tag.named, inner, written))
        address = _address(tag) if inner is None else None
        if tag.name not in self._unknown:
            self._unknown.add(tag.name)
            result = "it was left out"
            if inner is not None or address is not None:
                result = f"only {'the text inside it' if address is None else 'a link'} was kept"
            self._page.entry.issues.warn(
                "shortcode-unknown",
                f"{tag.shown} is the site's own and not known here, so {result};"
                " write what it makes, if it is missed",
                line=self._page.line(self._text, tag.start),
            )
        if address is None:
            return self._kept(inner or "")
        return snippets.link(address, next(filter(None, map(tag.named.get, LINK_TEXTS)), None))


def _address(tag: Tag) -> str | None:
    """The first argument that is an address of the web."""
    arguments = (*tag.words, *tag.named.values())
    return next((word for word in arguments if word.startswith(WEB)), None)


def _ends(tags: list[Tag]) -> dict[int, int]:
    """Which tags are ended by which, properly nested."""
    ends: dict[int, int] = {}
    open_: list[int] = []
    names: Counter[str] = Counter()
    for index, tag in enumerate(tags):
        if tag.literal is not None or tag.alone:
            continue
        if not tag.closes:
            open_.append(index)
            names[tag.name] += 1
        elif names[tag.name] if tag.name else open_:
            while open_:
                last = open_.pop()
                names[tags[last].name] -= 1
                if tag.name in ("", tags[last].name):
                    ends[last] = index
                    break
    return _not_too_deep(ends, tags)


def _not_too_deep(ends: dict[int, int], tags: list[Tag]) -> dict[int, int]:
    """Without those inside `MAX_DEPTH` others, so that what they hold is not copied too often."""
    shallow: dict[int, int] = {}
    closing: list[int] = []
    for index in range(len(tags)):
        if index in ends and len(closing) < MAX_DEPTH:
            shallow[index] = ends[index]
            closing.append(ends[index])
        elif closing and closing[-1] == index:
            closing.pop()
    return shallow
