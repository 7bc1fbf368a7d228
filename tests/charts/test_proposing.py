"""Which charts are proposed for a table, why, and how they look as text. All content here is invented."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import trendrapport.charts.proposing
from trendrapport.charts import kinds
from trendrapport.charts.figure import figure
from trendrapport.charts.fit.declaration import misfits
from trendrapport.charts.kinds import Suits
from trendrapport.charts.plan import Plan, selected
from trendrapport.charts.proposing import sketches
from trendrapport.charts.proposing.proposals import Proposal, kinds_of_tables, proposal_of, proposals
from trendrapport.charts.proposing.reasons import reason
from trendrapport.charts.proposing.sketches import sketched
from trendrapport.charts.rendering.vega_to_svg import drawings
from trendrapport.charts.tables.table import Table
from trendrapport.charts.theme import Theme
from trendrapport.runtime.plugins import modules

from .samples import areas, chart_of, csv_of, declared_jobs, events, table_of

WIDTH = 72
TYPES = {
    "jaar": "year",
    "maand": "yearmonth",
    "dag": "date",
    "groep": "string",
    "soort": "string",
    "naam": "string",
    "code": "string",
    "aantal": "integer",
    "deel": "number",
    "voorlopig": "boolean",
}


def table(text: str, **units: str) -> Table:
    """A table whose columns are called after their type; a unit makes a number of any other column."""
    head = text.split("\n", 1)[0].split(",")
    fields = []
    for name in head:
        field = {"name": name, "type": TYPES.get(name, "number"), "title": name.title()}
        fields.append({**field, "unit": units[name]} if name in units else field)
    return table_of(text, fields)


PARTS = csv_of(
    "jaar,groep,aantal",
    *(
        f"{year},{group},{index * 10 + year - 2000}"
        for year in range(2010, 2020)
        for index, group in enumerate("abc")
    ),
)
ANSWERS = ("oneens", "neutraal", "eens", "heel eens")
TABLES = {
    "one series": table(csv_of("jaar,aantal", *(f"{year},{year - 2000}" for year in range(2015, 2021)))),
    "parts over time": table(PARTS),
    "two moments": table(
        csv_of(
            "jaar,groep,deel", *(f"{year},{g},{n}.5" for year in (2020, 2024) for n, g in enumerate("abcde"))
        )
    ),
    "many groups": table(
        csv_of("jaar,groep,deel", *(f"{year},g{n},{n}.5" for year in range(2018, 2024) for n in range(9)))
    ),
    "words": table(
        csv_of("groep,aantal", *(f"{name},{len(name)}" for name in ("aa", "bbb", "c", "dddd", "eeeee")))
    ),
    "pairs": table(csv_of("groep,soort,deel", *(f"{a},{b},1.5" for a in "abcdef" for b in "vwxyz"))),
    "few pairs": table(csv_of("groep,soort,deel", *(f"{a},{b},1.5" for a in "abcd" for b in "vw"))),
    "answers": table(
        csv_of("groep,soort,deel", *(f"{a},{b},25" for a in "abcdef" for b in ANSWERS)), deel="%"
    ),
    "ages": table(
        csv_of("groep,soort,aantal", *(f"{a} tot 99,{b},{90 - a}" for a in range(0, 80, 10) for b in "vm"))
    ),
    "one row": table(csv_of("naam,aantal", "Woningen,12")),
    "events": events(),
    "areas": areas(),
    "cloud": table(csv_of("naam,aantal,deel", *(f"n{row},{row % 7},{row % 5}.5" for row in range(40)))),
    "spread": table(csv_of("naam,aantal", *(f"n{row}x,{row % 9}" for row in range(80)))),
}


def by_kind(seen: Table) -> dict[str, Proposal]:
    return {one.chart.kind: one for one in proposals(seen)}


def test_every_kind_is_proposed_for_some_table_but_those_with_a_file_of_their_own():
    proposed = {kind for seen in TABLES.values() for kind in by_kind(seen)}
    assert proposed == set(kinds_of_tables())
    assert set(modules(kinds)) - proposed == {"altair", "vega_lite"}


def test_a_kind_joins_by_its_own_file():
    """Nothing that proposes charts names one; each says itself for what it is good, and how it is shown."""
    folder = Path(trendrapport.charts.proposing.__file__).parent
    for file in folder.rglob("*.py"):
        quoted = set(re.findall(r'"(\w+)"', file.read_text("utf-8")))
        assert not quoted & set(modules(kinds)), file
    forms = set()
    for name, kind in kinds_of_tables().items():
        suits = getattr(kind, "SUITS", None)
        assert isinstance(suits, Suits), name
        assert set(suits.good) <= set(suits.possible) <= {*kind.FIELDS, "rows"}, name
        for role, (least, most) in suits.good.items():
            widest = suits.possible[role]
            assert widest[0] <= least <= most <= widest[1], (name, role)
        forms.add(suits.sketch)
    assert forms == set(modules(sketches))


@pytest.mark.parametrize(
    ("name", "first", "others"),
    [
        ("one series", "lines", {"bars"}),
        ("parts over time", "lines", {"area", "stacked_bars"}),
        ("two moments", "dots", {"slope", "grouped_bars"}),
        ("many groups", "small_multiples", {"heat_map"}),
        ("words", "ranked_bars", {"waffle"}),
        ("pairs", "heat_map", set()),
        ("few pairs", "grouped_bars", set()),
        ("one row", "key_figures", set()),
        ("events", "timeline", set()),
        ("areas", "tile_map", {"ranked_bars"}),
        ("cloud", "scatter", {"histogram"}),
        ("spread", "histogram", set()),
    ],
)
def test_the_best_comes_first(name, first, others):
    found = by_kind(TABLES[name])
    assert next(iter(found)) == first
    assert others <= set(found)


def test_the_reason_says_what_is_shown_and_why():
    one = proposals(TABLES["one series"])[0]
    text = reason(one, TABLES["one series"])
    assert text.nl == "6 jaren en één getal (Aantal): een lijngrafiek laat het verloop zien."
    assert text.en == "6 years and one number (Aantal): a line chart shows how it developed."


def test_moments_and_totals_that_are_left_out_are_named():
    seen = table(
        csv_of(
            "jaar,groep,aantal",
            *(
                f"{year},{g},{n}"
                for year in (2023, 2024)
                for g, n in (("totaal", 60), ("x", 10), ("y", 20), ("z", 30))
            ),
        )
    )
    found = by_kind(seen)
    ranked, waffle = reason(found["ranked_bars"], seen).nl, reason(found["waffle"], seen).nl
    assert "alleen 2024 (Jaar)" in ranked
    assert "3 groepen (Groep)" in waffle
    assert "alleen 2024 (Jaar), zonder totaal (Groep)" in waffle


@pytest.mark.parametrize(
    ("rows", "unit", "are_parts"),
    [
        (("a,20", "b,80"), "%", True),
        (("a,20", "b,70"), "%", False),
        (("a,20", "b,80"), "euro per inwoner", False),
        (("a,20", "b,80"), "euro", True),
        (("a,-20", "b,80"), "euro", False),
        (("a,", "b,80"), "euro", False),
        (("a,20", "totaal,80"), "euro", False),
    ],
)
def test_parts_are_proposed_only_if_they_can_add_up(rows, unit, are_parts):
    seen = table(csv_of("groep,bedrag", *rows), bedrag=unit)
    assert ("waffle" in by_kind(seen)) == are_parts


@pytest.mark.parametrize("word", ["Groningen", "PV20"])
def test_names_and_codes_of_areas_are_known(word):
    others = ["Utrecht", "Limburg"] if word == "Groningen" else ["PV26", "PV31"]
    rows = [f"{name},{index}" for index, name in enumerate([word, *others])]
    found = by_kind(table(csv_of("groep,aantal", *rows)))
    assert "tile_map" in found
    assert reason(found["tile_map"], table(csv_of("groep,aantal", *rows))).nl.startswith(
        "3 provincies en één getal"
    )


def test_years_as_columns_are_series():
    seen = table(csv_of("groep,y2022,y2023,y2024", "a,1.5,2.5,3.5", "b,2.5,3.5,1.5", "c,3.5,1.5,2.5"))
    found = by_kind(seen)
    assert found["dots"].chart.fields == {"category": "groep", "value": ("y2022", "y2023", "y2024")}


def test_a_kind_that_is_asked_for_may_be_full_but_not_wrong():
    seen = table(csv_of("groep,aantal", *(f"g{chr(97 + n // 26)}{chr(97 + n % 26)},{n}" for n in range(70))))
    assert "ranked_bars" not in by_kind(seen)
    one = proposal_of("ranked_bars", seen)
    assert one
    assert not list(misfits(one.chart, seen))
    assert proposal_of("lines", seen) is None


@pytest.mark.parametrize("text", [csv_of("jaar,aantal", "2020,", "2021,"), csv_of("groep", "a", "b")])
def test_of_nothing_nothing_is_proposed(text):
    assert proposals(table(text)) == []


def counted(seen: Table, one: Proposal) -> None:
    """The counts in a sentence are those of the rows that are drawn."""
    rows = selected(one.chart, seen)
    for column in seen.fields:
        if column.type in {"year", "yearmonth", "date"}:
            words = {"year": "jaren", "yearmonth": "maanden", "date": "datums"}[column.type]
            for said in re.findall(rf"(\d+) {words}", reason(one, seen).nl):
                assert int(said) == len({row[column.name] for row in rows} - {None})
        if column.type == "string":
            for said in re.findall(rf"(\d+) groepen \({column.title}\)", reason(one, seen).nl):
                assert int(said) == len({row[column.name] for row in rows} - {None})
    for said in re.findall(r"(\d+) rijen", reason(one, seen).nl):
        assert int(said) == len(rows)


def is_right(seen: Table, one: Proposal) -> None:
    """A proposal fits, can be drawn and shown, and says of itself what is so."""
    assert list(misfits(one.chart, seen)) == []
    chart = chart_of(one.chart.kind, **one.chart.model_dump(include={"fields", "filter"}))
    plan = Plan("x", chart, seen, Theme("nl"))
    assert figure(plan).vega_lite
    lines = sketched(one.suits.sketch, plan, WIDTH)
    assert lines
    assert all(len(line) <= WIDTH for line in lines)
    counted(seen, one)


MOMENTS = {"jaar": "20{:02}", "maand": "2020-{:02}", "dag": "2020-01-{:02}"}
WORDS = ("groep", "soort", "naam")
CODES = ("GM0363", "GM0599", "GM0518", "GM0344", "GM0772", "GM0014", "GM0034", "GM9999", "PV20", "NL")
NAMES = ("", "totaal", "a b", "é & <b>", "12 tot 25", "1=1", "Utrecht", "x" * 60)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table with any of these columns, in which rows may lack values, and may be the same."""
    words = draw(st.lists(st.sampled_from([*MOMENTS, *WORDS, "code"]), min_size=1, max_size=3, unique=True))
    numbers = draw(
        st.lists(st.sampled_from(["aantal", "deel", "y2022", "y2023", "maat"]), max_size=5, unique=True)
    )
    flags = draw(st.lists(st.just("voorlopig"), max_size=1))
    places = draw(st.one_of(each_once(words), any_rows(words)))
    unit = draw(st.sampled_from(["", "%", "euro"]))
    columns = [*words, *numbers, *flags]
    rows = [",".join([*place, *(draw(cell(name)) for name in (*numbers, *flags))]) for place in places]
    units = {name: unit for name in numbers if unit and draw(st.booleans())}
    # Rows without any value do not count, and a table without rows is not read.
    filled = [row for row in rows if row.strip(",")]
    assume(filled)
    return table(csv_of(",".join(columns), *filled), **units)


