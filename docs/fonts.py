"""The fonts of the site, made small enough for a phone: from the packages of Source Sans Pro and Source Serif Pro (OFL).

    pip install fonttools brotli font-source-sans-pro font-source-serif-pro && python docs/fonts.py

Each weight is two files: `COMMON` has what a Dutch or English page uses, and a browser only loads the other, with the remaining letters of
Western and Central Europe, for a page that has one of those (`unicode-range`). A first view never waits for a font (`font-display: swap`), and
hardly moves for it: `fonts.css` names the files, and for each weight the fonts of a reader's own device that stand in for it, as large as it
is. Hinting, small capitals and alternates go. Writes the same bytes each time.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

PAGES = Path(__file__).parents[1] / "generator/trendrapport/pages"
TARGET = PAGES / "assets/fonts"
SHEET = PAGES / "styles/fonts.css"
LETTERS = {*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C), 0x1E9E}
SIGNS = {0x2009, 0x200A, 0x202F, *range(0x2010, 0x2016), 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2020, 0x2022, 0x2026,
         0x2030, 0x2039, 0x203A, 0x20AC, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265,
         0x25A0, 0x25B2, 0x25B6, 0x25BC, 0x25C6, 0x25CB, 0x25CF, 0x2713}
COMMON = {*range(0x20, 0x7F), *map(ord, "áàäâéèëêíìïîóòöôúùüûçñßÁÉÈËÏÓÖÜ€§°·×©«»²³\N{NO-BREAK SPACE}\N{SOFT HYPHEN}"), 0x2009, 0x202F, 0x2011,
          0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x201E, 0x2022, 0x2026, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248,
          0x25B2, 0x25BC, 0x25CF}
PARTS = {"": COMMON, "-more": (LETTERS | SIGNS) - COMMON}
FEATURES = ["kern", "liga", "locl", "pnum", "tnum", "lnum"]


@dataclass(frozen=True)
class StandIn:
    """A font of a device, of which the width is that of its letters as often as they occur, in parts of an em."""

    name: str
    widths: tuple[float, float]
    """Regular and bold: `xWidthAvg / unitsPerEm` in https://github.com/seek-oss/capsize, package metrics 4.3.0."""
    files: tuple[str, str]
    """The names by which `local()` finds it, and fonts of the same widths, with commas between."""


@dataclass(frozen=True)
class Family:
    """A family of the site: where it comes from and what stands in for it."""

    package: str
    prefix: str
    name: str
    widths: tuple[float, float]
    """As those of a stand-in, of regular and semibold: measured on Dutch text beside Liberation, which is as wide as Arial and Times."""
    others: tuple[StandIn, ...]


FAMILIES = {
    "source-sans": Family("font_source_sans_pro", "SourceSansPro", "Report Sans", (0.413, 0.428), (
        StandIn("Report Arial", (913 / 2048, 983 / 2048), ("Arial,Liberation Sans,Arimo", "Arial Bold,Liberation Sans Bold,Arimo Bold")),
        StandIn("Report Roboto", (911 / 2048, 926 / 2048), ("Roboto", "Roboto Bold")))),
    "source-serif": Family("font_source_serif_pro", "SourceSerifPro", "Report Serif", (0.448, 0.456), (
        StandIn("Report Georgia", (913 / 2048, 1062 / 2048), ("Georgia,Gelasio", "Georgia Bold,Gelasio Bold")),
        StandIn("Report Noto", (0.481, 0.512), ("Noto Serif", "Noto Serif Bold")),
        StandIn("Report Times", (832 / 2048, 886 / 2048), ("Times New Roman,Liberation Serif,Tinos",
                                                         "Times New Roman Bold,Liberation Serif Bold,Tinos Bold")))),
}
WEIGHTS = {"Regular": "400", "Semibold": "600 700"}


def shrink(font: Path, letters: set[int], into: Path) -> None:
    """Writes what is kept of a font as WOFF2."""
    options = Options(flavor="woff2", layout_features=FEATURES, hinting=False, desubroutinize=True, name_IDs=[1, 2],
                      drop_tables=["DSIG", "meta"], notdef_outline=True)
    opened = TTFont(font, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(opened)
    opened.flavor = "woff2"
    opened.save(into)


def ranges(letters: Iterable[int]) -> str:
    """Letters as the value of `unicode-range`."""
    found: list[list[int]] = []
    for letter in sorted(letters):
        if found and letter == found[-1][1] + 1:
            found[-1][1] = letter
        else:
            found.append([letter, letter])
    return ",".join(f"U+{first:x}" if first == last else f"U+{first:x}-{last:x}" for first, last in found)


def face(name: str, source: str, weight: str, rest: str) -> str:
    """A rule for one file or stand-in."""
    return f'@font-face{{font-family:"{name}";src:{source};font-weight:{weight};{rest}}}'


def stand_in(font: Path, other: StandIn, family: Family, number: int) -> str:
    """The font of a device, made as wide as the site's, with lines as high (CSS Fonts 5, `size-adjust`; CSS Fonts 4, overrides)."""
    with TTFont(font) as opened:
        measures, em = opened["hhea"], opened["head"].unitsPerEm
    size = family.widths[number] / other.widths[number]
    up, down, gap = (abs(value) / em / size for value in (measures.ascent, measures.descent, measures.lineGap))
    rest = f"size-adjust:{size:.2%};ascent-override:{up:.2%};descent-override:{down:.2%};line-gap-override:{gap:.2%}"
    source = ",".join(f'local("{file}")' for file in other.files[number].split(","))
    return face(other.name, source, list(WEIGHTS.values())[number], rest)


def made() -> Iterator[str]:
    """Makes each font again and says how the sheet names it."""
    for name, family in FAMILIES.items():
        found = importlib.util.find_spec(family.package)
        if found is None or found.origin is None:
            raise SystemExit(f"pip install {family.package.replace('_', '-')}")
        for number, (weight, declared) in enumerate(WEIGHTS.items()):
            font = Path(found.origin).parent / "files" / f"{family.prefix}-{weight}.ttf"
            for part, letters in PARTS.items():
                target = TARGET / f"{name}-{weight.lower()}{part}.woff2"
                shrink(font, letters, target)
                print(target.name, target.stat().st_size)
                source = f'url(fonts/{target.name}) format("woff2")'
                rest = f";unicode-range:{ranges(letters & has(font))}" if part else ""
                yield face(family.name, source, declared, f"font-display:swap{rest}")
            yield from (stand_in(font, other, family, number) for other in family.others)


def has(font: Path) -> set[int]:
    """The letters of a font."""
    with TTFont(font) as opened:
        return set(opened.getBestCmap())


if __name__ == "__main__":
    SHEET.write_text("".join(f"{rule}\n" for rule in made()), "utf-8")
