"""Shows what a reader would notice between two published sites."""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import Text
from trendrapport.diagnostics.visible import visible
from trendrapport.terminal.language import language_of
from trendrapport.terminal.options import Examples
from trendrapport.terminal.printing import say, show_progress

if TYPE_CHECKING:
    from trendrapport.diagnostics import Language
    from trendrapport.inspecting.noticed import Noticed

_FINDINGS = ("github", "gitlab", "json", "sarif")
"""The forms in which findings are printed too."""
_WRITTEN = Text(nl="{path} is geschreven.", en="{path} was written.")


@click.command(cls=Examples, epilog="trendrapport diff former site --format html --output changes.html")
@click.argument("old")
@click.argument("new")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "html", *_FINDINGS]),
    default="text",
    help="Vorm van het overzicht. / Format of the overview.",
)
@click.option("--output", type=click.Path(path_type=Path), help="Bestand om te schrijven. / File to write.")
@click.option(
    "--strict",
    is_flag=True,
    help="Eindig met 1 als een adres niet meer bestaat. / End with 1 if an address no longer exists.",
)
@click.option(
    "--language",
    type=click.Choice(["nl", "en"]),
    help="Taal van het overzicht; anders die van het rapport hier. / "
    "Language of the overview; by default that of the report here.",
)
def command(
    old: str, new: str, form: str, output: Path | None, strict: bool, language: Language | None
) -> None:
    """Toon wat lezers merken tussen twee sites. / Show what readers notice between two sites.

    OLD, NEW: een map, een zip of een webadres. / A folder, a ZIP or a web address.
    """
    from trendrapport.inspecting.copies import copy_at
    from trendrapport.inspecting.noticing import noticed

    spoken = language or language_of(Path())
    found = noticed(copy_at(old), copy_at(new), partial(show_progress, "pages"))
    text = _written(found, form, spoken)
    if output:
        output.write_text(click.unstyle(text), "utf-8")
        say(_WRITTEN.filled(path=visible(str(output))), spoken)
    else:
        click.echo(text, nl=not text.endswith("\n"))
    lost = found.gone or any(files.gone for files in found.others)
    sys.exit(1 if strict and lost else 0)


def _written(found: Noticed, form: str, language: Language) -> str:
    """What readers notice, in a form."""
    if form == "text":
        from trendrapport.terminal.noticed import lines

        return "\n".join(lines(found, language))
    if form in _FINDINGS:
        from trendrapport.diagnostics import ordered
        from trendrapport.inspecting.findings import findings

        printer = import_module(f"trendrapport.diagnostics.printers.{form}")
        return str(printer.show(ordered(findings(found)), language))
    return str(import_module(f"trendrapport.inspecting.forms.{form}").written(found, language))
