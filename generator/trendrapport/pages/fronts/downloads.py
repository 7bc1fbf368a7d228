"""The downloads of an edition: its original, the files that its texts link to, and the tables behind its
overviews.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from trendrapport.model.addresses import image_path, relative
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.parts.overview_figure import Entrance
from trendrapport.pages.view import View
from trendrapport.report.download_uses import download_uses
from trendrapport.report.report import Entry


@dataclass(frozen=True)
class EditionFile:
    """A file of an edition: its title, its form in a word, and the link to it."""

    title: str
    form: str
    href: str
    file: bool
    """Whether it is a file to save; a website is not."""


def edition_files(
    view: View, edition: Entry[Edition], overviews: list[Entrance], page: str
) -> list[EditionFile]:
    """Each with its title, its form in a word, and the link to it; `overviews` are the links from that page
    to the overviews of the edition.
    """
    return [*_original(view, edition), *_linked(view, edition, page), *map(_table, overviews)]


def _original(view: View, edition: Entry[Edition]) -> list[EditionFile]:
    """The website of the report on which an edition is based, if it names one."""
    address = edition.data.address
    if not address:
        return []
    return [EditionFile(view.labels("original"), view.labels("website"), address, file=False)]


def _table(way: Entrance) -> EditionFile:
    """The table behind an overview, which is beside its page, given the link to that page."""
    return EditionFile(way.title, "CSV", way.href.removesuffix(".html") + ".csv", file=True)


def _linked(view: View, edition: Entry[Edition], page: str) -> list[EditionFile]:
    """Each file to download once, under the words of the first link to it."""
    found: dict[str, EditionFile] = {}
    for entry in _entries(view, edition):
        for use in download_uses(entry):
            download = view.report.downloads.get(use.path)
            if download and use.path not in found:
                href = relative(image_path(use.path), page)
                found[use.path] = EditionFile(use.title, view.form(download), href, file=True)
    return list(found.values())


def _entries(view: View, edition: Entry[Edition]) -> Iterator[Entry[Any]]:
    """The edition and all that is in it."""
    for entry in view.report.entries:
        itself = entry.kind == "editions" and entry.slug == edition.slug
        if itself or entry.edition == edition.slug:
            yield entry
