"""The base of every model, and the types that several of them share.

A model is validated from JSON in strict mode: nothing is coerced, no key is dropped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, ClassVar
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

FIRST_YEAR, LAST_YEAR = 1000, 2999
"""The years that a date can have. A line of time shows each year between its first and its last."""


class Model(BaseModel):
    """A frozen value with known keys only."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, populate_by_name=True)

    also_read: ClassVar[frozenset[str]] = frozenset()
    """Keys that `plain` takes besides those of the fields."""

    other_forms: ClassVar[Mapping[str, Sequence[Mapping[str, Any]]]] = {}
    """By key, what `plain` takes there besides the form of the field, as JSON Schema."""

    @classmethod
    def plain(cls, data: Any) -> Any:  # noqa: ANN401
        """The data of a file in the form of this model, where that has others too."""
        return data

    @classmethod
    def place_written(cls, data: Any, path: tuple[str | int, ...]) -> tuple[str | int, ...]:  # noqa: ANN401
        """The path in the data of a file to what `plain` puts at a path."""
        return path


def described(
    nl: str,
    en: str,
    *,
    example: Any = None,  # noqa: ANN401
    default: Any = ...,  # noqa: ANN401
    to: str = "",
    own_edition: bool = False,
    translated: bool = False,
    exported: bool = False,
    **rules: Any,  # noqa: ANN401
) -> Any:  # noqa: ANN401
    """A field with its explanation in both languages and an example for starter files.

    `to` says that the value, each item of a list or each key of a mapping names something else: an entry of
    that kind, or a word of that taxonomy; with `own_edition`, one in the same edition. A field that is
    `translated` holds words, which a translation of the entry must have too; any other is the same in every
    language. What is `exported` only programs write: no starter file has it. All of it is kept in the JSON
    Schema, beside the usual keys.
    """
    marks = {"to": to, "own_edition": own_edition, "translated": translated, "exported": exported}
    extra: dict[str, Any] = {"nl": nl} | {name: mark for name, mark in marks.items() if mark}
    examples = None if example is None else [example]
    return Field(default, description=en, json_schema_extra=extra, examples=examples, **rules)


def _http_url(value: str) -> str:
    try:
        parts = urlsplit(value)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or "." not in (parts.hostname or "") or re.search(r"\s", value):
        raise PydanticCustomError("bad-address", "not a web address", {"value": value})
    if "@" in parts.netloc:
        raise PydanticCustomError("address-with-user", "a user in an address", {"value": value})
    return value


def _site_address(value: str) -> str:
    """The address encoded as browsers and servers send it."""
    parts = urlsplit(value)
    if "?" in value or "#" in value:
        raise PydanticCustomError("address-with-query", "more than an address", {"value": value})
    path = unquote(parts.path)
    if {".", ".."} & set(path.split("/")) or not all(_is_plain_in_a_path(character) for character in path):
        raise PydanticCustomError(
            "address-with-sign", "an address that servers read in other ways", {"value": value}
        )
    return urlunsplit(parts._replace(path=quote(path)))


def _is_plain_in_a_path(character: str) -> bool:
    """Whether a character has no other meaning in an address or to a web server: letters of any script,
    digits and a few more.
    """
    return character in "/-._~" or unicodedata.category(character)[0] in "LMN"


def _email(value: str) -> str:
    if not re.fullmatch(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\".]+", value):
        raise PydanticCustomError("bad-email", "not an e-mail address", {"value": value})
    return value


def _year(value: object) -> object:
    """A year that YAML reads as a whole number is the text of it: both are written 2021."""
    return str(value) if type(value) is int and 1000 <= value <= 9999 else value


