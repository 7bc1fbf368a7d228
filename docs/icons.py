"""The icon of a site as pictures, for home screens: from assets/icon.svg.

    python docs/icons.py

Writes the same bytes each time.
"""

from __future__ import annotations

import io
from pathlib import Path

import vl_convert
from PIL import Image

from trendrapport.pages.picture_files import ICON_SIZES

ASSETS = Path(__file__).parents[1] / "generator/trendrapport/pages/browser/assets"
DRAWN, COLOURS = 32, 32
"""The width (pixels) of the drawing, and how many colours its pictures keep."""


def main() -> None:
    """Makes each picture again."""
    drawing = (ASSETS / "icon.svg").read_text("utf-8")
    for size in ICON_SIZES:
        picture = Image.open(io.BytesIO(vl_convert.svg_to_png(drawing, scale=size / DRAWN)))
        picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE).save(
            ASSETS / f"icon-{size}.png", optimize=True
        )


if __name__ == "__main__":
    main()
