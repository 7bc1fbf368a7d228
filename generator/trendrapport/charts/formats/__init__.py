"""A file per form in which a chart reaches readers.

A module here holds one function and nothing registers it elsewhere:

    def write(figure: Figure) -> bytes: ...

The same figure always gives the same bytes. Whatever the data hold is text: it never becomes markup.
"""

from __future__ import annotations

from typing import Protocol

from trendrapport.charts.figure import Figure


class Format(Protocol):
    """What each module in this folder holds."""

    def write(self, figure: Figure) -> bytes:
        """The figure in this form, in UTF-8 where it is text."""
