"""`new` for every kind in every report: a file that explains each field and checks without an error."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from trendrapport.cli import main
from trendrapport.diagnostics import CannotRunError, Severity
from trendrapport.model import entries
from trendrapport.model.base import Model
from trendrapport.model.charts import Chart
from trendrapport.pipeline import check
from trendrapport.runtime.plugins import modules
from trendrapport.starters import new_report
from trendrapport.starters import writing as starters

KINDS = sorted([*starters.kinds(), "chart"])


def errors(report: Path) -> list[str]:
    return [
        f"{one.location} {one.code}" for one in check(report).diagnostics if one.severity is Severity.ERROR
    ]


def model(kind: str) -> type[Model]:
    found: type[Model] = Chart if kind == "chart" else modules(entries)[starters.kinds()[kind]].MODEL
    return found


def is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


@pytest.fixture(params=["nl", "en"])
def report(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The sample in each language."""
    new_report.init(tmp_path / "report", request.param)
    return tmp_path / "report"


@pytest.mark.parametrize("kind", KINDS)
def test_a_starter_checks_clean_and_explains_every_field(report: Path, kind: str) -> None:
    *_, path = starters.write(report, kind, "Eén nieuw ding")
    assert errors(report) == []
    text, language = path.read_text("utf-8"), check(report).language
    for name, schema in model(kind).model_json_schema()["properties"].items():
        if schema.get("exported"):
            assert f"{name}:" not in text, "only programs write it"
            continue
        assert f"{name}:" in text
        assert f"# {schema['nl' if language == 'nl' else 'description']}\n" in text


@pytest.mark.parametrize("kind", KINDS)
def test_a_starter_brings_what_it_must_refer_to(report: Path, kind: str) -> None:
    for path in ("charts", "content/sources.yml", "content/2026/trends"):
        shutil.rmtree(report / path) if (report / path).is_dir() else (report / path).unlink()
    made = starters.write(report, kind, "Eén nieuw ding")
    assert all(path.is_file() for path in made)
    assert errors(report) == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_commented_out_may_be_used(report: Path, kind: str) -> None:
    """The check accepts every example behind a #, but for names of what does not exist yet."""
    for needed in ("person", "source", "instrument", "term", "interview", "key-figure"):
        starters.write(report, needed, "Iets")
    *_, path = starters.write(report, kind, "Eén nieuw ding")
    unused = {"places", "portrait", "explore"}  # these need a table, picture or kind of the editor's own
    nothing = {'["naam"]', '["name"]'}
    shown = [
        line
        if (field := re.match(r"( *)# (\w+): (.+)", line)) is None
        or field[2] in unused
        or not is_json(field[3])
        or field[3] in nothing
        else f"{field[1]}{field[2]}: {field[3]}"
        for line in path.read_text("utf-8").splitlines()
    ]
    path.write_text("\n".join(shown) + "\n", "utf-8")
    assert errors(report) == []


def test_taxonomies_of_the_report_are_used(sample: Path) -> None:
    config = sample / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("    watch:", "    wait:"), "utf-8")
    (path,) = starters.write(sample, "trend", "Iets")
    assert 'stance: "act"' in path.read_text("utf-8")


def test_an_edition_is_named_after_its_year_and_becomes_the_newest(sample: Path) -> None:
    assert starters.write(sample, "edition", "2031")[0] == sample / "content/2031/edition.yml"
    assert starters.write(sample, "edition", "archief")[0] == sample / "content/archief/edition.yml"
    assert starters.write(sample, "trend", "Iets")[0] == sample / "content/2031/trends/iets.md"
    assert errors(sample) == []


@pytest.mark.parametrize(
    ("kind", "title", "edition", "told"),
    [
        ("trent", "Iets", None, '"trend"'),
        ("trend", "Iets", "2062", '"2062"'),
        ("trend", "Iets", "../..", '"../.."'),
        ("trend", "Voorbeeldtrend", None, "bestaat al"),
        ("instrument", "Iets", "../..", '"../.."'),
        ("edition", "2027", "2062", '"2062"'),
        ("edition", "pages", None, "ander deel van de site"),
        ("edition", "Instruments", None, "ander deel van de site"),
        ("edition", "assets", None, "ander deel van de site"),
        ("trend", "日本", None, "geen bestandsnaam"),
        ("person", "???", None, "geen bestandsnaam"),
        ("trend", "../../etc", None, "geen pad"),
        ("trend", "..\\..\\etc", None, "geen pad"),
        ("trend", "./x", None, "geen pad"),
        ("milestones2", "Iets", None, '"milestone"'),
        ("zzz", "Iets", None, "Kies uit: chart, column, edition, foreword"),
        ("source", "voorbeeldbron", None, "bestaat al"),
        ("chart", "Voorbeeld", None, "bestaat al"),
    ],
)
def test_what_cannot_be_started_is_told(
    sample: Path, kind: str, title: str, edition: str | None, told: str
) -> None:
    before = {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()}
    with pytest.raises(CannotRunError, match=told.replace(".", r"\.")):
        starters.write(sample, kind, title, edition)
    assert {
        path: path.read_bytes() for path in sample.rglob("*") if path.is_file() and "build" not in path.parts
    } == before


