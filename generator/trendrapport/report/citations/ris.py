"""RIS, which EndNote, Mendeley and Zotero read: a line per field, each starting with a tag of two characters.

Tags: Research Information Systems, RIS Format Specifications (2011). Lines end as the specification asks, in
CR LF.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trendrapport.model.entries.sources import CslName, Source
from trendrapport.report.citations import date_parts, inverted

NAME = "RIS"
ENDING = "ris"
TYPE = "application/x-research-info-systems"

TYPES = {
    "chapter": "CHAP",
    "report": "RPRT",
    "webpage": "ELEC",
    "book": "BOOK",
    "article-journal": "JOUR",
    "dataset": "DATA",
    "thesis": "THES",
    "legislation": "STAT",
}
"""What is of no type here is `GEN`."""


def write(item: Source) -> str:
    """A record from `TY` to `ER`."""
    lines = [f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in _fields(item) if value]
    return "".join(lines) + "ER  - \r\n"


def write_all(items: Sequence[Source]) -> str:
    """A record for each, with a line between."""
    return "\r\n".join(map(write, items))


def _fields(item: Source) -> Iterator[tuple[str, str]]:
    yield "TY", TYPES.get(item.type, "GEN")
    yield "ID", item.id
    for name in item.author:
        yield "AU", _name(name)
    for name in item.editor:
        yield "ED", _name(name)
    yield "TI", item.title
    yield "T2", item.container_title or ""
    yield "PB", item.publisher or ""
    yield from _dates(item)
    yield "ET", str(item.version or "")
    yield "M3", item.genre or ""
    yield "N1", item.note or ""
    yield "AB", item.abstract or ""
    yield "LA", item.language or ""
    yield "UR", item.URL or ""


def _dates(item: Source) -> Iterator[tuple[str, str]]:
    """The year, and the date as far as it is known."""
    year, month, day, *_ = (*date_parts(item.issued), 0, 0, 0)
    if year:
        yield "PY", f"{year:04d}"
    if month:
        yield "DA", f"{year:04d}/{month:02d}/{day:02d}/".replace("/00", "/")


def _name(name: CslName) -> str:
    """A name in which only that of a person has a comma: behind one a program looks for given names."""
    return name.literal.replace(",", "") if name.literal else inverted(name)
