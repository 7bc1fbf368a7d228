"""The tables of a report to a page with the charts that each could become, drawn, and the command for each.

Writes nothing: what is chosen is written by the command.
"""

from __future__ import annotations

import shlex
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote

from trendrapport.charts.drawing.draw import ChartJob, draw
from trendrapport.charts.proposing.proposals import Proposal, proposals
from trendrapport.charts.proposing.reasons import reason
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Language
from trendrapport.report.load import tables_in
from trendrapport.runtime.cache import Cache
from trendrapport.site import preview

Shown = dict[str, str]
"""A proposal as the page shows it."""


class NewChart:
    """The page, which keeps what it drew until the report is built again."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._drawing = threading.Lock()
        self._build = ""
        self._kept: dict[str, list[Shown]] = {}

    def page(self, query: str, outcome: preview.Outcome, build: str) -> bytes:
        """The page of the table that a query names, as `table=name`; without one, that of all tables."""
        # One at a time: a browser that asks again while a chart is drawn does not have it drawn twice.
        with self._drawing:
            if build != self._build:
                self._build, self._kept = build, {}
            tables = tables_in(self._root)
            table = tables.get(next(iter(parse_qs(query).get("table", [])), ""))
            more = {
                "tables": [_link(one) for _, one in sorted(tables.items())],
                "table": table,
                "proposals": self._proposals(table, outcome.language) if table else [],
            }
        return preview.rendered("new_chart", outcome, build, more)

    def _proposals(self, table: Table, language: Language) -> list[Shown]:
        if table.digest not in self._kept:
            self._kept[table.digest] = list(_drawn(table, language, self._where()))
        return self._kept[table.digest]

    def _where(self) -> str:
        """What a command needs to be about this report."""
        folder = self._root.as_posix()
        return "" if folder == "." else f" --root {shlex.quote(folder)}"


def _link(table: Table) -> Shown:
    return {
        "name": table.name,
        "title": table.package.title,
        "address": f"{preview.NEW_CHART}?table={quote(table.name)}",
    }


def _drawn(table: Table, language: Language, where: str) -> Iterator[Shown]:
    """What fits a table, each with its drawing, why it fits and the command that writes it."""
    found = proposals(table)
    jobs = [_job(one, table, language) for one in found]
    with Cache(None) as store:
        drawings, _ = draw(jobs, store, workers=0)
        for job, one in zip(jobs, found, strict=True):
            made = drawings[job.name].texts
            yield {
                "kind": one.chart.kind,
                "reason": reason(one, table).of(language),
                "drawing": made["svg"],
                "narrow": made["narrow"],
                "command": f"trendrapport new chart {table.name} --kind {one.chart.kind}{where}",
            }


def _job(one: Proposal, table: Table, language: Language) -> ChartJob:
    kind = one.chart.kind
    said = {"title": kind, "description": reason(one, table).of(language)}
    return ChartJob(f"{table.name}-{kind}", "", one.chart.model_copy(update=said), table, language)
