"""The page of a preview with the charts that a table could become. All content here is invented."""

from __future__ import annotations

import html
import re
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from axe import findings, show_with_axe
from test_new_chart import YEARS, with_table
from trendrapport.site.preview import NEW_CHART, Outcome
from trendrapport.site.preview.new_chart import NewChart
from trendrapport.site.serving import _Handler, _Server


@pytest.fixture
def address(sample: Path, tmp_path: Path) -> Iterator[str]:
    """Where a preview of the sample with more tables answers; nothing was built yet."""
    with_table(sample, "cijfers", YEARS)
    with_table(sample, "los", "groep\na\nb\n")
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=str(tmp_path))) as made:
        made.new_chart = NewChart(sample)
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{made.server_port}{NEW_CHART}"
        made.shutdown()


def got(address: str) -> str:
    with urllib.request.urlopen(address) as answer:
        page: str = answer.read().decode()
        return page


def test_each_chart_is_drawn_with_its_reason_and_command(address: str, sample: Path) -> None:
    page = got(f"{address}?table=cijfers")
    assert re.findall(r"<h2 id=\"(\w+)\">", page)[0] == "lines"
    assert page.count("<section") == page.count("</svg>") - page.count("preview-narrow") > 1
    assert "6 jaren, 3 groepen (Groep) en één getal (Aantal): een lijngrafiek laat het verloop zien." in page
    commands = [html.unescape(found) for found in re.findall(r'data-copy="([^"]+)"', page)]
    assert commands[0] == f"trendrapport new chart cijfers --kind lines --root {sample.as_posix()}"


def test_all_tables_are_listed(address: str) -> None:
    page = got(address)
    assert "<section" not in page
    for name in ("cijfers", "los", "voorbeeld"):
        assert f'href="{NEW_CHART}?table={name}"' in page


def test_a_table_for_which_nothing_fits_says_so(address: str) -> None:
    assert "past geen soort grafiek vanzelf" in got(f"{address}?table=los")


@pytest.mark.parametrize("wanted", ["weg", "../../etc/passwd", "%3Cscript%3E", ""])
def test_another_name_leads_to_the_list(address: str, wanted: str) -> None:
    page = got(f"{address}?table={wanted}")
    assert "<section" not in page
    assert "<script>" not in page


def test_another_name_of_the_host_is_refused(address: str) -> None:
    request = urllib.request.Request(address, headers={"Host": "rebound.example"})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)
    assert refused.value.code == 421


def test_texts_of_a_table_are_text(sample: Path) -> None:
    with_table(sample, "raar", "groep,aantal\n<script>alert(1)</script>,1\n</svg><b>x</b>,2\n")
    page = NewChart(sample).page("table=raar", Outcome(), "1").decode()
    assert "<script>alert" not in page
    assert "</svg><b>" not in page


def test_drawings_are_kept_until_the_report_changes(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_table(sample, "cijfers", YEARS)
    page = NewChart(sample)
    first = page.page("table=cijfers", Outcome(), "1")
    monkeypatch.setattr("trendrapport.site.preview.new_chart.draw", None)
    assert page.page("table=cijfers", Outcome(), "1") == first


def test_a_browser_copies_the_command(address: str, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}?table=cijfers")
    page.get_by_role("button", name="Kopieer de opdracht").first.click()
    page.get_by_role("button", name="Gekopieerd").wait_for()


def test_axe_finds_nothing(address: str, page_with_axe: Page) -> None:
    show_with_axe(page_with_axe, f"{address}?table=cijfers", 1000, "light")
    assert findings(page_with_axe) == []
