"""Sheets to pictures, in a process of its own. Text is set here, in a tenth of the time that vl-convert
takes, but for what is not plain.

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
from typing import TYPE_CHECKING

from trendrapport.charts.pictures import fonts
from trendrapport.charts.pictures.framing import Inside, Sheet, light, shade
from trendrapport.charts.pictures.lettering import Letters, apart
from trendrapport.charts.theme import FONT, PALETTE
from trendrapport.placing.hyphenation import SOFT_HYPHEN

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont
    from PIL.ImageFont import ImageFont as PlainFont

COLOURS, NEAR = 256, 4
"""The colours of a picture, which make its file half as large; and from which difference on Pillow tells two
of them apart.
"""

SAMPLE = 16
"""Of so many columns and rows of a picture one is looked at for its colours, besides those of charts, which
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
"""How much a process that paints gives way to others (see nice(2)): the pages, which take longest, do not
wait for it.
"""

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
    made = []
    for sheet, wanted in sheets:
        scale = min(
            wanted, MOST / max(sheet.width, sheet.height), (MOST_IN_ALL / (sheet.width * sheet.height)) ** 0.5
        )
        content, letters = apart(sheet.drawn.content)
        drawn = _rasterised(_alone(replace(sheet.drawn, content=content)), scale * sheet.place[2])
        made.append(_painted(sheet, scale, drawn, letters))
    return made


@lru_cache(maxsize=8)
def _rasterised(svg: str, scale: float) -> Image:
    """The pixels of an SVG; the grounds of cards come again and again."""
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


def _alone(drawn: Inside) -> str:
    """A drawing without anything around it, on paper, as SVG."""
    size = f'viewBox="0 0 {drawn.width:g} {drawn.height:g}" width="{drawn.width:g}" height="{drawn.height:g}"'
    paper = f'<rect width="{drawn.width:g}" height="{drawn.height:g}" fill="var(--chart-paper)"/>'
    return light(
        f'<svg {drawn.attributes} {size} font-family="{FONT}, sans-serif">{paper}{drawn.content}</svg>'
    )


def _painted(sheet: Sheet, scale: float, drawn: Image, letters: Sequence[Letters]) -> bytes:
    """The PNG of a sheet at a number of pixels to a unit, given its drawing and the texts in this."""
    from PIL import Image, ImageDraw

    made = Image.new(
        "RGB", (round(sheet.width * scale), round(sheet.height * scale)), PALETTE["chart-paper"][0]
    )
    made.paste(drawn, (round(sheet.place[0] * scale), round(sheet.place[1] * scale)))
    pen = ImageDraw.Draw(made)
    for x, y, wide, high, colour in sheet.bars:
        pen.rectangle(
            (
                round(x * scale),
                round(y * scale),
                round((x + wide) * scale) - 1,
                round((y + high) * scale) - 1,
            ),
            shade(colour),
        )
    left, top, larger = sheet.place
    for one in letters:
        if one.size * larger * scale < LEAST:
            continue
        font = _font(fonts.SEMIBOLD if one.semibold else fonts.SANS, one.size * larger * scale)
        at = (left + one.x * larger) * scale, (top + one.y * larger) * scale
        pen.text(at, one.text, shade(one.colour), font, anchor=_ANCHORS[one.anchor])
    for line in sheet.lines:
        font = _font(fonts.SERIF if line.lettering.serif else fonts.SANS, line.lettering.size * scale)
        pen.text(
            (line.x * scale, line.y * scale),
            line.text.replace(SOFT_HYPHEN, ""),
            shade(line.lettering.colour),
            font,
            anchor="ls",
        )
    raw = io.BytesIO()
    _with_few_colours(made).save(raw, "PNG", compress_level=LEVEL)
    return raw.getvalue()


@cache
def _font(name: str, size: float) -> FreeTypeFont | PlainFont:
    from PIL import ImageFont

    found = fonts.files().get(name)
    # The other layout needs a library that not every system has: the same text would be other bytes there.
    basic = ImageFont.Layout.BASIC
    return (
        ImageFont.truetype(str(found), size, layout_engine=basic) if found else ImageFont.load_default(size)
    )


def _with_few_colours(made: Image) -> Image:
    """The same with a palette, in which the colours of charts are exact."""
    from PIL import Image

    own, near = _own()
    few = _sampled(made).quantize(
        COLOURS - len(own), method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
    )
    flat = (few.getpalette() or [])[: 3 * (COLOURS - len(own))]
    others = [tuple(flat[start : start + 3]) for start in range(0, len(flat), 3)]
    few.putpalette(
        [channel for colour in (*own, *(near.get(one, one) for one in others)) for channel in colour]
    )
    return made.quantize(palette=few, dither=Image.Dither.NONE)


def _sampled(made: Image) -> Image:
    """Every so many rows and columns of a picture: looking at all would take four times as long."""
    from PIL import Image

    wide, high = made.size
    rows = made.resize((wide, -(-high // SAMPLE)), Image.Resampling.NEAREST)
    columns = made.resize((-(-wide // SAMPLE), high), Image.Resampling.NEAREST).transpose(
        Image.Transpose.ROTATE_90
    )
    both = Image.new("RGB", (max(wide, high), rows.height + columns.height), PALETTE["chart-paper"][0])
    both.paste(rows)
    both.paste(columns, (0, rows.height))
    return both


@cache
def _own() -> tuple[list[Colour], dict[Colour, Colour]]:
    """The colours of charts on paper; and by each colour that is near one of those, that one."""
    from PIL import ImageColor

    own: list[Colour] = [ImageColor.getrgb(colour)[:3] for colour, _ in PALETTE.values()]
    apart = range(-NEAR, NEAR + 1)
    near: dict[Colour, Colour] = {
        (red + r, green + g, blue + b): (red, green, blue)
        for red, green, blue in own
        for r in apart
        for g in apart
        for b in apart
    }
    return own, near | {colour: colour for colour in own}
