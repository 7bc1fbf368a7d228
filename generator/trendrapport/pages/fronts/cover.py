"""The cover of an edition, shown on its own page and, for the newest, on the home page."""

from __future__ import annotations

from dataclasses import dataclass

from trendrapport.model.addresses import relative
from trendrapport.model.entries.columns import Column
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.forewords import Foreword
from trendrapport.model.entries.inspiration import Inspiration
from trendrapport.model.entries.interviews import Interview
from trendrapport.model.entries.key_figures import KeyFigure
from trendrapport.pages.analysis.origin import made
from trendrapport.pages.fronts.downloads import EditionFile, edition_files
from trendrapport.pages.fronts.edition_news import News, edition_news
from trendrapport.pages.fronts.trend_groups import TrendGroup, trend_groups
from trendrapport.pages.overviews import every_entrance
from trendrapport.pages.overviews.radar import cover_counts, cover_radar
from trendrapport.pages.parts.overview_figure import Entrance
from trendrapport.pages.parts.people import Helpers, ShownPerson, helpers, speaker
from trendrapport.pages.parts.shown_radar import CoverCounts, CoverRadar
from trendrapport.pages.view import Card, KeyFigureCard, Link, Taken, Value, View
from trendrapport.report.report import Entry
from trendrapport.runtime.day import first_day

MANY = 40
"""Of more trends than this, a card for each makes a page that nobody reads."""
SHORT = 6
"""The longest name of an edition, such as a year, that is set large enough to carry the cover."""


@dataclass(frozen=True)
class Fact:
    """Something that an edition holds, with a link to it if there is one."""

    title: str
    href: str | None


@dataclass(frozen=True, kw_only=True)
class TalkOnFront(Link):
    """An interview, with who speaks in it."""

    summary: str
    save: str | None
    quote: str | None
    speaker: ShownPerson


@dataclass(frozen=True, kw_only=True)
class EditionCard(Card):
    """What a card says of an edition."""

    slug: str
    short: str
    """Its name without the word for an edition."""
    name: str
    trends: str
    """How many it has, in words."""
    published: str


@dataclass(frozen=True, kw_only=True)
class MorePages:
    """The pages of an edition that are not of entries, as far as it has them."""

    key_figures: Fact | None
    inspiration: Fact | None


@dataclass(frozen=True, kw_only=True)
class Cover:
    """Title, theme, key figures, trends, interviews, columns, foreword, news and files of an edition."""

    slug: str
    name: str
    called: str
    """The same within a sentence."""
    title: str
    summary: str
    mark: str | None
    """Its name, where that is set large enough to carry the cover."""
    stem: str
    """The title without that name."""
    theme: str | None
    facts: list[Fact]
    published: str
    judgement: str | None
    made: Value | None
    key_figures: list[KeyFigureCard]
    news: News | None
    groups: list[TrendGroup]
    many: bool
    """Whether there are so many trends that they are folded, and home shows a few."""
    interviews: list[TalkOnFront]
    columns: list[Card]
    foreword: Card | None
    editors: list[str]
    helpers: list[Helpers]
    href: str
    radar: CoverRadar | None
    counts: CoverCounts | None
    """The same in numbers, of more trends than a cover has room for."""
    more: MorePages
    overviews: list[Entrance]
    along: list[Taken]
    files: list[EditionFile]
    others: list[EditionCard]
    listed: str
    """The list of all editions."""


def cover(view: View, edition: Entry[Edition], page: str) -> Cover:
    """The cover of an edition as a page shows it."""
    data, slug, short = edition.data, edition.slug, view.short_name(edition)
    forewords = view.report.of(Foreword, slug)
    figures = [view.key_figure(figure, page) for figure in view.report.of(KeyFigure, slug)]
    radar, overviews = cover_radar(view, edition, page), every_entrance(view, edition, page)
    return Cover(
        slug=slug,
        name=view.edition_title(edition),
        called=view.edition_named(edition),
        title=data.title,
        summary=data.summary,
        mark=short if len(short) <= SHORT else None,
        stem=data.title.removesuffix(short).rstrip(" -:,") or data.title,
        theme=data.theme,
        facts=_facts(view, edition, page),
        published=_published(view, edition),
        judgement=data.judgement,
        made=made(view, edition, page),
        key_figures=figures,
        news=edition_news(view, edition, page),
        groups=trend_groups(view, edition, page, radar),
        many=len(view.trends(edition)) > MANY,
        interviews=[_talk(view, talk, page) for talk in view.interviews(edition)],
        columns=view.cards(view.report.of(Column, slug), page),
        foreword=view.card(forewords[0], page) if forewords else None,
        editors=[view.person(person).name for person in data.editors],
        helpers=helpers(view, data, page),
        href=relative(view.path(edition), page),
        radar=radar,
        counts=cover_counts(view, edition, page),
        more=_more(view, slug, page),
        overviews=overviews,
        along=view.along("edition", view.path(edition), page),
        files=edition_files(view, edition, overviews, page),
        others=_others(view, edition, page),
        listed=relative("editions.html", page),
    )


def _talk(view: View, talk: Entry[Interview], page: str) -> TalkOnFront:
    card = view.talk_card(talk, page)
    return TalkOnFront(
        **vars(view.link(talk, page)),
        summary=card.summary,
        save=card.save,
        quote=card.quote,
        speaker=speaker(view, talk, page),
    )


def _more(view: View, slug: str, page: str) -> MorePages:
    """The pages that an edition has, given its name."""

    def link(name: str) -> Fact:
        return Fact(view.labels(name), relative(f"{slug}/{name}.html", page))

    return MorePages(
        key_figures=link("key_figures") if view.report.of(KeyFigure, slug) else None,
        inspiration=link("inspiration") if view.report.of(Inspiration, slug) else None,
    )


def _published(view: View, edition: Entry[Edition]) -> str:
    """When an edition appeared, or will."""
    date = edition.data.published
    exact = len(date) == len(first_day(date))
    when = "coming" if edition.slug in view.report.coming else "published"
    return view.labels(f"{when}_{'on' if exact else 'in'}", date=view.labels.date(date))


def _facts(view: View, edition: Entry[Edition], page: str) -> list[Fact]:
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
    facts = [Fact(view.labels.count(name, count), href) for name, count, href in counted if count]
    forewords = view.report.of(Foreword, slug)
    if forewords:
        facts.append(Fact(forewords[0].data.title, relative(view.path(forewords[0]), page)))
    if edition.data.address:
        facts.append(Fact(view.labels("original"), edition.data.address))
    return facts


def _others(view: View, edition: Entry[Edition], page: str) -> list[EditionCard]:
    """The other editions, the newest first."""
    return [edition_card(view, one, page) for one in view.editions if one is not edition]


def edition_card(view: View, edition: Entry[Edition], page: str) -> EditionCard:
    """What a card says of an edition."""
    return EditionCard(
        **vars(view.card(edition, page)),
        slug=edition.slug,
        short=view.short_name(edition),
        name=view.edition_title(edition),
        trends=view.labels.count("count_trends", len(view.trends(edition))),
        published=view.labels.date(edition.data.published),
    )
