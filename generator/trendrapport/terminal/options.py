"""The options that several commands share, and help that ends with an example."""

from __future__ import annotations

from pathlib import Path

import click


class Examples(click.Command):
    """A command whose help keeps the lines of its example."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.epilog:
            formatter.write(f"\nVoorbeeld / example:\n  {self.epilog}\n")


ROOT = click.option(
    "--root",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default=".",
    help="Map van het rapport. / The report's folder.",
)
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "gitlab", "json", "sarif"]),
    default="text",
    help="Vorm van de meldingen. / Format of the findings.",
)
CODE = click.option(
    "--code/--no-code",
    default=True,
    help="Voer charts/*.py uit, of juist niet. / Run charts/*.py, or refuse to.",
)
WORK = click.option(
    "--work",
    default="build",
    show_default=True,
    help="Map voor tussenresultaten. / Folder for stored results.",
)
