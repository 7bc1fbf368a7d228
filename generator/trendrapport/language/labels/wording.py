"""The labels of a language to those of a report: with its audience's name, and its own words in their place.

A label can hold `{audience.one}`, `{audience.many}` and `{audience.our}`, which are filled here, with a
capital where the name has one (`{Audience.many}`). Other places, such as `{count}`, are filled where a label
is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, partial
from typing import Any

from trendrapport.diagnostics import Language
from trendrapport.language.facts import BUILT_IN, labels_file

Own = tuple[tuple[str, str], ...]
"""Names of labels, and the words that take their place."""

AUDIENCE = "audience"
"""The group of labels that name whom the report is for: `one`, `many` and the Dutch `article`."""

_OTHERS = "for_others"
"""The labels that are others once the settings name an audience."""

_NO_WORDS = frozenset({"locale", "readme_name", "offline_folder", "offline_readme"})
"""What programs read, names of files, and a text of several lines."""

_PLACE = re.compile(r"\{(\w+)\}")
_AUDIENCE_PLACE = re.compile(r"\{([aA])udience\.(one|many|our)\}")


class Misfit(StrEnum):
    """What is wrong with words for a label."""

    UNKNOWN = "unknown"
    MISSING = "missing"
    SURPLUS = "surplus"


@cache
def _language(language: Language) -> dict[str, Any]:
    import yaml  # processes that draw have numbers to write, and no labels to read

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    known = language if language in BUILT_IN else "en"
    text = labels_file(known).read_text("utf-8")
    found: dict[str, Any] = yaml.load(text, loader)  # noqa: S506 - one of the safe ones
    return found


@cache
def wording(language: Language, own: Own = ()) -> dict[str, Any]:
    """All labels by name, in groups; words of the report's own that do not fit their label are left out."""
    found = _language(language)
    given = dict(own)
    taken = {name: text for name, text in given.items() if misfit(language, name, text) is None}
    audience = found[AUDIENCE] | {name: text for name, text in _audience(given) if text}
    if audience["one"] != found[AUDIENCE]["one"]:
        taken = found[_OTHERS] | taken
    filled: dict[str, Any] = _replaced(found, "", taken, partial(_named, audience))
    return filled


def _audience(given: dict[str, str]) -> Iterator[tuple[str, str | None]]:
    """What the settings say of the audience."""
    for name in ("one", "many", "article"):
        yield name, given.get(f"{AUDIENCE}.{name}")


def _named(audience: dict[str, Any], text: str) -> str:
    """A label with the name of the audience in it."""

    def word(place: re.Match[str]) -> str:
        found: str = audience["our"].get(audience["article"], "") if place[2] == "our" else audience[place[2]]
        return found[:1].upper() + found[1:] if place[1] == "A" else found

    return _AUDIENCE_PLACE.sub(word, text) if "udience." in text else text


def _replaced(found: Any, name: str, taken: dict[str, str], named: Any) -> Any:  # noqa: ANN401
    """A label, or a group of them, with the words that take their place."""
    if isinstance(found, str):
        return taken.get(name) or named(found)
    parts = dict(_parts(found, name))
    replaced = {key: _replaced(part, inner, taken, named) for key, (inner, part) in parts.items()}
    return replaced if isinstance(found, dict) else list(replaced.values())


def _parts(group: Any, name: str) -> Iterator[tuple[Any, tuple[str, Any]]]:  # noqa: ANN401
    """What is in a group: by key, its full name and itself; the items of a list are numbered from 1."""
    items = group.items() if isinstance(group, dict) else enumerate(group, 1)
    for key, part in items:
        yield key, (f"{name}.{key}".lstrip("."), part)


@cache
def settable(language: Language) -> dict[str, str]:
    """The labels that a report can replace, by name, with the words that they have otherwise."""
    return dict(_settable(wording(language)))


def _settable(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    left_out = _NO_WORDS | {AUDIENCE, _OTHERS}
    return _leaves({name: part for name, part in found.items() if name not in left_out}, "")


def _leaves(found: Any, name: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    if isinstance(found, str):
        yield name, found
        return
    for _, (inner, part) in _parts(found, name):
        yield from _leaves(part, inner)


def places(text: str) -> frozenset[str]:
    """What is filled in where a label is used: {count}, {name}."""
    return frozenset(_PLACE.findall(text))


def misfit(language: Language, name: str, text: str) -> Misfit | None:
    """What is wrong with the words for a label: there is no such label, or it has other places.

    The form for one thing need not say its number.
    """
    if name not in _settable_places(language):
        return Misfit.UNKNOWN
    known = _settable_places(language)[name]
    needed = known - {"count"} if name.endswith(".one") else known
    if needed - places(text):
        return Misfit.MISSING
    if places(text) - known or re.search(r"[{}]", _PLACE.sub("", text)):
        return Misfit.SURPLUS
    return None


@cache
def _settable_places(language: Language) -> dict[str, frozenset[str]]:
    return {name: places(text) for name, text in _settable(_language(language))}


def articles(language: Language) -> tuple[str, ...]:
    """The articles that the name of an audience can have."""
    return tuple(_language(language)[AUDIENCE]["our"])
