"""Looks whether a published site still is what was published."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import Text
from trendrapport.terminal.ending import exit_code
from trendrapport.terminal.language import language_of
from trendrapport.terminal.options import FORMAT, Examples
from trendrapport.terminal.printing import counted, say, show, show_progress

if TYPE_CHECKING:
    from trendrapport.diagnostics import Language

_ALL_RIGHT = Text(
    nl="{files}: alles is zoals het is gepubliceerd.", en="{files}: everything is as it was published."
)


@click.command(cls=Examples, epilog="trendrapport verify https://trends.example.org/")
@click.argument("place", default="site")
@FORMAT
@click.option(
    "--language",
    type=click.Choice(["nl", "en"]),
    help="Taal van de meldingen; anders die van het rapport hier. / "
    "Language of the findings; by default that of the report here.",
)
def command(place: str, form: str, language: Language | None) -> None:
    """Kijk of een site nog is wat is gepubliceerd. / See whether a site still is what was published.

    PLACE: een map, een zip of een webadres; site als er niets staat. / A folder, a ZIP or a web address; by
    default site.
    """
    from trendrapport.inspecting.copies import copy_at
    from trendrapport.inspecting.verifying import differences

    copy = copy_at(place)
    spoken = language or language_of(Path())
    found = list(differences(copy, partial(show_progress, "files")))
    show(found, spoken, form)
    if not found:
        say(_ALL_RIGHT.filled(files=counted("file", len(copy.files))), spoken)
    sys.exit(exit_code(found, strict=False))
