"""Sheets to pictures, in a separate process. Plain text is set here, in a tenth of the time that vl-convert
takes.

Imports nothing heavy, like the modules for the other processes.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import cache, lru_cache
from itertools import chain, product
from typing import TYPE_CHECKING

from trendrapport.charts.pictures import fonts
from trendrapport.charts.pictures.framing import Bar, Colours, Inside, Line, Sheet, on_paper, shade
from trendrapport.charts.pictures.lettering import Letters, apart
from trendrapport.charts.theme import FONT
from trendrapport.placing.hyphenation import SOFT_HYPHEN

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont
    from PIL.ImageFont import ImageFont as PlainFont

COLOURS, NEAR = 256, 4
"""The number of colours of a picture, which makes its file half as large; and the difference below which two
colours are one to Pillow.
"""

SAMPLE = 16
"""One in this many columns and rows of a picture is looked at for its colours, besides those of charts, which
are always there.
"""

LEVEL = 3
"""How hard zlib tries to make a picture small: no page loads one, and with 6 it takes twice as long to be a
fifth smaller.
"""

Colour = tuple[int, ...]
"""Red, green and blue, each from 0 to 255."""

MOST = 30_000
"""The most pixels of a side: PDFium loses marks beyond 32,000, and few programs show as many."""

MOST_IN_ALL = 40_000_000
"""The most pixels of a picture: it takes 120 MB, and a process has some of them."""

POLITE = 5
"""The niceness of a process that paints (see nice(2)): the pages, which take longest, do not wait for it."""

LEAST = 1.5
"""Letters of a very high drawing that are smaller than this on its card (pixels) are no letters any more, and
fonts have none that small.
"""

_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}
"""Pillow's names of them: on the baseline."""


def pictures(sheets: Sequence[tuple[Sheet, float]]) -> list[bytes]:
    """The PNG of each sheet at a number of pixels to a unit, or fewer for a very large one; the same sheet
    gives the same bytes.
    """
    return [_picture(sheet, min(wanted, _most(sheet))) for sheet, wanted in sheets]


def _most(sheet: Sheet) -> float:
    """The largest number of pixels to a unit that a sheet can have."""
    by_side = MOST / max(sheet.width, sheet.height)
    by_area = (MOST_IN_ALL / (sheet.width * sheet.height)) ** 0.5
    return float(min(by_side, by_area))


def _picture(sheet: Sheet, scale: float) -> bytes:
    """The PNG of a sheet at a number of pixels to a unit."""
    content, letters = apart(sheet.drawn.content)
    drawn = rasterised(_alone(replace(sheet.drawn, content=content), sheet.colours), scale * sheet.place[2])
    made = _painted(sheet, scale, drawn, letters)
    raw = io.BytesIO()
    _with_few_colours(made, sheet.colours).save(raw, "PNG", compress_level=LEVEL)
    return raw.getvalue()


@lru_cache(maxsize=8)
def rasterised(svg: str, scale: float) -> Image:
    """The pixels of an SVG at a number of pixels to a unit; the backgrounds of cards come again and again."""
    import pypdfium2
    import vl_convert

    with fonts.known() if "<text" in svg else nullcontext():
        page = pypdfium2.PdfDocument(vl_convert.svg_to_pdf(svg))[0]
    made: Image = page.render(scale=scale).to_pil()
    return made


def warm_up() -> None:
    """Loads what the first picture would have to wait for, and lets other processes go first: the last
    picture needs what they make.
    """
    import PIL.ImageDraw
    import PIL.ImageFont
    import PIL.PngImagePlugin  # noqa: F401 - loaded for what comes next
    import pypdfium2  # noqa: F401 - the same
    import vl_convert  # noqa: F401 - the same

    if sys.platform != "win32":
        os.nice(POLITE)


def _alone(drawn: Inside, colours: Colours) -> str:
    """A drawing without anything around it, on paper, as SVG."""
    return on_paper(drawn, f"{FONT}, sans-serif", colours)


