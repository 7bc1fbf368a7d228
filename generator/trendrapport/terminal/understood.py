"""Shows what was understood of a table, asks what is doubtful, and says how to answer without a keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import CannotRunError, Language, Text
from trendrapport.terminal.asking import choose
from trendrapport.terminal.printing import say

if TYPE_CHECKING:
    from trendrapport.intake.origin import Origin
    from trendrapport.intake.understanding import Understanding
    from trendrapport.intake.writing import Files

_NO_PAIR = Text(
    nl='Schrijf bij --set een naam en een waarde, zoals --set numbers=comma. Dit is geen paar: "{text}".',
    en='Write a name and a value with --set, such as --set numbers=comma. This is not a pair: "{text}".',
)
_DOUBTS = Text(
    nl=(
        "Niets geschreven: er zijn nog vragen. Antwoord met --set {example}; met --yes geldt wat is "
        "voorgesteld."
    ),
    en=(
        "Nothing was written: there are questions left. Answer with --set {example}; with --yes, what is "
        "proposed applies."
    ),
)
_NO_PROPOSAL = Text(
    nl="Niets geschreven: op deze vragen is geen antwoord voorgesteld. Antwoord met --set {example}.",
    en="Nothing was written: for these questions, no answer is proposed. Answer with --set {example}.",
)


def pairs_of(pairs: Sequence[str]) -> dict[str, str]:
    """The answers that --set gives."""
    found = {}
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if not sign or not key.strip():
            raise CannotRunError(_NO_PAIR.filled(text=pair))
        found[key.strip()] = value.strip()
    return found


def understood(
    origin: Origin, answers: dict[str, str], language: Language, *, yes: bool, ask: bool
) -> tuple[Understanding, dict[str, str]]:
    """What is understood of an origin, with the answers that were given, asked or taken."""
    found = origin.understand(answers, language)
    if ask:
        _show(origin, found, language)
        click.echo("", err=True)
    while doubt := next((one for one in found.doubts if ask or (yes and one.proposed)), None):
        answer = choose(doubt, language) if ask else str(doubt.proposed)
        answers = {**answers, doubt.key: answer}
        found = origin.understand(answers, language)
    _show(origin, found, language)
    return found, answers


def _show(origin: Origin, found: Understanding, language: Language) -> None:
    """Prints what was understood: the columns, and how each thing could be read otherwise."""
    from trendrapport.intake.telling import column_rows, heading, understood_rows
    from trendrapport.terminal.tables import aligned

    click.echo(click.style(heading(origin.name, found).of(language), bold=True), err=True)
    click.echo(aligned(column_rows(found, language), headed=True), err=True)
    click.echo("", err=True)
    click.echo(aligned(understood_rows(found, language)), err=True)


def show_doubts(found: Understanding, language: Language, *, yes: bool, before: str = "") -> None:
    """Prints what is asked, with the choices, and how to answer: `before` and the name of the question."""
    from trendrapport.intake.telling import doubt_rows
    from trendrapport.terminal.tables import aligned

    for doubt in found.doubts:
        click.echo(f"\n{click.style(doubt.question.of(language), fg='yellow', bold=True)}", err=True)
        click.echo(aligned(doubt_rows(doubt, language)), err=True)
    first = found.doubts[0]
    how = _DOUBTS
    if yes:
        how = _NO_PROPOSAL
    say(Text("", ""), language)
    say(how.filled(example=f"{before}{first.key}={first.choices[0].value}"), language)


def files_of(
    table: str, found: Understanding, origin: Origin, answers: dict[str, str], language: Language
) -> Files:
    """The texts of the two files of the table."""
    from trendrapport.intake.descriptor import descriptor
    from trendrapport.intake.writing import Files
    from trendrapport.runtime.day import today

    text = descriptor(table, found, origin, answers, today(), language)
    return Files(table, found.table.csv(), text)
