"""What readers do not get yet: what a build says of it, how drafts are shown, and dates that disagree."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import files, shown
from invented import edition, trend
from trendrapport.cli import main
from trendrapport.model.entries.glossary import Term
from trendrapport.model.entries.milestones import Milestone
from trendrapport.pages.fronts.cover import cover
from trendrapport.pages.view import View
from trendrapport.pipeline import Options, build, check
from trendrapport.report.left_out import left_out
from trendrapport.report.load import load
from trendrapport.report.published import published
from trendrapport.runtime.cache import Cache
from trendrapport.runtime.day import as_of, today

TREND = "content/2026/trends/voorbeeldtrend.md"


def changed(folder: Path, path: str, before: str, after: str) -> None:
    file = folder / path
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


@pytest.mark.parametrize(
    ("held", "tag"),
    [
        ("status: draft", "Concept"),
        ("status: review", "Ter beoordeling"),
        ("publish: 2099-05-01", "Verschijnt op 1 mei 2099"),
    ],
)
def test_what_readers_do_not_get_yet_says_so_where_it_is_shown(sample: Path, held: str, tag: str) -> None:
    changed(sample, TREND, "kind:", f"{held}\nkind:")
    assert build(sample, Options(drafts=True)).built
    site, told = sample / "site", f'<p class="early"><strong>{tag}</strong>'
    page = (site / "2026/trends/voorbeeldtrend.html").read_text("utf-8")
    assert told in page
    assert all(
        told in (site / name).read_text("utf-8") for name in ("index.html", "trends.html", "2026/index.html")
    )
    noindex = {path for path, raw in files(site).items() if b'<meta name="robots" content="noindex">' in raw}
    assert noindex == {"2026/trends/voorbeeldtrend.html", "figures/voorbeeld.html"}
    assert not (site / "feed.atom").exists()
    assert build(sample, Options(drafts=True, editions=("2026",))).left_out == ""


def test_all_pages_of_an_edition_that_is_a_draft_are_drafts(sample: Path) -> None:
    changed(sample, "content/2026/edition.yml", "published:", "status: draft\npublished:")
    assert build(sample, Options(drafts=True)).built
    pages = {path: raw.decode() for path, raw in files(sample / "site").items() if path.endswith(".html")}
    assert all(
        ("noindex" in text) == (path.startswith(("2026/", "figures/"))) for path, text in pages.items()
    )
    assert {
        path
        for path, text in pages.items()
        if path.startswith("2026/") and ('<p class="early"><strong>Concept</strong>') not in text
    } == set()


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        ((), ""),
        (
            ((TREND, "status: draft\nkind:"),),
            "Niet gepubliceerd: 1 concept. Ook niet, want alleen daar gebruikt: 1 bron, 1 grafiek, 1 tabel.",
        ),
        (
            ((TREND, "status: draft\nkind:"), ("content/pages/about.md", "status: review\ntitle:")),
            (
                "Niet gepubliceerd: 1 concept, 1 tekst ter beoordeling. Ook niet, want alleen daar gebruikt: "
                "1 bron, 1 grafiek, 1 tabel."
            ),
        ),
        (
            ((TREND, "publish: 2099-05-01\nkind:"), ("content/pages/about.md", "status: draft\ntitle:")),
            (
                "Niet gepubliceerd: 1 concept, 1 tekst die verschijnt op 1 mei 2099. Ook niet, want alleen "
                "daar gebruikt: 1 bron, 1 grafiek, 1 tabel."
            ),
        ),
        (
            (
                (TREND, "publish: 2099-05-01\nkind:"),
                ("content/pages/about.md", "publish: 2099-05-01\ntitle:"),
            ),
            (
                "Niet gepubliceerd: 2 teksten die verschijnen op 1 mei 2099. Ook niet, want alleen daar "
                "gebruikt: 1 bron, 1 grafiek, 1 tabel."
            ),
        ),
        (
            (("content/2026/edition.yml", "publish: 2099-05-01\npublished:"),),
            (
                "Niet gepubliceerd: editie 2026 (verschijnt op 1 mei 2099). Ook niet, want alleen daar "
                "gebruikt: 1 bron, 1 grafiek, 1 tabel."
            ),
        ),
    ],
)
def test_a_build_says_what_it_left_out_and_why(
    sample: Path, edits: tuple[tuple[str, str], ...], told: str
) -> None:
    for path, line in edits:
        changed(sample, path, line.rpartition("\n")[2], line)
    with Cache(sample / "build" / "other.sqlite") as cache:
        assert left_out(load(sample, cache)[0], "2026-11-30") == told


def test_a_term_of_hidden_texts_comes_out_with_the_first_text_that_has_it(sample: Path) -> None:
    (sample / "content/glossary.yml").write_text(
        "een: {term: dataplan, definition: V.}\ntwee: {term: los, definition: V.}\n", "utf-8"
    )
    changed(sample, TREND, "Alle tekst", "Een dataplan. Alle tekst")
    changed(sample, TREND, "kind:", "status: draft\nkind:")
    with Cache(sample / "build" / "other.sqlite") as cache:
        assert [term.slug for term in published(load(sample, cache)[0], "2026-11-30").of(Term)] == ["twee"]
        changed(sample, "content/pages/about.md", "\n---\n", "\n---\n\nHet dataplan.\n")
        assert [term.slug for term in published(load(sample, cache)[0], "2026-11-30").of(Term)] == [
            "een",
            "twee",
        ]


def test_a_draft_of_a_newer_edition_takes_nothing_from_the_older_one(sample: Path) -> None:
    """Instruments and milestones that name a trend go on doing so, as long as one edition of it is out."""
    edition(sample, "2027", {"voorbeeldtrend": {"status": "draft"}})
    (sample / "content/milestones.yml").write_text(
        (
            'een: {title: Een, date: "2026", type: law, explanation: V., sources: [voorbeeldbron], '
            "trends: [voorbeeldtrend]}\n"
        ),
        "utf-8",
    )
    with Cache(sample / "build" / "other.sqlite") as cache:
        assert published(load(sample, cache)[0], "2026-11-30").of(Milestone)[0].data.trends == (
            "voorbeeldtrend",
        )


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ('published: "2099-06"', ["content/2026/edition.yml:3:12 published-in-future"]),
        ('published: "2099-06"\npublish: 2099-05-31', ["content/2026/edition.yml:3:12 published-in-future"]),
        (('published: "2099-06"\npublish: 2099-06-01'), []),
        ('published: "2099-06"\nstatus: draft', []),
        ('published: "2026"', []),
        ("publish: 2026-06-01", ["content/2026/edition.yml:1:1 missing-key"]),
    ],
)
def test_an_edition_that_readers_get_before_its_own_date_is_told(
    sample: Path, lines: str, codes: list[str]
) -> None:
    changed(sample, "content/2026/edition.yml", 'published: "2026"', lines)
    assert [
        shown(finding)
        for finding in check(sample).diagnostics
        if finding.location.path.endswith("edition.yml")
    ] == codes


def test_publish_and_published_are_told_apart(findings: Callable[..., list[str]], sample: Path) -> None:
    assert findings(trend=trend("published: 2026-05-01\n")) == [
        "content/2026/trends/proef.md:10:1 unknown-key"
    ]
    assert '"publish" bepaalt vanaf welke dag lezers iets krijgen' in check(sample).diagnostics[0].fix.nl
    changed(sample, "content/2026/edition.yml", 'published: "2026"', "publish: 2026-06-01")
    told = next(finding for finding in check(sample).diagnostics if finding.code == "missing-key")
    assert '"publish" is iets anders' in told.fix.nl


def test_a_key_that_is_near_both_is_told_of_both(sample: Path) -> None:
    changed(
        sample, "content/2026/edition.yml", 'published: "2026"', 'published: "2026"\npublishd: 2026-06-01'
    )
    told = next(finding for finding in check(sample).diagnostics if finding.code == "unknown-key")
    assert '"publish" bepaalt vanaf welke dag lezers die krijgen' in told.fix.nl


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2026", "Verschenen in 2026"),
        ("2026-06", "Verschenen in juni 2026"),
        ("2026-06-05", "Verschenen op 5 juni 2026"),
        ("2099", "Verschijnt in 2099"),
        ("2099-06-05", "Verschijnt op 5 juni 2099"),
    ],
)
def test_an_edition_says_when_it_appeared_or_will(sample: Path, date: str, told: str) -> None:
    changed(sample, "content/2026/edition.yml", '"2026"', f'"{date}"')
    with Cache(sample / "build" / "other.sqlite") as cache:
        seen = View(published(load(sample, cache)[0], "2026-11-30"))
    assert cover(seen, seen.editions[0], "index.html").published == told


def test_a_figure_that_readers_do_not_get_is_no_mention(
    findings: Callable[..., list[str]], sample: Path
) -> None:
    changed(sample, TREND, "kind:", "status: draft\nkind:")
    text = trend(body="Zie [@fig:voorbeeld] en [dat](voorbeeldtrend.md).")
    assert findings(trend=text) == [
        "content/2026/trends/proef.md:11:5 unshown-figure",
        "content/2026/trends/proef.md:11:25 link-to-draft",
    ]
    changed(sample, TREND, "status: draft", "publish: 2099-05-01")
    assert "pas op 1 mei 2099 verschijnt" in check(sample).diagnostics[1].what.nl


@pytest.mark.parametrize("given", ["2027-02-30", "1-3-2027", "20270301", "2027", "morgen", "2027-W09-1"])
def test_what_is_no_day_is_told(sample: Path, given: str) -> None:
    done = CliRunner().invoke(main, ["build", "--root", str(sample), "--as-of", given])
    assert done.exit_code == 2
    assert f'"{given}"' in done.stderr
    assert not (sample / "site").exists()


def test_another_day_is_over_afterwards() -> None:
    with as_of("2027-03-01"):
        with as_of(""):
            assert today() == "2027-03-01"
        with as_of("2027-03-02"):
            assert today() == "2027-03-02"
        assert today() == "2027-03-01"
    assert today() != "2027-03-01"
