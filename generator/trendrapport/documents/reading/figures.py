"""Charts as values: the words around a drawing, what it says, and its table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree

from trendrapport.charts.drawing.jobs import Drawing
from trendrapport.documents.blocks import Align, Cell, Figure, Row, Table, Text
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
        drawing = self.drawings.get(name)
        own, language = self._own.labels, self._own.labels.language
        yield Figure(
            name=name,
            number=number,
            label=own("figure", number=number) if number else "",
            title=found.title,
            subtitle=found.subtitle,
            description=found.description,
            caption=found.caption or "",
            credit=self._credit(found),
            address=found.address,
            notes=tuple(found.footnotes),
            told=_told(drawing.texts["words"]) if drawing else (),
            table=_table(drawing.texts["table"]) if drawing else None,
            language=language if language != self.view.labels.language else "",
        )

    def _credit(self, found: shown.Figure) -> str:
        """Whose data it shows, when they were fetched, and under which licence."""
        label, source = self._own.labels, found.source or {}
        who = source.get("who") or source.get("title") or ""
        when = f", {label('retrieved', date=found.created)}" if found.created else ""
        licence = found.licence.get("title") or found.licence["name"]
        return f"{label('source')}: {who}{when}. {label('licence')}: {licence}."


def _told(html: str) -> tuple[str, ...]:
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
    title, rest = parsed.find(".//caption"), parsed.find(".//p")
    return Table(
        rows[0],
        tuple(rows[1:]),
        title=_text(title) if title is not None else "",
        printed=tuple(printed[1:]) if len(printed) < len(rows) else (),
        rest=_text(rest) if rest is not None else "",
    )


def _cell(element: ElementTree.Element) -> Cell:
    align = Align.RIGHT if element.get("class") == "number" else Align.LEFT
    return Cell((Text(_text(element)),), align, element.get("scope") == "row")


def _parsed(html: str) -> ElementTree.Element:
    """Our own HTML, which is XML too."""
    return ElementTree.fromstring(f"<div>{html}</div>")  # noqa: S314 - made by this generator


def _text(element: ElementTree.Element) -> str:
    return "".join(element.itertext())
