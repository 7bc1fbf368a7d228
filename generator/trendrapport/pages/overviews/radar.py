"""The trend radar of an edition: sectors are categories, rings are horizons, the nearest in the middle.

The size of a mark is the impact, its shape what changed since the former edition. A trend of several
categories stands in its first. Marks are numbered in reading order: by sector, then ring, then impact.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.analysis.changes import STATUSES, former, status
from trendrapport.pages.parts.facets import faceted, narrowing, statuses, taxonomy
from trendrapport.pages.parts.overview_figure import Cell, Column, entrance, overview_figure
from trendrapport.pages.view import Value, View
from trendrapport.placing.wheel import Mark, Measure, drawing, tip
from trendrapport.report.report import Entry

ORDER = 10
WIDE = Measure("wide", 300, (12, 14, 16, 18, 20), 14.5, 76, 18)
SMALL = Measure("small", 205, (11, 12.5, 14, 15.5, 17), 13.5, 40, 16)
PHONE = Measure("phone", 126, (9, 9.5, 10, 10.75, 11.5), 13, 2, 16, named=False)
FORMS = {"new": "ring", "returned": "dashed", "nearer": "inwards", "further": "outwards"}
KEY_SIZE = 10
STRIP_SIZES = (8, 9, 10, 11, 12)
"""The radius of marks in strips by impact, 1 to 5."""
MOST, MANY = 80, 30
"""Of more trends than `MOST` no wheel is drawn: they stand in strips.

