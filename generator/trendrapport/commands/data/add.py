"""Makes a tidy table with its descriptor of an office's file, and asks what is doubtful."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from trendrapport.diagnostics import Language, Text
from trendrapport.terminal.asking import can_ask, confirm
from trendrapport.terminal.ending import expect_report
from trendrapport.terminal.language import language_of
from trendrapport.terminal.options import ROOT, Examples
from trendrapport.terminal.printing import say, show

_WRITE = Text(nl="Zo schrijven?", en="Write it like this?")
_CHART = Text(
    nl="Welke grafieken erbij passen: trendrapport new chart {name}",
    en="Which charts fit it: trendrapport new chart {name}",
)
_NOT_WRITTEN = Text(nl="Niets geschreven.", en="Nothing was written.")


@click.command(cls=Examples, epilog='trendrapport data add "Cijfers 2025.xlsx" --name aanvragen')
@click.argument("file")
@ROOT
@click.option("--name", help="Naam van de tabel; anders die van het bestand. / Name; by default the file's.")
@click.option("--title", help="Titel van de tabel. / Title of the table.")
@click.option("--source", help="Waar de cijfers vandaan komen. / Where the figures come from.")
@click.option("--licence", help="Licentie, zoals CC-BY-4.0. / Licence, such as CC-BY-4.0.")
@click.option(
    "--set",
    "pairs",
    multiple=True,
    metavar="KEY=VALUE",
    help="Antwoord op een vraag, zoals numbers=comma. / Answer to a question, such as numbers=comma.",
)
@click.option(
    "--where",
    multiple=True,
    metavar="NAME=VALUE",
    help="Alleen dit deel van StatLine, zoals Perioden=2021*. / Only this part of StatLine.",
)
@click.option(
    "--columns",
    multiple=True,
    metavar="NAME",
    help="Alleen deze onderwerpen van StatLine. / Only these measures of StatLine.",
)
@click.option("--yes", is_flag=True, help="Neem wat is voorgesteld. / Take what is proposed.")
@click.option(
    "--replace", is_flag=True, help="Vervang de tabel met die naam. / Replace the table of that name."
)
@click.option("--dry-run", is_flag=True, help="Laat alleen zien. / Only show.")
def command(
    file: str,
    root: Path,
    name: str | None,
    title: str | None,
    source: str | None,
    licence: str | None,
    pairs: tuple[str, ...],
    where: tuple[str, ...],
    columns: tuple[str, ...],
    yes: bool,
    replace: bool,
    dry_run: bool,
) -> None:
    """Maak van een bestand een tabel. / Turn a file into a table.

    FILE: XLSX, ODS, CSV of TSV, een datapackage.json, het webadres daarvan, of het nummer van een tabel van
    CBS StatLine, zoals 84410NED. Wat erin staat wordt begrepen en getoond; wat op meer manieren te lezen is,
    wordt gevraagd. / A file, a data package, the web address of one, or the number of a table of Statistics
    Netherlands. What is in it is understood and shown; what can be read in more than one way is asked.
    """
    expect_report(root)
    from trendrapport.fetching.web import Web
    from trendrapport.intake.origin import origin_of, stem_of
    from trendrapport.intake.writing import refuse_existing, table_name, write
    from trendrapport.terminal.understood import files_of, pairs_of, show_doubts, understood

    language = language_of(root)
    table = table_name(name or stem_of(file))
    if not replace:
        refuse_existing(root, table)
    origin = origin_of(file, root, Web(), where, columns)
    answers = _given(title=title, source=source, licence=licence) | pairs_of(pairs)
    found, answers = understood(origin, answers, language, yes=yes, ask=can_ask() and not (yes or dry_run))
    if found.doubts:
        show_doubts(found, language, yes=yes)
        sys.exit(1)
    if dry_run:
        return
    files = files_of(table, found, origin, answers, language)
    findings = files.findings()
    show(findings, language, "text")
    if findings or not (yes or _is_wanted(language)):
        say(_NOT_WRITTEN, language)
        sys.exit(1)
    for path in write(root, files, replace=replace):
        click.echo(path)
    say(_CHART.filled(name=files.name), language)


def _is_wanted(language: Language) -> bool:
    """Whether the files are to be written; without anybody to ask they are."""
    return not can_ask() or confirm(_WRITE, language)


def _given(**options: str | None) -> dict[str, str]:
    """The answers that options of their own give."""
    return {key: value for key, value in options.items() if value}
