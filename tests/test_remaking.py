"""A file beside the pages is made again if, and only if, an edit changes what it shows; and then the whole
site is what a clean build makes of the report. All content is invented.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import english_report, files
from trendrapport.pipeline import Options, build
from trendrapport.runtime.cache import Kept
from trendrapport.runtime.plugins import modules
from trendrapport.site import output_files, outputs

ORGANISATION = "https://identifier.overheid.nl/tooi/id/gemeente/gm0000"


def read(file: Path) -> Any:
    return yaml.safe_load(file.read_text("utf-8"))


def change(file: Path, **values: Any) -> None:
    """Gives keys of a file in YAML other values."""
    file.write_text(yaml.safe_dump(read(file) | values, allow_unicode=True, sort_keys=False), "utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with all files beside the pages, built; the tests below edit it one after the other."""
    folder = tmp_path_factory.mktemp("all") / "report"
    folder.mkdir()
    english_report(folder)
    change(
        folder / "site_config.yml",
        outputs=["site", *(name for name in modules(outputs) if name not in {"site", "offline"})],
        pictures=False,
        contact={"email": "editors@example.org"},
        open_data={"theme": "GOVE", "organisation": ORGANISATION},
    )
    for year in ("2025", "2026"):
        change(folder / f"content/{year}/edition.yml", published=f"{year}-03-04")
    for descriptor in folder.glob("charts/data/*.datapackage.yml"):
        change(descriptor, description="Invented.")
    result = build(folder, Options())
    assert result.built, result.diagnostics
    return folder


Made = Callable[..., set[str]]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    """Gives keys of a file in YAML other values, builds the report again, and says which files it made for
    that: each has other bytes than before.
    """
    again: set[str] = set()
    named = output_files._named

    def noted(path: str, kept: Kept) -> bytes:
        again.add(path)
        return kept.read()

    def recorded(*given: Any) -> Iterator[tuple[str, Kept]]:
        for path, kept in named(*given):
            yield path, Kept(kept.name, partial(noted, path, kept))

    def edited(folder: Path, path: str, **values: Any) -> set[str]:
        before = files(folder / "site")
        change(folder / path, **values)
        assert build(folder, Options()).built
        after = files(folder / "site")
        assert [path for path in again if after[path] == before[path]] == []
        return again

    monkeypatch.setattr(output_files, "_named", recorded)
    return edited


def documents(paths: Iterable[str]) -> set[str]:
    """The PDFs among some files but those of one page, without their ending."""
    found = {path.removesuffix(".pdf") for path in paths if path.endswith(".pdf")}
    return {path for path in found if not path.endswith(".one-page")}


def test_another_address_makes_every_document_again(folder: Path, made: Made) -> None:
    again = made(folder, "site_config.yml", address="https://elsewhere.example.org/report/")
    assert documents(again) == documents(files(folder / "site"))


def test_another_licence_makes_every_document_again(folder: Path, made: Made) -> None:
    again = made(folder, "site_config.yml", licence={"name": "CC0 1.0"})
    assert documents(again) == documents(files(folder / "site"))
    assert not any(path.endswith((".xlsx", ".ics", ".bib")) for path in again)


def test_another_contact_makes_no_document_again(folder: Path, made: Made) -> None:
    """Slides say whom to ask, and so do the API and the catalogue."""
    again = made(folder, "site_config.yml", contact={"email": "others@example.org"})
    assert documents(again) == set()
    assert {path.rpartition(".")[2] for path in again} == {"pptx", "json", "jsonld", "ttl"}


def test_a_person_of_another_name(folder: Path, made: Made) -> None:
    """Only what they wrote or say is made again, and what tells who they are."""
    again = made(folder, "content/people.yml", **{"ada-example": {"name": "Bea Example"}})
    assert documents(again) == {
        *("2026/columns/ada-example", "2026/edition-2026", "2026/foreword", "2026/interviews/ada-example"),
        "2026/trends/registers",
    }


def test_an_edition_of_another_title(folder: Path, made: Made) -> None:
    again = made(folder, "content/2025/edition.yml", title="Another title")
    assert documents(again) == {
        *("2025/edition-2025", "2025/edition-2025.workshop", "2025/trends/gone", "2025/trends/registers"),
    }


def test_a_source_of_another_title(folder: Path, made: Made) -> None:
    """Only what cites it is made again, and the whole bibliography."""
    sources = read(folder / "content/sources.yml")["references"]
    sources[1]["title"] = "Another title"
    again = made(folder, "content/sources.yml", references=sources)
    assert documents(again) == {
        *("2025/edition-2025", "2025/trends/registers"),
        *("2026/edition-2026", "2026/trends/registers", "2026/interviews/ada-example"),
    }
    assert {"sources.bib", "sources.ris", "sources.csl.json"} <= again


def test_other_colours_of_series(folder: Path, made: Made) -> None:
    """Only what shows a figure is made again, and slides, whose theme offers the colours."""
    look = read(folder / "site_config.yml").get("look", {})
    before = files(folder / "site")
    own = [["#3b1d6e", "#c9b3f5"], ["#b8410f", "#f2a07a"]]
    again = made(folder, "site_config.yml", look=look | {"series": own})
    trends = {"2026/trends/example-trend", "2026/trends/registers"}
    assert documents(again) == {"2026/edition-2026", *trends}
    word = {path.removesuffix(".docx") for path in again if path.endswith(".docx")}
    word -= {f"{path}.one-page" for path in trends}
    assert word == {"2026/edition-2026", *trends}
    assert {path for path in again if path.endswith(".epub")} == {"2026/edition-2026.epub"}
    changed = {path for path, raw in files(folder / "site").items() if before.get(path) != raw}
    assert "assets/look.css" in changed
    drawings = {path for path in changed if path.endswith(".svg")}
    assert drawings == {"figures/example.svg", "figures/registers-per-year.svg"}, "the third has no series"


def test_after_all_that_the_site_is_as_a_clean_build_makes_it(folder: Path, tmp_path: Path) -> None:
    clean = tmp_path / "clean"
    shutil.copytree(folder, clean, ignore=shutil.ignore_patterns("build", "site"))
    assert build(clean, Options()).built
    edited, whole = files(folder / "site"), files(clean / "site")
    assert edited.keys() == whole.keys()
    assert [path for path, raw in edited.items() if whole[path] != raw] == []
