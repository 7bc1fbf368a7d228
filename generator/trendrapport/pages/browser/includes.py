"""Slots in a page for what is made beside it, in the notation of server-side includes, and how they are
filled.

So pages can be made while charts are still being drawn, and the engine need not read drawings.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_SLOT = re.compile(rb'<!--#include virtual="([a-z0-9_.-]+)" -->')


def include(name: str) -> str:
    """The slot for a part. Text from content cannot make one, as its `<` is escaped."""
    return f'<!--#include virtual="{name}" -->'


def included(page: bytes) -> list[str]:
    """The names of the parts that a page has slots for."""
    return [name.decode() for name in _SLOT.findall(page)]


def filled(page: bytes, part: Callable[[str], bytes]) -> bytes:
    """A page with every slot filled by what `part` gives for its name."""
    return _SLOT.sub(lambda slot: part(slot[1].decode()), page)
