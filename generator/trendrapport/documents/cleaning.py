"""Text without characters that XML cannot hold (XML 1.0, 2.2) or that would change what comes after them."""

from __future__ import annotations

import re
from urllib.parse import quote

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Characters that XML cannot hold, that only steer machines, that turn the direction of all that follows, and
places to break a word, for which programs have their own rules.
"""

_UNFIT = re.compile(r"%(?![0-9A-Fa-f]{2})|[\s<>\"{}|\\^`\[\]]")
"""What browsers take in an address and the rules for it (RFC 3986) do not."""


def clean(text: str) -> str:
    """The same without characters that no document can hold."""
    return _FORBIDDEN.sub("", text)


def fit_address(address: str) -> str:
    """An address in which each character that is not allowed there is written as a number: programs refuse a
    whole document for one.
    """
    start, mark, part = address.partition("#")
    return f"{_numbered(start)}{mark}{_numbered(part).replace('#', '%23')}"


def _numbered(text: str) -> str:
    return _UNFIT.sub(lambda found: quote(found[0]), text)
