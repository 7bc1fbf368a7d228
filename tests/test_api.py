"""The API: its records are what the report says, its schema and its description hold for them, and what
readers do not get is in none.
"""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from openapi_spec_validator import validate

import invented
from conftest import REPOSITORY, english_report
from spectral import found_by_spectral
from trendrapport.open_data.addresses import BASE, file_name
from trendrapport.open_data.api import Api
from trendrapport.open_data.pages import records_of_pages
from trendrapport.open_data.schema import schema_name
from trendrapport.pages.makers import every_page
from trendrapport.pages.view import View
from trendrapport.report.published import published
from trendrapport.site.responses import API, SORTS

DESCRIPTION = f"{BASE}/openapi.json"
SCHEMA = f"{BASE}/schemas/records.json"

Files = dict[str, str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented report in English, with a contact and a draft; not to be changed."""
    made = tmp_path_factory.mktemp("english")
    english_report(made)
    settings = made / "site_config.yml"
    config = yaml.safe_load(settings.read_text("utf-8"))
    config["contact"] = {"email": "editors@example.org", "address": "https://example.org/contact"}
    settings.write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")
    text = invented.trend("status: draft\n", "Not for readers yet.", categories="categories: [societal]")
    text = text.replace("horizon: nu", "horizon: now").replace("title: Proef", "title: Secret")
    (made / "content/2026/trends/secret.md").write_text(text, "utf-8")
    return made


@pytest.fixture(scope="module")
def seen(folder: Path) -> View:
    """What its readers get."""
    return View(published(invented.view(folder).report, "2026-11-30"))


@pytest.fixture(scope="module")
def files(seen: View) -> Files:
    """Its API."""
    return Api(seen).files()


def answers(files: Files) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each answer but the descriptions, with its path."""
    for path, text in files.items():
        if path not in {DESCRIPTION, SCHEMA}:
            yield path, json.loads(text)


def schema_of(path: str) -> str:
    """The name of the schema that an answer must have."""
    if path.startswith(f"{BASE}/report/"):
        return "Report"
    if path.endswith("/index.json"):
        return "Collection"
    return schema_name(path.removeprefix(f"{BASE}/").partition("/")[0])


def misfits(files: Files) -> Counter[str]:
    """What the published schema refuses of the answers."""
    whole = json.loads(files[SCHEMA])
    jsonschema.Draft202012Validator.check_schema(whole)
    any_of_them = jsonschema.Draft202012Validator(whole)
    found: Counter[str] = Counter()
    for path, answer in answers(files):
        own = {"$ref": f"#/$defs/{schema_of(path)}", "$defs": whole["$defs"]}
        found.update(
            f"{path}: {one.message}" for one in jsonschema.Draft202012Validator(own).iter_errors(answer)
        )
        found.update(f"{path}: none or several" for _ in any_of_them.iter_errors(answer))
    return found


def test_the_schema_holds_for_each_record(files: Files) -> None:
    assert misfits(files) == Counter()


def test_the_schema_holds_for_each_record_of_this_report(dutch: View) -> None:
    assert misfits(Api(dutch).files()) == Counter()


def test_the_schema_refuses_what_no_record_says(files: Files) -> None:
    path, trend = next(one for one in answers(files) if "/trends/2026/" in one[0])
    for change in ({"colour": "red"}, {"published": "spring"}, {"impact": 6}, {"url": None}):
        assert misfits({SCHEMA: files[SCHEMA], path: json.dumps(trend | change)})


def test_each_collection_lists_its_records(files: Files) -> None:
    report = json.loads(files[f"{BASE}/report/index.json"])
    listed = set()
    for way in report["collections"]:
        collection = json.loads(files[local(way["url"])])
        assert collection["count"] == way["count"] == len(collection["items"])
        listed |= {local(item["url"]) for item in collection["items"]}
    records = {path for path, _ in answers(files) if not path.endswith("/index.json")}
    assert listed == records
    assert {way["collection"] for way in report["collections"] if way["count"]} >= {
        *("trends", "editions", "interviews", "figures", "people", "sources", "datasets"),
        *("histories", "radars", "key-figures", "milestones", "glossary"),
    }


def local(address: str) -> str:
    """A path from the site's root, of an address of the site."""
    assert address.startswith("https://trends.example.org/"), address
    return address.removeprefix("https://trends.example.org/")


def linked(value: Any) -> Iterator[dict[str, str]]:
    """Every link to a record within a value, and the value itself."""
    if isinstance(value, dict):
        if "id" in value and "url" in value:
            yield value
        for part in value.values():
            yield from linked(part)
    if isinstance(value, list):
        for part in value:
            yield from linked(part)


def test_each_link_leads_somewhere(seen: View, files: Files) -> None:
    pages = {page.path for page in every_page(seen)}
    for path, answer in answers(files):
        for link in linked(answer):
            assert local(link["url"]) in files, path
            if "page" in link:
                assert local(link["page"]).partition("#")[0] in pages, link


def record(files: Files, path: str) -> dict[str, Any]:
    """A record by its path in the API."""
    return json.loads(files[f"{BASE}/{path}.json"])


def test_a_trend(seen: View, files: Files) -> None:
    trend = record(files, "trends/2026/registers")
    entry = seen.trend("registers", "2026")
    assert entry
    assert (trend["title"], trend["summary"]) == (entry.data.title, entry.data.summary)
    assert trend["edition"]["id"] == "2026"
    assert trend["horizon"]["label"] == seen.term("horizons", entry.data.horizon)["label"]
    assert [source["id"] for source in trend["sources"]] == list(seen.numbers(entry))
    history = record(files, "histories/registers")
    assert [one["edition"]["id"] for one in history["appearances"]] == ["2025", "2026"]
    position = next(
        one for one in record(files, "radars/2026")["positions"] if one["trend"]["id"] == "2026/registers"
    )
    assert position["impact"] == entry.data.impact


def test_a_year_alone_is_no_day(files: Files) -> None:
    """What is known of a date is told as it is."""
    assert record(files, "editions/2025")["published"] == "2025"
    assert record(files, "trends/2025/gone")["published"] == "2025"


def test_a_draft_is_in_no_record(folder: Path, files: Files) -> None:
    assert [path for path, text in files.items() if "secret" in (path + text).lower()] == []
    with_drafts = Api(View(published(invented.view(folder).report, "2026-11-30", drafts=True))).files()
    assert f"{BASE}/trends/2026/secret.json" in with_drafts
    assert record(with_drafts, "trends/2026/secret")["early"]
    assert misfits(with_drafts) == Counter()


def test_a_translation_is_a_record_of_its_own(sample: Path) -> None:
    original = sample / "content/2026/trends/voorbeeldtrend.md"
    text = original.read_text("utf-8")
    original.with_suffix(".en.md").write_text(re.sub("^title: .*$", "title: In English", text, flags=re.M))
    made = Api(invented.view(sample)).files()
    english, dutch = (record(made, f"trends/2026/voorbeeldtrend{end}") for end in (".en", ""))
    assert (english["language"], english["title"]) == ("en", "In English")
    assert english["translations"][0]["url"] == dutch["url"]
    assert dutch["translations"][0]["url"] == english["url"]


def test_hostile_words_stay_words(sample: Path) -> None:
    title = 'A </script><b>"\\u0000 [x](y) {{ z }} =1+1'
    path = sample / "content/2026/trends/voorbeeldtrend.md"
    line = f"title: {json.dumps(title, ensure_ascii=False)}"
    path.write_text(re.sub("^title: .*$", lambda _: line, path.read_text("utf-8"), flags=re.M), "utf-8")
    made = Api(invented.view(sample)).files()
    assert record(made, "trends/2026/voorbeeldtrend")["title"] == title
    assert misfits(made) == Counter()


def test_the_same_report_gives_the_same_bytes(folder: Path, files: Files, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "elsewhere", ignore=shutil.ignore_patterns("cache*"))
    again = View(published(invented.view(tmp_path / "elsewhere").report, "2026-11-30"))
    assert Api(again).files() == files


KEYS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,12}", fullmatch=True) | st.sampled_from(
    ("con", "CON", "aux.x", "index", "Index", "a~41", "aA")
)


