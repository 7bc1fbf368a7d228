"""The build fingerprint: a name for this generator that changes when anything it is made of does."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from email.message import Message
from email.parser import HeaderParser
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from trendrapport.runtime.cache import digest

PACKAGE = "trendrapport"

_DOCUMENTS = 'extra == "documents"'
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@cache
def generator() -> str:
    """A digest of this package's files, its libraries' versions and Python's."""
    package = str(Path(__file__).parents[1])
    parts: list[str | bytes] = []
    for path in sorted(_files(package)):
        with open(path, "rb") as file:  # noqa: PTH123 - a thousand files, as text
            parts += [path.removeprefix(package), file.read()]
    return digest(*parts, *libraries(), sys.version)


def _files(folder: str) -> Iterator[str]:
    """The files in a folder and in the folders in it, without what Python compiled of them."""
    for here, _, names in os.walk(folder):
        if not here.endswith("__pycache__"):
            yield from (f"{here}/{name}" for name in names)


@cache
def libraries() -> tuple[str, ...]:
    """The name and the version of each library that this package needs, also for documents if those are
    installed, and of those that these need: any can change what is made.
    """
    versions: dict[str, str] = {}
    wanted = [PACKAGE]
    while wanted:
        name = _normalised(wanted.pop())
        if name in versions:
            continue
        try:
            fields = metadata(name)
        except PackageNotFoundError:  # for another system or version of Python
            continue
        versions[name] = fields["Version"]
        wanted += _requirements(name, fields)
    return tuple(f"{name} {number}" for name, number in sorted(versions.items()))


def metadata(name: str) -> Message:
    """The fields of an installed library's metadata, without its description, which takes long to read.

    Raises PackageNotFoundError.
    """
    text = distribution(name).read_text("METADATA") or ""
    fields, _, _description = text.partition("\n\n")
    return HeaderParser().parsestr(fields)


def _requirements(name: str, fields: Message) -> Iterator[str]:
    """The names of the libraries that a library needs, without those of its extras but our own documents."""
    for requirement in fields.get_all("Requires-Dist", ()):
        found = _NAME.match(requirement)
        own = name == PACKAGE and _DOCUMENTS in requirement.replace("'", '"')
        if found and (own or "extra ==" not in requirement):
            yield found[0]


def _normalised(name: str) -> str:
    """A library's name in the one spelling in which names are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()
