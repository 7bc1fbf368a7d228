"""The home page: the newest edition, and the way to the others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.addresses import OFFLINE, relative
from trendrapport.cover import cover
from trendrapport.roles import doors
from trendrapport.schema_org import website
from trendrapport.view import Content, Page, View

PATH = "index.html"


def pages(view: View) -> Iterator[Page]:
    """`index.html`."""
    config = view.report.config
    yield Page(PATH, "home", config.title, config.description, "home", partial(_content, view))


def _content(view: View) -> Content:
    config, page = view.report.config, PATH
    shown = cover(view, view.latest, page) if view.latest else None
    context = {"title": config.title, "summary": config.description, "cover": shown, "roles": doors(view, page),
               "offline": relative(OFFLINE, page) if "offline" in config.outputs else None}
    return Content(context, about=(website(view),))
