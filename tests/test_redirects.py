"""Addresses that stay: redirects in the settings, and what was published before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import shown
from published_sites import TREND
from trendrapport.pipeline import Options, build, check
from trendrapport.site import listing
from trendrapport.site.listing import Listed, Listing

GONE = "2025/trends/weg.html"
TEXT = "content/2026/trends/voorbeeldtrend.md"


def redirect(report: Path, *lines: str) -> None:
    """Writes redirects into the settings."""
    config = report / "site_config.yml"
    written = "".join(f"  {line}\n" for line in lines)
    config.write_text(f"{config.read_text('utf-8')}\nredirects:\n{written}", "utf-8")


def keep(report: Path, *pages: str, name: str = "2025") -> Path:
    """Keeps the list of a former site with these pages."""
    files = {page: Listed(1, listing.sha256(b"x"), "text/html") for page in pages}
    kept = report / "manifests" / f"{name}.json"
    kept.parent.mkdir(exist_ok=True)
    kept.write_bytes(listing.written(Listing("https://example.org/", "trendrapport", "3", files)))
    return kept


def test_a_page_that_went_leads_on(drawn: Path) -> None:
    redirect(drawn, f"{GONE}: {TREND}")
    assert build(drawn, Options(strict=True)).built
    page = (drawn / "site" / GONE).read_text("utf-8")
    assert "url=../../2026/trends/voorbeeldtrend.html" in page
    assert f"/{GONE} " in (drawn / "site/_redirects").read_text("utf-8")
    for server in ("nginx.conf", "caddy.conf"):
        assert "weg.html" in (drawn / "build/servers" / server).read_text("utf-8")
    assert "weg" not in (drawn / "site/sitemap.xml").read_text("utf-8")


def test_it_goes_with_its_line(drawn: Path) -> None:
    settings = (drawn / "site_config.yml").read_text("utf-8")
    redirect(drawn, f"{GONE}: {TREND}")
    assert build(drawn, Options()).built
    (drawn / "site_config.yml").write_text(settings, "utf-8")
    assert build(drawn, Options()).built
    assert not (drawn / "site" / GONE).exists()


def test_nobody_is_led_to_a_draft(drawn: Path) -> None:
    redirect(drawn, f"{GONE}: {TREND}")
    text = drawn / TEXT
    text.write_text(text.read_text("utf-8").replace("title:", "status: draft\ntitle:", 1), "utf-8")
    assert build(drawn, Options()).built
    assert not (drawn / "site" / GONE).exists()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (f"/weg.html: {TREND}", "redirect-form"),
        (f"https://example.org/weg.html: {TREND}", "redirect-form"),
        (f"../weg.html: {TREND}", "redirect-form"),
        (f"2025/trends/weg.md: {TREND}", "redirect-form"),
        (f"'weg weg.html': {TREND}", "redirect-form"),
        (f"index.html: {TREND}", "redirect-over-page"),
        (f"{GONE}: 2026/trends/voorbeeldtrent.html", "redirect-to-nothing"),
        (f"{GONE}: https://example.org/", "redirect-to-nothing"),
    ],
)
def test_a_redirect_that_leads_nobody_is_told(sample: Path, line: str, code: str) -> None:
    redirect(sample, line)
    row = len((sample / "site_config.yml").read_text("utf-8").splitlines())
    (found,) = check(sample).diagnostics
    column = line.index(": ") + 5 if code == "redirect-to-nothing" else 3
    assert shown(found) == f"site_config.yml:{row}:{column} {code}"


def test_the_nearest_page_is_proposed(sample: Path) -> None:
    redirect(sample, f"{GONE}: 2026/trends/voorbeeldtrent.html")
    (found,) = check(sample).diagnostics
    assert TREND in found.fix.en


def test_each_page_of_a_former_site_is_looked_for(drawn: Path) -> None:
    kept = keep(drawn, "index.html", TREND, GONE, "404.html")
    result = build(drawn, Options())
    assert result.built
    row = kept.read_text("utf-8").splitlines().index(next(_lines_of(kept, GONE))) + 1
    assert [shown(found) for found in result.diagnostics] == [f"manifests/2025.json:{row}:3 lost-address"]
    assert not build(drawn, Options(strict=True)).built

    redirect(drawn, f"{GONE}: {TREND}")
    assert build(drawn, Options(strict=True)).diagnostics == ()


def _lines_of(file: Path, text: str):  # noqa: ANN202
    return (line for line in file.read_text("utf-8").splitlines() if text in line)


def test_a_list_that_was_added_is_looked_at(drawn: Path) -> None:
    assert build(drawn, Options()).diagnostics == ()
    keep(drawn, GONE)
    assert [found.code for found in build(drawn, Options()).diagnostics] == ["lost-address"]


def test_many_lost_pages_are_told_in_a_few_lines(drawn: Path) -> None:
    keep(drawn, *(f"2025/trends/weg-{number}.html" for number in range(40)))
    assert len(build(drawn, Options()).diagnostics) == 6


@pytest.mark.parametrize("text", ["", "{}", "[1]", json.dumps({"version": 1, "files": {"a": 1}})])
def test_another_file_is_told(drawn: Path, text: str) -> None:
    (drawn / "manifests").mkdir()
    (drawn / "manifests/2025.json").write_text(text, "utf-8")
    result = build(drawn, Options())
    assert not result.built
    assert [shown(found) for found in result.diagnostics] == ["manifests/2025.json:1:1 unreadable-manifest"]
