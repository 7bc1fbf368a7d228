"""What axe-core finds on a page, best practices included, and the states into which readers bring a page."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import axe_playwright_python
from playwright.sync_api import Browser, Page

from page_types import visit

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
RUN = """async ([tags, contrast, colours, covered]) => {
    const rules = { 'target-size': { enabled: true }, 'color-contrast': { enabled: colours } };
    const COVERED = ['bgOverlap', 'elmPartiallyObscured', 'elmPartiallyObscuring', 'shortTextContent'];
    const found = await axe.run(contrast ? { exclude: [['svg']] } : document, contrast
        ? { runOnly: ['color-contrast'], resultTypes: ['violations', 'incomplete'] }
        : { runOnly: tags, rules, resultTypes: ['violations', 'incomplete'] });
    const judged = (rule, { target, any }) => rule === 'color-contrast'
        && (document.querySelector(target[0])?.matches('svg *, .back, .glyph')
            || (covered && COVERED.includes(any[0]?.data?.messageKey)));
    const describe = (kind, id, node) => {
        const reason = node.any[0] ?? node.all[0] ?? node.none[0];
        return `${kind} ${id}: ${node.html.slice(0, 200)} ${reason?.message ?? ''}`; };
    const counts = (kind, id, node) => kind === 'violations' || !judged(id, node);
    const findings = kind => found[kind].flatMap(({ id, nodes }) =>
        nodes.filter(node => counts(kind, id, node)).map(node => describe(kind, id, node)));
    return [...findings('violations'), ...findings('incomplete')]; }"""
"""What axe cannot decide may only be the contrast of text in drawings, which
`test_text_in_drawings_can_be_read` measures, of arrows back from a source and signs beside words, which
have colours of the look, and of what lies under something open, which was measured before (of one letter
it says that it is short)."""


def page_for_axe(browser: Browser) -> Page:
    """A page that lets axe in, which its policy would not."""
    return browser.new_page(bypass_csp=True, reduced_motion="reduce")


def opened_with_axe(browser: Browser, address: str, width: int, scheme: str) -> Page:
    """A page of its own with axe in it."""
    page = page_for_axe(browser)
    show_with_axe(page, address, width, scheme)
    return page


def show_with_axe(page: Page, address: str, width: int, scheme: str) -> None:
    """Opens an address and brings axe into it, when all its drawings are laid out."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    if address.startswith("file:") and address.endswith("/404.html"):
        visit(page, Path(unquote(urlsplit(address).path)))
    else:
        page.goto(address)
    page.locator(".figure .drawing:not(.laid)").first.wait_for(state="detached")
    page.evaluate(AXE)


def findings(page: Page, *, contrast: bool = False, colours: bool = True, covered: bool = False) -> list[str]:
    """What is wrong or undecided: with `contrast` only of text, without `colours` all but that, which takes
    half of the time; `covered` when something covers the page.
    """
    return list(page.evaluate(RUN, [TAGS, contrast, colours, covered]))
