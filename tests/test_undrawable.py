"""A chart with a Vega-Lite file of its own that cannot be drawn is told by a check, at the mistake.

All content is invented.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from trendrapport import pipeline
from trendrapport.charts.rendering import vega_to_svg as rendering
from trendrapport.charts.vega.formulas import FUNCTIONS, formulas, place
from trendrapport.diagnostics import Diagnostic

CHART = "data: voorbeeld\ntitle: Een bevinding\ndescription: Wat te zien is.\nsource: voorbeeldbron\n"
CSV = "jaar,aantal\n2019,3\n2020,1\n2021,4\n2022,2\n"
OWN = "charts/voorbeeld.vl.json"
BAR = (
    '"mark": "bar", "encoding": {"x": {"field": "jaar", "type": "ordinal"}, "y": {"field": "aantal", '
    '"type": "quantitative"}}'
)


@pytest.fixture(autouse=True)
def _no_process_stays() -> Iterator[None]:
    yield
    pipeline.stop()


def found(sample: Path, spec: str) -> list[Diagnostic]:
    (sample / "charts/voorbeeld.yml").write_text(CHART, "utf-8")
    (sample / "charts/data/voorbeeld.csv").write_text(CSV, "utf-8")
    (sample / OWN).write_text(spec, "utf-8")
    return list(pipeline.check(sample).diagnostics)


def findings_of(sample: Path, spec: str) -> list[str]:
    return [
        f"{one.location.line}:{one.location.column} {one.code}"
        for one in found(sample, spec)
        if one.location.path == OWN
    ]


CASES = {
    "a formula that ends too soon": (
        '"transform": [{"calculate": "datum.aantal +¤", "as": "z"}]',
        "vega-lite-formula-syntax",
    ),
    "after letters of another length": (
        '"transform": [{"calculate": "\'😀\\u00e9\' ¤)", "as": "z"}]',
        "vega-lite-formula-syntax",
    ),
    "within a filter": (
        '"transform": [{"filter": {"and": ["datum.aantal > ¤)"]}}]',
        "vega-lite-formula-syntax",
    ),
    "in a parameter": ('"params": [{"name": "a", "expr": "1 +¤"}]', "vega-lite-formula-syntax"),
    "an assignment": ('"transform": [{"calculate": "a ¤= 1", "as": "z"}]', "vega-lite-formula-syntax"),
    "an unknown function": (
        '"transform": [{"calculate": "1 + ¤rond(datum.aantal)", "as": "z"}]',
        "vega-lite-formula-function",
    ),
    "too few arguments": ('"transform": [{"calculate": ¤"if(1)", "as": "z"}]', "vega-lite-undrawable"),
    "an unknown parameter": ('"transform": [{"filter": "datum.aantal > ¤grens"}]', "vega-lite-undrawable"),
    "an unknown selection": ('"transform": [{"filter": {"param": "¤keuze"}}]', "vega-lite-undrawable"),
    "a name twice": (
        '"params": [{"name": "a", "value": 1}, {"name": "¤a", "value": 1}]',
        "vega-lite-undrawable",
    ),
    "an unknown format": ('"config": {"axis": {"format": "¤zzz"}}', "vega-lite-undrawable"),
    "a broken event": (
        '"params": [{"name": "a", "select": {"type": "point", "on": "¤klik[["}}]',
        "vega-lite-undrawable",
    ),
}


def marked(spec: str) -> tuple[str, list[str]]:
    """A specification without the marks in it, and the line and column of each."""
    before = spec.split("¤")[:-1]
    ends = ["".join(before[: count + 1]) for count in range(len(before))]
    return spec.replace("¤", ""), [
        f"{end.count(chr(10)) + 1}:{len(end) - end.rfind(chr(10))}" for end in ends
    ]


@pytest.mark.parametrize("name", CASES)
def test_what_vega_cannot_draw_is_told_at_the_mistake(sample: Path, name: str) -> None:
    part, code = CASES[name]
    spec, (place,) = marked(f"{{{BAR},\n {part}}}")
    assert findings_of(sample, spec) == [f"{place} {code}"]


def test_each_mistake_is_told_in_one_run(sample: Path) -> None:
    spec, places = marked(
        f'{{{BAR},\n "transform": [{{"calculate": "¤rond(1) + ¤nul(2)", "as": "a"}},\n  {{"calculate": "1 '
        f'+¤", '
        f'"as": "b"}},\n'
        '  {"filter": "datum.aantal > ¤grens"}],\n "config": {"axis": {"format": "¤zzz"}}}'
    )
    codes = (
        "vega-lite-formula-function",
        "vega-lite-formula-function",
        "vega-lite-formula-syntax",
        "vega-lite-undrawable",
        "vega-lite-undrawable",
    )
    assert findings_of(sample, spec) == [f"{place} {code}" for place, code in zip(places, codes, strict=True)]


def test_a_parameter_that_is_missing_is_told_wherever_it_is_used(sample: Path) -> None:
    spec, places = marked(
        f'{{{BAR},\n "transform": [{{"filter": "datum.aantal > ¤grens"}}, {{"calculate": "¤grens * 2", '
        f'"as": "z"}}]}}'
    )
    assert findings_of(sample, spec) == [f"{place} vega-lite-undrawable" for place in places]


def test_advice_names_what_there_is(sample: Path) -> None:
    (near,) = found(sample, f'{{{BAR}, "transform": [{{"calculate": "rount(1)", "as": "a"}}]}}')
    assert '"round"' in near.fix.en
    (param,) = found(
        sample,
        (
            f'{{{BAR}, "params": [{{"name": "grens", "value": 1}}], "transform": [{{"filter": "datum.aantal '
            f'> grenz"}}]}}'
        ),
    )
    assert '"grens"' in param.fix.nl
    assert "datum.grenz" in param.fix.nl


@pytest.mark.parametrize(
    "part",
    [
        '"transform": [{"filter": "datum.aantal > 1"}]',
        '"params": [{"name": "grens", "value": 1}], "transform": [{"filter": "datum.aantal > grens"}]',
        '"transform": [{"filter": {"field": "jaar", "oneOf": ["2019", "2020)"]}}]',
        '"title": "1 +"',
    ],
)
def test_a_right_file_is_drawn_once(sample: Path, part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert findings_of(sample, f"{{{BAR}, {part}}}") == []
    monkeypatch.setattr("trendrapport.charts.drawing.trial.Trial.problems", None)
    assert pipeline.check(sample).diagnostics == (), "what was drawn is not drawn again"


def test_a_report_without_such_a_file_draws_nothing(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trendrapport.charts.drawing.workers.drawer", None)
    assert not pipeline.check(sample).diagnostics


def test_one_that_is_too_wide_is_told(sample: Path) -> None:
    assert findings_of(sample, f'{{{BAR}, "width": 900}}') == ["1:1 wide-drawing"]


def test_one_that_takes_too_much_is_told_in_time(sample: Path) -> None:
    data = '"data": {"sequence": {"start": 0, "stop": 30000000}}'
    start = time.monotonic()
    assert findings_of(
        sample, f'{{"layer": [{{{data}, "mark": "point", "encoding": {{"x": {{"field": "data"}}}}}}]}}'
    ) == ["1:1 vega-lite-heavy"]
    assert time.monotonic() - start < 2 * rendering.MOST_SECONDS


def test_vega_has_each_function_that_is_advised() -> None:
    assert not any(rendering.formula_faults([f"{name}(1)" for name in FUNCTIONS]))


def test_a_place_in_a_text_with_escapes() -> None:
    text = '{"a": "x\\n\\u00e9😀y"}'
    assert [place(text, 6, units) for units in range(7)] == [7, 8, 10, 16, 17, 17, 18]
    assert list(formulas(json.loads(text))) == []
