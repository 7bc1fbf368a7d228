"""Folders in, a site out: what is written, what stays, and that the same input gives the same bytes."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from conftest import files
from trendrapport.starters import new_report

PLACE = "content/2026/trends/voorbeeldtrend.md"


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "trendrapport", *arguments, "--root", str(folder)],
        text=True,
        encoding="utf-8",
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        check=False,
    )


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "report"
    new_report.init(folder)
    assert run(folder, "build", "--strict").returncode == 0
    return folder


@pytest.fixture
def built(built_once: Path, tmp_path: Path) -> Path:
    """A fresh copy of the sample with its site."""
    return shutil.copytree(built_once, tmp_path / "report")


def test_tree_of_the_sample(sample: Path) -> None:
    done = run(sample, "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    assert [path for path in files(sample / "site") if not path.startswith("assets/")] == [
        ".htaccess",
        "2026/index.bib",
        "2026/index.card.png",
        "2026/index.csl.json",
        "2026/index.html",
        "2026/index.ris",
        "2026/radar.csv",
        "2026/radar.excel.csv",
        "2026/radar.html",
        "2026/trends/voorbeeldtrend.bib",
        "2026/trends/voorbeeldtrend.card.png",
        "2026/trends/voorbeeldtrend.csl.json",
        "2026/trends/voorbeeldtrend.html",
        "2026/trends/voorbeeldtrend.ris",
        "404.html",
        "_headers",
        "charts/data/voorbeeld.csv",
        "charts/data/voorbeeld.excel.csv",
        "corrections.atom",
        "corrections.json",
        "corrections.rss",
        "editions.html",
        "feed.atom",
        "feed.json",
        "feed.rss",
        "figures/voorbeeld.card.png",
        "figures/voorbeeld.html",
        "figures/voorbeeld.png",
        "figures/voorbeeld.svg",
        "figures/voorbeeld.zip",
        "figures.html",
        "index.html",
        "overviews.html",
        "pages/about.card.png",
        "pages/about.html",
        "reading_list.html",
        "robots.txt",
        "roles/college.html",
        "roles.html",
        "search.html",
        "site.webmanifest",
        "sitemap.xml",
        "sources.html",
        "trends.html",
    ]
    page = (sample / "site/2026/trends/voorbeeldtrend.html").read_text("utf-8")
    assert page.count("<main") == 1
    assert page.count('role="img" class="chart ') == 2  # for wide and for narrow screens
    assert page.count("<script src") == 2  # for every page, and for figures
    assert 'assets/report.js" defer></script>' in page
    assert " style=" not in page


@pytest.mark.usefixtures("drawn")
def test_pictures_can_be_left_out(sample: Path) -> None:
    settings = sample / "site_config.yml"
    settings.write_text(settings.read_text("utf-8") + "\npictures: false\n", "utf-8")
    done = run(sample, "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    assert {Path(path).suffix for path in files(sample / "site") if path.startswith("figures/")} == {
        ".html",
        ".svg",
        ".zip",
    }
    for page in ("figures/voorbeeld.html", "2026/trends/voorbeeldtrend.html"):
        assert not re.search(r"voorbeeld\S*\.png|og:image", (sample / "site" / page).read_text("utf-8"))


def test_failed_build_leaves_the_site(built: Path) -> None:
    before = files(built / "site")
    (built / PLACE).write_text("kapot", "utf-8")
    done = run(built, "build")
    assert done.returncode == 1
    assert "no-front-matter" in done.stdout
    assert "Traceback" not in done.stderr
    assert files(built / "site") == before


def test_error_in_chart_code_is_told_with_its_line(built: Path) -> None:
    before = files(built / "site")
    (built / "charts/voorbeeld.yml").write_text(
        (built / "charts/voorbeeld.yml")
        .read_text()
        .replace("kind: bars", "kind: altair")
        .replace("fields: {category: jaar, value: aantal}\n", "")
    )
    (built / "charts/voorbeeld.py").write_text("def draw(table, theme):\n    x = 1\n    return x / 0\n")
    done = run(built, "build")
    assert done.returncode == 1
    assert "charts/voorbeeld.py:3:1: fout[chart-code]" in done.stdout
    assert files(built / "site") == before


def test_one_edit_gives_the_bytes_of_a_clean_build(built: Path, tmp_path: Path) -> None:
    text = (built / PLACE).read_text("utf-8").replace("Een voorbeeldtrend", "Een andere titel")
    (built / PLACE).write_text(text, "utf-8")
    run(built, "build")
    clean = tmp_path / "elders" / "diep"
    shutil.copytree(built, clean, ignore=shutil.ignore_patterns("build", "site"))
    done = run(clean, "build", TZ="Pacific/Auckland")
    assert done.returncode == 0
    assert files(clean / "site") == files(built / "site")
    assert "Een andere titel" in (clean / "site/index.html").read_text("utf-8")


def test_a_build_leaves_nothing_behind(sample: Path, tmp_path: Path) -> None:
    """Nor when a drawing has a sign that vl-convert sets, with copies of the fonts."""
    (tmp_path / "temporary").mkdir()
    for name, before, after in (
        ("voorbeeld.csv", "2024,", "\u2265 2024,"),
        ("voorbeeld.datapackage.yml", "type: year", "type: string"),
    ):
        file = sample / "charts" / "data" / name
        file.write_text(file.read_text("utf-8").replace(before, after), "utf-8")
    run(sample, "build", TMPDIR=str(tmp_path / "temporary"))
    assert "\u2265 2024" in (sample / "site/figures/voorbeeld.svg").read_text("utf-8")
    assert list((sample / "site").rglob("*.card.png"))
    assert not list((tmp_path / "temporary").iterdir())


@pytest.mark.usefixtures("drawn")
def test_nothing_changed_imports_nothing_heavy(sample: Path) -> None:
    run(sample, "build")
    code = (
        "import sys; from pathlib import Path; from trendrapport import pipeline\n"
        f"result = pipeline.build(Path({str(sample)!r}), pipeline.Options())\n"
        "print(result.built, sorted({'altair', 'vl_convert', 'pypdfium2', 'mkdocs', 'pydantic', "
        "'jinja2', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True []"


def test_one_edit_of_a_text_loads_nothing_that_draws_chooses_or_judges_charts(built: Path) -> None:
    (built / PLACE).write_text((built / PLACE).read_text("utf-8") + "\nNog een zin.\n", "utf-8")
    unwanted = (
        "altair",
        "PIL",
        "multiprocessing",
        "trendrapport.charts.choosing.defaults",
        "trendrapport.charts.fit",
        "trendrapport.charts.formats.svg",
    )
    code = (
        "import sys; from pathlib import Path; from trendrapport import pipeline\n"
        f"result = pipeline.build(Path({str(built)!r}), pipeline.Options())\n"
        f"print(result.built, sorted(name for name in sys.modules if name.startswith({unwanted!r})))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True []"


def test_what_specifications_share_with_the_pages_is_loaded_without_altair_before_their_process_starts() -> (
    None
):
    code = (
        "import sys; from trendrapport.charts.drawing import workers\n"
        "watched = {'altair', 'trendrapport.charts.figure', 'trendrapport.charts.kinds.bars', "
        "'vl_convert'}\n"
        "workers.Processes = lambda count, warm_up: print(warm_up.__module__.rpartition('.')[2], "
        "sorted(watched & set(sys.modules)))\n"
        "workers.get_ready(1)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == [
        "vega_to_svg []",
        "specifying ['trendrapport.charts.figure', 'trendrapport.charts.kinds.bars']",
    ]


@pytest.mark.parametrize("module", ["rendering.vega_to_svg", "pictures.painting"])
def test_processes_that_draw_and_paint_load_nothing_of_the_content_model(module: str) -> None:
    code = (
        f"import os, sys; from trendrapport.charts.drawing import workers\n"
        f"from trendrapport.charts.{module} import warm_up; warm_up()\n"
        "print(sorted({'altair', 'pydantic', 'yaml', 'babel', 'trendrapport.model'} & "
        "set(sys.modules)), flush=True); os._exit(0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.usefixtures("drawn")
def test_drafts_stay_out_unless_asked_for(sample: Path) -> None:
    (sample / PLACE).write_text(
        (sample / PLACE).read_text("utf-8").replace("kind:", "status: draft\nkind:"), "utf-8"
    )
    run(sample, "build")
    assert not (sample / "site/2026/trends/voorbeeldtrend.html").exists()
    run(sample, "build", "--drafts")
    assert (sample / "site/2026/trends/voorbeeldtrend.html").exists()


@pytest.mark.usefixtures("drawn")
def test_hostile_text_never_becomes_markup(sample: Path) -> None:
    hostile = "<script>alert(1)</script>\"'&"
    text = (
        (sample / PLACE)
        .read_text("utf-8")
        .replace("title: Een voorbeeldtrend", f"title: {json.dumps(hostile)}")
    )
    (sample / PLACE).write_text(text.replace("verzonnen weging.", f"weging {hostile.split('>')[1]}"), "utf-8")
    assert run(sample, "build").returncode == 0
    assert all(
        b"<script>" not in raw for path, raw in files(sample / "site").items() if path.endswith(".html")
    )


@pytest.mark.parametrize("form", ["github", "json", "sarif"])
def test_printers(sample: Path, form: str) -> None:
    (sample / PLACE).write_text("kapot", "utf-8")
    done = run(sample, "check", "--format", form)
    assert done.returncode == 1
    if form == "github":
        assert (
            "::error file=content/2026/trends/voorbeeldtrend.md,line=1,col=1,title=no-front-matter::"
        ) in done.stdout.replace("\n", " ")
    else:
        assert "no-front-matter" in json.dumps(json.loads(done.stdout))


def test_no_report_is_told_in_words(tmp_path: Path) -> None:
    done = run(tmp_path, "build")
    assert done.returncode == 2
    assert "site_config.yml" in done.stderr


@pytest.mark.usefixtures("drawn")
def test_english(sample: Path) -> None:
    config = sample / "site_config.yml"
    text = config.read_text("utf-8").replace("language: nl", "language: en")
    config.write_text(text.replace("article: de", "article: a"), "utf-8")
    done = run(sample, "build")
    assert "pages" in done.stderr
    page = (sample / "site/2026/trends/voorbeeldtrend.html").read_text("utf-8")
    assert 'lang="en"' in page
    assert "In brief" in page


def test_an_edition_that_does_not_exist_is_told(sample: Path) -> None:
    done = run(sample, "build", "--edition", "2062")
    assert done.returncode == 2
    assert 'De editie "2062" bestaat niet. Bedoelt u "2026"?' in done.stderr
    assert "Kies uit: 2026." in done.stderr
    assert not (sample / "site").exists()


@pytest.mark.usefixtures("drawn")
def test_warnings_are_told_again_when_nothing_changed(sample: Path) -> None:
    with (sample / "content/sources.yml").open("a", encoding="utf-8") as sources:
        sources.write("  - {id: ongebruikt, type: webpage, title: Proef}\n")
    first, second = run(sample, "build"), run(sample, "build")
    assert "waarschuwing[unused-source]" in first.stdout
    assert second.stdout == first.stdout
    assert run(sample, "build", "--strict").returncode == 1


@pytest.mark.parametrize("output", ["content", ".", "charts/data", "content/site", "mine", "file"])
def test_no_folder_with_something_else_becomes_a_site(sample: Path, output: str) -> None:
    (sample / "mine").mkdir()
    (sample / "mine/letter.txt").write_text("niet weg", "utf-8")
    (sample / "file").write_text("niet weg", "utf-8")
    before = files(sample)
    done = run(sample, "build", "--output", output)
    assert done.returncode == 2
    assert "Er is niets gebouwd of verwijderd" in done.stderr
    assert "Traceback" not in done.stderr
    assert files(sample) == before


@pytest.mark.usefixtures("drawn")
def test_a_site_may_stand_outside_the_report(sample: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert run(sample, "build", "--output", str(tmp_path / "elders")).returncode == 0
    assert (tmp_path / "elders/index.html").is_file()


@pytest.mark.usefixtures("drawn")
def test_a_folder_that_cannot_be_made_is_told(sample: Path) -> None:
    (sample / "bestand").write_text("geen map", "utf-8")
    done = run(sample, "build", "--output", "bestand/site")
    assert done.returncode == 2
    assert "bestand" in done.stderr
    assert "Kan niet lezen of schrijven" in done.stderr
    assert "geen map" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_mistake_of_the_program_is_no_problem_of_the_report(sample: Path) -> None:
    code = (
        "import sys; from trendrapport import __main__, pipeline\n"
        "def broken(*arguments, **named): raise ZeroDivisionError\n"
        f"pipeline.check = broken; sys.argv = ['trendrapport', 'check', '--root', {str(sample)!r}]\n"
        "__main__.main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "ZeroDivisionError" in done.stderr


@pytest.mark.parametrize("command", ["", "check", "build", "serve", "new", "init", "schema"])
def test_every_command_has_help_with_an_example(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "trendrapport", *command.split(), "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert re.search(rf"Voorbeeld / example:\s+trendrapport {command or 'build'} ", done.stdout)


@pytest.mark.parametrize("command", [["check"], ["build"], ["new", "trend", "Iets"]])
def test_a_folder_that_is_in_the_way_is_told(sample: Path, command: list[str]) -> None:
    (sample / "build").write_text("een bestand", "utf-8")
    done = run(sample, *command)
    assert done.returncode == 2
    assert "Kan niet lezen of schrijven" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("drawn")
def test_progress_and_colour_are_for_a_terminal(sample: Path) -> None:
    (sample / "content/people.yml").write_text("iemand:\n  name: Verzonnen\n", "utf-8")
    done = run(sample, "build")
    assert re.fullmatch(
        (
            r"0 fouten, 1 waarschuwing\.\n\d+ pagina's, 1 grafiek, 1 waarschuwing, [\d,]+ s\. Open "
            r".*index\.html\n"
        ),
        done.stderr,
    )
    assert "\x1b" not in done.stdout + done.stderr


def test_a_disk_that_is_full_leaves_the_site(built: Path) -> None:
    """A write that fails, while the new site is made ready, stands for a disk without room."""
    before = files(built / "site")
    (built / PLACE).write_text(
        (built / PLACE).read_text("utf-8").replace("title: Een", "title: Nog een"), "utf-8"
    )
    code = (
        "import errno\nfrom pathlib import Path\nwrite = Path.write_bytes\n"
        "def full(self, raw):\n    if '.new' in self.parts and self.parent.name == 'trends':\n"
        "        raise OSError(errno.ENOSPC, 'No space left on device')\n    return write(self, raw)\n"
        "Path.write_bytes = full\nfrom trendrapport.__main__ import main\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "build", "--root", str(built)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "voorbeeldtrend." in done.stderr
    assert "de schijf is vol" in done.stderr
    assert files(built / "site") == before
    shutil.rmtree(built / "site")
    subprocess.run(
        [sys.executable, "-c", code, "build", "--root", str(built)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert not (built / "site").exists()


def test_a_clean_check_says_that_it_ran(sample: Path) -> None:
    done = run(sample, "check")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Niets gevonden: 4 onderdelen, 1 grafiek gecontroleerd." in done.stderr
    assert json.loads(run(sample, "check", "--format", "json").stdout) == []


@pytest.mark.usefixtures("drawn")
def test_one_is_no_plural(sample: Path) -> None:
    assert ", 1 grafiek, 0 waarschuwingen, " in run(sample, "build").stderr
    (sample / PLACE).write_text("kapot", "utf-8")
    assert "1 fout, 0 waarschuwingen." in run(sample, "check").stderr


def test_an_address_in_sarif_is_encoded(sample: Path) -> None:
    (sample / "content/2026/trends/é map").mkdir()
    (sample / "content/2026/trends/é map/a,b:c%.md").write_text("x", "utf-8")
    found = json.loads(run(sample, "check", "--format", "sarif").stdout)["runs"][0]["results"][0]
    assert (
        found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        == "content/2026/trends/%C3%A9%20map/a%2Cb%3Ac%25.md"
    )
    assert ('" hoort bij geen enkel onderdeel van het rapport. Het bestand') in found["message"]["text"]
    assert (
        run(sample, "check", "--format", "github").stdout.count(
            ". Het bestand zou ongemerkt in het rapport ontbreken. "
        )
        == 1
    )


@pytest.mark.usefixtures("drawn")
def test_the_page_for_missing_pages_asks_for_nothing_beside_itself(sample: Path) -> None:
    """A server shows it at any address, and what it names beside itself would be missing there too."""
    run(sample, "build")
    page = (sample / "site/404.html").read_text("utf-8")
    assert 'href="/assets/report.css"' in page
    loaded = re.findall(r'<(?:link|script|img)[^>]* (?:href|src)="([^"]*)"', page)
    assert loaded
    assert all(address.startswith(("/", "https://trends.example.org/")) for address in loaded), loaded


def test_an_english_sample_is_english(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "trendrapport", "init", str(tmp_path / "report"), "--language", "en"]
    made = subprocess.run(command, capture_output=True, check=True)
    assert b"trendrapport build" in made.stdout
    done = run(tmp_path / "report", "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    pages = {
        path: raw.decode() for path, raw in files(tmp_path / "report/site").items() if path.endswith(".html")
    }
    assert "2026/trends/example-trend.html" in pages
    for path, page in pages.items():
        assert '<html lang="en"' in page, path
        assert (
            re.findall(
                r"\b(?:het|een|verzonnen|gemeente|voorbeeld\w*|naar|geen|voor)\b",
                re.sub(r"<[^>]+>", " ", page),
            )
            == []
        ), path


@pytest.mark.usefixtures("drawn")
def test_the_store_does_not_grow_with_every_edit(sample: Path) -> None:
    def names() -> set[str]:
        with closing(sqlite3.connect(sample / "build/cache.sqlite")) as store:
            return {name for (name,) in store.execute("SELECT name FROM kept")}

    trend = sample / "content/2026/trends/voorbeeldtrend.md"
    assert run(sample, "build").returncode == 0
    first = names()
    trend.write_text(trend.read_text("utf-8") + "\nEen zin erbij.\n", "utf-8")
    assert run(sample, "build").returncode == 0
    second = names()
    assert len(second) == len(first)
    assert first - second, "what the former text was made into is forgotten"
    assert first & second, "what did not change is kept"
