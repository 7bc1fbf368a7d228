"""A table of a text to an origin of data, which is understood as that of a spreadsheet is."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from trendrapport.diagnostics import Language, Text
from trendrapport.importing.kept import Grid
from trendrapport.intake.origin import Origin
from trendrapport.intake.understanding import Understanding, understand
from trendrapport.intake.writing import place_of

_NAME = Text(nl="{file}, tabel {number}", en="{file}, table {number}")


def origin_of_table(file: Path, root: Path, grid: Grid, number: int, language: Language) -> Origin:
    """The origin of a table of a file, counted from 1."""
    name = _NAME.filled(file=file.name, number=number).of(language)
    place = _NAME.filled(file=place_of(file, root), number=number).of(language)
    checksum = hashlib.sha256(file.read_bytes()).hexdigest()
    return Origin(name, place, partial(_understood, file.name, checksum, grid))


def _understood(
    file: str, checksum: str, grid: Grid, answers: Mapping[str, str], language: Language
) -> Understanding:
    """What is understood of a table; its caption is its title unless another is given."""
    given = dict(answers)
    if grid.caption:
        given.setdefault("title", grid.caption)
    raw = "".join("\t".join(row) + "\n" for row in grid.rows).encode()
    return replace(understand(file, raw, {"separator": "tab", **given}, language), checksum=checksum)
