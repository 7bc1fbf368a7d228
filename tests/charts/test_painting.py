"""Pictures of sheets: the same bytes on every system, and exact colours. All content is invented."""

from __future__ import annotations

import io
import os
from functools import cache

import pytest
from PIL import Image, ImageFont

from trendrapport.charts.pictures import fonts, painting
from trendrapport.charts.pictures.entry_card import EntryCard, sheet
from trendrapport.charts.pictures.framing import Inside, Lettering, Sheet, lines_of
from trendrapport.charts.theme import PALETTE
from trendrapport.runtime.processes import Processes

CARD = EntryCard(
    "Verzonnen AVATAR-trend, Typografie",
    "Proef",
    "Een rapport",
    "#fdf6e3",
    "#16202c",
    "#0b5c66",
    (True, False, False),
)


def painted(one: Sheet) -> Image.Image:
    [made] = painting.pictures([(one, 1.0)])
    return Image.open(io.BytesIO(made))


def exact(colour: str) -> tuple[int, ...]:
    """Red, green and blue of #rrggbb."""
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


@pytest.mark.parametrize("shaped", [True, False])
def test_a_library_of_the_system_changes_no_byte(monkeypatch: pytest.MonkeyPatch, shaped: bool) -> None:
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
        picture = painted(Sheet(400, 400, drawn, (0, 0, 1), ())).convert("RGB")
        assert {picture.getpixel((x + 3, y + 3)) for x, y in places} == {exact(colour)}


def test_colours_of_charts_are_exact_however_thin_their_marks() -> None:
    """A line of a unit for each colour, lying and standing, apart from each other."""
    colours = [colour for colour, _ in PALETTE.values()]
    marks = "".join(
        f'<rect x="{10 + 20 * at}" y="0" width="1" height="200" fill="{colour}"/>'
        f'<rect x="0" y="{210 + 20 * at}" width="400" height="1" '
        f'fill="{colour}"/>'
        for at, colour in enumerate(colours)
    )
    drawn = Inside('xmlns="http://www.w3.org/2000/svg"', 400, 800, marks)
    words = lines_of(["Een titel"], Lettering(20, "var(--chart-ink)", serif=True), 10, 770)
    picture = painted(Sheet(400, 800, drawn, (0, 0, 1), words)).convert("RGB")
    for at, colour in enumerate(colours):
        assert picture.getpixel((10 + 20 * at, 100)) == exact(colour)
        assert picture.getpixel((395, 210 + 20 * at)) == exact(colour)


def test_what_is_no_plain_text_or_simple_mark_is_painted_too() -> None:
    """A turned text, a pattern, half transparent and clipped marks."""
    marks = (
        '<defs><pattern id="p" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="4" height="8" '
        'fill="#c05000"/></pattern>'
        '<clipPath id="c"><rect x="120" y="0" width="20" height="40"/></clipPath></defs>'
        '<rect width="40" height="40" fill="url(#p)"/><rect x="60" width="40" height="40" '
        'fill="#000000" fill-opacity="0.5"/>'
        '<rect x="120" width="40" height="40" fill="#0b5c66" clip-path="url(#c)"/>'
        '<text transform="translate(60,180) rotate(-90)" font-size="30">gedraaid</text>'
    )
    picture = painted(
        Sheet(200, 200, Inside('xmlns="http://www.w3.org/2000/svg"', 200, 200, marks), (0, 0, 1), ())
    ).convert("RGB")
    paper = exact(PALETTE["chart-paper"][0])
    assert (picture.getpixel((2, 20)), picture.getpixel((6, 20))) == ((192, 80, 0), paper)
    assert all(
        abs(half - whole / 2) < 3 for half, whole in zip(picture.getpixel((80, 20)), paper, strict=True)
    )
    assert (picture.getpixel((130, 20)), picture.getpixel((150, 20))) == (exact("#0b5c66"), paper)
    turned = picture.crop((30, 50, 66, 190)).convert("L").point(lambda light: 255 * (light < 128)).getbbox()
    assert turned is not None
    assert (turned[2] - turned[0], turned[3] - turned[1]) == (
        pytest.approx(26, abs=6),
        pytest.approx(115, abs=15),
    )


def test_a_drawing_too_high_for_a_picture_is_painted_smaller_and_whole() -> None:
    marks = (
        '<circle cx="50" cy="19900" r="40" fill="#000000"/><path d="M0,19990L100,19980" '
        'stroke="#000000" stroke-width="4"/>'
    )
    tall = Sheet(100, 20_000, Inside('xmlns="http://www.w3.org/2000/svg"', 100, 20_000, marks), (0, 0, 1), ())
    [raw] = painting.pictures([(tall, 2.0)])
    picture = Image.open(io.BytesIO(raw)).convert("RGB")
    assert picture.size == (150, 30_000)
    assert (picture.getpixel((75, 29_850)), picture.getpixel((75, 29_978))) == ((0, 0, 0), (0, 0, 0))


def test_a_picture_has_no_more_pixels_in_all_than_memory_bears(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painting, "MOST_IN_ALL", 10_000)
    large = Sheet(
        400,
        400,
        Inside(
            'xmlns="http://www.w3.org/2000/svg"',
            400,
            400,
            '<rect width="400" height="400" fill="#0b5c66"/>',
        ),
        (0, 0, 1),
        (),
    )
    picture = painted(large)
    assert picture.size == (100, 100)
    assert picture.convert("RGB").getpixel((98, 98)) == exact("#0b5c66")


@pytest.mark.parametrize("name", [fonts.SANS, fonts.SEMIBOLD, fonts.SERIF])
@pytest.mark.parametrize(
    ("sign", "part"),
    [
        ("%", "0"),
        ("\u2030", "%"),
        ("\u2026", "."),
        ("\u201c", "\u2018"),
        ("\u00bb", "\u203a"),
        ("\u00bd", "1"),
    ],
)
def test_a_sign_of_several_parts_takes_the_room_of_all(name: str, sign: str, part: str) -> None:
    font = painting._font(name, 100.0)
    assert font.getlength(sign) > 1.3 * font.getlength(part)


def test_what_vl_convert_reads_is_gone_afterwards_and_back_for_the_next_picture() -> None:
    marks = '<text transform="translate(20,60) rotate(-10)" font-size="30">gedraaid</text>'
    pictures = []
    for more in (0, 1):
        with fonts.known():
            assert {file.name for file in fonts._folder().iterdir()} == set(fonts.files())
        pictures.append(
            painted(
                Sheet(
                    200,
                    100 + more,
                    Inside('xmlns="http://www.w3.org/2000/svg"', 200, 100, marks),
                    (0, 0, 1),
                    (),
                )
            ).convert("L")
        )
        assert not fonts._folder().exists()
    assert all(picture.getextrema()[0] < 50 for picture in pictures)


@pytest.mark.skipif(not hasattr(os, "nice"), reason="no priorities here")
def test_who_paints_gives_way_to_others() -> None:
    painters = Processes(1, painting.warm_up)
    try:
        assert painters.submit(os.nice, 0).result() == min(19, os.nice(0) + painting.POLITE)
    finally:
        painters.end()


def test_a_picture_has_few_colours_and_its_size() -> None:
    picture = painted(sheet(CARD))
    assert (picture.mode, picture.size) == ("P", (1200, 630))
