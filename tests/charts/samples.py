"""A small table, small charts, and those of the invented report in `tests/dutch`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from trendrapport.charts.drawing.draw import ChartJob
from trendrapport.charts.tables.table import Table, read_table
from trendrapport.diagnostics import Language
from trendrapport.model.charts import Chart, DataPackage

ROOT = Path(__file__).parents[2]
DUTCH = ROOT / "tests/dutch"

FIELDS = [
    ("jaar", "year"),
    ("soort", "string"),
    ("aantal", "integer"),
    ("deel", "number"),
    ("voorlopig", "boolean"),
]
TEXT = """jaar,soort,aantal,deel,voorlopig
2020,laag,1200,10.5,false
2021,laag,1300,,false
2022,laag,1500,14.0,true
2020,hoog & <b>,,20.0,false
2021,hoog & <b>,2500,22.5,false
2022,hoog & <b>,2750,25.0,true
"""

PROVINCES = """code,naam,aantal
PV20,Groningen,12
PV26,Utrecht,-3
PV31,Limburg,
NL,Nederland,40
"""

EVENTS = """dag,wat
2018-05-25,Eerste moment
2016-05-24,Een eerder moment met een lange naam & <b>
,Ooit
2024-08-01,Laatste moment
"""


class Kept(dict[str, bytes]):
    """A store in memory."""

    def put(self, key: str, value: bytes) -> None:
        self[key] = value


def package(fields: list[tuple[str, str]] | list[dict[str, Any]]) -> DataPackage:
    """A descriptor with these fields."""
    full = [
        field if isinstance(field, dict) else {"name": field[0], "type": field[1], "title": field[0].title()}
        for field in fields
    ]
    data = {
        "name": "tabel",
        "title": "Tabel",
        "licenses": [{"name": "CC0-1.0"}],
        "sources": [{"title": "Bron"}],
        "resources": [{"name": "tabel", "path": "tabel.csv", "schema": {"fields": full}}],
    }
    return DataPackage.model_validate_json(json.dumps(data))


def table_of(text: str, fields: list[tuple[str, str]] | list[dict[str, Any]]) -> Table:
    """A table that must be right."""
    table, found = read_table("tabel", "charts/data/tabel.csv", text, package(fields))
    assert table, found
    return table


def table_findings(text: str, fields: list[tuple[str, str]] | list[dict[str, Any]]) -> list[str]:
    """What is found in a table, in order: "line:column code"."""
    _, found = read_table("tabel", "charts/data/tabel.csv", text, package(fields))
    return [
        f"{one.location.line}:{one.location.column} {one.code}"
        for one in sorted(found, key=lambda one: one.location)
    ]


def csv_of(*lines: str) -> str:
    """The text of a table: its heading and its rows, each a line."""
    return "\n".join(lines) + "\n"


def areas() -> Table:
    """A few provinces, one without a figure, and the country."""
    return table_of(PROVINCES, [("code", "string"), ("naam", "string"), ("aantal", "integer")])


def events() -> Table:
    """A few made-up events, not in order, one without a date."""
    return table_of(EVENTS, [("dag", "date"), ("wat", "string")])


def chart_of(kind: str, **more: Any) -> Chart:
    """A declaration of one kind."""
    data = {
        **({"kind": kind} if kind else {}),
        "data": "tabel",
        "title": "Titel & <i>",
        "subtitle": "Aantal",
        "description": "Wat het laat zien.",
        "source": "bron",
        **more,
    }
    return Chart.model_validate_json(json.dumps(data))


def declared_jobs(root: Path = DUTCH, language: Language = "nl") -> list[ChartJob]:
    """The charts of that report, or of another."""
    charts = root / "charts"
    tables = {}
    for path in sorted((charts / "data").glob("*.datapackage.yml")):
        name = path.name.removesuffix(".datapackage.yml")
        described = DataPackage.model_validate_json(json.dumps(yaml.safe_load(path.read_text("utf-8"))))
        tables[name], found = read_table(
            name, f"charts/data/{name}.csv", (path.parent / f"{name}.csv").read_text("utf-8"), described
        )
        assert not found
    jobs = []
    dates = root / "content/milestones.yml"
    milestones = yaml.safe_load(dates.read_text("utf-8")) if dates.exists() else {}
    for path in sorted(charts.glob("*.yml")):
        chart = Chart.model_validate_json(json.dumps(yaml.safe_load(path.read_text("utf-8"))))
        marks = [
            one.model_copy(update={"at": milestones[one.milestone]["date"]}) if one.milestone else one
            for one in chart.annotations
        ]
        chart = chart.model_copy(update={"annotations": tuple(marks)})
        own = next(
            (path.with_suffix(ending) for ending in (".py", ".vl.json") if path.with_suffix(ending).exists()),
            None,
        )
        code = own and own.read_text("utf-8")
        table = tables[chart.data]
        assert table
        jobs.append(
            ChartJob(
                path.stem, f"charts/{path.name}", chart, table, language, code, own and f"charts/{own.name}"
            )
        )
    return jobs
