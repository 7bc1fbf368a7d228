"""Pictures as readers get them: upright, without camera data, as large as shown, with their captions."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from conftest import files
from invented import trend
from trendrapport.files import photos
from trendrapport.files.photos import PORTRAIT, TEXT, Seen, Version, versions
from trendrapport.files.pictures import opened
from trendrapport.pages.search.passages import passages
from trendrapport.pipeline import Options, build

SECRET = b"Verzonnen camera"
RED, GREEN, BLUE, WHITE = (200, 20, 20), (20, 160, 20), (20, 20, 200), (240, 240, 240)


def camera(orientation: int = 1) -> Image.Exif:
    """What a phone writes into a photo: how it was held, the camera and the place."""
    told = Image.Exif()
    told[0x0112], told[0x010F] = orientation, SECRET.decode()
    told.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 1.0), 3: "E", 4: (5.0, 7.0, 1.0)})
    return told


def corners(width: int = 40, height: int = 20) -> Image.Image:
    """A picture with a colour in each quarter: red, green, blue and white, as they are read."""
    made = Image.new("RGB", (width, height), WHITE)
    for colour, place in ((RED, (0, 0)), (GREEN, (width // 2, 0)), (BLUE, (0, height // 2))):
        made.paste(colour, (*place, place[0] + width // 2, place[1] + height // 2))
    return made


def saved(picture: Image.Image, kind: str, **settings: Any) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **settings)
    return buffer.getvalue()


def seen(raw: bytes) -> Seen:
    with opened(raw) as picture:
        return Seen(picture.format or "", *photos.look_at(picture))


def every(raw: bytes, widths: tuple[int, ...] = TEXT) -> dict[Version, Image.Image]:
    """All versions of a picture, opened."""
    return {
        version: Image.open(io.BytesIO(made))
        for version, made in photos.made(raw, versions(seen(raw), widths)).items()
    }


def near(one: Any, other: Any, most: int = 40) -> bool:
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(
    ("orientation", "expected"),
    [
        (1, (RED, GREEN, BLUE, WHITE)),
        (2, (GREEN, RED, WHITE, BLUE)),
        (3, (WHITE, BLUE, GREEN, RED)),
        (4, (BLUE, WHITE, RED, GREEN)),
        (5, (RED, BLUE, GREEN, WHITE)),
        (6, (BLUE, RED, WHITE, GREEN)),
        (7, (WHITE, GREEN, BLUE, RED)),
        (8, (GREEN, WHITE, RED, BLUE)),
    ],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_turned_as_the_camera_was_held(
    orientation: int, expected: tuple[tuple[int, ...], ...], kind: str
) -> None:
    raw = saved(corners(), kind, exif=camera(orientation))
    size = (40, 20) if orientation < 5 else (20, 40)
    assert (seen(raw).width, seen(raw).height) == size
    for picture in every(raw).values():
        assert picture.size == size
        width, height = size
        shown = [
            picture.convert("RGB").getpixel((x, y))
            for y in (height // 4, 3 * height // 4)
            for x in (width // 4, 3 * width // 4)
        ]
        assert all(map(near, shown, expected)), shown


@pytest.mark.parametrize(
    ("kind", "settings"),
    [
        ("JPEG", {"exif": camera(), "comment": SECRET}),
        ("PNG", {"exif": camera()}),
        ("WEBP", {"exif": camera()}),
        ("AVIF", {"exif": camera()}),
        ("GIF", {"comment": SECRET}),
        ("JPEG", {"xmp": b"<x>" + SECRET + b"</x>"}),
        ("WEBP", {"xmp": b"<x>" + SECRET + b"</x>"}),
    ],
)
@pytest.mark.parametrize("width", [40, 2000])
def test_nothing_is_left_of_camera_and_place(kind: str, settings: dict[str, Any], width: int) -> None:
    raw = saved(corners(width, width // 2), kind, **settings)
    assert SECRET in raw
    made = photos.made(raw, versions(seen(raw), TEXT))
    for version, written in made.items():
        assert SECRET not in written, version
        assert not Image.open(io.BytesIO(written)).getexif(), version
    assert photos.made(raw, made) == made  # the same bytes each time


def test_words_in_a_png_are_left_out() -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", SECRET.decode())
    told.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    raw = saved(corners(), "PNG", pnginfo=told)
    assert all(SECRET not in made for made in photos.made(raw, versions(seen(raw), TEXT)).values())


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_what_moves_goes_on_moving_and_tells_nothing(kind: str) -> None:
    frames = [Image.new("RGB", (20, 20), colour) for colour in (RED, GREEN, BLUE)]
    settings = {"GIF": {"comment": SECRET}, "PNG": {"exif": camera()}, "WEBP": {"exif": camera()}}[kind]
    raw = saved(
        frames[0], kind, save_all=True, append_images=frames[1:], duration=[100, 200, 300], **settings
    )
    assert SECRET in raw
    ((version, picture),) = every(raw).items()
    assert (version.format, picture.n_frames, picture.size) == (kind, 3, (20, 20))
    times = []
    for place in range(3):
        picture.seek(place)
        picture.load()
        times.append(picture.info["duration"])
    assert times == [100, 200, 300]
    assert all(SECRET not in made for made in photos.made(raw, [version]).values())


def test_colours_of_another_profile_become_those_of_the_web() -> None:
    """The profile of a picture swaps red and blue, so that only what reads it shows the right colours."""
    web = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = web.replace(b"rXYZ", b"----").replace(b"bXYZ", b"rXYZ").replace(b"----", b"bXYZ")
    for profile, expected in ((web, (200, 20, 20)), (swapped, (20, 20, 200)), (b"no profile", (200, 20, 20))):
        for version, picture in every(saved(corners(), "PNG", icc_profile=profile)).items():
            assert near(picture.convert("RGB").getpixel((5, 5)), expected), (profile[:10], version)
            assert "icc_profile" not in picture.info


@pytest.mark.parametrize(
    ("kind", "mode", "colour", "expected"),
    [
        ("PNG", "I;16", 30000, (116, 116, 116)),
        ("PNG", "1", 1, (255, 255, 255)),
        ("JPEG", "CMYK", (0, 255, 255, 0), (255, 0, 0)),
        ("JPEG", "L", 90, (90, 90, 90)),
        ("PNG", "LA", (90, 255), (90, 90, 90)),
        ("PNG", "P", 0, (0, 0, 0)),
    ],
)
def test_pictures_of_every_depth(kind: str, mode: str, colour: Any, expected: tuple[int, ...]) -> None:
    for version, picture in every(saved(Image.new(mode, (1600, 80), colour), kind)).items():
        assert near(picture.convert("RGB").getpixel((9, 9)), expected, 6), version


def test_what_can_be_seen_through_stays_so() -> None:
    for kind in ("PNG", "WEBP", "AVIF"):
        for picture in every(saved(Image.new("RGBA", (1600, 80), (9, 9, 9, 0)), kind)).values():
            assert picture.convert("RGBA").getpixel((5, 5))[3] == 0


@given(
    st.sampled_from(["JPEG", "PNG", "GIF", "WEBP", "AVIF"]),
    st.integers(1, 9000),
    st.integers(1, 50_000),
    st.sampled_from([TEXT, PORTRAIT]),
)
def test_versions_are_never_larger_than_the_picture_or_than_it_is_shown(
    kind: str, width: int, height: int, widths: tuple[int, ...]
) -> None:
    found = versions(Seen(kind, width, height), widths)
    assert len(set(found)) == len(found)
    assert {version.format for version in found} == ({kind, "WEBP"} if kind in photos.BESIDE else {kind})
    for version in found:
        assert 1 <= version.width <= min(width, max(widths))
        assert 1 <= version.height <= min(max(height, 1), photos.MOST_HEIGHT)
        assert (
            version.height == photos.MOST_HEIGHT or abs(version.height - height * version.width / width) <= 1
        )


PHOTO = "content/2026/images/dijk.jpg"


def with_photo(folder: Path, body: str) -> None:
    """Writes a photo of a phone, held upright, and a trend that shows it."""
    (folder / "content/2026/images").mkdir(parents=True, exist_ok=True)
    (folder / PHOTO).write_bytes(saved(corners(2000, 1500), "JPEG", exif=camera(6)))
    (folder / "content/2026/trends/proef.md").write_text(trend(body=body), "utf-8")


def test_a_photo_in_a_page(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_photo(
        sample,
        (
            '![De dijk](../images/dijk.jpg "De dijk hield stand & meer | Jan Jansen")\n\nEn '
            "![klein](../images/dijk.jpg) erin.\n"
        ),
    )
    assert build(sample, Options(strict=True)).built
    site, text = sample / "site", (sample / "site/2026/trends/proef.html").read_text("utf-8")
    assert (
        '<figcaption>De dijk hield stand &amp; meer <span class="credit">Beeld: Jan '
        "Jansen</span></figcaption></figure>"
    ) in text
    assert text.count('width="1200" height="1600"') == 2
    assert "<p><figure" not in text
    named = {
        name for group in re.findall(r'srcset="([^"]+)"', text) for name in re.findall(r"(\S+) \d+w", group)
    }
    assert len(named) == 6
    assert all((site / "2026/trends" / name).is_file() for name in named)
    assert {path for path, raw in files(site).items() if SECRET in raw} == set()
    first = files(site)

    def never(*_: object) -> None:
        raise AssertionError("a picture that is kept was made again")

    monkeypatch.setattr(photos, "made", never)
    (sample / "content/2026/trends/proef.md").write_text(
        (sample / "content/2026/trends/proef.md").read_text("utf-8").replace("erin", "ernaast"), "utf-8"
    )
    assert build(sample, Options(strict=True)).built
    assert {path: raw for path, raw in files(site).items() if "pictures" in path} == {
        path: raw for path, raw in first.items() if "pictures" in path
    }


def test_a_portrait_is_as_large_as_it_is_shown_and_says_whose_it_is(sample: Path) -> None:
    with_photo(sample, "Tekst.\n")
    (sample / "content/people.yml").write_text("iemand: {name: Iemand Anders}\n", "utf-8")
    talk = sample / "content/2026/interviews/gesprek.md"
    talk.parent.mkdir()
    talk.write_text(
        "---\ntitle: Gesprek\nsummary: V.\nperson: iemand\nportrait: {image: ../images/dijk.jpg, text: "
        "Iemand., "
        "caption: Thuis., "
        "credit: Jan Jansen}\n---\n\nTekst.\n",
        "utf-8",
    )
    assert build(sample, Options(strict=True)).built
    assert ('Thuis. <span class="credit">Beeld: Jan Jansen</span>') in (
        sample / "site/2026/interviews/gesprek.html"
    ).read_text("utf-8")
    made = [path for path in files(sample / "site") if path.startswith("assets/pictures/")]
    assert sorted(path.rpartition("-")[2] for path in made) == ["240.jpg", "240.webp", "480.jpg", "480.webp"]
    assert not (sample / "site/2026/images/dijk.jpg").exists()


def test_what_is_told_below_a_picture_can_be_found() -> None:
    assert passages('Zie ![De dijk](a.jpg "Hield stand | Jan")')[0].text == "Zie De dijk Hield stand Jan"


def test_a_picture_whose_camera_told_nonsense_is_shown(
    sample: Path, findings: Callable[..., list[str]]
) -> None:
    raw = saved(corners(), "JPEG", exif=b"Exif\x00\x00II*\x00\xff\xff\xff\x7f")
    assert (
        findings(**{"content/2026/images/a.jpg": raw, "trend": trend(body="![Iets](../images/a.jpg)\n")})
        == []
    )
    assert every(raw)
