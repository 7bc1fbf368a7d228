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

_COMMENT = re.compile(r"\s#")
"""What begins a comment, which readers should not get."""
_COLON = re.compile(
    r"""(?P<before>\s*(?:-\s+)*[A-Za-z][\w-]*:\s+)(?P<value>[^\s"'\[\]{}&*|>%@`#,].*:\s.*?)(?P<after>\s*)"""
)
"""A key with a value that has a colon and a space in it."""
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
        column = len(bullet["before"])
        return LineMistake(column, "yaml-indent", _STAR, f"{line[:column]}-{line[column + 1 :]}")
    if colour := _COLOUR.search(line):
        texts = every_filled(_HASH, value=colour["colour"])
        column, end = colour.span("colour")
        better = f'{line[:column]}"{colour["colour"]}"{line[end:]}'
        return LineMistake(column, "yaml-quote", texts, better)
    match = _VALUE.match(line)
    if match and match[0].strip() and _goes_on(match["value"]):
        return _misquoted(line, match.end(), match["value"])
    return None


def _goes_on(value: str) -> bool:
    """Whether text follows where, to YAML, the value has ended."""
    pattern = _BEHIND.get(value[0])
    return pattern is not None and bool(pattern.match(value) or _OPEN_QUOTE.fullmatch(value))


def _misquoted(line: str, column: int, value: str) -> LineMistake:
    code = "yaml-character" if value[0] in "%@`" else "yaml-quote"
    texts = every_filled(_START, sign=value[0], value=quoted(value))
    # What begins with | or > may be a text on the lines below.
    is_sure = value[0] not in "|>" and not _COMMENT.search(value)
    return LineMistake(column, code, texts, line[:column] + quoted(value) if is_sure else None)


def colon_quoted(line: str) -> str | None:
    """A line with a key of which the value has a colon, with that value between quotation marks."""
    match = _COLON.fullmatch(line)
    if match is None or len(line) > LONGEST or _COMMENT.search(match["value"]):
        return None
    return f"{match['before']}{quoted(match['value'])}{match['after']}"


def quoted(value: str) -> str:
    """A text between quotation marks, as YAML reads it back."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    doubled = value.replace("'", "''")
    return f"'{doubled}'"
