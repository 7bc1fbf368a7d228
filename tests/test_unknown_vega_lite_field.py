"""A Vega-Lite file that asks for a column which is not there is told there. All content is invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from trendrapport import pipeline

CHART = "data: voorbeeld\ntitle: Een bevinding\ndescription: Wat te zien is.\nsource: voorbeeldbron\n"
CSV = "jaar,aantal\n2019,3\n2020,1\n2021,4\n2022,2\n"
X = {"field": "jaar", "type": "ordinal"}
Y = {"field": "aantal", "type": "quantitative"}


def spec(y: object = Y, transform: tuple[object, ...] = (), **encoding: object) -> dict[str, Any]:
    return {"transform": list(transform), "mark": "bar", "encoding": {"x": X, "y": y, **encoding}}


def found(sample: Path, text: str) -> list[str]:
    (sample / "charts/voorbeeld.yml").write_text(CHART, "utf-8")
    (sample / "charts/data/voorbeeld.csv").write_text(CSV, "utf-8")
    (sample / "charts/voorbeeld.vl.json").write_text(text, "utf-8")
    try:
        diagnostics = pipeline.check(sample).diagnostics
    finally:
        pipeline.stop()
    return [f"{one.location} {one.code} {one.fix.en}" for one in diagnostics if one.code == "vega-lite-field"]


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (spec(y={**Y, "field": "aantl"}), '"aantl"'),
        (spec(transform=({"filter": "datum.jaer > 2019"},)), '"datum.jaer > 2019"'),
        (spec(transform=({"calculate": "datum['antal'] * 2", "as": "twee"},)), "\"datum['antal'] * 2\""),
        (spec(tooltip=[{"field": "jaar"}, {"field": "Aantal"}]), '"Aantal"'),
        (
            spec(
                transform=({"aggregate": [{"op": "sum", "field": "aantal", "as": "som"}], "groupby": ["jr"]},)
            ),
            '"jr"',
        ),
        (spec(transform=({"fold": ["jaar", "antal"]},)), '"antal"'),
        (spec(transform=({"flatten": ["jaren"]},)), '"jaren"'),
        (spec(transform=({"impute": "aantal", "key": "jr", "value": 0},)), '"jr"'),
        (spec(transform=({"loess": "aantal", "on": "jr"},)), '"jr"'),
        (spec(transform=({"stack": "antal", "groupby": ["jaar"], "as": "boven"},)), '"antal"'),
    ],
)
def test_a_column_that_is_not_there_is_told_where_it_is_asked_for(
    sample: Path, given: dict[str, Any], named: str
) -> None:
    text = json.dumps(given)
    column = text.index(json.dumps(json.loads(named))) + 1
    told = found(sample, text)
    assert [one.split(" ")[0] for one in told] == [f"charts/voorbeeld.vl.json:1:{column}"]
    assert "aantal" in told[0]


@pytest.mark.parametrize(
    "given",
    [
        spec(),
        spec(y={"field": "twee", "type": "quantitative"}, transform=({"calculate": "1", "as": "twee"},)),
        spec(y={"field": "value", "type": "quantitative"}, transform=({"fold": ["aantal"]},)),
        spec(transform=({"impute": "aantal", "key": "jaar", "value": 0}, {"flatten": ["aantal"]})),
        spec(transform=({"density": "aantal"}, {"stack": "density", "groupby": [], "as": ["van", "tot"]})),
        spec(
            y={"field": "x2020", "type": "quantitative"},
            transform=({"pivot": "jaar", "value": "aantal", "groupby": ["jaar"]},),
        ),
        spec(y={"aggregate": "count", "type": "quantitative"}),
        spec(y={**Y, "axis": {"labelExpr": "datum.label + '!'"}}),
        spec(
            y={
                **Y,
                "axis": {"gridDash": {"condition": {"test": "datum.value === 0", "value": []}, "value": [2]}},
            }
        ),
        spec(
            x={
                **X,
                "axis": {
                    "gridDash": {
                        "condition": {"test": {"field": "value", "equal": 2019}, "value": []},
                        "value": [2],
                    }
                },
            }
        ),
        spec(
            y={"field": "groep_end", "type": "quantitative"},
            transform=({"bin": True, "field": "aantal", "as": "groep"},),
        ),
        spec(
            y={"field": "rSquared", "type": "quantitative"},
            transform=({"regression": "aantal", "on": "jaar", "params": True},),
        ),
        spec(color={"condition": {"test": "datum.aantal > 2", "value": "red"}, "value": "grey"}),
    ],
)
def test_a_column_that_is_there_or_made_is_right(sample: Path, given: dict[str, Any]) -> None:
    assert found(sample, json.dumps(given)) == []
