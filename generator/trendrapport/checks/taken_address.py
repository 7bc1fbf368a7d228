"""An edition whose folder has the name of another part of the site (`taken-address`).

`content/instruments/` and `content/pages/` hold other entries. Every site has the parts `assets`, `charts`,
`figures`, `people` and `roles`, and each extra output has a folder, such as `offline`. An edition cannot have
these names. Name the folder after the year, such as `content/2026/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Location, Text
from trendrapport.model import entries
from trendrapport.model.entries.editions import Edition
from trendrapport.report.report import Report
from trendrapport.runtime.plugins import modules

PARTS = {"assets", "charts", "figures", "people", "roles"}
"""Folders that every site has beside those of the content."""

_WHAT = Text(nl='een editie kan niet "{name}" heten', en='an edition cannot be called "{name}"')
_WHY = Text(
    nl="op dat adres staat al een ander deel van de site",
    en="another part of the site already has that address",
)
_FIX = Text(
    nl="Noem de map naar het jaar, zoals content/2026/.",
    en="Name the folder after the year, such as content/2026/.",
)


def taken(report: Report) -> set[str]:
    """The folders that an edition cannot have: those of other entries, of every site, and of outputs."""
    return (
        PARTS
        | {module.PLACE.split("/")[0] for module in modules(entries).values()}
        | set(report.config.outputs) - {"site"}
    )


def check(report: Report) -> Iterator[Diagnostic]:
    """Every edition on an address that is taken."""
    names = taken(report)
    for edition in report.of(Edition):
        if edition.slug in names:
            yield Diagnostic(
                Location(edition.source.path), "taken-address", _WHAT.filled(name=edition.slug), _WHY, _FIX
            )
