"""Pictures for a document: charts as PNG, on paper; photos as they are on the site."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from trendrapport.charts.drawing.jobs import Drawing
from trendrapport.charts.pictures.framing import Colours, Sheet, inside
from trendrapport.charts.pictures.painting import pictures, rasterised
from trendrapport.runtime.cache import digest
from trendrapport.runtime.fingerprint import generator

SHARP = 2.0
"""Pixels to a unit of a drawing: 220 to an inch, as wide as a page shows it."""
TAKEN = frozenset({"PNG", "JPEG", "GIF"})
"""What programs show."""
WIDE = 640.0
"""The width of a drawing that does not tell it."""
_BOX = re.compile(r'viewBox="\S+ \S+ (\S+) (\S+)"')

Keep = Callable[[str, Callable[[], bytes]], bytes]
"""Bytes by name, made when there are none."""


@dataclass(frozen=True)
class Shown:
    """A picture, with its size as it should be shown (units of a page, of which 96 are an inch)."""

    raw: bytes = field(repr=False)
    width: float
    height: float


def chart(drawing: Drawing, colours: Colours, keep: Keep) -> Shown:
    """A chart as a picture; a document of the whole edition has the same as that of a trend."""
    drawn = inside(drawing.texts["svg"])
    sheet = Sheet(drawn.width, drawn.height, drawn, (0, 0, 1), (), colours=colours)
    raw = keep(digest("on paper", generator(), drawing.kept.name, repr(colours)), partial(_painted, sheet))
    return Shown(raw, drawn.width, drawn.height)


def _painted(sheet: Sheet) -> bytes:
    [made] = pictures([(sheet, SHARP)])
    return made


def drawing(svg: str, keep: Keep) -> Shown:
    """Another drawing as a picture; it has its own colours."""
    box = _BOX.search(svg)
    width, height = (float(box[1]), float(box[2])) if box else (WIDE, WIDE)
    raw = keep(digest("drawing on paper", generator(), svg), partial(_rasterised, svg))
    return Shown(raw, width, height)


def _rasterised(svg: str) -> bytes:
    made = io.BytesIO()
    rasterised(svg, SHARP).save(made, "PNG")
    return made.getvalue()


def photo(files: Mapping[str, bytes], path: str) -> Shown | None:
    """A picture of the site; in a form that programs take. None for one that is not there."""
    from PIL import Image

    raw = files.get(path)
    if raw is None:
        return None
    with Image.open(io.BytesIO(raw)) as picture:
        width, height = picture.size
        if picture.format not in TAKEN:
            made = io.BytesIO()
            picture.convert("RGBA").save(made, "PNG")
            raw = made.getvalue()
    return Shown(raw, width, height)
