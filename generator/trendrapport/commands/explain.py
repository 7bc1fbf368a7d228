"""Shows the manual page of a finding."""

from __future__ import annotations

import shutil
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import CannotRunError, Language, Text
from trendrapport.terminal.language import language_of
from trendrapport.terminal.options import ROOT, Examples

if TYPE_CHECKING:
    from trendrapport.manual.pages import Page

_NO_CODE = Text(nl='De melding "{code}" bestaat niet.', en='The finding "{code}" does not exist.')
_ALL = Text(
    nl="Alle meldingen: trendrapport explain, zonder naam.", en="All findings: trendrapport explain, alone."
)

_PAGES = Text(nl="Bladzijden, in het Engels: ", en="Pages: ")


@click.command(cls=Examples, epilog="trendrapport explain broken-link --language nl")
@click.argument("code", required=False)
@ROOT
@click.option(
    "--language",
    type=click.Choice(["nl", "en"]),
    help="Taal van de uitleg; anders die van het rapport. / Language of the page; by default the report's.",
)
def command(code: str | None, root: Path, language: Language | None) -> None:
    """Leg een melding uit. / Explain a finding.

    CODE: de naam in een melding, zoals broken-link, of een bladzijde die een melding noemt, zoals
    docs/charts.md; zonder naam verschijnen ze allemaal. / The name in a finding, such as broken-link, or a
    page that a finding names, such as docs/charts.md; without one, all of them are listed.
    """
    from trendrapport.manual.guides import guide, guides
    from trendrapport.manual.pages import pages

    spoken = language or language_of(root)
    if code is None:
        for page in pages(spoken):
            click.echo(f"{click.style(page.name, bold=True)}: {page.summary}")
            click.echo(_listed(page))
        click.echo(_PAGES.of(spoken) + ", ".join(f"docs/{name}.md" for name in guides()))
        return
    click.echo(guide(code) or _explained(code, spoken))


def _listed(page: Page) -> str:
    """The codes that a page is about."""
    names = ", ".join(sorted(page.codes))
    return textwrap.fill(names, _width(), initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)


def _explained(code: str, language: Language) -> str:
    """The page of a code. Raises CannotRunError, with the nearest code, where there is none."""
    from trendrapport.diagnostics import did_you_mean
    from trendrapport.manual.pages import codes, page_of
    from trendrapport.terminal.manual_page import on_terminal

    page = page_of(code, language)
    if page is None:
        raise CannotRunError(_NO_CODE.filled(code=code) + did_you_mean(code, codes(), Text("", "")) + _ALL)
    return f"{click.style(code, bold=True)}\n\n{on_terminal(page, code, _width())}"


def _width() -> int:
    return shutil.get_terminal_size().columns
