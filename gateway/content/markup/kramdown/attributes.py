"""Attribute lists, `{:.class #id key="value" reference}`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

# No brace inside: kramdown allows it, nobody writes it, and so an unclosed list costs nothing.
INNER = r"(?:\\\}|[^{}])+"
PART = re.compile(
    r"""(?:^|(?<=\s))(?:
        (?P<key>\w[\w-]*)=(?P<quote>["'])(?P<value>(?:\\.|(?!(?P=quote)).)*)(?P=quote)
      | (?P<reference>\w[\w-]*)
      | (?P<names>(?:\#[A-Za-z][\w:-]*|\.[^\s.\#]+)+)
    )(?=\s|$)""",
    re.VERBOSE | re.DOTALL,
)
NAME = re.compile(r"\#([A-Za-z][\w:-]*)|\.([^\s.\#]+)")
ESCAPED = re.compile(r"\\([}\"'])")


@dataclass(frozen=True, slots=True)
class Attributes:
    """`references` are names like `toc`, and of lists that are defined elsewhere."""

    values: tuple[tuple[str, str], ...]
    classes: tuple[str, ...]
    references: tuple[str, ...]

    def resolved(self, defined: Mapping[str, "Attributes"]) -> "Attributes":
        """With what the lists it refers to say; its own values win."""
        found = [defined[name] for name in self.references if name in defined]
        if not found:
            return self
        return Attributes(
            tuple(pair for each in (*found, self) for pair in each.values),
            tuple(name for each in (*found, self) for name in each.classes),
            self.references,
        )


def read(text: str) -> Attributes:
    values: list[tuple[str, str]] = []
    classes: list[str] = []
    references: list[str] = []
    for match in PART.finditer(text):
        if match["key"]:
            value = ESCAPED.sub(r"\1", match["value"])
            if match["key"] == "class":
                classes += value.split()
            else:
                values.append((match["key"], value))
        elif match["reference"]:
            references.append(match["reference"])
        else:
            for id_, class_ in NAME.findall(match["names"]):
                if id_:
                    values.append(("id", id_))
                else:
                    classes.append(class_)
    return Attributes(tuple(values), tuple(classes), tuple(references))


ATTRIBUTE = re.compile(r'\s([A-Za-z][\w:-]*)="([^"]*)"')


def onto(tag: str, attributes: Attributes) -> str:
    """A start tag with the attributes: classes are added, other values replaced."""
    name = re.match(r"<([A-Za-z][\w:-]*)", tag)
    if name is None:
        return tag
    written = dict(ATTRIBUTE.findall(tag))
    classes = [*written.get("class", "").split(), *map(escape, attributes.classes)]
    if classes:
        written["class"] = " ".join(classes)
    written |= {key: escape(value) for key, value in attributes.values}
    inner = "".join(f' {key}="{value}"' for key, value in written.items())
    return f"<{name[1]}{inner}{' />' if tag.endswith('/>') else '>'}"
