"""A YAML value that starts with a character that has a meaning in YAML, although an editor meant text.

`title: "Slim" toezicht` is text to an editor, and to YAML a quoted word with something behind it. A parser
notices that at the second word, or lines below. What is found here is where the value begins, and how to
write it whole.
"""

from __future__ import annotations

import re

from trendrapport.diagnostics import Text, Texts, every_filled
from trendrapport.files.yaml_mistakes import LONGEST, WHY, LineMistake

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
_BULLET = re.compile(r"(?P<before>\s*)\*\s+\S")

_START: Texts = (
    Text(
        nl="deze tekst begint met {sign}, en dat heeft in YAML een eigen betekenis",
        en="this text starts with {sign}, which has its own meaning in YAML",
    ),
    WHY,
    Text(
        nl="Zet de hele waarde tussen aanhalingstekens: {value}",
        en="Put the whole value in quotation marks: {value}",
    ),
)
_STAR: Texts = (
    Text(
        nl="een lijstpunt begint hier met een sterretje",
        en="a list item starts with an asterisk here",
    ),
    WHY,
    Text(nl='Begin elke regel van de lijst met "- ".', en='Start each line of the list with "- ".'),
)
_HASH: Texts = (
    Text(
        nl="een kleur begint met #, maar in YAML begint daarmee een opmerking",
        en="a colour starts with #, which starts a comment in YAML",
    ),
    WHY,
    Text(
        nl='Zet aanhalingstekens om de kleur: "{value}".',
        en='Put quotation marks around the colour: "{value}".',
    ),
)


def unquoted(line: str) -> LineMistake | None:
    """What has to be quoted, or was meant as a list, in a line that YAML could not read."""
    if len(line) > LONGEST:
        return None
    if bullet := _BULLET.match(line):
        return LineMistake(len(bullet["before"]), "yaml-indent", _STAR)
    if colour := _COLOUR.search(line):
        texts = every_filled(_HASH, value=colour["colour"])
        return LineMistake(colour.start("colour"), "yaml-quote", texts)
    match = _VALUE.match(line)
    if match and match[0].strip() and _goes_on(match["value"]):
        return _misquoted(match.end(), match["value"])
    return None


def _goes_on(value: str) -> bool:
    """Whether text follows where, to YAML, the value has ended."""
    pattern = _BEHIND.get(value[0])
    return pattern is not None and bool(pattern.match(value) or _OPEN_QUOTE.fullmatch(value))


def _misquoted(column: int, value: str) -> LineMistake:
    code = "yaml-character" if value[0] in "%@`" else "yaml-quote"
    return LineMistake(column, code, every_filled(_START, sign=value[0], value=quoted(value)))


def quoted(value: str) -> str:
    """A text between quotation marks, as YAML reads it back."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    doubled = value.replace("'", "''")
    return f"'{doubled}'"
