"""Every kind draws one row, rows without a value, and a thousand rows."""

from __future__ import annotations

import pytest

from trendrapport.charts import kinds
from trendrapport.charts.figure import figure
from trendrapport.charts.fit.declaration import misfits
from trendrapport.charts.formats import svg
from trendrapport.runtime.plugins import modules

from .samples import table_of

COLUMNS = [
    ("naam", "string"),
    ("groep", "string"),
    ("jaar", "year"),
    ("dag", "date"),
    ("aantal", "integer"),
    ("deel", "number"),
]
FIELDS = {
    "bars": {"category": "naam", "value": "aantal"},
    "ranked_bars": {"category": "naam", "value": "aantal"},
    "lines": {"x": "jaar", "series": "groep", "value": "aantal"},
    "stacked_bars": {"category": "jaar", "series": "groep", "value": "aantal"},
    "scatter": {"x": "aantal", "y": "deel", "label": "naam"},
    "heat_map": {"x": "groep", "y": "jaar", "value": "aantal"},
    "histogram": {"value": "deel"},
    "waffle": {"category": "naam", "value": "aantal"},
    "timeline": {"date": "dag", "label": "naam"},
    "slope": {"x": "jaar", "series": "groep", "value": "aantal"},
    "area": {"x": "jaar", "series": "groep", "value": "aantal"},
    "grouped_bars": {"category": "groep", "series": "jaar", "value": "aantal"},
    "dots": {"category": "jaar", "series": "groep", "value": "aantal"},
    "key_figures": {"label": "naam", "value": "aantal"},
    "small_multiples": {"x": "jaar", "series": "groep", "value": "aantal"},
    "tile_map": {"name": "naam", "value": "aantal"},
    "diverging_bars": {"category": "naam", "value": ["aantal", "deel"]},
    "pyramid": {"category": "naam", "value": ["aantal", "deel"]},
}
FREE = {"altair", "vega_lite"}
"""Kinds that draw what their own file says."""


def table(count: int, *, known: bool = True):
    rows = (
        (
            f"naam {index},groep "
            f"{index % 25},{1980 + index // 25},{1980 + index // 28 % 40}-01-{index % 28 + 1:02d},"
        )
        + (f"{index % 7},{index / 4}" if known else ",")
        for index in range(count)
    )
    return table_of("naam,groep,jaar,dag,aantal,deel\n" + "\n".join(rows) + "\n", COLUMNS)


def told_of(kind: str, count: int, *, known: bool) -> set[str]:
    """What an editor is told; a check would keep such a chart from readers, and it draws all the same."""
    found = set() if known or kind == "timeline" else {"chart-without-values"}
    if kind == "slope" and count < 26:
        found.add("chart-of-one-moment")
    if count > 26 and kind in {"area", "dots", "grouped_bars", "lines", "slope", "stacked_bars"}:
        found.add("too-many-series")
    return found


def test_every_kind_is_here():
    assert set(FIELDS) | FREE >= set(modules(kinds))


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.parametrize(("count", "known"), [(1, True), (1, False), (3, False), (1000, True)])
def test_a_kind_draws_few_and_many_rows(kind, count, known, job):
    made = job(kind, on=table(count, known=known), fields=FIELDS[kind])
    assert {misfit.code for misfit in misfits(made.chart, made.table)} == told_of(kind, count, known=known)
    text = svg.write(figure(made.plan)).decode()
    assert text.count("<text") >= 1
    assert "NaN" not in text
    assert "undefined" not in text
