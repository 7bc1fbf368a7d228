"""What a chart says in words, as an HTML list; nothing for a chart whose values have no place (see `telling`)."""

from __future__ import annotations

from html import escape

from trendrapport.charts.figure import Figure
from trendrapport.charts.telling import told


def write(figure: Figure) -> bytes:
    """A sentence per item."""
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in told(figure.plan))
    return f"<ul>{items}</ul>".encode() if items else b""
