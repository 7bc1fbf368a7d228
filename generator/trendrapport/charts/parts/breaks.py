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

from trendrapport.model.base import Model, described
from trendrapport.model.charts import Chart, Scalar
from trendrapport.model.field_types import Line


class Break(Model):
    """A break with its reason, for the footnote."""

    at: str | int = described(
        "moment of categorie vanaf waar de cijfers niet vergelijkbaar zijn",
        "moment or category from which the figures are not comparable",
    )
    reason: Line = described(
        "waarom de cijfers niet vergelijkbaar zijn", "why the figures are not comparable"
    )


class BreakOptions(Model):
    """The settings of every kind that can show breaks."""

    breaks: tuple[str | int | Break, ...] = described(
        (
            "momenten of categorieën vanaf waar de cijfers niet vergelijkbaar zijn met eerdere, "
            "eventueel als {at, reason}"
        ),
        (
            "moments or categories from which the figures are not comparable with earlier ones, "
            "optionally as {at, reason}"
        ),
        default=(),
    )

    @property
    def broken(self) -> tuple[str | int, ...]:
        """The moments or categories of the breaks."""
        return tuple(_key(found) for found in self.breaks)


def _key(found: str | int | Break) -> str | int:
    return found.at if isinstance(found, Break) else found


@dataclass(frozen=True)
class DeclaredBreak:
    """A break for footnotes and words."""

    at: Scalar
    reason: str = ""


def declared_breaks(chart: Chart) -> list[DeclaredBreak]:
    """The breaks of any declaration, in its order."""
    found: Any = chart.options.get("breaks")
    if not isinstance(found, list):
        return []
    return [_declared(one) for one in found]


def _declared(one: Any) -> DeclaredBreak:  # noqa: ANN401 - as YAML is read
    if isinstance(one, dict):
        return DeclaredBreak(one["at"], one["reason"])
    return DeclaredBreak(one)
