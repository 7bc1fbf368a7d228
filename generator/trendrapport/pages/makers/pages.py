"""Plain pages, such as about and accessibility."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.model.entries.pages import Page as PlainPage
from trendrapport.pages.parts.entry import entry_page
from trendrapport.pages.view import Page, View


def pages(view: View) -> Iterator[Page]:
    """`pages/<slug>.html`."""
    for entry in view.report.of(PlainPage):
        yield entry_page(view, entry, crumbs=view.crumbs(view.path(entry)))
