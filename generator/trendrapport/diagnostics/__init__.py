"""What can be wrong, where, why it matters and how to mend it; as plain values, in two languages.

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
        """The same sentence with its values in place, a Text in its own language; values are never read as
        templates again.
        """
        nl, en = (
            {
                name: value.of(language) if isinstance(value, Text) else str(value)
                for name, value in values.items()
            }
            for language in LANGUAGES
        )
        return Text(self.nl.format_map(nl), self.en.format_map(en))

    def of(self, language: Language) -> str:
        """The sentence in one language."""
        return self.nl if language == "nl" else self.en

    def __add__(self, other: Text) -> Text:
        return Text(f"{self.nl} {other.nl}".strip(), f"{self.en} {other.en}".strip())


def counted(number: int, one: Text, many: Text) -> Text:
    """The text that goes with a number, in the singular or the plural with `{count}`."""
    return one if number == 1 else many.filled(count=number)


def shortened(value: object, most: int = 60) -> str:
    """A value as a message shows it: the start of one that is long."""
    text = str(value)
    return text if len(text) <= most else f"{text[: most - 3]}..."


_AND = Text(nl="{first} en {last}", en="{first} and {last}")


def enumerated(values: Iterable[object]) -> Text:
    """Values as an enumeration: 2, 3 and 5."""
    *first, last = map(str, values)
    return _AND.filled(first=", ".join(first), last=last) if first else Text(last, last)


@dataclass(frozen=True)
class Diagnostic:
    """One finding: the place, a code named after the wrong pattern, and what, why and how to mend it."""

    location: Location
    code: str
    what: Text
    why: Text
    fix: Text
    severity: Severity = Severity.ERROR

    def sentences(self, language: Language) -> str:
        """What, why and how to mend it as running text, for where there is one place for all three."""
        return " ".join(_sentence(text.of(language)) for text in (self.what, self.why, self.fix))


class CannotRunError(Exception):
    """Why a command can do nothing at all, such as a folder that holds something else; told in both
    languages.
    """

    def __init__(self, why: Text) -> None:
        super().__init__(f"{visible(why.nl)}\n{visible(why.en)}")


Texts = tuple[Text, Text, Text]
"""What is wrong, why that matters and how to mend it."""


def every_filled(texts: Texts, **values: object) -> Texts:
    """The same with values in all three, for those that name one in why or how as well."""
    what, why, fix = (text.filled(**values) for text in texts)
    return what, why, fix


def finding(at: Location, code: str, texts: Texts, **values: object) -> Diagnostic:
    """An error of these texts; values go into what it says is wrong, which without any is left as it is."""
    what, why, fix = texts
    return Diagnostic(at, code, what.filled(**values) if values else what, why, fix)


def warning(at: Location, code: str, texts: Texts, **values: object) -> Diagnostic:
    """The same as a warning."""
    return replace(finding(at, code, texts, **values), severity=Severity.WARNING)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def from_plain(values: dict[str, Any]) -> Diagnostic:
    """A diagnostic from what `dataclasses.asdict` made of it, after a stay in a file."""
    texts = {name: Text(**values[name]) for name in ("what", "why", "fix")}
    return Diagnostic(
        Location(**values["location"]), values["code"], **texts, severity=Severity(values["severity"])
    )


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Every distinct diagnostic once, by file, line and column."""
    return tuple(sorted(set(diagnostics), key=lambda d: (d.location, d.code, d.what.en)))


MOST = 5
"""So many findings of one code in one file are told; more would mostly have one cause."""

LINES = 20
"""So many lines are named on which there are more."""

_MORE_WHAT = (
    Text(
        nl="nog 1 melding van deze soort ({code}) in dit bestand, op regel {lines}",
        en="1 more finding of this sort ({code}) in this file, on line {lines}",
    ),
    Text(
        nl="nog {count} meldingen van deze soort ({{code}}) in dit bestand, op regel {{lines}}",
        en="{count} more findings of this sort ({{code}}) in this file, on lines {{lines}}",
    ),
)
_MORE = (
    Text(nl="vaak hebben ze dezelfde oorzaak", en="they often have the same cause"),
    Text(nl="Los eerst de meldingen hierboven op.", en="Mend the findings above first."),
)


