"""The list of all pages for search engines (https://www.sitemaps.org/protocol.html), with when an entry
changed where that is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from trendrapport.pages.analysis.changed import changed
from trendrapport.pages.parts.figure import path as figure_path
from trendrapport.runtime.history import Changes
from trendrapport.pages.view import Page, View

PATH = "sitemap.xml"
_HEAD = ('<?xml version="1.0" encoding="UTF-8"?>', (
    '<urlset '
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
))


def sitemap(view: View, pages: Iterable[Page], changes: Changes) -> str:
    """Every page that is for search engines; no list or overview has a moment, as that of its latest part
    says too little of it.
    """
    moments = _of_entries(view, changes) | _of_figures(view, changes)
    hidden = _early_figures(view)
    shown = sorted(page.path for page in pages if page.path not in hidden and not view.why_early(page.path))
    lines = (line for path in shown for line in _page(view.address(path), moments.get(path, "")))
    return "\n".join([*_HEAD, *lines, "</urlset>", ""])


def _page(address: str, moment: str) -> Iterator[str]:
    told = f"<lastmod>{moment}</lastmod>" if moment else ""
    yield f"<url><loc>{escape(address)}</loc>{told}</url>"


def _of_entries(view: View, changes: Changes) -> dict[str, str]:
    """The moment of each entry, as exact as it is known, by the path of its page."""
    entries = (*view.report.entries, *view.report.translations)
    return {view.path(entry): moment for entry in entries if (moment := changed(view, entry, changes))}


def _of_figures(view: View, changes: Changes) -> dict[str, str]:
    """When the declaration or the table of a figure changed, by the path of its page."""
    found: dict[str, str] = {}
    for name in view.report.shown_charts:
        chart = view.report.charts[name]
        files = (chart.source.path, f"charts/data/{chart.data.data}.csv")
        if moments := [changes[file] for file in files if file in changes]:
            found[figure_path(name)] = datetime.fromtimestamp(max(moments), UTC).isoformat()
    return found


def _early_figures(view: View) -> set[str]:
    """The pages of figures that stand only in texts which readers do not get yet."""
    used: dict[str, list[bool]] = {}
    for entry in view.report.by_path.values():
        for name in entry.outline.figures:
            used.setdefault(name, []).append(bool(view.early(entry)))
    return {figure_path(name) for name, early in used.items() if all(early)}
