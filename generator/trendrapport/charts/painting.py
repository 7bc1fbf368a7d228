"""Sheets to pictures, in a process of its own. What stands around the drawing is written here, in a tenth of the time that vl-convert takes.

Imports nothing heavy, like the modules for the other processes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from trendrapport.charts import fonts
from trendrapport.charts.framing import Inside, Sheet, light, shade
from trendrapport.charts.theme import FONT, PALETTE

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont
    from PIL.ImageFont import ImageFont as PlainFont

COLOURS, NEAR = 256, 3
"""The colours of a picture, which make its file half as large; and how far one may be from a colour of the palette that it stands for."""


def pictures(sheets: Sequence[tuple[Sheet, float]]) -> list[bytes]:
    """The PNG of each sheet at a number of pixels to a unit; the same sheet always gives the same bytes."""
    import vl_convert

    fonts.known()
    return [_painted(sheet, scale, vl_convert.svg_to_png(_alone(sheet.drawn), scale=scale * sheet.place[2])) for sheet, scale in sheets]


def warm_up() -> None:
    """Loads what the first picture would have to wait for."""
    import PIL.ImageDraw
    import PIL.ImageFont
    import PIL.PngImagePlugin  # noqa: F401 - loaded for what comes next

    fonts.known()


def _alone(drawn: Inside) -> str:
    """A drawing without anything around it, on paper, as SVG."""
    size = f'viewBox="0 0 {drawn.width:g} {drawn.height:g}" width="{drawn.width:g}" height="{drawn.height:g}"'
    paper = f'<rect width="{drawn.width:g}" height="{drawn.height:g}" fill="var(--chart-paper)"/>'
    return light(f'<svg {drawn.attributes} {size} font-family="{FONT}, sans-serif">{paper}{drawn.content}</svg>')


def _painted(sheet: Sheet, scale: float, drawn: bytes) -> bytes:
    """The PNG of a sheet at a number of pixels to a unit, given that of its drawing."""
    from PIL import Image, ImageDraw

    made = Image.new("RGB", (round(sheet.width * scale), round(sheet.height * scale)), PALETTE["chart-paper"][0])
    with Image.open(io.BytesIO(drawn)) as inner:
        made.paste(inner.convert("RGB"), (round(sheet.place[0] * scale), round(sheet.place[1] * scale)))
    pen = ImageDraw.Draw(made)
    for left, top, wide, high, colour in sheet.bars:
        pen.rectangle((round(left * scale), round(top * scale), round((left + wide) * scale) - 1, round((top + high) * scale) - 1), shade(colour))
    for line in sheet.lines:
        font = _font(fonts.SERIF if line.lettering.serif else fonts.SANS, line.lettering.size * scale)
        pen.text((line.x * scale, line.y * scale), line.text, shade(line.lettering.colour), font, anchor="ls")
    raw = io.BytesIO()
    _with_few_colours(made).save(raw, "PNG", compress_level=6)
    return raw.getvalue()


@cache
def _font(name: str, size: float) -> FreeTypeFont | PlainFont:
    from PIL import ImageFont

    found = fonts.files().get(name)
    return ImageFont.truetype(str(found), size) if found else ImageFont.load_default(size)


def _with_few_colours(made: Image) -> Image:
    """The same with a palette, in which the colours of charts are exact."""
    from PIL import Image, ImageColor

    few = made.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    flat = few.getpalette() or []
    found = [tuple(flat[start:start + 3]) for start in range(0, len(flat), 3)]
    for colour, _ in PALETTE.values():
        exact = ImageColor.getrgb(colour)[:3]
        far = [max(abs(one - other) for one, other in zip(exact, near, strict=True)) for near in found]
        if min(far, default=NEAR + 1) <= NEAR:
            found[far.index(min(far))] = exact
    few.putpalette([channel for colour in found for channel in colour])
    return few
