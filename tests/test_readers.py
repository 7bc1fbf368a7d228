"""What readers do with figures in a real Chromium: sort, copy from a frame, print, use a phone, listen."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from page_types import opened
from serving_strictly import served
from trendrapport.pages.makers.figures import HOST

PAPER = {"width": 680, "height": 900}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Requests are not told."""


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize(
    ("figure", "column"),
    [
        ("zonnestroom-nederland", "Peildatum"),
        ("algoritmeregister-per-maand", "Maand van registratie"),
        ("overheidsinformatie-leeftijd", "Leeftijd"),
    ],
)
def test_a_table_sorts_by_date_and_by_the_numbers_in_names(
    address: str, browser: Browser, figure: str, column: str
) -> None:
    page = opened(browser, f"{address}/figures/{figure}.html")
    page.locator(".data summary").click()
    first = "rows => rows.map(row => row.cells[0].textContent)"
    asis = page.locator(".data tbody tr").evaluate_all(first)
    head = page.get_by_role("button", name=column, exact=True)
    head.click()
    # these tables go from early to late, from young to old
    assert page.locator(".data tbody tr").evaluate_all(first) == asis
    head.click()
    assert page.locator(".data tbody tr").evaluate_all(first) == asis[::-1]
    page.close()


def test_an_overview_sorts_by_date(address: str, browser: Browser) -> None:
    page = opened(browser, f"{address}/milestones.html")
    page.locator(".overview .data summary").click()
    page.get_by_role("button", name="Wanneer", exact=True).click()
    found = page.locator(".overview .data tbody time").evaluate_all(
        "times => times.map(time => time.dateTime)"
    )
    assert len(found) > 20
    assert found == sorted(found)
    page.close()


def test_a_frame_gets_as_high_as_its_figure(address: str, browser: Browser, tmp_path: Path) -> None:
    frame = f'<iframe src="{address}/figures/internet-nooit.html" width="700" height="200"></iframe>'
    (tmp_path / "plain.html").write_text(frame, "utf-8")
    (tmp_path / "told.html").write_text(frame + HOST, "utf-8")
    with served(tmp_path, _Quiet) as elsewhere:
        heights = {}
        for name in ("plain", "told"):
            page = opened(browser, f"{elsewhere}/{name}.html")
            page.frame_locator("iframe").locator(".caption").first.wait_for()
            if name == "told":
                page.wait_for_function("document.querySelector('iframe').height > 200")
            heights[name] = page.locator("iframe").evaluate("frame => frame.clientHeight")
            inside = page.frames[1].evaluate("document.documentElement.scrollHeight")
            page.close()
    assert heights["plain"] == 200
    assert heights["told"] >= inside


def test_a_frame_that_may_not_copy_leaves_the_text_selected(
    address: str, browser: Browser, tmp_path: Path
) -> None:
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    (tmp_path / "index.html").write_text(
        f'<iframe src="{address}/figures/internet-nooit.html" width="800" height="900"></iframe>', "utf-8"
    )
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path))) as elsewhere:
        threading.Thread(target=elsewhere.serve_forever, daemon=True).start()
        # another site to the browser, and a secure one
        page.goto(f"http://127.0.0.1:{elsewhere.server_port}")
        elsewhere.shutdown()
    inside = page.frame_locator("iframe")
    inside.locator(".share summary").click()
    inside.locator(".share li.copy button").click()
    inside.get_by_role("button", name="Kopiëren mag hier niet").wait_for()
    assert (
        page.frames[1].evaluate("getSelection().toString().trim()")
        == f"{address}/figures/internet-nooit.html#figure-internet-nooit"
    )
    assert errors == []
    page.close()


@pytest.mark.parametrize(
    ("path", "wide", "narrow"),
    [
        ("2023/matrix.html", ".grid.wide", ".grid.phone"),
        ("milestones.html", "svg.time", ".nothing"),
        ("2023/network.html", ".arcs.phone", ".arcs.wide"),
        ("2023/since-2022.html", ".slope.wide >> nth=0", ".slope.phone >> nth=0"),
        ("2023/values.html", ".heatmap .word >> nth=0", ".nothing"),
    ],
)
def test_paper_has_the_drawing_with_names(
    address: str, browser: Browser, path: str, wide: str, narrow: str
) -> None:
    page = opened(browser, f"{address}/{path}", **PAPER)
    page.emulate_media(media="print")
    box = page.locator(wide).bounding_box()
    assert box
    assert box["width"] > 20
    assert not page.locator(narrow).is_visible()
    page.close()


def test_totals_of_values_are_seen_on_a_phone(address: str, browser: Browser) -> None:
    page = opened(browser, f"{address}/2023/values.html", 320)
    seen = page.locator(".heatmap :is(tbody, tfoot) .sum").evaluate_all("""sums => sums.map((sum) => {
      sum.scrollIntoView({ block: "center" });
      const box = sum.getBoundingClientRect();
      return sum.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)); })""")
    assert len(seen) == 8
    assert all(seen)
    page.close()


@pytest.mark.parametrize("width", [700, 1030, 1100])
@pytest.mark.parametrize("path", ["values.html", "2023/values.html", "municipality.html"])
def test_what_scrolls_does_not_widen_the_page(address: str, browser: Browser, path: str, width: int) -> None:
    page = opened(browser, f"{address}/{path}", width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize(
    "path",
    [
        "2023/trends/digitale-veiligheid.html",
        "2023/radar.html",
        "figures/internet-nooit.html",
        "municipality.html",
    ],
)
def test_a_figure_is_called_by_its_title(address: str, browser: Browser, path: str) -> None:
    page = opened(browser, f"{address}/{path}")
    titles = page.locator("figure.figure > :is(h1, h2, h3)").all_inner_texts()
    assert titles
    assert [
        title for title in titles if page.get_by_role("figure", name=title, exact=True).count() != 1
    ] == []
    assert page.locator("main").count() == 1
    page.close()
