"""Pictures beside each other in one."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image


def side_by_side(pictures: Sequence[Image.Image], gap: int) -> Image.Image:
    """One picture of all, from left to right on grey, with a gap behind each."""
    width = sum(picture.width + gap for picture in pictures)
    whole = Image.new("RGB", (width, max(picture.height for picture in pictures)), "#888888")
    left = 0
    for picture in pictures:
        whole.paste(picture, (left, 0))
        left += picture.width + gap
    return whole
