"""Elements of WordprocessingML (ECMA-376, part 1): their names without namespaces, and text that XML can
hold.

The order of elements within a paragraph's and a run's properties is that of the standard; programs refuse
another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from trendrapport.documents.cleaning import clean

Element = Any
"""An element of lxml, which has no types."""

_PIECES = re.compile("([\t\n\u2011])")
_MEANT = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen"}

SMALL = ("superscript", "subscript")
"""Where small letters can be (ECMA-376, part 1, 17.18.96)."""


def w(tag: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """An element of a document; children that are None are left out."""
    made = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    made.extend([child for child in children if child is not None])
    return made


def when(wanted: object, tag: str, /, **attributes: str | int) -> Element | None:
    """An element without content, or nothing if it is not wanted."""
    if not wanted:
        return None
    return w(tag, **attributes)


@dataclass(frozen=True)
class Face:
    """How words are set apart."""

    style: str = ""
    """A style of characters."""
    added: frozenset[str] = field(default=frozenset())
    """What is added to that: `b`, `i`, `strike`, `superscript` or `subscript`."""
    language: str = ""

    def also(self, style: str, added: str) -> Face:
        """The same and a style; within words that have one, only what that style adds."""
        if self.style or not style:
            return replace(self, added=self.added | {added})
        return replace(self, style=style)

    def properties(self) -> Element | None:
        """Those of a run."""
        if self == PLAIN:
            return None
        style = when(self.style, "rStyle", val=self.style)
        added = [w(name) for name in ("b", "i", "strike") if name in self.added]
        language = when(self.language, "lang", val=self.language)
        place = [w("vertAlign", val=name) for name in SMALL if name in self.added]
        return w("rPr", style, *added, *place, language)


PLAIN = Face()


def run(text: str, face: Face = PLAIN) -> Element:
    """Words that look the same."""
    return w("r", face.properties(), *_said(text))


def _said(text: str) -> Iterator[Element]:
    for piece in _PIECES.split(clean(text)):
        if piece in _MEANT:
            yield w(_MEANT[piece])
        elif piece:
            said = w("t")
            said.text = piece
            said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            yield said


def paragraph(style: str, *inside: Element, properties: tuple[Element, ...] = ()) -> Element:
    """A paragraph in a style, with further properties in the order of the standard."""
    return w("p", w("pPr", w("pStyle", val=style), *properties), *inside)


def computed(code: str, shown: str, face: Face = PLAIN) -> Iterator[Element]:
    """A field: what a program works out from `code`, and what is shown until it does."""
    yield w("r", face.properties(), w("fldChar", fldCharType="begin"))
    instruction = w("instrText")
    instruction.text = f" {code} "
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    yield w("r", face.properties(), instruction)
    yield w("r", face.properties(), w("fldChar", fldCharType="separate"))
    yield run(shown, face)
    yield w("r", face.properties(), w("fldChar", fldCharType="end"))
