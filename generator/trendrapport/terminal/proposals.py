"""Shows the charts that a table could become, and asks which of them it will be."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence

import click

from trendrapport.charts.plan import Plan
from trendrapport.charts.proposing.proposals import Proposal
from trendrapport.charts.proposing.reasons import reason
from trendrapport.charts.proposing.sketches import sketched
from trendrapport.charts.tables.table import Table
from trendrapport.charts.theme import Theme
from trendrapport.diagnostics import CannotRunError, Language, Text, enumerated
from trendrapport.diagnostics.visible import visible
from trendrapport.terminal.asking import can_ask

WIDEST = 100
INDENT = "     "

_WHICH = Text(
    nl="Welke grafiek wordt het? Een nummer of een soort", en="Which chart will it be? A number or a kind"
)
_TITLE = Text(
    nl="Wat laat de grafiek zien, in één zin? Enter: dat schrijft u later",
    en="What does the chart show, in one sentence? Enter: you will write it later",
)
_NO_CHOICE = Text(nl='"{answer}" is geen van deze.', en='"{answer}" is none of these.')
_NOBODY = Text(
    nl="Kies een soort met --kind, of neem de eerste met --yes: {kinds}.",
    en="Choose a kind with --kind, or take the first with --yes: {kinds}.",
)


def is_attended() -> bool:
    """Whether somebody is there to read and to answer."""
    return can_ask() and sys.stderr.isatty()


def show(found: Sequence[Proposal], table: Table, language: Language) -> None:
    """Prints each proposal with its reason and a sketch."""
    width = min(WIDEST, shutil.get_terminal_size().columns) - len(INDENT)
    for number, one in enumerate(found, 1):
        click.echo("\n".join(_lines(number, one, table, language, width)), err=True)


def _lines(number: int, one: Proposal, table: Table, language: Language, width: int) -> Iterator[str]:
    yield f"{number:3}. {one.chart.kind}"
    yield click.wrap_text(visible(reason(one, table).of(language)), width, INDENT, INDENT)
    for line in sketched(one.suits.sketch, Plan("", one.chart, table, Theme(language)), width):
        yield f"{INDENT}{line}"
    yield ""


def ask_which(found: Sequence[Proposal], language: Language) -> Proposal:
    """The proposal that somebody chooses, by its number or kind; the first at once on Enter.

    Raises CannotRunError, with the kinds to choose from, if nobody is there to answer.
    """
    if not is_attended():
        raise CannotRunError(_NOBODY.filled(kinds=enumerated(one.chart.kind for one in found)))
    named = {one.chart.kind: one for one in found} | {str(number): one for number, one in enumerate(found, 1)}
    while True:
        answer = click.prompt(_WHICH.of(language), default=found[0].chart.kind, err=True).strip().lower()
        if answer in named:
            return named[answer]
        click.echo(visible(_NO_CHOICE.filled(answer=answer).of(language)), err=True)


def ask_title(language: Language) -> str:
    """What somebody writes as the title; empty if that is for later."""
    answer: str = click.prompt(_TITLE.of(language), default="", show_default=False, err=True)
    return answer.strip()
