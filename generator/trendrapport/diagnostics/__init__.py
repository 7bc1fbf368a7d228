"""What can be wrong, where, why it matters and how to fix it; as plain values, in two languages.

Knows nothing of files, models or printing.
"""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Literal

from trendrapport.diagnostics.synonyms import meant_by
from trendrapport.diagnostics.visible import visible

Language = Literal["nl", "en"]
"""The languages in which a report and its messages can be written."""

LANGUAGES: tuple[Language, Language] = ("nl", "en")


class Severity(StrEnum):
    """An error stops the build; a warning only does so with `--strict`."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Location:
    """A character in a file: `path` from the report's root with forward slashes, both counts from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Text:
    """One sentence in each language, with `{name}` where a value goes."""

    nl: str
    en: str

    def filled(self, **values: object) -> Text:
        """The same sentence with its values filled in, a Text in its own language; values are never read as
        templates again.
        """
        nl = self.nl.format_map(_in_language(values, "nl"))
        en = self.en.format_map(_in_language(values, "en"))
        return Text(nl, en)

    def of(self, language: Language) -> str:
        """The sentence in one language."""
        if language == "nl":
            return self.nl
        return self.en

    def __add__(self, other: Text) -> Text:
        return Text(f"{self.nl} {other.nl}".strip(), f"{self.en} {other.en}".strip())


def _in_language(values: Mapping[str, object], language: Language) -> dict[str, str]:
    """Values as a sentence in this language has them."""
    found: dict[str, str] = {}
    for name, value in values.items():
        found[name] = value.of(language) if isinstance(value, Text) else str(value)
    return found


def counted(number: int, one: Text, many: Text) -> Text:
    """The text that goes with a number, in the singular or the plural with `{count}`."""
    if number == 1:
        return one
    return many.filled(count=number)


def shortened(value: object, most: int = 60) -> str:
    """A value as a message shows it: the start of one that is long."""
    text = str(value)
    if len(text) <= most:
        return text
    return f"{text[: most - 3]}..."


_AND = Text(nl="{first} en {last}", en="{first} and {last}")


def enumerated(values: Iterable[object]) -> Text:
    """Values as an enumeration: 2, 3 and 5."""
    *first, last = map(str, values)
    if not first:
        return Text(last, last)
    return _AND.filled(first=", ".join(first), last=last)


@dataclass(frozen=True)
class Diagnostic:
    """One finding: where it is, a code named after the wrong pattern, and what, why and how to fix it."""

    location: Location
    code: str
    what: Text
    why: Text
    fix: Text
    severity: Severity = Severity.ERROR

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


def _sentence(text: str) -> str:
    """A text with a capital and a full stop."""
    sentence = text[:1].upper() + text[1:]
    if sentence.endswith((".", "!", "?")):
        return sentence
    return f"{sentence}."


def from_plain(values: dict[str, Any]) -> Diagnostic:
    """A diagnostic from what `dataclasses.asdict` made of it, after it was kept in a file."""
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


MOST = 5
"""How many findings of one code in one file are reported; more would mostly have one cause."""

LINES = 20
"""How many of the lines with more findings are named."""

_MORE_WHAT = (
    Text(
        nl="nog 1 melding van deze soort ({code}) in dit bestand, op regel {lines}",
        en="1 more finding of this kind ({code}) in this file, on line {lines}",
    ),
    Text(
        nl="nog {count} meldingen van deze soort ({{code}}) in dit bestand, op regel {{lines}}",
        en="{count} more findings of this kind ({{code}}) in this file, on lines {{lines}}",
    ),
)
_MORE = (
    Text(nl="vaak hebben ze dezelfde oorzaak", en="they often have the same cause"),
    Text(nl="Los eerst de meldingen hierboven op.", en="Fix the findings above first."),
)


