"""The bytes of a text file to text without characters that hide or reverse it, whatever encoding it has."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trendrapport.diagnostics import CannotRunError, Text, shortened
from trendrapport.files.decoding import unwanted, without_unwanted
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt
from trendrapport.intake.sheet import Place

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CODINGS = {
    "windows-1252": ("cp1252", "Windows-1252"),
    "dos-850": ("cp850", "DOS 850"),
    "mac-roman": ("mac_roman", "Mac Roman"),
}
"""The encodings of files that are not in UTF-8, the most likely first: Windows, old programs and old Macs."""
_USUAL = frozenset("áàâäãåçéèêëíìîïñóòôöõøúùûüýÿÁÀÂÄÅÇÉÈÊËÍÎÏÑÓÔÖØÚÛÜæœÆß€£§°±²³µ·½¼¾×–—‘’“”„…•«»†\u00a0")
_WORD = re.compile(r"[\w'-]*[^\x00-\x7f][\w'-]*")
_ACCENTED = re.compile(r"[^\x00-\x7f]")
_START = Place()

_QUESTION = Text(
    nl="Het bestand is geen UTF-8. Welke letters kloppen?",
    en="The file is not UTF-8. Which letters are right?",
)
_READ_AS = Text(nl="gelezen als {name}: {words}", en="read as {name}: {words}")
_BINARY = Text(
    nl='"{name}" is geen tekst en geen spreadsheet. Gebruik XLSX, ODS, CSV of TSV.',
    en='"{name}" is not text and not a spreadsheet. Use XLSX, ODS, CSV or TSV.',
)
_UTF16 = Text(nl="gelezen als UTF-16", en="read as UTF-16")
_CLEANED = Text(
    nl="onzichtbare tekens verwijderd: {count}, zoals {character}",
    en="invisible characters removed: {count}, such as {character}",
)


@dataclass(frozen=True)
class _Candidate:
    """A text in an encoding, with the number of its characters that Dutch and English texts hardly have."""

    name: str
    text: str
    odd: int


def text_of(name: str, raw: bytes, dialogue: Dialogue) -> str:
    """The text of a file, with `\\n` as line ends."""
    text = _decoded(name, raw, dialogue)
    if "\x00" in text:
        raise CannotRunError(_BINARY.filled(name=name))
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return _without_unwanted(plain, dialogue)


def _decoded(name: str, raw: bytes, dialogue: Dialogue) -> str:
    for mark, coding in _MARKS:
        if raw.startswith(mark):
            try:
                text = raw.decode(coding)
            except UnicodeDecodeError as error:
                raise CannotRunError(_BINARY.filled(name=name)) from error
            if coding == "utf-16":
                dialogue.tell("encoding", _START, _UTF16)
            return text
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _in_another(name, raw, dialogue)


def _in_another(name: str, raw: bytes, dialogue: Dialogue) -> str:
    """The text of bytes that are not UTF-8, by the encoding in which all letters are usual ones."""
    found = []
    for key in _CODINGS:
        candidate = _candidate(key, raw)
        if candidate:
            found.append(candidate)
    if not found or b"\x00" in raw:
        raise CannotRunError(_BINARY.filled(name=name))
    best = min(found, key=lambda one: one.odd)
    is_certain = not best.odd and sum(not one.odd for one in found) == 1
    choices = tuple(Choice(one.name, _told(one)) for one in found)
    doubt = Doubt("encoding", _START, _QUESTION, choices, best.name)
    chosen = dialogue.ask_unless(is_certain, doubt)
    return next(one.text for one in found if one.name == chosen)


def _candidate(name: str, raw: bytes) -> _Candidate | None:
    try:
        text = raw.decode(_CODINGS[name][0])
    except UnicodeDecodeError:
        return None
    odd = sum(_is_odd(text, found.start()) for found in _ACCENTED.finditer(text))
    return _Candidate(name, text, odd)


def _is_odd(text: str, at: int) -> bool:
    """Whether a character is unlikely there: a capital inside a word, a sign between letters."""
    character, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if character not in _USUAL:
        return True
    if character.isupper():
        return before.islower() or not (before.isalpha() or after.isalpha())
    return (
        not character.isalpha() and before.isalpha() and after.isalpha() and character not in "\u2019\u00b7"
    )


def _told(one: _Candidate) -> Text:
    words = list(dict.fromkeys(_WORD.findall(one.text)))[:3]
    return _READ_AS.filled(name=_CODINGS[one.name][1], words=", ".join(map(shortened, words)))


def _without_unwanted(text: str, dialogue: Dialogue) -> str:
    """A text without control characters and what hides or reverses text; that is told."""
    if not unwanted(text):
        return text
    kept = without_unwanted(text)
    wrong = unwanted(text)
    character = ""
    if wrong:
        character = f"U+{ord(text[wrong.index]):04X}"
    told = _CLEANED.filled(count=len(text) - len(kept), character=character)
    dialogue.tell("characters", _START, told)
    return kept
