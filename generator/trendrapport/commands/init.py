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
@click.option(
    "--sample",
    type=click.Choice(["technology-radar", "waterschap"]),
    help="Voorbeeld van een ander soort rapport. / Sample of another kind of report.",
)
def command(folder: Path, language: Literal["nl", "en"], sample: str | None) -> None:
    """Begin een eigen rapport, met een voorbeeld. / Start your own report, with a sample."""
    from trendrapport.model.judgement import trend_model
    from trendrapport.report.load import settings_in
    from trendrapport.starters import new_report, schemas

    new_report.init(folder, language, sample or "")
    config = settings_in(folder)
    if config:
        schemas.write(folder / ".schema", config.language, trend_model(config))
    (folder / ".vscode" / "settings.json").write_bytes(schemas.editor_settings(".schema"))
    click.echo(f"trendrapport build --root {folder}")
