"""A figure's own page, what it says in words, what can be downloaded, and text that points at it."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Locator

from charts.samples import FIELDS, TEXT, chart_of, table_of
from conftest import DUTCH, REPOSITORY
from trendrapport.charts.formats import standalone
from trendrapport.charts.pictures.framing import Frame
from trendrapport.charts.plan import Plan
from trendrapport.charts.theme import Theme
from trendrapport.charts.words.sentences import in_words
from trendrapport.pipeline import Options, build, check

PAGE = "content/2026/trends/voorbeeldtrend.md"


@pytest.fixture
def built(sample: Path) -> Path:
    assert build(sample, Options()).built
    return sample / "site"


def test_the_archive_has_data_descriptor_and_citation(built: Path, sample: Path) -> None:
    raw = (built / "figures/voorbeeld.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert archive.namelist() == ["voorbeeld.csv", "datapackage.json", "LEESMIJ.txt"]
        assert archive.read("voorbeeld.csv") == (sample / "charts/data/voorbeeld.csv").read_bytes()
        descriptor = json.loads(archive.read("datapackage.json"))
        assert descriptor["resources"][0]["schema"]["fields"][0]["name"] == "jaar"
        assert "Zo citeert u:" in archive.read("LEESMIJ.txt").decode()


def test_the_drawing_stands_by_itself(built: Path) -> None:
    raw = (built / "figures/voorbeeld.svg").read_text("utf-8")
    root = ElementTree.fromstring(raw)
    assert "var(" not in raw
    assert root.get("width")
    assert root.get("role") == "img"
    with pytest.raises(ValueError, match="drawing"):
        standalone.write("<svg>", Frame("", "", ""))


def test_the_page_of_a_figure_stands_in_a_frame(built: Path) -> None:
    page = (built / "figures/voorbeeld.html").read_text("utf-8")
    assert page.count("<svg") == 2  # for wide and for narrow screens
    assert "<nav" not in page
    assert "&lt;iframe src=&#34;" in page.replace("&quot;", "&#34;")
    assert '<a href="../2026/trends/voorbeeldtrend.html" target="_top">' in page


def test_a_mention_is_the_number_of_the_figure(sample: Path) -> None:
    text = (sample / PAGE).read_text("utf-8")
    (sample / PAGE).write_text(text + "\nZie [@fig:voorbeeld].\n", "utf-8")
    with (sample / "content/pages/about.md").open("a", encoding="utf-8") as about:
        about.write("\nZie ook [@fig:voorbeeld].\n")
    assert build(sample, Options(strict=True)).built
    assert 'href="#figure-voorbeeld" title=' in (
        sample / "site" / "2026/trends/voorbeeldtrend.html"
    ).read_text("utf-8")
    assert 'href="../figures/voorbeeld.html" title=' in (sample / "site/pages/about.html").read_text("utf-8")


def test_a_mention_of_nothing_is_told(sample: Path) -> None:
    with (sample / PAGE).open("a", encoding="utf-8") as text:
        text.write("\nZie [@fig:voorbeld].\n")
    found = check(sample).diagnostics
    assert [finding.code for finding in found] == ["unknown-chart"]
    assert found[0].location.column == 5
    assert '"voorbeeld"' in found[0].fix.nl


@pytest.mark.parametrize(
    ("kind", "fields", "extra", "expected"),
    [
        (
            "bars",
            {"category": "jaar", "value": "deel", "provisional": "voorlopig"},
            {"filter": {"soort": "laag"}},
            "van ",
        ),
        ("ranked_bars", {"category": "soort", "value": "aantal"}, {"filter": {"jaar": 2022}}, "hoogste "),
        ("key_figures", {"label": "soort", "value": "aantal"}, {"filter": {"jaar": 2022}}, "hoogste "),
    ],
)
def test_a_chart_is_told_in_words(kind: str, fields: dict, extra: dict, expected: str) -> None:
    table = table_of(TEXT, FIELDS)
    sentences = in_words(Plan("proef", chart_of(kind, fields=fields, **extra), table, Theme("nl")))
    assert expected in sentences[0]
    english = in_words(Plan("proef", chart_of(kind, fields=fields, **extra), table, Theme("en")))
    assert len(english) == len(sentences)
    assert not re.search(r"\b(hoogste|laagste|waarden)\b", " ".join(english))


def test_each_chart_with_a_place_is_told(site: Path) -> None:
    pages = sorted((site / "figures").glob("*.html"))
    assert len(pages) == len(list((DUTCH / "charts").glob("*.yml")))
    assert [
        page.stem for page in pages if not re.search(r"<p>[^<]+</p><ul><li>", page.read_text("utf-8"))
    ] == []


def test_script_adds_sorting_search_and_copying(site: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((site / "figures/vertrouwen-instituties.html").as_uri())
    page.locator(".data summary").click()
    head = page.locator(".data th[scope=col] button").last
    head.click()
    cells = page.locator(".data tbody tr").evaluate_all(
        "rows => rows.map(row => row.lastElementChild.textContent)"
    )
    assert cells == sorted(cells, key=lambda text: float(text.replace(",", ".")))
    head.click()
    assert page.locator(".data th[aria-sort=descending]").count() == 1
    page.goto((site / "figures.html").as_uri())
    page.get_by_role("searchbox").fill("zonnepanelen gigawatt")
    assert 0 < page.locator(".figures li:visible").count() < page.locator(".figures li").count()
    page.close()


TREND, THERE = (
    "2022/trends/digitalisering-en-sociaal-contract.html",
    "drawing => drawing.checkVisibility({contentVisibilityAuto: true})",
)


def laid_out(drawings: Locator, expected: int) -> int:
    """How many of `drawings` are laid out, once that is `expected` or ten seconds have passed.

    Chromium decides it with its next frame, which a busy machine draws late; without JavaScript in the page,
    Playwright's own waiting never looks again.
    """
    for _ in range(100):
        count = int(drawings.evaluate_all(f"drawings => drawings.filter({THERE}).length"))
        if count == expected:
            break
        drawings.page.wait_for_timeout(100)
    return count


def test_a_drawing_far_from_the_screen_is_laid_out_later(site: Path, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, java_script_enabled=False)
    page = context.new_page()
    page.goto((site / TREND).as_uri())
    drawing = page.locator(".drawing .narrow").last
    assert not drawing.evaluate(THERE)
    page.emulate_media(media="print")
    assert laid_out(page.locator(".drawing > .chart"), 2) == 2
    page.emulate_media(media="screen")
    drawing.scroll_into_view_if_needed()
    assert laid_out(drawing, 1) == 1
    context.close()


def test_a_script_has_all_drawings_laid_out(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.goto((site / TREND).as_uri())
    page.locator(".drawing.laid").nth(1).wait_for(state="attached")
    assert page.locator(".drawing .narrow").last.evaluate(THERE)
    page.close()


def test_without_script_all_of_a_figure_is_there(site: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "figures/zonnestroom-nederland.html").as_uri())
    page.locator(".share summary").click()
    assert page.locator(".share a").count() == 7
    assert page.locator("button").count() == 0
    context.close()


def test_the_script_stays_small() -> None:
    import gzip

    scripts = REPOSITORY / "generator/trendrapport/pages/browser/scripts"
    together = b"".join(
        (scripts / f"on_demand/{name}.js").read_bytes()
        for name in ("charts/explore", "charts/figures", "marks")
    )
    assert len(gzip.compress(together)) < 6000
