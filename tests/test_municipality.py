"""A reader's own municipality in a real Chromium: choosing, another page, the address, forgetting, from a
folder and under a strict policy.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from chromium import held
from conftest import REPOSITORY

TREND = "2022/trends/duurzaam-digitaal.html"
FIGURE = "figures/aardgasvrij-gemeente.html"
UTRECHT = "In Utrecht is het verzonnen aandeel 27,2\u00a0%: plaats 1 van de 4 gemeenten met 250.000 of meer"


def choose(page: Page, text: str, *keys: str, number: int = 0) -> None:
    field = page.get_by_role("combobox", name="Uw gemeente").nth(number)
    field.focus()
    field.press_sequentially(text)
    expect(page.locator(".own [role=listbox]:visible")).to_be_visible()
    for key in keys or ("ArrowDown", "Enter"):
        field.press(key)


def stored(page: Page) -> str | None:
    found: str | None = page.evaluate("localStorage.getItem('gemeente')")
    return found


@pytest.mark.parametrize("place", ["folder", "server"])
def test_one_choice_holds_for_all_figures_and_for_the_next_page(
    site: Path, address: str, page: Page, place: str
) -> None:
    root = address if place == "server" else site.as_uri()
    page.goto(f"{root}/{TREND}")
    assert stored(page) is None
    expect(page.locator(".own .place")).to_have_text(["", ""])
    choose(page, "utrecht", number=1)
    expect(page.locator("#figure-aardgasvrij-gemeente .place")).to_contain_text(UTRECHT)
    expect(page.locator("#figure-aardgasvrij-gemeente .place")).to_contain_text("Landelijk is het 8,7\u00a0%")
    expect(page.locator("#figure-zonnestroom-gemeente .place")).to_contain_text(
        "In Utrecht stond eind 2024 voor 258,9\u00a0MW aan verzonnen zonnepanelen"
    )
    expect(page.get_by_role("status")).to_contain_text(
        "Utrecht gekozen. Aantal figuren op deze pagina met Utrecht: 2. In Utrecht"
    )
    for figure in ("aardgasvrij-gemeente", "zonnestroom-gemeente"):
        drawing = page.locator(f"#figure-{figure} svg")
        assert drawing.locator(".own-mark.line").evaluate_all(
            "marks => marks.every(mark => mark.getAttribute('d') === "
            "mark.parentNode.querySelector('[data-place=GM0344]').getAttribute('d'))"
        )
        assert drawing.locator(".own-mark.line").count() >= 1
        assert (
            drawing.locator("text.own-mark").filter(visible=True).first.text_content().startswith("Utrecht: ")
        )
    assert stored(page) == "GM0344"
    page.goto(f"{root}/{FIGURE}")
    expect(page.locator(".place")).to_contain_text(UTRECHT)
    expect(page.get_by_role("combobox")).to_have_value("Utrecht")
    page.get_by_role("link", name="Alle figuren met Utrecht").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw gemeente")
    expect(page.locator(".figure .place", has_text="Utrecht")).to_have_count(3)


def test_both_drawings_name_it_whichever_is_shown(address: str, browser: Browser) -> None:
    """A phone can be turned, and paper has the wide drawing."""
    page = browser.new_page(viewport={"width": 340, "height": 700})
    page.goto(f"{address}/{FIGURE}?gemeente=GM0344")
    expect(page.locator("svg.narrow .own-mark.name")).to_be_visible()
    for turn in (
        lambda: page.set_viewport_size({"width": 900, "height": 340}),
        lambda: (page.set_viewport_size({"width": 340, "height": 700}), page.emulate_media(media="print")),
    ):
        turn()
        name = page.locator("svg.wide .own-mark.name")
        expect(name).to_be_visible()
        expect(page.locator("svg.narrow .own-mark.name")).to_be_hidden()
        inside = name.evaluate("""text => {
            const a = text.getBoundingClientRect(), b = text.ownerSVGElement.getBoundingClientRect();
            const across = a.left >= b.left && a.right <= b.right;
            const down = a.top >= b.top && a.bottom <= b.bottom;
            return a.width > 40 && across && down;
        }""")
        assert inside
    page.close()


def test_forgetting_brings_the_national_picture_back(address: str, page: Page) -> None:
    page.goto(f"{address}/municipality.html")
    before = page.locator(".mine").evaluate("part => part.querySelectorAll('svg *').length")
    choose(page, "amster")
    expect(page.locator(".own-mark.line").first).to_be_attached()
    page.get_by_role("button", name="Vergeet mijn gemeente").click()
    expect(page.locator(".own-mark")).to_have_count(0)
    expect(page.get_by_role("status")).to_contain_text("Geen gemeente gekozen")
    assert page.locator(".mine").evaluate("part => part.querySelectorAll('svg *').length") == before
    assert [text.strip() for text in page.locator(".place, .beside").all_text_contents()] == [""] * 6
    assert stored(page) is None
    assert page.get_by_role("combobox").evaluate(
        "field => field === document.activeElement && field.value === ''"
    )
    page.reload()
    expect(page.locator(".own-mark")).to_have_count(0)


def test_the_address_wins_and_is_kept_only_when_asked(address: str, page: Page) -> None:
    page.goto(f"{address}/{FIGURE}")
    choose(page, "zwolle")
    page.goto(f"{address}/{FIGURE}?gemeente=GM0344")
    expect(page.locator(".place")).to_contain_text(UTRECHT)
    assert stored(page) == "GM0193"
    assert (
        page.get_by_role("link", name="Alle figuren met Utrecht").evaluate("link => link.href")
        == f"{address}/municipality.html?gemeente=GM0344"
    )
    page.get_by_role("button", name="Onthoud Utrecht op dit apparaat").click()
    assert stored(page) == "GM0344"
    expect(page.get_by_role("button", name="Onthoud")).to_have_count(0)
    choose(page, "goes")
    expect(page).to_have_url(f"{address}/{FIGURE}?gemeente=GM0664")
    page.get_by_role("button", name="Vergeet mijn gemeente").click()
    expect(page).to_have_url(f"{address}/{FIGURE}")


def test_the_address_can_be_shared(address: str, page: Page, browser: Browser) -> None:
    page.goto(f"{address}/{TREND}")
    choose(page, "den haag")
    link = page.locator("#figure-aardgasvrij-gemeente").get_by_role(
        "link", name="Adres van deze figuur met 's-Gravenhage"
    )
    shared = link.get_attribute("href") or ""
    assert shared == f"{address}/{TREND}?gemeente=GM0518#figure-aardgasvrij-gemeente"
    other = browser.new_context()
    elsewhere = other.new_page()
    elsewhere.goto(shared)
    expect(elsewhere.locator("#figure-aardgasvrij-gemeente .place")).to_contain_text(
        "In 's-Gravenhage is het verzonnen aandeel 10,5\u00a0%"
    )
    assert elsewhere.evaluate("localStorage.length") == 0
    other.close()


@pytest.mark.parametrize("code", ["GM9999", "gm0344", "</script>", "GM0344'])", "__proto__", ""])
def test_what_is_no_municipality_is_passed_over(address: str, page: Page, code: str) -> None:
    page.goto(f"{address}/{FIGURE}?gemeente=" + code)
    page.wait_for_load_state("networkidle")
    assert page.locator(".own-mark").count() == 0
    assert page.locator(".place").text_content() == ""
    choose(page, "utrecht")
    expect(page.locator(".place")).to_contain_text(UTRECHT)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("s-graven", "'s-Gravenhage"),
        ("Den Haag", "'s-Gravenhage"),
        ("sgravenhage", "'s-Gravenhage"),
        ("sudwest fryslan", "Súdwest-Fryslân"),
        ("'S-HERTOGEN", "'s-Hertogenbosch"),
        ("den bosch", "'s-Hertogenbosch"),
        ("hengelo", "Hengelo (O.)"),
        ("heuvelrug", "Utrechtse Heuvelrug"),
        ("nuenen gerwen", "Nuenen, Gerwen en Nederwetten"),
    ],
)
def test_a_name_is_found_however_it_is_typed(address: str, page: Page, text: str, name: str) -> None:
    page.goto(f"{address}/{FIGURE}")
    choose(page, text, "Enter")
    expect(page.get_by_role("combobox")).to_have_value(name)
    expect(page.locator(".place")).to_contain_text(name)


def test_enter_takes_what_the_arrows_point_at(address: str, page: Page) -> None:
    page.goto(f"{address}/{FIGURE}")
    field = page.get_by_role("combobox", name="Uw gemeente")
    for keys, name in ((("ArrowDown",), "Aa en Hunze"), (("ArrowUp",), "Zwolle")):
        field.focus()
        for key in (*keys, "Enter"):
            field.press(key)
            expect(page.get_by_role("option", selected=True)).to_have_count(0 if key == "Enter" else 1)
        expect(field).to_have_value(name)


def test_enter_waits_for_the_names(address: str, page: Page) -> None:
    waiting = held(page, "**/assets/municipalities.js")
    page.goto(f"{address}/{FIGURE}")
    field = page.get_by_role("combobox", name="Uw gemeente")
    field.fill("Utrecht")
    field.press("Enter")
    page.wait_for_timeout(100)
    assert len(waiting) == 1
    waiting[0].continue_()
    expect(page.locator(".place")).to_contain_text(UTRECHT)


def test_the_field_is_a_combobox_by_keyboard(address: str, page: Page) -> None:
    page.goto(f"{address}/{FIGURE}")
    expect(page.get_by_role("combobox", name="Uw gemeente", expanded=False)).to_be_visible()
    field = page.get_by_role("combobox", name="Uw gemeente")
    field.focus()
    field.press("ArrowDown")
    options = page.get_by_role("listbox", name="Uw gemeente").get_by_role("option")
    expect(options).to_have_count(342)
    expect(page.get_by_role("combobox", expanded=True)).to_be_focused()
    expect(page.get_by_role("option", selected=True)).to_have_text("Aa en Hunze")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    field.press("ArrowUp")
    expect(page.get_by_role("option", selected=True)).to_have_text("Zwolle")
    field.press("Escape")
    expect(page.locator("[role=listbox]")).to_be_hidden()
    assert stored(page) is None
    field.press_sequentially("xyz")
    expect(page.get_by_role("status")).to_have_text("Geen gemeente met deze naam gevonden.")
    field.fill("bergen")
    expect(page.get_by_role("status")).to_have_text("Aantal gemeenten in de lijst: 7.")
    field.press("Enter")
    expect(page.get_by_role("option", selected=True)).to_contain_text("Bergen (")
    field.press("Tab")
    expect(field).to_have_value("")


def test_a_click_chooses(address: str, page: Page) -> None:
    page.goto(f"{address}/{FIGURE}")
    page.get_by_role("combobox").fill("almere")
    page.get_by_role("option", name="Almere").click()
    expect(page.locator(".place")).to_contain_text("In Almere is het verzonnen aandeel 54,9\u00a0%")


def test_what_is_missing_is_told(address: str, page: Page) -> None:
    page.goto(f"{address}/municipality.html?gemeente=GM1992")
    register = page.locator("#figure-algoritmeregister-gemeenten")
    expect(register.locator(".place")).to_contain_text("Voorne aan Zee heeft geen verzonnen registraties.")
    expect(register.locator(".beside")).to_contain_text("De tekening toont Voorne aan Zee niet.")
    gas = page.locator("#figure-aardgasvrij-gemeente")
    expect(gas.locator(".place")).to_contain_text(
        "Voor Voorne aan Zee geeft dit verzinsel geen cijfer over 2022."
    )
    expect(gas.locator("text.own-mark").first).to_have_text("Voorne aan Zee: geen gegevens")
    assert page.get_by_text("Voorne aan Zee is 0").count() == 0


def test_without_script_the_national_picture_stands(site: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path, drawings in (("municipality.html", 3), (TREND, 5), (FIGURE, 1)):
        page.goto((site / path).as_uri() + "?gemeente=GM0344")
        assert page.locator("figure.figure").filter(has=page.locator("svg")).count() == drawings
        assert page.locator("main main input, .figure input, button, .own-mark").count() == 0
        assert page.locator(".own").all_inner_texts() == [""] * page.locator(".own").count()
    context.close()


def test_where_nothing_may_be_kept_the_choice_still_works(
    address: str, context: BrowserContext, page: Page
) -> None:
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', "
        "'SecurityError'); }})"
    )
    page.goto(f"{address}/{FIGURE}")
    choose(page, "utrecht")
    expect(page.locator(".place")).to_contain_text(UTRECHT)


def test_figures_that_cannot_be_loaded_are_told(address: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/*.places.js", lambda route: route.abort())
    page.goto(f"{address}/{FIGURE}")
    choose(page, "utrecht")
    expect(page.get_by_role("status")).to_have_text("De cijfers per gemeente konden niet worden geladen.")
    expect(page.locator(".own-mark")).to_have_count(0)
    context.close()


def test_a_figure_in_a_frame_shows_what_the_address_says(address: str, site: Path, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.set_content(f'<iframe src="{address}/{FIGURE}?gemeente=GM0344" width="800" height="900"></iframe>')
    expect(page.frame_locator("iframe").locator(".place")).to_contain_text(UTRECHT)
    context.close()


def test_nothing_is_loaded_before_a_choice_and_nothing_from_elsewhere(address: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{TREND}")
    page.wait_for_load_state("networkidle")
    assert not any("places" in url or "municipalities" in url for url in asked)
    choose(page, "utrecht")
    expect(page.locator("#figure-aardgasvrij-gemeente .place")).to_contain_text(UTRECHT)
    assert all(url.startswith(address) for url in asked)
    assert sum(url.endswith(".places.js") for url in asked) == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_narrow_screen(address: str, browser: Browser, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}/municipality.html?gemeente=GM1680")
    expect(page.locator(".place").first).to_contain_text("Aa en Hunze")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    for control in page.locator(".own button:visible, .own input:visible").all():
        box = control.bounding_box()
        assert box
        assert min(box["height"], box["width"]) >= 24
    mark = page.locator("#figure-aardgasvrij-gemeente svg:visible .own-mark.line").first.bounding_box()
    assert mark
    assert 0 < mark["x"] < 320 - mark["width"]
    context.close()


def test_the_script_stays_small() -> None:
    import gzip

    assert (
        len(
            gzip.compress(
                (
                    REPOSITORY / "generator/trendrapport/pages/browser/scripts/on_demand/municipality.js"
                ).read_bytes()
            )
        )
        < 6000
    )
