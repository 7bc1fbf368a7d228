"""What the report asks of each role: the actions of all trends of all editions, as plain values for pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trendrapport.model.addresses import relative
from trendrapport.model.config import Role
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.view import Value, View
from trendrapport.report.report import Entry

LIST = "roles.html"


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


def doors(view: View, page: str) -> list[Value]:
    """The links from a page to each role's: its name, who the reader is, and how much the newest edition that
    has something asks.
    """
    found = []
    for name, role in asked(view).items():
        groups = editions(view, name, page)
        if groups:
            found.append(_door(view, name, role, groups[0], page))
    return found


def _door(view: View, name: str, role: Role, newest: Value, page: str) -> Value:
    counts = view.labels("actions_in", actions=newest["actions"], edition=newest["name"].lower())
    return {
        "title": role.label,
        "reader": _reader(view, role),
        "explanation": role.explanation,
        "href": relative(path(name), page),
        "counts": counts,
    }


def _reader(view: View, role: Role) -> str | None:
    return role.reader and view.labels("you_are", reader=role.reader)


def route(view: View, name: str) -> Value:
    """All that a role's page shows: what is asked of it in each edition, the newest first, and the other
    roles.
    """
    role, page = view.report.config.taxonomies.roles[name], path(name)
    others = [
        {"title": other.label, "href": relative(path(slug), page)}
        for slug, other in asked(view).items()
        if slug != name
    ]
    return {
        "reader": _reader(view, role),
        "groups": editions(view, name, page),
        "others": others,
        "along": view.along("role", page),
        "all": {"href": relative(LIST, page), "title": view.labels("roles")},
    }


def editions(view: View, role: str, page: str) -> list[Value]:
    """What each edition asks of a role, the newest first: its trends in order, each with its actions."""
    groups = []
    for edition in view.editions:
        trends = list(_trends(view, edition, role, page))
        if trends:
            groups.append(_group(view, edition, trends, page))
    return groups


def _group(view: View, edition: Entry[Edition], trends: Sequence[Value], page: str) -> Value:
    actions = sum(len(trend["actions"]) for trend in trends)
    return vars(view.link(edition, page)) | {
        "name": view.edition_title(edition),
        "slug": edition.slug,
        "trends": trends,
        "actions": view.labels.count("count_actions", actions),
        "counts": view.labels.count("count_trends", len(trends)),
    }


def _trends(view: View, edition: Entry[Edition], role: str, page: str) -> Iterator[Value]:
    """The trends of an edition that ask something of a role."""
    for trend in view.trends(edition):
        actions = trend.data.actions.get(role)
        if actions:
            yield vars(view.card(trend, page)) | {
                "actions": list(actions),
                "newer": _newer(view, trend, role, page),
            }


def _newer(view: View, trend: Entry[Trend], role: str, page: str) -> Value | None:
    """The same trend in the newest edition that asks something of the role, for one that is older."""
    for edition, newest in reversed(view.history(trend)):
        if newest is trend:
            return None
        if newest.data.actions.get(role):
            return {
                "title": view.labels("newer_advice", edition=edition.slug),
                "href": relative(view.path(newest), page),
            }
    return None
