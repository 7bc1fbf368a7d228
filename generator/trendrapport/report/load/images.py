"""Images to their sizes; those that cannot be decoded have none."""

from __future__ import annotations

import json
from typing import Any

from trendrapport.files.photos import can_be_redrawn, look_at
from trendrapport.files.pictures import TooLargeError, format_of, opened
from trendrapport.report.report import Image
from trendrapport.runtime.cache import Cache, digest
from trendrapport.runtime.fingerprint import generator


def image(cache: Cache, path: str, raw: bytes) -> Image:
    """A picture with its digest, its format and its size in pixels as it is shown."""
    name = digest("picture", generator(), raw)
    seen = json.loads(cache.made(name, lambda: json.dumps(_seen(raw)).encode()))
    return Image(path, digest(raw), **seen)


def _seen(raw: bytes) -> dict[str, Any]:
    """What the bytes of a picture say of it."""
    try:
        with opened(raw) as picture:
            picture.load()
            # A phone writes a JPEG with several pictures in it, which any program shows as a JPEG.
            kind = "JPEG" if picture.format == "MPO" else picture.format
            width, height, moving = look_at(picture)
            return {"width": width, "height": height, "format": kind, "moving": moving}
    except TooLargeError:
        return {"too_large": True, "can_be_redrawn": can_be_redrawn(raw)}
    except Exception:
        return {"format": format_of(raw)}
