"""A value in YAML whose first sign has a meaning there, and that goes on behind it: where it stands, and how to write it whole.

`title: "Slim" toezicht` is text to an editor, and to YAML a quoted word with something behind it. A parser notices at the second
word, or lines below.
"""

from __future__ import annotations

import re

from trendrapport.diagnostics import Text, Texts

_VALUE = re.compile(r"""\s*(?:-\s+)*(?:[^\s#"'\[\]{}:,][^:\n]*:\s+)?(?=(?P<value>["'\[{*&!|>%@`].*?)\s*$)""")
"""What comes before a value on its line: dashes of a list, and a key."""

_BEHIND = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"\s*(?![\s:#])\S'), "'": re.compile(r"'(?:[^']|'')*'\s*(?![\s:#])\S"),
    "[": re.compile(r"\[[^\[\]]*\]\s*(?![\s:#])\S"), "{": re.compile(r"\{[^{}]*\}\s*(?![\s:#])\S"),
    "|": re.compile(r"\|[-+0-9]*\s+[^\s#]"), ">": re.compile(r">[-+0-9]*\s+[^\s#]"),
    "*": re.compile(r"\*\S"), "%": re.compile("%"), "@": re.compile("@"), "`": re.compile("`"),
}
"""By the first sign: a value that YAML reads as something with text behind it that cannot be there, or cannot read at all."""

_OPEN_QUOTE = re.compile(r"'(?:[^']|'')*$")
_BULLET = re.compile(r"(?P<before>\s*)\*\s+\S")

_WHY = Text(nl="zonder geldige YAML kan niets uit dit bestand gelezen worden", en="without valid YAML nothing in this file can be read")
_START = (Text(nl="deze tekst begint met {sign}, en dat heeft in YAML een eigen betekenis",
               en="this text begins with {sign}, and that has a meaning of its own in YAML"), _WHY,
          Text(nl="Zet de hele waarde tussen aanhalingstekens: {value}", en="Put the whole value between quotation marks: {value}"))
_STAR = (Text(nl="een punt van een lijst begint hier met een sterretje", en="an item of a list begins with an asterisk here"), _WHY,
         Text(nl='Begin elke regel van de lijst met "- ".', en='Begin each line of the list with "- ".'))


def unquoted(line: str) -> tuple[int, str, Texts] | None:
    """What is wrong with a line that YAML could not read, if it is this: the column (from 0), a code and the texts."""
    if bullet := _BULLET.match(line):
        return len(bullet["before"]), "yaml-indent", _STAR
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
