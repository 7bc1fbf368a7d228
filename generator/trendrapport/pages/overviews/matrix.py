"""Impact against certainty: the trends of an edition in a grid of five by five, impact upwards, certainty to
the right.

Marks are numbered from the highest impact, then the highest certainty; their colour and shape are those of
the category, the first of several. Of many trends each cell has a number and a dot for each, which lead to
their names below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypedDict

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.model.taxonomies import Judged
from trendrapport.pages.parts.category_shapes import IN_MARK, KeyedWord, category_key, shape_number
from trendrapport.pages.parts.counts import CountedCell, CountRow, Counts, counted
from trendrapport.pages.parts.overview_figure import (
    Cell,
    Entrance,
    OverviewFigure,
    columns,
    entrance,
    overview_figure,
)
from trendrapport.pages.view import View, Word
from trendrapport.placing.matrix import Drawing, Grid, Item, drawing
from trendrapport.placing.shapes import lowered
from trendrapport.placing.shapes import path as shape
from trendrapport.report.report import Entry

ORDER = 40
LEVELS = 5
GRIDS = (Grid("wide", 1040, 208, 165, 13, 15), Grid("phone", 226, 45.2, 26, 11.5, 13, named=False))
MOST = 80
"""Of more trends than this, a mark for each is one that nobody finds: cells are counted."""
HIGH = 4
"""From this score on, impact and certainty are called high."""
COLUMNS = ("number", "trend", "category", "impact", "certainty")
NUMBERS = ("number", "impact", "certainty")


@dataclass(frozen=True)
class MatrixMark:
    """A trend in the matrix."""

    number: int
    slug: str
    title: str
    href: str
    category: Word
    facts: list[str]
    shape: int
    description: str


class Shape(TypedDict):
    """The path of a mark, and how far its number is below the middle."""

    path: str
    lowered: float


class ShapedDrawing(Drawing):
    """A drawing with the shape of each mark."""

    shapes: list[Shape]


@dataclass(frozen=True)
class MatrixCell:
    """The marks with the same impact and certainty, the name of their list in an address and what that is
    called.
    """

    id: str
    label: str
    marks: list[MatrixMark]


@dataclass(frozen=True)
class MatrixRow:
    """The cells of an impact that have marks, and how many marks those have."""

    label: str
    count: int
    cells: list[MatrixCell]


@dataclass(frozen=True)
class Matrix:
    """A drawing for wide and for narrow screens, its marks in order, and all that a figure has; of many
    trends no drawing, but how many each cell has and a list for each.
    """

    marks: list[MatrixMark]
    levels: list[str]
    key: list[KeyedWord]
    drawings: list[ShapedDrawing]
    counts: Counts | None
    rows: list[MatrixRow]
    figure: OverviewFigure


def edition_path(edition: Entry[Edition]) -> str:
    """The page of an edition, from the site's root."""
    return f"{edition.slug}/matrix.html"


def entrances(view: View, edition: Entry[Edition] | None, page: str) -> list[Entrance]:
    """The matrix of an edition with more than one trend."""
    if edition is None or not _has_several(view, view.trends(edition)):
        return []
    return [entrance(view, "matrix", edition_path(edition), page)]


def _has_several(view: View, trends: Sequence[Entry[Trend]]) -> bool:
    """Whether there is something to compare: trends with both scores, in a report that gives these."""
    both = {Judged.IMPACT, Judged.CERTAINTY} <= set(view.report.config.judgement)
    return both and len(trends) > 1


def _scores(trend: Trend) -> tuple[int, int]:
    """The impact and the certainty, which each trend has in a report that gives them."""
    return trend.impact or 0, trend.certainty or 0


def overview(view: View, edition: Entry[Edition]) -> Matrix | None:
    """The matrix of an edition with more than one trend."""
    trends = sorted(view.trends(edition), key=_order)
    if not _has_several(view, trends):
        return None
    marks = [_mark(view, trend, number, edition_path(edition)) for number, trend in enumerate(trends, 1)]
    items = [_item(trend) for trend in trends]
    many = len(trends) > MOST
    return Matrix(
        marks=marks,
        levels=[str(level) for level in range(1, LEVELS + 1)],
        key=category_key(view, trends),
        drawings=[] if many else [_drawn(view, grid, items, marks) for grid in GRIDS],
        counts=_counts(view, edition, trends) if many else None,
        rows=_rows(view, trends, marks) if many else [],
        figure=_figure(view, edition, trends, marks),
    )


def _order(trend: Entry[Trend]) -> tuple[int, int, str]:
    impact, certainty = _scores(trend.data)
    return -impact, -certainty, trend.data.title.casefold()


def _item(trend: Entry[Trend]) -> Item:
    impact, certainty = _scores(trend.data)
    return Item(certainty - 1, LEVELS - impact, trend.data.title)


