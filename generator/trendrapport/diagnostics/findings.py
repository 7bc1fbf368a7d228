"""A finding: where it is, what is wrong, why that matters and how to fix it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from trendrapport.diagnostics.changes import Change
from trendrapport.diagnostics.places import Location
from trendrapport.diagnostics.texts import Language, Text
from trendrapport.diagnostics.visible import visible


class Severity(StrEnum):
    """An error stops the build; a warning only does so with `--strict`; advice never does."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True)
class Diagnostic:
    """One finding: where it is, a code named after the wrong pattern, and what, why and how to fix it."""

    location: Location
    code: str
    what: Text
    why: Text
    fix: Text
    severity: Severity = Severity.ERROR
    changes: tuple[Change, ...] = ()
    """What mends it; empty if that takes somebody who knows what was meant."""

    def sentences(self, language: Language) -> str:
        """What, why and how to fix it as running text, for forms that have one field for all three."""
        return " ".join(_sentence(text.of(language)) for text in (self.what, self.why, self.fix))


class CannotRunError(Exception):
    """Why a command can do nothing at all, such as a folder that holds something else; in both languages."""

    def __init__(self, why: Text) -> None:
        super().__init__(f"{visible(why.nl)}\n{visible(why.en)}")


Texts = tuple[Text, Text, Text]
"""What is wrong, why that matters and how to fix it."""


def every_filled(texts: Texts, **values: object) -> Texts:
    """The same with values in all three, for those that name one in why or how as well."""
    what, why, fix = (text.filled(**values) for text in texts)
    return what, why, fix


def finding(at: Location, code: str, texts: Texts, **values: object) -> Diagnostic:
    """An error of these texts; values go into what it says is wrong, which without any is left as it is."""
    what, why, fix = texts
    if values:
        what = what.filled(**values)
    return Diagnostic(at, code, what, why, fix)


def warning(at: Location, code: str, texts: Texts, **values: object) -> Diagnostic:
    """The same as a warning."""
    return replace(finding(at, code, texts, **values), severity=Severity.WARNING)


def advice(at: Location, code: str, texts: Texts) -> Diagnostic:
    """What could be better, which is for the editor to judge."""
    return replace(finding(at, code, texts), severity=Severity.ADVICE)


def mended_by(found: Diagnostic, *changes: Change) -> Diagnostic:
    """The same finding, with what mends it."""
    return replace(found, changes=changes)


def _sentence(text: str) -> str:
    """A text with a capital and a full stop."""
    sentence = text[:1].upper() + text[1:]
    if sentence.endswith((".", "!", "?")):
        return sentence
    return f"{sentence}."


def from_plain(values: dict[str, Any]) -> Diagnostic:
    """A diagnostic from what `dataclasses.asdict` made of it, after it was kept in a file; without what
    mends it, as only a new check knows whether that still holds.
    """
    return Diagnostic(
        location=Location(**values["location"]),
        code=values["code"],
        what=Text(**values["what"]),
        why=Text(**values["why"]),
        fix=Text(**values["fix"]),
        severity=Severity(values["severity"]),
    )


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Every distinct diagnostic once, by file, line and column."""
    return tuple(sorted(set(diagnostics), key=lambda found: (found.location, found.code, found.what.en)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them stops a build."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
