"""All figures that tell of the reader's own municipality, on one page."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.figures import figure, own
from trendrapport.view import Page, View

PATH = "municipality.html"


def pages(view: View) -> Iterator[Page]:
    """`municipality.html`, if any figure has something to tell."""
    names = [name for name in view.report.shown_charts if view.report.charts[name].data.places]
    found = [shown for name in names if (shown := figure(view, name, PATH))]
    if found:
        ordered = sorted(found, key=lambda one: str(one["title"]).casefold())
        yield view.overview(PATH, "municipality", own=own(PATH), figures=ordered)
