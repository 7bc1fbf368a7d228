"""Where in YAML a cursor is, also while what is typed cannot be parsed yet.

Goes by indentation alone, as editors type it; within braces and quotation marks over lines it finds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trendrapport.files.yaml_data import DataPath

_KEY = re.compile(r"""(?P<quote>["']?)(?P<name>[^\s"'#\[\]{},&*!|>%@`-][^:"'#]*?)(?P=quote)\s*:(?=\s|$)\s*""")
_COMMENT = re.compile(r"(^|\s)#")
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
_DASH = re.compile(r"-(\s+|$)")
_WORDS_BELOW = re.compile(r"[|>][+-]?\d?\s*(#.*)?$")


@dataclass(frozen=True)
class Cursor:
    """A cursor in YAML."""

    at: DataPath
    """The value in which is typed; of a key, the mapping that it belongs to."""
    typed: str
    """What has been typed of the key or the value before the cursor."""
    is_value: bool
    """Whether a key or a dash is before it on its line."""


@dataclass
class _Level:
    """A key or an item of a list, and how far it is indented."""

    indent: int
    name: str | int


@dataclass(frozen=True)
class _Line:
    """A line taken apart: its dashes, its key, and what is behind them."""

    dashes: tuple[int, ...]
    indent: int
    key: str | None
    rest: str


def cursor(lines: Sequence[str], line: int, column: int) -> Cursor | None:
    """Where the cursor is in lines of YAML; both count from 0. None in a text or a comment."""
    before, current = lines[:line], lines[line][:column]
    if _is_in_text(before, current) or _COMMENT.search(_QUOTED.sub("", current)):
        return None
    levels: list[_Level] = []
    for one in _structure(before):
        _enter(levels, _taken_apart(one))
    typed = _taken_apart(current)
    _enter(levels, typed)
    at: DataPath = tuple(level.name for level in levels)
    return _in_value(at, typed.rest, behind=typed.key is not None or bool(typed.dashes))


def _in_value(at: DataPath, value: str, *, behind: bool) -> Cursor:
    """A cursor in a key or a value, or in a part of a list or mapping between brackets.

    `behind` says whether it is behind a key or a dash.
    """
    if value.startswith("["):
        items = value[1:].split(",")
        return Cursor((*at, len(items) - 1), items[-1].lstrip(), is_value=True)
    if not value.startswith("{"):
        return Cursor(at, value, is_value=behind)
    last = value[1:].split(",")[-1].lstrip()
    key, colon, typed = last.partition(":")
    if colon:
        return Cursor((*at, key), typed.lstrip(), is_value=True)
    return Cursor(at, last, is_value=False)


def _structure(lines: Sequence[str]) -> Iterator[str]:
    """The lines that hold keys or items, without those of texts."""
    text_indent: int | None = None
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if text_indent is not None and _indent(line) > text_indent:
            continue
        text_indent = None
        if _WORDS_BELOW.search(_taken_apart(line).rest):
            text_indent = _indent(line)
        yield line


def _is_in_text(before: Sequence[str], current: str) -> bool:
    """Whether the cursor is in a text that is written below its key."""
    indent = _indent(current) if current.strip() else len(current)
    for line in reversed(before):
        if not line.strip():
            continue
        if _indent(line) < indent and _WORDS_BELOW.search(_taken_apart(line).rest):
            return True
        indent = min(indent, _indent(line) + 1)
    return False


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _taken_apart(line: str) -> _Line:
    indent, dashes = _indent(line), []
    while dash := _DASH.match(line, indent):
        dashes.append(indent)
        indent = dash.end()
    key = _KEY.match(line, indent)
    if key is None:
        return _Line(tuple(dashes), indent, None, line[indent:])
    return _Line(tuple(dashes), indent, key["name"], line[key.end() :])


def _enter(levels: list[_Level], line: _Line) -> None:
    """Leaves the levels that a line ends, and enters those that it begins."""
    for dash in line.dashes:
        _leave(levels, dash, item=True)
        if levels and levels[-1].indent == dash and isinstance(levels[-1].name, int):
            levels[-1].name += 1
        else:
            levels.append(_Level(dash, 0))
    _leave(levels, line.indent)
    if line.key is not None:
        levels.append(_Level(line.indent, line.key))


def _leave(levels: list[_Level], indent: int, *, item: bool = False) -> None:
    """Leaves what is indented as far as a new key or item, or further.

    An item stays in the key above it that is indented as far, and in its list.
    """
    while levels and levels[-1].indent >= indent:
        if item and levels[-1].indent == indent:
            return
        levels.pop()
