"""Every area has a tile of its own, found by code or name; nothing of the table is dropped or guessed."""

from __future__ import annotations

import pytest

from trendrapport.charts.fit.declaration import misfits
from trendrapport.charts.tables.areas import areas, division

from .samples import chart_of, table_of
from .test_kinds import rows_of, specification


def tiles(spec: dict) -> dict[str, dict]:
    """Each tile by the name that it tells, with the last text in it."""
    found = {}
    for row in rows_of(spec, "rect"):
        if "description" in row:
            inside = [text["text"] for text in rows_of(spec, "text") if _holds(row, text)]
            found[row["description"].rpartition(": ")[0]] = {**row, "sign": inside[-1] if inside else ""}
    return found


def _holds(box: dict, text: dict) -> bool:
    return box["x"] < text["x"] < box["x2"] and box["y"] < text["y"] < box["y2"]


def named(values: dict[str, object], job, **more):
    text = "gemeente,aantal\n" + "".join(
        f'"{name}",{"" if value is None else value}\n' for name, value in values.items()
    )
    table = table_of(text, [("gemeente", "string"), ("aantal", "integer")])
    return specification(job("tile_map", on=table, fields={"name": "gemeente", "value": "aantal"}, **more))


@pytest.mark.parametrize(("part", "count"), [("provinces", 12), ("municipalities", 342)])
def test_no_two_areas_share_a_tile_a_code_or_a_name(part, count):
    found = areas(part).all
    for values in (
        {(area.column, area.row) for area in found},
        {area.code for area in found},
        {area.name for area in found},
    ):
        assert len(values) == count


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("GM0363", "Amsterdam"),
        ("amsterdam", "Amsterdam"),
        ("Den Haag", "'s-Gravenhage"),
        ("Laren", "Laren (NH.)"),
        ("Bergen (L)", "Bergen (L.)"),
        ("Noardeast Fryslân", "Noardeast-Fryslân"),
    ],
)
def test_a_municipality_is_found_by_how_it_is_written(word, name):
    assert areas("municipalities").of(word).name == name


def test_a_name_of_two_municipalities_is_not_guessed():
    assert areas("municipalities").of("Bergen") is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["Utrecht", "Groningen"], "provinces"),
        (["Utrecht", "Groningen", "Almere"], "municipalities"),
        (["PV20"], "provinces"),
    ],
)
def test_the_division_follows_from_the_names(words, expected):
    assert division(words) == expected


def test_a_missing_value_is_an_open_tile_with_a_dash(job):
    spec = named({"Utrecht": -3, "Limburg": None, "Drenthe": 8}, job)
    found = tiles(spec)
    assert found["Limburg"]["description"] == "Limburg: geen gegevens"
    assert found["Limburg"]["sign"] == found["Zeeland"]["sign"] == "–"
    assert found["Limburg"]["colour"] not in {found["Utrecht"]["colour"], found["Drenthe"]["colour"]}
    assert found["Utrecht"]["description"] == "Utrecht: \u22123"


def test_what_has_no_tile_is_told(job):
    spec = named({"Utrecht": 3, "Nederland": 40}, job)
    assert "Niet op de kaart: Nederland: 40" in [row["text"] for row in rows_of(spec, "text")]


def test_the_ends_are_named_and_marked_on_the_map(job):
    values = {area.name: index for index, area in enumerate(areas("municipalities").all)}
    spec = named(values, job)
    told = [row["text"] for row in rows_of(spec, "text")]
    highest, lowest = areas("municipalities").all[-1].name, areas("municipalities").all[0].name
    assert told[told.index("Hoogste:") + 1] == f"1  {highest}: 341"
    assert told[told.index("Laagste:") + 1] == f"a  {lowest}: 0"
    assert (tiles(spec)[highest]["sign"], tiles(spec)[lowest]["sign"]) == ("1", "a")


def test_of_many_with_the_same_value_only_the_number_is_told(job):
    spec = named({area.name: 0 for area in areas("municipalities").all[:50]}, job)
    assert "50 gemeenten: 0" in [row["text"] for row in rows_of(spec, "text")]


def test_who_share_a_value_are_told_together_even_if_some_would_have_a_line(job):
    names = [area.name for area in areas("municipalities").all[:9]]
    spec = named(dict(zip(names, (9, 8, 7, 7, 5, 4, 1, 1, 0), strict=True)), job)
    told = [row["text"] for row in rows_of(spec, "text")]
    top, bottom = told.index("Hoogste:"), told.index("Laagste:")
    assert told[top : top + 4] == ["Hoogste:", f"1  {names[0]}: 9", f"2  {names[1]}: 8", "2 gemeenten: 7"]
    assert told[bottom : bottom + 4] == [
        "Laagste:",
        f"a  {names[8]}: 0",
        f"b  {names[7]}: 1",
        f"c  {names[6]}: 1",
    ]


def test_a_code_or_a_name_is_needed():
    table = table_of("naam,aantal\nUtrecht,1\n", [("naam", "string"), ("aantal", "integer")])
    found = list(misfits(chart_of("tile_map", fields={"value": "aantal"}), table))
    assert [(misfit.code, misfit.path) for misfit in found] == [("missing-chart-field", ("fields",))]
    assert '"code / name"' in found[0].what.nl
