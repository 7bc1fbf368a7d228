"""What trends do to public values, in all editions together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.pages.overviews import drawn, values
from trendrapport.pages.view import Content, Page, View


def pages(view: View) -> Iterator[Page]:
    """`values.html`, if more than one edition weighs values."""
    if values.entrances(view, None, values.ALL):
        content = partial(_content, view)
        title = view.labels("values_all")
        yield view.overview(values.ALL, "values", content, title=title, section="overviews")


def _content(view: View) -> Content:
    return drawn(values.overview(view, None), whole=None)
