"""Starts a report."""

from __future__ import annotations

from pathlib import Path

import click

from trendrapport.diagnostics import Language
from trendrapport.terminal.options import Examples

SAMPLES = ("business-association", "ministerie", "technology-radar", "universitaet", "waterschap")
"""As `starters.new_report.OTHERS` has them, which is not loaded for this."""


@click.command(cls=Examples, epilog="trendrapport init mijn-rapport --ci github")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--language",
    type=click.Choice(["nl", "en", "de", "fr"]),
    default="nl",
    show_default=True,
    help="Taal van het rapport. / Language of the report.",
)
@click.option(
    "--sample",
    type=click.Choice(
        ["business-association", "ministerie", "technology-radar", "universitaet", "waterschap"]
    ),
    help="Voorbeeld van een ander soort rapport. / Sample of another kind of report.",
)
@click.option(
    "--ci",
    "forge",
    type=click.Choice(["github", "gitlab"]),
    help=(
        "Laat deze forge het rapport controleren en publiceren; ook als het er al is. / "
        "Have this forge check and publish the report; also one that is there already."
    ),
)
def command(folder: Path, language: Language, sample: str | None, forge: str | None) -> None:
    """Begin een eigen rapport, met een voorbeeld. / Start your own report, with a sample.

    Schrijft nooit over een bestand heen. / Never overwrites a file.
    """
    from trendrapport.starters import new_report
    from trendrapport.terminal.language import language_of

    if forge and new_report.is_report(folder):
        written = new_report.add_around(folder, language_of(folder), forge)
    else:
        written = new_report.init(folder, language, sample or "", forge or "")
        written += _for_text_editors(folder)
    for path in sorted(written):
        click.echo(path)
    click.echo(f"trendrapport build --root {folder}")


def _for_text_editors(folder: Path) -> list[Path]:
    """Writes what explains the fields of a new report in a text editor; returns a folder and the settings."""
    from trendrapport.model.judgement import trend_model
    from trendrapport.report.load import settings_in
    from trendrapport.starters import schemas

    config = settings_in(folder)
    if config:
        schemas.write(folder / ".schema", config.language, trend_model(config))
    settings = folder / ".vscode" / "settings.json"
    settings.write_bytes(schemas.editor_settings(".schema"))
    return [folder / ".schema", settings]
