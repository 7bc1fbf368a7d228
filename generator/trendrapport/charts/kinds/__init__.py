"""A file per chart kind: what a declaration means, and how it is drawn with Altair.

A module here holds three names and nothing registers it elsewhere:

- `FIELDS`: what a column can serve for, by role, with the types that fit (`Role`);
- `OPTIONS`: the model of the settings that an editor can write under `options`;
- `draw(plan)`: the Altair chart.

More may stand there: `ONE_OF`, the roles of which at least one is needed, and `CODE`, the end of the
name of the chart's own file beside its declaration. `ANNOTATIONS` names what can be marked in it (see
`annotation.Form`), and
`PROVISIONAL` how it shows provisional figures, for the footnote; with `STARRED` their names in the
drawing have an * too. `EXPLORE` names what a reader can choose who explores the chart.
`shown(plan)` is the plan with only the rows that are drawn, for a kind that leaves some out by itself;
sentences are of those.
`LIMITED` is the role of which a declaration's `limit` draws no more than so many, and `MOST_DRAWN` how many
are drawn at most anyway.

The module's name is the word at `kind:`, and its docstring is the manual page for editors: what
the kind is for, its fields and options, and an example. Modules import Altair inside `draw` only
(it takes half a second): checking a declaration needs `FIELDS` and `OPTIONS` alone. A kind sets
no font and no colour of its own but takes those from the plan's theme; it writes no title, for
the page has one; and it shows a missing value as missing, never as 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from trendrapport.charts.plan import Plan, Role
from trendrapport.model.base import Model

if TYPE_CHECKING:
    from altair import TopLevelMixin


class ChartKind(Protocol):
    """What each module in this folder holds."""

    FIELDS: Mapping[str, Role]
    OPTIONS: type[Model]

    def draw(self, plan: Plan) -> TopLevelMixin:
        """The plan as an Altair chart, without configuration."""
