"""Values in YAML that are read differently than they were meant, without an error from the parser.

An unquoted text ends at ` #`, in a list or a block between brackets at a comma, and begins after `&name`. A
no-break space is a letter, and so is a curly quotation mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import yaml

from trendrapport.diagnostics import Severity, Text, Texts, every_filled, shortened
from trendrapport.files.yaml_mistakes import LineMistake
from trendrapport.files.yaml_quoting import quoted

NO_BREAK = "\u00a0\u2007\u202f"
"""Spaces that YAML takes for letters."""

_OPENING, _CLOSING = "“„”‘‚", "”“’‘"


@dataclass(frozen=True)
class Loss:
    """One of them, and at which character of the text it is."""

    index: int
    code: str
    texts: Texts
    severity: Severity = Severity.ERROR
    better: tuple[str, str] | None = None
    """What is there, and what should be instead, if nothing else can be meant."""


_WHOLE = Text(
    nl="Zet de hele tekst tussen aanhalingstekens: {whole}.",
    en="Put the whole text in quotation marks: {whole}.",
)
_COMMENT = (
    Text(
        nl='"{lost}" valt weg: na een spatie begint # een opmerking',
        en='"{lost}" is lost: after a space, # starts a comment',
    ),
    Text(nl="lezers zouden die woorden niet krijgen", en="readers would not get those words"),
    _WHOLE
    + Text(
        nl="Is het een opmerking, zet dan een spatie achter #.",
        en="If it is a comment, put a space after #.",
    ),
)
_ANCHOR = (
    Text(
        nl='"{lost}" valt weg: & geeft in YAML een naam aan de waarde erachter',
        en='"{lost}" is lost: in YAML, & gives a name to the value after it',
    ),
    Text(
        nl="inhoud bestaat uit gewone gegevens, zonder verwijzingen",
        en="content is plain data, without references",
    ),
)
_QUOTE_OR_REMOVE = Text(
    nl='Zet de hele tekst tussen aanhalingstekens: {whole}. Of verwijder "{lost}".',
    en='Put the whole text in quotation marks: {whole}. Or remove "{lost}".',
)
_REMOVE = Text(
    nl="Verwijder dit, en schrijf de waarde voluit waar u ernaar verwijst.",
    en="Remove it, and write out the value where you refer to it.",
)
_BLANK = (
    Text(nl="hier staat een harde spatie", en="there is a no-break space here"),
    Text(
        nl="YAML ziet dit als een letter: wat ervoor staat, is dan geen sleutel of lijstpunt",
        en="YAML takes it for a letter: what comes before it is then not a key or a list item",
    ),
    Text(nl="Vervang dit teken door een gewone spatie.", en="Replace this character with an ordinary space."),
)
_NO_SPACE = (
    Text(nl="na deze dubbele punt ontbreekt een spatie", en="a space is missing after this colon"),
    Text(
        nl="zonder spatie hoort de dubbele punt bij de tekst",
        en="without a space, the colon belongs to the text",
    ),
    Text(nl='Schrijf "{key}: {value}".', en='Write "{key}: {value}".'),
)
_CURLY = (
    Text(
        nl="kromme aanhalingstekens zijn in YAML gewone letters",
        en="curly quotation marks are ordinary letters in YAML",
    ),
    Text(
        nl="lezers zien ze, en een dubbele punt of komma ertussen breekt de tekst af",
        en="readers see them, and a colon or comma between them cuts off the text",
    ),
    Text(
        nl=(
            "Schrijf rechte: {plain}. Moeten lezers ze zien, zet dan rechte aanhalingstekens om de "
            "hele tekst: {whole}"
        ),
        en=(
            "Write straight ones: {plain}. If readers should see them, put straight ones around the "
            "whole text: {whole}"
        ),
    ),
)
_COMMA = (
    Text(nl="deze komma begint een nieuw lijstpunt", en="this comma starts a new list item"),
    Text(
        nl="lezers zouden twee lijstpunten zien in plaats van één",
        en="readers would see two items instead of one",
    ),
    _WHOLE
    + Text(
        nl="Zijn het twee lijstpunten, zet ze dan elk tussen aanhalingstekens.",
        en="If these are two items, put each in quotation marks.",
    ),
)
_COMMA_KEY = (
    Text(nl='deze komma begint een nieuwe sleutel: "{lost}"', en='this comma starts a new key: "{lost}"'),
    Text(nl="een sleutel heeft een dubbele punt en een waarde", en="a key has a colon and a value"),
    _WHOLE,
)

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_HASH = re.compile(r"[ \t]+(?P<words>#[^\s#][^\n]*)")
_HASH_BELOW = re.compile(r"[ \t]*\n(?P<indent>[ \t]+)(?P<words>#[^\s#][^\n]*)")
_INDENT = re.compile(r"[ \t]*(?:-[ \t]+)*")
_STUCK = re.compile(r"""\s*(?:-\s+)*(?P<key>[\w-]+):(?P<value>[^\s:/][^\n]*)""")
_CURLY_START = re.compile(r"[^\"'“„]*(?:[:,\[{-][ \t]*)(?=[“„])")
_NO_BREAK_AFTER = re.compile(rf"[ \t]*(?:-[ \t]+)*(?:[\w-]+:|-)(?=[{NO_BREAK}])|[ \t]*(?=[{NO_BREAK}])")


def losses(node: yaml.Node, text: str) -> Iterator[Loss]:
    """What is lost of a value of a YAML text, or read as something else."""
    start = node.start_mark.index
    if text.startswith("&", start) and not _begins_with_key(node):
        yield _anchor(node, text)
    elif isinstance(node, yaml.ScalarNode) and not node.style:
        yield from _plain(node, text)
    elif isinstance(node, yaml.SequenceNode) and node.flow_style:
        yield from _split_items(node, text)
    elif isinstance(node, yaml.MappingNode) and node.flow_style:
        yield from _split_values(node, text)


def _begins_with_key(node: yaml.Node) -> bool:
    """Whether the beginning of a node belongs to its first key."""
    if not isinstance(node, yaml.MappingNode) or not node.value:
        return False
    first_key, _ = node.value[0]
    return bool(first_key.start_mark.index == node.start_mark.index)


def _anchor(node: yaml.Node, text: str) -> Loss:
    start, end = node.start_mark.index, node.end_mark.index
    name = re.match(r"&[^\s,\[\]{}]*", text[start:end])
    lost = shortened(name[0] if name else "&")
    fix = _REMOVE
    if isinstance(node, yaml.ScalarNode) and not node.style:
        fix = _QUOTE_OR_REMOVE.filled(whole=quoted(text[start:end]), lost=lost)
    what, why = _ANCHOR
    return Loss(start, "yaml-anchor", (what.filled(lost=lost), why, fix))


def _plain(node: yaml.ScalarNode, text: str) -> Iterator[Loss]:
    """What an unquoted value loses, or has too much."""
    start, end, value = node.start_mark.index, node.end_mark.index, node.value
    before = text[text.rfind("\n", 0, start) + 1 : start]
    if not value or node.tag.endswith(":str"):
        yield from _comment(value, before, text, end)
    begins_line = not before.strip(" \t-")
    hard = _NO_BREAK_AFTER.match(value) if begins_line else None
    if hard:
        blanks = _blanks(value, hard.end())
        yield Loss(start + hard.end(), "yaml-blank", _BLANK, better=(blanks, " " * len(blanks)))
    elif _is_in_curly_quotes(value):
        texts = every_filled(_CURLY, plain=quoted(value[1:-1]), whole=quoted(value))
        yield Loss(start, "curly-quotes", texts, Severity.WARNING)


def _is_in_curly_quotes(value: str) -> bool:
    return (
        len(value) > 1
        and value[0] in _OPENING
        and value[-1] in _CLOSING
        and not re.search("[“”„‘]", value[1:-1])
    )


def _comment(value: str, before: str, text: str, end: int) -> Iterator[Loss]:
    """Words behind a value that became a comment."""
    comment = _HASH.match(text, end)
    if value and not comment:
        comment = _comment_below(before, text, end)
    if not comment:
        return
    words = comment["words"].rstrip()
    whole = f"{value} {words}".lstrip(" ")
    texts = every_filled(_COMMENT, lost=shortened(words), whole=quoted(whole))
    is_colour = not value and _COLOUR.fullmatch(words)
    better = (words, quoted(words)) if is_colour else None
    yield Loss(comment.start("words"), "yaml-comment", texts, better=better)


def _comment_below(before: str, text: str, end: int) -> re.Match[str] | None:
    """A comment on the line below a value, if its indent says that it goes on with that value."""
    following = _HASH_BELOW.match(text, end)
    indent = _INDENT.match(before)
    if following and indent and len(following["indent"]) > indent.end():
        return following
    return None


def _split_items(node: yaml.SequenceNode, text: str) -> Iterator[Loss]:
    """A sentence in a list between brackets that a comma made into two items."""
    for first, second in pairwise(node.value):
        if _is_text(first) and _is_text(second) and _is_one_sentence(first.value, second.value):
            whole = quoted(f"{first.value}, {second.value}")
            comma = text.index(",", first.end_mark.index)
            yield Loss(comma, "yaml-comma", every_filled(_COMMA, whole=whole), Severity.WARNING)


def _is_text(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and bool(node.value)


def _is_one_sentence(first: str, second: str) -> bool:
    """Whether the second text goes on where a sentence of three words or more stopped without a full stop."""
    begins = len(first.split()) > 2 and first[0].isupper() and first[-1] not in ".!?"
    return begins and (second[0].islower() or second[-1] in ".!?")


def _split_values(node: yaml.MappingNode, text: str) -> Iterator[Loss]:
    """A text in a block between braces whose part behind a comma became a key."""
    for (_, before), (key, value) in pairwise(node.value):
        is_bare = isinstance(value, yaml.ScalarNode) and value.start_mark.index == key.end_mark.index
        if is_bare and _is_text(before) and _is_text(key):
            comma = text.index(",", before.end_mark.index)
            texts = every_filled(
                _COMMA_KEY, lost=shortened(key.value), whole=quoted(f"{before.value}, {key.value}")
            )
            yield Loss(comma, "yaml-comma", texts)


def _blanks(text: str, start: int) -> str:
    """The no-break spaces in a text from a character on."""
    end = start
    while text[end : end + 1] and text[end] in NO_BREAK:
        end += 1
    return text[start:end]


def misread(line: str) -> LineMistake | None:
    """What in a line that YAML could not read is something else to it than to an editor."""
    if hard := _NO_BREAK_AFTER.match(line):
        blanks = len(_blanks(line, hard.end()))
        better = f"{line[: hard.end()]}{' ' * blanks}{line[hard.end() + blanks :]}"
        return LineMistake(hard.end(), "yaml-blank", _BLANK, better)
    if curly := _CURLY_START.match(line):
        words = re.split("[”“]", line[curly.end() + 1 :])[0]
        texts = every_filled(_CURLY, plain=quoted(words), whole=quoted(f"“{words}”"))
        return LineMistake(curly.end(), "curly-quotes", texts)
    if stuck := _STUCK.fullmatch(line):
        texts = every_filled(_NO_SPACE, key=stuck["key"], value=shortened(stuck["value"].strip()))
        spaced = f"{line[: stuck.start('value')]} {stuck['value']}" if stuck["key"][0].isalpha() else None
        return LineMistake(stuck.start("value") - 1, "yaml-colon", texts, spaced)
    return None
