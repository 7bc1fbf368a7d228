"""The pictures of the docs and the README, taken of the site of this repository's report and its documents.

    trendrapport build && python docs/screens.py

Needs Chromium, LibreOffice (for the Word document) and the packages of `requirements-dev.txt`.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pypdfium2
from PIL import Image, ImageOps
from playwright.sync_api import Browser, Page

DOCS = Path(__file__).parent
sys.path.insert(0, str(DOCS.parent / "tests"))

from listings import listings  # noqa: E402

from chromium import chromium  # noqa: E402 - among the tests
from test_guide import GUIDES, LANGUAGES, Editor, blocks  # noqa: E402 - the same

SITE = DOCS.parent / "site"
SHOTS: dict[str, tuple[str, dict[str, Any], int, int]] = {
    "home": ("index.html", {"viewport": {"width": 1280, "height": 1500}}, 0, 960),
    "trend-dark": (
        "2022/trends/duurzaam-digitaal.html",
        {"viewport": {"width": 1280, "height": 1400}, "color_scheme": "dark"},
        0,
        960,
    ),
    "phone": ("index.html", {"viewport": {"width": 360, "height": 1280}, "device_scale_factor": 2}, 0, 360),
    "wide": ("2022/index.html", {"viewport": {"width": 2560, "height": 1900}}, 0, 960),
    "paper": ("2023/index.html", {"viewport": {"width": 794, "height": 1123}}, 70, 640),
}
"""By name: the page, how it is shown, the margin of paper around it, and the picture's width, in pixels."""

BOXES: dict[str, tuple[str, str]] = {
    "along": ("2022/trends/duurzaam-digitaal.html", ".along"),
    "offline": ("index.html", ".along"),
}
"""By name: the page, and the part of it that is shown."""

SHEETS: dict[str, tuple[int, tuple[tuple[str, int], ...]]] = {
    "pdf": (640, (("2022/editie-2022.pdf", 0), ("2022/editie-2022.pdf", 4), ("2022/editie-2022.pdf", 6))),
    "one-page": (760, (("2022/trends/duurzaam-digitaal.one-page.pdf", 0),)),
    "workshop": (560, tuple(("2022/editie-2022.workshop.pdf", page) for page in (0, 2, 3, 10))),
}
"""By name: the height in pixels, and the pages of PDFs, counted from 0, which lie next to each other."""
WIDE = 960
"""The width of a Word document, in pixels."""
GAP = 18
"""The pixels around each."""


def sheets(name: str) -> Image.Image:
    """Pages next to each other."""
    height, pages = SHEETS[name]
    drawn = []
    for path, number in pages:
        page = pypdfium2.PdfDocument(SITE / path)[number]
        large = page.render(scale=2 * height / page.get_height()).to_pil()
        size = round(large.width * height / large.height), height
        drawn.append(large.resize(size, Image.Resampling.LANCZOS))
    width = sum(one.width + GAP for one in drawn) + GAP
    made = Image.new("RGB", (width, height + 2 * GAP), "#dcd8cc")
    left = GAP
    for one in drawn:
        made.paste(one, (left, GAP))
        left += one.width + GAP
    return made


def box(browser: Browser, name: str) -> Image.Image:
    """A part of a page, with some of the paper around it."""
    path, part = BOXES[name]
    context = browser.new_context(viewport={"width": 960, "height": 1200}, reduced_motion="reduce")
    page = context.new_page()
    page.goto((SITE / path).as_uri())
    page.evaluate("document.fonts.ready")
    part_only = Image.open(BytesIO(page.locator(part).screenshot())).convert("RGB")
    context.close()
    return ImageOps.expand(part_only, GAP, "#fbfaf6")


def taken(browser: Browser, name: str) -> Image.Image:
    """A picture of a page."""
    path, shown, margin, width = SHOTS[name]
    context = browser.new_context(**shown, reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    page.goto((SITE / path).as_uri())
    if margin:
        _as_paper(page, margin)
    page.evaluate("document.fonts.ready")
    whole = Image.open(BytesIO(page.screenshot())).convert("RGB")
    context.close()
    return whole.resize((width, round(whole.height * width / whole.width)), Image.Resampling.LANCZOS)


def _as_paper(page: Page, margin: int) -> None:
    page.emulate_media(media="print")
    page.add_style_tag(content=f"html{{padding:{margin}px}}")


def readme(light: Image.Image, dark: Image.Image) -> Image.Image:
    """The home page, with a trend in the dark scheme before it."""
    made = Image.new("RGB", (light.width, 720), "#fbfaf6")
    made.paste(light.crop((0, 0, light.width, 720)), (0, 0))
    small = dark.resize((round(dark.width * 0.5), round(dark.height * 0.5)), Image.Resampling.LANCZOS).crop(
        (0, 0, dark.width // 2, 400)
    )
    made.paste(
        "#a9b5bf",
        (made.width - small.width - 26, made.height - small.height - 2, made.width - 22, made.height),
    )
    made.paste(small, (made.width - small.width - 24, made.height - small.height))
    return made.quantize(255, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def guide(browser: Browser, language: str, folder: Path) -> Iterator[tuple[str, Image.Image]]:
    """The front page, the chart and the Word document of somebody who follows the guide for editors."""
    editor = Editor(folder)
    for block in blocks(language):
        editor.follow(block)
    site = editor.folder / "site"
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    whole = Image.open(BytesIO(page.screenshot())).convert("RGB")
    yield f"home.{language}", whole.resize((960, 675), Image.Resampling.LANCZOS)
    text = next(Path(block.path) for block in blocks(language) if block.word == "add")
    page.goto((site / text.relative_to("content").with_suffix(".html")).as_uri())
    figure = page.locator("figure:has(svg)").first
    yield f"chart.{language}", Image.open(BytesIO(figure.screenshot())).convert("RGB")
    context.close()
    document = next(block.path for block in blocks(language) if block.word == "word")
    yield f"word.{language}", word((editor.folder / document).resolve())


def word(document: Path) -> Image.Image:
    """The top of a Word document as LibreOffice shows it, with the changes that are tracked."""
    command = [
        "soffice",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(document.parent),
        str(document),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603
    page = pypdfium2.PdfDocument(document.with_suffix(".pdf"))[0]
    whole = page.render(scale=2 * WIDE / page.get_width()).to_pil()
    top = whole.crop((0, 0, whole.width, round(whole.width * 0.52)))
    return top.resize((WIDE, round(WIDE * 0.52)), Image.Resampling.LANCZOS).convert("RGB")


def guides() -> None:
    """Takes the pictures of the guides for editors."""
    with chromium() as browser:
        for language in LANGUAGES:
            with TemporaryDirectory() as folder:
                for name, picture in guide(browser, language, Path(folder)):
                    picture.save(GUIDES / f"{name}.webp", quality=72, method=6)


def _all() -> Iterator[tuple[str, Image.Image]]:
    with chromium() as browser:
        yield from ((name, taken(browser, name)) for name in SHOTS)
        yield from ((name, box(browser, name)) for name in BOXES)
        yield from listings(browser)
    yield from ((name, sheets(name)) for name in SHEETS)


def main() -> None:
    """Takes every picture again."""
    guides()
    (DOCS / "pictures").mkdir(exist_ok=True)
    found = dict(_all())
    for name, picture in found.items():
        picture.save(DOCS / "pictures" / f"{name}.webp", quality=72, method=6)
    readme(found["home"], found["trend-dark"]).save(DOCS / "screenshot.png", optimize=True)


if __name__ == "__main__":
    main()
