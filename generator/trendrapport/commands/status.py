"""Lists how far each text is."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import Language
from trendrapport.terminal.ending import expect_report
from trendrapport.terminal.options import ROOT, WORK, Examples
from trendrapport.terminal.printing import tell
from trendrapport.terminal.tables import aligned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trendrapport.board.rows import Row
    from trendrapport.board.standing import Look

_COLUMNS = ("state", "words", "figures", "sources", "ease", "findings", "age", "text")


@click.command(cls=Examples, epilog="trendrapport status --format json")
@ROOT
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Vorm van het overzicht. / Format of the overview.",
)
@WORK
def command(root: Path, form: str, work: str) -> None:
    """Toon hoe ver elke tekst is. / Show how far each text is."""
    expect_report(root)
    from trendrapport.pipeline.desk import status

    look, language = status(root, tell, work)
    if form == "json":
        click.echo(_as_json(look))
        return
    for table in _tables(look, language):
        click.echo(table)


def _as_json(look: Look) -> str:
    from trendrapport.diagnostics.visible import visible_json

    every = [asdict(one) for group in look.groups for one in group.standings]
    return visible_json(json.dumps(every, ensure_ascii=False, indent=2))


def _tables(look: Look, language: Language) -> Iterator[str]:
    """A table of each edition, below its title."""
    from trendrapport.board.rows import row, title
    from trendrapport.diagnostics.visible import visible
    from trendrapport.language.labels import Labels

    labels = Labels(language)
    head = tuple(labels(f"board_columns.{name}") for name in _COLUMNS)
    for group in look.groups:
        rows = [_cells(row(one, labels)) for one in group.standings]
        yield click.style(visible(title(group, labels)), bold=True)
        yield aligned([head, *rows], headed=True) + "\n"


def _cells(row: Row) -> tuple[str, ...]:
    numbers = (row.words, row.figures, row.sources, row.ease, row.findings)
    notes = (row.title, *row.notes)
    return (row.state, *(number or "-" for number in numbers), row.age, " · ".join(notes))
