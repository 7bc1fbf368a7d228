"""Creates starter files."""

from __future__ import annotations

from pathlib import Path

import click

from trendrapport.terminal.ending import expect_report
from trendrapport.terminal.options import ROOT, Examples


@click.command(cls=Examples, epilog='trendrapport new trend "Digitale weerbaarheid" --edition 2026')
@click.argument("kind")
@click.argument("title")
@ROOT
@click.option("--edition", help="Editie; anders de nieuwste. / Edition; by default the newest.")
def command(kind: str, title: str, root: Path, edition: str | None) -> None:
    """Maak een beginbestand dat elk veld uitlegt. / Create a starter file that explains every field.

    KIND: trend, interview, column, foreword, edition, instrument, page, person, source, term, milestone,
    key-figure, inspiration, chart.
    """
    expect_report(root)
    from trendrapport.starters import writing as starters

    for path in starters.write(root, kind, title, edition):
        click.echo(path)
