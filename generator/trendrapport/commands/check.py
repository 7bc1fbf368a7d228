"""Lists everything that is wrong with a report."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import Text, with_commas
from trendrapport.terminal.ending import exit_code, expect_report
from trendrapport.terminal.options import FORMAT, ROOT, WORK, Examples
from trendrapport.terminal.printing import counted, say, show, show_progress, tell

if TYPE_CHECKING:
    from trendrapport.pipeline import Result
    from trendrapport.pipeline.links import Answers


@click.command(cls=Examples, epilog="trendrapport check --format github")
@ROOT
@FORMAT
@WORK
@click.option(
    "--strict", is_flag=True, help="Behandel waarschuwingen als fouten. / Treat warnings as errors."
)
@click.option(
    "--fix",
    is_flag=True,
    help="Herstel wat maar op één manier kan. / Fix what can only be fixed in one way.",
)
@click.option("--advice", is_flag=True, help="Geef ook schrijfadvies. / Give advice on writing too.")
@click.option(
    "--links",
    is_flag=True,
    help="Vraag ook elk webadres op, via internet. / Ask for each web address too, over the internet.",
)
@click.option(
    "--dry-run",
    is_flag=True,
    help="Toon alleen wat --fix zou veranderen. / Only show what --fix would change.",
)
def command(  # noqa: PLR0913
    root: Path, form: str, work: str, strict: bool, fix: bool, advice: bool, links: bool, dry_run: bool
) -> None:
    """Meld alles wat er niet klopt, en herstel het desgewenst. / List every problem, and fix it if asked."""
    expect_report(root)
    answers = _asked(root, work) if links else None
    result = (
        _fixed(root, form, work, advice=advice, answers=answers, dry_run=dry_run)
        if fix or dry_run
        else _checked(root, work, advice=advice, answers=answers)
    )
    show(result.diagnostics, result.language, form)
    if not result.diagnostics:
        say(_nothing_found(result), result.language)
    sys.exit(exit_code(result.diagnostics, strict=strict))


def _asked(root: Path, work: str) -> Answers:
    """What came of asking for each address. Raises CannotRunError if no site can be reached."""
    from trendrapport.pipeline.links import ask

    return ask(root, tell, work, partial(show_progress, "links"))


def _checked(root: Path, work: str, *, advice: bool, answers: Answers | None) -> Result:
    from trendrapport import pipeline

    return pipeline.check(root, tell, work, advice=advice, answers=answers)


def _fixed(
    root: Path, form: str, work: str, *, advice: bool, answers: Answers | None, dry_run: bool
) -> Result:
    """Mends the report, and says what was done; beside the findings in another form than text, apart."""
    from trendrapport.pipeline.mending import fix
    from trendrapport.terminal.mended import differences, told

    fixed = fix(root, tell, work, write_files=not dry_run, advice=advice, answers=answers)
    mended, language = fixed.mended, fixed.result.language
    if dry_run:
        for line in differences(mended.files, fixed.former, mended.moved):
            click.echo(line, err=form != "text")
    for line in told(mended, language, dry=dry_run):
        click.echo(line, err=form != "text")
    return fixed.result


def _nothing_found(result: Result) -> Text:
    counts = [counted("part", result.parts), counted("chart", result.charts)]
    if result.links:
        counts.append(counted("address", result.links))
    told = with_commas(counts)
    return Text(nl=f"Niets gevonden: {told.nl} gecontroleerd.", en=f"Nothing found: {told.en} checked.")
