"""A workbook for each figure: for a journalist who wants to reckon with its data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from trendrapport.documents.workbooks.about import about
from trendrapport.documents.workbooks.workbook import Content, made
from trendrapport.pages.view import View
from trendrapport.runtime.cache import Kept, digest
from trendrapport.site.outputs import Contents, Wanted

OFFERS = {"figure": "{stem}.xlsx"}
NEEDS = ("xlsxwriter",)


def files(contents: Contents, wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """The workbook of each figure."""
    return {one.path: _workbook(contents.view, one, contents.day) for one in wanted}


def _workbook(view: View, wanted: Wanted, day: int) -> Kept:
    name = view.names(wanted.page.path)["name"]
    table, config = view.report.tables[view.report.charts[name].data.data], view.report.config
    content = Content(
        about(view, name), table, view.labels, config.publisher.name, day, config.look.accent[0]
    )
    shown = [
        repr(content.about),
        table.digest,
        content.author,
        str(day),
        content.colour,
        view.labels.language,
    ]
    return Kept(digest(*shown), partial(made, content))
