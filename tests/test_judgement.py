"""What a report says of its trends, as its settings choose; on the invented samples and changes of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from trendrapport.commands.init import SAMPLES
from trendrapport.language.facts import within_sentence
from trendrapport.model.judgement import trend_model, usual_trend
from trendrapport.open_data.api import Api
from trendrapport.pages.makers import every_page
from trendrapport.pages.view import View
from trendrapport.pipeline import Options, build, check
from trendrapport.report.load import load, settings_in
from trendrapport.runtime.cache import Cache
from trendrapport.starters import new_report, schemas, writing


@pytest.fixture(scope="module")
def radar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented technology radar, of which the settings leave out all judgement; rings are its own."""
    root = tmp_path_factory.mktemp("radar") / "report"
    new_report.init(root, other="technology-radar")
    return root


@pytest.fixture(scope="module")
def site(radar: Path) -> Path:
    """Its site, with the API and the documents that need no library."""
    settings = radar / "site_config.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("  - site\n", "  - site\n  - api\n  - markdown\n")
    )
    assert build(radar, Options()).built
    return radar / "site"


def viewed(root: Path) -> View:
    with Cache(None) as cache:
        report, _ = load(root, cache)
    return View(report)


def codes(root: Path) -> list[str]:
    return [f"{one.location} {one.code}" for one in check(root).diagnostics]


@pytest.mark.parametrize("name", new_report.OTHERS)
def test_a_sample_has_nothing_wrong(name: str, tmp_path: Path) -> None:
    new_report.init(tmp_path / "report", other=name)
    assert codes(tmp_path / "report") == []


def test_a_list_without_words_is_not_used(tmp_path: Path) -> None:
    """As it is when the settings name it no more, without more to write; and what uses it is told."""
    root = tmp_path / "report"
    new_report.init(root)
    config = root / "site_config.yml"
    lines = re.sub(r"(?m)^  (roles|values):\n(?:    .*\n)+", r"  \1: {}\n", config.read_text("utf-8"))
    config.write_text(lines, "utf-8")
    told = {finding.code for finding in check(root).diagnostics}
    assert "too-few" not in told
    assert "unused-judgement" in told
    settings = settings_in(root)
    assert settings is not None
    assert [str(judged) for judged in settings.judgement] == ["horizon", "impact", "certainty", "stance"]
    config.write_text(f"{lines}\njudgement: [roles]\n", "utf-8")
    assert "too-few" in {finding.code for finding in check(root).diagnostics}


@pytest.mark.quick
def test_the_command_knows_each_sample() -> None:
    assert set(SAMPLES) == set(new_report.OTHERS)


def test_german_nouns_keep_their_capital(tmp_path: Path) -> None:
    new_report.init(tmp_path / "report", other="universitaet")
    view = viewed(tmp_path / "report")
    assert view.edition_named(view.editions[0]) == "Ausgabe 2026"
    pages = {page.path: page for page in every_page(view)}
    shown = pages["2026/radar.html"].content().context["made"]
    assert "Auftrag" in shown.figure.subtitle
    assert within_sentence("Editie", "nl") == "editie"


@pytest.mark.quick
def test_the_model_of_a_trend_has_what_the_report_uses(radar: Path) -> None:
    """By default all of it is required; what settings leave out is no field, and a list of its own is one."""
    usual = usual_trend().model_json_schema()
    assert {"horizon", "impact", "certainty", "stance"} <= set(usual["required"])
    config = settings_in(radar)
    assert config is not None
    own = trend_model(config).model_json_schema()
    assert own["required"] == ["title", "summary", "kind", "categories", "ring"]
    assert not {"horizon", "impact", "certainty", "stance", "actions", "values"} & own["properties"].keys()
    written = json.loads(schemas.schemas("en", trend_model(config))["trends"])
    assert "ring" in written["required"]


def test_no_page_has_a_gap(site: Path) -> None:
    """No page names what the report does not use, and none has a heading or cell without anything."""
    for path in site.rglob("*.html"):
        page = path.read_text("utf-8")
        words = re.sub(r"<[^>]*>", " ", page)
        assert not re.search(r"\b(Horizon|Stance|Impact|Certainty|impact \d|None)\b", words), path
        assert not re.search(r"<(h\d|dl|td|th)[^>]*>\s*</\1>", page), path
    assert not (site / "2026" / "matrix.html").exists()
    assert not (site / "2026" / "values.html").exists()


