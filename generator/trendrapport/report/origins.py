"""What an entry or a chart is made of: the files that editors wrote, by path from the report's root."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trendrapport.model.charts import Chart
from trendrapport.model.entries.editions import Edition
from trendrapport.report.download_uses import download_uses
from trendrapport.report.image_uses import image_uses
from trendrapport.report.report import Entry, Report


def of_entry(report: Report, entry: Entry[Any]) -> frozenset[str]:
    """The file of an entry and those of all that it shows, cites or names; of an edition, those of each entry
    in it.
    """
    found = set(_shown(report, entry))
    if isinstance(entry.data, Edition):
        for other in report.entries:
            if other.edition == entry.slug:
                found.update(_shown(report, other))
    return frozenset(found)


def of_chart(report: Report, chart: Entry[Chart]) -> frozenset[str]:
    """The declaration of a chart, its code, and its table with the descriptor of that."""
    found = {chart.source.path, *of_table(report, chart.data.data), *_named(report, chart)}
    found.update(path for path in report.code if path.startswith(f"charts/{chart.slug}."))
    return frozenset(found)


def of_table(report: Report, name: str) -> frozenset[str]:
    """A table and its descriptor."""
    found = set()
    if name in report.tables:
        found.add(report.tables[name].path)
    if name in report.packages:
        found.add(report.packages[name].source.path)
    return frozenset(found)


def _shown(report: Report, entry: Entry[Any]) -> Iterator[str]:
    yield entry.source.path
    for name in entry.outline.figures:
        if name in report.charts:
            yield from of_chart(report, report.charts[name])
    for picture in image_uses(entry):
        if picture.path in report.images:
            yield picture.path
    for download in download_uses(entry):
        if download.path in report.downloads:
            yield download.path
    yield from _named(report, entry)


def _named(report: Report, entry: Entry[Any]) -> Iterator[str]:
    """The files of what the entry's fields name and its text cites."""
    names = {(reference.to, reference.name) for reference in entry.references}
    names |= {("sources", citation.key) for citation in entry.outline.citations}
    for kind, name in names:
        for edition in (entry.edition, None):
            for found in report.every_language((kind, edition, name))[:1]:
                yield found.source.path
