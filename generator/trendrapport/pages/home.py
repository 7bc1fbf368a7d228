"""The home page: the newest edition, and the way to the others."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.addresses import OFFLINE, relative
from trendrapport.cover import cover
from trendrapport.feeds import feeds
from trendrapport.roles import doors
from trendrapport.schema_org import website
from trendrapport.view import Page, View


def pages(view: View) -> Iterator[Page]:
    """`index.html`."""
    config, page = view.report.config, "index.html"
    shown = cover(view, view.latest, page) if view.latest else None
    context = {"title": config.title, "summary": config.description, "cover": shown, "roles": doors(view, page),
               "offline": relative(OFFLINE, page) if "offline" in config.outputs else None}
    yield Page(page, "home", config.title, config.description, "home", context, about=(website(view),), files=feeds(view))
