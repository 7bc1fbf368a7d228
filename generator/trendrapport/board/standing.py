"""How far each text of a report is."""

from __future__ import annotations

from dataclasses import dataclass

from trendrapport.diagnostics import Diagnostic, Language

UNREADABLE = "unreadable"
"""The state of a text whose fields cannot be read."""


@dataclass(frozen=True)
class Translated:
    """A translation of a text."""

    language: Language
    path: str
    is_behind: bool
    """Whether its original changed after it."""


@dataclass(frozen=True)
class Standing:
    """How far one text is."""

    path: str
    kind: str
    edition: str | None
    title: str
    """Its title, or the name of its file while it has none."""
    state: str
    """`draft`, `review`, `final`, `unreadable`, or the day (YYYY-MM-DD) from which readers get it."""
    authors: tuple[str, ...] = ()
    findings: int = 0
    missing: tuple[str, ...] = ()
    """The required fields that it does not have."""
    words: int = 0
    figures: int = 0
    sources: int = 0
    translations: tuple[Translated, ...] = ()
    ease: int | None = None
    """Its reading ease, from 0 to 100; None for a text that is too short to tell."""
    changed: str | None = None
    """The day of its last commit, or else that of its file."""
    age: int | None = None
    """The days since then."""


@dataclass(frozen=True)
class Group:
    """The texts of an edition; those that belong to none have no name."""

    edition: str | None
    title: str
    standings: tuple[Standing, ...]


@dataclass(frozen=True)
class Look:
    """A report as its makers look at it."""

    groups: tuple[Group, ...] = ()
    advice: tuple[Diagnostic, ...] = ()
    """What could be better, which is theirs to judge."""
