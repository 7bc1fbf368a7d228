"""Moments from which the values of a series cannot be compared with earlier ones.

    options:
      breaks:
        - 2017
        - {at: 2020, reason: het CBS telt sindsdien anders}

You can write a quarter or week as 2024-Q2 or 2024-W05, whatever notation the table uses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from trendrapport.model.base import Line, Model, described
from trendrapport.model.charts import Chart, Scalar


class Break(Model):
    """A break with its reason, for the footnote."""

    at: str | int = described(
        "moment of categorie vanaf waar de cijfers anders zijn",
        ("moment or category from which figures differ"),
    )
    reason: Line = described("waarom de cijfers niet vergelijkbaar zijn", "why figures cannot be compared")


class BreakOptions(Model):
    """The settings of every kind that can show breaks."""

    breaks: tuple[str | int | Break, ...] = described(
        (
            "momenten of categorieën vanaf welke de cijfers niet vergelijkbaar zijn met eerdere, elk "
            "eventueel als {at, reason}"
        ),
        (
            "moments or categories from which on figures cannot be compared with earlier ones, each "
            "perhaps as {at, reason}"
        ),
        default=(),
    )

    @property
    def broken(self) -> tuple[str | int, ...]:
        """The places of the breaks."""
        return tuple(found.at if isinstance(found, Break) else found for found in self.breaks)


@dataclass(frozen=True)
class ToldBreak:
    """A break as footnotes and words tell it."""

    at: Scalar
    reason: str = ""


def declared_breaks(chart: Chart) -> list[ToldBreak]:
    """The breaks of any declaration, in its order."""
    found: Any = chart.options.get("breaks")
    return [
        ToldBreak(one["at"], one["reason"]) if isinstance(one, dict) else ToldBreak(one)
        for one in (found if isinstance(found, list) else [])
    ]
