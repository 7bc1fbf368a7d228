"""A page per trend: the text, the editors' reading of it and everything that it hangs together with."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.interviews import Interview
from trendrapport.model.entries.trends import Trend, ValueEffect
from trendrapport.pages.analysis.changes import changes, nearest
from trendrapport.pages.analysis.related import Relatedness
from trendrapport.pages.overviews.values import path
from trendrapport.pages.parts.entry import ends, entry_page, parts
from trendrapport.pages.parts.people import speaker
from trendrapport.pages.view import Page, Value, View
from trendrapport.report.report import Entry

KIN = 4
"""So many trends that share something are shown below those that the editors named."""


def pages(view: View) -> Iterator[Page]:
    """`<edition>/trends/<slug>.html`."""
    kin = Relatedness(view)
    for edition in view.editions:
        trends = view.trends(edition)
        for place in range(len(trends)):
            yield entry_page(
                view, trends[place], partial(_context, view, edition, trends, place, kin), "trends"
            )


def _context(
    view: View, edition: Entry[Edition], trends: list[Entry[Trend]], place: int, kin: Relatedness
) -> Value:
    trend = trends[place]
    page, data, taxonomies = view.path(trend), trend.data, view.report.config.taxonomies
    history, related, talks = (
        _history(view, trend, page),
        _related(view, trend, page),
        view.talks.get((trend.edition, trend.slug), ()),
    )
    near, figures, helping = _kin(view, trend, kin, page), view.key_figures(trend), view.instruments(trend)
    there = {
        "actions": data.actions,
        "forces": data.drivers + data.brakes,
        "values": data.values,
        "key_figures": figures,
        "talks": talks,
        "helps": helping,
        "history": history,
        "related": related + near,
    }
    return {
        "contents": [
            *parts(view, {"brief": True}),
            *view.contents(trend),
            *parts(view, there),
            *ends(view, trend),
        ],
        "form": view.labels(f"form.{data.kind}"),
        "categories": view.categories(data),
        "brief": _brief(view, data),
        "judgement": {"text": edition.data.judgement, **view.other(edition)}
        if edition.data.judgement
        else None,
        "actions": [
            view.term("roles", role) | {"items": list(data.actions[role])}
            for role in taxonomies.roles
            if role in data.actions
        ],
        "drivers": list(data.drivers),
        "brakes": list(data.brakes),
        "values": [_value(view, trend, effect) for effect in data.values],
        "to_values": relative(path(edition), page),
        "instruments": view.cards(helping, page),
        "key_figures": [view.key_figure(figure, page) for figure in figures],
        "talks": [_excerpt(view, talk, page) for talk in talks],
        "history": history,
        "related": related,
        "kin": near,
        "previous": _beside(view, trends[place - 1], page) if place else None,
        "next": _beside(view, trends[place + 1], page) if place + 1 < len(trends) else None,
    }


def _beside(view: View, trend: Entry[Trend], page: str) -> Value:
    return view.link(trend, page) | {"category": view.categories(trend.data)[0]}


def _related(view: View, trend: Entry[Trend], page: str) -> list[Value]:
    return [
        view.card(other, page) | {"why": relation.why}
        for relation in trend.data.related
        if (other := view.trend(relation.trend, trend.edition))
    ]


def _excerpt(view: View, talk: Entry[Interview], page: str) -> Value:
    """What was said, to the letter; of a talk without quotations, what it is about."""
    return view.card(talk, page) | {"person": speaker(view, talk, page)}


def _brief(view: View, data: Trend) -> list[Value]:
    words = [
        {"name": view.labels(name)} | view.term(f"{name}s", getattr(data, name))
        for name in ("stance", "horizon")
    ]
    return words + [_score(view, name, getattr(data, name)) for name in ("impact", "certainty")]


def _score(view: View, name: str, score: int) -> Value:
    """A score in words, with its number."""
    return {"name": view.labels(name), "score": score, "of": view.labels("of_five", score=score)} | {
        part: view.labels(f"scale.{name}.{score}.{part}") for part in ("label", "explanation")
    }


def _value(view: View, trend: Entry[Trend], effect: ValueEffect) -> Value:
    number = view.numbers(trend).get(effect.source or "")
    return view.term("values", effect.value) | {
        "effect": str(effect.effect),
        "why": effect.why,
        "number": number,
        "source": effect.source,
        "effect_label": view.labels(f"effect.{effect.effect}"),
    }


def _kin(view: View, trend: Entry[Trend], kin: Relatedness, page: str) -> list[Value]:
    """The closest trends that the editors did not name here, with what they share; the edition where it is
    another.
    """
    named = {relation.trend for relation in trend.data.related}
    others = (other for other in kin.others(trend) if other.slug not in named)
    return [
        view.link(tie.other, page)
        | {
            "category": view.categories(tie.other.data)[0],
            "reasons": kin.reasons(tie),
            "edition": None if tie.other.edition == trend.edition else tie.other.edition,
        }
        for tie in kin.ranked(trend, others, KIN)
    ]


def _history(view: View, trend: Entry[Trend], page: str) -> list[Value]:
    """The same trend in every edition, the oldest first, with what changed each time; empty when there is
    only this one.
    """
    found = view.history(trend)
    shown = []
    for edition, other in found:
        before = _before(other, edition, found) or other
        facts = [
            view.term("stances", other.data.stance)["label"],
            view.term("horizons", other.data.horizon)["label"],
            view.labels("impact_of_five", score=other.data.impact),
        ]
        shown.append(
            {
                "edition": edition.slug,
                "title": other.data.title,
                "href": relative(view.path(other), page),
                "facts": facts,
                "changes": [change["told"] for change in changes(view, before.data, other.data)],
                "here": other.edition == trend.edition,
                **view.other(other),
            }
        )
    return shown if len(shown) > 1 else []


def _before(
    trend: Entry[Trend], edition: Entry[Edition], history: list[tuple[Entry[Edition], Entry[Trend]]]
) -> Entry[Trend] | None:
    """What a trend was in the last edition before one that has it."""
    editions = list(dict.fromkeys(place.slug for place, _ in history))
    place = editions.index(edition.slug)
    former = editions[place - 1] if place else None
    return nearest(trend, [other for one, other in history if one.slug == former])
