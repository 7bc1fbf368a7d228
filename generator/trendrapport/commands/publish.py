"""Builds a report and puts its site online."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import Text
from trendrapport.diagnostics.visible import visible
from trendrapport.terminal.ending import expect_report
from trendrapport.terminal.language import language_of
from trendrapport.terminal.options import CODE, FORMAT, ROOT, WORK, Examples
from trendrapport.terminal.printing import say, show, show_left_out, show_progress, tell

if TYPE_CHECKING:
    from trendrapport.sending.changes import Changes

_NOT_SENT = Text(
    nl="Er is niets gepubliceerd; lezers zien de vorige site.",
    en="Nothing was published; readers see the previous site.",
)
_SAME = Text(
    nl="{address} heeft deze site al; er is niets gestuurd.",
    en="{address} has this site already; nothing was sent.",
)
_SENT = Text(nl="Gepubliceerd naar {address}: {counts}.", en="Published to {address}: {counts}.")
_WOULD = Text(
    nl="Dit zou naar {address} gaan: {counts}. Er is niets gestuurd.",
    en="This would go to {address}: {counts}. Nothing was sent.",
)
_COUNTS = Text(
    nl="{new} nieuw, {changed} veranderd, {removed} verwijderd",
    en="{new} new, {changed} changed, {removed} removed",
)


@click.command(cls=Examples, epilog="trendrapport publish sftp://user@host/srv/www/trends")
@click.argument("target")
@ROOT
@FORMAT
@click.option("--strict", is_flag=True, help="Stop ook bij waarschuwingen. / Stop at warnings too.")
@click.option(
    "--dry-run", is_flag=True, help="Toon alleen wat er zou worden gestuurd. / Only show what would be sent."
)
@click.option("--back", is_flag=True, help="Zet de vorige site terug. / Put the previous site back.")
@WORK
@CODE
def command(
    target: str, root: Path, form: str, strict: bool, dry_run: bool, back: bool, work: str, code: bool
) -> None:
    """Bouw het rapport en zet de site online. / Build the report and put its site online.

    TARGET: een map, git:REPOSITORY#BRANCH, s3://BUCKET/MAP of sftp://GEBRUIKER@HOST/MAP. / A folder,
    git:REPOSITORY#BRANCH, s3://BUCKET/FOLDER or sftp://USER@HOST/FOLDER.
    """
    expect_report(root)
    from trendrapport import pipeline
    from trendrapport.pipeline import sending

    language = language_of(root)
    if back:
        changes = sending.back(root, target, work, show_progress, tell, dry_run=dry_run)
        say(_told(target, changes, dry_run=dry_run), language)
        return
    options = pipeline.Options(strict=strict, work=work, code=code)
    try:
        sent = sending.publish(root, target, options, show_progress, tell, dry_run=dry_run)
    finally:
        pipeline.stop()
    show(sent.result.diagnostics, sent.result.language, form)
    if sent.changes is None:
        say(_NOT_SENT, language)
        sys.exit(1)
    show_left_out(sent.result.left_out)
    for path in _paths(sent.changes) if dry_run else ():
        click.echo(visible(path))
    say(_told(target, sent.changes, dry_run=dry_run), language)


def _told(target: str, changes: Changes, *, dry_run: bool) -> Text:
    """What was sent, in one line."""
    address = visible(target)
    if changes.are_none:
        return _SAME.filled(address=address)
    counts = _COUNTS.filled(new=len(changes.new), changed=len(changes.changed), removed=len(changes.removed))
    return (_WOULD if dry_run else _SENT).filled(address=address, counts=counts)


def _paths(changes: Changes) -> list[str]:
    """Each file with a sign before it: + new, ~ changed, - removed."""
    signs = (("+", changes.new), ("~", changes.changed), ("-", changes.removed))
    return [f"{sign} {path}" for sign, paths in signs for path in paths]
