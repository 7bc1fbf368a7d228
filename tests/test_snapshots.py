"""Each sort of page looks as it did in its stored picture; `UPDATE=1 pytest tests/test_snapshots.py` takes
those that differ anew.

A picture shows the top of a page in four states beside each other: light, dark, a screen of 320 pixels
wide, and print. A failing run leaves what it saw beside it, as `<name>-changed.webp`. Another version of
Chromium moves edges by a pixel and lines of text by some, so pictures are small and compared after
blurring: what counts is how much of a picture differs clearly.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from playwright.sync_api import Browser, Page

from page_types import PAGES, visit
from side_by_side import side_by_side

STORED = Path(__file__).parent / "snapshots"
STATES: dict[str, tuple[int, int, int, dict[str, Any]]] = {
    "light": (1280, 1500, 300, {}),
    "dark": (1280, 1500, 300, {"color_scheme": "dark"}),
    "narrow": (320, 900, 130, {}),
    "print": (680, 962, 280, {"media": "print"}),
}
"""The width and height of the window, the width of the picture (pixels), and what is asked of the page; print
as wide as A4 between its margins.
"""

GAP, BLUR, CLEAR, MOST = 6, 3, 28, 0.015
"""Pixels between states; the radius of the blur; from which difference (of 255) a pixel differs clearly; and
which part of them may.
"""


def strip(page: Page, file: Path) -> Image.Image:
    """A page in every state."""
    visit(page, file)
    return side_by_side([photo(page, state) for state in STATES], GAP)


def photo(page: Page, state: str) -> Image.Image:
    width, height, small, media = STATES[state]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(**({"media": "screen", "color_scheme": "light", "reduced_motion": "reduce"} | media))
    page.evaluate("document.fonts.ready")
    whole = Image.open(BytesIO(page.screenshot())).convert("RGB")
    return whole.resize((small, round(whole.height * small / whole.width)), Image.Resampling.BOX)


def apart(first: Image.Image, second: Image.Image) -> float:
    """The part of two pictures that differs clearly, from 0 to 1."""
    if first.size != second.size:
        return 1.0
    blurred = [picture.convert("RGB").filter(ImageFilter.GaussianBlur(BLUR)) for picture in (first, second)]
    highest = ImageChops.difference(*blurred).split()
    worst = ImageChops.lighter(ImageChops.lighter(highest[0], highest[1]), highest[2])
    counts = worst.histogram()
    return sum(counts[CLEAR:]) / sum(counts)


def stored() -> list[Path]:
    return [path for path in sorted(STORED.glob("*.webp")) if not path.stem.endswith("-changed")]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all pictures: opening one takes longer than taking a picture."""
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_stored(site: Path, page: Page, name: str) -> None:
    STORED.mkdir(exist_ok=True)
    path, changed = STORED / f"{name}.webp", STORED / f"{name}-changed.webp"
    changed.unlink(missing_ok=True)
    made = strip(page, site / PAGES[name])
    alike = path.exists() and apart(made, Image.open(path)) <= MOST
    if not alike:
        made.save(path if os.environ.get("UPDATE") else changed, quality=70, method=6)
    assert alike or os.environ.get("UPDATE"), (
        f"look at {changed.name}; run with UPDATE=1 if this change is meant"
    )


def test_every_sort_of_page_has_a_picture() -> None:
    assert {path.stem for path in stored()} == set(PAGES)


def test_the_pictures_stay_small() -> None:
    assert sum(path.stat().st_size for path in stored()) < 1_500_000


@pytest.mark.parametrize("name", ["home", "trend", "sources"])
def test_a_moved_edge_is_no_difference(name: str) -> None:
    before = Image.open(STORED / f"{name}.webp").convert("RGB")
    assert apart(before, ImageChops.offset(before, 0, 1)) <= MOST


@pytest.mark.parametrize(
    ("name", "place"),
    [("home", (170, 30, 290, 160)), ("trend", (6, 60, 150, 110)), ("sources", (0, 0, 300, 20))],
)
def test_what_is_gone_is_a_difference(name: str, place: tuple[int, int, int, int]) -> None:
    before = Image.open(STORED / f"{name}.webp").convert("RGB")
    wiped = before.copy()
    ImageDraw.Draw(wiped).rectangle(place, fill="#888888")
    assert apart(before, wiped) > MOST
