"""Helps a text editor while a report is typed."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import click

from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.terminal.ending import expect_report
from trendrapport.terminal.options import ROOT, Examples

_MISSING = Text(
    nl="Hiervoor ontbreekt een bibliotheek. Installeer die met: pip install 'trendrapport[editors]'",
    en="A library is missing for this. Install it with: pip install 'trendrapport[editors]'",
)


@click.command(cls=Examples, epilog="trendrapport lsp --root mijn-rapport")
@ROOT
def command(root: Path) -> None:
    """Help een teksteditor tijdens het typen (Language Server Protocol). / Help a text editor while you type
    (Language Server Protocol).
    """
    expect_report(root)
    if find_spec("pygls") is None:
        raise CannotRunError(_MISSING)
    from trendrapport.language_server.server import start

    start(root)
