"""A page per trend: the text, the editors' assessment, and everything related to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.interviews import Interview
from trendrapport.model.entries.trends import IN_BRIEF, Trend, ValueEffect
from trendrapport.pages.analysis.changes import changes, nearest
from trendrapport.pages.analysis.related import Relatedness, Tie
from trendrapport.pages.analysis.related import relatedness as ties_of
from trendrapport.pages.overviews.values import edition_path
from trendrapport.pages.parts.entry import ends, entry_page, parts, with_neighbours
from trendrapport.pages.parts.people import speaker
from trendrapport.pages.parts.trend_cards import TrendLink, trend_link
from trendrapport.pages.view import Appearance, Page, TalkCard, TrendCard, Value, View
from trendrapport.report.report import Entry

MOST_KIN = 4
"""The most trends that share something and are shown below those that the editors named."""


@dataclass(frozen=True, kw_only=True)
class RelatedTrend(TrendCard):
    """A trend that the editors named as related."""

    why: str


@dataclass(frozen=True, kw_only=True)
class Kin(TrendLink):
    """A trend that shares something with this one."""

    reasons: list[str]
    edition: str | None
    """Its edition where that is another."""


@dataclass(frozen=True)
class Neighbours:
    """The trends before and after this one in its edition."""

    previous: Entry[Trend] | None
    following: Entry[Trend] | None


def pages(view: View) -> Iterator[Page]:
    """`<edition>/trends/<slug>.html`."""
    relatedness = ties_of(view)
    for edition in view.editions:
        for previous, trend, following in with_neighbours(view.written(edition)):
            neighbours = Neighbours(previous, following)
            context = partial(_context, view, edition, trend, neighbours, relatedness)
            yield entry_page(view, trend, context, "trends")


def _context(
    view: View, edition: Entry[Edition], trend: Entry[Trend], neighbours: Neighbours, relatedness: Relatedness
) -> Value:
    page = view.path(trend)
    sections = _sections(view, trend, page, relatedness)
    return {
        "contents": _contents(view, trend, sections),
        **_reading(view, edition, trend),
        **sections,
        "to_values": relative(edition_path(edition), page),
        "previous": neighbours.previous and trend_link(view, neighbours.previous, page),
        "next": neighbours.following and trend_link(view, neighbours.following, page),
    }


def _reading(view: View, edition: Entry[Edition], trend: Entry[Trend]) -> Value:
    """What the editors say of a trend, in brief."""
    judgement = None
    if edition.data.judgement:
        judgement = {"text": edition.data.judgement, **view.language_note(edition)}
    return {
        "form": view.labels(f"form.{trend.data.kind}"),
        "categories": view.categories(trend.data),
        "brief": list(view.readings(trend.data, IN_BRIEF)),
        "judgement": judgement,
    }


def _sections(view: View, trend: Entry[Trend], page: str, relatedness: Relatedness) -> Value:
    """The sections below the text; empty where there is nothing to show."""
    data = trend.data
    talks = view.talks.get((trend.edition, trend.slug), ())
    return {
        "actions": _of_roles(view, data.actions),
        "questions": _of_roles(view, data.questions),
        "drivers": list(data.drivers),
        "brakes": list(data.brakes),
        "values": [_value(view, trend, effect) for effect in data.values],
        "key_figures": [view.key_figure(figure, page) for figure in view.key_figures(trend)],
        "talks": [_excerpt(view, talk, page) for talk in talks],
        "instruments": view.cards(view.instruments(trend), page),
        "history": _history(view, trend, page),
        "related": _related(view, trend, page),
        "kin": _kin(view, trend, page, relatedness),
    }


def _contents(view: View, trend: Entry[Trend], sections: Value) -> list[Value]:
    """The parts of the page in their order."""
    there = {
        "actions": trend.data.actions,
        "questions": trend.data.questions,
        "forces": sections["drivers"] + sections["brakes"],
        "values": sections["values"],
        "key_figures": sections["key_figures"],
        "talks": sections["talks"],
        "helps": sections["instruments"],
        "history": sections["history"],
        "related": sections["related"] + sections["kin"],
    }
    return [
        *parts(view, {"brief": bool(list(view.readings(trend.data, IN_BRIEF)))}),
        *view.contents(trend),
        *parts(view, there),
        *ends(view, trend),
    ]


def _of_roles(view: View, items: Mapping[str, Sequence[str]]) -> list[Value]:
    """What is said to each role, in the order of the settings."""
    found = []
    for role in view.report.config.taxonomies.roles:
        if role in items:
            found.append({**view.term("roles", role), "items": list(items[role])})
    return found


def _related(view: View, trend: Entry[Trend], page: str) -> list[RelatedTrend]:
    related = []
    for relation in trend.data.related:
        other = view.trend(relation.trend, trend.edition)
        if other:
            related.append(RelatedTrend(**vars(view.card(other, page)), why=relation.why))
    return related


def _excerpt(view: View, talk: Entry[Interview], page: str) -> TalkCard:
    """What was said, to the letter; of a talk without quotations, what it is about."""
    return replace(view.talk_card(talk, page), person=speaker(view, talk, page))


def _value(view: View, trend: Entry[Trend], effect: ValueEffect) -> Value:
    return {
        **view.term("values", effect.value),
        "effect": str(effect.effect),
        "why": effect.why,
        "number": view.numbers(trend).get(effect.source or ""),
        "source": effect.source,
        "effect_label": view.labels(f"effect.{effect.effect}"),
    }


def _kin(view: View, trend: Entry[Trend], page: str, relatedness: Relatedness) -> list[Kin]:
    """The closest trends that the editors did not name here, with what they share."""
    named = {relation.trend for relation in trend.data.related}
    others = (other for other in relatedness.others(trend) if other.slug not in named)
    ties = relatedness.ranked(trend, others, MOST_KIN)
    return [_kin_of(view, tie, page, relatedness.reasons(tie)) for tie in ties]


def _kin_of(view: View, tie: Tie, page: str, reasons: list[str]) -> Kin:
    elsewhere = tie.other.edition if tie.other.edition != tie.trend.edition else None
    return Kin(
        **vars(trend_link(view, tie.other, page)), reasons=reasons, edition=view.short_name_of(elsewhere)
    )


def _history(view: View, trend: Entry[Trend], page: str) -> list[Value]:
    """The same trend in every edition, the oldest first, with what changed each time; empty when there is
    only this one.
    """
    history = view.history(trend)
    if len(history) == 1 and not view.unchanged_in(trend):
        return []
    return [_past(view, trend, one, history, page) for one in history]


def _past(
    view: View, trend: Entry[Trend], appearance: Appearance, history: Sequence[Appearance], page: str
) -> Value:
    """A trend in one of its editions."""
    edition, then = appearance
    before = _before(then, edition, history) or then
    return {
        "edition": view.short_name(edition),
        "title": then.data.title,
        "href": relative(view.path(then), page),
        "facts": _ended(then)
        + view.facts(then.data, ("stances", "horizons", *view.report.config.taxonomies.own)),
        "unchanged": _unchanged(view, then),
        "changes": [change.sentence for change in changes(view, before.data, then.data)],
        "here": then.edition == trend.edition,
        **view.language_note(then),
    }


def _ended(trend: Entry[Trend]) -> list[str]:
    """Why a trend ended, if it did."""
    return [trend.data.ended] if trend.data.ended else []


def _unchanged(view: View, trend: Entry[Trend]) -> str | None:
    """In which later editions a trend is as it was, in words."""
    names = [edition.slug for edition in view.unchanged_in(trend)]
    return view.labels("unchanged_in", editions=view.labels.listed(names)) if names else None


def _before(
    trend: Entry[Trend], edition: Entry[Edition], history: Sequence[Appearance]
) -> Entry[Trend] | None:
    """What a trend was in the last edition before one that has it."""
    editions = list(dict.fromkeys(one.slug for one, _ in history))
    rank = editions.index(edition.slug)
    if rank == 0:
        return None
    return nearest(trend, [other for one, other in history if one.slug == editions[rank - 1]])
