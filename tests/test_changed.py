"""When an entry changed, for feeds and search engines: what it says, what git knows, or the day on which it
appeared. All content is invented.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from conftest import files
from trendrapport.pages.analysis.news import last_moment
from trendrapport.pipeline import Options, build, check
from trendrapport.runtime import history

TREND = "content/2026/trends/voorbeeldtrend.md"
PAGE = "https://trends.example.org/2026/trends/voorbeeldtrend.html"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def git(folder: Path, *arguments: str, at: str = "2026-05-06T07:08:09+02:00") -> None:
    who = {
        "GIT_AUTHOR_NAME": "Niemand",
        "GIT_AUTHOR_EMAIL": "niemand@example.org",
        "GIT_COMMITTER_NAME": "Niemand",
        "GIT_COMMITTER_EMAIL": "niemand@example.org",
        "GIT_AUTHOR_DATE": at,
        "GIT_COMMITTER_DATE": at,
    }
    subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        env={**os.environ, **who},
    )


@pytest.fixture
def kept(sample: Path) -> Path:
    """The sample in a repository: all of it in one commit, then the trend in another."""
    (sample / ".gitignore").write_text("/build/\n/site/\n", "utf-8")
    git(sample, "init", "-q")
    git(sample, "add", "-A")
    git(sample, "commit", "-qm", "Alles")
    edit(sample, "\nMeer.\n")
    git(sample, "commit", "-qam", "Meer", at="2026-06-07T23:30:00-02:00")
    return sample


def edit(folder: Path, more: str) -> None:
    with (folder / TREND).open("a", encoding="utf-8") as text:
        text.write(more)


def field(folder: Path, line: str, path: str = TREND) -> None:
    text = (folder / path).read_text("utf-8")
    (folder / path).write_text(text.replace("\nkind:", f"\n{line}\nkind:", 1), "utf-8")


def appeared(folder: Path, day: str) -> None:
    edition = folder / "content/2026/edition.yml"
    lines = [
        f"published: {day}" if line.startswith("published:") else line
        for line in edition.read_text("utf-8").splitlines()
    ]
    edition.write_text("\n".join(lines) + "\n", "utf-8")


def pages(folder: Path) -> dict[str, str | None]:
    """Each page in the site map, and when it changed."""
    found = ElementTree.parse(folder / "site/sitemap.xml").getroot().findall(f"{SITEMAP}url")
    return {one.findtext(f"{SITEMAP}loc", ""): one.findtext(f"{SITEMAP}lastmod") for one in found}


def in_feeds(folder: Path) -> tuple[tuple[str | None, str | None], tuple[str | None, str | None], str | None]:
    """When the only text appeared and changed by Atom and by JSON Feed, and appeared by RSS."""
    entry = ElementTree.parse(folder / "site/feed.atom").getroot().find("a:entry", ATOM)
    item = ElementTree.parse(folder / "site/feed.rss").getroot().find("channel/item")
    assert entry is not None
    assert item is not None
    plain = json.loads((folder / "site/feed.json").read_text("utf-8"))["items"][0]
    published = item.findtext("pubDate")
    return (
        (entry.findtext("a:published", None, ATOM), entry.findtext("a:updated", None, ATOM)),
        (plain.get("date_published"), plain.get("date_modified")),
        published and parsedate_to_datetime(published).isoformat(),
    )


def test_every_page_is_in_the_site_map(sample: Path) -> None:
    assert build(sample, Options()).built
    paths = {path for path in files(sample / "site") if path.endswith(".html")} - {"404.html"}
    assert "figures/voorbeeld.html" in paths
    assert set(pages(sample)) == {f"https://trends.example.org/{path}" for path in paths}


@pytest.mark.parametrize(("day", "exact"), [("2026-03-04", True), ("2026-03", False), ("2026", False)])
def test_without_git_it_is_the_day_on_which_it_appeared_as_far_as_that_is_known(
    sample: Path, day: str, exact: bool
) -> None:
    appeared(sample, day)
    assert build(sample, Options()).built
    last = {
        "2026-03-04": "2026-03-04T00:00:00+00:00",
        "2026-03": "2026-03-31T00:00:00+00:00",
        "2026": "2026-12-31T00:00:00+00:00",
    }[day]
    moment = last if exact else None
    # Atom has no entry without a moment of change, and the text did not appear later than this.
    assert in_feeds(sample) == ((moment, last), (moment, moment), moment)
    assert pages(sample)[PAGE] == (day if exact else None)
    assert pages(sample)["https://trends.example.org/index.html"] is None


def test_what_an_entry_says_comes_first(kept: Path) -> None:
    appeared(kept, "2026-03-04")
    field(kept, "updated: 2026-04-05")
    assert build(kept, Options()).built
    assert pages(kept)[PAGE] == "2026-04-05"
    assert in_feeds(kept)[0] == ("2026-03-04T00:00:00+00:00", "2026-04-05T00:00:00+00:00")


def test_nothing_changed_before_it_appeared(sample: Path) -> None:
    appeared(sample, "2026-03-04")
    field(sample, "updated: 2025-01-01")
    assert build(sample, Options()).built
    assert pages(sample)[PAGE] == "2026-03-04"


def test_git_knows_when_each_file_changed(kept: Path) -> None:
    appeared(kept, "2026")
    git(kept, "commit", "-qam", "Jaar", at="2026-06-01T00:00:00+00:00")
    assert build(kept, Options()).built
    found = pages(kept)
    assert found[PAGE] == "2026-06-08T01:30:00+00:00"
    assert found["https://trends.example.org/pages/about.html"] == "2026-05-06T05:08:09+00:00"
    assert found["https://trends.example.org/figures/voorbeeld.html"] == "2026-05-06T05:08:09+00:00"
    assert in_feeds(kept)[1] == (None, "2026-06-08T01:30:00+00:00")


def test_the_same_commit_gives_the_same_bytes(kept: Path, tmp_path: Path) -> None:
    assert build(kept, Options()).built
    git(tmp_path, "clone", "-q", "--no-local", str(kept), "other")
    assert build(tmp_path / "other", Options()).built
    assert files(tmp_path / "other/site") == files(kept / "site")


def test_a_new_commit_is_noticed_although_no_text_changed(kept: Path) -> None:
    assert build(kept, Options()).built
    git(kept, "commit", "-q", "--amend", "--no-edit", at="2026-07-08T09:00:00+00:00")
    assert build(kept, Options()).built
    assert pages(kept)[PAGE] == "2026-07-08T09:00:00+00:00"


def test_a_part_of_the_history_tells_nothing(kept: Path, tmp_path: Path) -> None:
    appeared(kept, "2026-03-04")
    git(kept, "commit", "-qam", "Dag")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{kept}", "part")
    assert history.commit(tmp_path / "part") == ""
    assert build(tmp_path / "part", Options()).built
    assert pages(tmp_path / "part")[PAGE] == "2026-03-04"


def test_a_report_in_a_folder_of_a_repository(sample: Path) -> None:
    git(sample.parent, "init", "-q")
    git(sample.parent, "add", sample.name)
    git(sample.parent, "commit", "-qm", "Alles")
    assert history.changes(sample)[TREND] == 1778044089
    assert history.commit(sample).endswith(f" {sample.name}/")


def test_nothing_that_a_repository_names_is_run(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = kept.parent / "script"
    script.write_text(f"#!/bin/sh\ntouch {kept.parent}/ran\n", "utf-8")
    script.chmod(0o755)
    for name in (
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "diff.external",
        "gpg.program",
        "pager.log",
        "core.editor",
    ):
        git(kept, "config", name, str(script))
    git(kept, "config", "log.showSignature", "true")
    (kept / ".gitattributes").write_text("*.md diff=run\n", "utf-8")
    git(kept, "config", "diff.run.textconv", str(script))
    (kept.parent / "ran").unlink(missing_ok=True)
    assert history.commit(kept)
    assert TREND in history.changes(kept)
    assert not (kept.parent / "ran").exists()
    monkeypatch.setenv("GIT_DIR", str(kept.parent / "nothing"))
    assert history.commit(kept)


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: None,
        lambda folder: (folder / ".git").write_text("gitdir: nergens\n"),
        lambda folder: git(folder, "init", "-q"),
    ],
)
def test_where_git_knows_nothing_there_is_nothing(tmp_path: Path, make: Callable[[Path], object]) -> None:
    make(tmp_path)
    assert (history.commit(tmp_path), history.changes(tmp_path)) == ("", {})


def test_without_git_there_is_nothing(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert (history.commit(kept), history.changes(kept)) == ("", {})


@pytest.mark.parametrize(
    ("day", "last"),
    [("2024-02", "2024-02-29"), ("2023", "2023-12-31"), ("2023-05-06", "2023-05-06"), ("9999", "9999-12-31")],
)
def test_of_a_month_or_a_year_it_is_the_last_day(day: str, last: str) -> None:
    assert last_moment(day).date().isoformat() == last


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        ("updated: 2026-03-04", []),
        ("updated: 2025-12-31", ["3:10"]),
        ("updated: 2099-01-01", ["3:10"]),
        ("updated: 2099-01-01\npublish: 2099-01-01", []),
        ("updated: 2099-01-02\npublish: 2099-01-01", ["3:10"]),
        ("updated: 2026-05-05\nwritten: 2026-05-06", ["3:10"]),
    ],
)
def test_a_day_of_change_that_cannot_be_right_is_told(sample: Path, extra: str, told: list[str]) -> None:
    appeared(sample, "2026")
    text = (sample / TREND).read_text("utf-8").split("\n")
    (sample / TREND).write_text("\n".join([*text[:2], *extra.split("\n"), *text[2:]]), "utf-8")
    found = [one for one in check(sample).diagnostics if one.code == "wrong-update-day"]
    assert [str(one.location) for one in found] == [f"{TREND}:{place}" for place in told]