@given(st.sets(KEYS, min_size=2))
def test_names_of_files_differ_on_every_system(keys: set[str]) -> None:
    names = [file_name(key) for key in keys]
    assert len({name.lower() for name in names}) == len(keys)
    for name in names:
        assert re.fullmatch(r"[a-z0-9_.~-]+", name)
        assert name != "index"
        assert name.partition(".")[0] not in {"con", "prn", "aux", "nul"}


def test_each_page_knows_its_record(seen: View, files: Files) -> None:
    pages = {page.path for page in every_page(seen)}
    named = records_of_pages(seen)
    assert set(named) <= pages
    assert set(named.values()) <= set(files)
    assert named["2026/trends/registers.html"] == f"{BASE}/trends/2026/registers.json"
    assert named["2026/index.html"] == f"{BASE}/editions/2026.json"
    assert named["sources.html"] == f"{BASE}/sources/index.json"


def test_the_description_is_valid_and_whole(files: Files) -> None:
    """Every file has one path in it, and every path leads to a file."""
    description = json.loads(files[DESCRIPTION])
    validate(description)
    paths = [re.sub(r"\\\{[a-z]+\\\}", "[^/]+", re.escape(path)) for path in description["paths"]]
    used = Counter[str]()
    for file in files:
        path = file.removeprefix(BASE)
        exact = [one for one in description["paths"] if one == path]
        fitting = exact or [one for one in paths if re.fullmatch(one, path)]
        assert len(fitting) == 1, path
        used[fitting[0]] += 1
    assert len(used) == len(paths)


def test_the_description_names_version_and_contact(files: Files) -> None:
    description = json.loads(files[DESCRIPTION])
    assert description["info"]["contact"]["email"] == "editors@example.org"
    assert description["servers"] == [{"url": "https://trends.example.org/api/v1"}]
    assert description["info"]["version"] == API.headers["API-Version"]
    first = next(sort for sort in SORTS if re.fullmatch(sort.pattern, DESCRIPTION))
    assert first is API


def test_the_description_follows_the_design_rules(files: Files, tmp_path: Path) -> None:
    path = tmp_path / "openapi.json"
    path.write_text(files[DESCRIPTION], "utf-8")
    rules = REPOSITORY / "tests/standards/nlgov-api.yml"
    assert found_by_spectral(rules, path) == []
    path.write_text(files[DESCRIPTION].replace("/key-figures/", "/keyFigures/").replace("1.0.0", "one"))
    assert {"core-path-segments-kebab-case", "core-semver"} <= set(found_by_spectral(rules, path))
