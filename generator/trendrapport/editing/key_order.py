"""The keys of an entry in the order of its model, which is that of starter files; comments move with the key
below them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from trendrapport.diagnostics import Location
from trendrapport.diagnostics.changes import Edit
from trendrapport.files.source import Source
from trendrapport.files.yaml_data import read_yaml
from trendrapport.model.base import Model

_KEY = re.compile(r"""(?P<mark>["']?)(?P<key>[\w.-]+)(?P=mark):(?:\s|$)""")


@dataclass(frozen=True)
class _Block:
    """A key at the margin, with its value and the comments right above it."""

    key: str
    lines: tuple[str, ...]


def in_order(source: Source, model: type[Model]) -> Edit | None:
    """The edit that puts the keys of a file in order; None if they are, or if that would change what they
    say.
    """
    order = [field.alias or name for name, field in model.model_fields.items()]
    lines = source.yaml_text.split("\n")
    start = _first_block(lines)
    blocks = list(_blocks(lines[start:]))
    if not isinstance(source.data, dict) or not {block.key for block in blocks} <= set(order):
        return None
    arranged = sorted(blocks, key=lambda block: order.index(block.key))
    if arranged == blocks:
        return None
    before, after = _text(blocks), _text(arranged)
    text = "\n".join([*lines[:start], after])
    data, found = read_yaml(source.path, text)
    says_the_same = not found and data == source.data and len(blocks) == len(source.data)
    return Edit(Location(source.path, source.yaml_line + start), before, after) if says_the_same else None


def row_for(source: Source, model: type[Model], key: str) -> int:
    """The row, from the first of a file's data, before which a key belongs that it does not have yet."""
    order = [field.alias or name for name, field in model.model_fields.items()]
    lines = source.yaml_text.split("\n")
    row = _first_block(lines)
    for block in _blocks(lines[row:]):
        if block.key in order and order.index(block.key) > order.index(key):
            return row
        row += len(block.lines)
    return row


def _text(blocks: Sequence[_Block]) -> str:
    return "\n".join(chain.from_iterable(block.lines for block in blocks))


def _first_block(lines: Sequence[str]) -> int:
    """The row at which the first key begins, or the comments right above it."""
    row = next((row for row, line in enumerate(lines) if _KEY.match(line)), len(lines))
    while row and lines[row - 1].startswith("#"):
        row -= 1
    return row


def _blocks(lines: Sequence[str]) -> Iterator[_Block]:
    """Each key at the margin, up to the next one. Empty lines at the end stay where they are."""
    rows = [row for row, line in enumerate(lines) if _KEY.match(line)]
    starts = [_with_comments(lines, row) for row in rows]
    last = len(lines)
    while last and not lines[last - 1].strip():
        last -= 1
    for row, start, end in zip(rows, starts, [*starts[1:], last], strict=True):
        match = _KEY.match(lines[row])
        yield _Block(match["key"] if match else "", tuple(lines[start:end]))


def _with_comments(lines: Sequence[str], row: int) -> int:
    """The row of the first of the comments right above a key."""
    while row and lines[row - 1].startswith("#"):
        row -= 1
    return row
