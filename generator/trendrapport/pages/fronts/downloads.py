"""What readers can take with them of an edition: its original, the files that its texts link to, and the
tables behind its overviews.
"""

from __future__ import annotations

from trendrapport.model.addresses import image_path, relative
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.view import Value, View
from trendrapport.report.download_uses import download_uses
from trendrapport.report.report import Entry

TABLES = ("radar", "changes", "values", "matrix", "network")
"""The overviews of an edition that have their table beside their page, under its name."""


def edition_files(view: View, edition: Entry[Edition], overviews: list[Value], page: str) -> list[Value]:
    """Each with its title, its form in a word, and the way to it; `overviews` are the ways from that page to
    those of the edition.
    """
    original = [
        {
            "title": view.labels("original"),
            "form": view.labels("website"),
            "href": edition.data.address,
            "file": False,
        }
    ]
    tables = [
        {
            "title": one["title"],
            "form": "CSV",
            "href": one["href"].removesuffix(".html") + ".csv",
            "file": True,
        }
        for one in overviews
        if one["name"] in TABLES
    ]
    return [*(original if edition.data.address else []), *_linked(view, edition, page), *tables]


def _linked(view: View, edition: Entry[Edition], page: str) -> list[Value]:
    """Each file to download once, under the words of the first link to it."""
    found: dict[str, Value] = {}
    for entry in view.report.entries:
        for use in (
            download_uses(entry)
            if edition.slug in {entry.edition, entry.slug if entry.kind == "editions" else None}
            else ()
        ):
            if download := view.report.downloads.get(use.path):
                shown = {
                    "title": use.title,
                    "form": view.form(download),
                    "href": relative(image_path(use.path), page),
                    "file": True,
                }
                found.setdefault(use.path, shown)
    return list(found.values())
