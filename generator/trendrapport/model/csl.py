"""A source as Zotero, Pandoc and others export it, to the form of this report's model: plain data to plain
data.

The Citation Style Language lets a date be written in many ways, and knows more variables than a report shows.
What cannot be read is left as it is, so that the model refuses it.
https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Any

_TEXTS = (
    "title",
    "container-title",
    "collection-title",
    "event-title",
    "publisher",
    "abstract",
    "title-short",
    "original-title",
)
"""Variables in which a program may have put marks of style."""

_NAMES = ("author", "editor", "makers", "original-author")
_SETTING = frozenset({"comma-suffix", "static-ordering", "parse-names"})
"""Keys of a name that say how it is set."""

DATES = ("issued", "accessed", "original-date", "available-date", "event-date", "submitted")

KEPT = frozenset(
    {
        "annote",
        "archive",
        "archive-place",
        "archive_collection",
        "archive_location",
        "authority",
        "available-date",
        "call-number",
        "categories",
        "chapter-number",
        "citation-key",
        "citation-label",
        "citation-number",
        "collection-number",
        "container-title-short",
        "custom",
        "dimensions",
        "division",
        "event-date",
        "event-place",
        "first-reference-note-number",
        "journalAbbreviation",
        "jurisdiction",
        "license",
        "locator",
        "medium",
        "number-of-pages",
        "number-of-volumes",
        "original-publisher-place",
        "page-first",
        "part-number",
        "part-title",
        "PMCID",
        "PMID",
        "printing-number",
        "references",
        "reviewed-genre",
        "reviewed-title",
        "scale",
        "section",
        "shortTitle",
        "source",
        "status",
        "submitted",
        "supplement-number",
        "volume-title",
        "volume-title-short",
        "year-suffix",
        "collection-editor",
        "container-author",
        "contributor",
        "editor-translator",
        "editorial-director",
        "executive-producer",
        "illustrator",
        "narrator",
        "recipient",
        "reviewed-author",
        "series-creator",
        "translator",
    }
)
"""Standard variables that are read and kept, and that no page shows."""

MAKERS = (
    "director",
    "script-writer",
    "composer",
    "performer",
    "host",
    "interviewer",
    "guest",
    "curator",
    "compiler",
    "organizer",
    "chair",
    "producer",
)
"""Variables with names of who made a source that has no author."""

READ = KEPT | frozenset((*MAKERS, "event"))
"""What may be written besides the fields of the model."""

_SEASON_MONTHS = {21: 1, 22: 2, 23: 3, 24: 4}
"""Months that stand for a season, as EDTF (ISO 8601-2) writes it."""
_SEASONS = {
    "spring": 1,
    "summer": 2,
    "autumn": 3,
    "fall": 3,
    "winter": 4,
    "lente": 1,
    "voorjaar": 1,
    "zomer": 2,
    "herfst": 3,
    "najaar": 3,
}
_PARTS = ("year", "month", "day")
_STYLE = re.compile(r"</?(?:i|b|em|strong|u|sc|span(?:\s[^<>]*)?)>", re.IGNORECASE)
_SMALL = re.compile(r"<(?P<name>sup|sub)>(?P<text>[^<>]*)</(?P=name)>", re.IGNORECASE)
_RAISED = dict(zip("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", strict=True))
_LOWERED = dict(zip("0123456789+-n", "₀₁₂₃₄₅₆₇₈₉₊₋ₙ", strict=True))
_DAY = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T[0-9:.Z+-]*)?)?)?")

_DAY_PATTERN = r"-?[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9:.Z+-]*)?)?)?"
_NUMBER_PART = {"type": ["integer", "string", "null"]}
_DATE_BLOCK: dict[str, Any] = {
    "type": "object",
    "properties": {
        "date-parts": {"type": "array", "items": {"type": ["array", "null"], "items": _NUMBER_PART}},
        "year": _NUMBER_PART,
        "month": _NUMBER_PART,
        "day": _NUMBER_PART,
        "season": _NUMBER_PART,
        "literal": {"type": ["string", "null"]},
        "raw": {"type": ["string", "null"]},
        "circa": {},
    },
    "anyOf": [{"required": [name]} for name in ("date-parts", "year", "literal", "raw")],
    "additionalProperties": False,
}
_DATE_FORMS: tuple[dict[str, Any], ...] = (
    {"type": "string", "pattern": rf"^\s*{_DAY_PATTERN}(/{_DAY_PATTERN})?[~?%]*\s*$"},
    _DATE_BLOCK,
    {"type": "array", "items": _DATE_BLOCK, "minItems": 1},
)
_NAME_PARTS = ("family", "given", "literal", "non-dropping-particle", "dropping-particle", "suffix")
_NAME_FORM: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {name: {"type": ["string", "null"]} for name in _NAME_PARTS}
        | {name: {} for name in sorted(_SETTING)},
        "additionalProperties": False,
    },
}

FORMS: dict[str, tuple[dict[str, Any], ...]] = {
    **dict.fromkeys(("issued", "accessed", "original-date"), _DATE_FORMS),
    **dict.fromkeys((*_NAMES, *MAKERS), (_NAME_FORM,)),
}
"""The forms in which other programs write a field, as JSON Schema; `plain` reads each of them."""


def plain(item: Any) -> Any:  # noqa: ANN401
    """A source with its dates in one form, its texts without marks of style, and what no page shows under
    `others`.
    """
    if not isinstance(item, dict):
        return item
    shown = {name: value for name, value in item.items() if name not in KEPT}
    others = {name: value for name, value in item.items() if name in KEPT}
    if "event" in shown and "event-title" not in shown:
        shown["event-title"] = shown.pop("event")
    makers = _take_makers(shown)
    if makers:
        shown["makers"] = makers
    for name, value in shown.items():
        shown[name] = _in_one_form(name, value)
    if others:
        shown["others"] = others
    return shown


def _take_makers(shown: dict[str, Any]) -> list[Any]:
    """Who made a source in whatever way, taken out of its variables."""
    makers: list[Any] = []
    for name in MAKERS:
        if isinstance(shown.get(name), list):
            makers += shown.pop(name)
    return makers


def _in_one_form(name: str, value: Any) -> Any:  # noqa: ANN401
    """The value of a variable in the form of the model; what cannot be read as it is."""
    if name in DATES:
        return _date(value)
    if name in _NAMES and isinstance(value, list):
        return [_name(one) for one in value]
    if name in _TEXTS and isinstance(value, str):
        return _unstyled(value)
    return value


def written(item: Any, path: tuple[str | int, ...]) -> tuple[str | int, ...]:  # noqa: ANN401
    """The path in a source as it was exported to what `plain` puts at a path."""
    if not isinstance(item, dict):
        return path
    match path:
        case ["makers", int() as index, *rest] if "makers" not in item:
            return (*_makers(item)[index], *rest)
        case ["event-title", *rest] if "event-title" not in item:
            return ("event", *rest)
    return path


def _makers(item: dict[str, Any]) -> list[tuple[str, int]]:
    """The variable and the index of each maker of a source."""
    found: list[tuple[str, int]] = []
    for name in MAKERS:
        if isinstance(item.get(name), list):
            found += [(name, index) for index in range(len(item[name]))]
    return found


def _name(name: Any) -> Any:  # noqa: ANN401
    """A name without what only says how to set it."""
    if not isinstance(name, dict):
        return name
    return {key: part for key, part in name.items() if key not in _SETTING}


def _unstyled(value: str) -> str:
    """A text of a source without the marks of style that CSL allows in it, and with signs for their codes."""
    return html.unescape(_STYLE.sub("", _SMALL.sub(_small, value)))


def _small(match: re.Match[str]) -> str:
    signs = _RAISED if match["name"].lower() == "sup" else _LOWERED
    return "".join(signs.get(letter, letter) for letter in match["text"])


def _date(value: Any) -> Any:  # noqa: ANN401
    """A date as `date-parts`, or as it was."""
    match value:
        case str():
            return _read(value) or value
        case dict() if "year" in value:
            return _of_days([value]) or value
        case dict():
            return _of_block(value)
        case list() if value and all(isinstance(day, dict) and "year" in day for day in value):
            return _of_days(value) or value
        case [dict() as only]:
            return _of_block(only)
    return value


def _read(text: str) -> dict[str, Any] | None:
    """A day, a season or a range as EDTF writes it; None for what is a plain date already, or none."""
    sure = text.strip().rstrip("~?%")
    matches = [_DAY.fullmatch(part) for part in sure.split("/")]
    if not all(matches) or len(matches) > 2:
        return None
    days = [_numbers(match) for match in matches if match]
    is_day = len(days) == 1 and not _is_season(days[0])
    if is_day and sure == text and "T" not in text:
        return None
    block: dict[str, Any] = {"date-parts": days}
    if sure != text.strip():
        block["circa"] = True
    return _with_season(block)


def _numbers(match: re.Match[str]) -> list[int]:
    return [int(part) for part in match.groups() if part]


def _is_season(day: list[Any]) -> bool:
    """Whether the month of a day stands for a season, as EDTF writes it."""
    return len(day) > 1 and day[1] in _SEASON_MONTHS


def _of_days(days: Iterable[dict[str, Any]]) -> dict[str, Any] | None:
    """Dates with a key for each part, as Pandoc writes them; None where a part is no number."""
    parts: list[list[Any]] = []
    others: dict[str, Any] = {}
    for day in days:
        found = [_number(day[name]) for name in _PARTS if day.get(name) not in (None, "")]
        if any(type(part) is not int for part in found):
            return None
        parts.append(found)
        others |= {name: value for name, value in day.items() if name not in _PARTS}
    return _of_block({"date-parts": parts} | others)


def _of_block(block: dict[str, Any]) -> dict[str, Any]:
    """A date with `date-parts`, `literal` or `raw`: numbers as numbers, a sign of doubt as such."""
    found = dict(block)
    raw = found.pop("raw", None)
    if isinstance(raw, str) and not found.get("date-parts") and "literal" not in found:
        found |= _of_raw(raw)
    if isinstance(found.get("date-parts"), list):
        found["date-parts"] = [_parts(day) for day in found["date-parts"] if day not in ([], None)]
    if "circa" in found:
        found["circa"] = found["circa"] not in (False, 0, "0", "", "false", None)
    return _with_season(found)


def _of_raw(raw: str) -> dict[str, Any]:
    """A date that a program did not take apart."""
    if read := _read(raw):
        return read
    if _DAY.fullmatch(raw):
        return {"date-parts": [[int(part) for part in raw.split("-")]]}
    return {"literal": raw}


def _parts(day: Any) -> Any:  # noqa: ANN401
    if not isinstance(day, list):
        return day
    return [_number(part) for part in day if part not in (None, "")]


def _with_season(block: dict[str, Any]) -> dict[str, Any]:
    """The same with a season that was written as a month, or in a word."""
    match block.get("date-parts"):
        case [[year, month]] if month in _SEASON_MONTHS:
            return block | {"date-parts": [[year]], "season": _SEASON_MONTHS[month]}
    season = block.get("season")
    if isinstance(season, str):
        season = _SEASONS.get(season.strip().lower(), _number(season))
    if season in (None, ""):
        return block
    return block | {"season": season}


def _number(value: Any) -> Any:  # noqa: ANN401
    """A number that was written as text."""
    is_number = isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,9}", value.strip())
    return int(value) if is_number else value
