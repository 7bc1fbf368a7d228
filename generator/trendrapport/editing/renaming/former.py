"""The former name in what got another one, so that its history goes on and its old address redirects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trendrapport.diagnostics import Location
from trendrapport.diagnostics.changes import Edit
from trendrapport.editing.key_order import row_for
from trendrapport.editing.renaming.new_name import Renaming
from trendrapport.files.source import written_name
from trendrapport.model.shared_fields import Named
from trendrapport.report.report import Entry, Report

KEY = "formerly"


def edits(report: Report, wanted: Renaming) -> Iterator[Edit]:
    """The old name under `formerly`; a name that comes back is no former one any more."""
    for entry in report.entries:
        if entry.key in wanted.keys and isinstance(entry.data, Named):
            yield from _with_former(entry, wanted, entry.data.formerly)


def _with_former(entry: Entry[Any], wanted: Renaming, former: tuple[str, ...]) -> Iterator[Edit]:
    names = [name for name in former if name not in {wanted.old, wanted.new}] + [wanted.old]
    written = f"[{', '.join(map(written_name, names))}]"
    source = entry.source
    if (KEY,) not in source.positions:
        row = row_for(source, type(entry.data), KEY)
        at = Location(source.path, source.yaml_line + row)
        lines = source.yaml_text.split("\n")
        # The last line of a file need not end.
        before = "" if row < len(lines) else "\n"
        yield Edit(at, "", f"{before}{KEY}: {written}\n")
    elif source.typed((KEY,)):
        yield from source.rewritten((KEY,), written)
    else:
        yield from _in_list(entry, wanted, len(former))


def _in_list(entry: Entry[Any], wanted: Renaming, count: int) -> Iterator[Edit]:
    """A list with an item on each line: the new name gives way to the old one, which else comes last."""
    source = entry.source
    for index in range(count):
        if source.typed((KEY, index)).strip("\"'") == wanted.new:
            yield from source.renamed((KEY, index), wanted.old)
            return
    last = source.locate((KEY, count - 1))
    before = source.text.split("\n")[last.line - 1][: last.column - 1]
    at = Location(source.path, last.line + 1)
    yield Edit(at, "", f"{before}{written_name(wanted.old)}\n")