Of more than `MANY` the marks are smaller.
"""
MOST_ON_COVER = 2 * MOST
"""Strips of more trends than this would be higher than a screen beside a title."""
PHONE_WIDTH, COVER_WIDTH = 282, 560
"""As wide (pixels) as a drawing can be on a phone of 320 pixels, and beside a title, without its text
becoming too small.
"""


def path(edition: Entry[Edition]) -> str:
    """The radar's page, from the site's root."""
    return f"{edition.slug}/radar.html"


def entrances(view: View, edition: Entry[Edition] | None, page: str) -> list[Value]:
    """The radar of an edition with trends."""
    return [entrance(view, "radar", path(edition), page)] if edition and view.trends(edition) else []


def overview(view: View, edition: Entry[Edition]) -> Value | None:
    """The radar's own page: the drawing for wide and for narrow screens, its list and filters, and all that a
    figure has.
    """
    page = path(edition)
    shown = radar(view, edition, page, (WIDE, PHONE))
    if shown is None:
        return None
    return shown | {
        "groups": _groups(view, shown["marks"]),
        "narrowing": _narrowing(view, shown["marks"]),
        "gone": _gone(view, edition, page),
        "figure": _figure(view, edition, shown["marks"]),
    }


def cover_radar(view: View, edition: Entry[Edition], page: str) -> Value | None:
    """The radar as it stands on another page, with the way to its own; None where there is nothing to draw."""
    shown = radar(view, edition, page, (SMALL, PHONE))
    if shown is None or len(shown["marks"]) > MOST_ON_COVER:
        return None
    drawings = shown["drawings"]
    if drawings and drawings[0]["box"][2] > COVER_WIDTH:
        shown |= radar(view, edition, page, (WIDE, PHONE)) or {}
    in_strips = not shown["drawings"]
    beside = in_strips or shown["drawings"][0]["name"] == "small"
    return shown | {"href": relative(path(edition), page), "beside": beside}


def radar(view: View, edition: Entry[Edition], page: str, measures: Iterable[Measure]) -> Value | None:
    """The marks in reading order and a drawing of each measure; None for an edition without trends."""
    trends = view.trends(edition)
    if not trends:
        return None
    taxonomies, older = view.report.config.taxonomies, former(view, edition)
    sectors, rings = list(taxonomies.categories), list(taxonomies.horizons)
    cells = {
        trend.slug: (sectors.index(trend.data.categories[0]), rings.index(trend.data.horizon))
        for trend in trends
    }
    ordered = sorted(
        trends, key=lambda trend: (cells[trend.slug], -trend.data.impact, trend.data.title.casefold())
    )
    marks = [_mark(view, trend, number, older, page) for number, trend in enumerate(ordered, 1)]
    drawn = tuple(
        Mark(cells[trend.slug], trend.data.impact, trend.data.title, mark["form"])
        for trend, mark in zip(ordered, marks, strict=True)
    )
    words = (
        tuple(taxonomies.categories[name].label for name in sectors),
        tuple(taxonomies.horizons[name].label for name in rings),
    )
    seen = {mark["status"] for mark in marks}
    drawings = [_drawn(measure, drawn, *words) for measure in measures if len(drawn) <= MOST]
    return {
        "title": view.title_in(edition, "radar"),
        "marks": marks,
        "strips": _strips(view, marks),
        "sectors": [view.term("categories", name) for name in sectors],
        "drawings": [one for one in drawings if one["name"] != "phone" or one["box"][2] <= PHONE_WIDTH],
        "former": older and view.link(older, page) | {"name": view.edition_title(older).lower()},
        "key": [
            {"form": FORMS.get(name, "plain"), "label": view.labels(f"status.{name}")}
            for name in STATUSES
            if name in seen
        ],
        "key_tip": tip(KEY_SIZE),
    }


def _drawn(
    measure: Measure, marks: tuple[Mark, ...], sectors: tuple[str, ...], rings: tuple[str, ...]
) -> Value:
    """The drawing of a measure; the wide one has its marks where the small one on the cover has them, where
    there is that one.
    """
    chosen = _roomy(measure, len(marks))
    if measure is not WIDE:
        return drawing(chosen, marks, sectors, rings)
    small = _roomy(SMALL, len(marks))
    fits = drawing(small, marks, sectors, rings)["box"][2] <= COVER_WIDTH
    return drawing(chosen, marks, sectors, rings, like=small if fits else None)


def _strips(view: View, marks: list[Value]) -> Value:
    """The same without a wheel, for a phone that has no room for all marks in one: a strip for each sector,
    with a cell for each ring.
    """
    rings = view.report.config.taxonomies.horizons
    return {
        "rings": [term.label for term in rings.values()],
        "sectors": [
            group
            | {"cells": [[mark for mark in group["marks"] if mark["ring"]["slug"] == ring] for ring in rings]}
            for group in _groups(view, marks)
        ],
    }


def _roomy(measure: Measure, count: int) -> Measure:
    """The same measure, with smaller marks when there are many."""
    return measure if count <= MANY or not measure.named else replace(measure, sizes=(11, 12, 13, 14, 15))


def _mark(view: View, trend: Entry[Trend], number: int, older: Entry[Edition] | None, page: str) -> Value:
    data, change = trend.data, status(view, trend, older)
    ring, stance = view.term("horizons", data.horizon), view.term("stances", data.stance)
    said = change and view.labels(f"status.{change}")
    facts = [
        ", ".join(category["label"] for category in view.categories(data)),
        ring["label"],
        stance["label"],
        view.labels("impact_of_five", score=data.impact),
        *([said] if said else []),
    ]
    mark = {
        "number": number,
        "slug": trend.slug,
        "title": data.title,
        "href": relative(view.path(trend), page),
        "form": FORMS.get(change or "", "plain"),
        "category": view.categories(data)[0],
        "strip": {"size": STRIP_SIZES[data.impact - 1], "tip": tip(STRIP_SIZES[data.impact - 1])},
        "ring": ring,
        "stance": stance,
        "impact": data.impact,
        "status": change,
        "status_label": said,
        "facts": facts,
        "told": f"{data.title}: {', '.join(facts)}",
        "tip": json.dumps([data.title, *facts], ensure_ascii=False),
    }
    return faceted(
        mark,
        category=data.categories,
        horizon=[data.horizon],
        stance=[data.stance],
        status=[change] if change else [],
    )


def _groups(view: View, marks: list[Value]) -> list[Value]:
    """The list beside the drawing: the marks by sector."""
    return [
        view.term("categories", name) | {"marks": found}
        for name in view.report.config.taxonomies.categories
        if (found := [mark for mark in marks if mark["category"]["slug"] == name])
    ]


def _narrowing(view: View, marks: list[Value]) -> Value | None:
    facets = {
        name: taxonomy(view, words)
        for name, words in (("category", "categories"), ("horizon", "horizons"), ("stance", "stances"))
    }
    return narrowing(view, "trends", marks, facets | {"status": statuses(view)})


def _gone(view: View, edition: Entry[Edition], page: str) -> list[Value]:
    """The trends of the former edition that are not in this one."""
    older, here = former(view, edition), {view.identity(trend.slug) for trend in view.trends(edition)}
    return (
        [view.link(trend, page) for trend in view.trends(older) if view.identity(trend.slug) not in here]
        if older
        else []
    )


def _figure(view: View, edition: Entry[Edition], marks: list[Value]) -> Value:
    """What stands around the drawing."""
    changed = former(view, edition) is not None
    titles = (
        "number",
        "trend",
        "category",
        "horizon",
        "stance",
        "impact",
        *(("changed",) if changed else ()),
    )
    columns = [Column(title=view.labels(name), number=name in {"number", "impact"}) for name in titles]
    return overview_figure(
        view,
        name="radar",
        page=path(edition),
        title=_finding(view, edition, marks),
        subtitle=view.labels("radar_subtitle"),
        caption=edition.data.judgement,
        told=_told(view, marks),
        columns=columns,
        rows=[_row(mark, changed=changed) for mark in marks],
    )


def _row(mark: Value, *, changed: bool) -> list[Cell]:
    return [
        {"text": str(mark["number"]), "number": mark["number"]},
        {"text": mark["title"], "href": mark["href"]},
        {"text": mark["facts"][0]},
        {"text": mark["ring"]["label"]},
        {"text": mark["stance"]["label"]},
        {"text": str(mark["impact"]), "number": mark["impact"]},
        *([Cell(text=mark["status_label"])] if changed else []),
    ]


def _finding(view: View, edition: Entry[Edition], marks: list[Value]) -> str:
    """The ring with most trends, in a sentence."""
    if len(marks) == 1:
        return view.title_in(edition, "radar")
    counts = {
        name: sum(mark["ring"]["slug"] == name for mark in marks)
        for name in view.report.config.taxonomies.horizons
    }
    most = max(counts, key=lambda name: counts[name])
    ring = view.term("horizons", most)["label"]
    return view.labels(
        "radar_all" if counts[most] == len(marks) else "radar_most",
        count=counts[most],
        all=len(marks),
        ring=ring,
        edition=edition.slug,
    )


def _told(view: View, marks: list[Value]) -> list[str]:
    """The trends of each ring, and those of each status, in sentences."""
    rings = {
        view.term("horizons", name)["label"]: [
            mark["title"] for mark in marks if mark["ring"]["slug"] == name
        ]
        for name in view.report.config.taxonomies.horizons
    }
    statuses = {
        view.labels(f"status.{name}"): [mark["title"] for mark in marks if mark["status"] == name]
        for name in STATUSES
    }
    told = [
        (f"{ring}: {', '.join(titles) if titles else view.labels('none')}.") for ring, titles in rings.items()
    ]
    return told + [
        (f"{label[0].upper()}{label[1:]}: {', '.join(titles)}.")
        for label, titles in statuses.items()
        if titles
    ]
