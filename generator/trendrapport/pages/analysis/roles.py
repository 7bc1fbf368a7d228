"""What the report asks of each role: the actions of all trends of all editions, as plain values for pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.model.taxonomies import Role
from trendrapport.pages.view import NamedLink, Taken, TrendCard, View
from trendrapport.report.report import Entry

LIST = "roles.html"


@dataclass(frozen=True)
class Way:
    """A link with its words."""

    title: str
    href: str


@dataclass(frozen=True, kw_only=True)
class AskingTrend(TrendCard):
    """A trend with what it asks of a role."""

    actions: list[str]
    newer: Way | None
    """The same trend in a newer edition that asks something of the role."""


@dataclass(frozen=True, kw_only=True)
class AskingEdition(NamedLink):
    """What an edition asks of a role."""

    slug: str
    trends: list[AskingTrend]
    actions: str
    """How many, in words."""
    counts: str
    """Of how many trends, in words."""


@dataclass(frozen=True)
class Door:
    """The link to a role's page: its name, who the reader is, and how much the newest edition that has
    something asks.
    """

    title: str
    reader: str | None
    explanation: str | None
    href: str
    counts: str


@dataclass(frozen=True)
class Route:
    """All that a role's page shows: what is asked of it in each edition, the newest first, and the other
    roles.
    """

    reader: str | None
    groups: list[AskingEdition]
    others: list[Way]
    along: list[Taken]
    all: Way
    """The list of all roles."""


def path(role: str) -> str:
    """A role's page, from the site's root."""
    return f"roles/{role}.html"


def asked(view: View) -> dict[str, Role]:
    """The roles for which there are actions, in the order of the settings."""
    found: set[str] = set()
    for trend in view.report.of(Trend):
        for name, actions in trend.data.actions.items():
            if actions:
                found.add(name)
    return {name: role for name, role in view.report.config.taxonomies.roles.items() if name in found}


def doors(view: View, page: str) -> list[Door]:
    """The links from a page to each role's."""
    found = []
    for name, role in asked(view).items():
        groups = editions(view, name, page)
        if groups:
            found.append(_door(view, name, role, groups[0], page))
    return found


def _door(view: View, name: str, role: Role, newest: AskingEdition, page: str) -> Door:
    edition = view.edition_named(view.edition_by_slug[newest.slug])
    counts = view.labels("actions_in", actions=newest.actions, edition=edition)
    return Door(role.label, _reader(view, role), role.explanation, relative(path(name), page), counts)


def _reader(view: View, role: Role) -> str | None:
    return role.reader and view.labels("you_are", reader=role.reader)


def route(view: View, name: str) -> Route:
    """All that a role's page shows."""
    role, page = view.report.config.taxonomies.roles[name], path(name)
    others = [
        Way(other.label, relative(path(slug), page)) for slug, other in asked(view).items() if slug != name
    ]
    return Route(
        reader=_reader(view, role),
        groups=editions(view, name, page),
        others=others,
        along=view.along("role", page),
        all=Way(view.labels("roles"), relative(LIST, page)),
    )


def editions(view: View, role: str, page: str) -> list[AskingEdition]:
    """What each edition asks of a role, the newest first: its trends in order, each with its actions."""
    groups = []
    for edition in view.editions:
        trends = list(_trends(view, edition, role, page))
        if trends:
            groups.append(_group(view, edition, trends, page))
    return groups


def _group(view: View, edition: Entry[Edition], trends: list[AskingTrend], page: str) -> AskingEdition:
    actions = sum(len(trend.actions) for trend in trends)
    return AskingEdition(
        **vars(view.named_link(edition, page, view.edition_title(edition))),
        slug=edition.slug,
        trends=trends,
        actions=view.labels.count("count_actions", actions),
        counts=view.labels.count("count_trends", len(trends)),
    )


def _trends(view: View, edition: Entry[Edition], role: str, page: str) -> Iterator[AskingTrend]:
    """The trends of an edition that ask something of a role."""
    for trend in view.written(edition):
        actions = trend.data.actions.get(role)
        if actions:
            card, newer = view.trend_card(trend, page), _newer(view, trend, role, page)
            yield AskingTrend(**vars(card), actions=list(actions), newer=newer)


def _newer(view: View, trend: Entry[Trend], role: str, page: str) -> Way | None:
    """The same trend in the newest edition that asks something of the role, for one that is older."""
    for edition, newest in reversed(view.history(trend)):
        if newest is trend:
            return None
        if newest.data.actions.get(role):
            words = view.labels("newer_advice", edition=view.short_name(edition))
            return Way(words, relative(view.path(newest), page))
    return None
