"""The look of the pages: the settings reach the styles and the screen, and every page fits every width."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from conftest import REPOSITORY, title_of
from page_types import PAGES, opened, show
from trendrapport.model.config import Config
from trendrapport.model.look import Family, Letters, Look
from trendrapport.pages.browser.look import NARROW, ROOT, WIDE, fluid, look, page_fonts
from trendrapport.pipeline import Options, build, check
from trendrapport.placing.shapes import SHAPES, clip
from trendrapport.report.person_names import monogram

OWN = {
    "letters": {"heading": "sans", "text": "serif", "size": 20, "scale": 1.3},
    "space": 1.2,
    "radius": 9,
    "measure": 60,
    "paper": ["#fff8ee", "#101010"],
    "cover": ["#3a1030", "#2a0a22"],
}


FONTS_IN_USE = """() => [...document.fonts]
    .filter(font => font.status === 'loaded' && /^"?Report (Sans|Serif)"?$/.test(font.family))
    .map(font => font.family.replaceAll('"', '').slice(7).toLowerCase()
        + (font.weight === '400' ? '-regular' : '-semibold'))"""
"""The fonts of the site that a page shows letters of, without those for rare letters."""


# --- settings ---


@pytest.mark.parametrize(
    ("heading", "text", "fonts"),
    [
        (
            Family.SERIF,
            Family.SANS,
            ["serif-semibold", "serif-regular", "sans-regular", "sans-semibold"],
        ),
        (Family.SANS, Family.SANS, ["sans-semibold", "sans-regular"]),
        (Family.SYSTEM, Family.SERIF, ["serif-regular", "serif-semibold"]),
        (Family.SYSTEM, Family.SYSTEM, []),
    ],
)
def test_a_page_asks_early_for_the_fonts_of_its_look_only(
    heading: Family, text: Family, fonts: list[str]
) -> None:
    letters = Letters(heading=heading, text=text)
    assert page_fonts(letters) == [f"source-{font}" for font in fonts]


def test_every_font_that_a_page_asks_for_early_is_used(site: Path, address: str, browser: Browser) -> None:
    """The browser would say otherwise after a while, and a phone would load what nobody sees."""
    for path in ("index.html", PAGES["trend"], PAGES["figure"]):
        page = browser.new_page()
        page.goto(f"{address}/{path}", wait_until="networkidle")
        asked = page.locator('link[rel="preload"][as="font"]').evaluate_all(
            "links => links.map(link => link.href)"
        )
        assert all((site / url.removeprefix(f"{address}/")).is_file() for url in asked)
        used = page.evaluate(FONTS_IN_USE)
        assert sorted(Path(url).stem for url in asked) == sorted(f"source-{name}" for name in used)
        page.close()


@pytest.fixture
def own(sample: Path) -> Path:
    """The site of the sample with a look of its own."""
    settings = sample / "site_config.yml"
    config = yaml.safe_load(settings.read_text("utf-8"))
    config["look"] |= OWN
    settings.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "utf-8")
    assert build(sample, Options()).built
    return sample / "site"


def test_settings_reach_the_styles_and_the_screen(own: Path, browser: Browser) -> None:
    styles = (own / "assets/look.css").read_text("utf-8")
    for part in (
        "--paper:#fff8ee;",
        "--paper:#101010;",
        "--radius:9px;",
        "--measure:29.82em;",
        "--text:1.25rem;",
        "--heading:var(--sans);",
        "--body:var(--serif);",
        "--s1:0.6rem;",
    ):
        assert part in styles
    page = opened(browser, own / "index.html", 1280)
    shown = page.evaluate("""() => {
        const style = (name, key) => getComputedStyle(document.querySelector(name))[key];
        return [style('body', 'backgroundColor'), style('body', 'fontSize'), style('body', 'fontFamily'),
                style('h1', 'fontFamily'), style('.card', 'borderRadius'),
                style('.cover', 'backgroundColor'), style('.bottom', 'backgroundColor')];
    }""")
    assert shown[:2] == ["rgb(255, 248, 238)", "20px"]
    assert "Serif" in shown[2]
    assert "Sans" in shown[3]
    assert shown[4:] == ["9px", "rgb(58, 16, 48)", "rgb(58, 16, 48)"]
    page.emulate_media(color_scheme="dark")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.cover')).backgroundColor")
        == "rgb(42, 10, 34)"
    )
    page.context.close()


@pytest.mark.parametrize(
    ("setting", "place"),
    [
        ("radius: 40", "18:11"),
        ("measure: 20", "18:12"),
        ("space: ruim", "18:10"),
        ("letters: {size: 8}", "18:19"),
        ("letters: {heading: comic}", "18:22"),
        ("rand: 3", "18:3"),
    ],
)
def test_a_look_that_cannot_be_is_told_at_its_place(sample: Path, setting: str, place: str) -> None:
    settings = sample / "site_config.yml"
    settings.write_text(settings.read_text("utf-8").replace("look:\n", f"look:\n  {setting}\n"), "utf-8")
    assert place in [f"{one.location.line}:{one.location.column}" for one in check(sample).diagnostics]


@given(st.floats(0.5, 6), st.floats(0, 6))
def test_a_size_grows_from_the_narrow_to_the_wide_window(low: float, more: float) -> None:
    high = low + more
    made = fluid(low, high)
    if "clamp" not in made:
        assert float(made.removesuffix("rem")) == pytest.approx(low, rel=1e-3)
        return
    least, start, slope, most = (
        float(number)
        for number in re.fullmatch(
            (
                r"clamp\((\S+)rem,(\S+)rem \+ "
                r"(\S+)vw,(\S+)rem\)"
            ),
            made,
        ).groups()
    )
    assert least == pytest.approx(low, rel=1e-3)
    assert most == pytest.approx(high, rel=1e-3)
    for width, size in ((NARROW, low), (WIDE, high)):
        assert start + slope * width / 100 / ROOT == pytest.approx(size, abs=0.02)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_no_title_ends_the_text_in_the_styles(title: str) -> None:
    report = yaml.safe_load((REPOSITORY / "tests/sites/two-editions/in/site_config.yml").read_text("utf-8"))
    config = Config.model_validate_json(json.dumps(report)).model_copy(update={"title": title})
    *_, whole, edition = look(config, [("2025", title)]).decode("utf-8").removesuffix("\n").split("\n")
    text = r'"([^"\\<\r\n\f{}]|\\[0-9a-f]+ )*"'
    assert re.fullmatch(rf"@page\{{@top-left\{{content:{text}\}}\}}", whole)
    assert re.fullmatch(
        (
            rf"\.of-2025\{{page:of-2025\}}@page "
            rf"of-2025\{{@top-right\{{content:{text}\}}\}}"
        ),
        edition,
    )


def test_every_colour_of_the_look_is_a_pair() -> None:
    assert set(Look.colours()) == {"paper", "card", "ink", "soft", "line", "wash", "accent", "cover"}


@pytest.mark.parametrize("index", range(len(SHAPES)))
def test_shapes_fill_their_box(index: int) -> None:
    points = [(int(x), int(y)) for x, y in re.findall(r"(\d+)% (\d+)%", clip(index))]
    assert all(0 <= way <= 100 for point in points for way in point)
    assert not points or 90 <= max(max(way) - min(way) for way in zip(*points, strict=True)) <= 100


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Wilma Delissen", "WD"),
        ("Anna van der Berg", "AB"),
        ("Élodie", "É"),
        ("Jan-Willem de Vries", "JV"),
        ("'t Hart", "H"),
    ],
)
def test_monogram(name: str, letters: str) -> None:
    assert monogram(name) == letters


@given(st.text())
def test_a_monogram_is_short_whatever_the_name(name: str) -> None:
    assert len(monogram(name)) <= 2 * 3  # upper case of one letter can be three


# --- menu ---


def test_the_menu_on_a_phone_works_without_scripts(site: Path, browser: Browser) -> None:
    page = opened(browser, site / PAGES["trend"], 360, java_script_enabled=False)
    link = page.locator(".menu").get_by_role("link", name="Instrumenten")
    assert not link.is_visible()
    page.locator(".menu summary").focus()
    page.keyboard.press("Enter")
    assert link.is_visible()
    assert page.locator(".menu [aria-current]").all_inner_texts() == ["Trends", "Editie 2022"]
    box = page.locator(".sheet").bounding_box()
    assert box["x"] >= 0
    assert box["width"] <= 360
    link.click()
    assert page.url.endswith("/instruments/index.html")
    assert page.locator("nav:visible").count() > 0
    page.context.close()


def test_one_menu_is_shown_at_each_width(site: Path, browser: Browser) -> None:
    for width, shown in ((320, 0), (760, 0), (800, 1), (2560, 1)):
        page = opened(browser, site / PAGES["home"], width)
        assert page.locator("nav.parts:visible").count() == shown
        assert page.locator(".menu summary:visible").count() == 1 - shown
        page.context.close()


@pytest.mark.parametrize(("width", "part"), [(360, ".menu"), (1280, ".switch")])
def test_escape_and_a_press_elsewhere_close_what_is_open(
    site: Path, browser: Browser, width: int, part: str
) -> None:
    page = opened(browser, site / PAGES["trend"], width)
    page.set_viewport_size({"width": width, "height": 1200})
    summary = page.locator(f"{part} summary")
    summary.click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.locator(f"{part}[open]").count() == 0
    assert summary.evaluate("element => element === document.activeElement")
    summary.click()
    page.mouse.click(10, 1190)
    assert page.locator(f"{part}[open]").count() == 0
    page.context.close()


def test_the_switch_leads_to_the_same_trend_in_another_edition(site: Path, browser: Browser) -> None:
    page = opened(browser, site / "2023/trends/algoritmen.html", 1280)
    ways = page.locator(".switch a").evaluate_all(
        "all => all.map(one => [one.textContent, one.getAttribute('href'), one.getAttribute('aria-current')])"
    )
    assert ways == [
        ["Editie 2023", "algoritmen.html", "true"],
        ["Editie 2022", "../../2022/trends/algoritmen.html", None],
        ["Editie 2020", "../../2020/trends/algoritmen.html", None],
    ]
    page.goto((site / "2022/trends/drukte-meten.html").as_uri())
    assert page.locator(".switch a").first.get_attribute("href") == "../../2023/index.html"
    page.context.close()


@pytest.mark.parametrize("name", PAGES)
def test_the_menu_marks_where_the_page_is(site: Path, name: str) -> None:
    text = (site / PAGES[name]).read_text("utf-8")
    exact = re.findall(
        r'<a href="([^"]+)" aria-current="page"', text.split('class="parts"')[-1].split("</nav>")[0]
    )
    assert len(exact) <= 1
    assert (
        not exact
        or (site / PAGES[name]).parent.joinpath(exact[0]).resolve() == (site / PAGES[name]).resolve()
    )


# --- widths ---


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways(site: Path, shared_page: Page, name: str) -> None:
    page = shared_page
    show(page, site / PAGES[name], 320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for summary in page.locator(".menu summary").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 2560, "height": 1400})
    assert page.evaluate("document.documentElement.scrollWidth") <= 2560


ROWS = """decks => decks.map(deck => { const list = deck.getBoundingClientRect(), rows = {};
    for (const item of deck.querySelectorAll(":scope>:not([hidden])")) {
        const box = item.getBoundingClientRect(); (rows[Math.round(box.top)] ||= []).push(box); }
    const heights = row => new Set(row.map(box => Math.round(box.height))).size;
    return Object.values(rows).map(row => [Math.round(list.right - row.at(-1).right), heights(row)]); })"""


WITH_CARDS = (
    "home",
    "edition",
    "trend",
    "instruments",
    "instrument",
    "key-figures",
    "overviews",
    "changes-index",
    "trends",
    "interviews",
    "roles",
)
NARROWED = (
    "trends.html?category=technologisch",
    "trends.html?stance=act",
    "trends.html?sort=title",
    "interviews.html?edition=2023",
)


def test_no_card_stands_alone_in_a_row_and_those_of_a_row_are_as_high(site: Path, browser: Browser) -> None:
    page = opened(browser, site / PAGES["home"])
    seen = dict.fromkeys((360, 800, 1280, 2560), 0)
    for name in (*(PAGES[name] for name in WITH_CARDS), *NARROWED):
        page.goto(f"{site.as_uri()}/{name}")
        assert ("=" in name and "sort" not in name) == bool(page.locator("[data-item][hidden]").count())
        for width in seen:
            page.set_viewport_size({"width": width, "height": 800})
            for rows in page.locator(".deck>ul").evaluate_all(ROWS):
                seen[width] += len(rows)
                assert [row for row in rows if row[0] > 1 or row[1] != 1] == [], (name, width)
    assert min(seen.values()) > 50
    page.context.close()


@pytest.mark.parametrize("width", [800, 1280])
def test_titles_and_outlooks_of_cards_in_a_row_are_level(site: Path, browser: Browser, width: int) -> None:
    page = opened(browser, site / "2022/index.html", width)
    rows = page.locator(".deck>.cards").evaluate_all("""decks => decks.flatMap(deck => { const rows = {};
        for (const card of deck.querySelectorAll(".trend.card")) {
            const row = rows[Math.round(card.getBoundingClientRect().top)] ||= [];
            const top = part => Math.round(card.querySelector(part).getBoundingClientRect().top);
            row.push(["h4", ".outlook"].map(top)); }
        return Object.values(rows); })""")
    assert any(len(row) > 1 for row in rows)
    for row in rows:
        assert all(tops == row[0] for tops in row)
    page.context.close()


def test_a_very_wide_window_is_used(site: Path, browser: Browser) -> None:
    page = opened(browser, site / PAGES["home"], 2560)
    used = page.evaluate("document.querySelector('.section').getBoundingClientRect().width")
    assert used > 0.6 * 2560
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") > 21
    page.set_viewport_size({"width": 3840, "height": 2160})
    assert page.evaluate("document.querySelector('.section').getBoundingClientRect().width") > 0.6 * 3840
    page.context.close()


# --- what a front shows ---


def test_every_link_and_file_of_a_front_is_there(site: Path) -> None:
    for name in ("index.html", "2023/index.html", "2022/index.html", "2020/index.html"):
        text = (site / name).read_text("utf-8")
        targets = {one.partition("#")[0] for one in re.findall(r'href="([^"]+)"', text)} - {""}
        inside = [one for one in targets if not re.match(r"[a-z]+:", one)]
        assert [one for one in inside if not (site / name).parent.joinpath(one).is_file()] == []
        assert name == "index.html" or any(one.endswith("radar.csv") for one in inside)


def test_an_edition_says_only_what_its_entries_say(site: Path, browser: Browser) -> None:
    page = opened(browser, site / "2022/index.html", 1280)
    said = "Een voorbeeld mag verzonnen zijn. Mits het dat ook zegt."
    assert page.locator(".talk blockquote").all_inner_texts() == [said]
    assert page.locator("h1").inner_text().split() == ["Verzonnen", "Trendrapport", "2022"]
    page.goto((site / "2023/index.html").as_uri())
    assert page.locator(".talk blockquote").count() == 0
    assert page.locator(".monogram").all_inner_texts() == ["WB", "BV"]
    counted = [" ".join(text.split()) for text in page.locator(".counted h3").all_inner_texts()]
    assert counted == ["3 Nieuw", "1 Weer terug", "6 Niet meer in het rapport"]
    numbers = page.locator(".trend .chip").all_inner_texts()
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    marks = page.locator(".cover .wheel.small a").evaluate_all(
        "all => all.map(one => [one.getAttribute('aria-label').split('.')[0], one.getAttribute('href')])"
    )
    cards = page.locator(".trend.card").evaluate_all(
        "all => all.map(one => [one.querySelector('.chip').textContent, one.querySelector('h4 "
        "a').getAttribute('href')])"
    )
    assert marks == cards
    page.context.close()


def test_the_first_edition_has_no_news(site: Path, browser: Browser) -> None:
    page = opened(browser, site / "2020/index.html", 1280)
    assert page.locator(".news").count() == 0
    page.context.close()


# --- bytes and paper ---


@pytest.mark.parametrize("name", PAGES)
def test_the_styles_of_a_page_stay_small(site: Path, name: str) -> None:
    page = site / PAGES[name]
    sheets = set(re.findall(r'<link rel="stylesheet" href="(?:/|[./]*)([^"]+)"', page.read_text("utf-8")))
    assert {"assets/report.css", "assets/print.css"} <= sheets
    assert sum(len(gzip.compress((site / sheet).read_bytes(), 9)) for sheet in sheets) < 17_000


def test_no_picture_in_the_theme_but_svg(site: Path) -> None:
    assert not re.search(r"url\((?!fonts/)", (site / "assets/report.css").read_text("utf-8"))


def test_paper_has_no_menu_and_says_where_it_comes_from(site: Path, browser: Browser) -> None:
    page = opened(browser, site / PAGES["trend"], 794)
    page.emulate_media(media="print")
    for gone in (".top", ".browse", ".colophon nav", ".to-top", ".crumbs"):
        assert page.locator(f"{gone}:visible").count() == 0
    assert (
        page.locator(".paper").inner_text()
        == "https://trendrapport.example.org/2022/trends/duurzaam-digitaal.html"
    )
    after = page.locator(".sources a[href^=http]").first.evaluate(
        "one => getComputedStyle(one, '::after').content"
    )
    assert "http" in after
    assert ('.of-2022{page:of-2022}@page of-2022{@top-right{content:"Editie 2022"}}') in (
        site / "assets/look.css"
    ).read_text("utf-8")
    assert page.locator(".page.of-2022").count() == 1
    page.context.close()


def test_home_has_a_face_of_its_own(site: Path) -> None:
    """An edition's front has all its trends as cards; home leads there, and has what spans the editions."""
    home, front = ((site / path).read_text("utf-8") for path in ("index.html", "2023/index.html"))
    for page in (home, front):
        assert (
            len(re.findall(r'<a class="button', page.partition('class="cover')[2].partition("</header>")[0]))
            == 1
        )
    assert (home.count('class="card trend'), front.count('class="card trend')) == (0, 5)
    assert '<ol class="names">' in home
    assert '<ol class="names">' not in front


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_of_what_is_missing_has_the_whole_foot_at_the_end_of_the_window(
    site: Path, browser: Browser, width: int
) -> None:
    page = opened(browser, site / "404.html", width)
    assert page.locator(".colophon nav").first.locator("a").all_inner_texts() == [
        "Editie 2023",
        "Editie 2022",
        "Editie 2020",
    ]
    end = page.locator(".bottom").evaluate("one => one.getBoundingClientRect().bottom")
    assert end >= page.evaluate("innerHeight") - 1
    page.context.close()


