"""Pictures of sheets: the same bytes on every system, and exact colours. All content is invented."""

from __future__ import annotations

import io
from functools import cache

import pytest
from PIL import Image, ImageFont

from trendrapport.charts import painting
from trendrapport.charts.entry_card import EntryCard, sheet
from trendrapport.charts.framing import Inside, Lettering, Sheet, lines_of
from trendrapport.charts.theme import PALETTE

CARD = EntryCard("Verzonnen AVATAR-trend, Typografie", "Proef", "Een rapport", "#fdf6e3", "#16202c", "#0b5c66", (True, False, False))


@pytest.mark.parametrize("shaped", [True, False])
def test_a_library_of_the_system_changes_no_byte(monkeypatch: pytest.MonkeyPatch, shaped: bool) -> None:  # noqa: FBT001
    expected = painting.pictures([(sheet(CARD), 1.0)])
    monkeypatch.setattr(painting, "_font", cache(painting._font.__wrapped__))
    monkeypatch.setattr(ImageFont.core, "HAVE_RAQM", shaped)
    assert painting.pictures([(sheet(CARD), 1.0)]) == expected


def test_a_small_mark_has_its_colour_wherever_it_stands() -> None:
    """Squares of 6 units, each at another place between the rows and columns that are looked at."""
    places = [(10 + 41 * column, 10 + 41 * row) for column in range(9) for row in range(9)]
    for colour, _ in PALETTE.values():
        marks = "".join(f'<rect x="{x}" y="{y}" width="6" height="6" fill="{colour}"/>' for x, y in places)
        drawn = Inside('xmlns="http://www.w3.org/2000/svg"', 400, 400, marks)
        [made] = painting.pictures([(Sheet(400, 400, drawn, (0, 0, 1), ()), 1.0)])
        picture = Image.open(io.BytesIO(made)).convert("RGB")
        exact = tuple(int(colour[start:start + 2], 16) for start in (1, 3, 5))
        assert {picture.getpixel((x + 3, y + 3)) for x, y in places} == {exact}


def test_colours_of_charts_are_exact_however_thin_their_marks() -> None:
    """A line of a unit for each colour, lying and standing, apart from each other."""
    colours = [colour for colour, _ in PALETTE.values()]
    marks = "".join(f'<rect x="{10 + 20 * at}" y="0" width="1" height="200" fill="{colour}"/>'
                    f'<rect x="0" y="{210 + 20 * at}" width="400" height="1" fill="{colour}"/>' for at, colour in enumerate(colours))
    drawn = Inside('xmlns="http://www.w3.org/2000/svg"', 400, 800, marks)
    words = lines_of(["Een titel"], Lettering(20, "var(--chart-ink)", serif=True), 10, 770)
    [made] = painting.pictures([(Sheet(400, 800, drawn, (0, 0, 1), words), 1.0)])
    picture = Image.open(io.BytesIO(made)).convert("RGB")
    for at, colour in enumerate(colours):
        exact = tuple(int(colour[start:start + 2], 16) for start in (1, 3, 5))
        assert picture.getpixel((10 + 20 * at, 100)) == exact
        assert picture.getpixel((395, 210 + 20 * at)) == exact


def test_a_picture_has_few_colours_and_its_size() -> None:
    [made] = painting.pictures([(sheet(CARD), 1.0)])
    picture = Image.open(io.BytesIO(made))
    assert (picture.mode, picture.size) == ("P", (1200, 630))
