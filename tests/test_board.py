"""How far each text is: in a list, as JSON and on a page of a preview. All content here is invented."""

from __future__ import annotations

import json
import os
import subprocess
import threading
import urllib.request
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page

from axe import findings, show_with_axe
from invented import trend
from test_fixing import put
from trendrapport.board.standing import Standing
from trendrapport.cli import main
from trendrapport.pipeline.desk import Desk, status
from trendrapport.site import preview
from trendrapport.site.preview.desk import Desk as Pages
from trendrapport.site.serving import _Handler, _Server

PLACE = "content/2026/trends/proef.md"
LONG = "Deze verzonnen zin telt precies acht korte woorden. " * 20


def standing(report: Path, path: str = PLACE) -> Standing:
    look, _ = status(report)
    return next(one for group in look.groups for one in group.standings if one.path == path)


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("status: draft\n", "draft"),
        ("status: review\n", "review"),
        ("status: final\n", "final"),
        ("", "final"),
        ("publish: 2099-05-01\n", "2099-05-01"),
        ("publish: 2001-05-01\n", "final"),
        ("status: review\npublish: 2099-05-01\n", "review"),
    ],
)
def test_the_state_is_what_the_text_says(sample: Path, line: str, state: str) -> None:
    put(sample, {PLACE: trend(line)})
    assert standing(sample).state == state


def test_what_a_text_has_is_counted(sample: Path) -> None:
    body = f"{LONG}[@voorbeeldbron; @voorbeeldbron].\n\n```figure voorbeeld\n```\n\nZie [@fig:voorbeeld].\n"
    people = "verzonnen: {name: Verzonnen Persoon}\n"
    put(sample, {PLACE: trend("authors: [verzonnen]\n", body), "content/people.yml": people})
    found = standing(sample)
    assert (found.words, found.figures, found.sources) == (161, 1, 1)
    assert found.ease is not None
    assert found.authors == ("Verzonnen Persoon",)
    assert found.missing == ()


def test_required_fields_that_are_missing_are_named(sample: Path) -> None:
    lines = trend().replace("horizon: nu\n", "").replace("impact: 3\n", "")
    put(sample, {PLACE: lines})
    found = standing(sample)
    assert found.missing == ("horizon", "impact")
    assert found.findings == 2


def test_a_text_that_cannot_be_read_is_there_too(sample: Path) -> None:
    put(sample, {PLACE: "---\ntitle: [\n---\nTekst.\n"})
    found = standing(sample)
    assert (found.state, found.title, found.edition) == ("unreadable", "proef", "2026")
    assert found.findings >= 1


def git(report: Path, *arguments: str, day: str = "2026-01-01") -> None:
    moment = f"{day}T12:00:00+0000"
    names = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    subprocess.run(["git", *arguments], cwd=report, check=True, env=os.environ | names | dates)


TRANSLATION = "content/2026/trends/proef.en.md"
ENGLISH = "---\ntitle: Trial\nsummary: Invented.\n---\nInvented.\n"


def test_a_translation_is_behind_once_its_original_changed(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772366400")  # 1 March 2026
    put(sample, {PLACE: trend(body="Eerst.\n"), TRANSLATION: ENGLISH})
    git(sample, "init", "-q")
    git(sample, "add", ".")
    git(sample, "commit", "-qm", "Both")
    [translated] = standing(sample).translations
    assert (translated.language, translated.path, translated.is_behind) == ("en", TRANSLATION, False)
    put(sample, {PLACE: trend(body="Daarna.\n")})
    git(sample, "commit", "-qam", "Original", day="2026-02-27")
    found = standing(sample)
    assert found.translations[0].is_behind
    assert (found.changed, found.age) == ("2026-02-27", 2)


def test_without_git_the_files_tell_what_changed(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772366400")  # 1 March 2026
    put(sample, {PLACE: trend(body="Tekst.\n"), TRANSLATION: ENGLISH})
    os.utime(sample / PLACE, (1772193600, 1772193600))
    os.utime(sample / TRANSLATION, (1771000000, 1771000000))
    found = standing(sample)
    assert (found.changed, found.age) == ("2026-02-27", 2)
    assert found.translations[0].is_behind


def test_the_newest_edition_comes_first(sample: Path) -> None:
    put(sample, {"content/2031/edition.yml": "title: Later\nsummary: Verzonnen.\npublished: '2031'\n"})
    look, _ = status(sample)
    assert [group.edition for group in look.groups] == ["2031", "2026", None]
    assert look.groups[0].title == "Later"


def test_the_command_prints_a_table_or_json(sample: Path) -> None:
    put(sample, {PLACE: trend("status: review\n", LONG)})
    run = CliRunner().invoke(main, ["status", "--root", str(sample)])
    assert run.exit_code == 0
    line = next(line for line in run.output.split("\n") if "Proef · trend" in line)
    assert line.split()[:3] == ["Ter", "beoordeling", "160"]
    run = CliRunner().invoke(main, ["status", "--root", str(sample), "--format", "json"])
    [one] = [one for one in json.loads(run.stdout) if one["path"] == PLACE]
    assert (one["state"], one["words"], one["edition"]) == ("review", 160, "2026")


@pytest.fixture
def address(sample: Path, tmp_path: Path) -> Iterator[str]:
    """Where a preview of the sample answers; nothing was built yet."""
    put(
        sample,
        {PLACE: trend("status: review\n", "x " * 30 + ".\n", title="title: <script>alert(1)</script>")},
    )
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=str(tmp_path))) as made:
        made.desk = Pages(Desk(sample).look)
        made.show(preview.Outcome(built=True, root=sample, editor="vscode"))
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{made.server_port}"
        made.shutdown()


