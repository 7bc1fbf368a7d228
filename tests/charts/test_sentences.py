"""Sentences hold for the values shown: each number stands in the drawing, and each comparison is right.

All content is invented.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from trendrapport.charts.figure import Figure, figure
from trendrapport.charts.formats import table
from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.series import SeriesOptions, points
from trendrapport.charts.plan import Plan
from trendrapport.charts.theme import Theme
from trendrapport.charts.words.sentences import in_words
from trendrapport.model.annotation import Annotation

from .samples import chart_of, table_of

NUMBER = r"\u2212?[\d,]+(?:\.\d+)?"
COURSE = re.compile(
    rf"from ({NUMBER})%? \((\d+)\) to ({NUMBER})%? \((\d+)\), (.*?); "
    rf"highest ({NUMBER})%? \((.*?)\), lowest ({NUMBER})%? \((.*?)\)\.$"
)


def plan_of(
    rows: list[tuple[int, float | None]],
    kind: str = "lines",
    language="en",
    unit: str = "",
    title: str = "Share",
    **options,
) -> Plan:
    """A chart of values by year."""
    text = "year,share\n" + "".join(
        f"{year},{'' if value is None else repr(value)}\n" for year, value in rows
    )
    fields = [
        {"name": "year", "type": "year", "title": "Year"},
        {"name": "share", "type": "number", "title": title, **({"unit": unit} if unit else {})},
    ]
    place = "x" if kind == "lines" else "category"
    return Plan(
        "x",
        chart_of(kind, fields={place: "year", "value": "share"}, options=options),
        table_of(text, fields),
        Theme(language),
    )


def of_words(values: list[tuple[str, float | None]], kind: str, language="en", unit: str = "%") -> Plan:
    """A chart of values by name."""
    text = "what,share\n" + "".join(
        f"{name},{'' if value is None else repr(value)}\n" for name, value in values
    )
    fields = [
        {"name": "what", "type": "string", "title": "What"},
        {"name": "share", "type": "number", "title": "Share", "unit": unit},
    ]
    return Plan(
        "x",
        chart_of(kind, fields={"category": "what", "value": "share"}),
        table_of(text, fields),
        Theme(language),
    )


def read(text: str) -> float:
    return float(text.replace(",", "").replace("\u2212", "-"))


VALUES = st.one_of(
    st.none(),
    st.integers(-50, 2000).map(float),
    st.integers(-3000, 30000).map(lambda value: value / 100),
    st.sampled_from([0.001, 12.341, 12.344, 1e6, 1.0]),
)
SERIES = st.dictionaries(st.integers(2000, 2012), VALUES, min_size=2, max_size=8).map(
    lambda found: sorted(found.items())
)


@given(SERIES, st.sampled_from(["", "%"]))
@example([(2000, 0.0), (2001, 1.0), (2002, 2.0), (2004, None)], "")
def test_what_is_told_of_a_series_holds_for_the_values_shown(rows, unit):
    plan = plan_of(rows, unit=unit)
    amounts = Amounts(plan, SeriesOptions())
    known = [(year, value) for year, value in rows if value is not None]
    match = COURSE.search(in_words(plan)[0]) if len(known) > 1 else None
    if match is None:
        assert len({amounts.text(value) for _, value in known}) <= 1
        return
    first, start, last, end, trend, high, top, low, bottom = match.groups()
    assert (int(start), int(end)) == (known[0][0], known[-1][0])
    values = [value for _, value in known]
    shown = [amounts.digits.rounded(value) for value in values]
    assert abs(read(first) - values[0]) <= 0.5
    assert abs(read(last) - values[-1]) <= 0.5
    _compared(trend, read(first), read(last), known, rows, unit)
    cells = {read(cell) for cell in re.findall(rf">({NUMBER})</td>", table.write(Figure(plan, "")).decode())}
    assert {read(high), read(low)} <= cells
    assert {amounts.digits.rounded(value) for value in values} == cells
    for text, years, extreme in ((high, top, max(shown)), (low, bottom, min(shown))):
        assert read(text) == extreme
        tied = [year for (year, _), value in zip(known, shown, strict=True) if value == extreme]
        assert len(re.findall(r"\d{4}", years)) == (len(tied) if len(tied) <= 6 else 3)


def _compared(trend: str, first: float, last: float, known: list, rows: list, unit: str) -> None:
    """How a series went is so."""
    same = known[0][1] == known[-1][1]
    assert ("the same" in trend) == (first == last)
    assert ("nearly" in trend) <= (not same)
    assert trend == "the same in the end" or not same
    assert ("rise" in trend) == (last > first)
    assert ("fall" in trend) == (last < first)
    if "steadily" in trend:
        _steady(known, rows)
    _amount(trend, first, last, unit)


def _steady(known: list, rows: list) -> None:
    """All steps go one way, over as many years each, with nothing missing in between."""
    assert len({after > before for (_, before), (_, after) in pairwise(known)}) == 1
    assert all(value is not None for year, value in rows if known[0][0] < year < known[-1][0])
    told = [year for year, _ in rows if known[0][0] <= year <= known[-1][0]]
    assert len({after - before for before, after in pairwise(told)}) == 1


def _amount(trend: str, first: float, last: float, unit: str) -> None:
    """By how much a series rose or fell is so, in the words that are used for it."""
    number = re.search(rf"(?:of|to) ({NUMBER})", trend)
    if "percentage point" in trend:
        assert unit == "%"
        assert read(number[1]) == pytest.approx(abs(last - first), abs=0.011)
    elif "times" in trend:
        assert read(number[1]) == pytest.approx(last / first, abs=0.5)
    elif "thousandth" in trend:
        assert 0 < last < first / 1000
    elif trend.endswith("%"):
        _percentage(trend, abs(last - first) / first * 100)
    elif number:
        assert read(number[1]) == pytest.approx(abs(last - first), abs=0.011)


def _percentage(trend: str, part: float) -> None:
    least = re.search(rf"(less|more) than ({NUMBER})%", trend)
    if least:
        assert (part < read(least[2])) == (least[1] == "less")
    else:
        assert read(re.search(rf"({NUMBER})%", trend)[1]) == pytest.approx(part, abs=0.51)
    assert "100%" not in trend or part >= 100
    assert not trend.endswith(" 0%")


@given(SERIES)
def test_each_gap_is_named(rows):
    sentences = in_words(plan_of(rows, "lines"))
    years = [year for year, _ in rows]
    step = min((after - before for before, after in pairwise(years)), default=1)
    open_ = [(before, after) for before, after in pairwise(years) if after - before > step]
    if len(open_) > (len(years) - 1) / 2:
        open_ = []
    assert bool([text for text in sentences if "no data for" in text]) == bool(
        open_ or any(value is None for _, value in rows)
    )


@pytest.mark.parametrize(
    ("rows", "unit", "title", "expected"),
    [
        (
            [(2019, 0.52), (2020, 0.9), (2021, 1.35)],
            "°C",
            "Verschil",
            "van 0,52 °C (2019) naar 1,35 °C (2021), zonder onderbreking een stijging van 0,83 °C",
        ),
        (
            [(1980, 1e6), (1981, 2e4), (1983, 1.0)],
            "US$",
            "Prijs",
            "van US$ 1.000.000 (1980) naar US$ 1 (1983), een daling tot minder dan een duizendste",
        ),
        (
            [(2020, 1.0), (2021, 2500.0)],
            "",
            "Aantal",
            "van 1 (2020) naar 2.500 (2021), een stijging tot 2.500 keer zoveel",
        ),
        ([(2020, 1000.0), (2021, 1.5)], "", "Aantal", "een daling van 99,9 %"),
        ([(2020, 5.0), (2021, 0.0)], "", "Aantal", "een daling van 100 %"),
        ([(2020, 1000000.0), (2021, 1000001.0)], "", "Aantal", "een stijging van minder dan 0,1 %"),
        ([(2020, 12.0), (2021, 15.0)], "kg", "Toename per jaar", "een stijging van 3 kg"),
        ([(2020, 2.5), (2021, 6.5)], "", "Rapportcijfer", "een stijging van 4,0;"),
        ([(2020, 2.5), (2021, 6.5)], "", "Oordeel (1-10)", "een stijging van 4,0;"),
        ([(2020, 2.5), (2021, 6.5)], "score", "Oordeel", "een stijging van 4,0;"),
        ([(2020, 2.5), (2021, 6.5)], "", "Bedrijven met 1-10 mensen", "een stijging van 160 %"),
        ([(2020, 12.0), (2021, 13.0)], "%", "Aandeel", "een stijging van 1 procentpunt"),
        (
            [(2020, 12.341), (2021, 80.0), (2022, 12.344)],
            "",
            "Aantal",
            "van 12,341 (2020) naar 12,344 (2022)",
        ),
        ([(2020, 12.0), (2021, 80.0), (2022, 12.0)], "", "Aantal", "per saldo gelijk"),
        (
            [(2020, 12.0), (2021, 12.0), (2023, 12.0)],
            "%",
            "Aandeel",
            "alle 3 waarden van 2020 tot en met 2023 zijn 12 %",
        ),
        (
            [(2020, 3.0), (2021, 3.0), (2022, 4.0)],
            "",
            "Aantal",
            "van 3 (2020) naar 4 (2022), een stijging van 33 %; hoogste 4 (2022), laagste 3 (2020 en 2021)",
        ),
        (
            [(2020, 3.0), (2021, None), (2022, 4.0)],
            "",
            "Aantal",
            "van 3 (2020) naar 4 (2022), een stijging van 33 %; hoogste",
        ),
        ([(2015, 3.0), (2020, 4.0), (2025, 5.0)], "", "Aantal", "zonder onderbreking een stijging van 67 %"),
        ([(2020, -3.0), (2021, 4.0)], "", "Aantal", "een stijging van 7;"),
    ],
)
def test_a_change_is_told_as_it_can_be_reckoned(rows, unit, title, expected):
    sentence = in_words(plan_of(rows, language="nl", unit=unit, title=title))[0].replace("\u00a0", " ")
    assert expected in sentence


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("node.js", "node.js: "),
        ("iDEAL", "iDEAL: "),
        ("a.b-c_d", "a.b-c_d: "),
        ("e-mail", "E-mail: "),
        ("jaar na jaar", "Jaar na jaar: "),
        ("z.o.z. enz.", "z.o.z. enz.: "),
    ],
)
def test_a_sentence_keeps_a_name_as_it_is_written(name, start):
    text = f"jaar,wat,aantal\n2020,{name},3\n2021,{name},4\n"
    sorts = {"jaar": "year", "wat": "string", "aantal": "integer"}
    fields = [{"name": one, "type": sort, "title": one} for one, sort in sorts.items()]
    roles = {"x": "jaar", "series": "wat", "value": "aantal"}
    plan = Plan("x", chart_of("lines", fields=roles), table_of(text, fields), Theme("nl"))
    assert in_words(plan)[0].startswith(start)


def test_values_that_an_editor_rounds_alike_are_nearly_the_same_and_tied():
    sentence = in_words(plan_of([(2020, 12.3), (2021, 14.0), (2022, 12.4)], decimals=0))[0]
    assert sentence == (
        "Share: from 12 (2020) to 12 (2022), nearly the same in the end; highest 14 (2021), lowest 12 "
        "(2020 and 2022)."
    )
    assert in_words(plan_of([(2020, 12.3), (2021, 12.4)], decimals=0))[0] == (
        "Share: both values (2020 and 2021) round to 12."
    )


def test_numbers_that_are_divided_have_the_decimals_that_tell_them_apart():
    sentence = in_words(plan_of([(2020, 1000.0), (2021, 1002.0), (2022, 1004.0)], divide_by=1000))[0]
    assert sentence.startswith("Share: from 1.000 (2020) to 1.004 (2022), steadily a rise of 0.4%")


@pytest.mark.parametrize(
    ("kind", "names", "expected"),
    [
        (
            "stacked_bars",
            ["Eens", "Oneens", "Weet niet"],
            "Share: 3 values; highest 60% (Eens), lowest 5% (Oneens and Weet niet).",
        ),
        (
            "bars",
            ["12 tot 18", "18 tot 25", "25 of ouder"],
            (
                "Share: from 60% (12 tot 18) to 5% (25 of ouder); highest 60% (12 tot 18), lowest 5% (18 tot "
                "25 and 25 of ouder)."
            ),
        ),
    ],
)
def test_only_categories_with_an_order_have_a_first_and_a_last(kind, names, expected):
    assert in_words(of_words(list(zip(names, (60.0, 5.0, 5.0), strict=True)), kind))[0] == expected


@pytest.mark.parametrize("kind", ["stacked_bars", "area"])
def test_shares_are_told_where_shares_are_drawn(kind):
    text = "jaar,groep,aantal\n2020,a,999\n2020,b,1\n2021,a,300\n2021,b,100\n2022,a,5\n2022,b,\n"
    on = table_of(text, [("jaar", "year"), ("groep", "string"), ("aantal", "number")])
    place = "x" if kind == "area" else "category"
    plan = Plan(
        "x",
        chart_of(kind, fields={place: "jaar", "series": "groep", "value": "aantal"}, options={"share": True}),
        on,
        Theme("en"),
    )
    assert in_words(plan) == [
        (
            "A: from 99.9% (2020) to 75% (2021), a fall of 24.9 percentage points; highest 99.9% "
            "(2020), lowest 75% (2021)."
        ),
        "A: no share known for 2022.",
        (
            "B: from 0.1% (2020) to 25% (2021), a rise of 24.9 percentage points; highest 25% (2021), "
            "lowest 0.1% (2020)."
        ),
        "B: no share known for 2022.",
    ]


def test_many_tied_places_are_counted():
    sentence = in_words(of_words([("a", 9.0), *((name, 1.0) for name in "bcdefghij")], "ranked_bars"))[0]
    assert sentence == "Share: 10 values; highest 9% (a), lowest 1% (b, c, d and 6 others)."


def test_a_slope_tells_the_two_places_that_it_draws_with_their_own_decimals():
    text = "jaar,groep,deel\n2020,a,1\n2021,a,2.25\n2022,a,3\n2020,b,4\n2021,b,9.75\n2022,b,5\n"
    on = table_of(text, [("jaar", "year"), ("groep", "string"), ("deel", "number")])
    plan = Plan(
        "x", chart_of("slope", fields={"x": "jaar", "series": "groep", "value": "deel"}), on, Theme("nl")
    )
    sentences = [text.replace("\u00a0", " ") for text in in_words(plan)]
    assert sentences == [
        "A: van 1 (2020) naar 3 (2022), een stijging van 200 %; hoogste 3 (2022), laagste 1 (2020).",
        "B: van 4 (2020) naar 5 (2022), een stijging van 25 %; hoogste 5 (2022), laagste 4 (2020).",
    ]


@pytest.mark.parametrize(
    ("unit", "nl", "en"),
    [
        ("US$", "US$\u00a01.200", "US$1,200"),
        ("billion US$", "US$\u00a01.200\u00a0billion", "US$1,200\u00a0billion"),
        ("€", "€\u00a01.200", "€1,200"),
        ("€/m²", "€\u00a01.200/m²", "€1,200/m²"),
        ("EUR", "EUR\u00a01.200", "EUR\u00a01,200"),
        ("miljoen CHF", "CHF\u00a01.200\u00a0miljoen", "CHF\u00a01,200\u00a0miljoen"),
        ("₹", "₹\u00a01.200", "₹1,200"),
        ("R$", "R$\u00a01.200", "R$1,200"),
        ("°C", "1.200\u00a0°C", "1,200\u00a0°C"),
        ("% van alles", "1.200\u00a0% van alles", "1,200% van alles"),
        ("aantal", "1.200", "1,200"),
        ("index (2015 = 100)", "1.200", "1,200"),
        ("personen", "1.200\u00a0personen", "1,200\u00a0personen"),
        ("1 000 kg", "1.200\u00a0×\u00a01 000 kg", "1,200\u00a0×\u00a01 000 kg"),
    ],
)
def test_a_unit_of_the_table_stands_at_each_number_in_words(unit, nl, en):
    for language, expected in (("nl", nl), ("en", en)):
        assert (
            f"{expected} (2020)"
            in in_words(plan_of([(2020, 1200.0), (2021, 900.0)], language=language, unit=unit))[0]
        )


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, "Reference line at 5 kWp: half."),
        ({"divide_by": 1000}, "Reference line at 5: half."),
        ({"divide_by": 1000, "unit": "MWp"}, "Reference line at 5 MWp: half."),
    ],
)
def test_a_reference_line_has_the_unit_of_the_axis(options, expected):
    plan = plan_of([(2020, 4000.0), (2021, 6000.0)], unit="kWp")
    marked = plan.chart.model_copy(
        update={"options": options, "annotations": (Annotation(value=5, label="half"),)}
    )
    assert in_words(replace(plan, chart=marked))[-1].replace("\u00a0", " ") == expected


def test_a_negative_amount_of_money_has_its_minus_where_the_language_has_it():
    rows = [(2020, -5.0), (2021, 3.0)]
    assert "from \u2212US$5 (2020) to US$3 (2021), a rise of US$8" in in_words(plan_of(rows, unit="US$"))[0]
    assert "van US$\u00a0\u22125 (2020)" in in_words(plan_of(rows, unit="US$", language="nl"))[0]


def test_numbers_of_points_are_those_of_the_sentences():
    plan = plan_of([(2020, 48.0), (2021, 3.14159), (2022, 12.5)], unit="%")
    texts = [point.text for point in points(plan, "x", SeriesOptions())]
    assert texts == ["48.0%", "3.14%", "12.5%"]
    assert all(text in in_words(plan)[0] for text in texts)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, "A: range 9% to unknown (n0)."),
        (2, "A: range 9% to unknown (n0); 8 to 12% (n1)."),
        (8, "A: narrowest range 8 to 12% (n1), widest 2 to 24% (n7)."),
    ],
)
def test_ranges_are_told(count, expected):
    rows = "".join(f"n{place},10,{9 - place},{10 + 2 * place if place else ''}\n" for place in range(count))
    kinds = [("wat", "string"), *((name, "number") for name in ("a", "laag", "hoog"))]
    fields = {"category": "wat", "value": "a", "low": "laag", "high": "hoog"}
    chart = chart_of("dots", fields=fields, options={"unit": "%"})
    plan = Plan("x", chart, table_of(f"wat,a,laag,hoog\n{rows}", kinds), Theme("en"))
    assert in_words(plan)[1] == expected


@pytest.mark.parametrize(("values", "rims"), [((1, 9), [0, 0]), ((5, 5.05), [1, 1])])
def test_only_dots_that_overlap_have_a_rim(values, rims):
    kinds = [("wat", "string"), ("a", "number"), ("b", "number")]
    table = table_of(f"wat,a,b\nx,{values[0]},{values[1]}\ny,0,\n", kinds)
    plan = Plan("x", chart_of("dots", fields={"category": "wat", "value": ["a", "b"]}), table, Theme("en"))
    datasets = json.loads(figure(plan).vega_lite)["datasets"].values()
    assert [row["rim"] for rows in datasets for row in rows if "rim" in row][:2] == rims
