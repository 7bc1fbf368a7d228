"""Gives an entry, a chart or a table another name, with all that refers to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import Text, counted
from trendrapport.diagnostics.visible import visible
from trendrapport.terminal.ending import expect_report
from trendrapport.terminal.language import language_of
from trendrapport.terminal.options import ROOT, WORK, Examples
from trendrapport.terminal.printing import say, tell

if TYPE_CHECKING:
    from trendrapport.editing.renaming.renamed import Renamed

_NONE = Text(nl="Niets verwees ernaar.", en="Nothing referred to it.")
_ONE = Text(nl="1 verwijzing aangepast.", en="1 reference changed.")
_MORE = Text(nl="{count} verwijzingen aangepast.", en="{count} references changed.")
_REDIRECTS = Text(nl="Het oude adres leidt door.", en="The old address redirects.")
_NO_REDIRECT = Text(
    nl="Een adres met de oude naam leidt niet door.", en="An address with the old name does not redirect."
)
_DRY = Text(nl="Er is niets veranderd.", en="Nothing was changed.")


@click.command(cls=Examples, epilog="trendrapport rename digitale-veiligheid digitale-weerbaarheid")
@click.argument("old")
@click.argument("new")
@ROOT
@WORK
@click.option(
    "--edition", help="Alleen in deze editie; anders in alle. / Only in this edition; by default in all."
)
@click.option(
    "--dry-run", is_flag=True, help="Toon alleen wat er zou veranderen. / Only show what would change."
)
def command(old: str, new: str, root: Path, work: str, edition: str | None, dry_run: bool) -> None:
    """Hernoem iets, met alles wat ernaar verwijst. / Rename something, with all that refers to it.

    OLD: de naam van een onderdeel, grafiek, tabel, persoon, bron of begrip, of het pad van het bestand; zo
    nodig met de soort ervoor, zoals chart/woningen. / The name of an entry, chart, table, person, source or
    term, or the path of its file; if needed after its kind, such as chart/houses.
    """
    expect_report(root)
    from trendrapport.pipeline.renaming import Name, rename
    from trendrapport.terminal.mended import differences

    renamed, former = rename(root, Name(old, new, edition), tell, work, write_files=not dry_run)
    for path, to in renamed.moved.items():
        click.echo(f"{visible(path)} → {visible(to)}")
    if dry_run:
        for line in differences(renamed.files, former, renamed.moved):
            click.echo(line)
    say(_summary(renamed) + (_DRY if dry_run else Text("", "")), language_of(root))


def _summary(renamed: Renamed) -> Text:
    count = counted(renamed.count, _ONE, _MORE) if renamed.count else _NONE
    return count + (_REDIRECTS if renamed.redirects else _NO_REDIRECT)
