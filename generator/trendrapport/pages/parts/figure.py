"""A chart as readers get it on a page: everything beside the drawing.

What is drawn has a slot in the page (`includes.py`); what can be downloaded has an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from trendrapport.charts.plan import Plan
from trendrapport.charts.theme import Theme
from trendrapport.files.excel_csv import ENDING as EXCEL
from trendrapport.model.addresses import relative
from trendrapport.model.charts import Chart
from trendrapport.pages.includes import include, size_of
from trendrapport.pages.view import Value, View
from trendrapport.report.report import Entry

DRAWING_WIDTH = 600
"""The width of the drawing in a frame of 640 pixels wide with a figure's page."""
AROUND = 435
"""The height of everything around the drawing in such a frame (pixels)."""
CHOICE = 110
"""The height that is added where readers can choose their municipality (pixels)."""

_BOX = re.compile(r'viewBox="0 0 (\S+) (\S+)"')


@dataclass(frozen=True)
class FigureFile:
    """A file of a figure, with a slot for its size."""

    title: str
    href: str
    size: str


@dataclass(frozen=True)
class FigureLink:
    """A link to what is behind a figure, elsewhere."""

    title: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Figure:
    """All that a page shows of a chart. Words, drawings and table are slots (`includes.py`); addresses of
    files are as seen from the page.
    """

    id: str
    name: str
    number: int | None
    title: str
    subtitle: str
    caption: str | None
    footnotes: list[str]
    description: str
    words: str
    drawing: str
    narrow: str
    table: str
    source: Value | None
    licence: Value
    links: list[FigureLink]
    created: str | None
    page: str
    files: list[FigureFile]
    address: str
    cite: str
    embed: str
    own: Value | None
    explore: str | None


def path(name: str) -> str:
    """The page of a figure, from the site's root."""
    return f"figures/{name}.html"


def figure(view: View, name: str, page: str, number: int | None = None) -> Figure | None:
    """All that a page shows of a chart; `number` is its number among the figures of an entry.

    None if there is no such chart.
    """
    chart = view.report.charts.get(name)
    if chart is None:
        return None
    data, package = chart.data, view.report.packages[chart.data.data].data
    return Figure(
        id=f"figure-{name}",
        name=name,
        number=number,
        title=data.title,
        subtitle=data.subtitle,
        caption=data.caption,
        footnotes=_footnotes(view, chart),
        description=data.description,
        words=include(f"{name}.words"),
        drawing=include(f"{name}.svg"),
        narrow=include(f"{name}.narrow"),
        table=include(f"{name}.table"),
        source=view.source(data.source, page),
        licence=package.licenses[0].model_dump(),
        links=_links(view, data),
        created=package.created and view.labels.date(package.created),
        page=relative(path(name), page),
        files=_files(view, name, page),
        address=address(view, name),
        cite=citation(view, chart),
        embed=_embed(view, chart),
        own=own(page, name) if data.places else None,
        explore=relative(f"figures/{name}.explore.js", page) if data.explore else None,
    )


def _links(view: View, chart: Chart) -> list[FigureLink]:
    """The code and the data behind a figure, as far as the editor says where they are."""
    if chart.links is None:
        return []
    wanted = {"figure_code": chart.links.code, "figure_data": chart.links.data}
    return [FigureLink(view.labels(label), href) for label, href in wanted.items() if href]


def _files(view: View, name: str, page: str) -> list[FigureFile]:
    """What readers can take with them of a figure: first what they can reckon with, then its picture."""
    data, config = view.report.charts[name].data.data, view.report.config
    workbooks = view.along("figure", path(name), page)
    wanted = {f"charts/data/{data}.csv": "download_data"}
    if view.opens_in_excel and not workbooks:
        wanted[f"charts/data/{data}{EXCEL}"] = "download_excel"
    wanted[f"figures/{name}.zip"] = "download_zip"
    if config.pictures:
        wanted[f"figures/{name}.png"] = "download_png"
    wanted[f"figures/{name}.svg"] = "download_svg"
    files = [FigureFile(f"{one.title} ({one.form})", one.href, one.size) for one in workbooks]
    for file, label in wanted.items():
        size = size_of(file, view.labels.language)
        files.append(FigureFile(view.labels(label), relative(file, page), size))
    return files


def tables(view: View, names: Iterable[str]) -> tuple[str, ...]:
    """Digests of the tables of charts: what a page that shows these `uses`."""
    digests = []
    for name in names:
        chart = view.report.charts.get(name)
        if chart:
            digests.append(view.report.tables[chart.data.data].digest)
    return tuple(digests)


def own(page: str, name: str | None = None) -> Value:
    """The scripts with the names of the municipalities and, for a figure, with what it says of each."""
    return {
        "names": relative("assets/municipalities.js", page),
        "page": relative("municipality.html", page),
        "places": name and relative(f"figures/{name}.places.js", page),
        "name": name,
    }


def _footnotes(view: View, chart: Entry[Chart]) -> list[str]:
    # An edit of a text without a figure needs nothing that knows how charts are drawn.
    from trendrapport.charts.words.footnotes import footnotes

    table, theme = view.report.tables[chart.data.data], Theme(view.report.config.language)
    return footnotes(Plan(chart.slug, chart.data, table, theme))


def address(view: View, name: str) -> str:
    """The figure's address on the web."""
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
    """The code of a frame, as text in HTML; its height is a slot, as it follows from the drawing."""
    from markupsafe import escape

    height = include(f"{chart.slug}.height")
    before = f'<iframe src="{escape(address(view, chart.slug))}" title="{escape(chart.data.title)}" '
    before += 'width="100%" height="'
    after = '" loading="lazy" allow="clipboard-write"></iframe>'
    return f"{escape(before)}{height}{escape(after)}"


def embed_height(svg: str) -> int:
    """The height (pixels) of a frame that holds a figure's page with this drawing; a narrower one scrolls."""
    box = _BOX.search(svg)
    if box is None:
        return AROUND
    width, height = float(box[1]), float(box[2])
    choice = CHOICE if "data-place=" in svg else 0
    return round(AROUND + choice + DRAWING_WIDTH * height / width)
