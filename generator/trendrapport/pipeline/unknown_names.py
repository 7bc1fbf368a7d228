"""Editions and municipalities that were asked for and that do not exist: mistakes in a command."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from trendrapport.diagnostics import Text, choose_from
from trendrapport.pipeline.results import Options

if TYPE_CHECKING:
    from trendrapport.report.report import Report


_NO_MUNICIPALITY = Text(
    nl='De gemeente "{name}" bestaat niet.', en='The municipality "{name}" does not exist.'
)
_NO_EDITION = Text(nl='De editie "{name}" bestaat niet.', en='The edition "{name}" does not exist.')


def unknown_municipality(names: Iterable[str]) -> Text | None:
    """What is wrong with the municipalities that were asked for."""
    if not names:
        return None
    from trendrapport.charts.tables.municipalities import meant, municipality

    for name in names:
        if municipality(name) is None:
            return _NO_MUNICIPALITY.filled(name=name) + meant(name)
    return None


def unknown_edition(report: Report, options: Options) -> Text | None:
    """What is wrong with the editions that were asked for: a mistake in the command, not in the report."""
    from trendrapport.report.identity import current_edition

    known = report.known("editions")
    for name in options.editions:
        if current_edition(report, name) not in known:
            return _NO_EDITION.filled(name=name) + choose_from(name, known)
    return None
