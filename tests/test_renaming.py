"""Another name for something takes along all that refers to it, and leads from the old address; there and
back again, a report says what it said. All content here is invented.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import dutch_report, files
from invented import picture, trend
from test_fixing import put
from trendrapport.cli import main
from trendrapport.diagnostics import CannotRunError
from trendrapport.editing.mending import Seen
from trendrapport.editing.renaming.renamed import Renamed, renamed
from trendrapport.files.contents import NOTHING, Files
from trendrapport.pipeline import check
from trendrapport.pipeline.checking import everything_found
from trendrapport.pipeline.renaming import Name, rename
from trendrapport.report.identity import moved
from trendrapport.report.report import Report
from trendrapport.runtime.cache import Cache

PLACE = "content/2026/trends/proef.md"


def text(report: Path, path: str) -> str:
    return (report / path).read_text("utf-8")


def test_a_trend_with_all_that_refers_to_it(sample: Path) -> None:
    """Links, fields, translations and pictures go along; comments and layout stay."""
    put(
        sample,
        {
            PLACE: trend(
                body="![Een dijk](proef-dijk.png) ![Een vlak](vlak.png)\n", title="title: Proef # zo"
            ),
            "content/2026/trends/proef.en.md": "---\ntitle: Trial\nsummary: Invented.\n---\n\nText.\n",
            "content/2026/trends/proef-dijk.png": picture(),
            "content/2026/trends/vlak.png": picture(),
            "content/2026/trends/ander.md": trend(
                "related:\n  - trend: proef\n    why: Verzonnen.\n",
                "Zie [de proef](proef.md#kop), [nog eens](./proef.md) en `proef.md`.\n",
                title="title: Ander",
            ),
            "content/pages/over.md": "---\ntitle: Over\nsummary: A.\n---\n\n[P](../2026/trends/proef.md)\n",
        },
    )
    before = {one.code for one in check(sample).diagnostics}
    rename(sample, Name("proef", "beproefd"))
    assert {one.code for one in check(sample).diagnostics} == before
    folder = {file.name for file in (sample / "content/2026/trends").iterdir()}
    assert folder >= {"beproefd.md", "beproefd.en.md", "beproefd-dijk.png", "vlak.png"}
    assert not folder & {"proef.md", "proef.en.md", "proef-dijk.png"}
    own = text(sample, "content/2026/trends/beproefd.md")
    assert "title: Proef # zo\n" in own
    assert "formerly: [proef]\n" in own
    assert "![Een dijk](beproefd-dijk.png) ![Een vlak](vlak.png)" in own
    other = text(sample, "content/2026/trends/ander.md")
    assert "  - trend: beproefd\n" in other
    assert "Zie [de proef](beproefd.md#kop), [nog eens](beproefd.md) en `proef.md`." in other
    assert "[P](../2026/trends/beproefd.md)" in text(sample, "content/pages/over.md")


def test_the_old_address_leads_to_the_new_one(sample: Path) -> None:
    """`site/publishing.py` makes a page and a rule of each server for each of these."""
    put(sample, {PLACE: trend()})
    made, _ = rename(sample, Name("proef", "beproefd"))
    assert made.redirects
    with Cache(sample / "build/cache.sqlite") as cache:
        report, _ = everything_found(sample, cache)
    pages = ["2026/trends/beproefd.html"]
    assert moved(report, pages) == {"2026/trends/proef.html": "2026/trends/beproefd.html"}


def test_former_names_in_a_list(sample: Path) -> None:
    """A name that comes back is no former one any more."""
    put(sample, {PLACE: trend("formerly:\n  - oudst   # van eerst\n  - oud\n")})
    rename(sample, Name("proef", "nieuw"))
    assert "formerly:\n  - oudst   # van eerst\n  - oud\n  - proef\n" in text(
        sample, "content/2026/trends/nieuw.md"
    )
    rename(sample, Name("nieuw", "oud"))
    assert "formerly:\n  - oudst   # van eerst\n  - nieuw\n  - proef\n" in text(
        sample, "content/2026/trends/oud.md"
    )


def test_a_source_a_chart_and_a_table(sample: Path) -> None:
    cited = "Zie [@voorbeeldbron, p. 3; @voorbeeldbron] en [@fig:voorbeeld].\n\n```figure voorbeeld\n```\n"
    put(sample, {PLACE: trend("sources: [voorbeeldbron]\n", cited)})
    before = {one.code for one in check(sample).diagnostics}
    rename(sample, Name("source/voorbeeldbron", "CBS-2026"))
    rename(sample, Name("chart/voorbeeld", "figuur"))
    rename(sample, Name("charts/data/voorbeeld.csv", "cijfers_2026"))
    assert {one.code for one in check(sample).diagnostics} == before
    own = text(sample, PLACE)
    assert "Zie [@CBS-2026, p. 3; @CBS-2026] en [@fig:figuur]." in own
    assert "```figure figuur\n```" in own
    assert "sources: [CBS-2026]" in own
    assert "data: cijfers_2026" in text(sample, "charts/figuur.yml")
    descriptor = text(sample, "charts/data/cijfers_2026.datapackage.yml")
    assert "path: cijfers_2026.csv" in descriptor
    assert not (sample / "charts/data/voorbeeld.csv").exists()


def test_an_edition(sample: Path) -> None:
    put(sample, {"content/pages/over.md": "---\ntitle: O\nsummary: A.\n---\n\n[P](../2026/edition.yml)\n"})
    before = {one.code for one in check(sample).diagnostics}
    rename(sample, Name("2026", "2026-herzien"))
    assert {one.code for one in check(sample).diagnostics} == before
    assert "(../2026-herzien/edition.yml)" in text(sample, "content/pages/over.md")
    assert 'formerly: ["2026"]' in text(sample, "content/2026-herzien/edition.yml")
    assert not (sample / "content/2026").exists()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("poef", "x", 'Bedoelt u "proef"?'),
        ("voorbeeld", "x", "chart/voorbeeld, table/voorbeeld"),
        ("proef", "Mijn Proef", 'Schrijf "mijn-proef"'),
        ("proef", "voorbeeldtrend", "al de naam van iets anders: content/2026/trends/voorbeeldtrend.md"),
        ("proef", "proef", "heet al zo"),
        ("voorbeeldbron", "een bron", "sleutel van een bron"),
        ("proef", "../../elders", 'Schrijf "elders"'),
        ("proef", "content/2027/trends/elders.md", "een andere plaats"),
        ("proef", "charts/elders", "een andere plaats"),
    ],
)
def test_what_cannot_be_named_gets_choices(sample: Path, old: str, new: str, says: str) -> None:
    put(sample, {PLACE: trend()})
    before = files(sample / "content")
    with pytest.raises(CannotRunError) as told:
        rename(sample, Name(old, new))
    assert says in str(told.value)
    assert files(sample / "content") == before


def test_what_cannot_be_read_may_refer_to_it(sample: Path) -> None:
    put(sample, {PLACE: trend(), "content/2026/trends/stuk.md": "---\ntitle: [\n---\n"})
    with pytest.raises(CannotRunError, match=r"content/2026/trends/stuk\.md"):
        rename(sample, Name("proef", "beproefd"))


def test_an_older_edition_cannot_take_the_address_of_a_newer_one(sample: Path) -> None:
    put(
        sample,
        {
            "content/2025/edition.yml": 'title: A\nsummary: B\npublished: "2025"\n',
            "content/2025/trends/proef.md": trend(),
            PLACE: trend(),
        },
    )
    with pytest.raises(CannotRunError, match="2026"):
        rename(sample, Name("proef", "oud", "2025"))
    rename(sample, Name("proef", "beproefd"))
    assert (sample / "content/2025/trends/beproefd.md").exists()
    assert (sample / "content/2026/trends/beproefd.md").exists()
    rename(sample, Name("beproefd", "nieuwer", "2026"))
    assert (sample / "content/2025/trends/beproefd.md").exists()


def test_the_command(sample: Path) -> None:
    put(
        sample,
        {PLACE: trend(), "content/2026/trends/ander.md": trend(body="[P](proef.md)\n", title="title: X")},
    )
    before = files(sample / "content")
    run = ["rename", "proef", "beproefd", "--root", str(sample)]
    dry = CliRunner().invoke(main, [*run, "--dry-run"])
    assert dry.exit_code == 0
    assert "content/2026/trends/proef.md → content/2026/trends/beproefd.md" in dry.output
    assert "+[P](beproefd.md)" in dry.output
    assert "Er is niets veranderd." in dry.output
    assert files(sample / "content") == before
    done = CliRunner().invoke(main, run)
    assert "1 verwijzing aangepast. Het oude adres leidt door." in done.output
    assert CliRunner().invoke(main, run).exit_code == 2


# --- there and back ---------------------------------------------------------------------------------------


class Whole:
    """A whole report, changed in memory."""

    def __init__(self, folder: Path, cache: Cache) -> None:
        self.root, self.cache = folder, cache
        self.files = {path: raw for path, raw in files(folder).items() if not path.startswith("build/")}

    def look(self, now: Files, unsaved: Files) -> Seen:
        every = {**dict.fromkeys(self.files), **now, **unsaved}
        report, found = everything_found(self.root, self.cache, every)
        return Seen(report, found, tuple(path for path, raw in every.items() if raw is not None))

    def renamed(self, now: Files, old: str, new: str) -> tuple[Renamed, Files]:
        made = renamed(lambda unsaved: self.look(now, unsaved), now.get, old, new, None)
        after = {**now, **made.files}
        return made, {path: raw for path, raw in after.items() if raw is not None}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    folder = tmp_path_factory.mktemp("whole") / "report"
    dutch_report(folder)
    with Cache(folder.parent / "cache.sqlite") as cache:
        yield Whole(folder, cache)


def said(report: Report) -> dict[object, object]:
    """What every entry says, but for its former names."""
    found: dict[object, object] = {}
    for entry in (*report.entries, *report.translations, *report.charts.values(), *report.packages.values()):
        data = json.loads(entry.json)
        data.pop("formerly", None)
        found[entry.name, entry.source.path] = (data, entry.source.body)
    return found


WORDS = {
    "trends": "trend/algoritmen",
    "interviews": "interview/bram-verzonnen",
    "instruments": "instrument/kaartenbak",
    "pages": "page/about",
    "editions": "edition/2023",
}


def one_of_each(report: Report) -> dict[str, str]:
    """Of each kind the one to which is referred most."""
    counts: dict[tuple[str, str], int] = {}
    for _, reference in report.references():
        counts[reference.to, reference.name] = counts.get((reference.to, reference.name), 0) + 1
    kinds = {
        "people": "person",
        "sources": "source",
        "glossary": "term",
        "key_figures": "key-figure",
        "milestones": "milestone",
        "charts": "chart",
        "tables": "table",
    }
    names = {kind: sorted(key[2] for key in report.names if key[0] == kind) for kind in kinds}
    return {
        kind: f"{word}/{max(names[kind], key=lambda name: counts.get((kind, name), 0))}"
        for kind, word in kinds.items()
        if names[kind]
    }


@pytest.mark.parametrize(
    "kind",
    [*WORDS, "people", "sources", "glossary", "key_figures", "milestones", "charts", "tables"],
)
def test_there_and_back(whole: Whole, kind: str) -> None:
    before = whole.look(whole.files, NOTHING)
    assert not before.found
    old = {**WORDS, **one_of_each(before.report)}[kind]
    sort, _, name = old.partition("/")
    new = "anders" if kind != "editions" else "2023-anders"
    first, there = whole.renamed(whole.files, old, new)
    assert first.files
    assert not whole.look(there, NOTHING).found
    _, back = whole.renamed(there, f"{sort}/{new}", name)
    after = whole.look(back, NOTHING)
    assert not after.found
    assert said(after.report) == said(before.report)
    assert set(back) == set(whole.files)
