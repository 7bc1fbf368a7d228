"""The settings of the look as one style sheet, `assets/look.css`: custom properties that all other styles
use; knows no pages.

Sizes are in rem, so that they follow the size that a reader chose. Titles and wide gaps grow with the window
between `NARROW` and `WIDE` pixels, in a straight line, as https://utopia.fyi does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from trendrapport.charts.theme import palette
from trendrapport.model.config import Config
from trendrapport.model.look import ColourPair, Family, Letters, Look
from trendrapport.placing.shapes import clip

ROOT = 16
"""Pixels in a rem, at a browser's usual setting."""

NARROW, WIDE = 320, 1280
"""Between these widths of a window sizes grow."""

STEPS = 6
"""The number of sizes above that of the text."""

CALM = 0.6
"""The part of a step on a wide window that it is on the narrowest."""

SMALLEST = 14 / ROOT
"""No text of a page is smaller than this (rem)."""

SPACES = ((0.5, 0.5), (1, 1), (1.5, 1.75), (2.25, 3), (3.25, 5))
"""Each space on the narrowest and on a wide window (rem)."""

CHARACTER = 0.497
"""The width of a character in em: a zero in Source Sans.

In `ch`, lines would break again when one font replaces another.
"""

FAMILIES = {Family.SERIF: "var(--serif)", Family.SANS: "var(--sans)", Family.SYSTEM: "system-ui,sans-serif"}
FONTS = (
    '--serif:"Report Serif","Report Georgia","Report Noto","Report Times",serif;'
    '--sans:"Report Sans","Report Arial","Report Roboto",system-ui,sans-serif'
)
"""Each followed by fonts of the reader's device in its measures (`styles/fonts.css`)."""


def icon(config: Config) -> str:
    """The file of the icon in tabs, from the site's root."""
    return "assets/icon-192.png" if config.look.icon else "assets/icon.svg"


def page_fonts(letters: Letters) -> list[str]:
    """The fonts that every page of a report uses, by the names of their files."""
    return _files((letters.heading, "semibold"), (letters.heading, "regular"), *_of_text(letters))


def figure_fonts(letters: Letters) -> list[str]:
    """The fonts that the page of a figure uses: of the headings it has only the title."""
    return _files((letters.heading, "semibold"), *_of_text(letters))


def _of_text(letters: Letters) -> list[tuple[Family, str]]:
    return [(letters.text, "regular"), (letters.text, "semibold")]


def _files(*fonts: tuple[Family, str]) -> list[str]:
    """The names of their files, each once; the fonts of a reader's device have none."""
    own = [f"source-{family}-{weight}" for family, weight in fonts if family is not Family.SYSTEM]
    return list(dict.fromkeys(own))


def look(config: Config, editions: Iterable[tuple[str, str]]) -> bytes:
    """The style sheet; `editions` are names and titles, for the line at the head of a printed page."""
    light = scheme(config, 0)
    dark = scheme(config, 1)
    values = len(config.used_words("values"))
    rules = [
        f":root{{color-scheme:light dark;--values:{values};{FONTS};{sizes(config.look)}{light}}}",
        f"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}",
        f"@media print{{:root{{{light}}}}}",
        *_logo(config.look),
        *_deep(config, dark),
        *_categories(config),
        *_paper(config, editions),
    ]
    return "".join(f"{rule}\n" for rule in rules).encode()


def scheme(config: Config, dark: int) -> str:
    """The colours of a scheme, 0 for light and 1 for dark, as declarations of custom properties."""
    look = config.look
    pairs = {name: getattr(look, name) for name in Look.colours()}
    pairs |= palette(look)
    pairs |= {f"{paint}-{name}": colours for paint, name, colours in painted(config)}
    return _declarations({name: pair[dark] for name, pair in pairs.items()})


