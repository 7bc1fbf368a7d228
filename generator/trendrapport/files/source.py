"""A YAML or Markdown file's text to its data, and from a path into that data back to the line and column.

Opens no files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from frontmatter.default_handlers import YAMLHandler

from trendrapport.diagnostics import (
    Diagnostic,
    Location,
    Text,
    finding,
    has_errors,
    mended_by,
    shortened,
    warning,
)
from trendrapport.diagnostics.changes import Edit
from trendrapport.files.yaml_data import DataPath, Position, positions, read_yaml


@dataclass(frozen=True)
class Source:
    """A file that could be read: its text, and the data in its YAML or front matter as JSON."""

    path: str
    text: str
    data: Any
    body: str = ""
    """The Markdown after the front matter; empty for a YAML file."""
    body_line: int = 1
    """The line on which `body` starts."""
    yaml_text: str = field(default="", repr=False)
    yaml_line: int = 1

    @cached_property
    def positions(self) -> dict[DataPath, Position]:
        """The position of every key and value; parsed again only when a finding needs it."""
        return positions(self.path, self.yaml_text, self.yaml_line)

    @cached_property
    def _lines(self) -> list[str]:
        return self.yaml_text.split("\n")

    @cached_property
    def _lines_of_file(self) -> list[str]:
        return self.text.split("\n")

    def locate(self, path: DataPath, *, key: bool = False) -> Location:
        """The character at which the value (or its key) begins, or else what it is missing from."""
        for length in range(len(path), -1, -1):
            position = self.positions.get(tuple(path[:length]))
            if position:
                line, column = position.key if key else position.value
                return Location(self.path, line, column)
        return Location(self.path, self.yaml_line)

    def written(self, path: DataPath) -> str:
        """A number or another value of one word as typed in the file, such as 0344 where the data has 344;
        otherwise empty.
        """
        position = self.positions.get(tuple(path))
        if position is None:
            return ""
        line, column = position.value
        rest = self._lines[line - self.yaml_line][column - 1 :]
        found = re.match(r"[^\s,\]}#\"'\[{]+", rest)
        return found[0] if found else ""

    def typed(self, path: DataPath) -> str:
        """A value as it is typed, with its quotation marks; empty for one on more lines than one."""
        position = self.positions.get(tuple(path))
        if position is None:
            return ""
        (line, start), (last, end) = position.value, self._end(tuple(path))
        return self._lines[line - self.yaml_line][start - 1 : end - 1] if line == last else ""

    def _end(self, path: DataPath) -> tuple[int, int]:
        """Where a value ends: of a block with one key, where the value of that does."""
        data = self.data
        for part in path:
            data = data[part]
        if isinstance(data, dict) and len(data) == 1:
            return self._end((*path, *data))
        return self.positions[path].end

    def typed_key(self, path: DataPath) -> str:
        """A key as it is typed; empty for an item of a list, and for what is not in this file's YAML, as the
        data of a block in a text.
        """
        key, position = path[-1], self.positions.get(tuple(path))
        if position is None:
            return ""
        line, column = position.key
        rest = self._lines[line - self.yaml_line][column - 1 :]
        for typed in (key, f'"{key}"', f"'{key}'") if isinstance(key, str) else ():
            if rest.startswith(typed):
                return typed
        return ""

    def rewritten(self, path: DataPath, new: str) -> tuple[Edit, ...]:
        """The edit that puts something else in the place of a value, as it is typed; nothing if that is on
        more lines than one.
        """
        typed = self.typed(path)
        return (Edit(self.locate(path), typed, new),) if typed else ()

    def renamed(self, path: DataPath, name: str, *, key: bool = False) -> tuple[Edit, ...]:
        """The edit that puts another name in the place of a value or a key, between the same quotation marks;
        nothing if it is typed in another way.
        """
        typed = self.typed_key(path) if key else self.typed(path)
        if not typed:
            return ()
        mark = typed[0] if typed[0] in "\"'" else ""
        new = f"{mark}{name}{mark}" if mark else written_name(name)
        return (Edit(self.locate(path, key=key), typed, new),)

    def is_in_value(self, line: int, column: int) -> bool:
        """Whether a character belongs to a value, and not to a comment."""
        for path, position in self.positions.items():
            if position.value <= (line, column) < position.end and not self._holds_others(path):
                return True
        return False

    def _holds_others(self, path: DataPath) -> bool:
        """Whether a value is a block or a list, between the parts of which there can be comments."""
        data = self.data
        for part in path:
            data = data[part]
        return isinstance(data, dict | list)

    def in_line(self, at: Location, old: str, new: str) -> tuple[Edit, ...]:
        """The edit that puts something else in the place of the first of these words on a line, from a
        character on; nothing if they are not typed so there.
        """
        place = self.within(at, old)
        is_there = self._lines_of_file[place.line - 1].startswith(old, place.column - 1)
        return (Edit(place, old, new),) if is_there and old else ()

    def within(self, start: Location, part: str) -> Location:
        """The character at which a part begins of a value that begins at `start` in this file."""
        return place_within(self._lines_of_file, start, part)


_NAME = re.compile(
    r"(?!(?:true|false|null)$)(?!\d+(?:\.\d*)?(?:e[-+]?\d+)?$)\w[\w.:/-]*(?<!:)", re.IGNORECASE
)


def written_name(name: str) -> str:
    """A name as YAML reads it back: between quotation marks if it would be a number or a truth without."""
    return name if _NAME.fullmatch(name) else f'"{name}"'


def place_within(lines: Sequence[str], start: Location, part: str) -> Location:
    """The character at which a part of a value begins; `start`, where the value does, if it is typed in
    another way there.
    """
    found = lines[start.line - 1].find(part, start.column - 1)
    return start if found < 0 else Location(start.path, start.line, found + 1)


_FRONT = YAMLHandler()
_NO_FRONT = (
    Text(
        nl='het bestand begint niet met front matter ("---")',
        en='the file does not start with front matter ("---")',
    ),
    Text(
        nl="daarin staan de titel, de samenvatting en andere gegevens",
        en="it holds the title, the summary and other data",
    ),
    Text(
        nl='Zet bovenaan een regel "---", dan de gegevens, dan weer "---".',
        en='Put a line "---" at the top, then the data, then "---" again.',
    ),
)
_LATE_FRONT = (
    Text(
        nl='voor de front matter ("---") staat nog een lege regel of een spatie',
        en='there is an empty line or a space before the front matter ("---")',
    ),
    _NO_FRONT[1],
    Text(
        nl='Verwijder alles voor de eerste "---".',
        en='Remove everything before the first "---".',
    ),
)
_LONG_FRONT = (
    Text(
        nl='rond de front matter (de gegevens bovenaan) staat "{written}"',
        en='"{written}" is around the front matter (the data at the top)',
    ),
    Text(
        nl="andere programma's, zoals GitHub, tonen de gegevens dan als tekst",
        en="other programs, such as GitHub, then show the data as text",
    ),
    Text(nl='Schrijf precies drie streepjes: "---".', en='Write exactly three dashes: "---".'),
)
_OPEN_FRONT = (
    Text(
        nl="de front matter (de gegevens bovenaan) is niet afgesloten",
        en="the front matter (the data at the top) is not closed",
    ),
    Text(nl="het is niet duidelijk waar de tekst begint", en="it is unclear where the text starts"),
    Text(
        nl='Zet na de gegevens een regel met alleen "---".', en='Put a line with only "---" after the data.'
    ),
)


def yaml_source(path: str, text: str) -> tuple[Source | None, list[Diagnostic]]:
    """A YAML file as a source; None when its data cannot be trusted."""
    data, found = read_yaml(path, text)
    if has_errors(found):
        return None, found
    return Source(path, text, data, yaml_text=text), found


def markdown_source(path: str, text: str) -> tuple[Source | None, list[Diagnostic]]:
    """A Markdown file with front matter as a source; None when its data cannot be trusted."""
    if text.lstrip().startswith("---") and not text.startswith("---"):
        late = finding(Location(path, 1, 1), "no-front-matter", _LATE_FRONT)
        return None, [mended_by(late, Edit(late.location, text[: text.index("---")], ""))]
    if not _FRONT.detect(text):
        return None, [finding(Location(path, 1, 1), "no-front-matter", _NO_FRONT)]
    try:
        _FRONT.split(text)
    except ValueError:
        return None, [finding(Location(path, 1, 1), "open-front-matter", _OPEN_FRONT)]
    opening, closing, *_ = _FRONT.FM_BOUNDARY.finditer(text)
    front = text[: closing.start()].partition("\n")[2]
    body = text[closing.end() :].lstrip("\n")
    data, found = read_yaml(path, front, line=2)
    if has_errors(found):
        return None, found
    found += _long_lines(path, text, (opening, closing))
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    return Source(path, text, data, body, body_line, front, 2), found


def _long_lines(path: str, text: str, lines: Sequence[re.Match[str]]) -> Iterator[Diagnostic]:
    """The lines around front matter that have more than three dashes."""
    for line in lines:
        written = line[0].strip()
        if written != "---":
            at = Location(path, text.count("\n", 0, line.start()) + 1, 1)
            yield warning(at, "no-front-matter", _LONG_FRONT, written=shortened(written))


def dump_json(data: Any) -> str:  # noqa: ANN401
    """Plain data as compact JSON, with keys in the order in which they were written: readers see lists in
    that order.
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
