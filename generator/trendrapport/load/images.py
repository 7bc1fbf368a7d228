"""Pictures to their sizes; what cannot be decoded has none."""

from __future__ import annotations

import io
import json

from trendrapport.cache import Cache, digest
from trendrapport.report import Image


def image(cache: Cache, path: str, raw: bytes) -> Image:
    """A picture with its digest and its size in pixels."""
    name = digest("image", raw)
    width, height = json.loads(cache.made(name, lambda: json.dumps(_size(raw)).encode()))
    return Image(path, digest(raw), width, height)


def _size(raw: bytes) -> tuple[int | None, int | None]:
    from PIL import Image as Picture  # only for a picture not seen before

    try:
        with Picture.open(io.BytesIO(raw)) as picture:
            picture.load()
            return picture.size
    except Exception:  # noqa: BLE001 - whatever a decoder says of broken bytes, the picture cannot be shown
        return None, None
