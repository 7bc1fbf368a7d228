"""Keys that a YAML file gets, to the edits that write them there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trendrapport.diagnostics import Location
from trendrapport.diagnostics.changes import AddKeys, Edit
from trendrapport.files.decoding import decode
from trendrapport.files.source import Source, yaml_source
from trendrapport.files.yaml_data import DataPath, positions, read_yaml


def as_edits(change: AddKeys, raw: bytes) -> tuple[Edit, ...]:
    """The edits that add keys to a block; none where that block is not there, or has one of the keys."""
    text, _ = decode(change.path, raw)
    source, _ = yaml_source(change.path, text) if text else (None, [])
    block = _at(source.data, change.at) if source else None
    added, wrong = read_yaml(change.path, f"{{{change.keys}}}")
    if source is None or not isinstance(block, dict) or wrong or set(added) & set(block):
        return ()
    return _in_braces(source, change) or _on_a_line(source, change, block)


def _at(data: Any, path: DataPath) -> Any:  # noqa: ANN401
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _in_braces(source: Source, change: AddKeys) -> tuple[Edit, ...]:
    """Behind the last key of a block between braces."""
    position = source.positions[change.at]
    lines = source.text.split("\n")
    (line, column), (last, end) = position.value, position.end
    if lines[line - 1][column - 1 : column] != "{":
        return ()
    before = lines[last - 1][: end - 2].rstrip(" ,")
    return (Edit(Location(source.path, last, len(before) + 1), "", f", {change.keys}"),)


def _on_a_line(source: Source, change: AddKeys, block: dict[str, Any]) -> tuple[Edit, ...]:
    """Below the first keys of a block that have their value on the same line, as far in as these."""
    last = None
    for key, value in block.items():
        path = (*change.at, key)
        if isinstance(value, dict | list) or not source.typed(path):
            break
        last = source.positions[path]
    if last is None:
        return ()
    line, column = last.key
    indent = " " * (column - 1)
    added = "".join(f"{indent}{pair}\n" for pair in _pairs(change.keys))
    return (Edit(Location(source.path, line + 1), "", added),)


def _pairs(keys: str) -> Iterator[str]:
    """Each key with its value, as it is written."""
    text = f"{{{keys}}}"
    data, _ = read_yaml("", text)
    found = positions("", text, 1)
    for key in data:
        yield text[found[(key,)].key[1] - 1 : found[(key,)].end[1] - 1]
