"""Charts as values: the words around a drawing, what it says, and its table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from xml.etree import ElementTree

from trendrapport.charts.drawing.jobs import Drawing
from trendrapport.documents.blocks import Align, Cell, Figure, Row, Table
from trendrapport.documents.inlines import Text
from trendrapport.pages.parts import figure as shown
from trendrapport.pages.view import View


@dataclass(frozen=True)
class FigureReader:
    """Reads the figures of a report; they stay in its own language, also in a translation."""

    view: View
    drawings: Mapping[str, Drawing]

    @cached_property
    def _own(self) -> View:
        """The report in its own language."""
        return View(self.view.report)

    def figure(self, name: str, number: int | None) -> Iterator[Figure]:
        """A chart; nothing where readers do not get it."""
        found = shown.figure(self._own, name, "", number)
        if found is None:
            return
        yield Figure(
            name=name,
            number=number,
            label=self._label(number),
            title=found.title,
            subtitle=found.subtitle,
            description=found.description,
            caption=found.caption or "",
            credit=self._credit(found),
            address=found.address,
            notes=tuple(found.footnotes),
            **self._drawn(name),
            language=self._language,
        )

    def _label(self, number: int | None) -> str:
        """The number of a figure in words."""
        if number is None:
            return ""
        return self._own.labels("figure", number=number)

    def _drawn(self, name: str) -> dict[str, Any]:
        """What the drawing of a chart says, and its table."""
        drawing = self.drawings.get(name)
        if drawing is None:
            return {}
        return {"sentences": _sentences(drawing.texts["words"]), "table": _table(drawing.texts["table"])}

    @property
    def _language(self) -> str:
        """The language of the figures, where that is not the document's."""
        own = self._own.labels.language
        if own == self.view.labels.language:
            return ""
        return own

    def _credit(self, found: shown.Figure) -> str:
        """Whose data it shows, when they were fetched, and under which licence."""
        label, source = self._own.labels, found.source or {}
        whose = source.get("who") or source.get("title") or ""
        if found.created:
            whose += f", {label('retrieved', date=found.created)}"
        licence = found.licence.get("title") or found.licence["name"]
        return f"{label('source')}: {whose}. {label('licence')}: {licence}."


def _sentences(html: str) -> tuple[str, ...]:
    """The paragraphs and sentences of a chart's words (`charts/formats/words.py`)."""
    found = []
    for element in _parsed(html).iter():
        if element.tag in {"p", "li"}:
            found.append(_text(element))
    return tuple(found)


def _table(html: str) -> Table | None:
    """The table of a chart (`charts/formats/table.py`)."""
    parsed = _parsed(html)
    rows: list[Row] = []
    printed: list[int] = []
    for element in parsed.iter("tr"):
        if "beyond" not in element.get("class", ""):
            printed.append(len(rows) - 1)
        rows.append(tuple(map(_cell, element)))
    if not rows:
        return None
    if len(printed) == len(rows):
        printed.clear()
    return Table(
        rows[0],
        tuple(rows[1:]),
        title="".join(map(_text, parsed.iter("caption"))),
        printed=tuple(printed[1:]),
        rest="".join(map(_text, parsed.iter("p"))),
    )


def _cell(element: ElementTree.Element) -> Cell:
    align = Align.RIGHT if element.get("class") == "number" else Align.LEFT
    return Cell((Text(_text(element)),), align, element.get("scope") == "row")


def _parsed(html: str) -> ElementTree.Element:
    """Our own HTML, which is XML too."""
    return ElementTree.fromstring(f"<div>{html}</div>")  # noqa: S314 - made by this generator


def _text(element: ElementTree.Element) -> str:
    return "".join(element.itertext())
