"""Where each record of the API is, as a path from the site's root, and in which collection.

A collection of entries has the name of their kind. Records of entries in an edition are in a folder of that.
"""

from __future__ import annotations

from typing import Any

from trendrapport.report.report import Entry

VERSION = "1.0.0"
"""Of the API, as semantic versioning has it (https://semver.org): the first part is in each address."""

BASE = "api/v1"
"""The folder of the API, from the site's root."""

OPENAPI = "openapi.json"
SCHEMA = "schemas/records.json"
"""The description of the API and the JSON Schema of its records, from its folder."""

LIST = "index"
"""The name of the file with all of a collection."""

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_.")
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul"]
    + [f"com{number}" for number in range(1, 10)]
    + [f"lpt{number}" for number in range(1, 10)]
)
"""Names that are no file on Windows, whatever follows them."""


def collection_of(kind: str) -> str:
    """The name of the collection for a kind of entry: as addresses are written, in kebab-case."""
    return kind.replace("_", "-")


def entry_id(entry: Entry[Any]) -> str:
    """The name of an entry within its collection: `2023/digital-safety`; with the language of a translation
    behind it.
    """
    slug = f"{entry.slug}.{entry.language}" if entry.language else entry.slug
    if entry.edition is None or entry.kind == "editions":
        return slug
    return f"{entry.edition}/{slug}"


def record_path(collection: str, name: str) -> str:
    """The file of a record, from the site's root; `name` is its name within the collection."""
    file = "/".join(file_name(part) for part in name.split("/"))
    return f"{BASE}/{collection}/{file}.json"


def list_path(collection: str) -> str:
    """The file with all of a collection, from the site's root."""
    return f"{BASE}/{collection}/{LIST}.json"


def file_name(key: str) -> str:
    """A key as the name of a file on every system: lower case letters, digits, hyphens, underscores and
    points stay, any other byte is written as a tilde and its number. No two keys get one name, whatever their
    case.
    """
    first, *rest = [_letter(letter) for letter in key] or [""]
    if key == LIST or key.partition(".")[0] in _DEVICES:
        first = _numbered(key[0])
    return first + "".join(rest)


def _letter(letter: str) -> str:
    return letter if letter in _PLAIN else _numbered(letter)


def _numbered(letter: str) -> str:
    return "".join(f"~{byte:02x}" for byte in letter.encode())
