"""Text without characters that XML cannot hold (XML 1.0, 2.2) or that would change what comes after them."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Characters that XML cannot hold, that only steer machines, that turn the direction of all that follows, and
places to break a word, for which programs have their own rules.
"""


def clean(text: str) -> str:
    """The same without characters that no document can hold."""
    return _FORBIDDEN.sub("", text)
