"""The letters that stand for a person where there is no portrait."""

from __future__ import annotations


def monogram(name: str) -> str:
    """The first letters of the first and the last word of a name: Wilma Delissen is WD, Anna van der Berg AB."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    return "".join(word[0].upper() for word in dict.fromkeys((*words[:1], *words[-1:])))
