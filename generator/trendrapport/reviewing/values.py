"""A new value of a field to the text that writes it in YAML, in the form that the old one has."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import Any

from trendrapport.diagnostics import Text
from trendrapport.files.source import Source, dump_json, markdown_source, yaml_source
from trendrapport.files.yaml_data import DataPath
from trendrapport.reviewing.taking import CannotTakeError

_ITEM = re.compile(r"[ ]*-[ ]+$")
_NO_FORM = Text(
    nl="dit veld is in een bijzondere vorm geschreven; wijzig het in het bestand",
    en="this field is written in a special form; change it in the file",
)
_ONLY = Text(
    nl="dit is het enige punt van de lijst; verwijder het veld in het bestand",
    en="this is the only item of the list; remove the field in the file",
)

Part = tuple[int, int, str]
"""From which to which character of a text there comes another text."""


def read_again(source: Source, text: str) -> Source | None:
    """A file with another text; None if that cannot be read."""
    read = markdown_source if source.path.endswith(".md") else yaml_source
    found, wrong = read(source.path, text)
    return found if not wrong or found is not None else None


def with_parts(text: str, parts: list[Part]) -> str:
    """A text with other texts in it; none of these meet."""
    for start, end, new in sorted(parts, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def changed(data: Any, at: DataPath, value: Any, *, how: str = "set") -> Any:  # noqa: ANN401
    """Plain data in which a value is another (`set`), is gone (`remove`), or comes before it (`insert`)."""
    if len(at) > 1:
        inner = changed(data[at[0]], at[1:], value, how=how)
        return _with(data, at[0], inner)
    if how == "set":
        return _with(data, at[0], value)
    number = int(at[0])
    if how == "remove":
        return [*data[:number], *data[number + 1 :]]
    return [*data[:number], *value, *data[number:]]


def _with(data: Any, key: Any, value: Any) -> Any:  # noqa: ANN401
    if isinstance(data, dict):
        return {**data, key: value}
    return [*data[:key], value, *data[key + 1 :]]


def rewritten(source: Source, at: DataPath, value: str) -> Part:
    """The part that writes another value. Raises CannotTakeError if no form of it is read back as that."""
    start, end = _span(source, at)
    raw = source.text[start:end]
    wanted = changed(source.data, at, value)
    for form in _forms(raw, value):
        found = read_again(source, with_parts(source.text, [(start, end, form)]))
        if found and dump_json(found.data) == dump_json(wanted) and found.body == source.body:
            return start, end, form
    raise CannotTakeError(_NO_FORM)


def _span(source: Source, at: DataPath) -> tuple[int, int]:
    """From where to where a value is written, without empty lines after it."""
    position = source.positions[at]
    start, end = offset(source.text, *position.value), offset(source.text, *position.end)
    return start, start + len(source.text[start:end].rstrip())


def offset(text: str, line: int, column: int) -> int:
    """The index of a character; both count from 1."""
    place = 0
    for _ in range(line - 1):
        place = text.index("\n", place) + 1
    return place + column - 1


def _forms(raw: str, value: str) -> Iterator[str]:
    """The ways to write a value, first in the form that it had."""
    first, *others = raw.split("\n")
    if raw[:1] in {">", "|"} and others:
        yield _block(first, others, value)
    elif raw[:1] == "'":
        yield _single(value)
    elif raw[:1] == '"':
        yield _double(value)
    elif others:
        indent = others[0][: len(others[0]) - len(others[0].lstrip())]
        widest = max(len(line) for line in others)
        yield f"\n{indent}".join(textwrap.wrap(value, widest - len(indent), **_WHOLE))
    yield value
    yield _double(value)


_WHOLE: Any = {"break_long_words": False, "break_on_hyphens": False}


def _block(first: str, others: list[str], value: str) -> str:
    """A text below its sign; of one that is folded each line is as long as the longest was."""
    filled = [line for line in others if line.strip()] or [" "]
    indent = filled[0][: len(filled[0]) - len(filled[0].lstrip())]
    lines = value.rstrip("\n").split("\n")
    if first.startswith(">"):
        widest = max(len(line) for line in filled) - len(indent)
        folded: list[str] = []
        for line in lines:
            folded += textwrap.wrap(line, max(widest, 20), **_WHOLE) or [""]
        lines = folded
    return "\n".join([first, *(f"{indent}{line}".rstrip() for line in lines)])


def _single(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _double(value: str) -> str:
    return dump_json(value)


def _own_lines(source: Source, at: DataPath) -> tuple[str, int, int]:
    """What is before an item on its line, and from where to where its lines go. Raises CannotTakeError for an
    item that shares its line.
    """
    start, end = _span(source, at)
    first = source.text.rfind("\n", 0, start) + 1
    last = source.text.find("\n", end)
    before, after = source.text[first:start], source.text[end:last]
    if not _ITEM.fullmatch(before) or after.strip():
        raise CannotTakeError(_NO_FORM)
    return before, first, last + 1


def without_item(source: Source, at: DataPath) -> Part:
    """The part without an item of a list. Raises CannotTakeError."""
    items = source.data
    for part in at[:-1]:
        items = items[part]
    if len(items) == 1:
        raise CannotTakeError(_ONLY)
    _, first, last = _own_lines(source, at)
    return first, last, ""


def with_items(source: Source, at: DataPath, values: list[str], *, before: bool) -> Part:
    """The part with items after or before another. Raises CannotTakeError."""
    mark, first, last = _own_lines(source, at)
    place = first if before else last - 1
    number = int(at[-1]) + (not before)
    wanted = changed(source.data, (*at[:-1], number), values, how="insert")
    for write in (str, _double):
        lines = "".join(f"{mark}{write(value)}\n" for value in values)
        new = lines if before else "\n" + lines.rstrip("\n")
        found = read_again(source, with_parts(source.text, [(place, place, new)]))
        if found and dump_json(found.data) == dump_json(wanted):
            return place, place, new
    raise CannotTakeError(_NO_FORM)
