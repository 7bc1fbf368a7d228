"""Asks which tables of a text become data with a chart, and makes these."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import CannotRunError, Language, Text
from trendrapport.terminal.asking import choose
from trendrapport.terminal.printing import say, show

if TYPE_CHECKING:
    from trendrapport.importing.kept import Grid
    from trendrapport.intake.writing import Files

_NO_NUMBER = Text(
    nl='Schrijf bij --data het nummer van een tabel en een naam, zoals --data 1=aanvragen. Niet: "{text}".',
    en='Write the number of a table and a name with --data, such as --data 1=requests. Not: "{text}".',
)
_NO_TABLE = Text(
    nl="Het document heeft geen tabel {number}; het aantal tabellen is {count}.",
    en="The document has no table {number}; the number of tables is {count}.",
)
_TWICE = Text(nl="Tabel {number} staat twee keer bij --data.", en="Table {number} is twice with --data.")
_NOT_DATA = Text(
    nl='"{pair}" bij --set gaat over een tabel die geen gegevens wordt. Noem die tabel bij --data.',
    en='"{pair}" with --set is about a table that does not become data. Name that table with --data.',
)
_WHICH = Text(nl="Tabel {number}: {shown}", en="Table {number}: {shown}")
_STAYS = Text(nl="blijft een tabel in de tekst", en="stays a table in the text")
_BECOMES = Text(nl="wordt gegevens met een grafiek", en="becomes data with a chart")
_NAME = Text(nl="Naam van de gegevens en de grafiek", en="Name of the data and the chart")
_THERE = Text(
    nl='"{path}" bestaat al. Kies een andere naam met --data.',
    en='"{path}" already exists. Choose another name with --data.',
)
_NO_CHART = Text(
    nl="Bij tabel {number} past geen grafiek vanzelf: ze blijft ook in de tekst staan.",
    en="No chart fits table {number} by itself: it stays in the text too.",
)
_COMPLETE = Text(
    nl="Vul van elke grafiek nog aan wat alleen u weet, zoals description: {paths}",
    en="Complete of each chart what only you know, such as description: {paths}",
)
_LONGEST = 60
_TABLE, _DATA = "table", "data"


@dataclass(frozen=True)
class _Choice:
    value: str
    means: Text


@dataclass(frozen=True)
class _Question:
    question: Text
    choices: Sequence[_Choice] = (_Choice(_TABLE, _STAYS), _Choice(_DATA, _BECOMES))
    proposed: str | None = _TABLE


def chosen(
    tables: Sequence[Grid], pairs: Sequence[str], stem: str, language: Language, *, asks: bool
) -> dict[int, str]:
    """The name that each table gets that becomes data, by its number from 1: as `--data` says, or as somebody
    answers. Raises CannotRunError for a table that is not there.
    """
    if pairs or not asks:
        return _all_named(pairs, len(tables))
    from trendrapport.intake.writing import table_name

    found: dict[int, str] = {}
    for number, grid in enumerate(tables, 1):
        if not grid.has_numbers:
            continue
        question = _Question(_WHICH.filled(number=number, shown=_shown(grid)))
        if choose(question, language) == _DATA:
            proposed = table_name(grid.caption or f"{stem} {number}")
            typed = click.prompt(_NAME.of(language), default=proposed, err=True)
            found[number] = table_name(str(typed))
    return found


def _all_named(pairs: Sequence[str], count: int) -> dict[int, str]:
    found: dict[int, str] = {}
    for pair in pairs:
        number, name = _named(pair, count)
        if number in found:
            raise CannotRunError(_TWICE.filled(number=number))
        found[number] = name
    return found


def _named(pair: str, count: int) -> tuple[int, str]:
    from trendrapport.intake.writing import table_name

    number, sign, name = pair.partition("=")
    if not number.strip().isdecimal() or not sign or not name.strip():
        raise CannotRunError(_NO_NUMBER.filled(text=pair))
    if not 1 <= int(number) <= count:
        raise CannotRunError(_NO_TABLE.filled(number=number, count=count))
    return int(number), table_name(name)


def _shown(grid: Grid) -> str:
    """What a table is about, in brief."""
    text = grid.caption or ", ".join(grid.rows[0])
    if len(text) > _LONGEST:
        return f"{text[: _LONGEST - 1]}…"
    return text


def understood_tables(
    file: Path,
    root: Path,
    tables: Sequence[Grid],
    names: Mapping[int, str],
    pairs: Sequence[str],
    language: Language,
    *,
    yes: bool,
    asks: bool,
) -> dict[int, Files]:
    """The files of each table that becomes data. Ends the command if something in one is doubtful.

    Raises CannotRunError for a name that is taken.
    """
    from trendrapport.importing.tables import origin_of_table
    from trendrapport.terminal.understood import files_of, pairs_of, show_doubts, understood

    for pair in pairs:
        _refuse_unused(pair, names)
    found: dict[int, Files] = {}
    for number, name in names.items():
        _refuse_existing(root, name)
        origin = origin_of_table(file, root, tables[number - 1], number, language)
        answers = pairs_of(list(_of_table(pairs, number)))
        made, answers = understood(origin, answers, language, yes=yes, ask=asks)
        if made.doubts:
            show_doubts(made, language, yes=yes, before=f"{number}.")
            sys.exit(1)
        found[number] = files_of(name, made, origin, answers, language)
        if findings := found[number].findings():
            show(findings, language, "text")
            sys.exit(1)
    return found


def _of_table(pairs: Sequence[str], number: int) -> Iterator[str]:
    """The answers about one table, without its number; those without a number are about every table."""
    for pair in pairs:
        before, _, rest = pair.partition(".")
        if before == str(number):
            yield rest
        elif not before.isdecimal():
            yield pair


def _refuse_unused(pair: str, names: Mapping[int, str]) -> None:
    """Refuses an answer about no table that becomes data: it would change nothing without a word."""
    before, _, _ = pair.partition(".")
    if not names or (before.isdecimal() and int(before) not in names):
        raise CannotRunError(_NOT_DATA.filled(pair=pair))


def _refuse_existing(root: Path, name: str) -> None:
    """Refuses a name that data or a chart of the report has."""
    for pattern in (f"charts/data/{name}.*", f"charts/{_chart(name)}.*"):
        for path in sorted(root.glob(pattern)):
            raise CannotRunError(_THERE.filled(path=path.relative_to(root).as_posix()))


def _chart(name: str) -> str:
    return name.replace("_", "-")


def written_tables(
    root: Path, found: Mapping[int, Files], tables: Sequence[Grid], language: Language, *, asks: bool
) -> tuple[list[Path], dict[int, str]]:
    """Writes the data and the charts; returns the paths, and the chart of each table by its number from 0."""
    from trendrapport.intake.writing import write

    paths: list[Path] = []
    charts: dict[int, str] = {}
    for number, files in found.items():
        paths += write(root, files)
        made = _written_chart(root, files.name, tables[number - 1].caption, asks=asks)
        if made:
            paths += made
            charts[number - 1] = made[-1].stem
        else:
            say(_NO_CHART.filled(number=number), language)
    if charts:
        declared = ", ".join(f"charts/{name}.yml" for name in charts.values())
        say(_COMPLETE.filled(paths=declared), language)
    return paths, charts


def _written_chart(root: Path, name: str, title: str, *, asks: bool) -> list[Path]:
    """The chart of a table: the one that somebody chooses, or the first that fits; none if nothing does."""
    from trendrapport.starters.charting import chart_of
    from trendrapport.terminal.proposals import ask_which, is_attended
    from trendrapport.terminal.proposals import show as show_proposals

    made = chart_of(root, name)
    if made is None:
        return []
    try:
        proposals = made.proposals()
    except CannotRunError:
        return []
    proposal = proposals[0]
    if asks and is_attended():
        show_proposals(proposals, made.table, made.start.language)
        proposal = ask_which(proposals, made.start.language)
    return made.write(proposal, title, _chart(name))
