"""The charts folder to declarations, their code, and tables with descriptors."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from trendrapport.charts.choosing.same_periods import in_words_of
from trendrapport.charts.plan import named
from trendrapport.charts.tables.table import Table, read_table, table_name, table_of
from trendrapport.diagnostics import Diagnostic, Language, Location, Text
from trendrapport.files.decoding import decode_table, unwanted_escapes
from trendrapport.files.spreadsheets import beside, renamed
from trendrapport.model.charts import Chart, DataPackage
from trendrapport.model.dialects import codec
from trendrapport.model.entries.milestones import Milestone
from trendrapport.report.load.file_names import names_are_addresses, refuse_stray
from trendrapport.report.load.reading import Reading, source_of, text_of
from trendrapport.report.partial import partial
from trendrapport.report.report import Entry
from trendrapport.report.validation import parse
from trendrapport.runtime.cache import digest
from trendrapport.runtime.fingerprint import generator

_NO_CHART = Text(nl='bij "{path}" hoort ook een bestand "{other}"', en='"{path}" needs a file "{other}"')
_WHY_PAIR = Text(
    nl="het ene bestand beschrijft wat er in het andere staat",
    en="one file describes what the other contains",
)
_FIX_PAIR = Text(
    nl=("Maak dat bestand (voorbeeld: trendrapport explain docs/charts.md), of verwijder dit bestand."),
    en="Create that file (example: trendrapport explain docs/charts.md), or remove this one.",
)
_PATTERNS = (
    "charts/{slug}.yml",
    "charts/{slug}.py",
    "charts/{slug}.vl.json",
    "charts/data/{slug}.csv",
    "charts/data/{slug}.datapackage.yml",
)
"""Where files of charts and tables are."""


class Charts:
    """The charts folder: declarations, their code, and tables with descriptors."""

    def __init__(self, reading: Reading, contents: dict[str, bytes]) -> None:
        self.charts: dict[str, Entry[Chart]] = {}
        self.packages: dict[str, Entry[DataPackage]] = {}
        self.tables: dict[str, Table] = {}
        self.code: dict[str, str] = {}
        self._reading = reading
        self._contents = contents
        for path in sorted(contents):
            self._file(path)
        self._tables()

    def _file(self, path: str) -> None:
        readers = {
            r"charts/data/([^/]+)\.datapackage\.yml": self._package,
            r"charts/data/([^/]+)\.changes\.yml": self._changes,
            r"charts/data/([^/]+)\.csv": self._csv,
            r"charts/([^/]+)\.yml": self._chart,
            r"charts/([^/]+)\.(?:py|vl\.json)": self._own_file,
        }
        for pattern, read in readers.items():
            if match := re.fullmatch(pattern, path):
                if names_are_addresses(self._reading, path, {"slug": match[1].replace("_", "-")}):
                    read(match[1], path)
                return
        if found := beside(path):
            self._reading.found.append(found)
        else:
            refuse_stray(self._reading, path, _PATTERNS)

    def complete(self, language: Language, milestones: Mapping[str, Milestone]) -> None:
        """Fills in what declarations leave out, from their tables and the milestones."""
        for name, entry in self.charts.items():
            chart = _marked(entry.data, milestones)
            table = self.tables.get(chart.data)
            if table:
                chart = self._completed(name, chart, table, language)
            self.charts[name] = replace(entry, data=chart)

    def _completed(self, name: str, chart: Chart, table: Table, language: Language) -> Chart:
        """The declaration with what it leaves out; that is kept, as kinds of charts take long to load."""
        chart = in_words_of(table, chart)
        own = [
            path.removeprefix(f"charts/{name}") for path in self.code if path.startswith(f"charts/{name}.")
        ]
        key = digest("chosen", generator(), chart.model_dump_json(), table.digest, language, *own)
        kept = json.loads(self._reading.cache.made(key, lambda: _chosen(chart, table, own, language)))
        return chart.model_copy(update=kept | {"fields": _as_fields(kept["fields"])})

    def _chart(self, name: str, path: str) -> None:
        self._declared(name, path, "charts", Chart, self.charts)

    def _package(self, name: str, path: str) -> None:
        self._declared(name, path, "packages", DataPackage, self.packages)
        self._pair(path, f"charts/data/{name}.csv")

    def _declared(self, name: str, path: str, kind: str, model: type[Any], into: dict[str, Any]) -> None:
        self._reading.names[kind, None, name] = Location(path)
        if source := source_of(self._reading, path, self._contents[path]):
            value, found = parse(model, source, source.data)
            self._reading.found += found
            if value is not None:
                into[name] = Entry(kind, None, name, value, source)
            else:
                self._reading.unread.append(Entry(kind, None, name, partial(model, source.data), source))

    def _own_file(self, name: str, path: str) -> None:
        self._pair(path, f"charts/{name}.yml")
        text = text_of(self._reading, path, self._contents[path])
        if text is not None:
            if path.endswith(".json"):
                self._reading.found += unwanted_escapes(path, text)
            self.code[path] = text

    def _changes(self, name: str, path: str) -> None:
        """What changed in a table: kept for editors, and shown to nobody."""
        self._pair(path, f"charts/data/{name}.csv")

    def _csv(self, name: str, path: str) -> None:
        self._reading.names["tables", None, name] = Location(path)
        self._pair(path, f"charts/data/{name}.datapackage.yml")

    def _pair(self, path: str, other: str) -> None:
        if other not in self._contents:
            texts = (_NO_CHART.filled(path=path, other=other), _WHY_PAIR, _FIX_PAIR)
            self._reading.add(Location(path), "missing-file", texts)

    def _tables(self) -> None:
        for name, package in self.packages.items():
            path = f"charts/data/{name}.csv"
            text = self._csv_text(path, package.data)
            if text is not None:
                table, found = self._table(name, path, text, package.data)
                self._reading.found += found
                if table is not None:
                    self.tables[name] = table

    def _csv_text(self, path: str, package: DataPackage) -> str | None:
        """The text of a table's file, if it is there and is text."""
        if path not in self._contents:
            return None
        if other := renamed(path, self._contents[path]):
            self._reading.found.append(other)
            return None
        encoding = package.resources[0].encoding
        text, found = decode_table(path, self._contents[path], codec(encoding) if encoding else None)
        self._reading.found += found
        return text

    def _table(
        self, name: str, path: str, text: str, package: DataPackage
    ) -> tuple[Table | None, list[Diagnostic]]:
        """A table and what is wrong with it; what was read without a finding is not read again."""
        key = digest("table", generator(), table_name(text, package))
        if key in self._reading.cache:
            return table_of(name, text, package), []
        table, found = read_table(name, path, text, package)
        if not found:
            self._reading.cache.put(key, b"")
        return table, found


