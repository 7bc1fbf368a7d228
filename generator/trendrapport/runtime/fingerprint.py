"""Which generator this is, as a name that changes when anything it is made of does."""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from trendrapport.runtime.cache import digest

PACKAGE = "trendrapport"

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@cache
def generator() -> str:
    """A digest of this package's files, its libraries' versions and Python's."""
    package = Path(__file__).parents[1]
    files = sorted(
        path for path in package.rglob("*") if path.parent.name != "__pycache__" and path.is_file()
    )
    parts = [part for path in files for part in (path.relative_to(package).as_posix(), path.read_bytes())]
    return digest(*parts, *libraries(), sys.version)


@cache
def libraries() -> tuple[str, ...]:
    """The name and the version of each library that this package needs, and of those that these need: any can
    change what is made.
    """
    versions: dict[str, str] = {}
    wanted = [PACKAGE]
    while wanted:
        name = _same(wanted.pop())
        if name in versions:
            continue
        try:
            versions[name] = version(name)
        except PackageNotFoundError:  # for another system or version of Python
            continue
        wanted += [
            found[0] for one in requires(name) or () if "extra ==" not in one and (found := _NAME.match(one))
        ]
    return tuple(f"{name} {number}" for name, number in sorted(versions.items()))


def _same(name: str) -> str:
    """A library's name in the one way in which it is compared."""
    return re.sub(r"[-_.]+", "-", name).lower()
