"""Trends that go on until they are ended, and what the first edition calls new; on an invented radar."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from trendrapport.open_data.api import Api
from trendrapport.pages.analysis.news import news
from trendrapport.pages.makers import every_page
from trendrapport.pages.view import View
from trendrapport.pipeline import Options, build, check
from trendrapport.report.load import load
from trendrapport.runtime.cache import Cache
from trendrapport.runtime.history import UNKNOWN
from trendrapport.starters import new_report

SETTINGS = "site_config.yml"


def viewed(root: Path) -> View:
    with Cache(None) as cache:
        report, _ = load(root, cache)
    return View(report)


def changed(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with an edition of 2027 that mentions one trend, ends another, and lets all others go on; in
    the first edition one is new.
    """
    root = tmp_path_factory.mktemp("going") / "report"
    new_report.init(root, other="technology-radar")
    changed(root, SETTINGS, "judgement: []", "judgement: []\ngoing_on: true")
    newest = root / "content" / "2027" / "trends"
    newest.mkdir(parents=True)
    edition = (root / "content/2026/edition.yml").read_text("utf-8")
    (newest.parent / "edition.yml").write_text(
        edition.replace("radar 2026", "radar 2027").replace('"2026"', '"2026-11"')
    )
    for slug in ("drawing-from-text", "shared-cluster"):
        (newest / f"{slug}.md").write_text((root / f"content/2026/trends/{slug}.md").read_text("utf-8"))
    changed(root, "content/2027/trends/drawing-from-text.md", "ring: trial", "ring: adopt")
    changed(
        root,
        "content/2027/trends/shared-cluster.md",
        "ring: hold",
        "ring: hold\nended: Nobody shares it now.",
    )
    changed(root, "content/2025/trends/typed-scripts.md", "ring:", "new: true\nring:")
    return root


@pytest.fixture(scope="module")
def view(root: Path) -> View:
    return viewed(root)


@pytest.fixture(scope="module")
def context(view: View) -> Callable[[str], dict[str, Any]]:
    """What the template of a page gets."""
    pages = {page.path: page for page in every_page(view)}
    return lambda path: pages[path].content().context


@pytest.mark.quick
def test_an_edition_shows_what_it_does_not_mention(view: View) -> None:
    newest = view.latest
    assert newest
    shown = {trend.slug: trend.edition for trend in view.trends(newest)}
    assert shown["drawing-from-text"] == "2027"
    assert shown["small-releases"] == "2026"
    assert shown["home-made-queue"] == "2025"
    assert "shared-cluster" not in shown
    assert [trend.slug for trend in view.written(newest)] == ["drawing-from-text", "shared-cluster"]


@pytest.mark.quick
def test_without_the_setting_nothing_goes_on(tmp_path: Path) -> None:
    root = tmp_path / "report"
    new_report.init(root, other="technology-radar")
    view = viewed(root)
    assert all(trend.edition == edition.slug for edition in view.editions for trend in view.trends(edition))


def test_the_radar_says_since_when(context: Callable[[str], dict[str, Any]]) -> None:
    made = context("2027/radar.html")["made"]
    facts = {mark.slug: mark.facts[-1] for mark in made.marks}
    assert facts["home-made-queue"] == "unchanged since 2025"
    assert facts["drawing-from-text"] == "moved closer"
    hrefs = {mark.slug: mark.href for mark in made.marks}
    assert hrefs["home-made-queue"] == "../2025/trends/home-made-queue.html"
    assert [(one.title, one.why) for one in made.gone] == [("A shared cluster", "Nobody shares it now.")]


def test_a_comparison_tells_what_ended(context: Callable[[str], dict[str, Any]]) -> None:
    made = context("2027/since-2026.html")["made"]
    assert made.counts == "1 ended, 1 moved, 8 the same"
    groups = {group.kind: group for group in made.groups}
    assert groups["ended"].trends[0].why == "Nobody shares it now."
    assert groups["same"].trends[0].why == "unchanged since 2026"
    assert context("2027/since-2025.html")["made"].counts == "2 new, 1 ended, 3 moved, 4 the same"


def test_the_history_and_the_news(context: Callable[[str], dict[str, Any]]) -> None:
    page = context("2025/trends/home-made-queue.html")
    assert page["history"][0]["unchanged"] == "Unchanged in 2026 and 2027"
    ended = context("2027/trends/shared-cluster.html")
    assert (ended["brief"][0].name, ended["brief"][0].label) == ("Ended", "Nobody shares it now.")
    news = context("2027/index.html")["cover"].news
    assert [(group.title, len(group.trends)) for group in news.groups] == [("Moved closer", 1), ("Ended", 1)]
    assert news.groups[1].trends[0].change == "Nobody shares it now."


def test_the_first_edition_can_have_what_is_new(context: Callable[[str], dict[str, Any]]) -> None:
    front = context("2025/index.html")["cover"]
    assert front.news.former is None
    assert [trend.title for trend in front.news.groups[0].trends] == ["Scripts with types"]
    made = context("2025/radar.html")["made"]
    assert [mark.slug for mark in made.marks if mark.form == "ring"] == ["typed-scripts"]
    assert [form.form for form in made.key] == ["ring"]


def test_feeds_and_data_tell_it(view: View) -> None:
    told = {item.address: item.summary for item in news(view, UNKNOWN).items}
    assert told[view.address("2027/trends/shared-cluster.html")].startswith("Ended: Nobody shares it now. ")
    files = Api(view).files()
    *_, ended = json.loads(files["api/v1/histories/shared-cluster.json"])["appearances"]
    assert ended["ended"] == "Nobody shares it now."
    (queue,) = json.loads(files["api/v1/histories/home-made-queue.json"])["appearances"]
    assert [link["id"] for link in queue["unchangedIn"]] == ["2026", "2027"]
    assert len(json.loads(files["api/v1/radars/2027.json"])["positions"]) == 9


def test_it_builds_without_findings(root: Path) -> None:
    assert [one.code for one in check(root).diagnostics] == []
    assert build(root, Options()).built
    page = (root / "site/2027/index.html").read_text("utf-8")
    assert "unchanged since 2025" in page
    first = (root / "site/2025/index.html").read_text("utf-8")
    assert "New in this edition" in first


def test_new_in_a_later_edition_is_told(tmp_path: Path) -> None:
    root = tmp_path / "report"
    new_report.init(root, other="technology-radar")
    changed(root, "content/2026/trends/queries-as-code.md", "ring:", "new: true\nring:")
    assert [one.code for one in check(root).diagnostics] == ["needless-new"]


def test_a_link_leads_to_what_an_edition_shows(view: View) -> None:
    """Not to a newer text than readers of that edition have."""
    found = view.trend("home-made-queue", "2026")
    assert found
    assert found.edition == "2025"