def _chosen(chart: Chart, table: Table, own: list[str], language: Language) -> bytes:
    """The kind, the fields and the subtitle of a chart, as declared or as its table has them, as JSON."""
    from trendrapport.charts.choosing.defaults import chosen
    from trendrapport.charts.choosing.subtitle import subtitle

    whole = chosen(chart, table, own)
    found = {"kind": whole.kind, "fields": whole.fields, "subtitle": whole.subtitle}
    if not whole.subtitle and _columns(whole) <= set(table.columns):
        found["subtitle"] = subtitle(whole, table, language)
    return json.dumps(found).encode()


def _as_fields(kept: dict[str, Any]) -> dict[str, str | tuple[str, ...]]:
    """Fields as a declaration has them, of JSON."""
    return {role: tuple(names) if isinstance(names, list) else names for role, names in kept.items()}


def _columns(chart: Chart) -> set[str]:
    """The columns that a chart names."""
    names = set(chart.filter)
    for role in chart.fields:
        names |= set(named(chart, role))
    return names


def _marked(chart: Chart, milestones: Mapping[str, Milestone]) -> Chart:
    """The same declaration with the moment and the text of each milestone that it marks."""
    marks = []
    for mark in chart.annotations:
        found = milestones.get(mark.milestone or "")
        if found:
            mark = mark.model_copy(update={"at": found.date, "label": mark.label or found.title})
        marks.append(mark)
    return chart.model_copy(update={"annotations": tuple(marks)})
