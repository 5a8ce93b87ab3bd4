"""kramdown's tables as GFM's: any block of lines with a bar in each, with or without a header."""

import re
from typing import NamedTuple

LINE = re.compile(r"(?:\||[^\n]*?[^\\\n]\|)[^\n]*\n")
SEPARATOR = re.compile(r"[+|: \t-]*-[+|: \t-]*\n")
FOOTER = re.compile(r"[+|: \t=]*=[+|: \t=]*\n")
ALIGNMENT = re.compile(r"(:?)-+(:?)")
# A code span, a code element, an escaped bar, or the bar between two cells.
PART = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)|<code[^>]*>.*?</code>|\\.|\|")
BAR = re.compile(r"(?<!\\)\|")
ESCAPED_BAR = r"\\|"
MOST_CELLS = 500_000
MARKERS = {(False, False): "---", (True, False): ":--", (False, True): "--:", (True, True): ":-:"}


class Table(NamedTuple):
    markdown: str
    end: int


def read(text: str, position: int) -> Table | None:
    """The table that begins here, and where it ends; None where this is none."""
    leading = text[position:].startswith("|") if position < len(text) else False
    header: list[list[str]] = []
    rows: list[list[str]] = []
    alignment: list[str] = []
    while match := LINE.match(text, position):
        position = match.end()
        line = match[0]
        if SEPARATOR.fullmatch(line):
            if rows and not alignment:
                header, rows = rows, []
                alignment = [
                    MARKERS[bool(left), bool(right)] for left, right in ALIGNMENT.findall(line)
                ]
        elif not FOOTER.fullmatch(line):
            rows.append(_cells(line.strip(), leading=leading))
    if not rows or not any(len(row) > 1 or leading for row in rows):
        return None
    # A renderer fills each row up to the widest one.
    if len(rows) * max(map(len, rows)) > MOST_CELLS:
        return None
    return Table(_markdown(header, rows, alignment), position)


def _cells(line: str, *, leading: bool) -> list[str]:
    cells, start = [], 0
    for match in PART.finditer(line):
        if match[0] == "|":
            cells.append(line[start : match.start()])
            start = match.end()
    cells.append(line[start:])
    if leading and not cells[0].strip():
        del cells[0]
    if cells and not cells[-1].strip():
        del cells[-1]
    return [cell.strip() for cell in cells]


def _markdown(header: list[list[str]], rows: list[list[str]], alignment: list[str]) -> str:
    columns = max(len(row) for row in (*header, *rows))
    marks = (alignment + ["---"] * columns)[:columns]
    # GFM knows one row of headings, and needs it as wide as the table.
    heads, more = (header[0], header[1:]) if header else ([], [])
    heads = heads + [""] * (columns - len(heads))
    return "".join(_row(row) for row in (heads, marks, *more, *rows))


def _row(cells: list[str]) -> str:
    # In a GFM row a bar is always a boundary, in code too, unless escaped.
    return f"| {' | '.join(BAR.sub(ESCAPED_BAR, cell) for cell in cells)} |\n"
