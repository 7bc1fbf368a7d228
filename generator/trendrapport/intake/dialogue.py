"""What was understood of a file, what is doubtful in it, and the answers of whoever knows.

The same values serve a terminal, the arguments of a command and tests. A step asks by a key and gets one
value back: what was answered, or else what is proposed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from trendrapport.diagnostics import CannotRunError, Text, choose_from
from trendrapport.intake.sheet import Place

FREE = "*"
"""The value of a choice that stands for any text."""


@dataclass(frozen=True)
class Choice:
    """One way to read something: the value that answers with it, and what it means."""

    value: str
    means: Text


@dataclass(frozen=True)
class Doubt:
    """Something that can be read in more than one way.

    Nothing is proposed where the ways are equally likely.
    """

    key: str
    at: Place
    question: Text
    choices: tuple[Choice, ...]
    proposed: str | None = None

    def means(self, value: str) -> Text:
        """What a choice means; of free text, the text."""
        for choice in self.choices:
            if choice.value == value:
                return choice.means
        return Text(value, value)

    def allows(self, value: str) -> bool:
        """Whether a value is one of the choices."""
        values = {choice.value for choice in self.choices}
        return value in values or (FREE in values and bool(value.strip()))


@dataclass(frozen=True)
class Understood:
    """Something that was understood: where, what, and how else it could be read.

    Another choice is made by answering with its value.
    """

    key: str
    at: Place
    what: Text
    chosen: str = ""
    otherwise: tuple[Choice, ...] = ()


_UNKNOWN_KEY = Text(
    nl='Er is geen vraag met de naam "{key}" over dit bestand.',
    en='There is no question called "{key}" about this file.',
)
_NO_QUESTIONS = Text(nl="Er zijn geen vragen over dit bestand.", en="There are no questions about this file.")
_WRONG_VALUE = Text(
    nl='"{value}" is geen antwoord op {key}.',
    en='"{value}" is not an answer to {key}.',
)


@dataclass
class Dialogue:
    """Answers by key; and what was understood and asked, in the order in which steps came to it."""

    answers: Mapping[str, str] = field(default_factory=dict)
    understood: list[Understood] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    known: dict[str, None] = field(default_factory=dict)
    """The keys that can be answered, also where there is no doubt."""

    def tell(self, key: str, at: Place, what: Text) -> None:
        """Says what was understood where nothing else is possible."""
        self.understood.append(Understood(key, at, what))

    def sure(self, doubt: Doubt, what: Text | None = None) -> str:
        """The answer, or what is proposed, which is certain enough not to ask; it is told, and can be
        answered otherwise.
        """
        self.known[doubt.key] = None
        chosen = self._answer(doubt) or doubt.proposed or doubt.choices[0].value
        told = what
        if told is None or chosen != doubt.proposed:
            told = doubt.means(chosen)
        others = tuple(choice for choice in doubt.choices if choice.value != chosen)
        self.understood.append(Understood(doubt.key, doubt.at, told, chosen, others))
        return chosen

    def ask(self, doubt: Doubt) -> str:
        """The answer; if there is none yet, the doubt stays open, and what is proposed or comes first is used
        to go on.
        """
        if self._answer(doubt):
            return self.sure(doubt)
        self.known[doubt.key] = None
        self.doubts.append(doubt)
        return doubt.proposed or doubt.choices[0].value

    def ask_unless(self, certain: bool, doubt: Doubt, what: Text | None = None) -> str:  # noqa: FBT001
        """Asks, unless it is certain."""
        if certain:
            return self.sure(doubt, what)
        return self.ask(doubt)

    def given(self, key: str) -> str | None:
        """An answer to what is never asked, such as another unit of a column."""
        self.known[key] = None
        return self.answers.get(key)

    def check_answers(self) -> None:
        """Refuses answers to what was not asked: a typing error would change nothing without a word."""
        for key in self.answers:
            if key not in self.known:
                known = list(self.known)
                rest = _NO_QUESTIONS
                if known:
                    rest = choose_from(key, known)
                raise CannotRunError(_UNKNOWN_KEY.filled(key=key) + rest)

    def _answer(self, doubt: Doubt) -> str | None:
        value = self.answers.get(doubt.key)
        if value is None:
            return None
        if not doubt.allows(value):
            choices = [choice.value for choice in doubt.choices]
            raise CannotRunError(
                _WRONG_VALUE.filled(value=value, key=doubt.key) + choose_from(value, choices)
            )
        return value


def key_of(*parts: str) -> str:
    """A key of several parts; what a shell would read otherwise is left out of names."""
    return ".".join(re.sub(r"[^\w'’()-]+", "_", part).strip("_") for part in parts)
