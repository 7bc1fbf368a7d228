"""The text of a descriptor to the same text with another day, checksum and version; comments and what an
editor added stay.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from trendrapport.files.source import Source
from trendrapport.files.yaml_data import DataPath

_FIRST = ("original", "path")
"""The value below which others of the origin are added."""


def renewed(source: Source, values: Mapping[DataPath, str]) -> str:
    """The text of a descriptor with these values; those that it does not have are added below the place of
    its origin, and empty ones are not.
    """
    lines = source.text.split("\n")
    added: list[str] = []
    for path in sorted(values, key=lambda path: _place(source, path), reverse=True):
        if path in source.positions:
            _replace(lines, source, path, values[path])
        elif values[path]:
            added.append(f"{path[-1]}: {_quoted(values[path])}")
    if added:
        line, column = source.positions[_FIRST].key
        indent = " " * (column - 1)
        lines[line:line] = [indent + one for one in sorted(added)]
    return "\n".join(lines)


def _place(source: Source, path: DataPath) -> tuple[int, int]:
    found = source.positions.get(path)
    if found:
        return found.value
    return (0, 0)


def _replace(lines: list[str], source: Source, path: DataPath, value: str) -> None:
    """Puts a value in the place of another, which is on one line."""
    position = source.positions[path]
    (line, start), (last, end) = position.value, position.end
    if line == last:
        whole = lines[line - 1]
        lines[line - 1] = whole[: start - 1] + _quoted(value) + whole[end - 1 :]


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
