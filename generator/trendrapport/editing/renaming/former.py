"""The former name in what got another one, so that its history goes on and its old address redirects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trendrapport.diagnostics import Location
from trendrapport.diagnostics.changes import AddKeys, Change, Edit
from trendrapport.editing.key_order import row_for
from trendrapport.editing.renaming.new_name import Renaming
from trendrapport.files.source import written_name
from trendrapport.model.charts import Chart
from trendrapport.model.entries.people import Person
from trendrapport.model.shared_fields import Named
from trendrapport.report.report import Entry, Report

KEY = "formerly"


def holders(report: Report, wanted: Renaming) -> list[Entry[Any]]:
    """What gets another name and has a page of its own, so that it keeps its former names."""
    every = (*report.entries, *report.charts.values())
    return [one for one in every if one.key in wanted.keys and isinstance(one.data, Named | Chart | Person)]


def edits(report: Report, wanted: Renaming) -> Iterator[Change]:
    """The old name under `formerly`; a name that comes back is no former one any more."""
    for entry in holders(report, wanted):
        yield from _with_former(entry, wanted, entry.data.formerly)


def _with_former(entry: Entry[Any], wanted: Renaming, former: tuple[str, ...]) -> Iterator[Change]:
    names = [name for name in former if name not in {wanted.old, wanted.new}] + [wanted.old]
    written = f"[{', '.join(map(written_name, names))}]"
    source, path = entry.source, (*entry.at, KEY)
    if path in source.positions:
        if source.typed(path):
            yield from source.rewritten(path, written)
        else:
            yield from _in_list(entry, wanted, len(former))
    elif entry.at:
        yield AddKeys(source.path, entry.at, f"{KEY}: {written}")
    else:
        yield _on_a_row(entry, written)


def _on_a_row(entry: Entry[Any], written: str) -> Edit:
    """The key on a row of its own, in the place that it has among the others."""
    source = entry.source
    row = row_for(source, type(entry.data), KEY)
    at = Location(source.path, source.yaml_line + row)
    lines = source.yaml_text.split("\n")
    # The last line of a file need not end.
    before = "" if row < len(lines) else "\n"
    return Edit(at, "", f"{before}{KEY}: {written}\n")


def _in_list(entry: Entry[Any], wanted: Renaming, count: int) -> Iterator[Edit]:
    """A list with an item on each line: the new name gives way to the old one, which else comes last."""
    source, path = entry.source, (*entry.at, KEY)
    for index in range(count):
        if source.typed((*path, index)).strip("\"'") == wanted.new:
            yield from source.renamed((*path, index), wanted.old)
            return
    last = source.locate((*path, count - 1))
    before = source.text.split("\n")[last.line - 1][: last.column - 1]
    at = Location(source.path, last.line + 1)
    yield Edit(at, "", f"{before}{written_name(wanted.old)}\n")
