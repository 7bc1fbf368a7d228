"""A source as Zotero, Pandoc and others export it, to the form of this report's model: plain data to plain
data.

The Citation Style Language lets a date be written in many ways, and knows more variables than a report shows.
What cannot be read is left as it is, so that the model refuses it.
https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
"""

from __future__ import annotations

import html
import re
from typing import Any

from trendrapport.model.csl_dates import DATE_FORMS, DATES, read_date

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

_STYLE = re.compile(r"</?(?:i|b|em|strong|u|sc|span(?:\s[^<>]*)?)>", re.IGNORECASE)
_SMALL = re.compile(r"<(?P<name>sup|sub)>(?P<text>[^<>]*)</(?P=name)>", re.IGNORECASE)
_RAISED = dict(zip("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", strict=True))
_LOWERED = dict(zip("0123456789+-n", "₀₁₂₃₄₅₆₇₈₉₊₋ₙ", strict=True))

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
    **dict.fromkeys(("issued", "accessed", "original-date"), DATE_FORMS),
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
        return read_date(value)
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
