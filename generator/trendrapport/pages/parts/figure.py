"""A chart as readers get it on a page: everything beside the drawing, as plain values for templates.

What is drawn has a place in the page (`includes.py`); what can be downloaded has an address.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from trendrapport.charts.plan import Plan
from trendrapport.charts.theme import Theme
from trendrapport.charts.words.footnotes import footnotes
from trendrapport.files.excel_csv import ENDING as EXCEL
from trendrapport.model.addresses import relative
from trendrapport.model.charts import Chart, DataPackage
from trendrapport.pages.browser.includes import include
from trendrapport.pages.view import Value, View
from trendrapport.report.report import Entry
from trendrapport.runtime.archives import zipped

AROUND, CHOICE = 435, 110
"""What stands around a drawing on a figure's page takes about so many pixels of height in a frame of 640
pixels wide, and so many
more where readers can choose their municipality."""

_DAY = len("2024-01-31")

_BOX = re.compile(r'viewBox="0 0 (\S+) (\S+)"')


def path(name: str) -> str:
    """The page of a figure, from the site's root."""
    return f"figures/{name}.html"


def figure(view: View, name: str, page: str, number: int | None = None) -> Value | None:
    """All that a page shows of a chart; `number` is its place among the figures of an entry.

    None if there is no such chart.
    """
    chart = view.report.charts.get(name)
    if chart is None:
        return None
    data, package = chart.data, view.report.packages[chart.data.data].data
    return {
        "id": f"figure-{name}",
        "name": name,
        "number": number,
        "title": data.title,
        "subtitle": data.subtitle,
        "caption": data.caption,
        "footnotes": _footnotes(view, chart),
        "description": data.description,
        "words": include(f"{name}.words"),
        "drawing": include(f"{name}.svg"),
        "narrow": include(f"{name}.narrow"),
        "table": include(f"{name}.table"),
        "source": view.source(data.source, page),
        "licence": package.licenses[0].model_dump(),
        "created": package.created and view.labels.date(package.created),
        "page": relative(path(name), page),
        "svg": relative(f"figures/{name}.svg", page),
        "png": relative(f"figures/{name}.png", page) if view.report.config.pictures else None,
        "address": address(view, name),
        "zip": relative(f"figures/{name}.zip", page),
        "csv": relative(f"charts/data/{data.data}.csv", page),
        "excel": relative(f"charts/data/{data.data}{EXCEL}", page) if view.opens_in_excel else None,
        "cite": citation(view, chart),
        "embed": _embed(view, chart),
        "own": own(page, name) if data.places else None,
        "explore": relative(f"figures/{name}.explore.js", page) if data.explore else None,
    }


def tables(view: View, names: Iterable[str]) -> tuple[str, ...]:
    """Digests of the tables of charts: what a page that shows these `uses`."""
    charts = [view.report.charts[name] for name in names if name in view.report.charts]
    return tuple(view.report.tables[chart.data.data].digest for chart in charts)


def own(page: str, name: str | None = None) -> Value:
    """Where a page finds the names of the municipalities and, for a figure, what it tells of each."""
    return {
        "names": relative("assets/municipalities.js", page),
        "page": relative("municipality.html", page),
        "places": name and relative(f"figures/{name}.places.js", page),
        "name": name,
    }


def _footnotes(view: View, chart: Entry[Chart]) -> list[str]:
    return footnotes(
        Plan(chart.slug, chart.data, view.report.tables[chart.data.data], Theme(view.report.config.language))
    )


def address(view: View, name: str) -> str:
    """Where the figure will stand on the web."""
    return view.address(path(name))


def citation(view: View, chart: Entry[Chart]) -> str:
    """How a figure is cited: whose data, of when (issued, else retrieved), what it says, in which report and
    where.
    """
    config, package = view.report.config, view.report.packages[chart.data.data].data
    source = view.source(chart.data.source, "") or {"who": "", "title": chart.data.source, "when": None}
    when = source["when"] or (package.created and package.created[:4])
    return view.labels(
        "cite_figure",
        who=source["who"] or source["title"],
        when=f" ({when})" if when else "",
        title=chart.data.title,
        publisher=config.byline.name,
        report=config.title,
        address=address(view, chart.slug),
    )


def _embed(view: View, chart: Entry[Chart]) -> str:
    """The code of a frame, as text in HTML; its height has a place in it, as that follows from the drawing."""
    from markupsafe import escape

    start = (
        f'<iframe src="{escape(address(view, chart.slug))}" title="{escape(chart.data.title)}" '
        f'width="100%" height="'
    )
    return (
        f"{escape(start)}{include(f'{chart.slug}.height')}{escape(chr(34))} loading=&#34;lazy&#34; "
        "allow=&#34;clipboard-write&#34;&gt;&lt;/iframe&gt;"
    )


def embed_height(svg: str) -> int:
    """The height (pixels) of a frame of 640 pixels wide that holds a figure's page with this drawing; a
    narrower one scrolls.
    """
    box = _BOX.search(svg)
    wide, high = (float(box[1]), float(box[2])) if box else (1.0, 0.0)
    return round(AROUND + CHOICE * ("data-place=" in svg) + 600 * high / wide)


def archive(view: View, chart: Entry[Chart], told: str) -> bytes:
    """A zip with the table, its descriptor as the Data Package standard has it, and what is told beside it
    (`readme`).
    """
    table, package = view.report.tables[chart.data.data], view.report.packages[chart.data.data].data
    parts = {
        f"{table.name}.csv": table.text,
        "datapackage.json": _descriptor(package),
        view.labels("readme_name"): told,
    }
    return zipped((name, text.encode()) for name, text in parts.items())


def _descriptor(package: DataPackage) -> str:
    """The descriptor as other programs check it: with what a tabular data package must say of itself and of
    its file.
    """
    plain = package.model_dump(mode="json", by_alias=True, exclude_none=True)
    created = plain.pop("created", "")
    if len(created) == _DAY:
        # The standard has a moment or nothing; of a month or a year the readme tells.
        plain["created"] = f"{created}T00:00:00Z"
    file = {"profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
    plain["resources"] = [file | resource for resource in plain["resources"]]
    whole = {"profile": "tabular-data-package", **plain}
    return json.dumps(_with_whole_numbers(whole), ensure_ascii=False, indent=2) + "\n"


def _with_whole_numbers(value: Any) -> Any:  # noqa: ANN401 - any plain value
    """The same with 0 for 0.0: a column of whole numbers may only have such bounds."""
    if isinstance(value, dict):
        return {name: _with_whole_numbers(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_with_whole_numbers(part) for part in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


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
        *([label("retrieved", date=label.date(package.created)).capitalize()] if package.created else []),
        "",
        f"{label('cite')}:",
        citation(view, chart),
        "",
    ]
    return "\n".join(lines)
