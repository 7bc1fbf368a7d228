"""What mends a finding, as plain values: parts of files that are replaced, and files that move or are made
again.

A finding has them if there is one thing to do, and doing it loses nothing. `editing` carries them out.
"""

from __future__ import annotations

from dataclasses import dataclass

from trendrapport.diagnostics.places import Location


@dataclass(frozen=True, order=True)
class Edit:
    """A part of a file's text that is replaced: `old`, which begins at a character, becomes `new`.

    Lines end in `\\n` in both, whatever they end in in the file.
    """

    at: Location
    old: str
    new: str

    @property
    def path(self) -> str:
        """The file, from the report's root."""
        return self.at.path


@dataclass(frozen=True, order=True)
class Recode:
    """A file that is read in this encoding, and written as UTF-8."""

    path: str
    encoding: str


@dataclass(frozen=True, order=True)
class Move:
    """A file that gets another path; nothing is there yet."""

    path: str
    to: str


@dataclass(frozen=True, order=True)
class Redraw:
    """A picture that is turned upright, and made small enough for pages."""

    path: str


@dataclass(frozen=True, order=True)
class AddKeys:
    """Keys with values, as YAML on one line, that a block in a YAML file gets; `at` leads to the block."""

    path: str
    at: tuple[str | int, ...]
    keys: str


Change = AddKeys | Edit | Recode | Move | Redraw
