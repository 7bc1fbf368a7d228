"""A report with a chart of every kind, on figures that are large enough to look like those of a report; all
of it is invented.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from trendrapport.starters import new_report

SERIES = ("Gemeenten", "Provincies", "Waterschappen", "Ministeries", "Uitvoerders")
YEARS = range(2018, 2025)
SECTORS = ("Zorg", "Onderwijs", "Bouw", "Handel", "Horeca", "Landbouw", "Vervoer en opslag", "Overheid")
PROVINCES = ("PV20", "PV21", "PV22", "PV23", "PV24", "PV25", "PV26", "PV27", "PV28", "PV29", "PV30", "PV31")
SOURCE = "voorbeeldbron"


def _course() -> list[tuple[object, ...]]:
    """A missing figure in 2020, and a provisional last year."""
    rows: list[tuple[object, ...]] = []
    for index, name in enumerate(SERIES):
        for year in YEARS:
            amount = 900 + 310 * index + (year - 2018) * (140 - 65 * index) + year * index % 7 * 20
            rows.append(
                (
                    year,
                    name,
                    "" if (year, name) == (2020, "Provincies") else amount,
                    str(year == 2024).lower(),
                )
            )
    return rows


def _sectors() -> list[tuple[object, ...]]:
    rows = []
    for index, name in enumerate(SECTORS):
        value = 12.5 + index * 37 % 61
        rows.append((name, value, "" if name == "Horeca" else value + 8.5 - index * 3, value - 3, value + 4))
    return rows


def _places() -> list[tuple[object, ...]]:
    return [
        (f"Plaats {chr(65 + index)}", 20 + index * 13 % 47, 1200 + index * 5_371 % 9_000)
        for index in range(25)
    ]


def _eight() -> list[tuple[object, ...]]:
    return [
        (year, name, 40 + index * 29 % 83 + (year - 2020) * (index - 3))
        for index, name in enumerate(SECTORS)
        for year in range(2020, 2025)
    ]


def _balance() -> list[tuple[object, ...]]:
    """Amounts on both sides of 0, one of them missing."""
    return [
        (year, name, "" if (year, index) == (2022, 1) else (year - 2021) * 12.5 - index * 20)
        for index, name in enumerate(SERIES[:3])
        for year in range(2020, 2025)
    ]


def _answers() -> list[tuple[object, ...]]:
    """Shares of five answers, one of them missing."""
    found = [(8, 17, 20, 40, 15), (20, 31, 10, 25, 14), (3, 9, 32, 36, 20), (30, 28, "", 15, 5)]
    names = ("Ik vind wat ik zoek", "Ik weet bij wie ik moet zijn", "Het gaat snel", "Iemand luistert")
    return [(name, *shares) for name, shares in zip(names, found, strict=True)]


def _ages() -> list[tuple[object, ...]]:
    """People of both groups by ten years of age, one of them missing."""
    rows: list[tuple[object, ...]] = []
    for index in range(10):
        name = f"{10 * index} tot {10 * index + 10} jaar"
        rows.append((name, 900 - index**2 * 8, "" if index == 7 else 940 - index**2 * 9))
    return rows


def _measured() -> list[tuple[object, ...]]:
    """Shares with their range, the last of them provisional and then projections."""
    rows: list[tuple[object, ...]] = []
    for year in range(2016, 2027):
        share, around = 30 + (year - 2016) * 2.5, 2 + max(0, year - 2023) * 2
        flags = str(year == 2023).lower(), str(year > 2023).lower()
        rows.append((year, share, share - around, share + around, *flags))
    return rows


def _crowd() -> list[tuple[object, ...]]:
    """Thirty series, more than there is room to name."""
    return [
        (year, name, 40 + index * 29 % 83 + (year - 2020) * (index % 7 - 3))
        for index, (name, *_) in enumerate([*_places(), *[(f"Dorp {place}",) for place in range(5)]])
        for year in range(2020, 2025)
    ]


Fields = list[tuple[str, str, str]]
TABLES: dict[str, tuple[Fields, list[tuple[object, ...]]]] = {
    "overheden": (
        [
            ("jaar", "year", ""),
            ("soort", "string", ""),
            ("aantal", "integer", ""),
            ("voorlopig", "boolean", ""),
        ],
        _course(),
    ),
    "sectoren": (
        [
            ("sector", "string", ""),
            ("in_2022", "number", "%"),
            ("in_2024", "number", "%"),
            ("laag", "number", "%"),
            ("hoog", "number", "%"),
        ],
        _sectors(),
    ),
    "plaatsen": (
        [("plaats", "string", ""), ("deel", "integer", "%"), ("inwoners", "integer", "")],
        _places(),
    ),
    "provincies": (
        [("code", "string", ""), ("deel", "number", "%")],
        [(code, "" if code == "PV24" else 4.5 + index * 17 % 40) for index, code in enumerate(PROVINCES)],
    ),
    "delen": (
        [("deel", "string", ""), ("aantal", "integer", "")],
        [("Eigen", 412), ("Gehuurd", 250), ("Gedeeld", 173), ("Anders", 60)],
    ),
    "acht": ([("jaar", "year", ""), ("sector", "string", ""), ("aantal", "integer", "")], _eight()),
    "saldo": ([("jaar", "year", ""), ("soort", "string", ""), ("saldo", "number", "")], _balance()),
    "stellingen": (
        [
            ("stelling", "string", ""),
            *(
                (name, "integer", "%")
                for name in ("oneens", "beetje_oneens", "neutraal", "beetje_eens", "eens")
            ),
        ],
        _answers(),
    ),
    "leeftijden": (
        [("leeftijd", "string", ""), ("vrouwen", "integer", ""), ("mannen", "integer", "")],
        _ages(),
    ),
    "meting": (
        [
            ("jaar", "year", ""),
            *((name, "number", "%") for name in ("deel", "laag", "hoog")),
            ("voorlopig", "boolean", ""),
            ("raming", "boolean", ""),
        ],
        _measured(),
    ),
    "menigte": (
        [("jaar", "year", ""), ("sector", "string", ""), ("aantal", "integer", "")],
        _crowd(),
    ),
    "momenten": (
        [("dag", "date", ""), ("wat", "string", "")],
        [
            ("2016-05-24", "Een wet wordt van kracht"),
            ("2018-05-25", "Gemeenten beginnen ermee"),
            ("2021-03-01", "Eerste meting"),
            ("2022-11-15", "Raad stelt kaders vast"),
            ("2023-02-01", "Proef in drie steden"),
            ("", "Een evaluatie"),
            ("2024-08-01", "Tweede meting met een langere naam"),
        ],
    ),
}

COURSE = {"series": "soort", "value": "aantal"}
CHARTS: dict[str, tuple[str, dict[str, Any]]] = {
    "altair": ("overheden", {}),
    "area": ("overheden", {"fields": {"x": "jaar", **COURSE, "provisional": "voorlopig"}}),
    "bars": (
        "overheden",
        {
            "fields": {"category": "jaar", "value": "aantal", "provisional": "voorlopig"},
            "filter": {"soort": "Provincies"},
            "options": {"breaks": [2022]},
        },
    ),
    "diverging-bars": (
        "stellingen",
        {
            "fields": {
                "category": "stelling",
                "value": ["oneens", "beetje_oneens", "neutraal", "beetje_eens", "eens"],
            }
        },
    ),
    "dots": (
        "sectoren",
        {
            "fields": {"category": "sector", "value": ["in_2022", "in_2024"]},
            "options": {"sort": "descending"},
        },
    ),
    "grouped-bars": (
        "overheden",
        {
            "fields": {"category": "soort", "series": "jaar", "value": "aantal"},
            "filter": {"jaar": [2020, 2022, 2024]},
        },
    ),
    "heat-map": ("overheden", {"fields": {"x": "jaar", "y": "soort", "value": "aantal"}}),
    "histogram": ("plaatsen", {"fields": {"value": "deel"}, "options": {"counted": "plaatsen"}}),
    "key-figures": (
        "overheden",
        {"fields": {"label": "soort", "value": "aantal", "history": "jaar"}, "limit": 3},
    ),
    "lines": (
        "overheden",
        {"fields": {"x": "jaar", **COURSE, "provisional": "voorlopig"}, "options": {"breaks": [2022]}},
    ),
    "pyramid": ("leeftijden", {"fields": {"category": "leeftijd", "value": ["vrouwen", "mannen"]}}),
    "ranked-bars": (
        "sectoren",
        {"fields": {"category": "sector", "value": "in_2024"}, "options": {"highlight": ["Overheid"]}},
    ),
    "scatter": (
        "plaatsen",
        {
            "fields": {"x": "inwoners", "y": "deel", "label": "plaats"},
            "options": {"highlight": ["Plaats C", "Plaats M"]},
        },
    ),
    "slope": ("overheden", {"fields": {"x": "jaar", **COURSE, "provisional": "voorlopig"}}),
    "small-multiples": (
        "overheden",
        {
            "fields": {"x": "jaar", **COURSE, "provisional": "voorlopig"},
            "options": {"highlight": ["Gemeenten"]},
        },
    ),
    "stacked-bars": (
        "overheden",
        {"fields": {"category": "jaar", **COURSE, "provisional": "voorlopig"}, "options": {"totals": True}},
    ),
    "tile-map": ("provincies", {"fields": {"code": "code", "value": "deel"}}),
    "timeline": (
        "momenten",
        {"fields": {"date": "dag", "label": "wat"}, "options": {"highlight": ["Eerste meting"]}},
    ),
    "vega-lite": ("provincies", {}),
    "waffle": ("delen", {"fields": {"category": "deel", "value": "aantal"}}),
}
"""A chart of each kind, under the kind's name: its table and what else is declared."""

