"""What stays the same under another name: history, comparisons, addresses; and findings on confused names."""

from __future__ import annotations

import http.client
import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from conftest import shown
from invented import context, edition, editions, trend, view
from nginx import nginx
from test_fixing import put
from trendrapport.model.entries.instruments import Instrument
from trendrapport.pages.analysis.changes import changes, former, status
from trendrapport.pages.analysis.pairs import pairs
from trendrapport.pages.analysis.related import Relatedness
from trendrapport.pages.makers import every_page
from trendrapport.pages.overviews.changes import counts
from trendrapport.pages.overviews.radar import overview as radar
from trendrapport.pages.parts.edition_switch import switch
from trendrapport.pages.view import View
from trendrapport.pipeline import Options, build, check
from trendrapport.pipeline.renaming import Name, rename


@pytest.fixture
def renamed(sample: Path) -> View:
    """A trend that had two other names before, each in its edition."""
    edition(sample, "2024", {"eerst": {"title": "Zo heette het"}, "los": {}})
    edition(sample, "2025", {"oud": {"title": "Daarna zo", "formerly": ["eerst"], "impact": 4}, "los": {}})
    edition(
        sample,
        "2027",
        {"nieuw": {"title": "Nu zo", "formerly": ["oud"], "horizon": "een-tot-drie-jaar"}, "los": {}},
    )
    return view(sample)


def test_a_trend_keeps_its_history_under_another_name(renamed: View) -> None:
    names = {trend.slug for _, trend in renamed.lineage[renamed.identity("oud")]}
    assert names == {"eerst", "oud", "nieuw"}
    assert {renamed.identity(name) for name in names} == {"nieuw"}
    history = context(renamed, "2027/trends/nieuw.html")["history"]
    assert [(one["edition"], one["title"], one["here"]) for one in history] == [
        ("2024", "Zo heette het", False),
        ("2025", "Daarna zo", False),
        ("2027", "Nu zo", True),
    ]
    # title and impact, then title, horizon and impact
    assert [len(one["changes"]) for one in history] == [0, 2, 3]
    assert context(renamed, "2024/trends/eerst.html")["history"][2]["href"] == "../../2027/trends/nieuw.html"


def test_a_trend_with_another_name_is_not_new_and_the_former_is_not_gone(renamed: View) -> None:
    newest, between, oldest = editions(renamed, "2027", "2025", "2024")
    assert [(old and old.slug, new and new.slug) for old, new in pairs(renamed, newest, oldest)] == [
        ("los", "los"),
        ("eerst", "nieuw"),
    ]
    assert counts(renamed, between, oldest) == "1 met andere titel, 1 herzien, 1 gelijk gebleven"
    trend_of = {trend.slug: trend for trend in renamed.trends(newest)}
    assert former(renamed, between) is oldest
    assert status(renamed, trend_of["nieuw"], between) == "further"
    made = radar(renamed, between)
    assert made
    assert made.gone == []


def test_the_way_to_another_edition_leads_to_the_name_that_it_has_there(renamed: View) -> None:
    paths = {page.path for page in every_page(renamed)}
    found = {way["name"]: way["path"] for way in switch(renamed, "2027/trends/nieuw.html", paths)}
    assert found == {
        "2027": "2027/trends/nieuw.html",
        "2026": "2026/index.html",
        "2025": "2025/trends/oud.html",
        "2024": "2024/trends/eerst.html",
    }


def test_trends_that_became_one_are_each_compared_with_it(sample: Path) -> None:
    edition(sample, "2025", {"een": {"title": "Een"}, "twee": {"title": "Twee"}})
    edition(sample, "2027", {"samen": {"title": "Samen", "formerly": ["een", "twee"]}})
    seen = view(sample)
    newest, oldest = seen.editions[0], seen.editions[-1]
    assert [(old and old.slug, new and new.slug) for old, new in pairs(seen, newest, oldest)] == [
        ("een", "samen"),
        ("twee", "samen"),
    ]
    history = context(seen, "2027/trends/samen.html")["history"]
    assert [one["title"] for one in history] == ["Een", "Twee", "Samen"]
    (trend,) = seen.trends(newest)
    assert history[2]["changes"] == [
        one.sentence for one in changes(seen, seen.trends(oldest)[0].data, trend.data)
    ]
    assert history[1]["changes"] == []


