"""A title and an address to the key of a source: of one that a report has, or a new one."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count
from urllib.parse import urlsplit

from trendrapport.model.addresses import slug_of
from trendrapport.model.entries.sources import Source
from trendrapport.report.report import Report

KEY = 60
"""The most letters of a new key."""


def known_source(report: Report, title: str, address: str | None) -> str | None:
    """The key of the source with that address, or with that title where one of them has no address."""
    for entry in report.of(Source):
        own = entry.data.URL
        if own and address:
            same = _plain(own) == _plain(address)
        else:
            same = entry.data.title.casefold() == title.casefold()
        if same:
            return entry.slug
    return None


def _plain(address: str) -> tuple[str, ...]:
    """An address without what makes no difference."""
    parts = urlsplit(address)
    return parts.netloc.lower(), parts.path.rstrip("/"), parts.query, parts.fragment


def new_key(title: str, taken: Collection[str]) -> str:
    """A key that no other source has, after the title."""
    key = slug_of(title, otherwise="bron")[:KEY].rstrip("-")
    numbered = (f"{key}-{number}" for number in count(2))
    if key not in taken:
        return key
    return next(name for name in numbered if name not in taken)
