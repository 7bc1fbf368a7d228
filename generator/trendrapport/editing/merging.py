"""What a form gives back, merged with the file that it was filled from; opens no files.

Only what changed is written anew: comments, the order of keys, quotation marks and the layout of all else
stay as they are, to the byte.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import yaml

from trendrapport.editing.likeness import compared, is_nothing, pruned, same
from trendrapport.editing.merging_text import merged_text
from trendrapport.editing.texts import as_it_was, plain
from trendrapport.files.source import markdown_source, yaml_source
from trendrapport.files.yaml_data import compose

_BLOCK_STYLES = frozenset({"|", ">"})

SHORT = 40
"""Characters that an item of a list between brackets has fewer than."""


def _but_dates(resolvers: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    return [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]


class _Dumper(yaml.SafeDumper):
    """Writes dates as they are: they are texts here."""

    yaml_implicit_resolvers = {
        first: _but_dates(found) for first, found in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Puts the dashes of a list further in than its key."""
        super().increase_indent(flow, indentless=False)


def merged_file(path: str, disk: bytes, came: bytes) -> bytes | None:
    """The new bytes of a file of content, of what a form gives back and what is there; None if one of the two
    cannot be read. What is no text is replaced.
    """
    read = {".md": markdown_source, ".yml": yaml_source}.get(path[path.rfind(".") :])
    if read is None:
        return came
    try:
        (old, _), (new, _) = read(path, plain(disk)), read(path, plain(came))
    except UnicodeDecodeError:
        return None
    if old is None or new is None:
        return None
    data = merged(old.yaml_text, new.data)
    if not path.endswith(".md"):
        return as_it_was(data, disk)
    start = old.text[: len(old.text) - len(old.body)].replace(old.yaml_text, data, 1)
    return as_it_was(start + merged_text(old.body, new.body), disk)


def merged(text: str, value: Any) -> str:  # noqa: ANN401
    """A YAML text that says this value and is otherwise the same as it was."""
    wanted = pruned(value)
    tree = compose(text)
    if tree is not None:
        whole = text if text.endswith("\n") else f"{text}\n"
        for parts in (_Merge(whole).value, _Merge(whole).fields_anew):
            tried = _with(whole, parts(tree, wanted))
            if _says(tried, wanted):
                return tried if text.endswith("\n") else tried.removesuffix("\n")
    return _dumped(wanted) if wanted else ""


@dataclass(frozen=True)
class _Part:
    """A part of a text that is replaced."""

    start: int
    end: int
    new: str


def _with(text: str, parts: Iterable[_Part]) -> str:
    made, done = "", 0
    for part in sorted(parts, key=lambda part: (part.start, part.end)):
        made += text[done : part.start] + part.new
        done = max(part.end, done)
    return made + text[done:]


def _says(text: str, value: Any) -> bool:  # noqa: ANN401
    try:
        tree = compose(text)
    except yaml.YAMLError:
        return False
    return same(tree, value) if tree is not None else not value


