"""What a declaration lets readers explore, compared with its kind and its rows: the button must offer
something.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.charts.exploring.lines import over_time
from trendrapport.charts.fit.misfit import Misfit, at_key, at_value
from trendrapport.charts.kinds import ChartKind
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Text, choose_from
from trendrapport.model.charts import Chart

_EXPLORE = (
    Text(
        nl='in een grafiek van de soort "{kind}" kunnen lezers "{name}" niet kiezen',
        en='readers cannot choose "{name}" in a chart of kind "{kind}"',
    ),
    Text(
        nl="de knop Verkennen zou lezers niets te kiezen geven",
        en="the Explore button would offer readers nothing to choose",
    ),
)
_NO_CHOICE = Text(
    nl='Verwijder "explore": bij deze soort grafiek valt niets te verkennen.',
    en='Remove "explore": this kind of chart has nothing to explore.',
)
_NO_MOMENTS = (
    Text(nl="deze grafiek heeft geen momenten om te verkennen", en="this chart has no moments to explore"),
    Text(
        nl=(
            "Geef een kolom met jaren, maanden of dagen, of een filter op zo'n kolom. Of verwijder "
            '"explore".'
        ),
        en='Name a column with years, months or dates, or filter on such a column. Or remove "explore".',
    ),
)


def explore_misfits(chart: Chart, table: Table | None, kind: ChartKind) -> Iterator[Misfit]:
    """What a reader could not choose, and what leaves nothing to choose from."""
    offered: frozenset[str] = getattr(kind, "EXPLORE", frozenset())
    for index, name in enumerate(chart.explore):
        if name not in offered:
            fix = choose_from(name, offered) if offered else _NO_CHOICE
            texts = (*_EXPLORE, fix)
            yield at_value(("explore", index), "explore-misfit", texts, name=name, kind=chart.kind)
    moments = offered & {"series", "period"} & set(chart.explore)
    if moments and table and over_time(chart, table) is None:
        yield at_key(("explore",), "explore-misfit", (_NO_MOMENTS[0], _EXPLORE[1], _NO_MOMENTS[1]))
