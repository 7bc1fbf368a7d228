"""What word processors leave in words: signs that nobody sees or typed, as they are typed."""

from __future__ import annotations

import re

_TYPED = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2007": " ",
        "\u00ad": None,
        "\u200b": None,
        "\u2060": None,
        "\ufeff": None,
        "\u2018": "'",
        "\u2019": "'",
        "\u201a": "'",
        "\u201b": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u201f": '"',
        "\u2011": "-",
        "\u2028": " ",
        "\u2029": " ",
    }
)
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ue000-\uf8ff]"
)
"""Control characters, marks of direction, and letters of a font of signs, which mean nothing in another."""

BULLET = re.compile(
    r"^(?:[\u2022\u2023\u2043\u25aa\u25cf\u25e6\u25cb\u2219\u00b7\uf0b7\uf0a7\uf076-]|o(?=\s{2}|\t))\s*"
)
"""A bullet that was typed, or that Word keeps as a letter of its font Symbol."""
NUMBER = re.compile(r"^(\d{1,3})[.)]\s+")
"""A number before a list item that was typed."""

_RAISED = dict(zip("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", strict=True))
_LOWERED = dict(zip("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True))
_GENERATED = re.compile(
    r"\s*(?:Automatisch gegenereerde beschrijving|Door AI gegenereerde inhoud[^.]*\.?"
    r"|Beschrijving automatisch gegenereerd[^.]*|Description automatically generated(?: with [^.]*)?"
    r"|AI-generated content[^.]*\.?)\s*$"
)


def mended(text: str) -> str:
    """Words as somebody types them: plain spaces and quotation marks, and nothing that nobody sees."""
    return _UNSEEN.sub("", text.translate(_TYPED))


def raised(text: str) -> str:
    """Words above the line as signs, m² for m and a raised 2; others stay on the line."""
    return _signs(text, _RAISED)


def lowered(text: str) -> str:
    """The same below the line, as in CO₂."""
    return _signs(text, _LOWERED)


def _signs(text: str, signs: dict[str, str]) -> str:
    if text and set(text) <= set(signs):
        return "".join(signs[sign] for sign in text)
    return text


def described(text: str) -> str:
    """The text alternative that somebody wrote; empty for one that a program made up."""
    if _GENERATED.search(text):
        return ""
    return " ".join(mended(text).split())
