"""The front of an edition, shown on its own page and, for the newest, at home."""

from __future__ import annotations

from trendrapport.addresses import relative
from trendrapport.entries.columns import Column
from trendrapport.entries.editions import Edition
from trendrapport.entries.forewords import Foreword
from trendrapport.entries.inspiration import Inspiration
from trendrapport.entries.key_figures import KeyFigure
from trendrapport.overviews import every_entrance
from trendrapport.overviews.radar import cover_radar
from trendrapport.report import Entry
from trendrapport.view import Value, View


def cover(view: View, edition: Entry[Edition], page: str) -> Value:
    """Title, theme, key figures, trends, interviews, columns and foreword of an edition."""
    data, slug = edition.data, edition.slug
    forewords = view.report.of(Foreword, slug)
    figures = [view.key_figure(figure, page) for figure in view.report.of(KeyFigure, slug)]
    pages = [("key_figures", bool(figures)), ("inspiration", bool(view.report.of(Inspiration, slug)))]
    return {
        "slug": slug, "name": view.edition_title(edition), "title": data.title, "summary": data.summary,
        "theme": data.theme, "published": view.labels("published_in", date=view.labels.date(data.published)),
        "address": data.address, "judgement": data.judgement, "key_figures": figures,
        "trends": view.cards(view.trends(edition), page), "interviews": view.cards(view.interviews(edition), page),
        "columns": view.cards(view.report.of(Column, slug), page),
        "foreword": view.card(forewords[0], page) if forewords else None,
        "editors": [view.person(person)["name"] for person in data.editors],
        "href": relative(view.path(edition), page), "radar": cover_radar(view, edition, page),
        "more": [{"title": view.labels(name), "href": relative(f"{slug}/{name}.html", page)}
                 for name, there in pages if there],
        "overviews": every_entrance(view, edition, page),
    }
