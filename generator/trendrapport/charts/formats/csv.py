"""The data as a download: the table's own text, byte for byte.

Whoever downloads it can compare it with the repository and with its checksum. A cell that a
spreadsheet would run as a formula is refused when the table is read (`csv-formula`), so that nothing
has to be changed here.
"""

from __future__ import annotations

from trendrapport.charts.figure import Figure


def write(figure: Figure) -> bytes:
    """The table as CSV: UTF-8, commas, a point for decimals, ISO dates."""
    return figure.plan.table.text.encode()