def _id(impact: int, certainty: int) -> str:
    """The name of a cell's list in an address."""
    return f"impact-{impact}-certainty-{certainty}"


def _score(view: View, name: str, score: int) -> str:
    return f"{view.labels(name)} {score}"


def _counts(view: View, edition: Entry[Edition], trends: Sequence[Entry[Trend]]) -> Counts:
    """How many trends each cell has, the highest impact first."""
    found: dict[tuple[int, int], list[Word]] = {}
    for word in view.words("categories"):
        for trend in trends:
            if trend.data.categories[0] == word["slug"]:
                found.setdefault(_scores(trend.data), []).append(word)
    levels, rows = range(1, LEVELS + 1), []
    for impact in reversed(levels):
        cells = [_counted(view, impact, level, found.get((impact, level), [])) for level in levels]
        rows.append(CountRow(_score(view, "impact", impact), None, cells))
    return Counts(
        title=view.title_in(edition, "matrix"),
        head=view.labels("certainty"),
        columns=[str(level) for level in levels],
        rows=rows,
    )


def _counted(view: View, impact: int, certainty: int, found: Sequence[Word]) -> CountedCell:
    where = f"{_score(view, 'impact', impact)}, {_score(view, 'certainty', certainty).lower()}"
    return counted(view, where, f"#{_id(impact, certainty)}", found)


def _rows(view: View, trends: Sequence[Entry[Trend]], marks: Sequence[MatrixMark]) -> list[MatrixRow]:
    """The marks by impact and certainty, in their order."""
    found: dict[int, dict[int, list[MatrixMark]]] = {}
    for trend, mark in zip(trends, marks, strict=True):
        impact, certainty = _scores(trend.data)
        found.setdefault(impact, {}).setdefault(certainty, []).append(mark)
    rows = []
    for impact, row in found.items():
        cells = [
            MatrixCell(_id(impact, certainty), _score(view, "certainty", certainty), one)
            for certainty, one in row.items()
        ]
        rows.append(MatrixRow(_score(view, "impact", impact), sum(map(len, row.values())), cells))
    return rows


def _drawn(view: View, usual: Grid, items: Sequence[Item], marks: Sequence[MatrixMark]) -> ShapedDrawing:
    grid = replace(usual, language=view.labels.language)
    shapes = [_shape(mark.shape, grid) for mark in marks]
    return ShapedDrawing(**drawing(grid, items, LEVELS), shapes=shapes)


def _shape(number: int, grid: Grid) -> Shape:
    return Shape(path=shape(number, grid.size * IN_MARK), lowered=round(lowered(number, grid.text), 1))


def _mark(view: View, trend: Entry[Trend], number: int, page: str) -> MatrixMark:
    data, category = trend.data, view.categories(trend.data)[0]
    facts = [
        category["label"],
        view.labels("impact_of_five", score=data.impact),
        view.labels("certainty_of_five", score=data.certainty),
    ]
    return MatrixMark(
        number=number,
        slug=trend.slug,
        title=data.title,
        href=relative(view.path(trend), page),
        category=category,
        facts=facts,
        shape=shape_number(view, category["slug"]),
        description=f"{data.title}: {', '.join(facts)}",
    )


def _figure(
    view: View, edition: Entry[Edition], trends: Sequence[Entry[Trend]], marks: Sequence[MatrixMark]
) -> OverviewFigure:
    sentences, rows = [], []
    for trend, mark in zip(trends, marks, strict=True):
        sentences.append(f"{mark.description}.")
        rows.append(_row(trend, mark))
    return overview_figure(
        view,
        name="matrix",
        page=edition_path(edition),
        title=_finding(view, edition, trends),
        subtitle=view.labels("matrix_subtitle"),
        caption=edition.data.judgement,
        sentences=sentences,
        columns=columns(view, COLUMNS, NUMBERS),
        rows=rows,
        brief=len(trends) > MOST,
    )


def _row(trend: Entry[Trend], mark: MatrixMark) -> list[Cell]:
    impact, certainty = _scores(trend.data)
    return [
        {"text": str(mark.number), "number": mark.number},
        {"text": mark.title, "href": mark.href},
        {"text": mark.facts[0]},
        {"text": str(impact), "number": impact},
        {"text": str(certainty), "number": certainty},
    ]


def _finding(view: View, edition: Entry[Edition], trends: Sequence[Entry[Trend]]) -> str:
    """How many trends have both high, in a sentence; when none has, what has the most impact."""
    high = [trend for trend in trends if min(_scores(trend.data)) >= HIGH]
    if not high:
        return view.labels("matrix_none", all=len(trends), edition=view.short_name(edition))
    label = _label(len(high), len(trends))
    return view.labels(
        label, count=len(high), all=len(trends), title=high[0].data.title, edition=view.short_name(edition)
    )


def _label(high: int, all_: int) -> str:
    if high == all_:
        return "matrix_all"
    return "matrix_one" if high == 1 else "matrix_some"
