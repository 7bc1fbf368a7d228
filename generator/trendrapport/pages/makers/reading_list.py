"""The reader's own list: a page that holds a line for each entry with a page of its own, of which a script
shows those that are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import cast

from trendrapport.model.addresses import relative
from trendrapport.model.entries.trends import Trend
from trendrapport.model.publishable import Publishable
from trendrapport.pages.makers.trends_index import PATH as TRENDS
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.report.report import Entry

ORDER = 100
PATH = "reading_list.html"


def entrance(view: View, page: str) -> Value | None:
    """The way to the list."""
    return way(view, "reading_list", PATH, page)


def pages(view: View) -> Iterator[Page]:
    """`reading_list.html`."""
    yield view.overview(PATH, "reading_list", partial(_content, view))


def _content(view: View) -> Content:
    kept = [
        _line(view, cast("Entry[Publishable]", entry))
        for entry in (*view.report.by_path.values(), *view.report.translations)
    ]
    trends = (
        {"href": relative(TRENDS, PATH), "title": view.labels("choose_trends")}
        if view.report.of(Trend)
        else None
    )
    return Content({"kept": kept, "trends": trends})


def _line(view: View, entry: Entry[Publishable]) -> Value:
    edition = view.edition_of(entry)
    facts = [view.labels(f"kinds.{entry.kind}"), *([view.edition_title(edition)] if edition else [])]
    card = view.card(entry, PATH)
    facts += [card[name] for name in ("stance", "horizon") if name in card]
    return {name: card[name] for name in ("save", "title", "href", "summary", "language")} | {
        "facts": facts,
        "actions": _actions(view, entry),
    }


def _actions(view: View, entry: Entry[Publishable]) -> list[Value]:
    actions = entry.data.actions if isinstance(entry.data, Trend) else {}
    return [view.term("roles", role) | {"actions": list(found)} for role, found in actions.items() if found]
