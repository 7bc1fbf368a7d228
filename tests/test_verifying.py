"""`manifest.json` and `verify`: what was published, and whether it still is."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from functools import cache
from importlib.resources import files as resources
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from referencing import Registry, Resource

from conftest import built_once, files
from published_sites import TREND, online, with_manifest
from trendrapport.cli import main
from trendrapport.diagnostics import CannotRunError
from trendrapport.inspecting.copies import copy_at
from trendrapport.inspecting.verifying import differences
from trendrapport.pipeline import Options, build
from trendrapport.site import listing
from trendrapport.site.listing import Listed, Listing


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of that report; not to be changed."""
    return built_once(tmp_path_factory, "with-manifest", with_manifest, strict=False)


@pytest.fixture
def copied(published: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published, tmp_path / "site"))


@pytest.fixture(scope="module")
def listed(published: Path) -> Listing:
    return listing.read((published / "manifest.json").read_bytes())


def test_it_lists_every_other_file_with_its_digest(published: Path, listed: Listing) -> None:
    seen = files(published)
    del seen["manifest.json"]
    assert listed.files.keys() == seen.keys()
    for path, raw in seen.items():
        file = listed.files[path]
        assert (file.bytes, file.sha256) == (len(raw), hashlib.sha256(raw).hexdigest()), path


def test_it_says_what_a_file_is_made_of(listed: Listing) -> None:
    trend = listed.files[TREND]
    assert trend.type == "text/html"
    assert "content/2026/trends/voorbeeldtrend.md" in trend.sources
    assert "charts/voorbeeld.yml" in trend.sources
    assert listed.files[TREND.replace(".html", ".md")].sources == trend.sources
    assert set(listed.files["figures/voorbeeld.svg"].sources) >= {
        "charts/voorbeeld.yml",
        "charts/data/voorbeeld.csv",
        "charts/data/voorbeeld.datapackage.yml",
    }
    assert set(trend.sources) <= set(listed.files["2026/index.html"].sources)
    assert listed.files["trends.html"].sources == ()


def test_what_only_servers_read_is_told(listed: Listing) -> None:
    hidden = {path for path, file in listed.files.items() if not file.served}
    assert hidden == {".htaccess", "_headers", "_redirects"} & listed.files.keys()


def test_a_draft_is_not_named(published: Path) -> None:
    for name in ("manifest.json", "sbom.cdx.json"):
        assert "geheim" not in (published / name).read_text("utf-8")


def test_an_edit_lists_what_a_clean_build_does(tmp_path: Path) -> None:
    report = tmp_path / "report"
    with_manifest(report)
    assert build(report, Options()).built
    text = report / "content/2026/trends/voorbeeldtrend.md"
    text.write_text(text.read_text("utf-8") + "\nEen zin erbij.\n", "utf-8")
    assert build(report, Options()).built
    assert list(differences(copy_at(str(report / "site")))) == []
    edited = files(report / "site")
    assert build(report, Options(verify=True)).built
    assert files(report / "site") == edited


def test_the_bill_follows_the_schema(published: Path) -> None:
    values = json.loads((published / "sbom.cdx.json").read_text("utf-8"))
    names = [component["name"] for component in values["components"]]
    assert {"python", "mkdocs", "altair"} <= set(names)
    assert len(set(names)) == len(names)
    assert list(schema_of_bills().iter_errors(values)) == []
    del values["components"][0]["name"]
    assert list(schema_of_bills().iter_errors(values))


@cache
def schema_of_bills() -> Draft7Validator:
    """The schema of CycloneDX 1.6, as its own library has it."""
    folder = resources("cyclonedx.schema._res")

    def of(name: str) -> Any:
        return json.loads((folder / f"{name}.SNAPSHOT.schema.json").read_text("utf-8"))

    others = {
        f"http://cyclonedx.org/schema/{name}.SNAPSHOT.schema.json": name for name in ("spdx", "jsf-0.82")
    }
    known = Registry().with_resources((at, Resource.from_contents(of(name))) for at, name in others.items())
    return Draft7Validator(of("bom-1.6"), registry=known)


def test_what_was_published_is_right(published: Path) -> None:
    assert codes(str(published)) == []


def test_every_difference_is_found(copied: Path) -> None:
    (copied / TREND).write_text("Anders", "utf-8")
    (copied / "404.html").unlink()
    (copied / "extra.html").write_text("", "utf-8")
    expected = [
        "2026/trends/voorbeeldtrend.html changed-file",
        "404.html lost-file",
        "extra.html unlisted-file",
    ]
    assert sorted(codes(str(copied))) == expected


def test_a_zip_is_a_site_too(copied: Path, tmp_path: Path) -> None:
    (copied / "404.html").unlink()
    archive = shutil.make_archive(str(tmp_path / "packed"), "zip", tmp_path, "site")
    assert codes(archive) == ["404.html lost-file"]


def test_a_web_address_is_a_site_too(copied: Path) -> None:
    with online(copied) as server:
        assert codes(f"{server.root}/") == []
        (copied / "404.html").unlink()
        (copied / TREND).write_text("Anders", "utf-8")
        found = codes(f"{server.root}/index.html")
    assert sorted(found) == [f"{TREND} changed-file", "404.html lost-file"]


def codes(place: str) -> list[str]:
    return [f"{found.location.path} {found.code}" for found in differences(copy_at(place))]


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[]", b'{"version": 2}', b'{"version": 1, "files": []}', b"\xff"]
)
def test_a_damaged_list_is_told(copied: Path, raw: bytes) -> None:
    (copied / "manifest.json").write_bytes(raw)
    with pytest.raises(CannotRunError, match="manifest.json"):
        codes(str(copied))


def test_what_is_no_site_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken.zip"
    broken.write_text("nothing", "utf-8")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("letter.txt", "nothing")
    for place in ("missing", "", "broken.zip", "other.zip"):
        with pytest.raises(CannotRunError):
            copy_at(str(tmp_path / place))


@given(st.dictionaries(st.text(min_size=1), st.tuples(st.integers(0), st.text(), st.booleans())))
def test_a_list_is_read_as_it_was_written(found: dict[str, tuple[int, str, bool]]) -> None:
    listed = {
        path: Listed(size, listing.sha256(kind.encode("utf-8", "surrogatepass")), kind, (kind,), served)
        for path, (size, kind, served) in found.items()
    }
    made = Listing("https://example.org/", "trendrapport", "3", listed)
    assert listing.read(listing.written(made)) == made


def test_the_command_tells_and_ends_with_the_code(copied: Path) -> None:
    run = CliRunner()
    right = run.invoke(main, ["verify", str(copied), "--language", "en"])
    assert (right.exit_code, right.stderr.strip()[-41:]) == (0, "files: everything is as it was published.")
    (copied / "404.html").unlink()
    wrong = run.invoke(main, ["verify", str(copied), "--format", "json"])
    assert wrong.exit_code == 1
    assert [one["code"] for one in json.loads(wrong.stdout)] == ["lost-file"]
