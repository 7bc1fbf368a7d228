"""Placeholders in a page, in the notation of server-side includes, and how they are filled.

So pages can be made while charts are still being drawn, and the engine need not read drawings.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from trendrapport.diagnostics import Language

_SLOT = re.compile(rb'<!--#include virtual="([A-Za-z0-9_./-]+)" -->')


def include(name: str) -> str:
    """The slot for a part. Text from content cannot make one, as its `<` is escaped."""
    return f'<!--#include virtual="{name}" -->'


class Size(NamedTuple):
    """Which size fills a slot."""

    language: Language
    path: str


def size_of(path: str, language: Language) -> str:
    """The slot for the size of a file, as a language writes it; no part of a drawing has a slash in its name.

    It is filled with a comma and the size, or with nothing where that cannot be known.
    """
    return include(f"{language}/{path}")


def sized(slot: str) -> Size | None:
    """What fills a slot for a size; None for another slot."""
    language, _, path = slot.partition("/")
    if not path:
        return None
    return Size(language, path)


def included(page: bytes) -> list[str]:
    """The names of the parts that a page has slots for."""
    return [name.decode() for name in _SLOT.findall(page)]


def filled(page: bytes, part: Callable[[str], bytes]) -> bytes:
    """A page with every slot filled by what `part` gives for its name."""
    return _SLOT.sub(lambda slot: part(slot[1].decode()), page)
