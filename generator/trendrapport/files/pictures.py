"""Opens images from others: only in the formats that a page may show, and none that would fill the memory.

A name says nothing of what a file holds, and Pillow opens some formats by starting another program.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP", ".gif": "GIF", ".avif": "AVIF"}
"""The format that a file must have, by the end of its name. None of these can hold a script."""

MOST = 50_000_000
"""Pixels in a picture: a photo of 8,064 by 6,048, the largest of most phones, has 49 million."""

_STARTS = {
    b"%!PS": "EPS",
    b"\xc5\xd0\xd3\xc6": "EPS",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"BM": "BMP",
    b"8BPS": "PSD",
    b"%PDF": "PDF",
    b"\0\0\1\0": "ICO",
    b"<svg": "SVG",
    b"<?xml": "SVG",
    b"\xff\x0a": "JPEG XL",
    b"\0\0\0\x0cJXL ": "JPEG XL",
}
"""How files in formats that are not opened begin."""


class TooLargeError(Exception):
    """A picture with more pixels than may be read."""


@contextmanager
def opened(raw: bytes, most: int = MOST) -> Iterator[Image]:
    """A picture whose header was read, and nothing else yet.

    Raises TooLargeError for more pixels than `most`, and whatever a decoder says of what it cannot read.
    """
    from PIL import Image as Picture

    Picture.MAX_IMAGE_PIXELS = most
    with warnings.catch_warnings():
        # what is odd about a picture that can be shown, such as what its camera wrote of itself
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Picture.DecompressionBombWarning)
        try:
            with Picture.open(io.BytesIO(raw), formats=sorted(set(FORMATS.values()))) as picture:
                yield picture
        except (Picture.DecompressionBombWarning, Picture.DecompressionBombError) as error:
            raise TooLargeError from error


def format_of(raw: bytes) -> str:
    """The name of the format of bytes that cannot be opened, by how they begin; empty for one that is not
    known.
    """
    if raw[4:12] in {b"ftypheic", b"ftypheix", b"ftypmif1"}:
        return "HEIC"
    start = raw.lstrip()
    return next((name for sign, name in _STARTS.items() if start.startswith(sign)), "")
