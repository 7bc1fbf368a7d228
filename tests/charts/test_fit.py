"""Where a declaration, its kind and its table do not fit, the finding has the path in the declaration."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from trendrapport.charts import kinds
from trendrapport.charts.fit.declaration import misfits
from trendrapport.charts.kinds import traits
from trendrapport.charts.plan import NUMBERS
from trendrapport.charts.tables.table import Table
from trendrapport.runtime.plugins import modules

from . import gallery
from .samples import FIELDS, TEXT, chart_of, declared_jobs, table_of

TABLE = table_of(TEXT, FIELDS)
RIGHT = {"category": "jaar", "value": "aantal"}


def misfits_of(kind: str, table=TABLE, **more) -> list[tuple]:
    return [(misfit.code, misfit.path, misfit.key) for misfit in misfits(chart_of(kind, **more), table)]


@pytest.mark.parametrize(
    ("kind", "more", "expected"),
    [
        ("bars", {"fields": RIGHT, "filter": {"soort": "laag"}}, []),
        ("bars", {"fields": RIGHT}, [("ambiguous-rows", ("fields",), True)]),
        ("bars", {"fields": RIGHT, "filter": {"soort": "laag"}, "limit": 2}, []),
        (
            "lines",
            {"fields": {"x": "jaar", "series": "soort", "value": "aantal"}, "limit": 2},
            [("limit-misfit", ("limit",), True)],
        ),
        ("baars", {}, [("unknown-chart-kind", ("kind",), False)]),
        (
            "bars",
            {"fields": {**RIGHT, "kleur": "soort"}},
            [("unknown-chart-field", ("fields", "kleur"), True)],
        ),
        ("bars", {"fields": {"category": "jaar"}}, [("missing-chart-field", ("fields",), True)]),
        ("bars", {"fields": {**RIGHT, "value": "antal"}}, [("unknown-column", ("fields", "value"), False)]),
        (
            "bars",
            {"fields": {**RIGHT, "value": "soort"}},
            [("wrong-column-type", ("fields", "value"), False)],
        ),
        (
            "bars",
            {"fields": {**RIGHT, "value": ["aantal", "deel"]}},
            [("chart-field-list", ("fields", "value"), False)],
        ),
        (
            "lines",
            {"fields": {"x": "jaar", "value": ["aantal", "weg"]}},
            [("unknown-column", ("fields", "value", 1), False)],
        ),
        (
            "bars",
            {"fields": RIGHT, "options": {"kleur": 1}},
            [("unknown-chart-option", ("options", "kleur"), True)],
        ),
        (
            "bars",
            {"fields": RIGHT, "options": {"decimals": "1"}},
            [("wrong-chart-option", ("options", "decimals"), False)],
        ),
        (
            "bars",
            {"fields": RIGHT, "options": {"breaks": [2020, [1]]}},
            [("wrong-chart-option", ("options", "breaks", 1), False)],
        ),
        (
            "lines",
            {"fields": {"x": "soort", "value": "aantal"}, "options": {"breaks": [2021]}},
            [
                ("wrong-column-type", ("fields", "x"), False),
                ("break-outside", ("options", "breaks", 0), False),
            ],
        ),
        (
            "lines",
            {"fields": {"x": "jaar", "value": "aantal"}, "options": {"breaks": ["gisteren"]}},
            [("break-outside", ("options", "breaks", 0), False)],
        ),
        ("bars", {"fields": RIGHT, "filter": {"weg": 1}}, [("unknown-column", ("filter", "weg"), True)]),
        (
            "slope",
            {"fields": {"x": "jaar", "series": "soort", "value": "aantal"}, "filter": {"jaar": 2021}},
            [("chart-of-one-moment", ("fields", "x"), False)],
        ),
        (
            "bars",
            {"fields": RIGHT, "filter": {"jaar": "2020"}},
            [("unknown-filter-value", ("filter", "jaar"), False)],
        ),
        (
            "bars",
            {"fields": RIGHT, "filter": {"soort": ["laag", "laaag"]}},
            [("unknown-filter-value", ("filter", "soort", 1), False)],
        ),
        (
            "bars",
            {"fields": RIGHT, "filter": {"aantal": 1200, "jaar": 2021}},
            [("chart-without-rows", ("filter",), True)],
        ),
    ],
)
def test_a_misfit_has_a_path(kind, more, expected):
    assert misfits_of(kind, **more) == expected


@pytest.mark.parametrize(
    ("kind", "fields", "explore", "role"),
    [
        ("lines", {"x": "jaar", "value": "leeg"}, ["period"], "value"),
        ("scatter", {"x": "leeg", "y": "ander"}, ["zoom"], "x"),
        ("scatter", {"x": "getal", "y": "ander"}, ["zoom"], "y"),
    ],
)
def test_without_values_there_is_nothing_to_draw_or_explore(kind, fields, explore, role):
    sorts = [("jaar", "year"), ("leeg", "number"), ("getal", "number"), ("ander", "number")]
    table = table_of("jaar,leeg,getal,ander\n2020,,1,\n2021,,,2\n", sorts)
    assert misfits_of(kind, table, fields=fields, explore=explore) == [
        ("chart-without-values", ("fields", role), False)
    ]


def test_a_map_of_too_many_cells_is_told():
    rows = "".join(f"{number},{number},1\n" for number in range(1000, 1050))
    table = table_of(f"jaar,naam,getal\n{rows}", [("jaar", "year"), ("naam", "string"), ("getal", "number")])
    assert misfits_of("heat_map", table, fields={"x": "jaar", "y": "naam", "value": "getal"}) == [
        ("too-many-rows", ("data",), False)
    ]


def test_rows_that_are_not_told_apart_name_the_first_place():
    found = list(misfits(chart_of("lines", fields={"x": "jaar", "value": "aantal"}), TABLE))
    assert [misfit.what.nl for misfit in found] == ["er zijn 2 rijen voor 2020"]


def test_without_a_table_the_kind_is_still_checked():
    assert misfits_of("bars", None, fields={"value": "weg"}) == [("missing-chart-field", ("fields",), True)]


def test_the_nearest_name_is_proposed():
    found = list(misfits(chart_of("bars", fields={**RIGHT, "value": "antal"}), TABLE))
    assert '"aantal"' in found[0].fix.nl


def test_the_real_charts_fit():
    assert [misfit for job in declared_jobs() for misfit in misfits(job.chart, job.table)] == []


# --- every kind ----------------------------------------------------------------------------

KINDS = {name: module for name, module in modules(kinds).items() if module.FIELDS}
WRONG: dict[str, Any] = {
    "integer": "veel",
    "number": "veel",
    "boolean": "misschien",
    "string": 5,
    "array": {"a": 1},
}
"""A value that an option of that JSON type cannot have."""


def whole(name: str) -> dict[str, Any]:
    """A declaration of a kind that is right: the first of the gallery."""
    return gallery.CHARTS[name.replace("_", "-")][1]


def of_gallery(name: str) -> Table:
    fields, rows = gallery.TABLES[gallery.CHARTS[name.replace("_", "-")][0]]
    lines = [",".join(field[0] for field in fields), *(",".join(map(str, row)) for row in rows)]
    return table_of(
        "\n".join(lines) + "\n", [{"name": field, "type": sort, "title": field} for field, sort, _ in fields]
    )


def changed(name: str, part: str, /, **values: Any) -> dict[str, Any]:
    declared = whole(name)
    return {**declared, part: {**declared.get(part, {}), **values}}


@pytest.mark.parametrize("name", KINDS)
def test_the_gallery_fits(name):
    assert misfits_of(name, of_gallery(name), **whole(name)) == []


@pytest.mark.parametrize("name", KINDS)
def test_a_field_or_option_that_a_kind_lacks_is_told_at_its_key(name):
    table = of_gallery(name)
    assert misfits_of(name, table, **changed(name, "fields", bestaat="x")) == [
        ("unknown-chart-field", ("fields", "bestaat"), True)
    ]
    assert misfits_of(name, table, **changed(name, "options", bestaat=1)) == [
        ("unknown-chart-option", ("options", "bestaat"), True)
    ]


@pytest.mark.parametrize(
    ("name", "role"), [(name, role) for name, kind in KINDS.items() for role in kind.FIELDS]
)
def test_a_column_that_is_missing_or_of_another_type_is_told_at_its_value(name, role):
    table, kind = of_gallery(name), KINDS[name]
    expected = [("unknown-column", ("fields", role), False)]
    assert [
        one
        for one in misfits_of(name, table, **changed(name, "fields", **{role: "bestaat_niet"}))
        if one[0] == "unknown-column"
    ] == expected
    for field in table.fields:
        found = [
            one
            for one in misfits_of(name, table, **changed(name, "fields", **{role: field.name}))
            if one[0] == "wrong-column-type"
        ]
        assert found == (
            [] if field.type in kind.FIELDS[role].types else [("wrong-column-type", ("fields", role), False)]
        )


@pytest.mark.parametrize(
    ("name", "role"),
    [(name, role) for name, kind in KINDS.items() for role, one in kind.FIELDS.items() if one.required],
)
def test_a_field_that_a_kind_needs_is_told(name, role):
    declared = whole(name)
    without = {other: column for other, column in declared["fields"].items() if other != role}
    assert ("missing-chart-field", ("fields",), True) in misfits_of(
        name, of_gallery(name), **{**declared, "fields": without}
    )


@pytest.mark.parametrize(
    ("name", "role"),
    [(name, role) for name, kind in KINDS.items() for role, one in kind.FIELDS.items() if not one.many],
)
def test_two_columns_where_one_can_stand_are_told(name, role):
    column = next(iter(of_gallery(name).columns))
    assert ("chart-field-list", ("fields", role), False) in misfits_of(
        name, of_gallery(name), **changed(name, "fields", **{role: [column, column]})
    )


@pytest.mark.parametrize(
    ("name", "option"),
    [(name, option) for name, kind in KINDS.items() for option in kind.OPTIONS.model_fields],
)
def test_an_option_of_another_type_is_told_at_its_value(name, option):
    schema = KINDS[name].OPTIONS.model_json_schema()["properties"][option]
    sort = next(
        (part.get("type") for part in schema.get("anyOf", [schema]) if part.get("type") != "null"), None
    )
    found = misfits_of(
        name, of_gallery(name), **changed(name, "options", **{option: WRONG.get(sort or "", {"a": 1})})
    )
    assert found == [("wrong-chart-option", ("options", option), False)]


def has_parts(kind: ModuleType) -> bool:
    return any(role.parts for role in kind.FIELDS.values())


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if has_parts(kind)])
def test_a_negative_part_is_told_for_every_kind_of_parts(name):
    sorts = [("wie", "string"), ("wanneer", "year"), ("hoeveel", "integer"), ("meer", "integer")]
    table = table_of("wie,wanneer,hoeveel,meer\na,2020,-1,1\n", sorts)
    values = ["hoeveel", "meer"] if traits(name).sides else "hoeveel"
    fields = {
        role: values if one.types == NUMBERS else "wanneer" if "year" in one.types else "wie"
        for role, one in KINDS[name].FIELDS.items()
        if one.required
    }
    path = ("fields", "value", 0) if traits(name).sides else ("fields", "value")
    assert misfits_of(name, table, fields=fields) == [("negative-chart-value", path, False)]


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ({"total": 895}, []),
        ({"total": 894}, [("more-than-whole", ("options", "total"), False)]),
        ({"total": 9, "divide_by": 100}, []),
        ({}, []),
    ],
)
def test_parts_that_are_more_than_the_whole_are_told(options, codes):
    assert (
        misfits_of(
            "waffle", of_gallery("waffle"), fields={"category": "deel", "value": "aantal"}, options=options
        )
        == codes
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("category: jaar", "category: jar", "7:20 unknown-column"),
        ("category: jaar", "soort: jaar", "7:1 missing-chart-field"),
        ("value: aantal", "value: aantal, kleur: jaar", "7:41 unknown-chart-field"),
        ("value: aantal}", "value: aantal}\noptions:\n  decimals: veel", "9:13 wrong-chart-option"),
        ("value: aantal}", "value: aantal}\noptions:\n  kleur: rood", "9:3 unknown-chart-option"),
        ("value: aantal}", "value: aantal}\nfilter:\n  jaar: 1999", "9:9 unknown-filter-value"),
        ("kind: bars", "kind: staven", "1:7 unknown-chart-kind"),
    ],
)
def test_a_misfit_has_a_line_and_a_column(findings, sample, old, new, expected):
    text = (sample / "charts/voorbeeld.yml").read_text("utf-8")
    assert old in text
    assert f"charts/voorbeeld.yml:{expected}" in findings(chart=text.replace(old, new))
