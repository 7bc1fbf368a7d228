"""Each kind looks on a real page as it did in its stored picture; `UPDATE=1 pytest` takes those that differ
anew.

A picture shows one kind in five states beside each other: light, dark, print, forced colours and a screen
of 320 pixels wide. A failing run leaves what it saw beside it, as `<name>-changed.png`. Another version of
Chromium or of a font moves edges by a pixel, so what is compared is what is left after blurring: large
enough differences of any patch as big as a word.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from side_by_side import side_by_side
from trendrapport.charts import kinds
from trendrapport.runtime.plugins import modules

from . import gallery
from .photos import STATES, Photos

STORED = Path(__file__).parent / "pictures"
GAP, SMALLER = 8, 0.5
BLUR, MOST, CLOSE = 5, 34, 2
"""The radius of the blur, in pixels of the picture, and the most that a patch may then differ, of 255; and by
how many pixels sizes may.
"""


def strip(shots: list[Image.Image]) -> Image.Image:
    """Photographs beside each other, made smaller, with so few colours that the file is small."""
    small = [
        shot.resize((round(shot.width * SMALLER), round(shot.height * SMALLER)), Image.Resampling.LANCZOS)
        for shot in shots
    ]
    return side_by_side(small, GAP).quantize(96, dither=Image.Dither.NONE)


def apart(first: Image.Image, second: Image.Image) -> float:
    """The largest difference of any patch of two pictures, from 0 to 255; of pictures of other sizes also
    where only one is.
    """
    sides = ((first.width, second.width), (first.height, second.height))
    size = tuple(min(pair) if max(pair) - min(pair) <= CLOSE else max(pair) for pair in sides)
    spread = []
    for picture in (first, second):
        whole = Image.new("RGB", size, "#ff00ff")
        whole.paste(picture.convert("RGB"), (0, 0))
        # Beyond an edge the last pixels would count again and again.
        spread.append(ImageOps.expand(whole, 3 * BLUR, "#888888").filter(ImageFilter.GaussianBlur(BLUR)))
    return max(high for _, high in ImageChops.difference(*spread).getextrema())


def test_every_kind_has_a_picture():
    assert {gallery.kind_of(name) for name in gallery.CHARTS} == set(modules(kinds))
    assert {path.stem for path in STORED.glob("*.png") if not path.stem.endswith("-changed")} == set(
        gallery.CHARTS
    )


@pytest.mark.parametrize("name", gallery.CHARTS)
def test_a_kind_looks_as_stored(name: str, photos: Photos) -> None:
    made, path, changed = (
        strip([photos[name][state].image for state in STATES]),
        STORED / f"{name}.png",
        STORED / f"{name}-changed.png",
    )
    changed.unlink(missing_ok=True)
    alike = path.exists() and apart(made, Image.open(path)) <= MOST
    if not alike:
        made.save(path if os.environ.get("UPDATE") else changed, optimize=True)
    assert alike or os.environ.get("UPDATE"), (
        f"look at {changed.name}; run with UPDATE=1 if this change is meant"
    )


def test_the_pictures_stay_small():
    assert sum(path.stat().st_size for path in STORED.glob("*.png")) < 1_500_000


@pytest.mark.parametrize("name", gallery.CHARTS)
def test_a_moved_edge_is_no_difference(name):
    stored = Image.open(STORED / f"{name}.png").convert("RGB")
    moved = stored.copy()
    moved.paste(stored.crop((0, 0, stored.width - 1, stored.height - 1)), (1, 1))
    assert apart(stored, moved) <= MOST


@pytest.mark.parametrize(
    ("name", "place"),
    [("bars", (62, 70, 96, 177)), ("lines", (20, 60, 140, 140)), ("waffle", (330, 4, 436, 27))],
)
def test_what_is_gone_is_a_difference(name, place):
    stored = Image.open(STORED / f"{name}.png").convert("RGB")
    wiped = stored.copy()
    ImageDraw.Draw(wiped).rectangle(place, fill=stored.getpixel((2, stored.height - 2)))
    assert apart(stored, wiped) > MOST
