"""What keeps a cell from being a value, and what a column shows of how it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Cause = Literal[
    "percent",
    "currency",
    "unit",
    "mark",
    "minus",
    "thousands",
    "fraction",
    "missing",
    "date",
    "coarse",
    "fine",
    "period",
    "boolean",
    "told",
]
"""What keeps a cell from being a value."""


@dataclass(frozen=True)
class Meant:
    """Why a cell is no value, and what to write; of a value that can be read in two ways, both."""

    cause: Cause
    write: tuple[str, ...]


@dataclass(frozen=True)
class Habits:
    """How the other cells of a column are written, as far as they show it."""

    decimal: Literal[".", ",", ""] = ""
    thousands: bool = False
    """Whether points separate thousands."""
    first: Literal["day", "month", ""] = ""
    """What comes first in dates."""


FOOTNOTE = re.compile(
    r"\s*(?:[*\u2020\u00b9\u00b2\u00b3]+|\((?:voorlopig|provisional|p|v)\))$", re.IGNORECASE
)
"""The sign of a footnote behind a value."""
