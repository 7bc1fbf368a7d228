"""A timeline: the moments below each other, in order."""

from __future__ import annotations

from trendrapport.charts import notation
from trendrapport.charts.plan import Plan
from trendrapport.charts.proposing.characters import few, names


def sketch(plan: Plan, width: int) -> list[str]:
    """A line of text for each event that has a moment."""
    date, label = plan.column("date"), plan.column("label")
    found = [row for row in plan.records() if row[date.name] is not None]
    found.sort(key=lambda row: str(row[date.name]))
    language = plan.theme.language
    when = names([notation.shown(row[date.name], date.type, language) for row in found])
    lines = []
    for moment, row in zip(when, found, strict=True):
        event = notation.shown(row[label.name], label.type, language)
        lines.append(f"{moment} ● {event}"[:width])
    return few(lines, language)
