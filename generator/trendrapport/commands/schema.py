"""Writes the schemas with which text editors help."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from trendrapport.terminal.options import Examples


@click.command(cls=Examples, epilog="trendrapport schema --output .schema --language nl")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path("schema"),
    show_default=True,
    help="Map waarin de schema's komen. / Folder to write to.",
)
@click.option(
    "--language",
    type=click.Choice(["nl", "en"]),
    default="nl",
    show_default=True,
    help="Taal van de uitleg. / Language of the explanations.",
)
def command(output: Path, language: Literal["nl", "en"]) -> None:
    """Schrijf JSON Schema's, waarmee een teksteditor velden uitlegt en aanvult. / Write JSON Schemas, so that
    a text editor can explain and complete fields.
    """
    from trendrapport.model.judgement import trend_model
    from trendrapport.report.load import settings_in
    from trendrapport.starters import schemas

    config = settings_in(Path())
    for path in schemas.write(output, language, trend_model(config) if config else None):
        click.echo(path)
