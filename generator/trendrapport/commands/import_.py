"""Makes an entry of a text from a word processor."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import Language, Text
from trendrapport.terminal.asking import can_ask
from trendrapport.terminal.ending import expect_report
from trendrapport.terminal.language import language_of
from trendrapport.terminal.options import ROOT, Examples
from trendrapport.terminal.printing import say, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trendrapport.importing.text import Imported

_TITLE, _SUMMARY = Text(nl="Titel", en="Title"), Text(nl="Samenvatting", en="Summary")
_ALT = Text(
    nl="Afbeelding {number} van {count} ({end}, {size} kB): wat staat erop? Enter: dat schrijft u later",
    en="Picture {number} of {count} ({end}, {size} kB): what does it show? Enter: you will write it later",
)
_LATER = Text(
    nl="Afbeeldingen zonder tekstalternatief: {count}. Schrijf het tussen de haken van ![].",
    en="Pictures without a text alternative: {count}. Write it between the brackets of ![].",
)
_SOURCES = Text(
    nl="Voetnoten met een adres: {count}, die nu een bron zijn.",
    en="Footnotes with an address: {count}, which are now a source.",
)
_WRITE = Text(
    nl="Niets geschreven. Schrijf de wijzigingen met: --write.",
    en="Nothing was written. Write the changes with: --write.",
)
_WRITTEN = Text(nl="Geschreven: {path}", en="Written: {path}")
_NEXT = Text(
    nl="Het is een concept. Kijk de velden bovenaan na, en daarna: trendrapport check",
    en="It is a draft. Look at the fields at the top, and then: trendrapport check",
)


@click.command(cls=Examples, epilog='trendrapport import "Interview wethouder.docx" --kind interview')
@click.argument("file", type=click.Path(path_type=Path))
@ROOT
@click.option("--kind", default="trend", show_default=True, help="Soort tekst. / Kind of text.")
@click.option("--edition", help="Editie; anders de nieuwste. / Edition; by default the newest.")
@click.option("--title", help="Titel; anders die van het bestand. / Title; by default the file's.")
@click.option("--summary", help="Samenvatting; anders het begin. / Summary; by default the start.")
@click.option("--name", default="", help="Naam van het bestand; anders die van de titel. / Name of the file.")
@click.option(
    "--data",
    "data",
    multiple=True,
    metavar="NUMBER=NAME",
    help="Deze tabel wordt gegevens met een grafiek, zoals 1=aanvragen. / This table becomes data with a "
    "chart.",
)
@click.option(
    "--set",
    "pairs",
    multiple=True,
    metavar="NUMBER.KEY=VALUE",
    help="Antwoord over een tabel bij --data, zoals 1.numbers=comma. / Answer about a table with --data.",
)
@click.option("--yes", is_flag=True, help="Neem wat is voorgesteld. / Take what is proposed.")
@click.option(
    "--into",
    metavar="ENTRY",
    help="Vergelijk met deze tekst, waarvan het bestand met export-word is gemaakt. / Compare with this "
    "text, of which the file was made with export-word.",
)
@click.option(
    "--write",
    "write_files",
    is_flag=True,
    help="Bij --into: schrijf wat veranderde; anders wordt het alleen getoond. / With --into: write what "
    "changed; by default it is only shown.",
)
@click.option(
    "--older",
    is_flag=True,
    help="Bij --into: schrijf ook als de tekst sindsdien is veranderd. / With --into: write even if the text "
    "changed since.",
)
def command(
    file: Path,
    root: Path,
    kind: str,
    edition: str | None,
    title: str | None,
    summary: str | None,
    name: str,
    data: tuple[str, ...],
    pairs: tuple[str, ...],
    yes: bool,
    into: str | None,
    write_files: bool,
    older: bool,
) -> None:
    """Maak een tekst uit Word klaar voor het rapport. / Make a text from Word ready for the report.

    FILE: een .docx, .odt, .html of .md, of de zip van Google Docs. Met --into is het een document dat is
    nagelezen: woord voor woord wordt getoond wat er in de tekst zou veranderen. / A .docx, .odt, .html or
    .md, or the zip of Google Docs. With --into it is a document that was reviewed: what would change in the
    text is shown word by word.
    """
    expect_report(root)
    if into is not None:
        sys.exit(_taken_back(root, file, into, write_files=write_files, older=older))
    from trendrapport.importing.text import imported
    from trendrapport.starters.from_word import Wanted, refuse_existing, save
    from trendrapport.terminal.tables_of_text import chosen, understood_tables, written_tables

    language = language_of(root)
    text = imported(file, language)
    asks = can_ask() and not yes
    wanted = Wanted(
        kind,
        title or _asked(_TITLE, text.title, language, asks=asks),
        summary or _asked(_SUMMARY, text.summary, language, asks=asks),
        tuple(_alternatives(text, language, asks=asks)),
        edition,
        name,
    )
    refuse_existing(root, wanted)
    names = chosen(text.tables, data, file.stem, language, asks=asks)
    found = understood_tables(file, root, text.tables, names, pairs, language, yes=yes, asks=asks)
    made, figures = written_tables(root, found, text.tables, language, asks=asks)
    paths = [*made, *save(root, text, replace(wanted, figures=figures))]
    _tell(text, wanted.alternatives, language)
    for path in paths:
        click.echo(path)


def _taken_back(root: Path, file: Path, into: str, *, write_files: bool, older: bool) -> int:
    """Shows what a document that came back says, and writes that when told; returns the exit code."""
    from trendrapport.pipeline.reviewing import take_back
    from trendrapport.terminal.reviewing import lines

    done = take_back(root, file, into, tell, write_files=write_files, older=older)
    for line in lines(done.compared, done.path, done.language):
        click.echo(line)
    for path in done.written:
        say(_WRITTEN.filled(path=path), done.language)
    without = [one for one in done.compared.pictures if not one.alternative]
    if without:
        say(_LATER.filled(count=len(without)), done.language)
    is_waiting = bool(done.compared.changes) and not done.written
    if is_waiting:
        click.echo("", err=True)
        say(_WRITE, done.language)
    return int(is_waiting or bool(done.compared.left))


def _asked(what: Text, proposed: str, language: Language, *, asks: bool) -> str:
    """What somebody writes instead of what is proposed, or that."""
    if not asks:
        return proposed
    return " ".join(str(click.prompt(what.of(language), default=proposed, err=True)).split())


def _alternatives(text: Imported, language: Language, *, asks: bool) -> list[str]:
    """The text alternative of each picture: as it has it, or as somebody writes it."""
    found = []
    for number, picture in enumerate(text.pictures, 1):
        size = max(1, len(picture.raw) // 1000)
        question = _ALT.filled(
            number=number, count=len(text.pictures), end=picture.end[1:].upper(), size=size
        )
        if asks and not picture.alt:
            typed = click.prompt(question.of(language), default="", show_default=False, err=True)
            found.append(" ".join(str(typed).split()))
        else:
            found.append(picture.alt)
    return found


def _tell(text: Imported, alternatives: Sequence[str], language: Language) -> None:
    """Says what was changed on the way, and what is left to do."""
    for what in text.told:
        say(what, language)
    if text.cited:
        say(_SOURCES.filled(count=len(text.cited)), language)
    if without := [one for one in alternatives if not one]:
        say(_LATER.filled(count=len(without)), language)
    say(_NEXT, language)
