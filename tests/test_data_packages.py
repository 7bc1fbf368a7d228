"""What a reader downloads with a figure is a valid tabular data package, with the table that it describes."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from conftest import REPOSITORY
from trendrapport.model.charts import DataPackage
from trendrapport.pages.parts.figure_archive import _descriptor
from trendrapport.pipeline import Options, build

STANDARD = json.loads((REPOSITORY / "tests/standards/tabular-data-package.json").read_text("utf-8"))
VALUES = {
    "integer": r"-?\d+",
    "number": r"-?\d+(\.\d+)?([eE][+-]?\d+)?",
    "year": r"\d{4}",
    "yearmonth": r"\d{4}-\d{2}",
    "date": r"\d{4}-\d{2}-\d{2}",
    "boolean": r"true|false|True|False|TRUE|FALSE|1|0",
    "string": r"(?s).*",
}
"""What a value of a type looks like in the Table Schema standard, as far as reports have it."""


def wrong(archive: Path) -> list[str]:
    """What is not as the standards have it."""
    with zipfile.ZipFile(archive) as parts:
        package = json.loads(parts.read("datapackage.json"))
        texts = {
            resource["path"]: parts.read(resource["path"]).decode("utf-8")
            for resource in package["resources"]
        }
    found = [error.message for error in jsonschema.Draft4Validator(STANDARD).iter_errors(package)]
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", package.get("created", "2024-01-01T00:00:00Z")):
        found.append(package["created"])
    found += [
        resource["name"]
        for resource in package["resources"]
        if resource["profile"] != "tabular-data-resource"
    ]
    return found + [
        told
        for resource in package["resources"]
        for told in wrong_values(resource["schema"], texts[resource["path"]])
    ]


def wrong_values(schema: dict[str, Any], text: str) -> list[str]:
    head, *rows = csv.reader(io.StringIO(text))
    fields = schema["fields"]
    found = [] if head == [field["name"] for field in fields] else [f"columns {head}"]
    return found + [
        f"{field['name']}: {value!r}"
        for row in rows
        for field, value in zip(fields, row, strict=True)
        if value not in schema.get("missingValues", [""]) and not re.fullmatch(VALUES[field["type"]], value)
    ]


def test_each_download_of_the_report(site: Path) -> None:
    archives = sorted((site / "figures").glob("*.zip"))
    assert len(archives) >= 20
    assert {archive.name: found for archive in archives if (found := wrong(archive))} == {}


def test_the_sample(sample: Path) -> None:
    assert build(sample, Options()).built
    assert wrong(sample / "site/figures/voorbeeld.zip") == []


@pytest.mark.parametrize(
    ("created", "told"),
    [("2024-01-31", "2024-01-31T00:00:00Z"), ("2024-01", None), ("2024", None), (None, None)],
)
def test_a_moment_is_told_only_when_its_day_is_known(created: str | None, told: str | None) -> None:
    package = DataPackage.model_validate_json(
        json.dumps(
            {
                "name": "proef",
                "title": "Proef",
                "licenses": [{"name": "CC0-1.0"}],
                "sources": [{"title": "Verzonnen"}],
                "resources": [
                    {
                        "name": "proef",
                        "path": "proef.csv",
                        "schema": {"fields": [{"name": "a", "type": "string", "title": "A"}]},
                    }
                ],
                **({"created": created} if created else {}),
            }
        )
    )
    made = json.loads(_descriptor(package))
    assert made.get("created") == told
    assert [error.message for error in jsonschema.Draft4Validator(STANDARD).iter_errors(made)] == []
