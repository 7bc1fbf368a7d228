"""`llms.txt`: it lists each text that readers get, and its words stay words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

import invented
from conftest import english_report
from trendrapport.open_data.llms import index, texts
from trendrapport.pages.view import View
from trendrapport.report.published import published


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> View:
    """An invented report with a draft."""
    folder = tmp_path_factory.mktemp("english")
    english_report(folder)
    path = folder / "content/2026/trends/registers.md"
    secret = re.sub("^title: .*$", "title: Secret\nstatus: draft", path.read_text("utf-8"), flags=re.M)
    (folder / "content/2026/trends/secret.md").write_text(secret, "utf-8")
    return View(published(invented.view(folder).report, "2026-11-30"))


def test_each_text_is_listed_once(seen: View) -> None:
    tokens = MarkdownIt().parse(index(seen))
    links = [token for line in tokens for token in line.children or [] if token.type == "link_open"]
    addresses = [str(token.attrs["href"]) for token in links]
    expected = [seen.address(seen.path(entry)) for entry in seen.report.by_path.values()]
    assert sorted(addresses[:-1]) == sorted(expected)
    assert addresses[-1].endswith("/llms-full.txt")
    assert [entry.edition for entry in texts(seen)][0] == "2026"


def test_the_form_is_that_of_the_proposal(seen: View) -> None:
    lines = index(seen).split("\n")
    assert lines[0] == f"# {seen.report.config.title}"
    assert lines[2].startswith("> ")
    items = [line for line in lines if line.startswith("- ")]
    assert all(re.match(r"- \[.+\]\(https://[^ )]+\)", line) for line in items)


def test_a_draft_is_not_listed(seen: View) -> None:
    assert "Secret" not in index(seen)


def test_hostile_words_stay_words(sample: Path) -> None:
    path = sample / "content/2026/trends/voorbeeldtrend.md"
    line = "title: '](javascript:x) <b> # [a](b)'"
    path.write_text(re.sub("^title: .*$", line, path.read_text("utf-8"), flags=re.M), "utf-8")
    tokens = MarkdownIt().parse(index(invented.view(sample)))
    links = [token for row in tokens for token in row.children or [] if token.type == "link_open"]
    assert all(str(token.attrs["href"]).startswith("https://trends.example.org/") for token in links)
