"""A file for each form in which a chart reaches readers.

A module here holds one function and nothing registers it elsewhere:

    def write(figure: Figure) -> bytes: ...

`standalone` starts from the drawing that `svg` made, and from the words around it. The table itself is
published as it is: anyone who downloads it can compare it with the repository, and a cell that a spreadsheet
would run is refused when it is read (`csv-formula`). The same figure always gives the same bytes. Whatever
the data hold is text: it never becomes markup.
"""

from __future__ import annotations

from typing import Protocol

from trendrapport.charts.figure import Figure


class Format(Protocol):
    """The function of each module in this folder."""

    def write(self, figure: Figure) -> bytes:
        """The figure in this form, in UTF-8 where it is text."""
