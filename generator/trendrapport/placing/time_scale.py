"""A time axis in whole years: from days to points on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, TypedDict


class Lasting(Protocol):
    """What has a first day, and a day after its last."""

    @property
    def start(self) -> date:
        """The first day."""

    @property
    def end(self) -> date:
        """The day after the last."""


class Year(TypedDict):
    """A year with its start and its middle."""

    year: str
    x: float
    middle: float


@dataclass(frozen=True)
class Scale:
    """From days to points on a timeline."""

    first: int
    """The year with which it starts."""
    last: int
    """The year after its last."""
    left: float
    room: float

    @property
    def end(self) -> float:
        """Where the last year ends."""
        return self.at(date(self.last, 1, 1))

    def at(self, day: date) -> float:
        """The point of a day."""
        begin, end = date(self.first, 1, 1).toordinal(), date(self.last, 1, 1).toordinal()
        part = (day.toordinal() - begin) / (end - begin)
        return round(self.left + part * self.room, 1)

    def years(self) -> list[Year]:
        """Each year with its start and its middle."""
        found: list[Year] = []
        for year in range(self.first, self.last):
            start, middle = self.at(date(year, 1, 1)), self.at(date(year, 7, 2))
            found.append({"year": str(year), "x": start, "middle": middle})
        return found


def scale_of(lasting: Iterable[Lasting], left: float, room: float) -> Scale:
    """The scale that has all of these, from the start of the first year to the end of the last."""
    lasting = list(lasting)
    first = min(one.start for one in lasting)
    last = max(one.end for one in lasting) - timedelta(days=1)
    return Scale(first.year, last.year + 1, left, room)
