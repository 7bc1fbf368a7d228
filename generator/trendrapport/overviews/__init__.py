"""A file per overview that is drawn from the entries themselves.

A module here holds these and nothing registers it elsewhere:

    ORDER = 20
    def overview(view: View, edition: Entry[Edition]) -> Value | None: ...
    def entrances(view: View, edition: Entry[Edition] | None, page: str) -> list[Value]: ...

`overview` gives the plain values that its template shows, or None when there is nothing to show; for an overview of the whole
report the edition may be None. `entrances` are the ways to it, for the pages from which readers come. Where marks stand is
reckoned in a module of its own, which knows nothing of trends.
"""

from __future__ import annotations

from typing import Protocol

from trendrapport.by_place import modules
from trendrapport.entries.editions import Edition
from trendrapport.report import Entry
from trendrapport.view import Value, View


class Overview(Protocol):
    """What each module in this folder holds."""

    ORDER: int
    """Its place in a list of overviews, the lowest first."""

    def overview(self, view: View, edition: Entry[Edition]) -> Value | None:
        """What an edition's overview shows."""

    def entrances(self, view: View, edition: Entry[Edition] | None, page: str) -> list[Value]:
        """The ways from a page to this overview of an edition, or to what it shows of the whole report; see `entrance`."""


def every_entrance(view: View, edition: Entry[Edition] | None, page: str) -> list[Value]:
    """The ways from a page to every overview of an edition, or of the whole report."""
    from trendrapport import overviews as package

    found = sorted(modules(package).items(), key=lambda one: (one[1].ORDER, one[0]))
    return [way for _, module in found for way in module.entrances(view, edition, page)]
