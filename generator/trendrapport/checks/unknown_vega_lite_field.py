"""A Vega-Lite file that asks for a column which neither the table nor a transform has (`vega-lite-field`).

Vega draws nothing for such a column, without a word: a chart without marks, or a filter that keeps no row.

Example: `{"field": "aantl", "type": "quantitative"}` in a chart of a table with a column `aantal`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from trendrapport.charts.tables.table import Table
from trendrapport.checks import Part
from trendrapport.diagnostics import Diagnostic, Location, Text, choose_from
from trendrapport.files.json_positions import places
from trendrapport.report.report import Report
from trendrapport.runtime.cache import digest

_WHAT = Text(
    nl='de tabel heeft geen kolom "{name}", en geen enkele transform maakt die',
    en='the table has no column "{name}", and no transform makes it',
)
_WHY = Text(
    nl="Vega tekent dan niets, zonder melding",
    en="Vega would draw nothing, without an error",
)


def parts(report: Report) -> Iterator[Part]:
    """Each chart with a Vega-Lite file, and its table."""
    for name, entry in report.charts.items():
        path = f"charts/{name}.vl.json"
        table, text = report.tables.get(entry.data.data), report.code.get(path)
        if entry.data.kind == "vega_lite" and table and text:
            yield Part(digest(table.digest, path, text), partial(_check, table, path, text))


def _check(table: Table, path: str, text: str) -> Iterator[Diagnostic]:
    from trendrapport.charts.vega.fields import asked, is_known, made
    from trendrapport.charts.vega.untrusted import position, problems

    if any(problems(path, text)):
        return
    spec = json.loads(text)
    own = made(spec)
    if own is None:
        return
    columns = own | frozenset(table.columns)
    positions = places(text)
    reported = set()
    for at, name in asked(spec):
        if is_known(name, columns) or (at, name) in reported:
            continue
        reported.add((at, name))
        line, column = position(text, positions[at])
        yield Diagnostic(
            Location(path, line, column),
            "vega-lite-field",
            _WHAT.filled(name=name),
            _WHY,
            choose_from(name, columns),
        )