def test_a_file_that_is_not_utf8_is_not_added_to(sample: Path) -> None:
    (sample / "content/people.yml").write_bytes("iemand:\n  name: Ren\u00e9\n".encode("cp1252"))
    with pytest.raises(CannotRunError, match="UTF-8"):
        starters.write(sample, "person", "Iemand Anders")


def test_a_report_is_only_started_in_an_empty_folder(sample: Path) -> None:
    with pytest.raises(CannotRunError, match="niet leeg"):
        new_report.init(sample)


@pytest.mark.parametrize(
    ("kind", "place"), [("term", "content/glossary.yml"), ("key-figure", "content/2026/key_figures.yml")]
)
def test_starter_text_that_was_left_in_is_told(report: Path, kind: str, place: str) -> None:
    starters.write(report, kind, "Iets nieuws")
    found = [one for one in check(report).diagnostics if one.code == "starter-text"]
    lines = (report / place).read_text("utf-8").splitlines()
    assert [(one.location.path, one.severity) for one in found] == [(place, Severity.WARNING)]
    assert lines[found[0].location.line - 1].strip().startswith(("definition:", "explanation:"))
    (report / place).write_text(
        (report / place)
        .read_text("utf-8")
        .replace(lines[found[0].location.line - 1], lines[found[0].location.line - 1][:-1] + ' Anders."'),
        "utf-8",
    )
    assert "starter-text" not in [one.code for one in check(report).diagnostics]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        (
            "charts/voorbeeld.yml",
            'description: "Wat de grafiek laat zien, met de belangrijkste waarden."',
            "description:",
        ),
        ("content/2026/trends/voorbeeldtrend.md", 'drivers: ["Iets anders.", "Een aanjager."]', "drivers:"),
        (
            "content/2026/trends/voorbeeldtrend.md",
            'actions: {college: ["Een ding dat het college kan doen."]}',
            "actions:",
        ),
        (
            "content/2026/trends/voorbeeldtrend.md",
            'values: [{value: privacy, effect: mixed, why: "Eén zin die dit uitlegt."}]',
            "values:",
        ),
    ],
)
def test_starter_text_within_a_chart_a_list_or_a_block_is_told(
    sample: Path, name: str, text: str, line: str
) -> None:
    path = sample / name
    kept = re.sub(rf"(?ms)^{text.split(':')[0]}:.*?\n(?=\w|---)", "", path.read_text("utf-8"))
    path.write_text(
        kept.replace("---\n", f"---\n{text}\n", 1) if name.endswith(".md") else f"{text}\n{kept}", "utf-8"
    )
    (found,) = check(sample).diagnostics
    assert (found.code, found.location.path) == ("starter-text", name)
    assert path.read_text("utf-8").splitlines()[found.location.line - 1].startswith(line)


@pytest.mark.parametrize("name", ["Naam", "Name", "Voornaam Achternaam"])
def test_a_person_without_a_name_of_their_own_is_told_once_someone_is_to_read_it(
    sample: Path, name: str
) -> None:
    path = sample / "content/2026/interviews/gesprek.md"
    path.parent.mkdir(exist_ok=True)
    (sample / "content/people.yml").write_text(f'naam: {{name: "{name}"}}\n', "utf-8")
    text = "---\ntitle: Gesprek\nsummary: Een gesprek.\nperson: naam\nstatus: draft\n---\n\nTekst.\n"
    path.write_text(text, "utf-8")
    assert check(sample).diagnostics == ()
    path.write_text(text.replace("draft", "final"), "utf-8")
    assert [str(one.location) for one in check(sample).diagnostics] == ["content/people.yml:1:14"]


def test_starter_text_of_a_draft_is_told_when_it_is_no_draft_any_more(report: Path) -> None:
    (path,) = starters.write(report, "column", "Iets nieuws")
    assert "starter-text" not in [one.code for one in check(report).diagnostics]
    text = path.read_text("utf-8").replace('status: "draft"', 'status: "final"')
    path.write_text(text, "utf-8")
    found = [one for one in check(report).diagnostics if one.code == "starter-text"]
    assert [text.splitlines()[one.location.line - 1].split(":")[0] for one in found] == [
        "summary",
        text.rstrip().splitlines()[-1],
    ]


def test_a_report_is_started_in_a_repository_that_has_nothing_yet(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("ref: refs/heads/main\n", "utf-8")
    new_report.init(tmp_path)
    assert (tmp_path / "site_config.yml").is_file()
    assert [file.name for file in (tmp_path / ".git").iterdir()] == ["HEAD"]


@pytest.mark.parametrize("kind", ["key-figure", "key-figures", "key_figures", "key_figure", "Key-Figure"])
def test_a_kind_may_be_written_as_one_or_many(sample: Path, kind: str) -> None:
    assert starters.write(sample, kind, "Iets") == [sample / "content/2026/key_figures.yml"]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "edition"])
