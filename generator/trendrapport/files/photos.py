"""Photos as readers get them: upright, in web colours, in the sizes that pages show, and without what the
camera stored.

A picture has several versions: in its own format, and in WebP beside JPEG, PNG and GIF, each in some widths
from which a browser chooses. Knows which there are without making them.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from trendrapport.files.pictures import MOST, opened

if TYPE_CHECKING:
    from PIL.Image import Image, Transpose

TEXT = (480, 800, 1200)
"""Widths in pixels for a picture in a text: a phone's, a sharper phone's, and a column of 544 pixels on a
sharp screen.
"""

PORTRAIT = (240, 480)
"""Widths in pixels for a portrait, which is at most 160 pixels wide and cut to a circle."""

MOST_HEIGHT = 16_000
"""Pixels; WebP has no more than 16,383."""

BESIDE = frozenset({"JPEG", "PNG", "GIF"})
"""The formats beside which there is WebP."""

_ENDS = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp", "AVIF": "avif"}
_READ_IN_PART = frozenset({"JPEG", "MPO"})
_LOSSLESS = frozenset({"PNG", "GIF"})
"""The formats of drawings and screenshots, in which each pixel counts."""

_ORIENTATION = 0x0112
"""The tag of EXIF that says how a camera was held."""

_TURNS = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
"""By the value of that tag, in the words of Pillow: what makes the picture upright."""

_ON_ITS_SIDE = frozenset({5, 6, 7, 8})
"""The values of that tag for a camera that was turned a quarter."""


@dataclass(frozen=True)
class Seen:
    """What is known of a picture before any version is made: its format, and width and height in pixels as it
    is shown.
    """

    format: str
    width: int
    height: int
    moving: bool = False
    """Whether it has several frames; it then has one version, itself."""


@dataclass(frozen=True)
class Version:
    """A picture in one format and size."""

    format: str
    width: int
    height: int

    @property
    def end(self) -> str:
        """How the name of its file ends."""
        return _ENDS[self.format]


def versions(seen: Seen, widths: Iterable[int]) -> tuple[Version, ...]:
    """The versions of a picture that is shown in these widths, the smallest first, those in its own format
    first; never larger than it is.
    """
    if seen.moving:
        return (Version(seen.format, seen.width, seen.height),)
    top = min(max(widths), seen.width, round(seen.width * MOST_HEIGHT / seen.height) or 1)
    steps = [width for width in sorted(widths) if width < top] + [top]
    found = [Version(seen.format, width, _height(seen, width)) for width in steps]
    if seen.format in BESIDE:
        found += [replace(version, format="WEBP") for version in found]
    return tuple(found)


def _height(seen: Seen, width: int) -> int:
    """The height of a picture in another width."""
    return min(MOST_HEIGHT, max(1, round(seen.height * width / seen.width)))


def look_at(picture: Image) -> tuple[int, int, bool]:
    """Width and height of an opened picture as it is shown, and whether it moves."""
    width, height = picture.size
    if _moves(picture):
        return width, height, True
    return (height, width, False) if _orientation(picture) in _ON_ITS_SIDE else (width, height, False)


def made(raw: bytes, wanted: Iterable[Version]) -> dict[Version, bytes]:
    """The bytes of versions of a picture that could be read; the same bytes give the same."""
    with opened(raw) as picture:
        if _moves(picture):
            return {version: _moving(picture) for version in wanted}
        drawn = picture.format in _LOSSLESS
        shown = _upright(picture)
        return {version: _written(shown, version, lossless=drawn) for version in wanted}


MOST_REDRAWN = 250_000_000
"""Pixels in a photo that is made smaller: the largest that a phone takes has 200 million. A JPEG is read at a
fraction of its size.
"""

_MOST_READ_WHOLE = 100_000_000
"""Pixels of a picture in a format that can only be read whole."""

_WIDE = 2400
"""Pixels, to which a photo is made smaller: twice what pages show."""


def can_be_redrawn(raw: bytes) -> bool:
    """Whether a picture that has too many pixels, or lies on its side, can be made again without these."""
    try:
        with opened(raw, MOST_REDRAWN) as picture:
            width, height = picture.size
            most = MOST_REDRAWN if picture.format in _READ_IN_PART else _MOST_READ_WHOLE
            return not _moves(picture) and width * height <= most
    except Exception:  # whatever is wrong with it, that is reported where it is used
        return False


def lies_on_its_side(raw: bytes) -> bool:
    """Whether a picture is only upright in a program that knows how the camera was held."""
    try:
        with opened(raw) as picture:
            return not _moves(picture) and picture.format == "JPEG" and _orientation(picture) in _TURNS
    except Exception:  # the same
        return False


def redrawn(raw: bytes) -> bytes:
    """A picture as it is seen, upright and with no more pixels than pages can use; in its own format and
    colours, with what else the camera wrote.
    """
    from PIL.Image import Resampling

    with opened(raw, MOST_REDRAWN) as picture:
        width, height = picture.size
        kind = "JPEG" if picture.format == "MPO" else str(picture.format)
        exif, profile, turn = picture.getexif(), picture.info.get("icc_profile"), _turn(picture)
        exif.pop(_ORIENTATION, None)
        shown: Image = picture
        if width * height > MOST:
            size = (_WIDE, max(1, round(height * _WIDE / width)))
            picture.draft(None, size)
            shown = picture.resize(size, Resampling.LANCZOS, reducing_gap=3.0)
        if turn is not None:
            shown = shown.transpose(turn)
        buffer = io.BytesIO()
        shown.save(buffer, kind, quality=92, exif=exif, icc_profile=profile)
        return buffer.getvalue()


def _moves(picture: Image) -> bool:
    """Whether a picture has several frames; what a phone adds to a JPEG are no frames."""
    return getattr(picture, "n_frames", 1) > 1 and picture.format != "MPO"


def _orientation(picture: Image) -> int:
    """How the camera was held, as it wrote; 1 is upright."""
    try:
        return int(picture.getexif().get(_ORIENTATION, 1))
    except Exception:  # whatever is wrong with what a camera wrote, the picture itself can be shown
        return 1


def _turn(picture: Image) -> Transpose | None:
    """How a picture is turned to be upright; None for one that is."""
    from PIL.Image import Transpose

    name = _TURNS.get(_orientation(picture))
    return Transpose[name] if name else None


def _upright(picture: Image) -> Image:
    """A picture as it was seen, in sRGB, without what the camera wrote beside it."""
    turn = _turn(picture)
    coloured = _in_srgb(picture)
    upright = coloured.copy() if turn is None else coloured.transpose(turn)
    transparent = upright.info.get("transparency")
    upright.info = {} if transparent is None else {"transparency": transparent}
    return upright


def _in_srgb(picture: Image) -> Image:
    """A picture in the colours that a browser takes for granted when there is no profile."""
    from PIL import ImageCms

    profile = picture.info.get("icc_profile")
    if not profile:
        return picture
    plain = picture
    if picture.mode == "P":
        plain = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    mode = "RGBA" if plain.mode == "RGBA" else "RGB"
    try:
        own, web = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(plain, own, web, outputMode=mode) or picture
    except (ImageCms.PyCMSError, OSError, ValueError):
        # A profile that does not fit the picture is no reason to show nothing.
        return picture


def _written(picture: Image, version: Version, *, lossless: bool) -> bytes:
    """A picture in a format and size."""
    from PIL.Image import Resampling

    size = (version.width, version.height)
    kept = lossless and version.format != "WEBP" and picture.size == size
    if not kept:
        picture = _true_colour(picture, flat=version.format == "JPEG")
    if picture.size != size:
        picture = picture.resize(size, Resampling.LANCZOS, reducing_gap=3.0)
    settings: dict[str, dict[str, Any]] = {
        "JPEG": {"quality": 85, "optimize": True, "progressive": True},
        "PNG": {"optimize": True},
        "GIF": {},
        "WEBP": {"lossless": True, "method": 4} if lossless else {"quality": 80, "method": 4},
        "AVIF": {"quality": 65, "speed": 8, "max_threads": 1},
    }
    buffer = io.BytesIO()
    picture.save(buffer, version.format, **settings[version.format])
    return buffer.getvalue()


def _true_colour(picture: Image, *, flat: bool) -> Image:
    """A picture in grey or full colour, as scaling and all formats want it; flat is without transparency."""
    if picture.mode.startswith("I;16"):
        picture = picture.point(lambda value: value / 257).convert("L")
    if picture.mode == "L" and not picture.has_transparency_data:
        return picture
    transparent = picture.has_transparency_data and not flat
    return picture.convert("RGBA" if transparent else "RGB")


def _moving(picture: Image) -> bytes:
    """A picture with all its frames, and nothing but those."""
    from PIL import ImageSequence

    durations = []
    for frame in ImageSequence.Iterator(picture):
        frame.load()
        durations.append(frame.info.get("duration", 0))
    loop = {"loop": picture.info["loop"]} if "loop" in picture.info else {}
    picture.seek(0)
    buffer = io.BytesIO()
    picture.save(
        buffer,
        picture.format,
        save_all=True,
        duration=durations,
        comment=b"",
        exif=b"",
        xmp=b"",
        icc_profile=None,
        **loop,
    )
    return buffer.getvalue()
