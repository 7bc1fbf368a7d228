"""The list of all files of a published site, by which anyone can see whether it still is what was published.

    {
     "version": 1,
     "address": "https://trends.example.org/",
     "generator": "trendrapport 1.0.0",
     "python": "3.11.2",
     "files": {"index.html": {"bytes": 1024, "sha256": "…", "type": "text/html", "sources": ["content/…"]}}
    }

`sources` are the files of the report that a file is made of; without them it is made of the whole report.
`served: false` is a file that only a web server reads.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

PATH = "manifest.json"
"""Where the list is in a site."""

VERSION = 1


@dataclass(frozen=True)
class Listed:
    """A published file."""

    bytes: int
    sha256: str
    """Of the file as it is in the site's folder, in hexadecimal."""
    type: str
    """Its media type; empty if it has none."""
    sources: tuple[str, ...] = ()
    served: bool = True
    """Whether a web server shows it to readers."""


@dataclass(frozen=True)
class Listing:
    """All files of a site, but the list itself."""

    address: str
    generator: str
    python: str
    files: dict[str, Listed]
    """By path from the site's root."""


def sha256(raw: bytes) -> str:
    """The SHA-256 of bytes (FIPS 180-4), in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def written(listing: Listing) -> bytes:
    """The list as JSON, a line a file."""
    head = {
        "version": VERSION,
        "address": listing.address,
        "generator": listing.generator,
        "python": listing.python,
    }
    lines = [f" {_json(name)}: {_json(value)},\n" for name, value in head.items()]
    files = [f"  {_json(path)}: {_json(_plain(file))}" for path, file in sorted(listing.files.items())]
    return ("{\n" + "".join(lines) + ' "files": {\n' + ",\n".join(files) + "\n }\n}\n").encode()


def read(raw: bytes) -> Listing:
    """The list in a file that anybody can have written. Raises ValueError if it is none."""
    try:
        values = json.loads(raw)
        if values["version"] != VERSION:
            raise ValueError(values["version"])
        files = {str(path): _listed(file) for path, file in values["files"].items()}
        return Listing(str(values["address"]), str(values["generator"]), str(values["python"]), files)
    except (AttributeError, KeyError, TypeError, RecursionError) as error:
        raise ValueError(PATH) from error


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain(file: Listed) -> dict[str, Any]:
    """The fields of a file, without those that say nothing."""
    values = asdict(file)
    if not file.sources:
        del values["sources"]
    if file.served:
        del values["served"]
    return values


def _listed(file: dict[str, Any]) -> Listed:
    return Listed(
        int(file["bytes"]),
        str(file["sha256"]),
        str(file["type"]),
        tuple(map(str, file.get("sources", ()))),
        bool(file.get("served", True)),
    )
