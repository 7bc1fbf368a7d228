"""The files that readers can download from figures: tables, archives and what each says of a municipality."""

from __future__ import annotations

from functools import partial

from trendrapport.charts.tables.table import Table
from trendrapport.files.excel_csv import ENDING as EXCEL
from trendrapport.files.excel_csv import excel_csv
from trendrapport.model.charts import Chart
from trendrapport.pages.analysis.municipality import names_script, places_script
from trendrapport.pages.parts.figure_archive import archive, readme
from trendrapport.pages.view import View
from trendrapport.runtime.cache import Cache, digest
from trendrapport.runtime.fingerprint import generator
from trendrapport.site.stage import Tree


def figure_files(view: View, cache: Cache) -> Tree:
    """The files of all figures."""
    return _archives(view, cache) | _municipalities(view, cache) | _tables(view, cache)


def _archives(view: View, cache: Cache) -> Tree:
    """A zip with the data of each figure."""
    return {f"figures/{name}.zip": _archive(view, name, cache) for name in view.report.shown_charts}


def _archive(view: View, name: str, cache: Cache) -> bytes:
    chart = view.report.charts[name]
    table, text = view.report.tables[chart.data.data], readme(view, chart)
    key = digest("archive", generator(), repr(view.labels), table.name, table.digest, text)
    return cache.made(key, partial(archive, view, chart, text))


def _municipalities(view: View, cache: Cache) -> Tree:
    """What the figures say of the reader's own municipality."""
    made = {}
    for name in view.report.shown_charts:
        chart = view.report.charts[name].data
        if chart.places:
            made[f"figures/{name}.places.js"] = _of_municipalities(view, name, chart, cache)
    if made:
        made["assets/municipalities.js"] = names_script()
    return made


def _of_municipalities(view: View, name: str, chart: Chart, cache: Cache) -> bytes:
    tables = view.report.tables
    used = [tables[chart.data].digest]
    nation = chart.places and chart.places.nation
    if nation and nation.table:
        used.append(tables[nation.table].digest)
    key = digest("places", generator(), name, repr(view.labels), chart.model_dump_json(), *used)
    return cache.made(key, partial(places_script, chart, tables, name, view.labels))


def _tables(view: View, cache: Cache) -> Tree:
    """The table of each chart; in a Dutch report once more as a Dutch Excel opens it."""
    used = {chart.data.data for chart in view.report.charts.values()}
    made = {}
    for name, table in view.report.tables.items():
        if name in used:
            made[f"charts/data/{name}.csv"] = table.text.encode()
        if name in used and view.opens_in_excel:
            key = digest("excel", generator(), table.digest)
            made[f"charts/data/{name}{EXCEL}"] = cache.made(key, partial(_excel, table))
    return made


def _excel(table: Table) -> bytes:
    return excel_csv([[field.title or field.name for field in table.fields], *table.rows])
