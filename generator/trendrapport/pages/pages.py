"""Plain pages, such as about and accessibility."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.entries.pages import Page as PlainPage
from trendrapport.entry_page import entry_page
from trendrapport.view import Page, View


def pages(view: View) -> Iterator[Page]:
    """`pages/<slug>.html`."""
    for entry in view.report.of(PlainPage):
        yield entry_page(view, entry, crumbs=view.crumbs(view.path(entry)))
