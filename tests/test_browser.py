"""A real Chromium over a really built site: headings, charts, no message, no request to another host."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from conftest import title_of


@pytest.mark.parametrize(
    ("path", "heading", "charts"),
    [
        ("index.html", "Verzonnen Trendrapport", 0),
        ("2022/trends/duurzaam-digitaal.html", title_of("2022/trends/duurzaam-digitaal"), 5),
        ("2022/interviews/lotte-voorbeeld.html", None, 0),
    ],
)
def test_page(address: str, browser: Browser, path: str, heading: str | None, charts: int) -> None:
    page = browser.new_page()
    messages: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.on("requestfailed", lambda request: messages.append(request.url))
    page.goto(f"{address}/{path}")
    headings = page.locator("h1").all_inner_texts()
    assert len(headings) == 1
    assert heading is None or heading in headings[0]
    shown = page.locator("figure.figure .chart:visible")
    assert shown.count() == charts
    for svg in shown.all():
        box = svg.bounding_box()
        assert box
        assert box["height"] > 50
    assert messages == []
    assert [url for url in requests if not url.startswith(f"{address}/")] == []
    page.close()
