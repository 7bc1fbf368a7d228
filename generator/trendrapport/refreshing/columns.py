"""The text of a descriptor to the same text for a table with other columns: what an editor wrote of those
that stay is left as it is, with comments and layout.
"""

from __future__ import annotations

from collections.abc import Sequence

from trendrapport.files.source import Source, yaml_source
from trendrapport.files.yaml_data import DataPath
from trendrapport.refreshing.renewing import renewed

_FIELDS: DataPath = ("resources", 0, "schema", "fields")


def with_columns(text: str, made: str, path: str) -> str:
    """A descriptor with the columns of one that was made anew, in that order; a column that both have stays
    as it is in the first.

    Empty if the columns are written in a way that lines cannot tell apart.
    """
    kept, new = _read(path, text), _read(path, made)
    if kept is None or new is None:
        return ""
    old_lines, new_lines = _lines_by_column(kept), _lines_by_column(new)
    if not old_lines or not new_lines:
        return ""
    indent = _indent(next(iter(old_lines.values())))
    lines: list[str] = []
    for name, written in new_lines.items():
        lines += old_lines.get(name) or _indented(written, indent)
    every = [line for one in old_lines.values() for line in one]
    before, _, after = text.partition("\n".join(every))
    return before + "\n".join(lines) + after


def with_types(text: str, made: str, path: str) -> str:
    """A descriptor in which each column has the type that it has in one that was made anew."""
    kept, new = _read(path, text), _read(path, made)
    if kept is None or new is None:
        return text
    types = {column["name"]: column["type"] for column in _columns(new)}
    values: dict[DataPath, str] = {}
    for number, column in enumerate(_columns(kept)):
        wanted = types.get(column["name"], column["type"])
        if wanted != column["type"]:
            values[(*_FIELDS, number, "type")] = wanted
    return renewed(kept, values)


def _read(path: str, text: str) -> Source | None:
    source, _ = yaml_source(path, text)
    return source


def _columns(source: Source) -> Sequence[dict[str, str]]:
    fields: Sequence[dict[str, str]] = source.data["resources"][0]["schema"]["fields"]
    return fields


def _lines_by_column(source: Source) -> dict[str, list[str]]:
    """The lines of each column by its name, with the comments above it; empty if columns share lines, or have
    the same name.
    """
    lines = source.text.split("\n")
    line, _ = source.positions[_FIELDS].key
    found: dict[str, list[str]] = {}
    for number, column in enumerate(_columns(source)):
        start, end = line, _last_line(source, (*_FIELDS, number))
        own = lines[start:end]
        if not any(one.lstrip().startswith("- ") for one in own) or column["name"] in found:
            return {}
        found[column["name"]] = own
        line = end
    return found


def _last_line(source: Source, item: DataPath) -> int:
    """The line on which the last value in an item of a list ends."""
    ends = [
        at.end
        for path, at in source.positions.items()
        if path[: len(item)] == item and _is_leaf(source, path)
    ]
    last, column = max(ends)
    # The end of a value of more lines is at the beginning of the next one.
    return last if column > 1 else last - 1


def _is_leaf(source: Source, path: DataPath) -> bool:
    data = source.data
    for part in path:
        data = data[part]
    return not isinstance(data, dict | list) or not data


def _indent(lines: Sequence[str]) -> int:
    """How far the dash of an item is from the left."""
    return next(len(line) - len(line.lstrip()) for line in lines if line.lstrip().startswith("- "))


def _indented(lines: Sequence[str], indent: int) -> list[str]:
    """The same lines with the dash at another distance from the left."""
    own = _indent(lines)
    return [" " * indent + line[own:] for line in lines]
