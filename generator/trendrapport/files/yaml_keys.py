"""A line among keys that YAML cannot read: a colon or the space after a hyphen is missing, or it is indented
too far.
"""

from __future__ import annotations

import re

from trendrapport.diagnostics import Text, Texts, every_filled, shortened
from trendrapport.files.yaml_mistakes import LONGEST, WHY, LineMistake

_EQUALS = re.compile(r"\s*(?P<key>[A-Za-z][\w-]*)\s*(?P<sign>=)\s*(?P<value>[^\s=].*?)\s*")
_NO_EQUALS: Texts = (
    Text(
        nl='achter "{key}" staat = in plaats van een dubbele punt',
        en='"{key}" is followed by = instead of a colon',
    ),
    WHY,
    Text(nl='Schrijf "{key}: {value}".', en='Write "{key}: {value}".'),
)
_NO_COLON: Texts = (
    Text(nl='in deze regel ontbreekt de dubbele punt: "{line}"', en='this line has no colon: "{line}"'),
    WHY,
    Text(
        nl=(
            'Schrijf "sleutel: waarde". Hoort de regel bij de tekst erboven, laat die dan twee '
            "spaties inspringen."
        ),
        en='Write "key: value". If the line belongs to the text above it, indent it by two spaces.',
    ),
)

_DASH: Texts = (
    Text(
        nl="achter het streepje van dit lijstpunt ontbreekt een spatie",
        en="a space is missing after the hyphen of this list item",
    ),
    WHY,
    Text(nl='Schrijf "- {item}".', en='Write "- {item}".'),
)
_ITEM = re.compile(r"(?P<before>[ ]*)-(?P<item>[^\s-][^:]*)")
_FURTHER: Texts = (
    Text(
        nl="deze regel springt verder in dan de regel erboven, die al een waarde heeft",
        en="this line is indented further than the line above, which already has a value",
    ),
    WHY,
    Text(
        nl='Laat de regel even ver inspringen als "{above}" erboven.',
        en='Indent the line as far as "{above}" above it.',
    ),
)
_OTHER_STARTS = ("-", "#", "?", '"', "'", "[", "{")
"""What a line begins with that is no key."""
_PAIR = re.compile(r"[ ]*(?P<key>[A-Za-z][\w-]*):(?:[ ]+\S.*)")


def too_far_in(line: str, above: str) -> LineMistake | None:
    """Whether a line with a key is indented below one that already has a value."""
    if len(line) > LONGEST or len(above) > LONGEST or _indent(line) <= _indent(above):
        return None
    before = _PAIR.fullmatch(above)
    if before is None or _PAIR.fullmatch(line) is None:
        return None
    return LineMistake(_indent(line), "yaml-indent", every_filled(_FURTHER, above=before["key"]))


def without_colon(line: str, above: str = "") -> LineMistake | None:
    """Why a line among keys is no key; `above` is the line before it, of which it may be the rest."""
    if _goes_on_with(above, line):
        return None
    if item := _ITEM.fullmatch(line):
        texts = every_filled(_DASH, item=shortened(item["item"].strip()))
        better = f"{item['before']}- {item['item']}"
        return LineMistake(len(item["before"]), "yaml-colon", texts, better)
    if equals := _EQUALS.fullmatch(line):
        texts = every_filled(_NO_EQUALS, key=equals["key"], value=shortened(equals["value"]))
        better = f"{line[: equals.end('key')]}: {equals['value']}"
        return LineMistake(equals.start("sign"), "yaml-colon", texts, better)
    if _is_bare_text(line):
        texts = every_filled(_NO_COLON, line=shortened(line.strip()))
        return LineMistake(_indent(line), "yaml-colon", texts)
    return None


def _goes_on_with(above: str, line: str) -> bool:
    """Whether a line is the rest of a text that begins above it."""
    begins_block = above.rstrip().endswith(":")
    return _indent(line) > _indent(above) and bool(above.strip()) and not begins_block


def _is_bare_text(line: str) -> bool:
    return bool(line.strip()) and ":" not in line and not line.lstrip().startswith(_OTHER_STARTS)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
