"""Lists everything that is wrong with a report."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import Text
from trendrapport.terminal.ending import exit_code, expect_report
from trendrapport.terminal.options import FORMAT, ROOT, WORK, Examples
from trendrapport.terminal.printing import counted, say, show, tell

if TYPE_CHECKING:
    from trendrapport.pipeline import Result


@click.command(cls=Examples, epilog="trendrapport check --format github")
@ROOT
@FORMAT
@WORK
@click.option(
    "--strict", is_flag=True, help="Behandel waarschuwingen als fouten. / Treat warnings as errors."
)
def command(root: Path, form: str, work: str, strict: bool) -> None:
    """Meld alles wat er niet klopt. / List every problem."""
    expect_report(root)
    from trendrapport import pipeline

    result = pipeline.check(root, tell, work)
    show(result.diagnostics, result.language, form)
    if not result.diagnostics:
        say(_nothing_found(result), result.language)
    sys.exit(exit_code(result.diagnostics, strict=strict))


def _nothing_found(result: Result) -> Text:
    parts, charts = counted("part", result.parts), counted("chart", result.charts)
    return Text(
        nl=f"Niets gevonden: {parts.nl}, {charts.nl} gecontroleerd.",
        en=f"Nothing found: {parts.en}, {charts.en} checked.",
    )
