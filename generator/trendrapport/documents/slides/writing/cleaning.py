"""Texts as a file can hold them."""

from __future__ import annotations

import re

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BLANK = re.compile(r"[ \t\r\n\f\v]+")


def without_control(text: str) -> str:
    """A text without characters that XML cannot hold."""
    return _UNFIT.sub("", text)


def clean(text: str) -> str:
    """The same on one line, without blanks at its ends."""
    return _BLANK.sub(" ", without_control(text)).strip(" ")
