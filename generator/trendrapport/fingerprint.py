"""Which generator this is, as a name that changes when anything it is made of does."""

from __future__ import annotations

import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from trendrapport.cache import digest

LIBRARIES = ("altair", "mini-racer", "vl-convert-python", "babel", "jinja2", "markdown-it-py", "mdit-py-plugins", "mkdocs",
             "mkdocs-material", "pillow", "pydantic", "pypdfium2", "pyyaml", "python-frontmatter", "font-source-sans-pro",
             "font-source-serif-pro", "pyphen", "pystemmer")
"""The libraries whose version can change a byte of what is made."""


@cache
def generator() -> str:
    """A digest of this package's files, its libraries' versions and Python's."""
    package = Path(__file__).parent
    files = sorted(path for path in package.rglob("*") if path.parent.name != "__pycache__" and path.is_file())
    parts = [part for path in files for part in (path.relative_to(package).as_posix(), path.read_bytes())]
    return digest(*parts, *(f"{name} {_version(name)}" for name in LIBRARIES), sys.version)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
