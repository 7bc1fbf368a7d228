"""Names as they are compared: what differs only in how it was typed is one name."""

from __future__ import annotations

import unicodedata

_TYPED = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e", '"'),
        "\u00ad": None,
    }
)

_PERCENT = frozenset({"%", "procent", "percent", "per cent", "pct"})


def folded(text: str) -> str:
    """A name without what differs from one keyboard or program to another: spaces, capitals, Unicode form,
    dashes and quotation marks.
    """
    plain = unicodedata.normalize("NFC", text.translate(_TYPED)).casefold()
    # Splitting knows every space, also those that do not break a line.
    return " ".join(plain.split())


def bare(text: str) -> str:
    """A folded name without accents, for a name that was typed without them."""
    parts = unicodedata.normalize("NFD", folded(text))
    return "".join(part for part in parts if not unicodedata.combining(part))


def is_percent(unit: str | None) -> bool:
    """Whether a unit says that numbers are parts of a hundred."""
    return folded(unit or "") in _PERCENT