def few(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Of each code the first findings in a file, and then how many more there are.

    Of findings that are fixed in different ways, the first of each way goes before a second of another.
    """
    alike: dict[tuple[str, str], list[Diagnostic]] = {}
    for diagnostic in found:
        alike.setdefault((diagnostic.location.path, diagnostic.code), []).append(diagnostic)
    shown: list[Diagnostic] = []
    for same in alike.values():
        shown += _first_of(same)
    return shown


def _first_of(same: list[Diagnostic]) -> list[Diagnostic]:
    """The first of one code in one file, and how many more there are."""
    if len(same) <= MOST:
        return same
    chosen = _chosen(same)
    shown, rest = [], []
    for index, diagnostic in enumerate(same):
        if index in chosen:
            shown.append(diagnostic)
        else:
            rest.append(diagnostic)
    return [*shown, _more(rest)]


def _chosen(same: list[Diagnostic]) -> set[int]:
    """Which findings are reported (by index): the first of each way to fix, then the others."""
    fixes: set[Text] = set()
    first, other = [], []
    for index, diagnostic in enumerate(same):
        if diagnostic.fix in fixes:
            other.append(index)
        else:
            first.append(index)
            fixes.add(diagnostic.fix)
    return set([*first, *other][:MOST])


def _more(rest: list[Diagnostic]) -> Diagnostic:
    """That there are more findings of one code, at the first of those; an error if one of them is."""
    first = rest[0]
    lines = list(dict.fromkeys(str(diagnostic.location.line) for diagnostic in rest))
    named = ", ".join(lines[:LINES])
    if len(lines) > LINES:
        named += "..."
    what = counted(len(rest), *_MORE_WHAT).filled(code=first.code, lines=named)
    severity = Severity.ERROR if has_errors(rest) else Severity.WARNING
    return Diagnostic(first.location, "more-findings", what, *_MORE, severity)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them stops a build."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


Shown = Mapping[str, "str | Text"]
"""What readers see of each name."""

_DID_YOU_MEAN = Text(nl='Bedoelt u "{nearest}"?', en='Did you mean "{nearest}"?')
_CHOOSE_FROM = Text(nl="Kies uit: {names}.", en="Choose from: {names}.")
_NO_CHOICE = Text(
    nl="Er valt hier niets te kiezen: verwijder dit.",
    en="There is nothing to choose from here: remove this.",
)


def did_you_mean(
    name: str,
    names: Iterable[str],
    otherwise: Text,
    *,
    key: Callable[[str], str] = str.casefold,
    shown: Shown = MappingProxyType({}),
) -> Text:
    """An instruction that names the valid name nearest to `name`, followed by what else can be done.

    `key` is what is compared of each; `shown` is what readers see of a name, which an editor may have written
    instead.
    """
    near = nearest(name, names, key=key, shown=shown)
    if near is None:
        return otherwise
    return _DID_YOU_MEAN.filled(nearest=near) + otherwise


def nearest(
    name: str,
    names: Iterable[str],
    *,
    key: Callable[[str], str] = str.casefold,
    shown: Shown = MappingProxyType({}),
) -> str | None:
    """The valid name that `name` is another word for or most like, or None when there is none such."""
    known: dict[str, str] = {}
    valid = sorted(names)
    for one in valid:
        known.setdefault(key(one), one)
    for one in shown:
        for language in LANGUAGES:
            known.setdefault(key(_label(shown, one, language)), one)
    if key(name) not in known:
        meant = meant_by(name, valid)
        if meant:
            return meant
    for near in difflib.get_close_matches(key(name), known, n=1, cutoff=0.6):
        if known[near] != name:
            return known[near]
    return None


def _label(shown: Shown, name: str, language: Language) -> str:
    """What readers see of a name, in a language."""
    label = shown.get(name, name)
    if isinstance(label, Text):
        return label.of(language)
    return label


def nearest_file(path: str, paths: Iterable[str], otherwise: Text) -> Text:
    """The same for the path of a file, whose suffix is not compared."""

    def key(one: str) -> str:
        return posixpath.splitext(one)[0].casefold()

    return did_you_mean(path, paths, otherwise, key=key)


def choose_from(name: str, names: Iterable[str], shown: Shown = MappingProxyType({})) -> Text:
    """An instruction for a closed list: the nearest valid name if there is one, and the whole list with what
    readers see of each.
    """
    known = sorted(names)
    if not known:
        return _NO_CHOICE
    listed = Text(_listed(known, shown, "nl"), _listed(known, shown, "en"))
    return did_you_mean(name, known, _CHOOSE_FROM.filled(names=listed), shown=shown)


def _listed(names: Iterable[str], shown: Shown, language: Language) -> str:
    """Names as a list, each with what readers see of it where that is another word."""
    listed = []
    for name in names:
        label = _label(shown, name, language)
        listed.append(name if label == name else f"{name} ({label})")
    return ", ".join(listed)
