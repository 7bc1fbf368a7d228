"""Publishes a report."""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.terminal.ending import expect_report
from trendrapport.terminal.options import CODE, FORMAT, ROOT, WORK, Examples
from trendrapport.terminal.printing import counted, say, show, show_left_out, show_progress, tell

if TYPE_CHECKING:
    from trendrapport.pipeline import Result

_NOT_BUILT = Text(
    nl="De site is niet gebouwd; de vorige versie is niet veranderd.",
    en="The site was not built; the previous version is unchanged.",
)

_OF_ANOTHER_DAY = Text(
    nl="Dit is de site van {day}: zet haar niet eerder online.",
    en="This is the site of {day}: do not put it online before.",
)
_NO_DAY = Text(
    nl='"{given}" is geen dag; schrijf die als 2027-03-01.',
    en='"{given}" is no day; write it as 2027-03-01.',
)


@click.command(cls=Examples, epilog="trendrapport build --strict --output public")
@ROOT
@FORMAT
@click.option("--strict", is_flag=True, help="Stop ook bij waarschuwingen. / Stop at warnings too.")
@click.option("--drafts", is_flag=True, help="Neem ook concepten op. / Include drafts.")
@click.option(
    "--edition", "editions", multiple=True, help="Bouw alleen deze editie. / Build only this edition."
)
@click.option(
    "--municipality",
    "municipalities",
    multiple=True,
    help="Maak dia's voor deze gemeente. / Make slides for this municipality.",
)
@click.option(
    "--as-of",
    default="",
    metavar="JJJJ-MM-DD",
    help="Bouw de site van die dag, met wat dan is verschenen. / Build the site of that day.",
)
@click.option(
    "--output",
    default="site",
    show_default=True,
    help="Map waarin de site komt. / Folder to write the site to.",
)
@WORK
@CODE
@click.option(
    "--verify",
    is_flag=True,
    help="Vertrouw niets uit eerdere builds. / Do not trust results of earlier builds.",
)
def command(
    root: Path,
    form: str,
    strict: bool,
    drafts: bool,
    editions: tuple[str, ...],
    municipalities: tuple[str, ...],
    as_of: str,
    output: str,
    work: str,
    verify: bool,
    code: bool,
) -> None:
    """Bouw de site. / Build the site."""
    expect_report(root)
    from trendrapport import pipeline

    start = time.perf_counter()
    options = pipeline.Options(
        strict, drafts, editions, output, work, verify, municipalities, code, as_of=_day(as_of)
    )
    try:
        result = pipeline.build(root, options, show_progress, tell)
    finally:
        pipeline.stop()
    show(result.diagnostics, result.language, form)
    if not result.built:
        say(_NOT_BUILT, result.language)
        sys.exit(1)
    show_left_out(result.left_out)
    if as_of:
        say(_OF_ANOTHER_DAY.filled(day=as_of), result.language)
    say(_built(result, time.perf_counter() - start, Path(root, output, "index.html")), result.language)


def _day(given: str) -> str:
    """A day as it is given; raises CannotRunError for what is none."""
    try:
        if given and date.fromisoformat(given).isoformat() != given:
            raise ValueError
    except ValueError:
        raise CannotRunError(_NO_DAY.filled(given=given)) from None
    return given


def _built(result: Result, seconds: float, home: Path) -> Text:
    """What was built, how long that took, and the page to open."""
    counts = (
        counted("page", result.pages),
        counted("chart", result.charts),
        counted("warning", len(result.diagnostics)),
    )
    shown = f"{seconds:.1f}"
    if result.language == "nl":
        shown = shown.replace(".", ",")
    end = f"{shown} s. Open {home}"
    return Text(
        nl=", ".join([*(count.nl for count in counts), end]),
        en=", ".join([*(count.en for count in counts), end]),
    )
