"""Makes a tidy table with its descriptor of an office's file, and asks what is doubtful."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import CannotRunError, Language, Text
from trendrapport.terminal.asking import can_ask, choose, confirm
from trendrapport.terminal.ending import expect_report
from trendrapport.terminal.language import language_of
from trendrapport.terminal.options import ROOT, Examples
from trendrapport.terminal.printing import say, show

if TYPE_CHECKING:
    from trendrapport.intake.origin import Origin
    from trendrapport.intake.understanding import Understanding
    from trendrapport.intake.writing import Files

_NO_PAIR = Text(
    nl='Schrijf bij --set een naam en een waarde, zoals --set numbers=comma. Dit is geen paar: "{text}".',
    en='Write a name and a value with --set, such as --set numbers=comma. This is not a pair: "{text}".',
)
_DOUBTS = Text(
    nl=(
        "Niets geschreven: er zijn nog vragen. Antwoord met --set {example}; met --yes geldt wat is "
        "voorgesteld."
    ),
    en=(
        "Nothing was written: there are questions left. Answer with --set {example}; with --yes, what is "
        "proposed applies."
    ),
)
_NO_PROPOSAL = Text(
    nl="Niets geschreven: op deze vragen is geen antwoord voorgesteld. Antwoord met --set {example}.",
    en="Nothing was written: for these questions, no answer is proposed. Answer with --set {example}.",
)
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

    language = language_of(root)
    table = table_name(name or stem_of(file))
    if not replace:
        refuse_existing(root, table)
    origin = origin_of(file, root, Web(), where, columns)
    answers = _given(title=title, source=source, licence=licence) | _pairs(pairs)
    found, answers = _understood(origin, answers, language, yes=yes, ask=can_ask() and not (yes or dry_run))
    if found.doubts:
        _show_doubts(found, language, _NO_PROPOSAL if yes else _DOUBTS)
        sys.exit(1)
    if dry_run:
        return
    files = _files(table, found, origin, answers, language)
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


def _pairs(pairs: tuple[str, ...]) -> dict[str, str]:
    """The answers that --set gives."""
    found = {}
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if not sign or not key.strip():
            raise CannotRunError(_NO_PAIR.filled(text=pair))
        found[key.strip()] = value.strip()
    return found


def _understood(
    origin: Origin, answers: dict[str, str], language: Language, *, yes: bool, ask: bool
) -> tuple[Understanding, dict[str, str]]:
    """What is understood of an origin, with the answers that were given, asked or taken."""
    found = origin.understand(answers, language)
    if ask:
        _show(origin, found, language)
        click.echo("", err=True)
    while doubt := next((one for one in found.doubts if ask or (yes and one.proposed)), None):
        answer = choose(doubt, language) if ask else str(doubt.proposed)
        answers = {**answers, doubt.key: answer}
        found = origin.understand(answers, language)
    _show(origin, found, language)
    return found, answers


def _show(origin: Origin, found: Understanding, language: Language) -> None:
    """Prints what was understood: the columns, and how each thing could be read otherwise."""
    from trendrapport.intake.telling import column_rows, heading, understood_rows
    from trendrapport.terminal.tables import aligned

    click.echo(click.style(heading(origin.name, found).of(language), bold=True), err=True)
    click.echo(aligned(column_rows(found, language), headed=True), err=True)
    click.echo("", err=True)
    click.echo(aligned(understood_rows(found, language)), err=True)


def _show_doubts(found: Understanding, language: Language, how: Text) -> None:
    """Prints what is asked, with the choices, and how to answer."""
    from trendrapport.intake.telling import doubt_rows
    from trendrapport.terminal.tables import aligned

    for doubt in found.doubts:
        click.echo(f"\n{click.style(doubt.question.of(language), fg='yellow', bold=True)}", err=True)
        click.echo(aligned(doubt_rows(doubt, language)), err=True)
    first = found.doubts[0]
    say(Text("", ""), language)
    say(how.filled(example=f"{first.key}={first.choices[0].value}"), language)


def _files(
    table: str, found: Understanding, origin: Origin, answers: dict[str, str], language: Language
) -> Files:
    """The texts of the two files of the table."""
    from trendrapport.intake.descriptor import descriptor
    from trendrapport.intake.writing import Files
    from trendrapport.runtime.day import today

    text = descriptor(table, found, origin, answers, today(), language)
    return Files(table, found.table.csv(), text)
