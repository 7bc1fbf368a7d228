"""A value in YAML whose first sign has a meaning there, and that goes on behind it: where it stands, and how
to write it whole.

`title: "Slim" toezicht` is text to an editor, and to YAML a quoted word with something behind it. A parser
notices at the second
word, or lines below.
"""

from __future__ import annotations

import re

from trendrapport.diagnostics import Text, Texts, every_filled, shortened

_VALUE = re.compile(r"""\s*(?:-\s+)*(?:[^\s#"'\[\]{}:,][^:\n]*:\s+)?(?=(?P<value>["'\[{*&!|>%@`].*?)\s*$)""")
"""What comes before a value on its line: dashes of a list, and a key."""

_BEHIND = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"\s*(?![\s:#])\S'),
    "'": re.compile(r"'(?:[^']|'')*'\s*(?![\s:#])\S"),
    "[": re.compile(r"\[[^\[\]]*\]\s*(?![\s:#])\S"),
    "{": re.compile(r"\{[^{}]*\}\s*(?![\s:#])\S"),
    "|": re.compile(r"\|[-+0-9]*\s+[^\s#]"),
    ">": re.compile(r">[-+0-9]*\s+[^\s#]"),
    "*": re.compile(r"\*\S"),
    "%": re.compile("%"),
    "@": re.compile("@"),
    "`": re.compile("`"),
}
"""By the first sign: a value that YAML reads as something with text behind it that cannot be there, or cannot
read at all.
"""

_OPEN_QUOTE = re.compile(r"'(?:[^']|'')*$")
_COLOUR = re.compile(r"[\[,]\s*(?P<colour>#[0-9a-fA-F]{3,8})\s*(?=[,\]]|$)")
_EQUALS = re.compile(r"\s*(?P<key>[A-Za-z][\w-]*)\s*(?P<sign>=)\s*(?P<value>[^\s=].*?)\s*")
_BULLET = re.compile(r"(?P<before>\s*)\*\s+\S")

WHY = Text(
    nl="zonder geldige YAML kan niets uit dit bestand gelezen worden",
    en=("without valid YAML nothing in this file can be read"),
)
_START = (
    Text(
        nl="deze tekst begint met {sign}, en dat heeft in YAML een eigen betekenis",
        en="this text begins with {sign}, and that has a meaning of its own in YAML",
    ),
    WHY,
    Text(
        nl="Zet de hele waarde tussen aanhalingstekens: {value}",
        en=("Put the whole value between quotation marks: {value}"),
    ),
)
_STAR = (
    Text(
        nl="een punt van een lijst begint hier met een sterretje",
        en=("an item of a list begins with an asterisk here"),
    ),
    WHY,
    Text(nl='Begin elke regel van de lijst met "- ".', en='Begin each line of the list with "- ".'),
)
_HASH = (
    Text(
        nl="een kleur begint met #, en daarmee begint in YAML een opmerking",
        en="a colour begins with #, which begins a comment in YAML",
    ),
    WHY,
    Text(
        nl='Zet aanhalingstekens om de kleur: "{value}".',
        en=('Put quotation marks around the colour: "{value}".'),
    ),
)
_NO_EQUALS = (
    Text(
        nl='achter "{key}" staat = in plaats van een dubbele punt',
        en=('"{key}" is followed by = and not by a colon'),
    ),
    WHY,
    Text(nl='Schrijf "{key}: {value}".', en='Write "{key}: {value}".'),
)
_NO_COLON = (
    Text(nl=('in deze regel ontbreekt de dubbele punt: "{line}"'), en='this line lacks a colon: "{line}"'),
    WHY,
    Text(
        nl=(
            'Schrijf "sleutel: waarde". Hoort de regel bij de tekst erboven, laat die dan met twee '
            "spaties inspringen."
        ),
        en=('Write "key: value". If the line belongs to the text above it, indent it by two blanks.'),
    ),
)

_DASH = (
    Text(
        nl="achter het streepje van een punt in een lijst ontbreekt een spatie",
        en=("the dash of an item in a list lacks its blank"),
    ),
    WHY,
    Text(nl='Schrijf "- {item}".', en='Write "- {item}".'),
)
_ITEM = re.compile(r"(?P<before>[ ]*)-(?P<item>[^\s-][^:]*)")
_FURTHER = (
    Text(
        nl="deze regel springt verder in dan de regel erboven, die al een waarde heeft",
        en="this line is indented further than the line above it, which has a value already",
    ),
    WHY,
    Text(
        nl='Laat de regel zo ver inspringen als "{above}" erboven.',
        en=('Indent the line as far as "{above}" above it.'),
    ),
)
_PAIR = re.compile(r"[ ]*(?P<key>[A-Za-z][\w-]*):(?:[ ]+\S.*)")


def further(line: str, above: str) -> tuple[int, str, Texts] | None:
    """Whether a line with a key is indented below one that has a value: the column (from 0), a code and the
    texts.
    """
    if len(line) > LONGEST or len(above) > LONGEST or _indent(line) <= _indent(above):
        return None
    before = _PAIR.fullmatch(above)
    if before is None or _PAIR.fullmatch(line) is None:
        return None
    return _indent(line), "yaml-indent", every_filled(_FURTHER, above=before["key"])


def keyless(line: str, above: str = "") -> tuple[int, str, Texts] | None:
    """What is wrong with a line among keys that has no colon: the column (from 0), a code and the texts.

    `above` is the line before it, of which it may be the rest.
    """
    if _indent(line) > _indent(above) and above.strip() and not above.rstrip().endswith(":"):
        return None
    if item := _ITEM.fullmatch(line):
        return len(item["before"]), "yaml-colon", every_filled(_DASH, item=shortened(item["item"].strip()))
    if equals := _EQUALS.fullmatch(line):
        return (
            equals.start("sign"),
            "yaml-colon",
            every_filled(_NO_EQUALS, key=equals["key"], value=shortened(equals["value"])),
        )
    if line.strip() and ":" not in line and not line.lstrip().startswith(("-", "#", "?", '"', "'", "[", "{")):
        return _indent(line), "yaml-colon", every_filled(_NO_COLON, line=shortened(line.strip()))
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


LONGEST = 1000
"""Characters of a line that is looked at: nobody writes a longer one, and the patterns take the square of its
length.
"""


def unquoted(line: str) -> tuple[int, str, Texts] | None:
    """What is wrong with a line that YAML could not read, if it is this: the column (from 0), a code and the
    texts.
    """
    if len(line) > LONGEST:
        return None
    if bullet := _BULLET.match(line):
        return len(bullet["before"]), "yaml-indent", _STAR
    if colour := _COLOUR.search(line):
        return colour.start("colour"), "yaml-quote", every_filled(_HASH, value=colour["colour"])
    match = _VALUE.match(line)
    if not match or not match[0].strip():
        return None
    value = match["value"]
    pattern = _BEHIND.get(value[0])
    if not pattern or not (pattern.match(value) or _OPEN_QUOTE.fullmatch(value)):
        return None
    what, why, fix = _START
    code = "yaml-character" if value[0] in "%@`" else "yaml-quote"
    return match.end(), code, (what.filled(sign=value[0]), why, fix.filled(value=quoted(value)))


def quoted(value: str) -> str:
    """A text between quotation marks, as YAML reads it back."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    doubled = value.replace("'", "''")
    return f"'{doubled}'"