def test_nothing_is_started_twice(sample: Path, kind: str) -> None:
    starters.write(sample, kind, "Iets nieuws")
    before = {
        path: path.read_bytes() for path in sample.rglob("*") if path.is_file() and "build" not in path.parts
    }
    with pytest.raises(CannotRunError, match="bestaat al"):
        starters.write(sample, kind, "Iets nieuws")
    assert {
        path: path.read_bytes() for path in sample.rglob("*") if path.is_file() and "build" not in path.parts
    } == before


def test_an_edition_can_be_named_by_its_former_name(sample: Path) -> None:
    renamed = sample / "content/najaar"
    (sample / "content/2026").rename(renamed)
    path = renamed / "edition.yml"
    path.write_text(f"{path.read_text('utf-8')}formerly: ['2026']\n", "utf-8")
    [made] = starters.write(sample, "trend", "Nieuwe trend", "2026")
    assert made == renamed / "trends/nieuwe-trend.md"


def test_a_draft_of_the_same_year_is_not_the_newest_edition(sample: Path) -> None:
    starters.write(sample, "edition", "Mijn proef")
    assert starters.write(sample, "trend", "Iets")[0] == sample / "content/2026/trends/iets.md"


def test_the_words_that_can_be_chosen_are_listed(report: Path) -> None:
    (path,) = starters.write(report, "trend", "Iets")
    text, language = path.read_text("utf-8"), check(report).language
    for line in {
        "nl": (
            "# kies uit: nu, een-tot-drie-jaar, drie-tot-vijf-jaar\n",
            "# kies uit: raad, college, cio, beleid\n",
            "#     kies uit: privacy, autonomie",
            '# authors: ["naam"]\n',
            '# actions: {"college": ["Een ding dat het college kan doen."]}',
        ),
        "en": (
            "# choose from: now, one-to-three-years, three-to-five-years\n",
            "# choose from: council, executive, cio, policy\n",
            "#     choose from: privacy, autonomy",
            '# authors: ["name"]\n',
        ),
    }[language]:
        assert line in text


def test_a_filter_is_one_of_the_table(sample: Path) -> None:
    (path,) = starters.write(sample, "chart", "Iets")
    assert '# filter: {"jaar": [2024]}\n# ' in path.read_text("utf-8")
    assert '# options: {"decimals": 0}\n' in path.read_text("utf-8")


def test_wrong_settings_do_not_keep_a_starter_from_its_place(sample: Path) -> None:
    config = sample / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("  stances:", "  houdingen:"), "utf-8")
    assert starters.write(sample, "trend", "Iets") == [sample / "content/2026/trends/iets.md"]


def test_all_samples_hold_the_same(tmp_path: Path) -> None:
    for language in new_report.LANGUAGES:
        new_report.init(tmp_path / language, language)
        assert check(tmp_path / language).diagnostics == ()
        assert check(tmp_path / language).language == language
        assert suffixes(tmp_path / language) == suffixes(tmp_path / "nl")


def suffixes(folder: Path) -> list[str]:
    """What the names of all files end with."""
    return sorted(path.suffix for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("language", new_report.LANGUAGES)
def test_a_report_begins_with_settings_for_git_and_text_editors(tmp_path: Path, language: str) -> None:
    folder = tmp_path / "report"
    assert CliRunner().invoke(main, ["init", str(folder), "--language", language]).exit_code == 0
    readme = (folder / "README.md").read_text("utf-8")
    for name in (".gitattributes", ".gitignore", ".editorconfig", ".vscode/", ".schema/"):
        assert (folder / name).exists()
        assert f"`{name}`" in readme
    told = json.loads((folder / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    for schema, place in told.items():
        explained = json.loads((folder / schema).read_text("utf-8"))
        assert explained["$schema"]
        assert "*" in place or (folder / place).is_file() or place.startswith("content/")
    assert told["./.schema/sources.json"] == "content/sources.yml"
    assert check(folder).diagnostics == ()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "source", "Een bron"),
        ("new", "trend", "Een lange trend"),
        ("new", "chart", "voorbeeld", "--kind", "bars", "--name", "ander"),
        ("import", "{folder}/brief.html"),
    ],
)
def test_a_full_disk_leaves_no_half_file(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """A limit to the size of files stands for a disk that is full."""
    root = tmp_path / "report"
    new_report.init(root, "nl")
    (tmp_path / "brief.html").write_text(f"<h1>Een brief</h1><p>{'Verzonnen. ' * 99}</p>", "utf-8")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    command = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200)); "
        "from trendrapport.cli import main; main()"
    )
    given = [one.format(folder=tmp_path) for one in arguments]
    run = subprocess.run(
        [sys.executable, "-B", "-c", command, *given, "--root", str(root)],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert run.returncode == 2, run.stderr
    assert '""' not in run.stderr
    shutil.rmtree(root / "build", ignore_errors=True)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
