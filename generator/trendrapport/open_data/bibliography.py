"""All sources of a report for reference managers, in each form that they read."""

from __future__ import annotations

from trendrapport.model.entries.sources import Source
from trendrapport.pages.view import View
from trendrapport.report import citations
from trendrapport.runtime.plugins import modules


def endings() -> list[str]:
    """How the names of its files end, one for each form."""
    return [form.ENDING for form in modules(citations).values()]


def bibliography(view: View) -> dict[str, str]:
    """A file for each form, by the end of its name; none of a report without sources."""
    found = [source.data for source in view.report.of(Source)]
    items = sorted(found, key=lambda source: source.id)
    if not items:
        return {}
    return {form.ENDING: form.write_all(items) for form in modules(citations).values()}