def any_rows(words: list[str]) -> st.SearchStrategy[list[tuple[str, ...]]]:
    """Rows that may be about the same."""
    return st.lists(st.tuples(*map(cell, words)), min_size=1, max_size=12)


def each_once(words: list[str]) -> st.SearchStrategy[list[tuple[str, ...]]]:
    """A row for each combination of values, as most tables have."""
    levels = [st.lists(cell(name).filter(bool), min_size=1, max_size=7, unique=True) for name in words]
    return st.tuples(*levels).map(lambda found: list(product(*found))[:80])


def cell(name: str) -> st.SearchStrategy[str]:
    """The text of a cell in a column of that name."""
    if name in MOMENTS:
        return st.integers(1, 12).map(MOMENTS[name].format)
    if name == "code":
        return st.sampled_from(CODES)
    if name in WORDS:
        return st.sampled_from(NAMES)
    if name == "voorlopig":
        return st.sampled_from(["true", "false"])
    if name == "aantal":
        return st.sampled_from(["", "0", "1", "25", "-3", "1200000"])
    return st.sampled_from(["", "0", "0.5", "12.25", "-3.0", "99.9", "1000000.5"])


@given(tables())
@settings(max_examples=60)
def test_whatever_the_table_what_is_proposed_is_right(seen):
    for one in proposals(seen):
        is_right(seen, one)


