"""A page per role: every action for it once, the newest edition first, and the ways to the page."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import invented
from conftest import title_of
from trendrapport.diagnostics import CannotRunError
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.analysis.roles import Way, asked, doors, route
from trendrapport.pages.view import View
from trendrapport.pipeline import Options, build, check
from trendrapport.starters import writing as starters


def test_every_action_is_once_on_the_page_of_its_role(dutch: View) -> None:
    for role in asked(dutch):
        groups = route(dutch, role).groups
        shown = []
        for trend in chain.from_iterable(group.trends for group in groups):
            shown += trend.actions
        written = []
        for trend in dutch.report.of(Trend):
            written += trend.data.actions.get(role, ())
        assert sorted(shown) == sorted(written)
        assert [group.slug for group in groups] == ["2023", "2022", "2020"]


def test_only_roles_of_which_something_is_asked(sample: Path) -> None:
    invented.edition(sample, "2025", {"oud": {"actions": {"cio": ["Doe dit."], "raad": []}}})
    invented.edition(
        sample,
        "2027",
        {
            "oud": {"actions": {"beleid": ["Doe dat."]}},
            "nieuw": {"actions": {"beleid": ["Doe nog iets.", "En dit."]}},
        },
    )
    view = invented.view(sample)
    assert "raad" not in asked(view) or any(trend.data.actions.get("raad") for trend in view.report.of(Trend))
    ways = {door.href: door for door in doors(view, "index.html")}
    assert ways["roles/beleid.html"].counts == "3 acties in editie 2027"
    assert ways["roles/beleid.html"].reader == "U bent beleidsmedewerker of uitvoerder"
    # What an older edition asks of a role is not replaced by one that asks nothing of it.
    assert route(view, "cio").groups[-1].trends[0].newer is None


def test_an_older_reading_names_the_newer(sample: Path) -> None:
    actions = {"actions": {"cio": ["Doe dit."]}}
    for edition in ("2025", "2027"):
        invented.edition(sample, edition, {"oud": actions})
    groups = {group.slug: group for group in route(invented.view(sample), "cio").groups}
    (new,), (old,) = groups["2027"].trends, groups["2025"].trends
    assert new.newer is None
    assert old.newer == Way("Ook in editie 2027, met nieuwere acties", "../2027/trends/oud.html")


def test_no_actions_no_page(sample: Path) -> None:
    trend = sample / "content/2026/trends/voorbeeldtrend.md"
    lines = trend.read_text("utf-8").splitlines(keepends=True)
    start = next(place for place, line in enumerate(lines) if line.startswith("actions:"))
    end = next(place for place in range(start + 1, len(lines)) if not lines[place].startswith((" ", "#")))
    trend.write_text("".join([*lines[:start], *lines[end:]]), "utf-8")
    assert build(sample, Options()).built
    assert not (sample / "site/roles.html").exists()
    assert "roles" not in (sample / "site/index.html").read_text("utf-8")


def test_a_role_without_a_reader_and_an_explanation(sample: Path) -> None:
    config = sample / "site_config.yml"
    text = config.read_text("utf-8")
    trimmed = [line for line in text.splitlines(keepends=True) if "reader:" not in line]
    config.write_text(
        "".join(trimmed).replace(("      explanation: Bestuurt, besluit en legt verantwoording af.\n"), ""),
        "utf-8",
    )
    assert build(sample, Options()).built
    assert "U bent" not in (sample / "site/index.html").read_text("utf-8")
    assert ("Alle acties uit het rapport voor: College.") in (sample / "site/roles/college.html").read_text(
        "utf-8"
    )


def test_a_wrong_reader_is_told(sample: Path) -> None:
    config = sample / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("reader: raadslid", "reader: [raadslid]"), "utf-8")
    found = [one for one in check(sample).diagnostics if one.location.path == "site_config.yml"]
    line = config.read_text("utf-8").splitlines().index("      reader: [raadslid]") + 1
    assert [(one.location.line, one.location.column) for one in found] == [(line, 15)]


def test_an_edition_cannot_be_called_roles(sample: Path) -> None:
    (sample / "content/2026").rename(sample / "content/roles")
    assert "taken-address" in [one.code for one in check(sample).diagnostics]


def test_an_edition_cannot_have_the_folder_of_an_output(sample: Path) -> None:
    config = sample / "site_config.yml"
    (sample / "content/2026").rename(sample / "content/offline")
    assert "taken-address" not in [one.code for one in check(sample).diagnostics]
    config.write_text(config.read_text("utf-8").replace("  - site\n", "  - site\n  - offline\n"), "utf-8")
    assert "taken-address" in [one.code for one in check(sample).diagnostics]
    (sample / "content/offline").rename(sample / "content/2026")
    with pytest.raises(CannotRunError, match="offline"):
        starters.write(sample, "edition", "Offline")


@pytest.mark.parametrize("scripts", [True, False])
def test_from_home_to_a_checklist(browser: Browser, site: Path, scripts: bool) -> None:
    page = browser.new_page(java_script_enabled=scripts, viewport={"width": 320, "height": 800})
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="Gemeenteraad").click()
    assert page.locator(".eyebrow").first.inner_text() == "U bent raadslid"
    assert page.locator("h2").all_inner_texts() == [
        "Editie 2023",
        "Editie 2022",
        "Editie 2020",
        "Meenemen",
        "Andere rollen",
    ]
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    first = page.locator(".checklist > li").first
    assert first.locator("h3").inner_text() == title_of("2023/trends/algoritmen")
    assert first.locator(".meta").inner_text().split() == ["Handelen", "Nu"]
    assert page.locator(".actions li:visible").count() == 6
    page.locator("main summary").first.click()
    assert page.locator(".actions li:visible").count() == 14
    assert page.get_by_text("Ook in editie 2023, met nieuwere acties").first.is_visible()
    assert page.locator("[data-print] button").count() == scripts
    page.close()


def test_on_paper_an_action_has_a_box(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.add_init_script("window.print = () => { window.printed = true; };")
    page.goto((site / "roles/college.html").as_uri())
    page.get_by_role("button", name="Print als afvinklijst").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    box = page.locator(".actions li:visible").first.evaluate(
        "item => getComputedStyle(item, '::before').borderTopStyle"
    )
    assert box == "solid"
    assert (
        page.locator("details:visible, .others:visible, [data-print]:visible, .reading-list:visible").count()
        == 0
    )
    page.emulate_media(media="screen")
    page.locator("main summary").first.click()
    page.emulate_media(media="print")
    assert page.locator("main details:visible").count() == 1
    page.close()
