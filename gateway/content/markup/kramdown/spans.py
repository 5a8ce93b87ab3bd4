"""What kramdown reads otherwise than CommonMark inside a paragraph, written as CommonMark."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from gateway.content.markup.kramdown import attributes, html
from gateway.content.markup.kramdown.marks import SHIELD, Marks

# A text with none of these means the same to both.
SIMPLE_TARGET = r"[^()\s\\<>]*(?:\([^()\s\\<>]*\)[^()\s\\<>]*)?\)"
# Each alternative begins with a character of its own, which lets the search be quick.
SPECIAL = re.compile(rf"\{{:|<|~|\$\$|\\[%&,/;?@^]|>>|\][ \n]+\[|\]\((?!{SIMPLE_TARGET})")
LONE_TICK = " ` "
TOKEN = re.compile(
    r"""
    (?P<code>`+)
  | (?P<math>\$\$)
  | (?P<escape>\\.)
  | \{::(?P<extension>\w+)(?:\s(?P<options>[^{}]*?))?(?P<empty>/)?\}
  | \{:(?P<attributes>"""
    + attributes.INNER
    + r""")\}
  | (?P<shift><<|>>)
  | (?P<tag></?(?=[A-Za-z])|<!--)
  | (?P<tilde>(?<!~)~(?!~))
  | \](?P<target>\()(?!"""
    + SIMPLE_TARGET
    + r""")
  | \](?P<gap>\s+)(?=\[(?P<label>[^\]\[\n]+)\])
    """,
    re.VERBOSE | re.DOTALL,
)
# What CommonMark escapes and kramdown's GFM reader does not.
NO_ESCAPE = frozenset("%&,/;?@^")
URL_STOP = re.compile(r"""\]\(|[()]|\s(?=["'])|\n\n""")
ODD_URL = re.compile(r"[\s\\<>]")
GUILLEMETS = {"<<": "«", ">>": "»"}


@dataclass(frozen=True, slots=True)
class Options:
    """`labels` are the references that are defined, `guillemets` whether `<<` is typography."""

    marks: Marks
    labels: frozenset[str]
    guillemets: bool


def rewrite(text: str, options: Options) -> str:
    if SPECIAL.search(text) or LONE_TICK in text:
        return _Rewriter(text, options).text()
    return text


@dataclass(slots=True)
class _Rewriter:
    source: str
    options: Options
    runs: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    unclosed: set[str] = field(default_factory=set)

    def text(self) -> str:
        source = self.source
        if "`" in source:
            for run in re.finditer(r"`+", source):
                self.runs[len(run[0])].append(run.start())
        out: list[str] = []
        position = 0
        while match := TOKEN.search(source, position):
            out.append(source[position : match.start()])
            written, position = READERS[str(match.lastgroup)](self, match)
            out.append(written)
        out.append(source[position:])
        return "".join(out)

    def code(self, match: re.Match[str]) -> tuple[str, int]:
        source, ticks = self.source, match[0]
        start, behind = match.span()
        is_alone = source[start - 1 : start].isspace() and source[behind : behind + 1].isspace()
        if len(ticks) == 1 and is_alone:
            return "\\`", behind
        places = self.runs[len(ticks)]
        following = bisect_right(places, start)
        if following == len(places):
            return ticks, behind
        closed = places[following] + len(ticks)
        return source[start:closed], closed

    def math(self, match: re.Match[str]) -> tuple[str, int]:
        end = self._closing("$$", match.end())
        if end == match.end():
            return match[0], end
        formula = escape(self.source[match.end() : end - 2].strip(), quote=False)
        return self.options.marks.put(rf'<span class="math">\({formula}\)</span>'), end

    def escape(self, match: re.Match[str]) -> tuple[str, int]:
        return ("\\" if match[0][1] in NO_ESCAPE else "") + match[0], match.end()

    def extension(self, match: re.Match[str]) -> tuple[str, int]:
        name = match["extension"]
        if match["empty"]:
            return ("" if name in ("comment", "nomarkdown", "options") else match[0]), match.end()
        if name not in ("comment", "nomarkdown") or name in self.unclosed:
            return match[0], match.end()
        closing = re.compile(rf"{{:/(?:{name})?}}").search(self.source, match.end())
        if closing is None:
            self.unclosed.add(name)
            return match[0], match.end()
        inner = self.source[match.end() : closing.start()]
        kept = self.options.marks.put(inner) if name == "nomarkdown" else ""
        return kept, closing.end()

    def attributes(self, match: re.Match[str]) -> tuple[str, int]:
        # Only behind an element; what stands behind it shows after rendering.
        before = self.source[match.start() - 1 : match.start()]
        if before not in ("*", "_", "`", ")", "]", ">", "~", "}"):
            return match[0], match.end()
        found = attributes.read(match["attributes"])
        return self.options.marks.attach(found, "ial", match[0]), match.end()

    def shift(self, match: re.Match[str]) -> tuple[str, int]:
        return (GUILLEMETS[match[0]] if self.options.guillemets else match[0]), match.end()

    def tag(self, match: re.Match[str]) -> tuple[str, int]:
        source, start = self.source, match.start()
        if match[0] == "<!--":
            end = self._closing("-->", match.end())
            return source[start:end], end
        tag = html.START.match(source, start)
        if tag is not None:
            return self._start_tag(tag)
        closing = html.END.match(source, start)
        is_text = closing is not None and closing[1].lower() in html.BLOCKS
        return ("\\" if is_text else "") + match[0], match.end()

    def _start_tag(self, tag: re.Match[str]) -> tuple[str, int]:
        name = tag[1].lower()
        if name in html.BLOCKS:  # may not stand in a paragraph, so is text
            return "\\<", tag.start() + 1
        if name not in html.RAW or tag[3]:
            return tag[0], tag.end()
        end = self._closing(f"</{name}>", tag.end())
        if end == tag.end():
            return tag[0], end
        return self.options.marks.put(self.source[tag.start() : end]), end

    def _closing(self, what: str, position: int) -> int:
        """Behind the next of these; `position` where there is none."""
        found = -1 if what in self.unclosed else self.source.find(what, position)
        if found < 0:
            self.unclosed.add(what)
            return position
        return found + len(what)

    def tilde(self, match: re.Match[str]) -> tuple[str, int]:
        return "\\~", match.end()

    def target(self, match: re.Match[str]) -> tuple[str, int]:
        """A link's address may hold blanks, and a backslash in it is one."""
        source, behind = self.source, match.end()
        if source.startswith("<", behind):
            return match[0], behind
        depth = 1
        for stop in URL_STOP.finditer(source, behind):
            if stop[0] in ("](", "\n\n"):
                break
            depth += {"(": 1, ")": -1}.get(stop[0], 0)
            if depth == 0 or stop[0].isspace():
                url = source[behind : stop.start()].strip()
                if not ODD_URL.search(url):
                    break
                escaped = url.replace("\\", "\\\\").replace("<", "\\<").replace(">", "\\>")
                return f"](<{' '.join(escaped.split())}>", stop.start()
        return match[0], behind

    def gap(self, match: re.Match[str]) -> tuple[str, int]:
        """`[text] [label]` is a link where the label is defined."""
        is_link = match["label"].lower() in self.options.labels
        return ("]" if is_link else match[0]), match.end()


READERS: dict[str, Callable[[_Rewriter, re.Match[str]], tuple[str, int]]] = {
    "code": _Rewriter.code,
    "math": _Rewriter.math,
    "escape": _Rewriter.escape,
    "extension": _Rewriter.extension,
    "options": _Rewriter.extension,
    "empty": _Rewriter.extension,
    "attributes": _Rewriter.attributes,
    "shift": _Rewriter.shift,
    "tag": _Rewriter.tag,
    "tilde": _Rewriter.tilde,
    "target": _Rewriter.target,
    "label": _Rewriter.gap,
}


# What CommonMark would read as the beginning of a block, or as the line under a heading.
BEGINNING = re.compile(
    r"""^(?=\ {0,3}(?:
        <
      | \d{1,9}\)(?:[ \t]|$)
      | (?:=+|-+)[ \t]*$
      | (?:\*[ \t]*){3,}$ | (?:_[ \t]*){3,}$ | (?:-[ \t]*){3,}$
      | \#{1,6}(?:[ \t]|$)
      | [+*-]$
      | [`~]{3}
    ))""",
    re.VERBOSE | re.MULTILINE,
)
MAY_BEGIN = re.compile(r" {0,3}[<\d=*_#+`~-]")
MAY_BEGIN_LATER = re.compile(r"\n {0,3}[<\d=*_#+`~-]")


def paragraph(text: str, options: Options) -> str:
    """The text of a paragraph, which stays one."""
    text = rewrite(text, options)
    if MAY_BEGIN.match(text) or MAY_BEGIN_LATER.search(text):
        text = BEGINNING.sub(SHIELD, text)
    return text
