"""An overview drawn from the entries, as readers get it on a page: all that is beside the drawing, as plain
values.

The drawing itself is in the overview's template, between `{% call o.overview(value, label) %}` and
`{% endcall %}`.
"""

from __future__ import annotations

import csv
import io
import posixpath
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import NotRequired, TypedDict

from trendrapport.files.excel_csv import ENDING as EXCEL
from trendrapport.files.excel_csv import excel_csv
from trendrapport.model.addresses import relative
from trendrapport.pages.view import Value, View

MOST_ROWS, SHOWN_ROWS = 300, 40
"""Of a table of more rows than the first, a page shows the second number."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula (OWASP, CSV Injection)."""


class Column(TypedDict):
    """A heading of the table, in words; `number` aligns the cells below it to the right."""

    title: str
    number: NotRequired[bool]


class Cell(TypedDict):
    """A value as readers see it; its address, as seen from the page; the bare number, for calculations; and
    the ISO date.
    """

    text: str
    href: NotRequired[str]
    number: NotRequired[float]
    iso: NotRequired[str]


@dataclass(frozen=True)
class Entrance:
    """The link from a page to an overview: what that is called and what it shows."""

    name: str
    title: str
    explanation: str
    href: str


@dataclass(frozen=True)
class Reference:
    """The report, as the source of a figure."""

    title: str
    href: str


@dataclass(frozen=True)
class OverviewFigure:
    """All that a page shows of an overview around its drawing."""

    id: str
    name: str
    number: int | None
    title: str
    subtitle: str
    caption: str | None
    sentences: list[str]
    source: Reference
    licence: Value | None
    columns: list[Column]
    rows: list[list[Cell]]
    head: int
    """The column that names the rows."""
    file: str
    """The table as CSV, from the site's root."""
    csv: str
    excel: str | None
    address: str
    cite: str
    most: int | None
    """How many rows and sentences a page shows, where all would make it slow; the CSV has them all."""
    more: str | None
    """That there are more, in words."""


def overview_figure(
    view: View,
    *,
    name: str,
    page: str,
    title: str,
    subtitle: str,
    caption: str | None,  # noqa: PLR0913
    sentences: Sequence[str],
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    number: int | None = None,
    brief: bool = False,
) -> OverviewFigure:
    """All that a page (a path from the site's root) shows of an overview.

    `name` is its name in addresses, once in a folder of the site; `sentences` say what the drawing shows.
    Each row of the table has a cell for each column and is named by its first cell that is no number.
    `number` is for a page with several figures; what is `brief` shows few rows beside a large drawing.
    """
    config = view.report.config
    anchor, file = f"overview-{name}", posixpath.join(posixpath.dirname(page), f"{name}.csv")
    address = view.address(f"{page}#{anchor}")
    heads = [Column(title=column["title"], number=column.get("number", False)) for column in columns]
    texts = [index for index, head in enumerate(heads) if not head["number"]]
    long = len(rows) > (SHOWN_ROWS if brief else MOST_ROWS)
    return OverviewFigure(
        id=anchor,
        name=name,
        number=number,
        title=title,
        subtitle=subtitle,
        caption=caption,
        sentences=list(sentences),
        source=Reference(config.title, relative("index.html", page)),
        licence=config.licence.model_dump() if config.licence else None,
        columns=heads,
        rows=[list(row) for row in rows],
        head=texts[0] if texts else 0,
        file=file,
        csv=relative(file, page),
        excel=relative(_for_excel(file), page) if view.opens_in_excel else None,
        address=address,
        most=SHOWN_ROWS if long else None,
        more=view.labels("rows_shown", shown=SHOWN_ROWS, all=len(rows)) if long else None,
        cite=view.labels(
            "cite_overview", publisher=config.byline.name, title=title, report=config.title, address=address
        ),
    )


def entrance(view: View, name: str, target: str, page: str, title: str | None = None) -> Entrance:
    """The link from a page to an overview (`target`, from the site's root): what it is called and what it
    shows.
    """
    return Entrance(name, title or view.labels(name), view.intro(name), relative(target, page))


def columns(view: View, names: Iterable[str], numbers: Container[str] = ()) -> list[Column]:
    """The headings of a table, by the names of their labels; those of numbers put them to the right."""
    return [Column(title=view.labels(name), number=name in numbers) for name in names]


def downloads(figures: Iterable[OverviewFigure]) -> dict[str, str]:
    """The tables of overviews as CSV, by path from the site's root: give them to the page as its `files`."""
    made: dict[str, str] = {}
    for figure in figures:
        rows = _rows(figure)
        made[figure.file] = _csv(rows)
        if figure.excel:
            made[_for_excel(figure.file)] = excel_csv(rows).decode()
    return made


def _for_excel(file: str) -> str:
    return file.removesuffix(".csv") + EXCEL


def _rows(figure: OverviewFigure) -> list[list[str | float]]:
    """The headings and the rows: bare numbers, and texts as readers see them."""
    heads: list[str | float] = [column["title"] for column in figure.columns]
    return [heads, *(_row(row) for row in figure.rows)]


def _row(cells: Iterable[Cell]) -> list[str | float]:
    return [cell.get("number", cell["text"]) for cell in cells]


def _csv(rows: Iterable[Sequence[str | float]]) -> str:
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row])
    return made.getvalue()


def _harmless(cell: str | float) -> str | float:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(cell, str) and cell.startswith(FORMULA):
        return f"'{cell}"
    return cell
