"""Why a YAML text cannot be parsed, at the character where an editor can fix it.

A parser reports where it could not go on, which is often a word or some lines after the mistake. So the lines
around that point are looked at first, and only then the parser's own words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

from trendrapport.diagnostics import Diagnostic, Location, Text, Texts, finding, mended_by
from trendrapport.files.yaml_complaints import COMPLAINTS, OTHER
from trendrapport.files.yaml_keys import too_far_in, without_colon
from trendrapport.files.yaml_losses import misread
from trendrapport.files.yaml_mending import is_better, line_edit, without_tabs
from trendrapport.files.yaml_mistakes import LineMistake
from trendrapport.files.yaml_quoting import colon_quoted, unquoted

_TAB: Texts = (
    Text(nl="deze regel is ingesprongen met een tab", en="this line is indented with a tab"),
    Text(
        nl="in YAML mag alleen met spaties worden ingesprongen", en="YAML allows only spaces for indentation"
    ),
    Text(nl="Vervang de tab door spaties.", en="Replace the tab with spaces."),
)


@dataclass(frozen=True)
class _Stop:
    """Where the parser could not go on, and what it said; rows and columns count from 0."""

    problem: str
    lines: list[str]
    row: int
    column: int
    suspects: list[int]
    """The rows at which the parser points."""

    @property
    def here(self) -> str:
        """The line on which it stopped."""
        return self.lines[self.row]

    @property
    def in_a_mapping(self) -> bool:
        """Whether it met a colon that it did not expect."""
        return "mapping values" in self.problem


@dataclass(frozen=True)
class _Cause:
    """A mistake in a row, from 0."""

    row: int
    mistake: LineMistake


def syntax_error(path: str, line: int, text: str, error: yaml.YAMLError) -> Diagnostic:
    """Why a text that starts at `line` of its file cannot be parsed."""
    stop = _stop(text, error)
    for look_for in _CAUSES:
        if cause := look_for(stop):
            return _found(path, line, stop, cause)
    complaint = next((one for one in COMPLAINTS if one.words in stop.problem), OTHER)
    better = colon_quoted(stop.here) if stop.in_a_mapping else None
    mistake = LineMistake(stop.column, complaint.code, complaint.texts, better)
    return _found(path, line, stop, _Cause(stop.row, mistake))


def _found(path: str, line: int, stop: _Stop, cause: _Cause) -> Diagnostic:
    mistake, row = cause.mistake, cause.row
    found = finding(Location(path, row + line, mistake.column + 1), mistake.code, mistake.texts)
    if mistake.code == "yaml-tab":
        return mended_by(found, *without_tabs(path, line, stop.lines))
    if mistake.better is None or not is_better(stop.lines, row, mistake.better):
        return found
    return mended_by(found, line_edit(path, line + row, stop.lines[row], mistake.better))


def _stop(text: str, error: yaml.YAMLError) -> _Stop:
    problem = str(getattr(error, "problem", "") or "")
    opened = getattr(error, "context_mark", None)
    mark = _telling_mark(error, problem)
    lines = text.split("\n")
    suspects = [one.line for one in (opened, mark) if one]
    if mark is None:
        return _Stop(problem, lines, 0, 0, suspects)
    # YAML also counts the line ends of old systems.
    row = min(mark.line, len(lines) - 1)
    return _Stop(problem, lines, row, mark.column, suspects)


def _telling_mark(error: yaml.YAMLError, problem: str) -> yaml.Mark | None:
    """Where the parser stopped; or where what it saw no end of was opened, which says more."""
    mark: yaml.Mark | None = getattr(error, "problem_mark", None)
    opened: yaml.Mark | None = getattr(error, "context_mark", None)
    if opened is None:
        return mark
    in_brackets = "parsing a flow" in str(getattr(error, "context", "") or "")
    # A bracket that is closed nowhere is noticed on a later line.
    left_open = in_brackets and mark is not None and opened.line < mark.line
    if left_open or "unexpected end of stream" in problem:
        return opened
    return mark


# --- what an editor may have done, the surest first ------------------------------------------------------


def _tab(stop: _Stop) -> _Cause | None:
    has_tab = "\t" in stop.here[: stop.column + 1]
    if not has_tab or stop.here[: stop.column].strip():
        return None
    return _Cause(stop.row, LineMistake(stop.here.index("\t"), "yaml-tab", _TAB))


def _unquoted_value(stop: _Stop) -> _Cause | None:
    if "nesting" in stop.problem:
        return None
    mistake = unquoted(stop.here)
    return _Cause(stop.row, mistake) if mistake else None


def _indented_too_far(stop: _Stop) -> _Cause | None:
    if not stop.in_a_mapping or not stop.row:
        return None
    mistake = too_far_in(stop.here, stop.lines[stop.row - 1])
    return _Cause(stop.row, mistake) if mistake else None


def _read_otherwise(stop: _Stop) -> _Cause | None:
    """A line at which the parser points, or the one before it, that says something else to YAML."""
    for row in _suspects(stop):
        mistake = misread(stop.lines[row])
        if mistake:
            return _Cause(row, mistake)
    return None


def _suspects(stop: _Stop) -> Iterator[int]:
    for row in stop.suspects:
        if row < len(stop.lines):
            yield row
    if stop.in_a_mapping and stop.row:
        yield stop.row - 1  # the parser took this line for the rest of that one


def _without_colon(stop: _Stop) -> _Cause | None:
    """The last line before the stop, when that should have been a key."""
    if not stop.in_a_mapping and "expected ':'" not in stop.problem:
        return None
    filled = [row for row, line in enumerate(stop.lines[: stop.row]) if line.strip()]
    if not filled:
        return None
    above = stop.lines[filled[-2]] if len(filled) > 1 else ""
    mistake = without_colon(stop.lines[filled[-1]], above)
    return _Cause(filled[-1], mistake) if mistake else None


_CAUSES: tuple[Callable[[_Stop], _Cause | None], ...] = (
    _tab,
    _unquoted_value,
    _indented_too_far,
    _read_otherwise,
    _without_colon,
)
