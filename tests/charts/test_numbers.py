"""Numbers, dates and what is missing, as readers of a language write them: on axes, in labels, in words."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trendrapport.charts.drawing.draw import ChartJob
from trendrapport.charts.figure import figure
from trendrapport.charts.formats import svg, table, words
from trendrapport.charts.tables.digits import digits
from trendrapport.language.labels import Labels

from .samples import chart_of, table_of
from .shapes import Drawn, read

TEXT = "maand,aantal\n2021-01,1234.5\n2021-02,\n2021-03,-1250.5\n2021-05,0.0\n"
FIELDS = [
    {"name": "maand", "type": "yearmonth", "title": "Maand"},
    {"name": "aantal", "type": "number", "title": "Aantal"},
]
SPACE = "\u00a0"


def made(
    kind: str, language, text: str = TEXT, unit: str = "", place: str = "category", **options
) -> tuple[Drawn, str, str]:
    """The drawing, the table and the sentences of a chart."""
    fields = [FIELDS[0], {**FIELDS[1], **({"unit": unit} if unit else {})}]
    chart = chart_of(kind, fields={place: "maand", "value": "aantal"}, options=options)
    whole = figure(ChartJob("proef", "charts/proef.yml", chart, table_of(text, fields), language).plan)
    return (
        read(svg.write(whole).decode()),
        *(unescape(re.sub(r"<[^>]*>", "\n", form.write(whole).decode())) for form in (table, words)),
    )


@pytest.mark.parametrize(
    ("language", "high", "low", "zero", "months", "missing"),
    [
        (
            "nl",
            "1.234,5",
            "\u22121.250,5",
            "0,0",
            ("jan 2021", "feb 2021", "mrt 2021", "mei 2021"),
            "geen gegevens",
        ),
        (
            "en",
            "1,234.5",
            "\u22121,250.5",
            "0.0",
            ("Jan 2021", "Feb 2021", "Mar 2021", "May 2021"),
            "no data",
        ),
    ],
)
def test_numbers_are_the_same_in_label_table_and_sentence(language, high, low, zero, months, missing):
    drawn, cells, sentences = made("bars", language)
    texts = [text.text.replace("\n", " ") for text in drawn.texts]
    assert {high, low, zero, *months, missing} <= set(texts)
    assert {mark.said for mark in drawn.marks} >= {f"{months[0]}: {high}", f"{months[2]}: {low}"}
    assert {high, low, zero, *months, "\u2013"} <= set(cells.split("\n"))
    assert f"{high} ({months[0]})" in sentences
    assert f"{low} ({months[2]})" in sentences
    assert f"{missing} {'voor' if language == 'nl' else 'for'} {months[1]}" in sentences
    assert not re.search(r"-\d", " ".join([*texts, cells, sentences])), "a hyphen is no minus"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], []),
        ([3, 100.0], [0, 0]),
        ([1234.5], [1]),
        ([0.25, 12.345], [2, 2]),
        ([0.05, 12.345], [2, 2]),
        ([0.005, 12.345], [2, 2]),
        ([0.003, 12.5], [3, 1]),
        ([0.00012, 3.0], [5, 0]),
        ([0.0000001, 2.5], [7, 1]),
        ([0.1 + 0.2 - 0.3, 1.0], [0, 0]),
        ([100.0, 200.0, 1e-9], [0, 0, 9]),
        ([1e-05], [5]),
        ([1e22, 0.0], [0, 0]),
        ([float("inf"), 1.5], [0, 1]),
        ([48.0, 3.14159, 12.5], [1, 2, 1]),
        ([45.0, 46.5, 48.0], [0, 1, 0]),
        ([1e-7, 0.004, 1.7, 4810.0], [7, 3, 1, 0]),
        ([0.0031, 0.0034], [4, 4]),
        ([12.341, 12.344], [3, 3]),
        ([5.0, 45.0, 46.0, 47.5, 48.0, 51.0], [0, 0, 0, 1, 0, 0]),
        ([33.300000000000004, 12.0], [1, 0]),
        ([1.7, 2.5, 48.0, 4810.0], [1, 1, 1, 0]),
        ([1.7, 2.5, 4810.5, 9000.0], [1, 1, 1, 1]),
        ([-1.7, 2.5, -4810.0], [1, 1, 0]),
        ([1.7, *[2.5] * 9, 4810.0], [1, *[1] * 9, 0]),
        ([10.5, 14.0, 20.0, 22.5, 25.0], [1, 1, 1, 1, 1]),
    ],
)
def test_a_small_value_is_not_written_as_zero_and_gives_no_other_its_decimals(values, expected):
    found = digits(values)
    assert [found.of(value) for value in values] == expected


@pytest.mark.parametrize(
    ("kind", "count", "whole", "bare"),
    [
        ("bars", 4, 4, 0),
        ("bars", 14, 0, 14),
        ("bars", 40, 0, 0),
        ("grouped_bars", 4, 4, 0),
        ("grouped_bars", 15, 0, 15),
    ],
)
def test_a_value_that_has_no_room_for_its_unit_stands_without_it(kind, count, whole, bare):
    months = [f"{2020 + index // 12}-{index % 12 + 1:02}" for index in range(count)]
    text = "maand,aantal\n" + "".join(f"{month},990\n" for month in months)
    drawn, _, sentences = made(kind, "nl", text, unit="kWh")
    texts = [mark.text for mark in drawn.texts]
    assert (texts.count("990\u00a0kWh"), texts.count("990")) == (whole, bare)
    assert "990\u00a0kWh" in sentences
    assert all("990\u00a0kWh" in mark.said for mark in drawn.marks)


@given(st.lists(st.integers(-9999, 9999), min_size=1, max_size=30), st.integers(0, 99))
def test_one_row_with_decimals_gives_no_other_row_decimals(amounts, tenths):
    found = digits([*map(float, amounts), tenths + 0.5])
    assert [found.of(float(value)) for value in amounts] == [0] * len(amounts)
    assert found.of(tenths + 0.5) == 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_large_number_beside_small_ones_has_no_decimals_that_say_nothing(language):
    large = "4.810" if language == "nl" else "4,810"
    drawn, cells, sentences = made(
        "ranked_bars", language, "maand,aantal\n2021-01,1.7\n2021-02,2.5\n2021-03,4810\n"
    )
    assert large in [text.text for text in drawn.texts]
    assert large in cells.split("\n")
    assert f"{large} (" in sentences


def test_divided_numbers_follow_the_same_rule():
    drawn, _, _ = made(
        "ranked_bars", "nl", "maand,aantal\n2021-01,1700\n2021-02,2500\n2021-03,4810000\n", divide_by=1000
    )
    assert {"1,7", "2,5", "4.810"} <= {text.text for text in drawn.texts}


@given(
    st.lists(
        st.floats(-1e12, 1e12).filter(lambda value: value == 0 or abs(value) > 1e-9), min_size=1, max_size=8
    )
)
def test_no_number_is_written_as_zero_unless_it_is_lost_beside_the_others(values):
    found = digits(values)
    for value in values:
        assert found.rounded(value) != 0 or abs(value) <= max(map(abs, values)) * 1e-12


@pytest.mark.parametrize("kind", ["bars", "ranked_bars", "lines"])
def test_what_is_missing_is_not_zero(kind):
    place = "x" if kind == "lines" else "category"
    text = "maand,aantal\n2021-01,5\n2021-02,\n2021-03,7\n"
    drawn, cells, sentences = made(kind, "nl", text, place=place)
    assert len([mark for mark in drawn.marks if "geen gegevens" not in mark.said]) == 2
    assert "\n0\n" not in cells
    assert "geen gegevens voor feb 2021" in sentences


@pytest.mark.parametrize(
    ("language", "unit", "expected"),
    [
        ("nl", "%", f"12,3{SPACE}%"),
        ("en", "%", "12.3%"),
        ("nl", "GW", f"12,3{SPACE}GW"),
        ("en", "GW", f"12.3{SPACE}GW"),
        ("nl", "miljoen euro", f"12,3{SPACE}miljoen euro"),
    ],
)
def test_a_unit_follows_its_number(language, unit, expected):
    chart = chart_of("bars", fields={"category": "maand", "value": "aantal"}, options={"unit": unit})
    whole = figure(
        ChartJob(
            "proef", "charts/proef.yml", chart, table_of("maand,aantal\n2021-01,12.3\n", FIELDS), language
        ).plan
    )
    drawn = read(svg.write(whole).decode())
    assert expected in [text.text for text in drawn.texts]
    assert drawn.marks[0].said.endswith(f": {expected}")
    assert expected in words.write(whole).decode()


@pytest.mark.parametrize(
    ("language", "expected"),
    [("nl", {f"0{SPACE}%", f"20{SPACE}%", f"\u221220{SPACE}%"}), ("en", {"0%", "20%", "\u221220%"})],
)
def test_an_axis_has_the_same_notation(language, expected):
    text = "maand,aantal\n2021-01,-33\n2021-02,42\n2021-03,12\n"
    drawn, _, _ = made("lines", language, text, unit="%", place="x")
    assert expected <= {one.text for one in drawn.texts}


@pytest.mark.parametrize(
    ("language", "expected"),
    [("nl", {"0", "1.000.000", "2.000.000"}), ("en", {"0", "1,000,000", "2,000,000"})],
)
def test_an_axis_of_large_amounts(language, expected):
    drawn, _, _ = made("lines", language, "maand,aantal\n2021-01,1900000\n2021-02,400000\n", place="x")
    assert expected <= {one.text for one in drawn.texts}


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("999999999999999", "999.999.999.999.999"),
        ("1e40", "10" + 13 * ".000"),
        ("0.004", "0,004"),
        ("0.05", "0,05"),
        ("-0.004", "\u22120,004"),
        ("0.5", "0,5"),
        ("-1e-9", "\u22120,000000001"),
    ],
)
@pytest.mark.parametrize("kind", ["bars", "ranked_bars", "lines", "key_figures"])
def test_very_large_and_very_small_numbers(kind, value, shown):
    place = {"lines": "x", "key_figures": "label"}.get(kind, "category")
    drawn, cells, _ = made(kind, "nl", f"maand,aantal\n2021-01,{value}\n", place=place)
    assert shown in [text.text for text in drawn.texts]
    assert shown in cells.split("\n")


@pytest.mark.parametrize(
    ("language", "value", "decimals", "currency", "unit", "expected"),
    [
        ("nl", 121.89, 2, "EUR", "miljoen", f"€{SPACE}121,89{SPACE}miljoen"),
        ("en", 121.89, 2, "EUR", "million", f"€{SPACE}121.89{SPACE}million"),
        ("nl", 12.3, 1, None, "%", f"12,3{SPACE}%"),
        ("en", 12.3, 1, None, "%", "12.3%"),
        ("nl", -1234.5, 1, None, None, "\u22121.234,5"),
        ("nl", 2.5, 0, None, None, "3"),
        ("nl", -0.2, 0, None, None, "0"),
    ],
)
def test_key_figures_in_text_have_the_notation_of_charts(language, value, decimals, currency, unit, expected):
    assert Labels(language).amount(value, decimals, currency, unit) == expected
