"""A chart in words, as an HTML list after its own long description; nothing for a chart without values to
describe (see `sentences`).
"""

from __future__ import annotations

from html import escape

from trendrapport.charts.figure import Figure
from trendrapport.charts.words.sentences import in_words


def write(figure: Figure) -> bytes:
    """A paragraph for each of the long description, and a sentence per item."""
    own = (figure.plan.chart.long_description or "").strip().split("\n\n")
    html = "".join(f"<p>{escape(part)}</p>" for part in own if part)
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in in_words(figure.plan))
    if items:
        html += f"<ul>{items}</ul>"
    return html.encode()
