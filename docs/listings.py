"""Pictures of files that programs read, for `screens.py`: their first lines, on sheets next to each other.

Those of the site of this repository's report are as they are there. The catalogue and the sitemaps of the Woo
index, which its settings do not ask for, are of the invented report in `tests/english`.
"""

from __future__ import annotations

import sys
import xml.dom.minidom
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from PIL import Image
from playwright.sync_api import Browser
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name

DOCS = Path(__file__).parent
SITE = DOCS.parent / "site"
sys.path.insert(0, str(DOCS.parent / "tests"))

import invented  # noqa: E402 - among the tests
from conftest import english_report  # noqa: E402
from trendrapport.open_data import rdf  # noqa: E402
from trendrapport.open_data.catalogue import JSON_LD, TURTLE, statements  # noqa: E402
from trendrapport.open_data.woo import LIST, woo  # noqa: E402
from trendrapport.pages.view import Offer, View  # noqa: E402
from trendrapport.report.published import published  # noqa: E402


@dataclass(frozen=True)
class Listing:
    """The lines of a file from the one that begins as given, in a language that Pygments knows."""

    path: str
    language: str = "text"
    begin: str = ""


LISTINGS: dict[str, tuple[Listing, ...]] = {
    "api": (
        Listing("api/v1/report/index.json", "json"),
        Listing("api/v1/trends/2023/algoritmen.json", "json"),
    ),
    "datasets": (
        Listing("datasets/internet_leeftijd/datapackage.json", "json"),
        Listing("datasets/internet_leeftijd/internet_leeftijd.csv"),
    ),
    "markdown": (
        Listing("2023/trends/algoritmen.md", "markdown"),
        Listing("2023/trends/algoritmen.txt"),
    ),
    "llms": (Listing("llms.txt", "markdown"), Listing("llms-full.txt", "markdown")),
    "bibliography": (
        Listing("sources.bib", "bibtex"),
        Listing("sources.ris"),
        Listing("sources.csl.json", "json"),
    ),
    "opds": (Listing("opds.atom", "xml"),),
    "calendar": (Listing("milestones.ics"),),
    "dcat": (Listing(TURTLE, "turtle", "<https"), Listing(JSON_LD, "json")),
    "woo": (Listing(LIST, "xml"),),
}
"""By the picture's name: the files, next to each other."""

STYLE = """
@font-face { font-family: Sans; src: url(data:font/woff2;base64,FONT) }
body { margin: 0; padding: 18px; display: flex; gap: 18px; background: #dcd8cc; height: 400px;
  width: fit-content }
section { width: 545px; overflow: hidden; background: #fff; padding: 20px 24px 0; position: relative }
section:nth-last-child(n + 3), section:nth-last-child(n + 3) ~ section { width: 340px }
h1 { margin: 0 0 14px; font: 15px Sans; color: #0b5c66; white-space: nowrap }
pre { margin: 0; font: 11.5px/1.55 "DejaVu Sans Mono", monospace; color: #16202c; white-space: pre-wrap }
.json pre, .turtle pre, .xml pre { white-space: pre }
section::before, section::after { content: ""; position: absolute; inset: auto 0 0; height: 60px;
  background: linear-gradient(#fff0, #fff) }
section::before { inset: 0 0 0 auto; height: auto; width: 40px;
  background: linear-gradient(90deg, #fff0, #fff) }
.nt, .nn, .nv, .gh, .gu, .k, .kd { color: #0b5c66 }
.na, .p, .c { color: #52606d }
.gh, .gu { font-weight: 700 }
"""
MOST = 40
"""The lines of a file that can be in its picture."""


def listings(browser: Browser) -> Iterator[tuple[str, Image.Image]]:
    """Each picture, by name."""
    others = _of_an_invented_report()
    font = b64encode((SITE / "assets/fonts/source-sans-semibold.woff2").read_bytes()).decode()
    context = browser.new_context(viewport={"width": 1300, "height": 460})
    page = context.new_page()
    for name, files in LISTINGS.items():
        sheets = "".join(_sheet(one, others.get(one.path) or (SITE / one.path).read_bytes()) for one in files)
        page.set_content(f"<style>{STYLE.replace('FONT', font)}</style>{sheets}")
        page.evaluate("document.fonts.ready")
        yield name, Image.open(BytesIO(page.locator("body").screenshot())).convert("RGB")
    context.close()


def _sheet(listing: Listing, content: bytes) -> str:
    lines = _text(listing, content).split("\n")
    first = next(number for number, line in enumerate(lines) if line.startswith(listing.begin))
    lexer: Lexer = get_lexer_by_name(listing.language)
    shown = highlight("\n".join(lines[first : first + MOST]), lexer, HtmlFormatter(nowrap=True))
    return f"<section class={listing.language}><h1>{escape(listing.path)}</h1><pre>{shown}</pre></section>"


def _text(listing: Listing, content: bytes) -> str:
    """What a reader of the file sees: an XML file is indented, as browsers show it."""
    if listing.language == "xml":
        return xml.dom.minidom.parseString(content).toprettyxml(indent="  ")  # noqa: S318 - ours
    return content.decode("utf-8-sig")


def _of_an_invented_report() -> dict[str, bytes]:
    """The files of outputs that need more of the settings, by path."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        english_report(folder)
        settings = folder / "site_config.yml"
        config = yaml.safe_load(settings.read_text("utf-8"))
        config["outputs"] = ["site", "pdf", "datasets", "dcat", "woo"]
        config["contact"] = {"email": "editors@example.org"}
        config["open_data"] = {
            "theme": "GOVE",
            "organisation": "https://identifier.overheid.nl/tooi/id/gemeente/gm0000",
        }
        settings.write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")
        edition = folder / "content/2026/edition.yml"
        said = yaml.safe_load(edition.read_text("utf-8")) | {"published": "2026-03-04"}
        edition.write_text(yaml.safe_dump(said, sort_keys=False), "utf-8")
        report = published(invented.view(folder).report, "2026-11-30")
        view = View(report, offers=(Offer("pdf", "edition", "{stem}.pdf"),))
        catalogue = statements(view)
        return {TURTLE: rdf.turtle(catalogue), JSON_LD: rdf.json_ld(catalogue)} | woo(view, {})
