"""The list of all pages for search engines (https://www.sitemaps.org/protocol.html), with when an entry
changed where that is known.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from trendrapport.pages.analysis.changed import changed
from trendrapport.pages.parts.figure import path as figure_path
from trendrapport.pages.view import Page, View
from trendrapport.runtime.history import Changes

PATH = "sitemap.xml"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
)


def sitemap(view: View, pages: Iterable[Page], changes: Changes) -> str:
    """Every page that is for search engines. No list or overview has a date, as that of its latest part says
    too little of it.
    """
    dates = _of_entries(view, changes) | _of_figures(view, changes)
    hidden = _early_figures(view)
    paths = [page.path for page in pages if page.path not in hidden and not view.why_early(page.path)]
    lines = [_page(view.address(path), dates.get(path, "")) for path in sorted(paths)]
    return "\n".join([*_HEAD, *lines, "</urlset>", ""])


def _page(address: str, date: str) -> str:
    changed = f"<lastmod>{date}</lastmod>" if date else ""
    return f"<url><loc>{escape(address)}</loc>{changed}</url>"


def _of_entries(view: View, changes: Changes) -> dict[str, str]:
    """When each entry changed, as exact as it is known, by the path of its page."""
    dates = {}
    for entry in (*view.report.entries, *view.report.translations):
        date = changed(view, entry, changes)
        if date:
            dates[view.path(entry)] = date
    return dates


def _of_figures(view: View, changes: Changes) -> dict[str, str]:
    """When the declaration or the table of a figure changed, by the path of its page."""
    dates: dict[str, str] = {}
    for name in view.report.shown_charts:
        chart = view.report.charts[name]
        files = (chart.source.path, f"charts/data/{chart.data.data}.csv")
        moments = [changes[file] for file in files if file in changes]
        if moments:
            dates[figure_path(name)] = datetime.fromtimestamp(max(moments), UTC).isoformat()
    return dates


def _early_figures(view: View) -> set[str]:
    """The pages of figures that only texts show which readers do not get yet."""
    early: set[str] = set()
    public: set[str] = set()
    for entry in view.report.by_path.values():
        figures = map(figure_path, entry.outline.figures)
        if view.early(entry):
            early.update(figures)
        else:
            public.update(figures)
    return early - public
