"""Every source, with the entries that cite it."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.citing import reference
from trendrapport.entries.sources import Source
from trendrapport.publishable import Publishable
from trendrapport.view import Page, Value, View

PATH = "sources.html"


def pages(view: View) -> Iterator[Page]:
    """`sources.html`."""
    used = _used(view)
    shown = [reference(one.data, view.labels) | {"used": used.get(one.slug, [])} for one in view.report.of(Source)]
    if shown:
        ordered = sorted(shown, key=lambda one: ((one["who"] or one["title"]).casefold(), one["title"].casefold()))
        yield view.overview(PATH, "sources", sources=ordered)


def _used(view: View) -> dict[str, list[Value]]:
    used: dict[str, list[Value]] = {}
    for entry in view.report.entries:
        if isinstance(entry.data, Publishable):
            for key in view.numbers(entry):
                used.setdefault(key, []).append(view.link(entry, PATH) | {"edition": entry.edition})
    return used
