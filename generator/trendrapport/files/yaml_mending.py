"""What mends a line of YAML that cannot be read, as edits; and whether that helps."""

from __future__ import annotations

from os.path import commonprefix

import yaml

from trendrapport.diagnostics import Location
from trendrapport.diagnostics.changes import Edit

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def line_edit(path: str, number: int, old: str, new: str) -> Edit:
    """The edit that makes one line of another, without what begins and ends both."""
    before = len(commonprefix([old, new]))
    after = len(commonprefix([old[before:][::-1], new[before:][::-1]]))
    at = Location(path, number, before + 1)
    return Edit(at, old[before : len(old) - after], new[before : len(new) - after])


def is_better(lines: list[str], row: int, better: str) -> bool:
    """Whether a text can be read, or further than this row, with another line there."""
    stopped = _stopped_at("\n".join([*lines[:row], better, *lines[row + 1 :]]))
    return stopped is None or stopped > row


def _stopped_at(text: str) -> int | None:
    """The row at which a text cannot be read further; None if it can be read as a whole."""
    try:
        yaml.compose(text, _LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return mark.line if mark else 0
    except RecursionError:
        return 0
    return None


def without_tabs(path: str, line: int, lines: list[str]) -> list[Edit]:
    """Spaces for all tabs at the start of lines, if the text then says one thing however wide a tab is."""
    readings: dict[int, list[object]] = {}
    for width in (2, 4, 8):
        reading = _events("\n".join(_spaced(one, width) for one in lines))
        if reading:
            readings[width] = reading
    first, *others = readings or [0]
    if not readings or any(readings[width] != readings[first] for width in others):
        return []
    spaced = [(row, one, _spaced(one, first)) for row, one in enumerate(lines)]
    return [line_edit(path, line + row, old, new) for row, old, new in spaced if old != new]


def _events(text: str) -> list[object]:
    """What a text says, in order; nothing if it cannot be read."""
    try:
        return [
            (type(event), getattr(event, "value", None), getattr(event, "anchor", None))
            for event in yaml.parse(text, _LOADER)
        ]
    except (yaml.YAMLError, RecursionError):
        return []


def _spaced(line: str, width: int) -> str:
    """A line with spaces for the tabs at its start."""
    words = line.lstrip(" \t")
    return line[: len(line) - len(words)].replace("\t", " " * width) + words
