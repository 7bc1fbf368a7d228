"""What readers download of a table is a valid data package (version 2), with the table that it describes."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package

import invented
from trendrapport.model.charts import DataPackage
from trendrapport.open_data.data_packages import data_packages
from trendrapport.pages.parts.figure_archive import archive
from trendrapport.pages.view import View
from trendrapport.report.data_package import package, written
from trendrapport.report.published import published


def wrong(descriptor: Path) -> list[str]:
    """What Frictionless finds wrong with a descriptor and with the tables beside it."""
    report = Package(str(descriptor)).validate()
    found = [error.message for error in report.errors]
    for task in report.tasks:
        found += [f"{task.name}: {error.message}" for error in task.errors]
    return found


def laid_out(view: View, folder: Path) -> Path:
    """All packages of a report, in a folder."""
    for path, text in data_packages(view).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    return folder


def test_each_package_of_a_report(dutch: View, tmp_path: Path) -> None:
    descriptors = sorted(laid_out(dutch, tmp_path).rglob("datapackage.json"))
    assert len(descriptors) >= 10
    assert {str(path): found for path in descriptors if (found := wrong(path))} == {}
    whole = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    assert len(whole["resources"]) == len(descriptors) - 1
    assert all(resource["licenses"] and resource["sources"] for resource in whole["resources"])


def test_each_archive_of_a_report(dutch: View, tmp_path: Path) -> None:
    for name in dutch.report.shown_charts:
        folder = tmp_path / name
        (tmp_path / "archive.zip").write_bytes(archive(dutch, dutch.report.charts[name], "Verzonnen."))
        with zipfile.ZipFile(tmp_path / "archive.zip") as parts:
            parts.extractall(folder)
        assert wrong(folder / "datapackage.json") == []


def test_a_wrong_value_is_found(sample: Path, tmp_path: Path) -> None:
    """What these tests hold can fail."""
    folder = laid_out(invented.view(sample), tmp_path / "packages")
    assert wrong(folder / "datapackage.json") == []
    table = folder / "voorbeeld/voorbeeld.csv"
    table.write_text(table.read_text("utf-8") + "geen jaar,1,2\n", "utf-8")
    assert wrong(folder / "voorbeeld/datapackage.json")


def test_a_table_that_only_a_draft_shows_is_in_no_package(sample: Path) -> None:
    for file in sample.rglob("content/**/*.md"):
        file.write_text(file.read_text("utf-8").replace("```figure voorbeeld\n```", ""), "utf-8")
    text = invented.trend("status: draft\n", "```figure voorbeeld\n```\n")
    (sample / "content/2026/trends/proef.md").write_text(text, "utf-8")
    report = invented.view(sample).report
    assert data_packages(View(published(report, "2026-11-30", drafts=True)))
    assert data_packages(View(published(report, "2026-11-30"))) == {}


def test_the_same_report_gives_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    made = data_packages(invented.view(sample))
    shutil.copytree(sample, tmp_path / "elsewhere")
    assert data_packages(invented.view(tmp_path / "elsewhere")) == made


def descriptor(**fields: Any) -> DataPackage:
    """An invented descriptor."""
    table = {"name": "proef", "path": "proef.csv", "schema": {"fields": [COLUMN]}}
    values = {
        "name": "proef",
        "title": "Proef",
        "licenses": [{"name": "CC0-1.0"}],
        "sources": [{"title": "Verzonnen"}],
        "resources": [table],
    }
    return DataPackage.model_validate_json(json.dumps(values | fields))


COLUMN = {"name": "a", "type": "string", "title": "A"}


@pytest.mark.parametrize(
    ("created", "told"),
    [("2024-01-31", "2024-01-31T00:00:00Z"), ("2024-01", None), ("2024", None), (None, None)],
)
def test_a_moment_is_told_only_when_its_day_is_known(
    created: str | None, told: str | None, tmp_path: Path
) -> None:
    made = package(descriptor(**({"created": created} if created else {})), "proef.csv", {})
    assert made.get("created") == told
    (tmp_path / "proef.csv").write_text("a\nx\n", "utf-8")
    (tmp_path / "datapackage.json").write_text(written(made), "utf-8")
    assert wrong(tmp_path / "datapackage.json") == []


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    title = '"},{"path":"/etc/passwd"} </script> =1+1'
    made = written(package(descriptor(title=title), "proef.csv", {}))
    assert json.loads(made)["title"] == title
    assert [resource["path"] for resource in json.loads(made)["resources"]] == ["proef.csv"]
