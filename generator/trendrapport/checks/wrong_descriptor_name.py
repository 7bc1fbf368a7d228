"""A table's descriptor that names another table (`other-table-name`) or another file (`path-elsewhere`).

Anyone who downloads the table gets the descriptor with it, and programs read the file at `path`. The names
are those of the file, without folders:

    name: ai_gebruik
    resources:
      - name: ai_gebruik
        path: ai_gebruik.csv
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Text, Texts, every_filled, finding, mended_by, shortened
from trendrapport.report.report import Report

_NAME: Texts = (
    Text(
        nl='de beschrijving noemt de tabel "{seen}", maar het bestand heet "{name}"',
        en='the descriptor calls the table "{seen}", but the file is called "{name}"',
    ),
    Text(
        nl="wie de tabel downloadt, zoekt naar iets dat niet bestaat",
        en="anyone who downloads the table looks for something that does not exist",
    ),
    Text(nl='Schrijf "{name}".', en='Write "{name}".'),
)
_PATH: Texts = (
    Text(
        nl='de beschrijving wijst naar het bestand "{seen}"',
        en='the descriptor points to the file "{seen}"',
    ),
    Text(
        nl="de beschrijving hoort bij de tabel ernaast, en zit in elke download van die tabel",
        en="the descriptor belongs to the table beside it, and is part of every download of that table",
    ),
    Text(nl='Schrijf "{name}".', en='Write "{name}".'),
)


def check(report: Report) -> Iterator[Diagnostic]:
    """The names in each descriptor that are not those of its file."""
    for name, entry in report.packages.items():
        resource = entry.data.resources[0]
        for path, seen in ((("name",), entry.data.name), (("resources", 0, "name"), resource.name)):
            if seen != name:
                texts = every_filled(_NAME, seen=shortened(seen), name=name)
                found = finding(entry.locate(*path), "other-table-name", texts)
                yield mended_by(found, *entry.source.renamed(path, name))
        if resource.path != f"{name}.csv":
            path = ("resources", 0, "path")
            texts = every_filled(_PATH, seen=shortened(resource.path), name=f"{name}.csv")
            found = finding(entry.locate(*path), "path-elsewhere", texts)
            yield mended_by(found, *entry.source.renamed(path, f"{name}.csv"))
