"""The trend radar of an edition: sectors are categories and rings are horizons, the nearest in the middle,
unless the settings choose other lists.

The size of a mark is the impact, its shape what changed since the former edition. A trend of several
categories is in the sector of its first. Marks are numbered in reading order: by sector, then ring, then
impact.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.model.taxonomies import Judged, Term
from trendrapport.pages.analysis.changes import STATUSES, former, status
from trendrapport.pages.analysis.pairs import pairs
from trendrapport.pages.overviews.changes import compared, link
from trendrapport.pages.parts.facets import Narrowing, item_terms, judged, judged_terms, narrowing, statuses
from trendrapport.pages.parts.kept_wheels import wheels
from trendrapport.pages.parts.overview_figure import Entrance, entrance
from trendrapport.pages.parts.radar_drawings import COVER_WIDTH, MOST, PHONE, SMALL, WIDE, Content, drawings
from trendrapport.pages.parts.radar_figure import RadarMark, StripMark, radar_figure
from trendrapport.pages.parts.radar_groups import counts, groups, strips
from trendrapport.pages.parts.shown_radar import (
    CoverCounts,
    CoverRadar,
    GoneTrend,
    KeyForm,
    KeyWords,
    Radar,
    RadarPage,
)
from trendrapport.pages.view import Value, View
from trendrapport.placing.wheel import Mark, Measure, tip
from trendrapport.report.report import Entry

ORDER = 10
FORMS = {"new": "ring", "returned": "dashed", "nearer": "inwards", "further": "outwards"}
KEY_SIZE = 10
STRIP_SIZES = (8, 9, 10, 11, 12)
"""The radius of marks in strips by impact, 1 to 5."""
LONG_SIZES = (10, 10.75, 11.5, 12.25, 13)
"""The same where numbers can have three digits."""
USUAL_IMPACT = 3
"""The impact whose size marks have in a report that gives none."""
MOST_ON_COVER = 2 * MOST
"""Strips of more trends than this would be higher than a screen beside a title."""


def edition_path(edition: Entry[Edition]) -> str:
    """The radar's page, from the site's root."""
    return f"{edition.slug}/radar.html"


def entrances(view: View, edition: Entry[Edition] | None, page: str) -> list[Entrance]:
    """The radar of an edition with trends, in a report that has rings and sectors for them."""
    if edition is None or not view.trends(edition) or not (view.rings and view.sectors):
        return []
    return [entrance(view, "radar", edition_path(edition), page)]


def beside(view: View, edition: Entry[Edition]) -> Value:
    """The links to what changed since each older edition."""
    return {"since": [link(view, edition, older, edition_path(edition)) for older in compared(view, edition)]}


def overview(view: View, edition: Entry[Edition]) -> RadarPage | None:
    """The drawing for wide and for narrow screens with all that its page shows."""
    page = edition_path(edition)
    shown = radar(view, edition, page, (WIDE, PHONE))
    if shown is None:
        return None
    return RadarPage(
        **vars(shown),
        groups=groups(view, shown.marks),
        many=len(shown.marks) > MOST,
        narrowing=_narrowing(view, shown.marks),
        gone=_gone(view, edition, page),
        figure=radar_figure(view, edition, page, shown.marks, brief=len(shown.marks) > MOST),
    )


def cover_radar(view: View, edition: Entry[Edition], page: str) -> CoverRadar | None:
    """The radar as another page shows it; None where there is nothing to draw."""
    small = radar(view, edition, page, (SMALL, PHONE))
    if small is None or len(small.marks) > MOST_ON_COVER:
        return None
    too_wide = bool(small.drawings) and small.drawings[0]["box"][2] > COVER_WIDTH
    shown = (radar(view, edition, page, (WIDE, PHONE)) if too_wide else None) or small
    in_strips = not shown.drawings
    beside = in_strips or shown.drawings[0]["name"] == "small"
    return CoverRadar(**vars(shown), href=relative(edition_path(edition), page), beside=beside)


def cover_counts(view: View, edition: Entry[Edition], page: str) -> CoverCounts | None:
    """How many trends each cell of the radar has, for a page that has no room for a mark of each; None where
    there is, and where there is no radar.
    """
    shown = radar(view, edition, page, ())
    if shown is None or len(shown.marks) <= MOST_ON_COVER:
        return None
    href = relative(edition_path(edition), page)
    return CoverCounts(
        counts=counts(view, shown.strips, shown.title, href),
        paint=shown.paint,
        near=_near(view, "radar_near_strips"),
        href=href,
    )


def radar(view: View, edition: Entry[Edition], page: str, measures: Iterable[Measure]) -> Radar | None:
    """The marks in reading order and a drawing of each measure; None for an edition without trends, and in a
    report without rings or sectors.
    """
    if not entrances(view, edition, page):
        return None
    trends = _in_reading_order(view, view.trends(edition))
    older = former(view, edition)
    brief = len(trends) > MOST_ON_COVER
    marks = [_mark(view, edition, trend, number, page, brief=brief) for number, trend in enumerate(trends, 1)]
    return Radar(
        title=view.title_in(edition, "radar"),
        marks=marks,
        strips=strips(view, marks),
        sectors=view.sectors,
        paint=_paint(view),
        drawings=drawings(_content(view, trends, marks), measures),
        former=view.named_link(older, page) if older else None,
        key=_key(view, marks),
        key_tip=tip(KEY_SIZE),
        words=KeyWords(_key_words(view, "radar_near"), _key_words(view, "radar_near_strips")),
    )


def _paint(view: View) -> str:
    """What the names of the colours and shapes of the sectors begin with."""
    return "category" if view.report.config.radar.sectors == "categories" else "sector"


def _key_words(view: View, near: str) -> str:
    """What a drawing says; `near` is the label for where the trends are that matter soon."""
    radar, label = view.report.config.radar, view.labels
    sentences = [_near(view, near)]
    if Judged.IMPACT in view.report.config.judgement:
        sentences.append(label("radar_size"))
    if radar.sectors == "categories":
        sentences.append(label("radar_first"))
    return " ".join(sentences)


def _near(view: View, label: str) -> str:
    """Where the trends are that matter soon, or in which order the rings are."""
    if view.rings_are_horizons:
        return view.labels(label)
    rings = view.labels.listed([ring["label"] for ring in view.rings])
    return view.labels(f"{label}_own", rings=rings)


def _cell(view: View, trend: Trend) -> tuple[int, int]:
    """The sector and the ring of a trend."""
    sector = view.sector(trend)
    names = [one["slug"] for one in view.sectors]
    return names.index(sector["slug"]) if sector else 0, view.ring_number(trend)


def _in_reading_order(view: View, trends: Iterable[Entry[Trend]]) -> list[Entry[Trend]]:
    def order(trend: Entry[Trend]) -> tuple[tuple[int, int], int, str]:
        return _cell(view, trend.data), -(trend.data.impact or 0), trend.data.title.casefold()

    return sorted(trends, key=order)


def _content(view: View, trends: Sequence[Entry[Trend]], marks: Sequence[RadarMark]) -> Content:
    config, drawn = view.report.config, []
    for trend, mark in zip(trends, marks, strict=True):
        impact = trend.data.impact or USUAL_IMPACT
        drawn.append(Mark(_cell(view, trend.data), impact, trend.data.title, mark.form))
    return Content(
        tuple(drawn),
        _labels(config.used_words(config.radar.sectors)),
        _labels(config.used_words(config.radar.rings)),
        wheels(view),
    )


def _labels(terms: Mapping[str, Term]) -> tuple[str, ...]:
    return tuple(term.label for term in terms.values())


def _key(view: View, marks: Sequence[RadarMark]) -> list[KeyForm]:
    """The forms of marks that occur."""
    seen = {mark.status for mark in marks}
    key = []
    for name in STATUSES:
        if name in seen:
            key.append(KeyForm(FORMS.get(name, "plain"), view.status_words(name)))
    return key


def _mark(
    view: View, edition: Entry[Edition], trend: Entry[Trend], number: int, page: str, *, brief: bool
) -> RadarMark:
    """The mark of a trend; a `brief` one says its name only, as the list beside it says the rest."""
    older = former(view, edition)
    data, change = trend.data, status(view, trend, older)
    label = change and view.status_words(change)
    facts = _facts(view, data)
    if view.is_carried(trend, edition):
        label = view.carried(trend)
    if label:
        facts.append(label)
    size = (LONG_SIZES if brief else STRIP_SIZES)[(data.impact or USUAL_IMPACT) - 1]
    sector, ring = view.sector(data), view.ring(data)
    assert sector and ring  # noqa: S101 - as the settings of a report with a radar require of each trend
    says = " · ".join([f"{number}. {data.title}", *([] if brief else facts)])
    return RadarMark(
        number=number,
        slug=trend.slug,
        title=data.title,
        href=relative(view.path(trend), page),
        form=FORMS.get(change or "", "plain"),
        category=view.categories(data)[0],
        sector=sector,
        strip=StripMark(size, tip(size), says),
        ring=ring,
        stance=view.term("stances", data.stance) if data.stance else None,
        impact=data.impact,
        status=change,
        status_label=label,
        facts=facts,
        description=f"{data.title}: {', '.join(facts)}",
        tip=json.dumps([data.title, *facts], ensure_ascii=False),
        terms=item_terms(**judged_terms(view, data), status=[change] if change else []),
    )


def _facts(view: View, trend: Trend) -> list[str]:
    """What a mark shows of a trend, in words: first where it belongs in the list."""
    shown = ["categories", "horizons", "stances", *view.report.config.taxonomies.own]
    sectors = view.report.config.radar.sectors
    return view.facts(trend, sorted(shown, key=lambda name: name != sectors))


def _narrowing(view: View, marks: list[RadarMark]) -> Narrowing | None:
    """The form of the list; in a long one readers can look for a name too."""
    facets = {**judged(view), "status": statuses(view)}
    return narrowing(view, "trends", marks, facets, search=len(marks) > MOST)


def _gone(view: View, edition: Entry[Edition], page: str) -> list[GoneTrend]:
    """The trends of the former edition that are not in this one, with the reason of those that ended."""
    older = former(view, edition)
    if older is None:
        return []
    gone = [pair.trend for pair in pairs(view, edition, older) if pair.new is None]
    return [_ended(view, trend, edition, page) for trend in gone]


def _ended(view: View, trend: Entry[Trend], edition: Entry[Edition], page: str) -> GoneTrend:
    ending = view.ending(trend, edition)
    return GoneTrend(**vars(view.link(ending or trend, page)), why=view.why_ended(trend, edition))