EIGHT = {"series": "sector", "value": "aantal"}
BALANCE = {"series": "soort", "value": "saldo"}
MORE: dict[str, tuple[str, dict[str, Any]]] = {
    "diverging-bars-even": (
        "stellingen",
        {
            "fields": {"category": "stelling", "value": ["oneens", "beetje_oneens", "beetje_eens", "eens"]},
            "options": {"sort": "descending", "share": True},
        },
    ),
    "lines-band": (
        "meting",
        {
            "fields": {
                "x": "jaar",
                "value": "deel",
                "low": "laag",
                "high": "hoog",
                "provisional": "voorlopig",
                "projected": "raming",
            }
        },
    ),
    "lines-crowd": (
        "menigte",
        {"fields": {"x": "jaar", **EIGHT}, "options": {"highlight": ["Plaats B", "Plaats F"]}},
    ),
    "lines-logarithmic": ("acht", {"fields": {"x": "jaar", **EIGHT}, "options": {"logarithmic": True}}),
    "area-eight": ("acht", {"fields": {"x": "jaar", **EIGHT}}),
    "area-share": ("overheden", {"fields": {"x": "jaar", **COURSE}, "options": {"share": True}}),
    "bars-highlight": (
        "saldo",
        {
            "fields": {"category": "jaar", "value": "saldo"},
            "filter": {"soort": "Gemeenten"},
            "options": {"highlight": [2023], "unit": "miljoen"},
        },
    ),
    "dots-eight": ("acht", {"fields": {"category": "jaar", **EIGHT}}),
    "dots-ranges": (
        "sectoren",
        {"fields": {"category": "sector", "value": "in_2022", "low": "laag", "high": "hoog"}},
    ),
    "grouped-bars-eight": (
        "acht",
        {"fields": {"category": "jaar", **EIGHT}, "filter": {"jaar": [2020, 2024]}},
    ),
    "grouped-bars-balance": ("saldo", {"fields": {"category": "jaar", **BALANCE}}),
    "grouped-bars-lying": ("saldo", {"fields": {"category": "jaar", **BALANCE}, "options": {"lying": True}}),
    "heat-map-balance": ("saldo", {"fields": {"x": "soort", "y": "jaar", "value": "saldo"}}),
    "key-figures-plain": ("delen", {"fields": {"label": "deel", "value": "aantal"}}),
    "lines-eight": ("acht", {"fields": {"x": "jaar", **EIGHT}}),
    "lines-highlight": (
        "overheden",
        {"fields": {"x": "jaar", **COURSE}, "options": {"highlight": ["Ministeries", "Provincies"]}},
    ),
    "lines-one": (
        "saldo",
        {
            "fields": {"x": "jaar", "value": "saldo"},
            "filter": {"soort": "Provincies"},
            "options": {"zero": False},
        },
    ),
    "ranked-bars-balance": (
        "saldo",
        {"fields": {"category": "soort", "value": "saldo"}, "filter": {"jaar": 2022}},
    ),
    "scatter-names": (
        "plaatsen",
        {"fields": {"x": "inwoners", "y": "deel", "label": "plaats"}, "options": {"zero": True}},
    ),
    "slope-eight": ("acht", {"fields": {"x": "jaar", **EIGHT}}),
    "slope-highlight": (
        "overheden",
        {"fields": {"x": "jaar", **COURSE}, "options": {"highlight": ["Ministeries", "Provincies"]}},
    ),
    "small-multiples-bars": ("saldo", {"fields": {"x": "jaar", **BALANCE}, "options": {"mark": "bars"}}),
    "stacked-bars-eight": ("acht", {"fields": {"category": "jaar", **EIGHT}}),
    "stacked-bars-share": (
        "overheden",
        {"fields": {"category": "jaar", **COURSE}, "options": {"share": True, "lying": True}},
    ),
    "timeline-listed": (
        "momenten",
        {
            "fields": {"date": "dag", "label": "wat"},
            "options": {"listed": True, "highlight": ["Eerste meting"]},
        },
    ),
    "waffle-total": (
        "delen",
        {"fields": {"category": "deel", "value": "aantal"}, "options": {"total": 1200}},
    ),
    "waffle-eight": ("acht", {"fields": {"category": "sector", "value": "aantal"}, "filter": {"jaar": 2024}}),
}
"""What else a kind can look like, for what is computed from drawings; without pictures."""

