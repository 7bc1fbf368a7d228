"""Prints findings, counts, messages and progress."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from importlib import import_module
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import Language, Text, with_commas

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trendrapport.diagnostics import Diagnostic

_COLOURS = {"fout": "red", "error": "red", "advies": "cyan", "advice": "cyan"}
_ONE = {
    "part": Text(nl="onderdeel", en="part"),
    "chart": Text(nl="grafiek", en="chart"),
    "page": Text(nl="pagina", en="page"),
    "file": Text(nl="bestand", en="file"),
    "address": Text(nl="webadres", en="web address"),
    "error": Text(nl="fout", en="error"),
    "warning": Text(nl="waarschuwing", en="warning"),
    "advice": Text(nl="advies", en="piece of advice"),
}
_MORE = {
    "part": Text(nl="onderdelen", en="parts"),
    "chart": Text(nl="grafieken", en="charts"),
    "page": Text(nl="pagina's", en="pages"),
    "file": Text(nl="bestanden", en="files"),
    "address": Text(nl="webadressen", en="web addresses"),
    "error": Text(nl="fouten", en="errors"),
    "warning": Text(nl="waarschuwingen", en="warnings"),
    "advice": Text(nl="adviezen", en="pieces of advice"),
}


def show(diagnostics: Sequence[Diagnostic], language: Language, form: str) -> None:
    """Prints the findings in a form of `diagnostics/printers/`, and in text how many there are."""
    printer = import_module(f"trendrapport.diagnostics.printers.{form}")
    shown = printer.show(diagnostics, language)
    if not shown:
        return
    if form != "text":
        click.echo(shown)
        return
    lines = [_coloured(line) for line in shown.split("\n")]
    click.echo("\n".join(lines), color=False if os.environ.get("NO_COLOR") else None)
    say(_number_of_each(diagnostics), language)


def _number_of_each(diagnostics: Sequence[Diagnostic]) -> Text:
    """How many errors and warnings there are, and how much advice if any."""
    numbers = Counter(finding.severity.value for finding in diagnostics)
    counts = [counted("error", numbers["error"]), counted("warning", numbers["warning"])]
    if numbers["advice"]:
        counts.append(counted("advice", numbers["advice"]))
    told = with_commas(counts)
    return Text(nl=f"{told.nl}.", en=f"{told.en}.")


def counted(name: str, number: int) -> Text:
    """How many there are of something."""
    words = _MORE[name]
    if number == 1:
        words = _ONE[name]
    return Text(nl=f"{number} {words.nl}", en=f"{number} {words.en}")


def say(message: Text, language: Language) -> None:
    """Prints a message in the report's language."""
    click.echo(message.of(language), err=True)


def tell(message: Text) -> None:
    """Prints a message in both languages, before the report's language is known."""
    click.echo(f"{message.nl}\n{message.en}", err=True)


def show_left_out(left_out: str) -> None:
    """Prints what readers do not get yet, if there is any."""
    if left_out:
        click.echo(left_out, err=True)


def show_progress(stage: str, done: int, of: int) -> None:
    """Prints how much of a stage is done, on one line of a terminal."""
    if sys.stderr.isatty():
        click.echo(f"\r{stage} {done}/{of}", nl=done == of, err=True)


def _coloured(line: str) -> str:
    """Position and message bold, the severity in its colour; why and how to fix it as they are."""
    match = re.match(r"(.*?:\d+:\d+: )(\w+)(.*)", line, re.ASCII)
    if not match or line.startswith("  "):
        return line
    position, severity, message = match.groups()
    colour = _COLOURS.get(severity, "yellow")
    return (
        click.style(position, bold=True)
        + click.style(severity, fg=colour, bold=True)
        + click.style(message, bold=True)
    )
