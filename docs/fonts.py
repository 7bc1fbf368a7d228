"""The fonts of the site, made small enough for a phone: from the packages of Source Sans Pro and Source Serif Pro (OFL).

    pip install fonttools brotli font-source-sans-pro font-source-serif-pro && python docs/fonts.py

Western and Central European letters, figures and the signs that the pages use stay; hinting, small capitals and
alternates go. Writes the same bytes each time.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TARGET = Path(__file__).parents[1] / "generator/trendrapport/pages/assets/fonts"
FONTS = {"source-sans": ("font_source_sans_pro", "SourceSansPro"), "source-serif": ("font_source_serif_pro", "SourceSerifPro")}
WEIGHTS = ("Regular", "Semibold")
LETTERS = {*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C), 0x1E9E}
SIGNS = {0x2009, 0x200A, 0x202F, *range(0x2010, 0x2016), 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2020, 0x2022, 0x2026,
         0x2030, 0x2039, 0x203A, 0x20AC, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265,
         0x25A0, 0x25B2, 0x25B6, 0x25BC, 0x25C6, 0x25CB, 0x25CF, 0x2713}
FEATURES = ["kern", "liga", "locl", "ccmp", "mark", "mkmk", "pnum", "tnum", "lnum"]


def shrink(font: Path, into: Path) -> None:
    """Writes what is kept of a font as WOFF2."""
    options = Options(flavor="woff2", layout_features=FEATURES, hinting=False, desubroutinize=True, name_IDs=[0, 1, 2, 13, 14],
                      drop_tables=["DSIG", "meta"], notdef_outline=True)
    opened = TTFont(font, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS | SIGNS)
    subsetter.subset(opened)
    opened.flavor = "woff2"
    opened.save(into)


def main() -> None:
    """Makes each font again."""
    for name, (package, family) in FONTS.items():
        found = importlib.util.find_spec(package)
        if found is None or found.origin is None:
            raise SystemExit(f"pip install {package.replace('_', '-')}")
        for weight in WEIGHTS:
            target = TARGET / f"{name}-{weight.lower()}.woff2"
            shrink(Path(found.origin).parent / "files" / f"{family}-{weight}.ttf", target)
            print(target.name, target.stat().st_size)


if __name__ == "__main__":
    main()
