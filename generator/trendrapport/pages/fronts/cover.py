"""The cover of an edition, shown on its own page and, for the newest, on the home page."""

from __future__ import annotations

from trendrapport.model.addresses import relative
from trendrapport.model.entries.columns import Column
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.forewords import Foreword
from trendrapport.model.entries.inspiration import Inspiration
from trendrapport.model.entries.key_figures import KeyFigure
from trendrapport.pages.analysis.origin import made
from trendrapport.pages.fronts.downloads import edition_files
from trendrapport.pages.fronts.edition_news import edition_news
from trendrapport.pages.fronts.trend_groups import trend_groups
from trendrapport.pages.overviews import every_entrance
from trendrapport.pages.overviews.radar import cover_radar
from trendrapport.pages.parts.people import speaker
from trendrapport.pages.view import Value, View
from trendrapport.report.report import Entry
from trendrapport.runtime.day import first_day

SHORT = 6
"""The longest name of an edition, such as a year, that is set large enough to carry the cover."""


def cover(view: View, edition: Entry[Edition], page: str) -> Value:
    """Title, theme, key figures, trends, interviews, columns, foreword, news and files of an edition."""
    data, slug = edition.data, edition.slug
    forewords = view.report.of(Foreword, slug)
    figures = [view.key_figure(figure, page) for figure in view.report.of(KeyFigure, slug)]
    pages = [("key_figures", bool(figures)), ("inspiration", bool(view.report.of(Inspiration, slug)))]
    radar, overviews = cover_radar(view, edition, page), every_entrance(view, edition, page)
    return {
        "slug": slug,
        "name": view.edition_title(edition),
        "title": data.title,
        "summary": data.summary,
        "mark": slug if len(slug) <= SHORT else None,
        "stem": data.title.removesuffix(slug).rstrip(" -:,") or data.title,
        "theme": data.theme,
        "facts": _facts(view, edition, page),
        "published": _published(view, edition),
        "judgement": data.judgement,
        "made": made(view, edition, page),
        "key_figures": figures,
        "news": edition_news(view, edition, page),
        "groups": trend_groups(view, edition, page, radar),
        "interviews": [
            vars(view.card(talk, page)) | {"speaker": speaker(view, talk, page)}
            for talk in view.interviews(edition)
        ],
        "columns": view.cards(view.report.of(Column, slug), page),
        "foreword": view.card(forewords[0], page) if forewords else None,
        "editors": [view.person(person).name for person in data.editors],
        "href": relative(view.path(edition), page),
        "radar": radar,
        "more": {
            name: {"title": view.labels(name), "href": relative(f"{slug}/{name}.html", page)}
            if there
            else None
            for name, there in pages
        },
        "overviews": overviews,
        "along": view.along("edition", view.path(edition), page),
        "files": edition_files(view, edition, overviews, page),
        "others": _others(view, edition, page),
        "listed": relative("editions.html", page),
    }


def _published(view: View, edition: Entry[Edition]) -> str:
    """When an edition appeared, or will."""
    date = edition.data.published
    exact = len(date) == len(first_day(date))
    when = "coming" if edition.slug in view.report.coming else "published"
    return view.labels(f"{when}_{'on' if exact else 'in'}", date=view.labels.date(date))


def _facts(view: View, edition: Entry[Edition], page: str) -> list[Value]:
    """What an edition holds, counted, with links; and where the original edition is."""
    slug = edition.slug
    counted = [
        ("count_trends", len(view.trends(edition)), "#trends" if page == view.path(edition) else None),
        ("count_interviews", len(view.interviews(edition)), None),
        (
            "count_key_figures",
            len(view.report.of(KeyFigure, slug)),
            relative(f"{slug}/key_figures.html", page),
        ),
    ]
    facts = [
        {"title": view.labels.count(name, count), "href": href} for name, count, href in counted if count
    ]
    forewords = view.report.of(Foreword, slug)
    if forewords:
        facts.append({"title": forewords[0].data.title, "href": relative(view.path(forewords[0]), page)})
    if edition.data.address:
        facts.append({"title": view.labels("original"), "href": edition.data.address})
    return facts


def _others(view: View, edition: Entry[Edition], page: str) -> list[Value]:
    """The other editions, the newest first."""
    return [edition_card(view, one, page) for one in view.editions if one is not edition]


def edition_card(view: View, edition: Entry[Edition], page: str) -> Value:
    """What a card says of an edition."""
    counted = view.labels.count("count_trends", len(view.trends(edition)))
    return vars(view.card(edition, page)) | {
        "slug": edition.slug,
        "name": view.edition_title(edition),
        "trends": counted,
        "published": view.labels.date(edition.data.published),
    }
