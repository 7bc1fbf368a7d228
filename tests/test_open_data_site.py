"""A whole site with all that is made for programs: every file is there, pages offer it, nothing of a draft is
in it, and the same report gives the same bytes elsewhere. All content is invented.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from conftest import english_report, files
from trendrapport.pipeline import Options, build

OUTPUTS = ["site", "api", "datasets", "dcat", "markdown", "text", "llms", "calendar", "bibliography"]
MADE = (
    "api/v1/openapi.json",
    "api/v1/trends/2026/registers.json",
    "datasets/datapackage.json",
    "datasets/datasets.zip",
    "dcat/catalogue.ttl",
    "dcat/catalogue.jsonld",
    "2026/trends/registers.md",
    "2026/trends/registers.txt",
    "llms.txt",
    "llms-full.txt",
    "milestones.ics",
    "sources.bib",
    "sources.csl.json",
    "sources.ris",
    "feed.atom",
    "corrections.atom",
)


def asking(folder: Path) -> Path:
    """A report that asks for all of it, with a draft."""
    english_report(folder)
    path = folder / "site_config.yml"
    config = yaml.safe_load(path.read_text("utf-8"))
    config |= {
        "outputs": OUTPUTS,
        "pictures": False,
        "contact": {"email": "editors@example.org"},
        "open_data": {"theme": "GOVE"},
    }
    path.write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")
    for table in (folder / "charts/data").glob("*.datapackage.yml"):
        if "\ndescription:" not in table.read_text("utf-8"):
            table.write_text(table.read_text("utf-8").rstrip() + "\ndescription: Invented.\n", "utf-8")
    text = (folder / "content/2026/trends/registers.md").read_text("utf-8")
    secret = re.sub("^title: .*$", "title: Confidential\nstatus: draft", text, flags=re.M)
    (folder / "content/2026/trends/confidential.md").write_text(secret, "utf-8")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = asking(tmp_path_factory.mktemp("asking") / "report")
    result = build(folder, Options())
    assert result.built, result.diagnostics
    return folder


def test_every_file_is_there(built: Path) -> None:
    assert [path for path in MADE if not (built / "site" / path).is_file()] == []


def test_pages_offer_what_is_made_of_them(built: Path) -> None:
    site = built / "site"
    home = (site / "index.html").read_text("utf-8")
    for path in ("api/v1/openapi.json", "datasets/datasets.zip", "dcat/catalogue.ttl"):
        assert f'href="{path}"' in home
    trend = (site / "2026/trends/registers.html").read_text("utf-8")
    for path in ("registers.md", "registers.txt", "../../api/v1/trends/2026/registers.json"):
        assert f'href="{path}"' in trend
    for page, path in (("milestones", "milestones.ics"), ("sources", "sources.ris")):
        assert f'href="{path}"' in (site / f"{page}.html").read_text("utf-8")


def test_each_footnote_of_all_texts_is_one_source(built: Path) -> None:
    text = (built / "site/llms-full.txt").read_text("utf-8")
    defined = re.findall(r"^\[\^([\w-]+)\]: ", text, flags=re.M)
    assert defined
    assert len(set(defined)) == len(defined)
    assert set(re.findall(r"(?<!\\)\[\^([\w-]+)\](?!:)", text)) <= set(defined)


def test_a_draft_is_in_no_file(built: Path) -> None:
    found = files(built / "site")
    assert [path for path, raw in found.items() if b"onfidential" in raw or "confidential" in path] == []


def test_elsewhere_the_bytes_are_the_same(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("content", "charts", "site_config.yml"):
        source = built / name
        target = tmp_path / "other" / name
        target.parent.mkdir(exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    assert build(tmp_path / "other", Options()).built
    first, second = files(built / "site"), files(tmp_path / "other/site")
    assert sorted(first) == sorted(second)
    assert [path for path in first if first[path] != second[path]] == []


def test_a_second_build_makes_nothing_anew(built: Path) -> None:
    site = built / "site"
    before = {path: (site / path).stat().st_ino for path in MADE}
    trend = built / "content/2026/trends/registers.md"
    trend.write_text(trend.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
    assert build(built, Options()).built
    changed = {path for path in MADE if (site / path).stat().st_ino != before[path]}
    assert "2026/trends/registers.md" in changed
    assert "dcat/catalogue.ttl" not in changed
    assert "datasets/datasets.zip" not in changed
