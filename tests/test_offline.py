"""The copy of the site for use without a network. All content of the sample is invented."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from trendrapport.pipeline import Options, build, check
from trendrapport.site.outputs.offline import FILE as OFFLINE


@pytest.fixture
def with_offline(sample: Path) -> Path:
    """The sample with both outputs."""
    config = sample / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("  - site\n", "  - offline\n  - site\n"), "utf-8")
    return sample


def unpacked(site: Path, folder: Path) -> Path:
    with zipfile.ZipFile(site / OFFLINE) as archive:
        archive.extractall(folder)
    return next(folder.iterdir())


def test_the_copy_holds_the_site(with_offline: Path, tmp_path: Path) -> None:
    assert build(with_offline, Options()).built
    site, copy = with_offline / "site", unpacked(with_offline / "site", tmp_path / "copy")
    pages = {path.relative_to(site) for path in site.rglob("*.html")} - {Path("404.html")}
    assert pages
    early_fonts = re.compile(r'<link rel="preload" as="font"[^>]*>\s*')
    for path in pages:
        text = (site / path).read_text("utf-8")
        assert len(early_fonts.findall(text)) == (3 if path.parts[0] == "figures" else 4), path
        assert (copy / path).read_text("utf-8") == early_fonts.sub("", text)
    assert not (copy / OFFLINE).exists()
    assert f'href="{OFFLINE}"' in (site / "index.html").read_text("utf-8")


def test_the_same_site_gives_the_same_copy(with_offline: Path, tmp_path: Path) -> None:
    assert build(with_offline, Options()).built
    first = (with_offline / "site" / OFFLINE).read_bytes()
    shutil.rmtree(with_offline / "build")
    assert build(with_offline, Options(output="other")).built
    assert (with_offline / "other" / OFFLINE).read_bytes() == first


def test_a_copy_that_is_no_longer_asked_for_goes(with_offline: Path) -> None:
    assert build(with_offline, Options()).built
    config = with_offline / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("  - offline\n", ""), "utf-8")
    assert build(with_offline, Options()).built
    assert not (with_offline / "site" / OFFLINE).exists()


def test_a_copy_wants_a_site(sample: Path) -> None:
    config = sample / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("  - site\n", "  - offline\n"), "utf-8")
    assert [one.code for one in check(sample).diagnostics] == ["output-without-site"]


def test_it_can_be_read_from_a_folder(browser: Browser, site: Path, tmp_path: Path) -> None:
    copy = unpacked(site, tmp_path / "copy")
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    # An icon that is still on its way when the next page is opened is called off, which is no fault of the
    # copy.
    page.on(
        "requestfailed",
        lambda request: (
            None if request.failure == "net::ERR_ABORTED" else told.append(f"{request.url} {request.failure}")
        ),
    )
    for path in (
        "index.html",
        "2023/trends/algoritmen.html",
        "2022/interviews/lotte-voorbeeld.html",
        "municipality.html",
        "figures.html",
    ):
        page.goto((copy / path).as_uri())
        assert page.locator("h1").first.is_visible()
    assert told == []
    page.close()
