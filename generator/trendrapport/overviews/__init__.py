"""A file per overview that is drawn from the entries themselves.

A module here holds one function and nothing registers it elsewhere:

    def overview(view: View, edition: Entry[Edition]) -> Value | None: ...

It gives the plain values that its template shows, or None when there is nothing to show. Where marks
stand is reckoned in a module of its own, which knows nothing of trends.
"""

from __future__ import annotations

from typing import Protocol

from trendrapport.entries.editions import Edition
from trendrapport.report import Entry
from trendrapport.view import Value, View


class Overview(Protocol):
    """What each module in this folder holds."""

    def overview(self, view: View, edition: Entry[Edition]) -> Value | None:
        """What an edition's overview shows."""
