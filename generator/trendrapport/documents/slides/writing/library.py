"""What python-pptx has no public name for, or no type."""

from __future__ import annotations

import re
from typing import Any

Made = Any
"""An object of python-pptx, whose types are half there: what is on a slide is not known before it runs."""


def element(made: Made) -> Made:
    """The XML of an object."""
    return made._element  # noqa: SLF001


def say_language(run: Made, tag: str) -> None:
    """Says in which language a run of text is."""
    run._r.get_or_add_rPr().set("lang", tag)  # noqa: SLF001


def say_language_of(font: Made, tag: str) -> None:
    """The same for all text with a font, such as that of a chart."""
    font._rPr.set("lang", tag)  # noqa: SLF001


def without_bullet(paragraph: Made) -> None:
    """A heading among paragraphs has no bullet, and starts at the left."""
    look = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    look.set("marL", "0")
    look.set("indent", "0")
    look.append(parsed("<a:buNone/>"))


def hide_in_legend(legend: Made, places: list[int]) -> None:
    """Leaves series out of a legend: parts of a line that has its name there already."""
    position = element(legend).find("{*}legendPos")
    for place in reversed(places):
        entry = f'<c:legendEntry><c:idx val="{place}"/><c:delete val="1"/></c:legendEntry>'
        position.addnext(parsed(entry))


def show_value(label: Made, pattern: str) -> None:
    """Shows the value at a point, by a pattern; the library shows only texts there."""
    made = label._get_or_add_dLbl()  # noqa: SLF001
    made.find("{*}showVal").set("val", "1")
    number = parsed('<c:numFmt formatCode="" sourceLinked="0"/>')
    number.set("formatCode", pattern)
    made.find("{*}idx").addnext(number)


def mark_months(axis: Made, months: int) -> None:
    """Names a moment on an axis of days every so many months."""
    after = element(axis).find("{*}lblOffset")
    for xml in (
        '<c:majorTimeUnit val="months"/>',
        f'<c:majorUnit val="{months}"/>',
        '<c:baseTimeUnit val="days"/>',
    ):
        after.addnext(parsed(xml))


def parsed(xml: str) -> Made:
    """XML of our own, without the spaces of the format's names."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    spaces = nsdecls("a", "c", "p", "r")
    return parse_xml(re.sub(r"^<[\w:]+", lambda start: f"{start[0]} {spaces}", xml))
