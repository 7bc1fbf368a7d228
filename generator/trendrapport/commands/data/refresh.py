"""Shows what changed where tables came from, and writes it when told."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import Language, Text
from trendrapport.diagnostics.visible import visible
from trendrapport.terminal.ending import expect_report
from trendrapport.terminal.options import ROOT, WORK, Examples
from trendrapport.terminal.printing import say, tell

if TYPE_CHECKING:
    from trendrapport.pipeline.refreshing import Round
    from trendrapport.refreshing.refresh import Refreshed

_NONE = Text(
    nl="Van geen tabel is bekend waar ze vandaan komt. Voeg er een toe met: trendrapport data add.",
    en="The origin of no table is known. Add one with: trendrapport data add.",
)
_WRITE = Text(
    nl="Niets geschreven. Schrijf dit met: --write.", en="Nothing was written. Write this with: --write."
)
_OTHER_COLUMNS = Text(
    nl=(
        "De kolommen zijn anders: de beschrijving van {name} krijgt ze ook, en wat u over de andere schreef, "
        "blijft. Kijk ze na, met de grafieken die de tabel gebruiken."
    ),
    en=(
        "The columns differ: the descriptor of {name} gets them too, and what you wrote of the others stays. "
        "Look them over, with the charts that use the table."
    ),
)
_REWRITTEN = Text(
    nl=(
        "De tabel past niet meer bij de beschrijving: die van {name} wordt opnieuw gemaakt. Kijk die na, met "
        "de grafieken die de tabel gebruiken."
    ),
    en=(
        "The table no longer fits its descriptor: that of {name} is made anew. Look it over, with the charts "
        "that use the table."
    ),
)


@click.command(cls=Examples, epilog="trendrapport data refresh gemeenten --write")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@ROOT
@WORK
@click.option(
    "--write",
    "write_files",
    is_flag=True,
    help="Schrijf wat er veranderde; anders wordt het alleen getoond. / Write what changed; by default it is "
    "only shown.",
)
def command(names: tuple[str, ...], root: Path, work: str, write_files: bool) -> None:
    """Haal tabellen opnieuw op. / Retrieve tables again.

    NAME: de naam van een tabel; zonder naam alle die met data add zijn gemaakt. Getoond wordt wat er
    verandert: rijen, waarden, voorlopige cijfers en kolommen, en welke zinnen, grafieken en kerncijfers een
    getal noemen dat niet meer klopt. / The name of a table; without one, all that were made with data add.
    Shown is what changes: rows, values, provisional figures and columns, and which sentences, charts and key
    figures quote a number that is no longer right.
    """
    expect_report(root)
    from trendrapport.pipeline.refreshing import refresh_tables

    done = refresh_tables(root, names, tell, work, write_files=write_files)
    if not done.tables:
        say(_NONE, done.language)
        return
    sys.exit(_shown(done, write_files=write_files))


def _shown(done: Round, *, write_files: bool) -> int:
    """Prints what became of each table; returns the exit code."""
    from trendrapport.pipeline.refreshing import Failed

    failed = 0
    is_waiting = has_quotes = False
    for one in done.tables:
        if isinstance(one, Failed):
            failed += 1
            click.echo(f"{click.style(visible(one.name), bold=True)}: {one.why}", err=True)
            continue
        _show(one, done.language)
        is_waiting = is_waiting or not (write_files or one.found.nothing)
        has_quotes = has_quotes or bool(one.quotes)
        if write_files:
            for path in one.files:
                click.echo(path)
    if is_waiting:
        click.echo("", err=True)
        say(_WRITE, done.language)
    if failed == len(done.tables):
        return 2
    return int(bool(failed) or is_waiting or has_quotes)


def _show(one: Refreshed, language: Language) -> None:
    from trendrapport.refreshing.telling import quote_lines, summary, value_rows
    from trendrapport.terminal.tables import aligned

    click.echo(click.style(visible(summary(one.name, one.found).of(language)), bold=True), err=True)
    rows = value_rows(one.found, language)
    if rows:
        click.echo(aligned(rows, headed=True), err=True)
    if one.is_rewritten:
        say(_REWRITTEN.filled(name=one.name), language)
    elif one.has_other_columns:
        say(_OTHER_COLUMNS.filled(name=one.name), language)
    for quote in one.quotes:
        what, sentence = quote_lines(quote, language)
        click.echo(f"\n{click.style(visible(what), fg='yellow')}\n  {visible(sentence)}", err=True)