def test_what_names_the_former_name_is_of_the_same_trend(sample: Path) -> None:
    edition(sample, "2025", {"oud": {"title": "Zo heette het"}})
    edition(
        sample,
        "2027",
        {
            "nieuw": {"title": "Nu zo", "formerly": ["oud"]},
            "ander": {"title": "Ander", "related": [{"trend": "oud", "why": "Samen."}]},
        },
    )
    seen = view(sample)
    kin = Relatedness(seen)
    trends = {one.slug: one for one in seen.trends(seen.editions[0])}
    nieuw, ander = trends["nieuw"], trends["ander"]
    assert [one.slug for one in kin.others(nieuw)] == ["ander"]
    assert [one.slug for one in kin.others(ander)] == ["nieuw"]
    assert [one.href for one in context(seen, "2027/trends/ander.html")["related"]] == ["nieuw.html"]


def test_the_old_address_leads_to_the_new_one(sample: Path, tmp_path: Path) -> None:
    config = sample / "site_config.yml"
    config.write_text(
        config.read_text("utf-8").replace("https://trends.example.org/", "https://example.org/trends/"),
        "utf-8",
    )
    (sample / "content/2026/trends/nieuw.md").write_text(trend("formerly: [oud, voorbeeldtrend]\n"), "utf-8")
    (sample / "content/2026/trends/nieuw.en.md").write_text(
        "---\ntitle: New\nsummary: Invented.\n---\n", "utf-8"
    )
    assert build(sample, Options()).built
    site = sample / "site"
    page = (site / "2026/trends/oud.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=nieuw.html">' in page
    assert 'href="https://example.org/trends/2026/trends/nieuw.html"' in page
    assert "url=nieuw.en.html" in (site / "2026/trends/oud.en.html").read_text("utf-8")
    # that page is there
    assert "refresh" not in (site / "2026/trends/voorbeeldtrend.html").read_text("utf-8")
    assert (
        '    RedirectMatch 301 "^/trends/2026/trends/oud\\.html$" "/trends/2026/trends/nieuw.html"\n'
    ) in (site / ".htaccess").read_text("utf-8")
    every = [line for line in (site / "_redirects").read_text("utf-8").splitlines() if "/oud" in line]
    rules = [line for line in every if line.endswith(".html 301")]
    assert "/trends/2026/trends/oud.bib /trends/2026/trends/nieuw.bib 301" in every
    assert len(every) == len(set(every))
    assert rules == [
        f"/trends/2026/trends/oud{asked} /trends/2026/trends/nieuw{new}.html 301"
        for asked, new in ((".en.html", ".en"), (".en", ".en"), (".html", ""), ("", ""))
    ]
    caddy = (sample / "build/servers/caddy.conf").read_text("utf-8")
    assert '\tredir "/trends/2026/trends/oud.html" "/trends/2026/trends/nieuw.html" permanent\n' in caddy
    root = tmp_path / "root"
    root.mkdir()
    (root / "trends").symlink_to(site)
    with nginx(root, sample / "build/servers/nginx.conf", tmp_path / "place") as host:
        asked = http.client.HTTPConnection(urlsplit(host).netloc)
        for old in ("oud.html", "oud.html?soort=1&b=%20", "oud.bib"):
            asked.request("GET", f"/trends/2026/trends/{old}")
            answer = asked.getresponse()
            answer.read()
            new = f"/trends/2026/trends/{old.replace('oud', 'nieuw')}"
            assert (answer.status, answer.headers["Location"]) == (301, new)


def test_a_chart_and_a_person_with_another_name_are_found_at_the_old_address(sample: Path) -> None:
    person = "jan:\n  name: Jan Verzonnen\n  role: Bedenker\n"
    put(sample, {"content/people.yml": person})
    text = sample / "content/2026/trends/voorbeeldtrend.md"
    text.write_text(text.read_text("utf-8").replace("summary:", "authors: [jan]\nsummary:", 1), "utf-8")
    assert [one.severity for one in check(sample).diagnostics if one.severity == "error"] == []
    for name in ("tussen", "figuur"):
        made, _ = rename(sample, Name("chart/voorbeeld" if name == "tussen" else "chart/tussen", name))
        assert made.redirects
    assert rename(sample, Name("person/jan", "jan-verzonnen"))[0].redirects
    assert "formerly: [voorbeeld, tussen]" in (sample / "charts/figuur.yml").read_text("utf-8")
    assert "  formerly: [jan]\n" in (sample / "content/people.yml").read_text("utf-8")
    assert build(sample, Options()).built
    site = sample / "site"
    for old, new in (
        ("figures/voorbeeld", "figuur"),
        ("figures/tussen", "figuur"),
        ("people/jan", "jan-verzonnen"),
    ):
        assert f'content="0; url={new}.html"' in (site / f"{old}.html").read_text("utf-8")
    rules = (site / "_redirects").read_text("utf-8")
    assert "/figures/voorbeeld.svg /figures/figuur.svg 301\n" in rules
    assert "/figures/voorbeeld.zip /figures/figuur.zip 301\n" in rules
    rename(sample, Name("chart/figuur", "voorbeeld"))
    assert "formerly: [tussen, figuur]" in (sample / "charts/voorbeeld.yml").read_text("utf-8")


@pytest.fixture
def moved_edition(sample: Path) -> Path:
    """An edition in another folder than before, with a renamed trend, and a newer one compared with it."""
    edition(sample, "2025-12", {"nieuw": {"title": "Nieuw", "formerly": ["oud"]}, "los": {}})
    edition(sample, "2027", {"los": {}})
    told = sample / "content/2025-12/edition.yml"
    told.write_text(told.read_text("utf-8") + "formerly: ['2025', winter]\n", "utf-8")
    return sample


def test_the_old_addresses_of_an_edition_lead_to_the_new_ones(moved_edition: Path) -> None:
    assert build(moved_edition, Options()).built
    site = moved_edition / "site"
    for old, new in (
        ("2025/index.html", "../2025-12/index.html"),
        ("2025/trends/los.html", "../../2025-12/trends/los.html"),
        ("winter/trends/oud.html", "../../2025-12/trends/nieuw.html"),
        ("2025-12/trends/oud.html", "nieuw.html"),
        ("2025/trends/nieuw.html", "../../2025-12/trends/nieuw.html"),
        ("2025/radar.html", "../2025-12/radar.html"),
        ("2027/since-2025.html", "since-2025-12.html"),
    ):
        assert f'<meta http-equiv="refresh" content="0; url={new}">' in (site / old).read_text("utf-8"), old
    pages = {file.relative_to(site / "2025-12").as_posix() for file in (site / "2025-12").rglob("*.html")}
    assert pages - {"trends/oud.html"} <= {
        file.relative_to(site / "2025").as_posix() for file in (site / "2025").rglob("*.html")
    }
    rules = (site / "_redirects").read_text("utf-8")
    assert "/2025/radar.html /2025-12/radar.html 301\n" in rules
    assert "/2025/radar /2025-12/radar.html 301\n" in rules
    assert "/2025/trends/los.bib /2025-12/trends/los.bib 301\n" in rules
    assert "/winter/trends/oud.bib /2025-12/trends/nieuw.bib 301\n" in rules
    assert "/2027/since-winter.html /2027/since-2025-12.html 301\n" in rules
    assert ('RedirectMatch 301 "^/2025/trends/oud\\.html$" "/2025-12/trends/nieuw.html"') in (
        site / ".htaccess"
    ).read_text("utf-8")
    assert ('"2025/trends/oud": "2025-12/trends/nieuw"').replace(" ", "") in (
        site / "assets/report.js"
    ).read_text("utf-8")


def test_an_edition_is_built_by_its_former_name(moved_edition: Path) -> None:
    assert build(moved_edition, Options(editions=("winter",))).built
    assert (moved_edition / "site/2025-12/index.html").is_file()
    assert not (moved_edition / "site/2027").exists()


def test_a_link_to_a_former_name_says_what_to_write(moved_edition: Path) -> None:
    path = moved_edition / "content/2027/trends/los.md"
    links = (
        "[a](../../2025/trends/los.md) [b](../../winter/trends/oud.md) [c](../../2025-12/trends/oud.md) "
        "[d](../../2025/edition.yml)"
    )
    path.write_text(path.read_text("utf-8") + f"\n{links}\n", "utf-8")
    found = [one for one in check(moved_edition).diagnostics if one.code != "published-in-future"]
    assert [one.code for one in found] == ["broken-link"] * 4
    assert [one.fix.nl.split('"')[1] for one in found] == [
        "../../2025-12/trends/los.md",
        "../../2025-12/trends/nieuw.md",
        "../../2025-12/trends/nieuw.md",
        "../../2025-12/edition.yml",
    ]


def test_a_former_name_of_an_edition_that_another_has(sample: Path) -> None:
    edition(sample, "2027", {"los": {}})
    for name in ("2026", "2027"):
        told = sample / f"content/{name}/edition.yml"
        told.write_text(told.read_text("utf-8") + "formerly: ['2024', '2026']\n", "utf-8")
    found = [
        f"{one.location.path} {one.code}" for one in check(sample).diagnostics if one.code == "taken-name"
    ]
    assert found == [
        "content/2026/edition.yml taken-name",
        "content/2027/edition.yml taken-name",
        "content/2027/edition.yml taken-name",
    ]


def test_without_former_names_there_is_no_file_of_them(sample: Path) -> None:
    assert build(sample, Options()).built
    assert not (sample / "site/_redirects").exists()
    assert "reportRenamed=" not in (sample / "site/assets/report.js").read_text("utf-8")


@pytest.mark.parametrize(
    ("extra", "codes"),
    [
        ("", []),
        ("formerly: [weg]\n", []),
        ("formerly: [voorbeeldtrend]\n", ["10:12 taken-name"]),
        ("formerly: [proef]\n", ["10:12 taken-name"]),
        ("formerly: [later]\n", ["10:12 taken-name"]),
        ("formerly: [eerder]\n", []),
        ("formerly: [Fout Zo]\n", ["10:12 bad-name"]),
    ],
)
def test_a_former_name_that_is_another(
    sample: Path, findings: Callable[..., list[str]], extra: str, codes: list[str]
) -> None:
    edition(sample, "2025", {"eerder": {"title": "Eerder"}})
    edition(sample, "2027", {"later": {"title": "Later"}})
    found = findings(trend=trend(extra))
    assert [one for one in found if "edition.yml" not in one] == [
        f"content/2026/trends/proef.md:{code}" for code in codes
    ]


def test_a_former_name_of_a_chart_and_a_person_that_another_has(sample: Path) -> None:
    people = "jan:\n  name: Jan\n  formerly: [piet, jan]\npiet:\n  name: Piet\n"
    put(sample, {"content/people.yml": people})
    chart = sample / "charts/voorbeeld.yml"
    chart.write_text(chart.read_text("utf-8") + "formerly: [ander, vroeger]\n", "utf-8")
    (sample / "charts/ander.yml").write_text(
        chart.read_text("utf-8").replace("[ander, vroeger]", "[vroeger]"), "utf-8"
    )
    found = [shown(one) for one in check(sample).diagnostics if one.code == "taken-name"]
    assert found[:2] == ["charts/voorbeeld.yml:8:12 taken-name", "charts/voorbeeld.yml:8:19 taken-name"]
    assert found[2:] == ["content/people.yml:3:14 taken-name", "content/people.yml:3:20 taken-name"]


def test_two_that_had_the_same_name(sample: Path) -> None:
    for name in ("een", "twee"):
        (sample / f"content/2026/trends/{name}.md").write_text(
            trend("formerly: [oud]\n", title=f"title: {name}"), "utf-8"
        )
    assert [shown(one) for one in check(sample).diagnostics] == [
        "content/2026/trends/twee.md:10:12 taken-name"
    ]


def test_titles_that_two_pages_have(sample: Path, findings: Callable[..., list[str]]) -> None:
    edition(sample, "2025", {"oud": {"title": "Een Trend"}})
    files = {
        "trend": trend(title="title: Een trend"),
        "content/2026/columns/een.md": "---\ntitle: een  trend\nsummary: V.\n---\nTekst.\n",
    }
    assert findings(**files) == [
        "content/2026/trends/proef.md:2:8 other-name",
        "content/2026/trends/proef.md:2:8 same-title",
    ]
    assert "formerly: [oud]" in check(sample).diagnostics[0].fix.nl
    assert findings(trend=trend("formerly: [oud]\nstatus: draft\n", title="title: Een trend")) == []


@pytest.mark.parametrize("side", ["trend", "figure", "both"])
def test_key_figures_and_instruments_are_shown_whichever_side_names_the_other(
    sample: Path, side: str
) -> None:
    named = "" if side == "figure" else "key_figures: [getal]\ninstruments: [middel]\n"
    trends = "[]" if side == "trend" else "[proef]"
    (sample / "content/2026/trends/proef.md").write_text(trend(named), "utf-8")
    (sample / "content/2026/key_figures.yml").write_text(
        f"getal: {{title: Getal, value: 3, explanation: V., source: voorbeeldbron, trends: {trends}}}\n",
        "utf-8",
    )
    (sample / "content/instruments").mkdir()
    (sample / "content/instruments/middel.md").write_text(
        f"---\ntitle: Middel\nsummary: V.\nowner: Iemand\ntype: register\ntrends: {trends}\n---\nTekst.\n",
        "utf-8",
    )
    seen = view(sample)
    told = context(seen, "2026/trends/proef.html")
    assert [one.slug for one in told["key_figures"]] == ["getal"]
    assert [one.title for one in told["instruments"]] == ["Middel"]
    assert {"Kerncijfers", "Wat kan helpen"} & {one["title"] for one in told["contents"]}
    (figure,) = context(seen, "2026/key_figures.html")["groups"][0]["entries"]
    assert [one.title for one in figure.trends] == ["Proef"]
    assert [one.title for one in context(seen, "instruments/middel.html")["trends"]] == ["Proef"]
    assert seen.report.of(Instrument)


def test_a_build_leaves_the_day_as_it_was(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A preview builds again and again in one process: nothing may depend on the edition built before."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert build(sample, Options()).built
    assert "SOURCE_DATE_EPOCH" not in os.environ
