"""The fonts of the site, made small enough for a phone: from the packages of Source Sans Pro and Source
Serif Pro (OFL).

    pip install fonttools brotli font-source-sans-pro font-source-serif-pro && python docs/fonts.py

Each weight is two files: `COMMON` has what a Dutch or English page uses, and a browser only loads the
other, with the remaining letters of Western and Central Europe, for a page that has one of those
(`unicode-range`). A first view never waits for a font (`font-display: swap`). `fonts.css` names the files,
and for each weight the fonts of a reader's own device that stand in for it. Letters, capitals, digits and
spaces of those are each made as wide as the site's, so that most lines break at the same words.

Hinting, small capitals and alternates go. Writes the same bytes each time.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

PAGES = Path(__file__).parents[1] / "generator/trendrapport/pages/browser"
TARGET = PAGES / "assets/fonts"
SHEET = PAGES / "styles/fonts.css"
LETTERS = {*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C), 0x1E9E}
SIGNS = {
    0x2009,
    0x200A,
    0x202F,
    *range(0x2010, 0x2016),
    0x2018,
    0x2019,
    0x201A,
    0x201C,
    0x201D,
    0x201E,
    0x2020,
    0x2022,
    0x2026,
    0x2030,
    0x2039,
    0x203A,
    0x20AC,
    0x2122,
    0x2190,
    0x2191,
    0x2192,
    0x2193,
    0x2212,
    0x2248,
    0x2260,
    0x2264,
    0x2265,
    0x25A0,
    0x25B2,
    0x25B6,
    0x25BC,
    0x25C6,
    0x25CB,
    0x25CF,
    0x2713,
}
COMMON = {
    *range(0x20, 0x7F),
    *map(ord, "áàäâéèëêíìïîóòöôúùüûçñßÁÉÈËÏÓÖÜ€§°·×©«»²³\N{NO-BREAK SPACE}\N{SOFT HYPHEN}"),
    0x2009,
    0x202F,
    0x2011,
    0x2013,
    0x2014,
    0x2018,
    0x2019,
    0x201C,
    0x201D,
    0x201E,
    0x2022,
    0x2026,
    0x2190,
    0x2191,
    0x2192,
    0x2193,
    0x2212,
    0x2248,
    0x25B2,
    0x25BC,
    0x25CF,
}
PARTS = {"": COMMON, "-more": (LETTERS | SIGNS) - COMMON}
FEATURES = ["kern", "liga", "locl", "pnum", "tnum", "lnum"]


@dataclass(frozen=True)
class Widths:
    """How wide the signs of one weight are, as often as they occur in the texts of this report in that
    weight, in parts of an em.

    Those of the site's fonts are smaller by what their kerning takes more than that of Liberation. Arial,
    Times New Roman and Georgia were measured by Liberation Sans, Liberation Serif and Gelasio, which are as
    wide.
    """

    letters: float
    capitals: float
    digits: float
    space: float


RANGES = {"letters": "", "capitals": "U+41-5a,U+c0-d6,U+d8-de", "digits": "U+30-39", "space": "U+20,U+a0"}
"""Which signs each of the widths is for: letters are all that remain."""


@dataclass(frozen=True)
class StandIn:
    """A font of a device."""

    name: str
    widths: tuple[Widths, Widths]
    """Regular and bold."""
    files: tuple[str, str]
    """The names by which `local()` finds it, and fonts of the same widths, with commas between."""


@dataclass(frozen=True)
class Family:
    """A family of the site: where it comes from and what stands in for it."""

    package: str
    prefix: str
    name: str
    widths: tuple[Widths, Widths]
    """Regular and semibold."""
    others: tuple[StandIn, ...]


ARIAL = StandIn(
    "Report Arial",
    (Widths(0.4662, 0.6936, 0.5559, 0.2778), Widths(0.5040, 0.7143, 0.5562, 0.2778)),
    ("Arial,Liberation Sans,Arimo", "Arial Bold,Liberation Sans Bold,Arimo Bold"),
)
ROBOTO = StandIn(
    "Report Roboto",
    (Widths(0.4706, 0.6473, 0.5618, 0.2480), Widths(0.4780, 0.6653, 0.5737, 0.2485)),
    ("Roboto", "Roboto Bold"),
)
GEORGIA = StandIn(
    "Report Georgia",
    (Widths(0.4756, 0.7500, 0.5379, 0.2412), Widths(0.5648, 0.7849, 0.6381, 0.2539)),
    ("Georgia,Gelasio", "Georgia Bold,Gelasio Bold"),
)
NOTO = StandIn(
    "Report Noto",
    (Widths(0.5190, 0.7507, 0.5590, 0.2600), Widths(0.5597, 0.7307, 0.5650, 0.2600)),
    ("Noto Serif", "Noto Serif Bold"),
)
TIMES = StandIn(
    "Report Times",
    (Widths(0.4267, 0.7344, 0.5000, 0.2500), Widths(0.4621, 0.7144, 0.5000, 0.2500)),
    ("Times New Roman,Liberation Serif,Tinos", "Times New Roman Bold,Liberation Serif Bold,Tinos Bold"),
)
FAMILIES = {
    "source-sans": Family(
        "font_source_sans_pro",
        "SourceSansPro",
        "Report Sans",
        (Widths(0.4494, 0.5820, 0.4953, 0.2000), Widths(0.4610, 0.6047, 0.5115, 0.2000)),
        (ARIAL, ROBOTO),
    ),
    "source-serif": Family(
        "font_source_serif_pro",
        "SourceSerifPro",
        "Report Serif",
        (Widths(0.4861, 0.7204, 0.4990, 0.2330), Widths(0.4972, 0.6719, 0.5174, 0.2240)),
        (GEORGIA, NOTO, TIMES),
    ),
}
WEIGHTS = {"Regular": "400", "Semibold": "600 700"}


def shrink(font: Path, letters: set[int], into: Path) -> None:
    """Writes what is kept of a font as WOFF2."""
    options = Options(
        flavor="woff2",
        layout_features=FEATURES,
        hinting=False,
        desubroutinize=True,
        name_IDs=[1, 2],
        drop_tables=["DSIG", "meta"],
        notdef_outline=True,
    )
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


def stand_in(font: Path, other: StandIn, family: Family, number: int) -> Iterator[str]:
    """A device's font, its signs as wide and its lines as high as the site's (CSS `size-adjust`)."""
    with TTFont(font) as opened:
        measures, em = opened["hhea"], opened["head"].unitsPerEm
    source = ",".join(f'local("{file}")' for file in other.files[number].split(","))
    weight = list(WEIGHTS.values())[number]
    for sort, signs in RANGES.items():
        size = getattr(family.widths[number], sort) / getattr(other.widths[number], sort)
        up, down, gap = (
            abs(value) / em / size for value in (measures.ascent, measures.descent, measures.lineGap)
        )
        lines = f"ascent-override:{up:.1%};descent-override:{down:.1%};line-gap-override:{gap:.0%}"
        only = f";unicode-range:{signs}" if signs else ""
        yield face(other.name, source, weight, f"size-adjust:{size:.1%};{lines}{only}")


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
            for other in family.others:
                yield from stand_in(font, other, family, number)


def has(font: Path) -> set[int]:
    """The letters of a font."""
    with TTFont(font) as opened:
        return set(opened.getBestCmap())


if __name__ == "__main__":
    SHEET.write_text("".join(f"{rule}\n" for rule in made()), "utf-8")
