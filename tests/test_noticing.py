"""`diff`: what a reader would notice between two published sites."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from playwright.sync_api import Page

from conftest import built_once
from published_sites import TREND, online, with_manifest
from trendrapport.cli import main
from trendrapport.inspecting.copies import copy_at
from trendrapport.inspecting.findings import findings
from trendrapport.inspecting.forms import html, markdown
from trendrapport.inspecting.noticed import (
    CellChange,
    ChangedFigure,
    ChangedPage,
    Noticed,
    PageName,
    Worded,
)
from trendrapport.inspecting.noticing import noticed
from trendrapport.inspecting.page_text import page_text
from trendrapport.pipeline import Options, build

RENAMED = "2026/trends/proeftrend.html"
HOSTILE = '<script>alert(1)</script> **x** [a](javascript:b) @somebody #1 | `c` & "'


@pytest.fixture(scope="module")
def former(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site before anything changed; not to be changed."""
    return built_once(tmp_path_factory, "with-manifest", with_manifest, strict=False)


@pytest.fixture(scope="module")
def later(former: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site after a text, a value and a name changed, and a page came."""
    report = tmp_path_factory.mktemp("later") / "report"
    shutil.copytree(former.parent, report, ignore=shutil.ignore_patterns("site"))
    text = report / "content/2026/trends/voorbeeldtrend.md"
    text.write_text(text.read_text("utf-8") + "\nEen zin erbij.\n", "utf-8")
    table = report / "charts/data/voorbeeld.csv"
    rows = table.read_text("utf-8").splitlines()
    cells = rows[1].split(",")
    rows[1] = ",".join([*cells[:-1], "41"])
    table.write_text("\n".join(rows) + "\n", "utf-8")
    (report / "content/pages/nieuw.md").parent.mkdir(exist_ok=True)
    (report / "content/pages/nieuw.md").write_text(
        "---\ntitle: Nieuw\nsummary: Verzonnen.\n---\nEen verzonnen bladzijde.\n", "utf-8"
    )
    run = CliRunner().invoke(
        main, ["rename", "voorbeeldtrend", "proeftrend", "--root", str(report)], catch_exceptions=False
    )
    assert run.exit_code == 0, run.output
    assert build(report, Options()).built
    return report / "site"


@pytest.fixture(scope="module")
def seen(former: Path, later: Path) -> Noticed:
    return noticed(copy_at(str(former)), copy_at(str(later)))


def test_the_same_site_is_nothing_to_notice(former: Path) -> None:
    assert noticed(copy_at(str(former)), copy_at(str(former))).is_nothing


def test_a_sentence_is_told_word_by_word(seen: Noticed) -> None:
    (trend,) = [page for page in seen.pages if page.page.path == RENAMED]
    assert Worded("", "Een zin erbij.") in trend.words
    assert "content/2026/trends/proeftrend.md" in trend.sources


def test_a_value_is_told_with_its_row_and_column(seen: Noticed) -> None:
    (figure,) = seen.figures
    (cell,) = figure.cells
    assert (cell.after, bool(cell.row), bool(cell.column)) == ("41", True, True)
    assert figure.page.path == "figures/voorbeeld.html"
    assert figure.drawings
    assert figure.drawings[0] != figure.drawings[1]


def test_a_page_that_came_is_new(seen: Noticed) -> None:
    assert [page.title for page in seen.came] == ["Nieuw"]


def test_a_renamed_page_is_not_lost(seen: Noticed) -> None:
    assert [(one.page.path, one.to) for one in seen.moved] == [(TREND, RENAMED)]
    assert seen.gone == ()
    assert not [path for files in seen.others for path in files.gone if "voorbeeldtrend" in path]


def test_what_goes_is_lost(former: Path, later: Path) -> None:
    back = noticed(copy_at(str(later)), copy_at(str(former)))
    assert "Nieuw" in [page.title for page in back.gone]


def test_an_address_is_compared_without_loading_what_is_the_same(
    former: Path, later: Path, seen: Noticed
) -> None:
    with online(former) as server:
        assert noticed(copy_at(server.root), copy_at(str(later))) == seen
    asked = [path for path in server.asked if path.endswith(".html")]
    assert 0 < len(asked) < len(list(former.rglob("*.html")))


def test_a_difference_on_many_pages_is_told_once(former: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(former, tmp_path / "site"))
    pages = [path for path in sorted(other.rglob("*.html")) if b"</main>" in path.read_bytes()]
    for path in pages:
        path.write_bytes(path.read_bytes().replace(b"</main>", b"<p>Overal.</p></main>"))
    found = noticed(copy_at(str(former)), copy_at(str(other)))
    (everywhere,) = found.everywhere
    assert everywhere.words == Worded("", "Overal.")
    assert found.pages == ()


def test_findings_are_at_the_files_of_editors(seen: Noticed) -> None:
    found = {(one.code, one.location.path) for one in findings(seen)}
    assert ("changed-page", "content/2026/trends/proeftrend.md") in found
    assert ("changed-figure", "charts/data/voorbeeld.csv") in found
    assert {code for code, _ in found} >= {"new-page", "moved-page"}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", ["text", "markdown", "html", "github", "gitlab", "json", "sarif"])
def test_each_form_tells_the_value(former: Path, later: Path, form: str, language: str) -> None:
    run = CliRunner().invoke(
        main,
        ["diff", str(former), str(later), "--format", form, "--language", language],
        catch_exceptions=False,
    )
    assert run.exit_code == 0
    assert "41" in run.stdout
    assert "erbij" in run.stdout
    if form in ("gitlab", "json", "sarif"):
        json.loads(run.stdout)


def test_a_lost_address_ends_with_one_when_strict(former: Path, later: Path, tmp_path: Path) -> None:
    output = tmp_path / "changes.html"
    args = ["diff", str(later), str(former), "--strict", "--format", "html", "--output", str(output)]
    run = CliRunner().invoke(main, args, catch_exceptions=False)
    assert run.exit_code == 1
    assert output.read_text("utf-8").startswith("<!doctype html>")


def hostile() -> Noticed:
    page = PageName("a.html", HOSTILE)
    words = (Worded(HOSTILE, f"{HOSTILE} x"), Worded("", HOSTILE), Worded(HOSTILE, ""))
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "run"</script></svg>'
    figure = ChangedFigure(page, (CellChange(HOSTILE, "b", HOSTILE, ""),), words, (svg, b""))
    return Noticed((page,), (), (), (ChangedPage(page, words),), (), (figure,), ())


def test_text_is_never_markup_in_a_comment() -> None:
    tokens = MarkdownIt("js-default", {"html": True, "linkify": False}).parse(
        markdown.written(hostile(), "en")
    )
    inline = [child for token in tokens for child in token.children or []]
    assert {child.content for child in inline if child.type == "html_inline"} <= {
        *("<code>", "</code>", "<ins>", "</ins>", "<del>", "</del>")
    }
    assert not [child for child in inline if child.type in ("link_open", "code_inline", "image")]
    assert not re.search(r"@\w|#\d", "".join(child.content for child in inline))


def test_a_comment_is_not_too_long_for_github() -> None:
    page = PageName("a.html", "A")
    words = tuple(Worded("", f"{number} {'woord ' * 30}") for number in range(1_000))
    text = markdown.written(Noticed((), (), (), (ChangedPage(page, words),), (), (), ()), "nl")
    assert len(text) < 65_536
    assert re.search(r"En nog \d+ regels\.", text)


def test_nothing_runs_in_the_page(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "changes.html"
    file.write_text(html.written(hostile(), "en"), "utf-8")
    page.goto(file.as_uri())
    assert page.title() == "What readers notice"
    assert page.locator("main script").count() == 0
    assert HOSTILE in page.locator("main").inner_text()


@given(st.text())
def test_anything_can_be_in_a_page(text: str) -> None:
    page_text(text.encode("utf-8", "surrogatepass"))
    page_text(f"<main>{text}</main>".encode("utf-8", "surrogatepass"))


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), min_size=1))
def test_each_paragraph_is_read(words: list[str]) -> None:
    raw = "".join(f"<p>{word}</p><nav>menu</nav>" for word in words)
    assert [block.text for block in page_text(f"<main>{raw}</main>".encode()).blocks] == words
