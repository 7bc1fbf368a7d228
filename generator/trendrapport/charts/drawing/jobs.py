"""What drawing starts from and what comes out of it; a job's key names all that its drawing depends on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Protocol, TypedDict

from trendrapport.charts.pictures.framing import USUAL, Colours, Frame
from trendrapport.charts.plan import Plan
from trendrapport.charts.tables.table import Table
from trendrapport.charts.theme import NARROW, Theme
from trendrapport.diagnostics import Language
from trendrapport.model.charts import Chart
from trendrapport.runtime.cache import DamagedStoreError, Kept, digest
from trendrapport.runtime.fingerprint import libraries

_BESIDE = {"source", "caption", "subtitle"}
"""The parts of a declaration that are not in the drawing."""

DRAWING, PICTURES = ".svg", (".png", ".card.png")
"""The ends of the names of a chart's files: the drawing with title, footnotes and source, the same as a
picture, and the card for social media. Their dot, which no chart's name has, keeps them apart from the files
of other charts.
"""


class Store(Protocol):
    """Bytes by name, kept between runs."""

    def get(self, key: str, /) -> bytes | None:
        """The value under a name, or None."""

    def put(self, key: str, value: bytes, /) -> None:
        """Keeps a value."""

    def __contains__(self, key: str, /) -> bool:
        """Whether there is a value under a name."""


def later(store: Store, name: str) -> Kept:
    """The bytes under a name, to be read when wanted; that raises DamagedStoreError if they are gone."""
    return Kept(name, partial(_read, store, name))


def _read(store: Store, name: str) -> bytes:
    raw = store.get(name)
    if raw is None:
        raise DamagedStoreError(name)
    return raw


class Texts(TypedDict):
    """The parts of a chart that are in a page."""

    svg: str
    """The drawing."""
    narrow: str
    """The drawing for a narrow screen; empty for a chart that cannot be as narrow as that."""
    table: str
    """The values shown, as HTML."""
    words: str
    """What they say, as HTML; empty for a chart without values to describe."""
    explore: str
    """The Vega-Lite text for a reader who explores it; empty for a chart that offers no such thing."""


@dataclass(frozen=True)
class ChartJob:
    """One chart to be drawn, with the paths of its declaration and code from the report's root."""

    name: str
    path: str
    chart: Chart
    table: Table
    language: Language
    code: str | None = None
    code_path: str | None = None
    credit: str = ""
    """The source of the data and the report, as a picture has them."""
    pictures: bool = True
    """Whether pictures are made of the drawing."""
    colours: Colours = field(default_factory=lambda: USUAL)
    """Those of files of their own; a page has its own."""

    @cached_property
    def key(self) -> str:
        """A name for everything that the drawing depends on."""
        declared, code = self.chart.model_dump_json(exclude=_BESIDE), self.code or ""
        return digest("drawing", self.name, declared, self.table.digest, code, self.language, maker())

    @cached_property
    def files_key(self) -> str:
        """A name for everything that the files beside the page depend on."""
        words, colours = (self.chart.subtitle, self.credit), repr(self.colours)
        return digest("files", self.key, *words, str(self.pictures), colours)

    @property
    def ends(self) -> tuple[str, ...]:
        """The ends of the names of the files that are made."""
        if self.pictures:
            return (*PICTURES, DRAWING)
        return (DRAWING,)

    @property
    def frame(self) -> Frame:
        """The words around the drawing in a file of its own."""
        from trendrapport.charts.words.footnotes import footnotes

        notes = tuple(footnotes(self.plan, table=False))
        return Frame(self.chart.title, self.chart.subtitle, self.credit, notes, self.language, self.colours)

    @property
    def narrow(self) -> Plan:
        """The same for a narrow screen."""
        return replace(self.plan, theme=Theme(self.language, width=NARROW))

    @property
    def plan(self) -> Plan:
        """The job as a chart kind gets it."""
        return Plan(self.name, self.chart, self.table, Theme(self.language), self.code, self.code_path or "")


@dataclass(frozen=True)
class Drawing:
    """A chart as readers get it."""

    name: str
    kept: Kept
    """Its texts, as JSON."""
    files: Mapping[str, Kept]
    """By the end of its name, each file that can be downloaded or shared."""

    @cached_property
    def texts(self) -> Texts:
        """What a page holds of it."""
        made: Texts = json.loads(self.kept.read())
        return made


ROOMS = ("charts", "files", "language", "model", "placing")
"""The rooms of this package that make a drawing."""


@cache
def maker() -> str:
    """A name for the code and the libraries that draw; asks for versions without loading anything."""
    package = Path(__file__).parents[2]
    files = sorted(chain.from_iterable(_sources(package / room) for room in ROOMS))
    parts = list[str | bytes]()
    for path in files:
        parts += [path.relative_to(package).as_posix(), path.read_bytes()]
    return digest(*parts, *libraries())


def _sources(room: Path) -> Iterator[Path]:
    """The files in a room that a drawing can depend on."""
    return (path for path in room.rglob("*") if path.suffix in {".py", ".csv", ".js"})
