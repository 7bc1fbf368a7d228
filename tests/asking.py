"""What a browser asks for on a page."""

from __future__ import annotations

from playwright.sync_api import Browser


def asked_for(browser: Browser, address: str) -> list[str]:
    """What a browser asks for on a page, until it asks for nothing more."""
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page, asked = context.new_page(), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    context.close()
    return asked
