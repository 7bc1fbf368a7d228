"""The reader's own list: a page with a line for each entry that has a page. A script shows those that the
reader keeps.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import cast

from trendrapport.model.addresses import relative
from trendrapport.model.entries.trends import Trend
from trendrapport.model.shared_fields import Publishable
from trendrapport.pages.browser.data_script import data_script
from trendrapport.pages.makers.trends_index import INDEX as TRENDS
from trendrapport.pages.parts.overview_figure import Entrance
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.view import Card, Content, Page, TrendCard, Value, View
from trendrapport.report.report import Entry

ORDER = 100
PATH = "reading_list.html"
SCRIPT = "reading_list.entries.js"
"""The lines as data, of a report with so many entries that a page would be slow with all of them."""
MOST_IN_PAGE = 300


@dataclass(frozen=True, kw_only=True)
class KeptEntry:
    """The line of an entry that a reader has kept."""

    save: str | None
    title: str
    href: str
    summary: str
    language: str | None
    facts: list[str]
    actions: list[Value]


def entrance(view: View, page: str) -> Entrance | None:
    """The link to the list."""
    return way(view, "reading_list", PATH, page)


def pages(view: View) -> Iterator[Page]:
    """`reading_list.html`."""
    yield view.overview(PATH, "reading_list", partial(_content, view))


def _content(view: View) -> Content:
    entries = (*view.report.by_path.values(), *view.report.translations)
    kept = [_line(view, cast("Entry[Publishable]", entry)) for entry in entries]
    trends = None
    if view.report.of(Trend):
        trends = {"href": relative(TRENDS.path, PATH), "title": view.labels("choose_trends")}
    if len(kept) <= MOST_IN_PAGE:
        return Content({"kept": kept, "trends": trends})
    script = data_script("reportKept", {one.save or one.href: _plain(one) for one in kept}).decode()
    blank = KeptEntry(save="", title="", href="#", summary="", language=None, facts=[], actions=[])
    context = {"kept": [blank], "trends": trends, "script": SCRIPT}
    return Content(context, files={SCRIPT: script})


def _plain(kept: KeptEntry) -> list[object]:
    """What the script makes a line of: it is text there too."""
    actions = [[one["label"], one["actions"]] for one in kept.actions]
    return [" · ".join(kept.facts), kept.title, kept.href, kept.summary, kept.language or "", actions]


def _line(view: View, entry: Entry[Publishable]) -> KeptEntry:
    card = view.card(entry, PATH)
    return KeptEntry(
        save=card.save,
        title=card.title,
        href=card.href,
        summary=card.summary,
        language=card.language,
        facts=_facts(view, entry, card),
        actions=_actions(view, entry),
    )


def _facts(view: View, entry: Entry[Publishable], card: Card) -> list[str]:
    """What an entry is, its edition and, of a trend, what the editors say of it."""
    facts = [view.labels(f"kinds.{entry.kind}")]
    edition = view.edition_of(entry)
    if edition:
        facts.append(view.edition_title(edition))
    if isinstance(card, TrendCard):
        facts += [reading.phrase for reading in card.readings]
    return facts


def _actions(view: View, entry: Entry[Publishable]) -> list[Value]:
    """What a trend asks of each role."""
    if not isinstance(entry.data, Trend):
        return []
    found = []
    for role, actions in entry.data.actions.items():
        if actions:
            found.append({**view.term("roles", role), "actions": list(actions)})
    return found
