"""How far a text is, in the words of a language."""

from __future__ import annotations

from dataclasses import dataclass

from trendrapport.board.standing import Group, Standing
from trendrapport.language.labels import Labels
from trendrapport.model.vocabulary import singular

_DAYS_IN_WEEK, _DAYS_IN_MONTH, _DAYS_IN_YEAR = 7, 30, 365
_TWO = 2


@dataclass(frozen=True)
class Row:
    """What a table says of a text; empty where there is nothing to say."""

    state: str
    title: str
    kind: str
    authors: str
    words: str
    figures: str
    sources: str
    ease: str
    findings: str
    age: str
    missing: str
    translations: str

    @property
    def notes(self) -> tuple[str, ...]:
        """What comes below the title."""
        return tuple(note for note in (self.kind, self.authors, self.missing, self.translations) if note)


def row(one: Standing, labels: Labels) -> Row:
    """The row of a text."""
    return Row(
        _state(one, labels),
        one.title,
        singular(one.kind).of(labels.language),
        ", ".join(one.authors),
        _count(one.words, labels),
        _count(one.figures, labels),
        _count(one.sources, labels),
        "" if one.ease is None else str(one.ease),
        _count(one.findings, labels),
        _age(one.age, labels),
        labels("board_missing", fields=", ".join(one.missing)) if one.missing else "",
        _translations(one, labels),
    )


def title(group: Group, labels: Labels) -> str:
    """What a group is called."""
    return group.title or labels("board_outside")


def _count(number: int, labels: Labels) -> str:
    return labels.number(number) if number else ""


def _state(one: Standing, labels: Labels) -> str:
    states = labels.group("board_states")
    if one.state in states:
        return states[one.state]
    return labels("board_from", date=labels.date(one.state))


def _age(days: int | None, labels: Labels) -> str:
    """How long ago something was, in the largest unit of which there are at least two."""
    if days is None:
        return ""
    if days == 0:
        return labels("board_today")
    units = (("years", _DAYS_IN_YEAR), ("months", _DAYS_IN_MONTH), ("weeks", _DAYS_IN_WEEK))
    name, length = next((unit for unit in units if days >= _TWO * unit[1]), ("days", 1))
    return labels.count(f"board_{name}", days // length)


def _translations(one: Standing, labels: Labels) -> str:
    told = []
    for translated in one.translations:
        name = labels.language_named(translated.language)
        label = "board_behind" if translated.is_behind else "board_translated"
        told.append(labels(label, language=name))
    return ", ".join(told)