def test_the_foot_speaks_the_language_of_the_page(site: Path) -> None:
    foot = (site / PAGES["translated-trend"]).read_text("utf-8").partition("<footer")[2]
    assert "Texts under CC BY 4.0" in foot
    assert f'<a href="../../pages/colofon.html" lang="nl">{title_of("pages/colofon")}</a>' in foot
    assert "lang=" not in (site / PAGES["trend"]).read_text("utf-8").partition("<footer")[2]


def test_no_line_of_the_way_to_a_page_begins_with_a_stroke(site: Path, browser: Browser) -> None:
    page = opened(browser, site / "2023/matrix.html", 320)
    marks = (
        "items => items.map(item => ['::before', '::after'].map(part => getComputedStyle(item, "
        "part).content))"
    )
    before, after = zip(*page.locator(".crumbs li").evaluate_all(marks), strict=True)
    assert set(before) == {"none"}
    # The title itself is not shown again there, so that the last that is shown ends without one.
    assert [sign.startswith('"/"') for sign in after] == [True, False, False]
    page.context.close()


def test_on_a_wide_screen_a_stroke_separates_each_step_of_the_way_to_a_page(
    site: Path, browser: Browser
) -> None:
    page = opened(browser, site / "2023/matrix.html", 1280)
    marks = "items => items.map(item => getComputedStyle(item, '::after').content)"
    after = page.locator(".crumbs li").evaluate_all(marks)
    assert [sign.startswith('"/"') for sign in after] == [True, True, False]
    page.context.close()


def test_paper_is_a4_also_where_it_lies(site: Path, browser: Browser) -> None:
    from io import BytesIO

    import pypdfium2

    for path, size in (("2023/trends/algoritmen.html", (595, 842)), ("2023/matrix.html", (842, 595))):
        page = browser.new_page()
        page.goto((site / path).as_uri())
        made = pypdfium2.PdfDocument(BytesIO(page.pdf(prefer_css_page_size=True)))
        assert {tuple(map(round, sheet.get_size())) for sheet in made} == {size}
        made.close()
        page.close()
