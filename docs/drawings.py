"""The example of each kind of chart in the manual, as an SVG file for light and for dark paper."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

from trendrapport.charts import kinds
from trendrapport.charts.annotations import placing as annotations
from trendrapport.charts.choosing.defaults import chosen
from trendrapport.charts.figure import figure
from trendrapport.charts.formats import standalone, svg
from trendrapport.charts.plan import Plan
from trendrapport.charts.tables.table import Table, read_table
from trendrapport.charts.theme import Theme
from trendrapport.model.charts import Chart, DataPackage
from trendrapport.runtime.plugins import modules

ROOT = Path(__file__).parents[1]
ANSWERS = {
    "oneens": "Oneens",
    "beetje_oneens": "Beetje oneens",
    "neutraal": "Neutraal",
    "beetje_eens": "Beetje eens",
    "eens": "Eens",
}
INVENTED = {
    "antwoorden": (
        [
            {"name": "stelling", "type": "string", "title": "Stelling"},
            *(
                {"name": name, "type": "integer", "title": title, "unit": "%"}
                for name, title in ANSWERS.items()
            ),
        ],
        "stelling,oneens,beetje_oneens,neutraal,beetje_eens,eens\n"
        "Ik vind wat ik zoek,6,14,20,38,22\n"
        "Ik weet bij wie ik moet zijn,11,19,24,30,16\n"
        "Een brief is duidelijk,24,28,15,22,11\n",
    ),
    "leeftijdsopbouw": (
        [
            {"name": "leeftijd", "type": "string", "title": "Leeftijd"},
            {"name": "vrouwen", "type": "integer", "title": "Vrouwen"},
            {"name": "mannen", "type": "integer", "title": "Mannen"},
        ],
        "leeftijd,vrouwen,mannen\n0 tot 10 jaar,51000,54000\n10 tot 20 jaar,56000,59000\n"
        "20 tot 30 jaar,61000,62000\n30 tot 40 jaar,64000,63000\n40 tot 50 jaar,60000,58000\n"
        "50 tot 60 jaar,66000,64000\n60 tot 70 jaar,59000,56000\n70 tot 80 jaar,45000,39000\n"
        "80 tot 90 jaar,23000,15000\n90 jaar of ouder,5000,2000\n",
    ),
}
"""Made up, for kinds of which the report has no table: the columns and the text of each."""
EVENTS = 6
"""So many milestones of this report stand in the example of a timeline."""


def drawings() -> dict[str, bytes]:
    """Path in docs/ to the drawing that belongs there."""
    made = {name: _drawing(name, module) for name, module in modules(kinds).items()}
    return {f"charts/{name}.svg": raw for name, raw in {**made, "annotations": _marked()}.items()}


def _drawing(name: str, module: ModuleType) -> bytes:
    *code, declared = re.findall(r"(?m)(?:^    .*\n|^\n(?=\n*    ))+", (module.__doc__ or "").rstrip() + "\n")
    own = re.sub(r"(?m)^    ", "", code[0]).strip("\n") + "\n" if code else None
    return _drawn(name, yaml.safe_load(declared), (module.__doc__ or "").strip().splitlines()[0], own)


def _marked() -> bytes:
    marks = re.findall(r"(?m)(?:^    .*\n)+", annotations.__doc__ or "")[0]
    milestone = yaml.safe_load((ROOT / "content" / "milestones.yml").read_text("utf-8"))["wet-open-overheid"]
    declared = {
        "kind": "lines",
        "data": "internet_leeftijd",
        "filter": {"leeftijd": ["75 jaar of ouder", "65 tot 75 jaar"]},
        "fields": {"x": "jaar", "series": "leeftijd", "value": "nooit_internet_gebruikt_pct"},
        **yaml.safe_load(marks),
    }
    declared["annotations"] = [
        {"at": milestone["date"], "label": milestone["title"]} if "milestone" in one else one
        for one in declared["annotations"]
    ]
    return _drawn("annotations", declared, "Events, ranges, reference lines and labels in a chart.", None)


def _drawn(name: str, declared: dict[str, Any], description: str, code: str | None) -> bytes:
    whole = {"title": name, "subtitle": name, "description": description, "source": "x", **declared}
    table = _table_of(declared["data"])
    chart = chosen(Chart.model_validate_json(json.dumps(whole, default=str)), table)
    drawn = svg.write(figure(Plan(name, chart, table, Theme("nl"), code, f"charts/{name}" if code else "")))
    return standalone.write(drawn.decode()) + b"\n"


def _table_of(name: str) -> Table:
    """A table of this repository's report, its milestones, or one of invented figures."""
    if name == "mijlpalen":
        return _events()
    if name in INVENTED:
        return _invented(name)
    return _table(name)


def _invented(name: str) -> Table:
    """Figures that are made up, for kinds of which the report has no table."""
    columns, text = INVENTED[name]
    package = {
        "name": name,
        "title": "Verzonnen cijfers",
        "licenses": [{"name": "CC0-1.0"}],
        "sources": [{"title": "Verzonnen"}],
        "resources": [{"name": name, "path": f"{name}.csv", "schema": {"fields": columns}}],
    }
    return _read(name, text, package)


def _table(name: str) -> Table:
    folder = ROOT / "charts" / "data"
    package = yaml.safe_load((folder / f"{name}.datapackage.yml").read_text("utf-8"))
    return _read(name, (folder / f"{name}.csv").read_text("utf-8"), package)


def _events() -> Table:
    """The latest milestones of this report as a table."""
    found = sorted(
        yaml.safe_load((ROOT / "content" / "milestones.yml").read_text("utf-8")).values(),
        key=lambda one: str(one["date"]),
    )
    dated = [one for one in found if len(one["date"]) == len("2024-01-01")][-EVENTS:]
    fields = [
        {"name": "datum", "type": "date", "title": "Datum"},
        {"name": "gebeurtenis", "type": "string", "title": "Gebeurtenis"},
    ]
    package = {
        "name": "mijlpalen",
        "title": "Mijlpalen",
        "licenses": [{"name": "CC-BY-4.0"}],
        "sources": [{"title": "Mijlpalen"}],
        "resources": [{"name": "mijlpalen", "path": "mijlpalen.csv", "schema": {"fields": fields}}],
    }
    return _read(
        "mijlpalen",
        "datum,gebeurtenis\n" + "".join(f'{one["date"]},"{one["title"]}"\n' for one in dated),
        package,
    )


def _read(name: str, text: str, package: dict[str, Any]) -> Table:
    table, found = read_table(
        name, f"charts/data/{name}.csv", text, DataPackage.model_validate_json(json.dumps(package))
    )
    if table is None:
        raise ValueError(found)
    return table
