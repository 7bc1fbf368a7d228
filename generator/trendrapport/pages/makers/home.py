"""The home page: the newest edition, and the way to the others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.model.addresses import OFFLINE, relative
from trendrapport.pages.analysis.roles import doors
from trendrapport.pages.fronts.cover import cover, edition_card
from trendrapport.pages.parts.schema_org import website
from trendrapport.pages.view import Content, Page, Value, View

PATH = "index.html"
EARLIER = 4
"""As many editions, the newest among them, are named below the title; the others are in the list of all."""
MOST = 12
"""As many subjects that return are named."""


def pages(view: View) -> Iterator[Page]:
    """`index.html`."""
    config = view.report.config
    yield Page(PATH, "home", config.title, config.description, "home", partial(_content, view))


def _content(view: View) -> Content:
    config, page = view.report.config, PATH
    shown = cover(view, view.latest, page) if view.latest else None
    context = {
        "title": config.title,
        "summary": config.description,
        "cover": shown,
        "roles": doors(view, page),
        "earlier": [
            {"title": view.edition_title(one), "href": relative(view.path(one), page)}
            for one in view.editions[1:EARLIER]
        ],
        "recurring": _recurring(view, page),
        "editions": [edition_card(view, one, page) for one in view.editions],
        "offline": relative(OFFLINE, page) if "offline" in config.outputs else None,
    }
    return Content(context, about=(website(view),))


def _recurring(view: View, page: str) -> list[Value]:
    """The subjects that more than one edition has, those of most editions first, under the title of the
    newest.
    """
    found = []
    for pairs in view.lineage.values():
        if len(pairs) > 1:
            newest = pairs[-1][1]
            editions = [
                {"name": edition.slug, "href": relative(view.path(trend), page)}
                for edition, trend in reversed(pairs)
            ]
            found.append(
                view.link(newest, page) | {"category": view.categories(newest.data)[0], "editions": editions}
            )
    found.sort(key=lambda one: (-len(one["editions"]), one["title"].casefold()))
    return found[:MOST]
