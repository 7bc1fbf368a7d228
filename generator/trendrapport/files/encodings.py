"""The encoding of a text that is not in UTF-8, if only one can be meant.

A byte above 127 is another letter in each encoding. Only one of these letters fits between the others: in
"caf\\xe9", Windows means é, and an old Mac È, which nobody writes at the end of a word.
"""

from __future__ import annotations

_MARKED = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""Encodings that a text begins with."""
_CANDIDATES = ("cp1252", "cp850", "mac_roman")
_COMMON = frozenset("àáâäçèéêëìíîïñòóôöùúûüß€£§°²³½×·ÀÁÄÇÈÉÊËÍÏÑÓÖÚÜ‘’“”„–—…«»\u00a0•")
_RARE = frozenset("ãåæõøœÿšžčÃÅÆÕØŒŸŠŽÂÌÎÒÔÙÛ©®™‚¿¡¼¾±µ")
"""Letters and signs that a Dutch or other European text has seldom."""
_NOT_IN_WORDS = frozenset("€£§½×„“«»•…©®‚¿¡¼¾±‘")
"""Signs that have no letter right before them."""
_MAC_LEFT = frozenset("í")


def encoding_of(raw: bytes) -> str | None:
    """The encoding of a text, in Python's name; None when more than one can be meant, or none."""
    if (marked := _MARKED.get(raw[:2])) and _reads(raw, marked) is not None:
        return marked
    ratings = {name: _rating(raw, name) for name in _CANDIDATES}
    best = min(ratings.values())
    chosen = [name for name, rating in ratings.items() if rating == best]
    return chosen[0] if len(chosen) == 1 and best < _NOT else None


_NOT = 1_000_000
"""The rating of an encoding in which a text makes no sense."""


def _rating(raw: bytes, encoding: str) -> int:
    """How many odd letters a text has in an encoding."""
    text = _reads(raw, encoding)
    if text is None or "\0" in text:
        return _NOT
    odd = 0
    for index, character in enumerate(text):
        if character.isascii():
            continue
        if character not in _COMMON | _RARE or not _fits(text, index):
            return _NOT
        odd += character in _RARE or character in _MAC_LEFT
    return odd


def _reads(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _fits(text: str, index: int) -> bool:
    """Whether a character can be between those beside it."""
    character, before, after = text[index], text[index - 1 : index], text[index + 1 : index + 2]
    if character in _NOT_IN_WORDS:
        return not before.isalpha()
    if character.isupper():
        begins = not before.isalpha() and after.islower()
        return begins or before.isupper() or after.isupper()
    return True
