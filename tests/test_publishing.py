"""What was published is not read or made again, and nothing that is kept for that can do harm.

All content of the sample is invented.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conftest import files
from trendrapport.pages.parts import figure as figures
from trendrapport.pipeline import Options, build
from trendrapport.pipeline import check as check_report
from trendrapport.runtime.cache import Cache
from trendrapport.site import stage

TREND = "content/2026/trends/voorbeeldtrend.md"
KEPT = ("published.json", "site.json", "files.json")


def edit(report: Path) -> None:
    trend = report / TREND
    trend.write_text(trend.read_text("utf-8") + "\nEen zin erbij.\n", "utf-8")


def clean(report: Path, folder: Path) -> dict[str, bytes]:
    """The site of the same report, built for the first time."""
    shutil.copytree(report, folder, ignore=shutil.ignore_patterns("build", "site"))
    assert build(folder, Options()).built
    return files(folder / "site")


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "7", '["anders", {}]', '{"index.html": [1]}', '[null, {"index.html": 3}]']
)
def test_what_is_kept_of_publishing_can_be_lost_or_foreign(sample: Path, tmp_path: Path, text: str) -> None:
    assert build(sample, Options()).built
    assert set(KEPT) <= {file.name for file in (sample / "build/site").iterdir()}
    for name in KEPT:
        (sample / "build/site" / name).write_text(text, "utf-8")
    edit(sample)
    assert build(sample, Options()).built
    assert files(sample / "site") == clean(sample, tmp_path / "other")


def test_what_somebody_did_to_the_site_is_undone(sample: Path, tmp_path: Path) -> None:
    assert build(sample, Options()).built
    (sample / "site/index.html").write_text("anders", "utf-8")
    (sample / "site/figures/voorbeeld.svg").unlink()
    (sample / "site/vreemd.html").write_text("anders", "utf-8")
    assert build(sample, Options()).built
    assert files(sample / "site") == clean(sample, tmp_path / "other")


def test_what_cannot_be_kept_stops_no_build(sample: Path, tmp_path: Path) -> None:
    (sample / "build/site/published.json/in-the-way").mkdir(parents=True)
    assert build(sample, Options()).built
    assert files(sample / "site") == clean(sample, tmp_path / "other")


def test_another_generator_fills_its_places_anew(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert build(sample, Options()).built
    before = (sample / "site/figures/voorbeeld.html").read_bytes()
    monkeypatch.setattr(figures, "AROUND", figures.AROUND + 1000)
    edit(sample)
    assert build(sample, Options()).built
    # as the same generator makes the same
    assert (sample / "site/figures/voorbeeld.html").read_bytes() == before
    monkeypatch.setattr(stage, "generator", lambda: "another")
    edit(sample)
    assert build(sample, Options()).built
    assert (sample / "site/figures/voorbeeld.html").read_bytes() != before


def test_more_pieces_of_the_search_build_no_page_anew(sample: Path) -> None:
    assert build(sample, Options()).built
    made, pieces = sample / "build/site/site/pages/about.html", sample / "site/assets/search/texts"
    at, count = made.stat().st_mtime_ns, len(list(pieces.iterdir()))
    trend = sample / TREND
    trend.write_text(trend.read_text("utf-8") + "\nEen zin erbij.\n" * 1000, "utf-8")
    assert build(sample, Options()).built
    assert len(list(pieces.iterdir())) > count
    assert made.stat().st_mtime_ns == at


def test_what_was_only_asked_for_is_in_use(tmp_path: Path) -> None:
    with Cache(tmp_path / "kept") as cache:
        for name in ("one", "other"):
            cache.put(name, b"x")
    with Cache(tmp_path / "kept") as cache:
        assert "one" in cache
        assert "none" not in cache
        cache.forget_unused()
    with Cache(tmp_path / "kept") as cache:
        assert cache.get("one") == b"x"
        assert cache.get("other") is None


def test_what_was_found_clean_is_looked_at_again_when_it_changes(sample: Path) -> None:
    assert check_report(sample).diagnostics == ()
    table, chart = next((sample / "charts/data").glob("*.csv")), next((sample / "charts").glob("*.yml"))
    for file, wrong, code in (
        (table, table.read_text("utf-8") + "een cel\n", "csv-ragged"),
        (chart, chart.read_text("utf-8") + "filter:\n  bestaat_niet: x\n", "unknown-column"),
    ):
        text = file.read_text("utf-8")
        file.write_text(wrong, "utf-8")
        assert code in {found.code for found in check_report(sample).diagnostics}
        assert code in {found.code for found in check_report(sample).diagnostics}
        file.write_text(text, "utf-8")
        assert check_report(sample).diagnostics == ()
