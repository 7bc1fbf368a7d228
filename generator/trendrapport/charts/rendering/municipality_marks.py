"""Which marks of a drawing stand for which municipality, so that a page can point at the reader's own.

The specification has the code in the row of a mark; the drawing keeps only what the mark says. So a mark is
known by
what it says, as long as no two municipalities say the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from trendrapport.charts.figure import Figure


def marked(figure: Figure) -> dict[str, str]:
    """By what a mark says, the code of its municipality; empty for a chart that says nothing of places."""
    if figure.plan.chart.places is None:
        return {}
    codes: dict[str, set[str]] = {}
    for row in _rows(json.loads(figure.vega_lite)):
        codes.setdefault(row["description"], set()).add(row["place"])
    return {said: code.pop() for said, code in codes.items() if len(code) == 1}


def _rows(spec: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - as JSON is read
    """Every row in a specification that is of a municipality."""
    if isinstance(spec, dict) and {"description", "place"} <= spec.keys():
        yield spec
    for part in spec.values() if isinstance(spec, dict) else spec if isinstance(spec, list) else ():
        yield from _rows(part)