def test_large_tables_are_proposed_for_too():
    rows = [f"{year},g{group},{year * group % 97}.5" for year in range(2000, 2025) for group in range(20)]
    seen = table(csv_of("jaar,groep,deel", *rows))
    found = proposals(seen)
    assert len(found) > 1
    for one in found:
        is_right(seen, one)


@pytest.mark.parametrize("name", TABLES)
def test_what_is_proposed_is_drawn(name):
    for one in proposals(TABLES[name]):
        is_right(TABLES[name], one)
        chart = chart_of(one.chart.kind, **one.chart.model_dump(include={"fields", "filter"}))
        specification = figure(Plan("x", chart, TABLES[name], Theme("nl"))).vega_lite
        assert all(svg.startswith("<svg") for svg in drawings([specification], "nl"))


def test_for_the_tables_of_this_report_something_is_proposed():
    for seen in {job.table.name: job.table for job in declared_jobs()}.values():
        found = proposals(seen)
        assert found, seen.name
        for one in found:
            is_right(seen, one)


def test_a_terminal_gets_no_orders_from_a_table():
    seen = table(csv_of("groep,aantal", "a\x1b[31m,1", "b\u202e,2", "c,3"))
    for one in proposals(seen):
        plan = Plan("x", one.chart, seen, Theme("nl"))
        text = "\n".join(sketched(one.suits.sketch, plan, WIDTH))
        assert not re.search("[\x1b\u202e]", text)


def test_sketches_are_as_they_were():
    """How each form looks, so that a change is seen."""
    found = by_kind(TABLES["words"])
    plan = Plan("x", found["ranked_bars"].chart, TABLES["words"], Theme("nl"))
    assert sketched("ranked", plan, WIDTH) == [
        "eeeee ██████████████████████████████ 5",
        "dddd  ████████████████████████ 4",
        "bbb   ██████████████████ 3",
        "aa    ████████████ 2",
        "c     ██████ 1",
    ]
    line = by_kind(TABLES["one series"])["lines"]
    assert sketched("lines", Plan("x", line.chart, TABLES["one series"], Theme("nl")), WIDTH) == [
        "▇▇▇███ 2015: 15 → 2020: 20"
    ]
