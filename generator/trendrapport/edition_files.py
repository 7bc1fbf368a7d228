"""What readers can take with them of an edition: its original, and the tables behind its overviews."""

from __future__ import annotations

from trendrapport.entries.editions import Edition
from trendrapport.report import Entry
from trendrapport.view import Value, View

TABLES = ("radar", "changes", "values", "matrix", "network")
"""The overviews of an edition that have their table beside their page, under its name."""


def edition_files(view: View, edition: Entry[Edition], overviews: list[Value]) -> list[Value]:
    """Each with its title, its form in a word, and the way to it; `overviews` are the ways from the same page to those of the edition."""
    original = [{"title": view.labels("original"), "form": view.labels("website"), "href": edition.data.address, "file": False}]
    tables = [{"title": one["title"], "form": "CSV", "href": one["href"].removesuffix(".html") + ".csv", "file": True}
              for one in overviews if one["name"] in TABLES]
    return [*(original if edition.data.address else []), *tables]
