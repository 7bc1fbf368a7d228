"""Places in a page for what is made beside it, in the notation of server-side includes, and how they are
filled.

So pages can be made while charts are still being drawn, and the engine need not read drawings.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_PLACE = re.compile(rb'<!--#include virtual="([a-z0-9_.-]+)" -->')


def include(name: str) -> str:
    """The place for a part. Text from content cannot make one, as its `<` is escaped."""
    return f'<!--#include virtual="{name}" -->'


def included(page: bytes) -> list[str]:
    """The names of the parts that a page has places for."""
    return [name.decode() for name in _PLACE.findall(page)]


def filled(page: bytes, part: Callable[[str], bytes]) -> bytes:
    """A page with every place filled by what `part` gives for its name."""
    return _PLACE.sub(lambda place: part(place[1].decode()), page)
