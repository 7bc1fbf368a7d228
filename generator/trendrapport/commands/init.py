"""Starts a report."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from trendrapport.terminal.options import Examples


@click.command(cls=Examples, epilog="trendrapport init mijn-rapport")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--language",
    type=click.Choice(["nl", "en"]),
    default="nl",
    show_default=True,
    help="Taal van het rapport. / Language of the report.",
)
def command(folder: Path, language: Literal["nl", "en"]) -> None:
    """Begin een eigen rapport, met een voorbeeld. / Start your own report, with a sample."""
    from trendrapport.starters import new_report, schemas

    new_report.init(folder, language)
    schemas.write(folder / ".schema", language)
    (folder / ".vscode" / "settings.json").write_bytes(schemas.editor_settings(".schema"))
    click.echo(f"trendrapport build --root {folder}")
