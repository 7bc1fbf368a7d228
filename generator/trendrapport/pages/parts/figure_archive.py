"""The data of a figure to take along: a zip with the table, its descriptor and a readme."""

from __future__ import annotations

import json
from typing import Any

from trendrapport.model.charts import Chart, DataPackage
from trendrapport.pages.parts.figure import citation
from trendrapport.pages.view import View
from trendrapport.report.report import Entry
from trendrapport.runtime.archives import zipped

_DAY = len("2024-01-31")

_RESOURCE = {
    "profile": "tabular-data-resource",
    "format": "csv",
    "mediatype": "text/csv",
    "encoding": "utf-8",
}
"""What a tabular data package must say of its file."""


def archive(view: View, chart: Entry[Chart], readme: str) -> bytes:
    """A zip with the table, its descriptor as the Data Package standard has it, and a readme."""
    table, package = view.report.tables[chart.data.data], view.report.packages[chart.data.data].data
    parts = {
        f"{table.name}.csv": table.text,
        "datapackage.json": _descriptor(package),
        view.labels("readme_name"): readme,
    }
    return zipped((name, text.encode()) for name, text in parts.items())


def _descriptor(package: DataPackage) -> str:
    """The descriptor as other programs check it: with what a tabular data package must say of itself and of
    its file.
    """
    plain = package.model_dump(mode="json", by_alias=True, exclude_none=True)
    created = plain.pop("created", "")
    if len(created) == _DAY:
        # The standard has a moment or nothing; a month or a year is in the readme.
        plain["created"] = f"{created}T00:00:00Z"
    plain["resources"] = [_RESOURCE | resource for resource in plain["resources"]]
    whole = {"profile": "tabular-data-package", **plain}
    return json.dumps(_with_whole_numbers(whole), ensure_ascii=False, indent=2) + "\n"


def _with_whole_numbers(value: Any) -> Any:  # noqa: ANN401 - any plain value
    """The same with 0 for 0.0: a column of whole numbers may only have such bounds."""
    match value:
        case dict():
            return {name: _with_whole_numbers(part) for name, part in value.items()}
        case list():
            return [_with_whole_numbers(part) for part in value]
        case float() if value.is_integer():
            return int(value)
    return value


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