def partial_date(value: str) -> str:
    """The same text, if it is a year, a month or a day that exists."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", value, re.ASCII)
    _existing(value, [int(part) for part in match.groups() if part] if match else [])
    return value


def _date_parts(parts: tuple[int, ...]) -> tuple[int, ...]:
    _existing("-".join(str(part) for part in parts), parts)
    return parts


def _existing(written: str, parts: Sequence[int]) -> None:
    """Refuses a date that the calendar does not have, or of a year that nothing here is about."""
    try:
        year = date(*(*parts, 1, 1)[:3]).year if parts else 0
    except (ValueError, OverflowError):
        year = 0
    if not year:
        raise PydanticCustomError("bad-date", "not a date", {"value": written})
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise PydanticCustomError(
            "date-range",
            "not a date of these years",
            {"value": written, "first": FIRST_YEAR, "last": LAST_YEAR},
        )


def _full_date(value: str) -> str:
    try:
        partial_date(value)
    except PydanticCustomError as error:
        raise PydanticCustomError(
            error.type, "not a day", {**(error.context or {}), "whole": True}
        ) from error
    if len(value) != len("2024-01-31"):
        raise PydanticCustomError("incomplete-date", "not a full date", {"value": value})
    return value


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise PydanticCustomError("bad-colour", "not a colour", {"value": value})
    return value.lower()


def _one_line(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("empty-text", "empty text", {})
    return value


def sentence(*places: str) -> AfterValidator:
    """A rule for a sentence: each of these places, written as {name}, is in it once, and no other brace; no
    full stop at the end.
    """

    def checked(value: str) -> str:
        rest = value
        for place in places:
            rest = rest.replace(f"{{{place}}}", "", 1)
        complete = len(value) - len(rest) == sum(len(place) + 2 for place in places)
        if not complete or re.search(r"[{}]", rest) or not rest.strip() or value.rstrip().endswith("."):
            raise PydanticCustomError(
                "bad-sentence",
                "not a sentence with these places",
                {"value": value, "places": ", ".join(f"{{{place}}}" for place in places)},
            )
        return value

    return AfterValidator(checked)


def _form(name: str = "", pattern: str = "") -> WithJsonSchema:
    """What a JSON Schema says of a text whose own check goes further than a schema can."""
    form: dict[str, Any] = {"format": name, "pattern": pattern}
    return WithJsonSchema({"type": "string"} | {key: value for key, value in form.items() if value})


Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""A name in an address: lower case letters, digits and hyphens."""

Name = Annotated[str, Field(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$", max_length=80)]
"""A name of a file or a taxonomy term."""

Line = Annotated[str, AfterValidator(_one_line)]
"""Text that is not empty."""

Known = Annotated[str, AfterValidator(_one_line), WithJsonSchema({"type": "string"})]
"""The name of something else, which no reader sees. Whether it exists is checked where all names are known.
"""

WebAddress = Annotated[str, AfterValidator(_http_url), _form("uri")]
"""An absolute address that starts with http:// or https://."""

SiteAddress = Annotated[WebAddress, AfterValidator(_site_address)]
"""The address of a whole site: what follows its host is a path, and nothing else."""

Email = Annotated[str, AfterValidator(_email), _form("email")]
"""An e-mail address."""

PartialDate = Annotated[
    str,
    BeforeValidator(_year),
    AfterValidator(partial_date),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
            "minimum": FIRST_YEAR,
            "maximum": LAST_YEAR,
            "examples": ["2026-01"],
        }
    ),
]
"""A date as exact as it is known: 2021, 2021-11 or 2021-11-25 (ISO 8601); a year may be a whole number."""

DateParts = Annotated[tuple[int, ...], Field(min_length=1, max_length=3), AfterValidator(_date_parts)]
"""The same as numbers: year, month and day, as far as they are known."""

FullDate = Annotated[str, AfterValidator(_full_date), _form("date")]
"""A day: 2021-11-25 (ISO 8601)."""

Colour = Annotated[str, AfterValidator(_colour), _form(pattern="^#[0-9a-fA-F]{6}$")]
"""A colour as #rrggbb."""

Score = Annotated[int, Field(ge=1, le=5)]
"""A whole number from 1 (low) to 5 (high)."""