def test_the_radar_has_rings_of_its_own(site: Path) -> None:
    page = (site / "2026" / "radar.html").read_text("utf-8")
    assert "From the middle outwards: Adopt, Trial, Assess, and Hold." in page
    assert "more impact" not in page
    table = (site / "2026" / "radar.csv").read_text("utf-8").splitlines()
    assert table[0] == "No.,Trend,Category,Ring,Since the previous edition"
    assert "2,Small releases,Techniques,Adopt,moved closer" in table


def test_what_changed_follows_the_rings(radar: Path) -> None:
    view = viewed(radar)
    pages = {page.path: page for page in every_page(view)}
    made = pages["2026/since-2025.html"].content().context["made"]
    assert made.counts == "2 new, 2 gone, 4 moved, 2 the same"
    assert [slope.figure.name for slope in made.slopes] == ["since-2025"]


def test_the_api_has_only_what_the_report_uses(radar: Path) -> None:
    files = Api(viewed(radar)).files()
    trend = json.loads(files["api/v1/trends/2026/small-releases.json"])
    assert trend["words"] == {"ring": {"id": "adopt", "label": "Adopt"}}
    assert not {"impact", "horizon", "stance", "certainty"} & trend.keys()
    records = json.loads(files["api/v1/schemas/records.json"])["$defs"]
    assert "words" in records["Trends"]["properties"]
    assert "impact" not in json.dumps(records["Radars"])


def test_sectors_can_be_a_list_of_its_own(tmp_path: Path) -> None:
    """With words, colours and shapes that have nothing to do with the categories."""
    root = tmp_path / "report"
    new_report.init(root, other="technology-radar")
    settings = root / "site_config.yml"
    own = """  own:
    part:
      label: Part
      words:
        tools: {label: Front}
        back: {label: Back, colour: ["#7a2e68", "#e29ad0"]}
"""
    text = settings.read_text("utf-8").replace("  own:\n", own)
    settings.write_text(text.replace("rings: ring", "rings: ring\n  sectors: part"))
    for number, path in enumerate(sorted(root.glob("content/*/trends/*.md"))):
        word = "tools" if number % 2 else "back"
        path.write_text(path.read_text("utf-8").replace("ring:", f"part: {word}\nring:"))
    assert codes(root) == []
    pages = {page.path: page for page in every_page(viewed(root))}
    made = pages["2026/radar.html"].content().context["made"]
    assert made.paint == "sector"
    assert [group["label"] for group in made.groups] == ["Front", "Back"]
    assert [column["title"] for column in made.figure.columns] == [
        "No.",
        "Trend",
        "Category",
        "Part",
        "Ring",
        "Since the previous edition",
    ]


def test_findings(tmp_path: Path) -> None:
    """A field that the report does not use, a trend without a ring, and one with an unknown ring."""
    root = tmp_path / "report"
    new_report.init(root, other="technology-radar")
    one, two, three = sorted(root.glob("content/2026/trends/*.md"))[:3]
    one.write_text(one.read_text("utf-8").replace("ring:", "impact: 3\nring:"))
    two.write_text(re.sub("ring: .*\n", "", two.read_text("utf-8")))
    three.write_text(re.sub("ring: .*", "ring: adobt", three.read_text("utf-8")))
    found = {re.sub(r".*/", "", line) for line in codes(root)}
    assert found == {
        f"{one.name}:6:1 unused-judgement",
        f"{two.name}:2:1 missing-key",
        f"{three.name}:6:7 unknown-word",
    }


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("rings: ring", "rings: rings", "radar-without-list"),
        ("rings: ring", "rings: categories", "radar-without-list"),
        ("rings: ring", "rings: horizons", "radar-without-list"),
        ("    ring:\n", "    title:\n", "taken-name"),
        ("judgement: []", "judgement: [horizon]", "missing-key"),
        ("judgement: []", "judgement: [horizons]", "unknown-choice"),
    ],
)
def test_mistakes_in_the_settings(old: str, new: str, code: str, tmp_path: Path) -> None:
    root = tmp_path / "report"
    new_report.init(root, other="technology-radar")
    settings = root / "site_config.yml"
    settings.write_text(settings.read_text("utf-8").replace(old, new, 1))
    assert any(line.startswith("site_config.yml") and line.endswith(code) for line in codes(root)), codes(
        root
    )


@pytest.mark.quick
def test_a_new_trend_asks_what_the_report_uses(tmp_path: Path) -> None:
    root = tmp_path / "report"
    new_report.init(root, other="technology-radar")
    (path,) = writing.write(root, "trend", "Another tool")
    text = path.read_text("utf-8")
    assert 'ring: "adopt"' in text
    assert "choose from: adopt, trial, assess, hold" in text
    assert not re.search("horizon|impact|certainty|stance|actions|values", text)
    assert [line for line in codes(root) if not line.endswith("starter-text")] == []
