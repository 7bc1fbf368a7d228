"""Pictures of the site as text, for Typst takes nothing else from memory: an SVG that holds one."""

from __future__ import annotations

import io
from base64 import b64encode

_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}


FINE = 130
"""The least pixels to an inch of a picture on paper."""

_INCH = 25.4
"""In millimetres."""


def width(raw: bytes) -> float:
    """How wide a picture can be shown (millimetres)."""
    from PIL import Image

    with Image.open(io.BytesIO(raw)) as picture:
        return round(picture.width / FINE * _INCH, 1)


def printable(raw: bytes) -> bytes:
    """An SVG with the picture in it; of a kind that is neither PNG nor JPEG, as PNG."""
    from PIL import Image

    with Image.open(io.BytesIO(raw)) as picture:
        width, height = picture.size
        form = picture.format or ""
        if form not in _TYPES:
            made = io.BytesIO()
            picture.convert("RGBA").save(made, "PNG")
            raw, form = made.getvalue(), "PNG"
    data = b64encode(raw).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}"><image width="{width}" height="{height}" '
        f'href="data:{_TYPES[form]};base64,{data}"/></svg>'
    ).encode()
