"""What does not fit between a declaration, its kind and its table is told with its path in the declaration."""

from __future__ import annotations

import pytest

from trendrapport.charts.fit import misfits

from .samples import FIELDS, TEXT, chart_of, real_jobs, table_of

TABLE = table_of(TEXT, FIELDS)
RIGHT = {"category": "jaar", "value": "aantal"}


def told(kind: str, table=TABLE, **more) -> list[tuple]:
    return [(misfit.code, misfit.path, misfit.key) for misfit in misfits(chart_of(kind, **more), table)]


@pytest.mark.parametrize(("kind", "more", "expected"), [
    ("bars", {"fields": RIGHT}, []),
    ("baars", {}, [("unknown-chart-kind", ("kind",), False)]),
    ("bars", {"fields": {**RIGHT, "kleur": "soort"}}, [("unknown-chart-field", ("fields", "kleur"), True)]),
    ("bars", {"fields": {"category": "jaar"}}, [("missing-chart-field", ("fields",), True)]),
    ("bars", {"fields": {**RIGHT, "value": "antal"}}, [("unknown-column", ("fields", "value"), False)]),
    ("bars", {"fields": {**RIGHT, "value": "soort"}}, [("wrong-column-type", ("fields", "value"), False)]),
    ("bars", {"fields": {**RIGHT, "value": ["aantal", "deel"]}}, [("chart-field-list", ("fields", "value"), False)]),
    ("lines", {"fields": {"x": "jaar", "value": ["aantal", "weg"]}}, [("unknown-column", ("fields", "value", 1), False)]),
    ("bars", {"fields": RIGHT, "options": {"kleur": 1}}, [("unknown-chart-option", ("options", "kleur"), True)]),
    ("bars", {"fields": RIGHT, "options": {"decimals": "1"}}, [("wrong-chart-option", ("options", "decimals"), False)]),
    ("bars", {"fields": RIGHT, "options": {"breaks": [2020, [1]]}}, [("wrong-chart-option", ("options", "breaks", 1), False)]),
    ("bars", {"fields": RIGHT, "filter": {"weg": 1}}, [("unknown-column", ("filter", "weg"), True)]),
    ("bars", {"fields": RIGHT, "filter": {"jaar": "2020"}}, [("unknown-filter-value", ("filter", "jaar"), False)]),
    ("bars", {"fields": RIGHT, "filter": {"soort": ["laag", "laaag"]}},
     [("unknown-filter-value", ("filter", "soort", 1), False)]),
    ("bars", {"fields": RIGHT, "filter": {"aantal": 1200, "jaar": 2021}}, [("chart-without-rows", ("filter",), True)]),
])
def test_a_misfit_has_a_path(kind, more, expected):
    assert told(kind, **more) == expected


def test_without_a_table_the_kind_is_still_checked():
    assert told("bars", None, fields={"value": "weg"}) == [("missing-chart-field", ("fields",), True)]


def test_the_nearest_name_is_proposed():
    found = list(misfits(chart_of("bars", fields={**RIGHT, "value": "antal"}), TABLE))
    assert '"aantal"' in found[0].fix.nl


def test_the_real_charts_fit():
    assert [misfit for job in real_jobs() for misfit in misfits(job.chart, job.table)] == []
