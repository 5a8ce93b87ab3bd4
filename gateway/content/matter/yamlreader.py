"""YAML text to nodes; the only module that knows PyYAML.

libyaml's parser through PyYAML, with a constructor of our own: it keeps the text of every
scalar and the line of every key, keeps the last of two equal keys and says so, reads tags as
if they were not there, and bounds what aliases and nesting can cost.
"""

import json
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined] # the stub hides it

from gateway.content.matter import scalars
from gateway.content.matter.nodes import Mapping, Node, Scalar, as_json

MAX_DEPTH = 100
MAX_SIZE = 100_000  # nodes, each alias counting as all it stands for, and 100 characters as one
CHARACTERS_A_NODE = 100
STRING_TAGS = frozenset({"!", "tag:yaml.org,2002:str"})
MERGE = "<<"


class YamlError(Exception):
    """Text that is not YAML; `line` counts from the `first_line` given to `parse`."""

    def __init__(self, problem: str, line: int) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line


class YamlTooLargeError(YamlError):
    """There is more of it than anybody writes by hand: aliases of aliases, for one."""


@dataclass(slots=True)
class Parsed:
    """`lines`: of the keys of the root. `repeated`, `tags`: (line, key) and (line, tag)."""

    root: Node | None = None
    lines: dict[str, int] = field(default_factory=dict)
    repeated: list[tuple[int, str]] = field(default_factory=list)
    tags: list[tuple[int, str]] = field(default_factory=list)


def parse(text: str, first_line: int = 1) -> Parsed:
    """The one document in `text`; root None where there is none. Raises `YamlError`."""
    parser = CParser(text)
    try:
        return _Reader(parser, first_line).read()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = first_line if mark is None else first_line + mark.line
        raise YamlError(str(error.problem), line) from error
    except yaml.reader.ReaderError as error:
        line = first_line + text.count("\n", 0, error.position)
        raise YamlError(str(error.reason), line) from error
    finally:
        parser.dispose()


class _Reader:
    def __init__(self, parser: Any, first_line: int) -> None:
        self._event = parser.get_event
        self._first_line = first_line
        self._parsed = Parsed()
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._size = 0

    def read(self) -> Parsed:
        self._event()  # the stream's start
        if isinstance(self._event(), yaml.StreamEndEvent):
            return self._parsed
        event = self._event()
        self._parsed.root = self._node(event, 0)
        self._event()  # the document's end
        after = self._event()
        if not isinstance(after, yaml.StreamEndEvent):
            raise YamlError("a second YAML document begins here", self._line(after))
        return self._parsed

    def _line(self, event: Any) -> int:
        return int(self._first_line + event.start_mark.line)

    def _grow(self, size: int, event: Any) -> None:
        self._size += size
        if self._size > MAX_SIZE:
            raise YamlTooLargeError(f"it holds more than {MAX_SIZE:,} values", self._line(event))

    def _node(self, event: Any, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        before = self._size
        self._grow(1, event)
        node: Node
        if isinstance(event, yaml.ScalarEvent):
            node = self._scalar(event)
        elif depth == MAX_DEPTH:
            raise YamlError(f"it nests deeper than {MAX_DEPTH} levels", self._line(event))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._note_tag(event)
            node = self._sequence(depth)
        else:
            self._note_tag(event)
            node = self._mapping(depth)
        if event.anchor is not None:
            self._anchors[event.anchor] = node, self._size - before
        return node

    def _alias(self, event: Any) -> Node:
        if event.anchor not in self._anchors:
            problem = f"*{event.anchor} refers to an anchor that is not complete before it"
            raise YamlError(problem, self._line(event))
        node, size = self._anchors[event.anchor]
        self._grow(size, event)
        return node

    def _scalar(self, event: Any) -> Scalar:
        text: str = event.value
        self._grow(len(text) // CHARACTERS_A_NODE, event)
        if event.implicit[0]:
            return Scalar(text, scalars.resolve(text), plain=True)
        self._note_tag(event)
        if "\0" in text:
            text = text.replace("\0", "\ufffd")  # no database column for text holds NUL
        return Scalar(text, text)

    def _note_tag(self, event: Any) -> None:
        if event.tag is not None and event.tag not in STRING_TAGS:
            self._parsed.tags.append((self._line(event), event.tag))

    def _sequence(self, depth: int) -> list[Node]:
        items: list[Node] = []
        while not isinstance(event := self._event(), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return items

    def _mapping(self, depth: int) -> Mapping:
        values: Mapping = {}
        merged: list[Node] = []
        while not isinstance(event := self._event(), yaml.MappingEndEvent):
            key = _key(self._node(event, depth + 1))
            value = self._node(self._event(), depth + 1)
            if key == MERGE:
                merged.extend(value if isinstance(value, list) else [value])
                continue
            if key in values:
                self._parsed.repeated.append((self._line(event), key))
            values[key] = value
            if depth == 0:
                self._parsed.lines[key] = self._line(event)
        for node in merged:
            if isinstance(node, dict):
                values = node | values
        return values


def _key(node: Node) -> str:
    if isinstance(node, Scalar):
        return node.text
    return json.dumps(as_json(node), ensure_ascii=False)