def got(address: str) -> str:
    with urllib.request.urlopen(address) as answer:
        page: str = answer.read().decode()
        return page


def test_the_page_has_each_text_with_its_state(address: str, sample: Path) -> None:
    page = got(address + preview.BOARD)
    assert '<span class="preview-state preview-is-review">Ter beoordeling</span>' in page
    assert f'href="vscode://file{(sample / PLACE).resolve().as_posix()}:1:1"' in page
    assert "<script>alert" not in page


@pytest.mark.parametrize("path", [preview.BOARD, preview.MESSAGES, preview.NEW_CHART, preview.GUIDE])
def test_each_page_for_editors_leads_to_the_others(address: str, path: str) -> None:
    page = got(address + path)
    for other in (preview.BOARD, preview.MESSAGES, preview.NEW_CHART, preview.GUIDE, "/"):
        assert f'href="{other}"' in page


def test_a_page_gets_the_advice_on_its_own_text(address: str, sample: Path) -> None:
    put(sample, {PLACE: trend(body="Kijk <b> [hier](https://example.org/).\n")})
    page = got(f"{address}{preview.BESIDE}?page=/{PLACE.removeprefix('content/').replace('.md', '.html')}")
    assert f'href="vscode://file{(sample / PLACE).resolve().as_posix()}:11:10"' in page
    for other in ("/", "/2026/", "/%3Cscript%3E", ""):
        assert "Geen advies bij deze pagina." in got(f"{address}{preview.BESIDE}?page={other}")


def test_a_page_of_the_site_leads_to_the_pages_for_editors_when_nothing_is_wrong() -> None:
    page = b"<html><body class=x><a href=y>Z</a></body></html>"
    shown = preview.added(page, preview.Outcome(built=True), "1").decode()
    assert "preview-banner" not in shown
    assert shown.index("<a href=y>") < shown.index(f'href="{preview.BOARD}"') < shown.index("</body>")
    assert preview.added(b"<p>Geen pagina", preview.Outcome(built=True), "1").endswith(b"</details>")


def test_advice_stands_below_the_findings(sample: Path) -> None:
    put(sample, {PLACE: trend(body="Kijk <b> [hier](https://example.org/).\n")})
    outcome = preview.Outcome(built=True, root=sample, editor="vscode")
    page = Pages(Desk(sample).look).messages(outcome, "1").decode()
    assert page.index('<h2 id="advies">Advies</h2>') < page.index("<code>vague-link</code>")
    assert f'href="vscode://file{(sample / PLACE).resolve().as_posix()}:11:10"' in page


def test_the_report_is_looked_at_once_for_each_build(sample: Path) -> None:
    looks: list[int] = []
    desk = Desk(sample)

    def look():  # noqa: ANN202
        looks.append(1)
        return desk.look()

    pages, outcome = Pages(look), preview.Outcome(built=True, root=sample)
    first = pages.board(outcome, "1")
    put(sample, {PLACE: trend(title="title: Erbij")})
    assert pages.board(outcome, "1") == first
    assert "Erbij" in pages.board(outcome, "2").decode()
    assert len(looks) == 2


@pytest.mark.parametrize("page", [preview.BOARD, preview.MESSAGES])
def test_axe_finds_nothing(address: str, page_with_axe: Page, page: str) -> None:
    show_with_axe(page_with_axe, address + page, 1000, "light")
    assert findings(page_with_axe) == []
