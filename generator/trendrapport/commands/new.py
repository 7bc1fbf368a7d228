"""Creates starter files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.terminal.ending import expect_report
from trendrapport.terminal.options import ROOT, Examples

if TYPE_CHECKING:
    from trendrapport.charts.proposing.proposals import Proposal
    from trendrapport.starters.charting import ChartOfTable

_TABLES_ONLY = Text(
    nl="--kind, --title, --name en --yes horen bij: trendrapport new chart TABEL",
    en="--kind, --title, --name and --yes go with: trendrapport new chart TABLE",
)
_NEXT = Text(
    nl=(
        "Schrijf in dat bestand nog wat alleen u weet, zoals description. In een tekst verschijnt de grafiek "
        "met:\n\n```figure {name}\n```"
    ),
    en=(
        "In that file, write what only you know, such as description. In a text, the chart appears with:"
        "\n\n```figure {name}\n```"
    ),
)


@click.command(
    cls=Examples,
    epilog=(
        'trendrapport new trend "Digitale weerbaarheid" --edition 2026\n'
        "  trendrapport new chart charts/data/tabel.csv --kind lines"
    ),
)
@click.argument("kind")
@click.argument("title")
@ROOT
@click.option("--edition", help="Editie; anders de nieuwste. / Edition; by default the newest.")
@click.option(
    "--kind",
    "chart_kind",
    help="Soort grafiek, bij een tabel. / Kind of chart, for a table.",
)
@click.option("--title", "words", help="Titel van die grafiek. / Title of that chart.", default="")
@click.option("--name", help="Naam van die grafiek. / Name of that chart.", default="")
@click.option("--yes", is_flag=True, help="Neem de eerste soort die past. / Take the first kind that fits.")
def command(
    kind: str,
    title: str,
    root: Path,
    edition: str | None,
    chart_kind: str | None,
    words: str,
    name: str,
    yes: bool,
) -> None:
    """Maak een beginbestand dat elk veld uitlegt. / Create a starter file that explains every field.

    KIND: trend, interview, column, foreword, edition, instrument, page, person, source, term, milestone,
    key-figure, inspiration, chart.

    TITLE: de titel; bij chart ook een tabel in charts/data, waarna u kiest uit wat daarbij past. / The title;
    for chart also a table in charts/data, and then you choose from what fits it.
    """
    expect_report(root)
    from trendrapport.starters import writing
    from trendrapport.starters.charting import chart_of

    table = chart_of(root, title) if writing.kind_of(kind) == "charts" else None
    if table:
        _new_chart(table, chart_kind, words, name, yes=yes)
        return
    if chart_kind or words or name or yes:
        raise CannotRunError(_TABLES_ONLY)
    for path in writing.write(root, kind, title, edition):
        click.echo(path)


def _new_chart(made: ChartOfTable, kind: str | None, title: str, name: str, *, yes: bool) -> None:
    """Writes the chart that is chosen or asked for, and says what is left to write."""
    from trendrapport.terminal.printing import say
    from trendrapport.terminal.proposals import ask_title, is_attended

    language = made.start.language
    proposal = made.proposal(kind) if kind else _chosen(made, yes=yes)
    if not title and not (kind or yes) and is_attended():
        title = ask_title(language)
    paths = made.write(proposal, title, name)
    for path in paths:
        click.echo(path)
    say(_NEXT.filled(name=paths[-1].stem), language)


def _chosen(made: ChartOfTable, *, yes: bool) -> Proposal:
    """The first of what fits, or the one that somebody chooses after seeing all."""
    from trendrapport.terminal.proposals import ask_which, is_attended, show

    found = made.proposals()
    if yes:
        return found[0]
    if is_attended():
        show(found, made.table, made.start.language)
    return ask_which(found, made.start.language)