def few(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Of each code the first findings in a file, and then how many more there are.

    Of findings that are mended in different ways, the first of each way goes before a second of another.
    """
    alike: dict[tuple[str, str], list[Diagnostic]] = {}
    for one in found:
        alike.setdefault((one.location.path, one.code), []).append(one)
    return [told for same in alike.values() for told in _first_of(same)]


def _first_of(same: list[Diagnostic]) -> list[Diagnostic]:
    if len(same) <= MOST:
        return same
    first = {one.fix: place for place, one in reversed(list(enumerate(same)))}
    order = sorted(range(len(same)), key=lambda place: (first[same[place].fix] != place, place))
    shown = set(order[:MOST])
    rest = [one for place, one in enumerate(same) if place not in shown]
    return [*(same[place] for place in sorted(shown)), _more(rest)]


def _more(rest: list[Diagnostic]) -> Diagnostic:
    """That there are more findings of one code, at the first of those; an error if one of them is."""
    first = rest[0]
    lines = list(dict.fromkeys(str(one.location.line) for one in rest))
    shown = ", ".join(lines[:LINES]) + ("..." if len(lines) > LINES else "")
    what = counted(len(rest), *_MORE_WHAT).filled(code=first.code, lines=shown)
    return Diagnostic(
        first.location,
        "more-findings",
        what,
        *_MORE,
        Severity.ERROR if has_errors(rest) else Severity.WARNING,
    )


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them stops a build."""
    return any(d.severity is Severity.ERROR for d in diagnostics)


Shown = Mapping[str, "str | Text"]
"""What readers see of each name."""

_DID_YOU_MEAN = Text(nl='Bedoelt u "{nearest}"?', en='Did you mean "{nearest}"?')
_CHOOSE_FROM = Text(nl="Kies uit: {names}.", en="Choose from: {names}.")
_NO_CHOICE = Text(
    nl="Er is hier niets om uit te kiezen: haal dit weg.",
    en=("There is nothing to choose from here: remove this."),
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
    in its place.
    """
    near = nearest(name, names, key=key, shown=shown)
    return _DID_YOU_MEAN.filled(nearest=near) + otherwise if near else otherwise


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
    if key(name) not in known and (meant := meant_by(name, valid)):
        return meant
    near = difflib.get_close_matches(key(name), known, n=1, cutoff=0.6)
    return known[near[0]] if near and known[near[0]] != name else None


def _label(shown: Shown, name: str, language: Language) -> str:
    """What readers see of a name, in a language."""
    label = shown.get(name, name)
    return label.of(language) if isinstance(label, Text) else label


def nearest_file(path: str, paths: Iterable[str], otherwise: Text) -> Text:
    """The same for the path of a file, of which the suffix is no part of the name."""
    return did_you_mean(path, paths, otherwise, key=lambda one: posixpath.splitext(one)[0].casefold())


def choose_from(name: str, names: Iterable[str], shown: Shown = MappingProxyType({})) -> Text:
    """An instruction for a closed list: the nearest valid name if there is one, and the whole list with what
    readers see of each.
    """
    known = sorted(names)
    if not known:
        return _NO_CHOICE
    nl, en = (_listed(known, shown, language) for language in LANGUAGES)
    return did_you_mean(name, known, _CHOOSE_FROM.filled(names=Text(nl, en)), shown=shown)


def _listed(names: Iterable[str], shown: Shown, language: Language) -> str:
    """Names as a list, each with what readers see of it where that is another word."""
    labels = {name: _label(shown, name, language) for name in names}
    return ", ".join(name if label == name else f"{name} ({label})" for name, label in labels.items())
