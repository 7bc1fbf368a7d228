"""What a cursor is on in a file of a report: a key, a value, or a name in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trendrapport.files.yaml_data import DataPath
from trendrapport.language_server.cursor import cursor
from trendrapport.language_server.fields import Field, Form, field_at, form_of
from trendrapport.model.entries.trends import Trend

_CITATION = re.compile(r"\[(?:[^\]\[]*[;\s])?-?@(?P<typed>[^\s\];,\[]*)$")
_BLOCK = re.compile(r"^\s{0,3}(?:`{3,}|~{3,})(?P<word>[\w-]*)(?P<between>\s*)(?P<typed>[\w-]*)$")
_REST_OF_WORD = re.compile(r"[\w.-]*")
NAMED_BY_BLOCKS = {"figure": "charts", "key-figure": "key_figures", "quote": "people"}
"""The kind of what comes after the word of a block."""


@dataclass(frozen=True)
class Spot:
    """What a cursor is on."""

    form: Form
    typed: str
    """What is before the cursor of the word that it is on."""
    at: DataPath = ()
    """The value in which is typed; of a key, the mapping that it belongs to."""
    field: Field | None = None
    """What can be written there; None in a text."""
    is_value: bool = True
    """Whether a value is typed, and not a key."""
    to: str = ""
    """The kind or taxonomy of which something is named there; `blocks` for the word of a block."""
    own_edition: bool = False

    @property
    def edition(self) -> str | None:
        """The edition of which something is named there, if it has to be in the same one."""
        if self.own_edition:
            return self.form.edition
        return None


def spot(
    path: str, lines: Sequence[str], line: int, column: int, trend: type[Trend] | None = None
) -> Spot | None:
    """What the cursor is on in the file at a path from the report's root; line and column count from 0.
    `trend` is the model of a trend in that report.
    """
    form = form_of(path, trend)
    if form is None:
        return None
    if not path.endswith(".md"):
        return _in_yaml(form, lines, line, column)
    end = _end_of_front(lines)
    if 0 < line < end:
        return _in_yaml(form, lines[1:end], line - 1, column)
    return _in_text(form, lines[line][:column])


def whole_word(
    path: str, lines: Sequence[str], line: int, column: int, trend: type[Trend] | None = None
) -> Spot | None:
    """The same with the whole word that the cursor is in as `typed`."""
    rest = _REST_OF_WORD.match(lines[line], column)
    return rest and spot(path, lines, line, rest.end(), trend)


def _end_of_front(lines: Sequence[str]) -> int:
    """The line that closes the front matter, or the end of a file in which it is still open."""
    for number, text in enumerate(lines):
        if number and text.rstrip() == "---":
            return number
    return len(lines)


def _in_yaml(form: Form, lines: Sequence[str], line: int, column: int) -> Spot | None:
    found = cursor(lines, line, column)
    if found is None:
        return None
    field = field_at(form, found.at)
    to, own_edition = field.names or ("", False)
    typed = found.typed.strip("\"'")
    return Spot(form, typed, found.at, field, found.is_value, to, own_edition)


def _in_text(form: Form, before: str) -> Spot | None:
    citation = _CITATION.search(before)
    if citation:
        return Spot(form, citation["typed"], to="sources")
    block = _BLOCK.match(before)
    if block and block["between"]:
        return Spot(form, block["typed"], to=NAMED_BY_BLOCKS.get(block["word"], ""))
    if block:
        return Spot(form, block["word"], to="blocks")
    return None
