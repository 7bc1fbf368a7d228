"""A CSL source as the parts of a reference, in the order of APA (7th edition): who (when). what. where."""

from __future__ import annotations

from typing import Any

from trendrapport.charts.declaration import Chart
from trendrapport.entries.sources import CslDate, CslName, Source
from trendrapport.labels import Labels
from trendrapport.report import Report


def reference(source: Source, labels: Labels) -> dict[str, Any]:
    """Who made a source, when, its title, where it stands; and its address, or None."""
    where = [part for part in (source.container_title, source.publisher) if part and part != _names(source.author)]
    address = source.URL or (f"https://doi.org/{source.DOI}" if source.DOI else None)
    return {"id": source.id, "who": _names(source.author) or _names(source.editor), "when": _when(source.issued, labels),
            "title": source.title, "where": ". ".join(where), "address": address,
            "accessed": _when(source.accessed, labels)}


def _names(names: tuple[CslName, ...]) -> str:
    shown = [name.literal or _person(name) for name in names]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} & {shown[-1]}" if shown else ""


def _person(name: CslName) -> str:
    initials = " ".join(f"{part[0]}." for part in (name.given or "").split())
    family = " ".join(part for part in (name.dropping_particle, name.non_dropping_particle, name.family) if part)
    return f"{family}, {initials}".strip(", ")


def _when(value: str | CslDate | None, labels: Labels) -> str | None:
    if isinstance(value, CslDate):
        value = "-".join(f"{part:02d}" for part in value.date_parts[0])
    return labels.date(value) if value else None


def credit(report: Report, chart: Chart, labels: Labels) -> str:
    """Whose data a chart shows and in which report, for a picture of it."""
    found, created = report.get(Source, chart.source), report.packages[chart.data].data.created
    source = reference(found.data, labels) if found else {"who": "", "title": chart.source}
    when = f", {labels('retrieved', date=labels.date(created))}" if created else ""
    return labels("credit", source=source["who"] or source["title"], when=when, publisher=report.config.publisher.name,
                  report=report.config.title)