class _Merge:
    """One walk over a YAML text and the value that it must get."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    def value(self, node: yaml.Node, wanted: Any) -> Iterator[_Part]:  # noqa: ANN401
        """The parts of the text to replace, so that a value in it becomes another."""
        if same(node, wanted):
            return
        match node, wanted:
            case yaml.MappingNode(flow_style=False), dict():
                yield from self._fields(node, wanted)
            case yaml.SequenceNode(flow_style=False), list() if wanted:
                yield from self._items(node, wanted)
            case yaml.ScalarNode(), str():
                yield _Part(self._start(node), self._end(node), _scalar(node, wanted))
            case _:
                yield _Part(self._start(node), self._end(node), _in_line(wanted))

    def fields_anew(self, node: yaml.Node, wanted: Any) -> Iterator[_Part]:  # noqa: ANN401
        """The same, in which each field that changed is written anew as a whole."""
        if not isinstance(node, yaml.MappingNode) or not isinstance(wanted, dict):
            return
        for key, part in node.value:
            if key.value in wanted and not same(part, wanted[key.value]):
                yield self._field_anew(key, part, wanted[key.value])
        yield from self._gone_and_added(node, wanted)

    def _fields(self, node: yaml.MappingNode, wanted: dict[str, Any]) -> Iterator[_Part]:
        for key, part in node.value:
            if key.value not in wanted:
                continue
            new = wanted[key.value]
            if _is_written_alike(part, new):
                yield from self.value(part, new)
            elif not same(part, new):
                yield self._field_in_style(key, part, new)
        yield from self._gone_and_added(node, wanted)

    def _field_in_style(self, key: yaml.Node, part: yaml.Node, new: Any) -> _Part:  # noqa: ANN401
        """A list between brackets stays one, if its items are short."""
        if isinstance(part, yaml.SequenceNode) and isinstance(new, list) and _are_short(new):
            return _Part(self._start(part), self._end(part), _in_line(new))
        return self._field_anew(key, part, new)

    def _field_anew(self, key: yaml.Node, part: yaml.Node, new: Any) -> _Part:  # noqa: ANN401
        made = _indented(_dumped({key.value: new}), key.start_mark.column)
        return _Part(self._start(key), max(self._end(part), self._end(key)), made.strip())

    def _gone_and_added(self, node: yaml.MappingNode, wanted: dict[str, Any]) -> Iterator[_Part]:
        there = {}
        for key, part in node.value:
            there[key.value] = self._line_after(max(self._end(part), self._end(key)))
            if key.value not in wanted and not is_nothing(part):
                yield _Part(self._line_of(key), there[key.value], "")
        place = self._line_of(node.value[0][0]) if node.value else self._end(node)
        for name, new in wanted.items():
            place = there.get(name, place)
            if name not in there:
                yield _Part(place, place, _indented(_dumped({name: new}), node.start_mark.column))

    def _items(self, node: yaml.SequenceNode, wanted: list[Any]) -> Iterator[_Part]:
        items = node.value
        before, after = [compared(item) for item in items], [compared(item) for item in wanted]
        for _, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            both = min(last - first, end - start)
            for item, new in zip(items[first : first + both], wanted[start : start + both], strict=True):
                yield from self.value(item, new)
            for item in items[first + both : last]:
                yield _Part(self._line_of_dash(item, node), self._line_after(self._end(item)), "")
            added = wanted[start + both : end]
            if added:
                place = self._place_behind(node, first + both)
                yield _Part(place, place, _indented(_dumped(added), node.start_mark.column))

    def _place_behind(self, node: yaml.SequenceNode, count: int) -> int:
        """Where an item comes behind the first few."""
        if count:
            return self._line_after(self._end(node.value[count - 1]))
        return self._line_of_dash(node.value[0], node)

    def _line_of_dash(self, item: yaml.Node, node: yaml.SequenceNode) -> int:
        """The start of the line with the dash before an item, which may stand above it."""
        row = item.start_mark.line
        column = node.start_mark.column
        while row and self.text[self._starts[row] + column : self._starts[row] + column + 1] != "-":
            row -= 1
        return self._starts[row]

    def _start(self, node: yaml.Node) -> int:
        return int(self._starts[node.start_mark.line] + node.start_mark.column)

    def _line_of(self, node: yaml.Node) -> int:
        return self._starts[node.start_mark.line]

    def _line_after(self, index: int) -> int:
        return self.text.find("\n", index) + 1 or len(self.text)

    def _end(self, node: yaml.Node) -> int:
        """Behind the last character of a value, without the comments below it."""
        if isinstance(node, yaml.MappingNode | yaml.SequenceNode) and not node.flow_style and node.value:
            last = node.value[-1]
            parts = last if isinstance(last, tuple) else (last,)
            return max(self._end(part) for part in parts)
        end = self._starts[node.end_mark.line] + node.end_mark.column
        start = self._start(node)
        return start + len(self.text[start:end].rstrip())


def _is_written_alike(node: yaml.Node, new: Any) -> bool:  # noqa: ANN401
    """Whether parts of a value in a file can be replaced by those of another."""
    match node:
        case yaml.MappingNode():
            return isinstance(new, dict) and not node.flow_style
        case yaml.SequenceNode():
            return isinstance(new, list) and not node.flow_style
    return not isinstance(new, dict | list)


def _are_short(items: list[Any]) -> bool:
    return all(isinstance(item, str) and len(item) < SHORT for item in items)


def _scalar(node: yaml.ScalarNode, text: str) -> str:
    """A text as the one that it replaces was written, where that can be."""
    if node.style in _BLOCK_STYLES:
        return _in_line(text)
    if node.style == "'" and "\n" not in text:
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    if node.style == '"':
        return json.dumps(text, ensure_ascii=False)
    return _in_line(text)


def _in_line(value: Any) -> str:  # noqa: ANN401
    """A value on one line."""
    made = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, default_flow_style=True, width=10**6)
    return made.removesuffix("\n").removesuffix("\n...").replace("\n", " ")


def _dumped(value: Any) -> str:  # noqa: ANN401
    """A value in lines of its own."""
    return yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, default_flow_style=False, sort_keys=False, width=10**6
    )


def _indented(text: str, column: int) -> str:
    return textwrap.indent(text, " " * column)
