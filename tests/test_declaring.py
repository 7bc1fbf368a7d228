"""What an editor can leave out, mark and explain in a chart of a whole report, and what is refused.

All content is invented.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.samples import FIELDS, TEXT, chart_of, table_of
from trendrapport.charts.choosing.defaults import chosen
from trendrapport.charts.figure import Figure
from trendrapport.charts.fit.declaration import misfits
from trendrapport.charts.formats import table as table_format
from trendrapport.charts.formats import words
from trendrapport.charts.plan import Plan
from trendrapport.charts.theme import Theme
from trendrapport.charts.vega.untrusted import position, problems
from trendrapport.charts.words.footnotes import footnotes
from trendrapport.charts.words.sentences import in_words
from trendrapport.files.json_positions import places
from trendrapport.pipeline import Options, build, check

FOUR = "data: voorbeeld\ntitle: Een bevinding\ndescription: Wat te zien is.\nsource: voorbeeldbron\n"
CSV = "jaar,aantal\n2019,3\n2020,1\n2021,4\n2022,2\n"
MILESTONES = (
    'opening:\n  title: Het verzonnen loket opent\n  date: "2020-06-01"\n  type: register\n'
    "  explanation: Verzonnen.\n  sources: [voorbeeldbron]\n"
)
SPEC = (
    '{"mark": "bar", "encoding": {"x": {"field": "jaar", "type": "ordinal"}, "y": {"field": "aantal", '
    '"type": "quantitative"}}}'
)
CHART, OWN = "charts/voorbeeld.yml", "charts/voorbeeld.vl.json"


def write(sample: Path, **files: str) -> None:
    names = {
        "chart": CHART,
        "csv": "charts/data/voorbeeld.csv",
        "own": OWN,
        "milestones": "content/milestones.yml",
    }
    for name, text in files.items():
        (sample / names[name]).write_text(text, "utf-8")


def page(sample: Path) -> str:
    result = build(sample, Options(strict=True))
    assert result.built, result.diagnostics
    return (sample / "site/figures/voorbeeld.html").read_text("utf-8")


def test_a_figure_links_to_the_code_and_the_data_behind_it(sample: Path) -> None:
    behind = "links: {code: https://voorbeeld.nl/vraag.sql?a=1&b=2, data: https://voorbeeld.nl/cijfers}\n"
    write(sample, chart=FOUR + behind, csv=CSV)
    path = sample / "content/2026/key_figures.yml"
    path.write_text(
        "groei:\n  title: Verzonnen groei\n  value: 27\n  unit: '%'\n  signed: true\n"
        "  explanation: Verzonnen.\n  source: voorbeeldbron\n",
        "utf-8",
    )
    text = " ".join(page(sample).split())
    assert "Achter deze figuur:" in text
    assert '<a href="https://voorbeeld.nl/vraag.sql?a=1&amp;b=2">code</a>,' in text
    assert '<a href="https://voorbeeld.nl/cijfers">gegevens</a>.' in text
    assert "+27" in (sample / "site/2026/index.html").read_text("utf-8")


def test_four_lines_give_a_whole_figure(sample: Path) -> None:
    write(sample, chart=FOUR, csv=CSV)
    text = page(sample)
    assert 'class="chart wide chart-lines"' in text
    assert '<p class="unit"' in text
    assert "2019-2022</p>" in text


def test_a_milestone_gives_moment_and_text_and_is_told(sample: Path) -> None:
    write(
        sample,
        chart=FOUR + "annotations:\n  - milestone: opening\n  - {value: 3, label: grens}\n",
        csv=CSV,
        milestones=MILESTONES,
    )
    text = page(sample)
    assert "Gemarkeerd, 1 jun 2020: Het verzonnen loket opent." in text
    assert "Hulplijn bij 3: grens." in text


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"chart": FOUR + "annotations:\n  - milestone: openig\n"}, [f"{CHART}:6:16 unknown-milestone"]),
        ({"chart": FOUR + "annotations:\n  - {at: 2031, label: x}\n"}, [f"{CHART}:6:10 annotation-outside"]),
        ({"chart": FOUR + "annotations:\n  - {at: 2020-13-01, label: x}\n"}, [f"{CHART}:6:10 bad-moment"]),
        ({"chart": FOUR + "annotations:\n  - {at: 2020}\n"}, [f"{CHART}:6:5 annotation-without-label"]),
        ({"chart": FOUR + "annotations:\n  - {label: x}\n"}, [f"{CHART}:6:5 annotation-form"]),
        (
            {"chart": FOUR + "annotations:\n  - {point: 2025, label: x}\n"},
            [f"{CHART}:6:13 unknown-annotation-point"],
        ),
        (
            {"chart": FOUR + "kind: histogram\nannotations:\n  - {at: 2020, label: x}\n"},
            [f"{CHART}:7:5 annotation-without-place"],
        ),
        (
            {"chart": FOUR + "filter: {jaar: 2020}\nkind: lines\noptions:\n  breaks: [{at: 2020}]\n"},
            [f"{CHART}:8:12 wrong-chart-option"],
        ),
        (
            {"chart": FOUR + "kind: lines\noptions:\n  breaks: [2021, 2031]\n"},
            [f"{CHART}:7:18 break-outside"],
        ),
        (
            {"chart": FOUR + "kind: bars\noptions:\n  breaks: [{at: 1999, reason: x}]\n"},
            [f"{CHART}:7:12 break-outside"],
        ),
        (
            {"chart": FOUR + "fields: {value: aantl}\n"},
            [f"{CHART}:5:17 unknown-column"],
        ),
        ({"chart": FOUR + "links: {code: vraag.sql}\n"}, [f"{CHART}:5:15 bad-address"]),
        ({"chart": FOUR + "fields: {x: jar}\n"}, [f"{CHART}:5:13 unknown-column"]),
        (
            {"chart": FOUR + "fields: {category: jaar, series: jar, value: aantl}\n"},
            [f"{CHART}:5:34 unknown-column", f"{CHART}:5:46 unknown-column"],
        ),
        ({"chart": FOUR + "filter: {jar: 2020}\n"}, [f"{CHART}:5:10 unknown-column"]),
        (
            {"chart": FOUR + "filter: {jaar: 2020}\noptions: {totals: true}\n"},
            [f"{CHART}:1:1 unclear-chart-kind"],
        ),
        (
            {"chart": FOUR + "kind: lines\n", "csv": "jaar,aantal\n1995,3\n2000,1\n2018,4\n2019,2\n2020,2\n"},
            [f"{CHART}:5:7 loose-dots"],
        ),
        (
            {"chart": FOUR + "kind: lines\n", "csv": "jaar,aantal\n1995,3\n2000,1\n2005,4\n2018,2\n2019,2\n"},
            [],
        ),
        (
            {
                "chart": FOUR + "kind: lines\noptions: {join: true}\n",
                "csv": "jaar,aantal\n1995,3\n2000,1\n2018,4\n2019,2\n2020,2\n",
            },
            [],
        ),
        ({"chart": FOUR + "kind: vega_lite\n"}, [f"{CHART}:5:7 missing-code"]),
        (
            {"chart": FOUR, "own": '{"mark": "bar",\n "data": {"url": "https://voorbeeld.nl/x.csv"}}'},
            [f"{OWN}:2:10 vega-lite-data"],
        ),
        (
            {
                "chart": FOUR,
                "own": '{"mark": "bar",\n "encoding": {"href": {"value": "javascript:alert(1)"}}}',
            },
            [f"{OWN}:2:23 vega-lite-address"],
        ),
        (
            {
                "chart": FOUR,
                "own": '{"layer": [\n  {"mark": {"type": "image",\n "url": "https://voorbeeld.nl/x.png"}}]}',
            },
            [f"{OWN}:2:12 vega-lite-image"],
        ),
        (
            {
                "chart": FOUR,
                "own": (
                    '{"mark": "bar", "background": "url(http://voorbeeld.nl/x.svg#x)",\n "encoding": '
                    '{"color": '
                    '{"value": "red"}}}'
                ),
            },
            [f"{OWN}:1:31 vega-lite-colour"],
        ),
        (
            {"chart": FOUR, "own": '{"mark": {"type": "bar",\n "stroke": "u\\\\72l(//voorbeeld.nl)"}}'},
            [f"{OWN}:2:12 vega-lite-colour"],
        ),
        (
            {
                "chart": FOUR,
                "own": (
                    '{"mark": "bar", "encoding": {"color": {"field": "jaar",\n "scale": {"range": '
                    '["chart-1", '
                    '"image(x)"]}}}}'
                ),
            },
            [f"{OWN}:2:33 vega-lite-colour"],
        ),
        (
            {
                "chart": FOUR,
                "own": (
                    '{"mark": "bar", "encoding": {"color": {"condition": {"test": "true",\n "value": '
                    '"url(x)"}}}}'
                ),
            },
            [f"{OWN}:2:11 vega-lite-colour"],
        ),
        (
            {"chart": FOUR, "own": '{"mark": "bar",\n "config": {"range": {"category": ["var(--x)"]}}}'},
            [f"{OWN}:2:36 vega-lite-colour"],
        ),
        (
            {
                "chart": FOUR,
                "own": '{"mark": "bar", "title": "Zie url(hier)",\n'
                ' "encoding": {"color": {"field": "jaar", "legend": {"title": "Prijs (x) url(y)"}}},\n'
                ' "config": {"range": {"category": ["chart-1", "#123"], "ramp": {"scheme": "blues"}, '
                '"symbol": '
                '["M0,0L1,1"]}}}',
            },
            [],
        ),
        (
            {"chart": FOUR, "own": '{"mark": {"type": "bar", "clr": "red"}}'},
            [f"{OWN}:1:33 vega-lite-unknown"],
        ),
        ({"chart": FOUR, "own": '{"mark": "bar",' + " " * 200_000 + "}"}, [f"{OWN}:1:1 vega-lite-long"]),
        (
            {
                "chart": FOUR,
                "own": '{"mark": "bar",\n "transform": [{"as": "b", "calculate": "' + "a" * 2_001 + '"}]}',
            },
            [f"{OWN}:2:41 vega-lite-long"],
        ),
        (
            {
                "chart": FOUR,
                "own": '{"mark": "bar",\n\t"params": [{"name": "a", "expr": "\'https://voorbeeld.nl\'"}]}',
            },
            [f"{OWN}:2:35 vega-lite-formula"],
        ),
        ({"chart": FOUR, "own": '{"mark": "bar",\n "encoding": {,}}'}, [f"{OWN}:2:15 json-syntax"]),
        ({"chart": FOUR, "own": "[]"}, [f"{OWN}:1:1 json-syntax"]),
    ],
)
def test_what_cannot_be_is_told_with_its_place(
    sample: Path, files: dict[str, str], expected: list[str]
) -> None:
    write(sample, **{"csv": CSV, "milestones": MILESTONES, **files})
    assert [f"{one.location} {one.code}" for one in check(sample).diagnostics] == expected


def test_an_unknown_milestone_gets_the_nearest_name(sample: Path) -> None:
    write(sample, chart=FOUR + "annotations:\n  - milestone: openig\n", csv=CSV, milestones=MILESTONES)
    assert '"opening"' in check(sample).diagnostics[0].fix.nl


def test_vega_lite_gets_the_same_figure_around_it(sample: Path) -> None:
    write(
        sample,
        chart=FOUR + "options: {}\n",
        csv=CSV,
        own=SPEC.replace('"bar"', '{"type": "bar", "color": "chart-2"}'),
    )
    text = page(sample)
    assert "chart-vega-lite" in text
    assert "var(--chart-2)" in text
    assert 'aria-describedby="chart-voorbeeld-desc"' in text
    assert '<th scope="row">2021</th>' in text


@pytest.mark.parametrize(
    ("spec", "line", "column"),
    [
        ('{"mark": "bra",\n "encoding": {"x": {"field": "jaar"}}}', 1, 10),
        ('{"mark": "bar",\n "encoding": {"x": {"field": "jaar",\n  "type": "soort"}}}', 3, 11),
    ],
)
def test_what_vega_lite_does_not_know_is_told_with_its_place(
    sample: Path, spec: str, line: int, column: int
) -> None:
    write(sample, chart=FOUR, csv=CSV, own=spec)
    found = check(sample).diagnostics
    assert [(one.code, one.location.path, one.location.line, one.location.column) for one in found] == [
        ("vega-lite-unknown", OWN, line, column)
    ]
    assert "Bedoelt u" in found[0].fix.nl or "Kies uit" in found[0].fix.nl
    assert build(sample, Options()).diagnostics == found, "a build stops for the same"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None, max_examples=60)
@given(JSON, st.sampled_from([None, 1, "\t"]))
def test_each_value_has_its_place(value: object, indent: int | str | None) -> None:
    text = json.dumps(value, indent=indent)
    decoder = json.JSONDecoder()
    for path, at in places(text).items():
        here = value
        for part in path:
            here = here[part]
        assert decoder.raw_decode(text, at)[0] == here


@settings(deadline=None, max_examples=60)
@given(st.text() | JSON.map(json.dumps) | st.integers(1, 3000).map(lambda deep: "[" * deep + "]" * deep))
def test_no_text_breaks_the_check(text: str) -> None:
    for problem in problems("a.vl.json", text):
        assert problem.location.line >= 1
        assert problem.location.column >= 1


@given(st.text(), st.integers(0, 20))
def test_a_position_counts_from_one(text: str, offset: int) -> None:
    line, column = position(text, min(offset, len(text)))
    assert sum(len(part) + 1 for part in text.split("\n")[: line - 1]) + column - 1 == min(offset, len(text))


NAMES = st.sampled_from([name for name, _ in FIELDS] + ["weg", "WEG"])
ROLES = st.sampled_from(["x", "y", "category", "date", "label", "code", "series", "value", "provisional"])


@settings(deadline=None)
@given(
    st.dictionaries(ROLES, NAMES | st.lists(NAMES, min_size=1, max_size=3), max_size=4),
    st.dictionaries(NAMES, st.sampled_from([2020, "laag", "weg"]), max_size=2),
)
def test_any_columns_can_be_named_without_a_kind(fields: dict[str, Any], kept: dict[str, Any]) -> None:
    """Each one that the table lacks is reported, and nothing is said of a kind before they are mended."""
    table = table_of(TEXT, FIELDS)
    chart = chosen(chart_of("", fields=fields, filter=kept), table)
    found = [one.code for one in misfits(chart, table)]
    wanted = list(kept)
    for names in fields.values():
        wanted += [names] if isinstance(names, str) else names
    lacking = [name for name in wanted if name not in table.columns]
    assert found.count("unknown-column") == len(lacking)
    assert not lacking or "unclear-chart-kind" not in found


PROVISIONAL = {"fields": {"x": "jaar", "series": "soort", "value": "aantal", "provisional": "voorlopig"}}


def plan(kind: str = "lines", language: str = "nl", **more: object) -> Plan:
    return Plan("proef", chart_of(kind, **{**PROVISIONAL, **more}), table_of(TEXT, FIELDS), Theme(language))


def test_footnotes_come_by_themselves(sample: Path) -> None:
    made = plan(options={"breaks": [2021, {"at": 2022, "reason": "de verzonnen telling is veranderd."}]})
    assert footnotes(made) == [
        "Trendbreuk in 2021: de cijfers vanaf dan zijn niet te vergelijken met eerdere.",
        "Trendbreuk in 2022: de verzonnen telling is veranderd.",
        "Gestippeld, met open punten en *: voorlopig cijfer (2022).",
    ]
    assert "provisional figure (2022)" in footnotes(plan(language="en"))[0]
    write(sample, chart=FOUR + 'options:\n  breaks: [{at: 2021, reason: "geteld & <3"}]\n', csv=CSV)
    assert '<ul class="footnotes"><li>Trendbreuk in 2021: geteld &amp; &lt;3.</li></ul>' in page(sample)


@pytest.mark.parametrize(
    ("sort", "cells", "at", "expected"),
    [
        ("date", ("2021-12-31", "2022-12-31"), "2022-12-31", "Trendbreuk op 31 dec 2022: x."),
        ("yearmonth", ("2021-12", "2022-12"), "2022-12", "Trendbreuk in dec 2022: x."),
        ("string", ("klein", "groot"), "groot", "Trendbreuk bij groot: x."),
    ],
)
def test_a_break_is_told_with_its_place(sort: str, cells: tuple[str, str], at: str, expected: str) -> None:
    table = table_of(
        f"plaats,aantal,voorlopig\n{cells[0]},1,false\n{cells[1]},2,true\n",
        [("plaats", sort), ("aantal", "integer"), ("voorlopig", "boolean")],
    )
    chart = chart_of(
        "grouped_bars",
        fields={"category": "plaats", "value": "aantal", "provisional": "voorlopig"},
        options={"breaks": [{"at": at, "reason": "x"}]},
    )
    notes = footnotes(Plan("proef", chart, table, Theme("nl")))
    assert notes[0] == expected
    assert notes[1].startswith("* Voorlopig cijfer (")


def test_provisional_values_are_marked_in_the_table() -> None:
    text = table_format.write(Figure(plan(), "")).decode()
    assert text.count('<abbr title="voorlopig">*</abbr>') == 2
    assert '1.500<abbr title="voorlopig">*</abbr>' in text
    assert "Voorlopig" not in text


@pytest.mark.parametrize(
    ("kind", "declared", "expected"),
    [
        (
            "lines",
            {},
            (
                "Hoog & <b>: van 2.500 (2021) naar 2.750 (2022), een stijging van 10\u00a0%; hoogste 2.750 "
                "(2022), laagste 2.500 (2021)."
            ),
        ),
        (
            "lines",
            {"options": {"breaks": [2022]}},
            "Laag: van 1.200 (2020) naar 1.300 (2021), een stijging van 8\u00a0%; na de trendbreuk 1.500 "
            "(2022); "
            "hoogste 1.500 (2022), laagste 1.200 (2020).",
        ),
        (
            "lines",
            {"filter": {"soort": "laag"}, "options": {"unit": "%"}},
            "Laag: van 1.200\u00a0% (2020) naar 1.500\u00a0% (2022), zonder onderbreking een stijging van "
            "300 "
            "procentpunt; "
            "hoogste 1.500\u00a0% (2022), laagste 1.200\u00a0% (2020).",
        ),
        (
            "heat_map",
            {"fields": {"x": "jaar", "y": "soort", "value": "deel"}},
            (
                "Hoog & <b>: van 20,0 (2020) naar 25,0 (2022), zonder onderbreking een stijging van "
                "25\u00a0%; "
                "hoogste 25,0 (2022), laagste 20,0 (2020)."
            ),
        ),
        (
            "histogram",
            {"fields": {"value": "deel"}},
            "5 waarden van 10,5 tot en met 25,0; de middelste is 20,0.",
        ),
        (
            "key_figures",
            {"fields": {"label": "soort", "value": "aantal", "history": "jaar"}},
            (
                "Laag: van 1.200 (2020) naar 1.500 (2022), zonder onderbreking een stijging van 25\u00a0%; "
                "hoogste 1.500 (2022), laagste 1.200 (2020)."
            ),
        ),
        (
            "timeline",
            {"fields": {"date": "jaar", "label": "soort"}, "filter": {"soort": "laag"}},
            "3 gebeurtenissen: de eerste is laag (2020), de laatste laag (2022).",
        ),
    ],
)
def test_words_say_first_last_highest_lowest_and_trend(
    kind: str, declared: dict[str, object], expected: str
) -> None:
    assert expected in in_words(plan(kind, **declared))
    assert not set(in_words(plan(kind, language="en", **declared))) & set(in_words(plan(kind, **declared)))


def test_a_long_description_stands_instead_of_the_words() -> None:
    made = plan(long_description="Een <b>eigen</b> verhaal.\n\nMet een tweede alinea.")
    text = words.write(Figure(made, "")).decode()
    assert text.startswith(
        "<p>Een &lt;b&gt;eigen&lt;/b&gt; verhaal.</p><p>Met een tweede alinea.</p><ul><li>Gestippeld"
    )
    assert "hoogste" not in text


def test_a_thousand_rows_are_drawn_and_a_hundred_thousand_are_told(sample: Path) -> None:
    write(
        sample,
        chart=FOUR + "kind: ranked_bars\nfields: {category: jaar, value: aantal}\n",
        csv="jaar,aantal\n" + "".join(f"{year},{year % 7}\n" for year in range(1000, 2000)),
    )
    assert page(sample).count('<th scope="row">') == 1000
    write(sample, csv="jaar,aantal\n" + "".join(f"{1000 + row % 999},{row}\n" for row in range(100_000)))
    found = check(sample).diagnostics
    assert [f"{one.location} {one.code}" for one in found] == [f"{CHART}:1:7 too-many-rows"]
    assert "100000" in found[0].what.nl
    assert "filter" in found[0].fix.nl
