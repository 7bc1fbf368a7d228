"""Tables in which a row loses words, and tables that are not read as one because a line is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from trendrapport.prose.positions import Positions
from trendrapport.prose.slips.slip import Slip, first_row, slip_on_row, without_margin
from trendrapport.prose.table_captions import captioned

_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


def rows(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Slip]:
    """What is wrong with the rows of each table."""
    columns = 0
    for token in tokens:
        if token.type == "thead_open":
            columns = 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and columns:
            yield from _row(first_row(token), lines, columns)


def labels(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Slip]:
    """Labels that an earlier table of the text has too."""
    seen: set[str] = set()
    for caption in captioned(tokens):
        if caption.label in seen:
            yield slip_on_row("label-twice", f"#tbl:{caption.label}", lines, caption.row)
        seen |= {caption.label} - {""}


def _row(row: int, lines: Sequence[str], columns: int) -> Iterator[Slip]:
    """More cells than there are headings, or no cells at all."""
    line = lines[row]
    cells = _cells(line)
    if len(cells) > columns:
        start, words = cells[columns]
        yield Slip("surplus-cell", words, row, start)
    elif columns > 1 and "|" not in line:
        words = without_margin(line)
        yield Slip("text-in-table", words, row, line.find(words))


def _cells(line: str) -> list[tuple[int, str]]:
    """The cells of a row as written: where each begins, and its words."""
    found: list[tuple[int, str]] = []
    start = 0
    for pipe in _pipes(line):
        cell = line[start:pipe]
        words = cell.strip() if start else without_margin(cell)
        found.append((start + max(cell.find(words), 0), words))
        start = pipe + 1
    if found and not found[0][1]:
        found.pop(0)
    if found and not found[-1][1]:
        found.pop()
    return found


def _pipes(line: str) -> Iterator[int]:
    """Where the cells of a row end."""
    for match in _PIPE.finditer(line):
        yield match.start()
    yield len(line)


def without_line(token: Token, where: Positions) -> Iterator[Slip]:
    """A paragraph that was to be a table: its line of dashes is missing, or has another number of parts."""
    first, *others = token.content.split("\n")
    if not others or "|" not in first:
        return
    second = others[0]
    if "|" in second and "-" in second and _RULE.fullmatch(second):
        yield Slip("table-columns", second.strip(), *where.of(len(first) + 1))
    elif _is_row(first) and _is_row(second):
        yield Slip("table-without-line", first.strip(), *where.of(0))


def _is_row(line: str) -> bool:
    return line.count("|") > 1 and line.strip().startswith("|") and line.strip().endswith("|")
