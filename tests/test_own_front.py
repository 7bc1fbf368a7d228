"""What a report says around its pages: its logo, icon, menu, home page and foot. All of it is invented."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from PIL import Image

from conftest import files
from trendrapport.pipeline import Options, build, check
from trendrapport.starters import new_report

SETTINGS = """
menu: [sources, figures, trends, people]
home: {title: Waar het water heen gaat, lead: Een verzonnen rapport.}
footer:
  text: Van een verzonnen waterschap.
  links: [{title: Privacy & "cookies", address: "https://example.org/privacy"}]
"""
LOOK = "look:\n  logo: {light: content/logo.png, dark: content/donker.png}\n  icon: content/teken.png\n"


def write(folder: Path) -> None:
    """The sample with a logo, an icon and words of its own."""
    new_report.init(folder)
    Image.new("RGBA", (400, 160), "#0b5c66").save(folder / "content/logo.png")
    Image.new("RGBA", (300, 60), "#6cc5cf").save(folder / "content/donker.png")
    Image.new("RGB", (600, 600), "#0b5c66").save(folder / "content/teken.png")
    settings = folder / "site_config.yml"
    text = settings.read_text("utf-8").replace("look:\n", LOOK) + SETTINGS
    settings.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site of that report."""
    folder = tmp_path_factory.mktemp("eigen")
    write(folder)
    assert build(folder, Options(strict=True)).built
    return files(folder / "site")


def page(built: dict[str, bytes], path: str) -> str:
    return html.unescape(built[path].decode())


def test_the_menu_has_the_parts_that_have_a_page_in_the_order_of_the_settings(
    built: dict[str, bytes],
) -> None:
    menu = page(built, "index.html").partition('<nav class="parts"')[2].partition("</nav>")[0]
    assert re.findall(r'href="(\w+).html"', menu) == ["sources", "figures", "trends"]


def test_the_home_page_and_the_foot_have_their_own_words(built: dict[str, bytes]) -> None:
    home = page(built, "index.html")
    assert re.search(r"<h1>\s*Waar het water heen gaat\s", home)
    assert '<meta name="description" content="Een verzonnen rapport.">' in home
    foot = page(built, "trends.html").partition("<footer")[2]
    assert "Van een verzonnen waterschap." in foot
    assert re.search(r'<a href="https://example.org/privacy">\s*Privacy & "cookies"\s*</a>', foot)


def test_each_scheme_has_its_logo_small_and_with_its_size(built: dict[str, bytes]) -> None:
    head = page(built, "2026/trends/voorbeeldtrend.html").partition("</header>")[0]
    assert 'srcset="../../assets/logo-dark-300x60.png"' in head
    assert re.search(r'src="../../assets/logo-light-200x80.png" alt=""\s+width="100"\s+height="40"', head)
    assert "assets/logo-light-200x80.png" in built


def test_the_icon_takes_the_place_of_the_usual_one(built: dict[str, bytes]) -> None:
    icons = json.loads(built["site.webmanifest"])["icons"]
    assert [icon["src"] for icon in icons] == ["assets/icon-192.png", "assets/icon-512.png"]
    assert "assets/icon.svg" not in built
    assert not [path for path, raw in built.items() if path.endswith(".html") and b"icon.svg" in raw]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("content/teken.png", "content/donker.png", "unusable-icon"),
        ("content/logo.png", "content/loog.png", "missing-image"),
        ("content/logo.png", "../logo.png", "link-outside"),
        ("[sources,", "[bronnen,", "unknown-choice"),
        ("https://example.org/privacy", "javascript:alert(1)", "bad-address"),
    ],
)
def test_check_reports_what_cannot_be_used(tmp_path: Path, old: str, new: str, code: str) -> None:
    write(tmp_path)
    settings = tmp_path / "site_config.yml"
    settings.write_text(settings.read_text("utf-8").replace(old, new), "utf-8")
    found = [one.code for one in check(tmp_path).diagnostics if one.location.path == "site_config.yml"]
    assert found == [code]