CODE = """import altair as alt


def draw(table, theme):
    rows = alt.InlineData(values=[row for row in table.records() if row["soort"] == "Gemeenten"])
    x, y = alt.X("jaar:O", title=None), alt.Y("aantal:Q", title="Aantal")
    return alt.Chart(rows).mark_bar(color=theme.series[0]).encode(x=x, y=y)
"""


VEGA_LITE = {
    "mark": "bar",
    "encoding": {"x": {"field": "code", "type": "ordinal"}, "y": {"field": "deel", "type": "quantitative"}},
}


def kind_of(name: str) -> str:
    """The kind of a chart of the gallery."""
    return next(kind for kind in CHARTS if name.startswith(kind)).replace("-", "_")


def write(folder: Path) -> Path:
    """The report in a new folder: the sample, with a trend that shows every chart."""
    new_report.init(folder)
    for path in (*(folder / "charts").rglob("*.*"), folder / "content/2026/trends/voorbeeldtrend.md"):
        path.unlink()
    for name, (fields, rows) in TABLES.items():
        _table(folder / "charts/data", name, fields, rows)
    for name, (table, declared) in {**CHARTS, **MORE}.items():
        title = f"{name.replace('-', ' ').capitalize()} met verzonnen cijfers"
        chart = {
            "kind": kind_of(name),
            "data": table,
            "title": title,
            "subtitle": "Aantal of deel, verzonnen",
            "source": SOURCE,
            "description": "Wat de tekening laat zien, in een zin.",
            **declared,
        }
        (folder / f"charts/{name}.yml").write_text(json.dumps(chart), encoding="utf-8")
    (folder / "charts/altair.py").write_text(CODE, encoding="utf-8")
    (folder / "charts/vega-lite.vl.json").write_text(json.dumps(VEGA_LITE), encoding="utf-8")
    trend = folder / "content/2026/trends/alle-soorten.md"
    blocks = "".join(f"```figure {name}\n```\n\n" for name in CHARTS)
    trend.write_text(TREND + blocks, encoding="utf-8")
    return folder


TREND = """---
title: Alle soorten
summary: Elke soort grafiek, met verzonnen cijfers.
kind: analysis
categories: [maatschappelijk]
horizon: nu
impact: 3
certainty: 3
stance: explore
---

## Grafieken

"""


def _table(folder: Path, name: str, fields: Fields, rows: list[tuple[object, ...]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    lines = [",".join(field[0] for field in fields), *(",".join(map(str, row)) for row in rows)]
    (folder / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    columns = [
        {
            "name": field,
            "type": sort,
            "title": field.replace("_", " ").capitalize(),
            **({"unit": unit} if unit else {}),
        }
        for field, sort, unit in fields
    ]
    described = {
        "name": name,
        "title": "Verzonnen cijfers",
        "licenses": [{"name": "CC0-1.0"}],
        "sources": [{"title": "Verzonnen"}],
        "resources": [{"name": name, "path": f"{name}.csv", "schema": {"fields": columns}}],
    }
    (folder / f"{name}.datapackage.yml").write_text(json.dumps(described), encoding="utf-8")
