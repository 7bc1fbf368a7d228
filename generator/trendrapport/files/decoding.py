"""A file's bytes to text: UTF-8 without what some programs hide in it.

Whatever the bytes are, findings come back as diagnostics.
"""

from __future__ import annotations

import re

from trendrapport.diagnostics import Diagnostic, Location, Text, Texts, finding

_NOT_UTF8 = Text(
    nl="byte {byte} op positie {position} is geen UTF-8",
    en=("byte {byte} at position {position} is not UTF-8"),
)
_GUESS = Text(nl="(dit bestand lijkt {guess} te zijn)", en="(this file looks like {guess})")
_WHY_UTF8 = Text(
    nl="alleen UTF-8 toont elk teken op elke computer hetzelfde",
    en="only UTF-8 shows each character the same on every computer",
)
_FIX_UTF8 = Text(
    nl="Open het bestand in uw editor en bewaar het als UTF-8.",
    en="Open the file in your editor and save it as UTF-8.",
)
_CONTROL = (
    Text(
        nl="hier staat een onzichtbaar stuurteken ({character})",
        en=("an invisible control character ({character}) stands here"),
    ),
    Text(
        nl="zo'n teken is in YAML, CSV en HTML niet toegestaan",
        en="YAML, CSV and HTML do not allow such a character",
    ),
    Text(nl="Verwijder het teken.", en="Remove the character."),
)
_HIDDEN = (
    Text(
        nl="hier staat een onzichtbaar teken ({character})",
        en=("an invisible character ({character}) stands here"),
    ),
    Text(
        nl=(
            "zo'n teken kan de volgorde van letters omdraaien of iets verbergen: wat er staat is dan "
            "niet wat u ziet"
        ),
        en=(
            "such a character can turn the order of letters around or hide something: what "
            "stands there is not what you see"
        ),
    ),
    _CONTROL[2],
)
_NONE = "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_UNWANTED = (
    (
        "control-character",
        _CONTROL,
        re.compile(rf"[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef{_NONE}]"),
    ),
    (
        "hidden-character",
        _HIDDEN,
        re.compile(r"[\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"),
    ),
)
"""What cannot stand in a text: no characters by
https://www.unicode.org/versions/latest/core-spec/chapter-23/, and those that
turn or hide text, by https://www.unicode.org/reports/tr36/. Marks of direction (U+200E, U+200F) and joiners,
which languages need, may be used."""

_EMPTY = (
    Text(nl="het bestand is leeg", en="the file is empty"),
    Text(nl="er is niets om te tonen", en="there is nothing to show"),
    Text(nl="Vul het bestand of verwijder het.", en="Fill the file or remove it."),
)


def decode(path: str, raw: bytes) -> tuple[str | None, list[Diagnostic]]:
    """The text of a file with `\\n` line ends, or None when it is not UTF-8; and what is wrong with it."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [_not_utf8(path, raw, 0)]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(path, raw, error.start)]
    # What Windows puts before a text and at the end of its lines says nothing.
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if wrong := unwanted(text):
        index, code, texts = wrong
        return None, [finding(Location(path, *_position(text, index)), code, texts)]
    if not text.strip():
        return None, [finding(Location(path, 1, 1), "empty-file", _EMPTY)]
    return text, []


def unwanted(text: str) -> tuple[int, str, Texts] | None:
    """The first character that cannot stand in a text: its index, and what is wrong with it."""
    for code, (what, why, fix), pattern in _UNWANTED:
        if match := pattern.search(text):
            return match.start(), code, (what.filled(character=f"U+{ord(match[0]):04X}"), why, fix)
    return None


_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u(?P<number>[0-9a-fA-F]{4})|\\."
)
"""An escape of JSON: of a character in two parts, of any other, and of a sign."""


def unwanted_escapes(path: str, text: str) -> list[Diagnostic]:
    """What cannot stand in a text of JSON and is written there by its number."""
    found = []
    for row, line in enumerate(text.split("\n"), 1):
        for escape in _ESCAPE.finditer(line):
            if escape["number"] and (wrong := unwanted(chr(int(escape["number"], 16)))):
                found.append(finding(Location(path, row, escape.start() + 1), *wrong[1:]))
    return found


def _position(text: str, index: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, index) + 1
    return text.count("\n", 0, index) + 1, index - start + 1


def _not_utf8(path: str, raw: bytes, position: int) -> Diagnostic:
    from charset_normalizer import from_bytes  # only when a file is broken

    best = from_bytes(
        raw, cp_isolation=["cp1252", "utf_16", "utf_16_le", "utf_16_be", "cp850", "mac_roman"]
    ).best()
    before = raw[:position]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    what = _NOT_UTF8.filled(byte=f"0x{raw[position]:02x}", position=position + 1)
    what = what + _GUESS.filled(guess=best.encoding) if best else what
    return finding(Location(path, before.count(b"\n") + 1, column), "not-utf-8", (what, _WHY_UTF8, _FIX_UTF8))