def sizes(look: Look) -> str:
    """Families, sizes of letters, spaces and rounding as declarations of custom properties."""
    letters, text = look.letters, look.letters.size / ROOT
    values = {
        "heading": FAMILIES[letters.heading],
        "body": FAMILIES[letters.text],
        "small": f"{max(SMALLEST, text / 1.2):.4g}rem",
        "text": f"{text:.4g}rem",
        "half": fluid(*_step(text, letters.scale, 0.5)),
    }
    for step in range(1, STEPS + 1):
        values[f"step-{step}"] = fluid(*_step(text, letters.scale, step))
    for number, (narrow, wide) in enumerate(SPACES, 1):
        values[f"s{number}"] = fluid(look.space * narrow, look.space * wide)
    values |= {"radius": f"{look.radius}px", "measure": f"{look.measure * CHARACTER:.4g}em"}
    return _declarations(values)


def _declarations(values: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in values.items())


def _step(text: float, scale: float, step: float) -> tuple[float, float]:
    """A size (rem) on the narrowest and on a wide window: the text times the scale, once for each step above
    it.
    """
    return float(text * (1 + (scale - 1) * CALM) ** step), float(text * scale**step)


def fluid(low: float, high: float) -> str:
    """A length from `low` (rem, on a window of `NARROW` pixels) to `high` (on one of `WIDE`)."""
    if f"{low:.4g}" == f"{high:.4g}":
        return f"{low:.4g}rem"
    slope = (high - low) * ROOT / (WIDE - NARROW)
    return f"clamp({low:.4g}rem,{low - slope * NARROW / ROOT:.4g}rem + {slope * 100:.4g}vw,{high:.4g}rem)"


def _logo(look: Look) -> Iterable[str]:
    """The size of the logo, if there is one; on a phone the name comes below it."""
    if look.logo:
        yield ".top .logo{display:block;width:auto;height:2.5rem;max-width:40vw;object-fit:contain}"
        name = ".top .name{flex-direction:column;align-items:flex-start;gap:.3rem}"
        yield f"@media(max-width:30rem){{{name}.top .logo{{height:1.75rem}}}}"


def _deep(config: Config, dark: str) -> Iterable[str]:
    """What is on the background of the cover has the colours of the dark scheme on the screen, and those of
    paper on paper.
    """
    light_cover, dark_cover = config.look.cover
    yield f"@media screen{{.deep{{color-scheme:dark;{dark}--paper:{light_cover};--card:{light_cover}}}}}"
    background = f".deep{{--paper:{dark_cover};--card:{dark_cover}}}"
    yield f"@media screen and (prefers-color-scheme:dark){{{background}}}"


def _categories(config: Config) -> Iterable[str]:
    """A colour and a shape for each category, and for each sector of the radar if those are no categories."""
    places: Counter[str] = Counter()
    for paint, name, _ in painted(config):
        shape = clip(places[paint])
        yield f".{paint}-{name}{{--category:var(--{paint}-{name});--shape:{shape}}}"
        places[paint] += 1


def painted(config: Config) -> Iterator[tuple[str, str, ColourPair]]:
    """What has a colour of its own, or else the accent: what its properties begin with, its name and its
    colours.
    """
    for name, term in config.taxonomies.categories.items():
        yield "category", name, term.colour or config.look.accent
    if config.radar.sectors != "categories":
        for name, term in config.used_words(config.radar.sectors).items():
            yield "sector", name, term.colour or config.look.accent


def _paper(config: Config, editions: Iterable[tuple[str, str]]) -> Iterable[str]:
    """The running line of printed pages: the report, and the edition where a page is of one."""
    yield f"@page{{@top-left{{content:{_text(config.title)}}}}}"
    for name, title in editions:
        yield f".of-{name}{{page:of-{name}}}@page of-{name}{{@top-right{{content:{_text(title)}}}}}"


def _text(words: str) -> str:
    """Text as a string in a style sheet: all but letters, digits and plain signs escaped."""
    return f'"{"".join(map(_escaped, words))}"'


def _escaped(char: str) -> str:
    is_plain = char.isalnum() or char in " -.,:;()"
    return char if is_plain else f"\\{ord(char):x} "
