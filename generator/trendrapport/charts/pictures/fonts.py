"""The font files with which charts and pictures are measured and drawn: only the weights that they use.

The packages have each font as TTF and as OTF, in twelve weights. With only a few of them it is certain which
file is measured, and measuring takes two thirds of the time.
"""

from __future__ import annotations

import importlib.util
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

_LATIN, _PUNCTUATION, _EURO, _MINUS = range(0x20, 0x250), range(0x2010, 0x203B), 0x20AC, 0x2212
LETTERS = list(map(chr, (*_LATIN, *_PUNCTUATION, _EURO, _MINUS)))
"""The characters of Latin text with its marks."""
UNITS = 1000
"""The size at which the fonts are designed, so that widths are whole numbers."""

SANS, SEMIBOLD, SERIF = (
    "SourceSansPro-Regular.ttf",
    "SourceSansPro-Semibold.ttf",
    "SourceSerifPro-Semibold.otf",
)
"""Of the serif the OTF: in its TTF signs of several parts, such as %, quotation marks and an ellipsis, are as
wide as one part for Pillow.
"""
_PACKAGES = {SANS: "font_source_sans_pro", SEMIBOLD: "font_source_sans_pro", SERIF: "font_source_serif_pro"}


@cache
def files() -> dict[str, Path]:
    """The files by their names; without those whose package is missing."""
    found = {}
    for name, folder in _PACKAGES.items():
        package = importlib.util.find_spec(folder)
        if package and package.origin:
            found[name] = Path(package.origin).parent / "files" / name
    return found


@contextmanager
def known() -> Iterator[None]:
    """Lets vl-convert set text with them meanwhile; the copies that it reads go at once, as a process that
    paints is ended without warning.
    """
    folder = _folder()
    folder.mkdir(mode=0o700, exist_ok=True)
    try:
        for file in files().values():
            shutil.copy(file, folder)
        _register(folder)
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@cache
def _folder() -> Path:
    """A folder of this process; always the same, as vl-convert cannot forget one."""
    return Path(tempfile.gettempdir(), f"trendrapport-{secrets.token_hex(8)}")


@cache
def _register(folder: Path) -> None:
    import vl_convert

    vl_convert.register_font_directory(str(folder))


def widths(name: str) -> dict[str, float]:
    """The width of each character of Latin text in a font, in parts of the text's size; empty when its
    package is missing.
    """
    from PIL import ImageFont

    if name not in files():
        return {}
    font = ImageFont.truetype(str(files()[name]), UNITS, layout_engine=ImageFont.Layout.BASIC)
    return {letter: font.getlength(letter) / UNITS for letter in LETTERS}
