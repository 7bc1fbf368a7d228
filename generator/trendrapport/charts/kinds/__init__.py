"""A file per kind of chart: a declaration and its table to an Altair chart.

A module here holds two names and nothing registers it elsewhere:

- `FIELDS`: what each role in the declaration's `fields` takes (`Role`);
- `OPTIONS`: the names that the declaration's `options` may have;
- `draw(chart, table, theme)`: the Altair chart.

Its docstring is its manual page. Altair is imported only inside `draw`, so that checking a
declaration does not wait for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from trendrapport.charts.declaration import Chart
from trendrapport.charts.theme import Theme

if TYPE_CHECKING:
    from trendrapport.charts.table import Table

NUMBERS = frozenset({"integer", "number"})
ANY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Role:
    """What a role takes: column types (any when empty), and whether it must be given."""

    types: frozenset[str] = ANY
    required: bool = True


class Kind(Protocol):
    """What each module in this folder holds."""

    FIELDS: dict[str, Role]
    OPTIONS: frozenset[str]

    def draw(self, chart: Chart, table: Table, theme: Theme) -> Any:  # noqa: ANN401 - Altair's charts have no common type
        """The Altair chart."""
