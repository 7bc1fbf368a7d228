"""A list of books for e-readers without any book (`empty-book-list`).

`opds` lists the editions with the files that readers can open as a book: those of the outputs `epub` and
`pdf`. If `outputs` in `site_config.yml` names neither, the list is empty:

    outputs: [site, opds]           # empty-book-list
    outputs: [site, pdf, opds]
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Text, Texts, every_filled, finding
from trendrapport.report.report import Report

_EMPTY: Texts = (
    Text(nl="de boekenlijst voor e-readers is leeg", en="the list of books for e-readers is empty"),
    Text(
        nl="er worden geen bestanden gemaakt die een e-reader als boek opent",
        en="no files are made that an e-reader opens as a book",
    ),
    Text(nl="Zet ook een van deze bij outputs: {books}.", en="Add one of these to outputs too: {books}."),
)


def check(report: Report) -> Iterator[Diagnostic]:
    """A list that would be empty, if the report asks for one."""
    asked = report.config.outputs
    if "opds" not in asked:
        return
    from trendrapport.open_data.opds import BOOKS

    if not set(asked) & set(BOOKS):
        at = report.config_source.locate(("outputs", asked.index("opds")))
        yield finding(at, "empty-book-list", every_filled(_EMPTY, books=", ".join(BOOKS)))
