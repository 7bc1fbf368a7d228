"""The types of texts and numbers in fields: names, lines, addresses, colours and scores (dates: `dates`)."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from pydantic import AfterValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from trendrapport.language.facts import BUILT_IN
from trendrapport.model.base import text_schema


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


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise PydanticCustomError("bad-colour", "not a colour", {"value": value})
    return value.lower()


def _language(value: str) -> str:
    if value not in BUILT_IN:
        raise PydanticCustomError("enum", "no language", {"value": value})
    return value


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


Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""A name in an address: lower case letters, digits and hyphens."""

Name = Annotated[str, Field(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$", max_length=80)]
"""A name of a file or a taxonomy term."""

Line = Annotated[str, AfterValidator(_one_line)]
"""Text that is not empty."""

Known = Annotated[str, AfterValidator(_one_line), WithJsonSchema({"type": "string"})]
"""The name of something else, which no reader sees. Whether it exists is checked where all names are known.
"""

WebAddress = Annotated[str, AfterValidator(_http_url), text_schema("uri")]
"""An absolute address that starts with http:// or https://."""

SiteAddress = Annotated[WebAddress, AfterValidator(_site_address)]
"""The address of a whole site: what follows its host is a path, and nothing else."""

Email = Annotated[str, AfterValidator(_email), text_schema("email")]
"""An e-mail address."""

Colour = Annotated[str, AfterValidator(_colour), text_schema(pattern="^#[0-9a-fA-F]{6}$")]
"""A colour as #rrggbb."""

LanguageCode = Annotated[
    str, AfterValidator(_language), WithJsonSchema({"type": "string", "enum": list(BUILT_IN)})
]
"""A language by its code, of those in which the site has words."""

Score = Annotated[int, Field(ge=1, le=5)]
"""A whole number from 1 (low) to 5 (high)."""
