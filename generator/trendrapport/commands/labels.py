"""Begins the words of another language."""

from __future__ import annotations

from pathlib import Path

import click

from trendrapport.diagnostics import Text
from trendrapport.terminal.options import ROOT, Examples

_NEXT = Text(
    nl=(
        "Vertaal deze bestanden regel voor regel; wat nog Engels is, blijft Engels. Een rapport met "
        '"language: {language}" in de instellingen is in die taal.'
    ),
    en=(
        "Translate these files line by line; what is still English stays English. A report with "
        '"language: {language}" in its settings is in that language.'
    ),
)


@click.command(cls=Examples, epilog="trendrapport labels es")
@click.argument("language")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Andere map dan die waar het programma ze leest. / Another folder than that in which they are read.",
)
@ROOT
def command(language: str, output: Path | None, root: Path) -> None:
    """Begin de woorden van een andere taal. / Begin the words of another language.

    LANGUAGE: de code van een taal van de Europese Unie, zoals es. / The code of a language of the European
    Union, such as es.
    """
    from trendrapport.starters import languages
    from trendrapport.terminal.language import language_of

    for path in languages.begin(language, output):
        click.echo(path)
    click.echo(_NEXT.filled(language=language).of(language_of(root)))