def _painted(sheet: Sheet, scale: float, drawn: Image, letters: Sequence[Letters]) -> Image:
    """The pixels of a sheet at a number of pixels to a unit, given its drawing and the texts in this."""
    from PIL import Image, ImageDraw

    size = round(sheet.width * scale), round(sheet.height * scale)
    made = Image.new("RGB", size, sheet.colours["chart-paper"])
    left, top, larger = sheet.place
    made.paste(drawn, (round(left * scale), round(top * scale)))
    pen = ImageDraw.Draw(made)
    for bar in sheet.bars:
        _fill(pen, bar, scale, sheet.colours)
    for one in letters:
        size_of_text = one.size * larger * scale
        if size_of_text >= LEAST:
            font = _font(fonts.SEMIBOLD if one.semibold else fonts.SANS, size_of_text)
            at = (left + one.x * larger) * scale, (top + one.y * larger) * scale
            pen.text(at, one.text, shade(one.colour, sheet.colours), font, anchor=_ANCHORS[one.anchor])
    for line in sheet.lines:
        _write(pen, line, scale, sheet.colours)
    return made


def _fill(pen: ImageDraw, bar: Bar, scale: float, colours: Colours) -> None:
    x, y, wide, high, colour = bar
    right, bottom = round((x + wide) * scale) - 1, round((y + high) * scale) - 1
    pen.rectangle((round(x * scale), round(y * scale), right, bottom), shade(colour, colours))


def _write(pen: ImageDraw, line: Line, scale: float, colours: Colours) -> None:
    lettering = line.lettering
    font = _font(fonts.SERIF if lettering.serif else fonts.SANS, lettering.size * scale)
    text = line.text.replace(SOFT_HYPHEN, "")
    colour = shade(lettering.colour, colours)
    pen.text((line.x * scale, line.y * scale), text, colour, font, anchor="ls")


@cache
def _font(name: str, size: float) -> FreeTypeFont | PlainFont:
    from PIL import ImageFont

    found = fonts.files().get(name)
    # The other layout needs a library that not every system has: the same text would be other bytes there.
    basic = ImageFont.Layout.BASIC
    if found is None:
        return ImageFont.load_default(size)
    return ImageFont.truetype(str(found), size, layout_engine=basic)


def _with_few_colours(made: Image, colours: Colours) -> Image:
    """The same with a palette, in which the colours of charts are exact."""
    from PIL import Image

    own, near = _own(tuple(colours.values()))
    others = COLOURS - len(own)
    sample = _sampled(made, colours["chart-paper"])
    few = sample.quantize(others, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    palette = list(chain.from_iterable(own))
    flat = (few.getpalette() or [])[: 3 * others]
    for start in range(0, len(flat), 3):
        colour = tuple(flat[start : start + 3])
        palette += near.get(colour, colour)
    few.putpalette(palette)
    return made.quantize(palette=few, dither=Image.Dither.NONE)


def _sampled(made: Image, paper: str) -> Image:
    """Some rows and columns of a picture: looking at all would take four times as long."""
    from PIL import Image

    wide, high = made.size
    rows = made.resize((wide, -(-high // SAMPLE)), Image.Resampling.NEAREST)
    columns = made.resize((-(-wide // SAMPLE), high), Image.Resampling.NEAREST)
    columns = columns.transpose(Image.Transpose.ROTATE_90)
    both = Image.new("RGB", (max(wide, high), rows.height + columns.height), paper)
    both.paste(rows)
    both.paste(columns, (0, rows.height))
    return both


@cache
def _own(colours: tuple[str, ...]) -> tuple[list[Colour], dict[Colour, Colour]]:
    """These colours; and by each colour that is near one of those, that one."""
    from PIL import ImageColor

    own: list[Colour] = [ImageColor.getrgb(colour)[:3] for colour in colours]
    differences = range(-NEAR, NEAR + 1)
    near: dict[Colour, Colour] = {}
    for red, green, blue in own:
        for r, g, b in product(differences, repeat=3):
            near[red + r, green + g, blue + b] = (red, green, blue)
    return own, near | dict(zip(own, own, strict=True))
