"""A file's bytes to text: UTF-8, without characters that hide or reverse it.

Whatever the bytes are, findings come back as diagnostics.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from trendrapport.diagnostics import Diagnostic, Location, Text, Texts, every_filled, finding, mended_by
from trendrapport.diagnostics.changes import AddKeys, Edit, Recode
from trendrapport.files.encodings import encoding_of

_NOT_UTF8 = Text(
    nl="byte {byte} op positie {position} is geen UTF-8",
    en="byte {byte} at position {position} is not UTF-8",
)
_GUESS = Text(nl="(dit bestand lijkt {guess} te zijn)", en="(this file seems to be {guess})")
_WHY_UTF8 = Text(
    nl="alleen UTF-8 toont elk teken op elke computer gelijk",
    en="only UTF-8 shows every character the same on every computer",
)
_FIX_UTF8 = Text(
    nl="Open het bestand in uw editor en bewaar het als UTF-8.",
    en="Open the file in your editor and save it as UTF-8.",
)
_ENCODING = Text(
    nl="Zet in het .datapackage.yml-bestand onder path: encoding: {guess}. Of:",
    en="In the .datapackage.yml file, add below path: encoding: {guess}. Or:",
)
_OTHER_ENCODING: Texts = (
    Text(
        nl="het bestand is geen {encoding}, de tekenset die de beschrijving noemt",
        en="the file is not {encoding}, the encoding in its descriptor",
    ),
    Text(
        nl="letters met accenten zouden als andere tekens verschijnen",
        en="letters with accents would appear as other characters",
    ),
    Text(
        nl="Schrijf in het .datapackage.yml-bestand: encoding: {guess}.",
        en="In the .datapackage.yml file, write: encoding: {guess}.",
    ),
)
_UTF8_AFTER_ALL: Texts = (
    Text(
        nl="het bestand is UTF-8, terwijl de beschrijving een andere tekenset noemt",
        en="the file is UTF-8, but its descriptor names another encoding",
    ),
    _OTHER_ENCODING[1],
    Text(
        nl="Verwijder in het .datapackage.yml-bestand de regel met encoding.",
        en="In the .datapackage.yml file, remove the line with encoding.",
    ),
)
_CONTROL = (
    Text(
        nl="hier staat een onzichtbaar stuurteken ({character})",
        en="there is an invisible control character here ({character})",
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
        en="there is an invisible character here ({character})",
    ),
    Text(
        nl="zo'n teken kan letters omdraaien of iets verbergen: wat er staat, is niet wat u ziet",
        en="such a character can reverse letters or hide something: the text is not what you see",
    ),
    _CONTROL[2],
)
_PLANES = range(0x10000, 0x120000, 0x10000)
"""Where each plane of Unicode ends; its last two numbers are no characters."""
_NONE = "".join(f"{chr(end - 2)}{chr(end - 1)}" for end in _PLANES)
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
"""What a text cannot have: what is no character
(https://www.unicode.org/versions/latest/core-spec/chapter-23/), and what turns or hides text
(https://www.unicode.org/reports/tr36/). Marks of direction (U+200E, U+200F) and joiners may be used, as
languages need them.
"""

_NOT_WANTED = re.compile("|".join(pattern.pattern for _, _, pattern in _UNWANTED))
_HIDING = _UNWANTED[1][2]
_UNDEFINED = frozenset((0x81, 0x8D, 0x8F, 0x90, 0x9D))
_WINDOWS = {chr(code): bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in _UNDEFINED}
"""The characters of Windows-1252 that another program took for control characters."""
MOST_HIDDEN = 1000
"""Characters in a text that are taken out by themselves: more have another cause."""

_EMPTY = (
    Text(nl="het bestand is leeg", en="the file is empty"),
    Text(nl="er valt niets te tonen", en="there is nothing to show"),
    Text(nl="Vul het bestand, of verwijder het.", en="Fill the file, or remove it."),
)


def decode(path: str, raw: bytes) -> tuple[str | None, list[Diagnostic]]:
    """The text of a file with `\\n` line ends, or None when it is not UTF-8; and what is wrong with it."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [_not_utf8(path, raw, 0)]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(path, raw, error.start)]
    return _wanted(path, text)


def _wanted(path: str, text: str) -> tuple[str | None, list[Diagnostic]]:
    """A text with `\n` line ends, if it has no characters that it cannot have."""
    # What Windows puts before a text and at the end of its lines says nothing.
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if wrong := unwanted(text):
        found = finding(Location(path, *_position(text, wrong.index)), wrong.code, wrong.texts)
        return None, [mended_by(found, *_without_hidden(path, text))]
    if not text.strip():
        return None, [finding(Location(path, 1, 1), "empty-file", _EMPTY)]
    return text, []


_LATIN, _OF_WINDOWS = "iso8859-1", re.compile(rb"[\x80-\x9f]")
"""An encoding, and what no text in it has: these are letters and signs of Windows, such as the euro."""


def decode_table(path: str, raw: bytes, encoding: str | None) -> tuple[str | None, list[Diagnostic]]:
    """The text of a table, whose descriptor may give it another encoding (as Python calls it); the same as
    `decode`.
    """
    if encoding in (None, "utf-8", "utf-8-sig"):
        text, found = decode(path, raw)
        return text, [_with_encoding(one, raw) for one in found]
    if _is_utf8(raw):
        return None, [finding(Location(path, 1, 1), "other-encoding", _UTF8_AFTER_ALL)]
    if encoding == _LATIN and _OF_WINDOWS.search(raw):
        texts = every_filled(_OTHER_ENCODING, encoding="iso-8859-1", guess="windows-1252")
        return None, [finding(Location(path, 1, 1), "other-encoding", texts)]
    try:
        text = raw.decode(str(encoding))
    except UnicodeError as error:
        texts = every_filled(_OTHER_ENCODING, encoding=encoding, guess=_guess(raw) or "utf-8")
        at = Location(path, raw[: getattr(error, "start", 0)].count(b"\n") + 1, 1)
        return None, [finding(at, "other-encoding", texts)]
    return _wanted(path, text)


def _is_utf8(raw: bytes) -> bool:
    """Whether bytes can hardly be anything else than UTF-8: letters with accents are of two bytes or more."""
    try:
        return not raw.isascii() and bool(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _with_encoding(found: Diagnostic, raw: bytes) -> Diagnostic:
    """A finding on an encoding, with what the descriptor can say of it."""
    guess = _guess(raw) if found.code == "not-utf-8" else ""
    if not guess:
        return found
    told = replace(found, fix=_ENCODING.filled(guess=guess) + found.fix)
    # A file that a program made is left as that program makes it again.
    descriptor = found.location.path.removesuffix(".csv") + ".datapackage.yml"
    keys = AddKeys(descriptor, ("resources", 0), f"encoding: {guess}")
    return mended_by(told, keys) if found.changes else told


@dataclass(frozen=True)
class Unwanted:
    """A character that a text cannot have: where it is, and what is wrong with it."""

    index: int
    code: str
    texts: Texts


def unwanted(text: str) -> Unwanted | None:
    """The first character that a text cannot have."""
    for code, texts, pattern in _UNWANTED:
        if match := pattern.search(text):
            character = f"U+{ord(match[0]):04X}"
            return Unwanted(match.start(), code, every_filled(texts, character=character))
    return None


def _without_hidden(path: str, text: str) -> list[Edit]:
    """What takes hidden characters from a text, and gives Windows' signs their own characters; nothing if
    there are other characters that it cannot have.
    """
    edits = []
    for match in _NOT_WANTED.finditer(text):
        character = match[0]
        better = "" if _HIDING.match(character) else _WINDOWS.get(character)
        if better is None:
            return []
        edits.append(Edit(Location(path, *_position(text, match.start())), character, better))
        if len(edits) > MOST_HIDDEN:
            return []
    return edits


def without_unwanted(text: str) -> str:
    """A text without the characters that a text cannot have."""
    return _NOT_WANTED.sub("", text)


_LIKELY = ["cp1252", "utf_16", "utf_16_le", "utf_16_be", "cp850", "mac_roman"]
"""The encodings in which a file may be that is not in UTF-8."""
_NAMES = {
    "cp1252": "windows-1252",
    "utf-16": "utf-16",
    "utf_16": "utf-16",
    "utf_16_le": "utf-16le",
    "utf_16_be": "utf-16be",
    "mac_roman": "macintosh",
}
"""What they are called outside Python."""
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u(?P<number>[0-9a-fA-F]{4})|\\."
)
"""An escape of JSON: of a character in two parts, of any other, and of a sign."""


def unwanted_escapes(path: str, text: str) -> list[Diagnostic]:
    """The characters that a text cannot have, written by their numbers in JSON."""
    found = []
    for row, line in enumerate(text.split("\n"), 1):
        for escape in _ESCAPE.finditer(line):
            wrong = unwanted(chr(int(escape["number"], 16))) if escape["number"] else None
            if wrong:
                found.append(finding(Location(path, row, escape.start() + 1), wrong.code, wrong.texts))
    return found


def _position(text: str, index: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, index) + 1
    return text.count("\n", 0, index) + 1, index - start + 1


def _guess(raw: bytes) -> str:
    """The encoding in which bytes seem to be; empty if they do not show it."""
    from charset_normalizer import from_bytes  # only when a file is broken

    if sure := encoding_of(raw):
        return _NAMES.get(sure, sure)
    best = from_bytes(raw, cp_isolation=_LIKELY).best()
    return _NAMES.get(best.encoding, best.encoding) if best else ""


def _not_utf8(path: str, raw: bytes, position: int) -> Diagnostic:
    best = _guess(raw)
    before = raw[:position]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    what = _NOT_UTF8.filled(byte=f"0x{raw[position]:02x}", position=position + 1)
    if best:
        what += _GUESS.filled(guess=best)
    at = Location(path, before.count(b"\n") + 1, column)
    found = finding(at, "not-utf-8", (what, _WHY_UTF8, _FIX_UTF8))
    sure = encoding_of(raw)
    return mended_by(found, Recode(path, sure)) if sure else found
