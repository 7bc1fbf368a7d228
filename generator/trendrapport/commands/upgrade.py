"""Shows what a newer version changes in a report's files, and writes that if agreed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import Text
from trendrapport.diagnostics.visible import visible
from trendrapport.terminal.ending import expect_report
from trendrapport.terminal.options import ROOT, WORK, Examples
from trendrapport.terminal.printing import say, show, tell

if TYPE_CHECKING:
    from trendrapport.pipeline.upgrading import Upgraded

_NOTHING = Text(
    nl="Er is niets te veranderen: dit rapport is voor deze versie.",
    en="There is nothing to change: this report is for this version.",
)
_ASK = Text(nl="Dit schrijven?", en="Write this?")
_NOT_WRITTEN = Text(
    nl="Niets geschreven. Schrijf dit met: trendrapport upgrade --yes",
    en="Nothing was written. Write this with: trendrapport upgrade --yes",
)
_EXPLANATIONS = Text(
    nl=".schema: de uitleg voor teksteditors wordt opnieuw gemaakt.",
    en=".schema: the explanations for text editors are made anew.",
)
_BY_HAND = Text(
    nl="Doe eerst wat hierboven staat, en dan opnieuw: trendrapport upgrade",
    en="First do what is above, and then again: trendrapport upgrade",
)


@click.command(cls=Examples, epilog="trendrapport upgrade --dry-run")
@ROOT
@WORK
@click.option("--yes", is_flag=True, help="Schrijf zonder te vragen. / Write without asking.")
@click.option(
    "--dry-run", is_flag=True, help="Toon alleen wat er zou veranderen. / Only show what would change."
)
def command(root: Path, work: str, yes: bool, dry_run: bool) -> None:
    """Maak een rapport geschikt voor deze versie. / Bring a report up to this version.

    Getoond wordt wat een nieuwere versie anders leest, en hoe de bestanden dan worden: nieuwe namen van
    sleutels, standaardwaarden die zijn veranderd, en de versie zelf. Opmerkingen blijven staan. / Shown is
    what a newer version reads otherwise, and how the files then become: new names of keys, defaults that
    changed, and the version itself. Comments stay.
    """
    expect_report(root)
    from trendrapport.pipeline.upgrading import upgrade

    found = upgrade(root, tell, work)
    if not found.files and not found.left:
        say(_NOTHING, found.language)
        return
    _show(found)
    if found.files and not dry_run and (yes or _agreed(found)):
        found.save(root)
        for path in found.files:
            click.echo(visible(path))
        sys.exit(_left(found))
    if found.files:
        say(_NOT_WRITTEN, found.language)
    _left(found)
    sys.exit(1)


def _show(found: Upgraded) -> None:
    """Prints how files change, and why."""
    from trendrapport.terminal.mended import differences

    for line in differences(found.own_files, found.former, {}):
        click.echo(line, err=True)
    if len(found.own_files) < len(found.files):
        say(_EXPLANATIONS, found.language)
    for one in found.done:
        say(Text(f"{one.location}: {one.what.nl}", f"{one.location}: {one.what.en}"), found.language)
    show(found.left, found.language, "text")


def _agreed(found: Upgraded) -> bool:
    """Whether somebody at the keyboard agrees."""
    from trendrapport.terminal.asking import can_ask, confirm

    return can_ask() and confirm(_ASK, found.language)


def _left(found: Upgraded) -> int:
    """Says that something is left to do by hand, if it is; gives the exit code."""
    if found.left:
        say(_BY_HAND, found.language)
    return int(bool(found.left))
