"""The trend radar of an edition: sectors are categories, rings are horizons, the nearest in the middle.

The size of a mark is the impact, its shape what changed since the former edition. A trend of several
categories stands in its first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import pi

from trendrapport.addresses import relative
from trendrapport.entries.editions import Edition
from trendrapport.entries.trends import Trend
from trendrapport.overview_figure import Cell as TableCell
from trendrapport.overview_figure import Column, overview_figure
from trendrapport.polar import Cell, Wheel, places, wheel
from trendrapport.report import Entry
from trendrapport.view import Value, View

SLOT = 44
"""The room for a mark, in units of the drawing: the largest mark and some air."""
SIZES = (12, 13.5, 15, 16.5, 18)
"""The radius of a mark by impact; the smallest holds two figures of 14 units."""
MARGIN = 40
"""The room around the wheel for the names of sectors and rings."""


def path(edition: Entry[Edition]) -> str:
    """The radar's page, from the site's root."""
    return f"{edition.slug}/radar.html"


def overview(view: View, edition: Entry[Edition]) -> Value | None:
    """The wheel with its names, and the marks in reading order: by sector, then ring, then impact."""
    trends = view.trends(edition)
    if not trends:
        return None
    sectors, rings = list(view.report.config.taxonomies.categories), list(view.report.config.taxonomies.horizons)
    cells = {trend.slug: (sectors.index(trend.data.categories[0]), rings.index(trend.data.horizon)) for trend in trends}
    ordered = sorted(trends, key=lambda trend: (cells[trend.slug], -trend.data.impact, trend.data.title.casefold()))
    made = wheel(Counter(cells.values()), len(sectors), len(rings), SLOT)
    former = _former(view, edition)
    marks = list(_marks(view, ordered, cells, made, former, rings, path(edition)))
    return {"box": _box(made), "rings": _rings(view, made, rings), "sectors": _sectors(view, made, sectors), "marks": marks,
            "former": former and view.link(former, path(edition)) | {"name": view.edition_title(former)},
            "shapes": _shapes(view) if former else [],
            "figure": _figure(view, edition, marks, [_told(view, name, marks) for name in rings], changed=former is not None)}


def _figure(view: View, edition: Entry[Edition], marks: list[Value], told: list[str], *, changed: bool) -> Value:
    """What stands around the drawing."""
    titles = ("number", "trend", "category", "horizon", "stance", "impact", *(("changed",) if changed else ()))
    columns = [Column(title=view.labels(name), number=name in {"number", "impact"}) for name in titles]
    return overview_figure(view, name="radar", page=path(edition), title=f"{view.labels('radar')} {edition.slug}",
                           subtitle=view.labels("radar_subtitle"), caption=edition.data.judgement, told=told, columns=columns,
                           rows=[_row(mark, changed=changed) for mark in marks])


def _row(mark: Value, *, changed: bool) -> list[TableCell]:
    return [{"text": str(mark["number"]), "number": mark["number"]}, {"text": mark["title"], "href": mark["href"]},
            {"text": mark["category"]["label"]}, {"text": mark["ring"]["label"]}, {"text": mark["stance"]},
            {"text": str(mark["impact"]), "number": mark["impact"]}, *([TableCell(text=mark["status_label"])] if changed else [])]


def _former(view: View, edition: Entry[Edition]) -> Entry[Edition] | None:
    """The edition before this one."""
    later = view.editions.index(edition) + 1
    return view.editions[later] if later < len(view.editions) else None


def _marks(view: View, ordered: list[Entry[Trend]], cells: dict[str, Cell], made: Wheel, former: Entry[Edition] | None,  # noqa: PLR0913
           rings: list[str], page: str) -> Iterator[Value]:
    counts = Counter(cells.values())
    free = {cell: iter(places(made, cell, count, SLOT)) for cell, count in counts.items()}
    for number, trend in enumerate(ordered, 1):
        x, y = next(free[cells[trend.slug]])
        status = _status(view, trend, former, rings)
        yield {"number": number, "x": x, "y": y, "size": SIZES[trend.data.impact - 1], "title": trend.data.title,
               "href": relative(view.path(trend), page), "category": view.categories(trend.data)[0],
               "ring": view.term("horizons", trend.data.horizon), "stance": view.term("stances", trend.data.stance)["label"],
               "impact": trend.data.impact, "status": status, "status_label": status and view.labels(f"status.{status}")}


def _status(view: View, trend: Entry[Trend], former: Entry[Edition] | None, rings: list[str]) -> str | None:
    """What changed since the former edition: the same slug there is the same trend."""
    if former is None:
        return None
    before = next((other for other in view.trends(former) if other.slug == trend.slug), None)
    if before is None:
        return "new"
    step = rings.index(trend.data.horizon) - rings.index(before.data.horizon)
    return "nearer" if step < 0 else "further" if step > 0 else "unchanged"


def _box(made: Wheel) -> list[float]:
    """Left, top, width and height of the drawing."""
    return [-made.radius - MARGIN, -made.radius - MARGIN, 2 * (made.radius + MARGIN), made.radius + 2 * MARGIN]


def _rings(view: View, made: Wheel, rings: list[str]) -> list[Value]:
    """Each ring's outer radius, and its name below the middle of its band on the right."""
    return [{"radius": made.hub + (ring + 1) * made.band, "x": made.hub + (ring + 0.5) * made.band,
             "name": view.term("horizons", name)["label"]} for ring, name in enumerate(rings)]


def _sectors(view: View, made: Wheel, sectors: list[str]) -> list[Value]:
    """Each sector's name outside the rim, and the line with which it starts."""
    found = []
    for sector, name in enumerate(sectors):
        start, middle = made.span * sector, made.span * (sector + 0.5)
        x, y = made.at(made.radius + 14, middle)
        turn = round((middle - pi / 2) * 180 / pi, 2)
        found.append(view.term("categories", name) | {"x": x, "y": y, "turn": turn,
                                                      "from": made.at(made.hub, start), "to": made.at(made.radius, start)})
    return found


def _shapes(view: View) -> list[Value]:
    return [{"status": name, "label": view.labels(f"status.{name}")} for name in ("new", "nearer", "further", "unchanged")]


def _told(view: View, ring: str, marks: list[Value]) -> str:
    """The trends of a ring, in a sentence."""
    titles = [mark["title"] for mark in marks if mark["ring"]["slug"] == ring]
    return f"{view.term('horizons', ring)['label']}: {', '.join(titles) if titles else view.labels('none')}."
