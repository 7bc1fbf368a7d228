"""The data of a figure as a download: a zip with the table, its descriptor and a readme."""

from __future__ import annotations

from trendrapport.model.charts import Chart
from trendrapport.pages.parts.figure import citation
from trendrapport.pages.view import View
from trendrapport.report.data_package import FILE, written
from trendrapport.report.data_package import package as descriptor
from trendrapport.report.report import Entry
from trendrapport.runtime.archives import zipped


def archive(view: View, chart: Entry[Chart], readme: str) -> bytes:
    """A zip with the table, its descriptor as the Data Package standard has it, and a readme."""
    table = view.report.tables[chart.data.data]
    parts = {
        f"{table.name}.csv": table.text,
        FILE: written(descriptor(table.package, f"{table.name}.csv", {})),
        view.labels("readme_name"): readme,
    }
    return zipped((name, text.encode()) for name, text in parts.items())


def readme(view: View, chart: Entry[Chart]) -> str:
    """What the data of a figure are, whose, and how to cite and reuse them."""
    package, label = view.report.packages[chart.data.data].data, view.labels
    licence = package.licenses[0]
    sources = [f"{source.title} {source.path or ''}".strip() for source in package.sources]
    lines = [
        package.title,
        "",
        package.description or "",
        "",
        f"{label('source')}: {'; '.join(sources)}",
        f"{label('licence')}: {licence.title or licence.name} {licence.path or ''}".strip(),
    ]
    if package.created:
        lines.append(label("retrieved", date=label.date(package.created)).capitalize())
    lines += ["", f"{label('cite')}:", citation(view, chart), ""]
    return "\n".join(lines)
