"""Questions on a terminal: choices by number, a text of one's own, yes or no."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Protocol

import click

from trendrapport.diagnostics import Language, Text
from trendrapport.diagnostics.visible import visible

_FREE = "*"
_NUMBER = Text(nl="Nummer", en="Number")
_TEXT = Text(nl="Tekst", en="Text")
_WRONG = Text(nl="Typ een nummer van 1 tot en met {most}.", en="Type a number from 1 to {most}.")
_YES = {"j": True, "ja": True, "y": True, "yes": True, "n": False, "nee": False, "no": False}
_YES_OR_NO = Text(nl="[J/n]", en="[Y/n]")


class Choice(Protocol):
    """One answer: its value, where `*` stands for a text of one's own, and what it means."""

    @property
    def value(self) -> str:
        """The value."""

    @property
    def means(self) -> Text:
        """What it means."""


class Question(Protocol):
    """What is asked, the choices, and the value of the one that is proposed."""

    @property
    def question(self) -> Text:
        """The question."""

    @property
    def choices(self) -> Sequence[Choice]:
        """The answers to choose from."""

    @property
    def proposed(self) -> str | None:
        """The value that applies when nothing is typed."""


def can_ask() -> bool:
    """Whether somebody is at the keyboard."""
    return sys.stdin.isatty()


def choose(asked: Question, language: Language) -> str:
    """The value of the choice that somebody makes, or the text that they type."""
    click.echo(f"\n{click.style(visible(asked.question.of(language)), bold=True)}", err=True)
    values = [choice.value for choice in asked.choices]
    for number, choice in enumerate(asked.choices, 1):
        click.echo(f"  {number}  {visible(choice.means.of(language))}", err=True)
    default = None
    if asked.proposed in values:
        default = values.index(asked.proposed) + 1
    while True:
        typed = str(click.prompt(_NUMBER.of(language), default=default, err=True)).strip()
        if typed.isdecimal() and 1 <= int(typed) <= len(values):
            break
        click.echo(_WRONG.filled(most=len(values)).of(language), err=True)
    value = values[int(typed) - 1]
    if value == _FREE:
        return str(click.prompt(_TEXT.of(language), err=True)).strip()
    return value


def confirm(question: Text, language: Language) -> bool:
    """Whether somebody agrees, which the enter key does too."""
    while True:
        shown = f"\n{question.of(language)} {_YES_OR_NO.of(language)}"
        typed = str(click.prompt(shown, default="", show_default=False, err=True)).strip().casefold()
        if not typed:
            return True
        if typed in _YES:
            return _YES[typed]
