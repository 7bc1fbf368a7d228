"""Colours on top of each other."""

from __future__ import annotations


def over(colour: str, opacity: float, behind: str) -> str:
    """The colour that a translucent one makes on another."""
    parts = ((int(colour[at : at + 2], 16), int(behind[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(front * opacity + back * (1 - opacity)):02x}" for front, back in parts)
