"""`serve` as an editor meets it: the page, a mistake that leaves it standing, and the page mended."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from http.client import HTTPConnection
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from serve_command import PATIENCE, Serving
from trendrapport.site.serving import _Handler, _Server

PAGE = "content/2026/trends/voorbeeldtrend.md"


@pytest.fixture
def serving(drawn: Path) -> Iterator[Serving]:
    running = Serving(drawn)
    yield running
    running.stop()


def eventually(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < end:
        time.sleep(0.1)
    return holds()


def test_a_mistake_leaves_the_last_good_page(serving: Serving, sample: Path) -> None:
    page = "2026/trends/voorbeeldtrend.html"
    good, text = serving.page(page), (sample / PAGE).read_text("utf-8")
    assert "<svg" in good
    (sample / PAGE).write_text(text.replace("impact:", "impakt:"), "utf-8")
    said = serving.until("laatste goede site")
    assert f"{PAGE}:" in said
    assert "impakt" in said
    assert eventually(lambda: "Bekijk de meldingen" in serving.page(page))
    assert "<svg" in serving.page(page)
    messages = serving.page("_meldingen")
    assert f"{PAGE}:" in messages
    assert "impakt" in messages
    (sample / PAGE).write_text(text + "\nEen zin erbij.\n", "utf-8")
    serving.until("Bijgewerkt")
    assert eventually(lambda: "Een zin erbij." in serving.page(page))
    with pytest.raises(urllib.error.HTTPError):
        serving.page("bestaat-niet.html")


def test_settings_that_go_and_come_back(serving: Serving, sample: Path) -> None:
    text = (sample / "site_config.yml").read_text("utf-8")
    (sample / "site_config.yml").unlink()
    assert "unreadable-file" in serving.until("laatste goede site")
    (sample / "site_config.yml").write_text(text, "utf-8")
    serving.until("Bijgewerkt")
    assert serving.process.poll() is None


def test_a_port_that_is_taken_is_told(serving: Serving, sample: Path) -> None:
    port = re.findall(r"\d+", serving.address)[-1]
    done = subprocess.run(
        [sys.executable, "-m", "trendrapport", "serve", "--port", port, "--root", str(sample)],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal for one process")
def test_it_ends_quietly_when_interrupted(serving: Serving) -> None:
    serving.process.send_signal(signal.SIGINT)
    assert serving.process.wait(PATIENCE) == 0


def test_a_missing_page_is_the_site_s_own(serving: Serving) -> None:
    with pytest.raises(urllib.error.HTTPError) as missing:
        serving.page("assets/weg/bestaat-niet.html")
    assert missing.value.code == 404
    assert "Deze pagina bestaat niet" in missing.value.read().decode()


def test_findings_are_text_in_the_browser(serving: Serving, sample: Path) -> None:
    (sample / PAGE).write_text("---\n<script>alert(1)</script>: x\n---\n", "utf-8")
    serving.until("laatste goede site")
    assert eventually(lambda: "alert(1)" in serving.page("_meldingen"))
    assert "<script>alert" not in serving.page("_meldingen")


def test_a_save_shows_by_itself_where_the_reader_was(
    serving: Serving, sample: Path, context: BrowserContext
) -> None:
    """In a page that is open; a mistake shows over it, with a link to the line, until it is mended."""
    text = (sample / PAGE).read_text("utf-8")
    page = context.new_page()
    page.goto(f"{serving.address}2026/trends/voorbeeldtrend.html")
    page.evaluate("scrollTo(0, 600)")
    (sample / PAGE).write_text(f"{text}\nEen zin erbij.\n", "utf-8")
    page.get_by_text("Een zin erbij.").wait_for(timeout=1000 * PATIENCE)
    page.wait_for_function("scrollY === 600")

    (sample / PAGE).write_text(text.replace("impact:", "impakt:"), "utf-8")
    banner = page.locator("details.preview-banner")
    banner.wait_for(timeout=1000 * PATIENCE)
    banner.locator("summary").click()
    line = next(number for number, one in enumerate(text.split("\n"), 1) if one.startswith("impact:"))
    address = banner.locator("a", has_text=PAGE).first.get_attribute("href")
    assert address == f"vscode://file{(sample / PAGE).as_posix()}:{line}:1"

    (sample / PAGE).write_text(text, "utf-8")
    banner.wait_for(state="detached", timeout=1000 * PATIENCE)
    assert page.get_by_text("Een zin erbij.").count() == 0


def test_advice_shows_beside_the_text_and_stays_after_a_save(
    serving: Serving, sample: Path, context: BrowserContext
) -> None:
    text = (sample / PAGE).read_text("utf-8")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{serving.address}2026/trends/voorbeeldtrend.html")
    corner = page.locator("details.preview-corner")
    corner.locator("summary").click()
    corner.get_by_text("Geen advies bij deze pagina.").wait_for(timeout=1000 * PATIENCE)
    (sample / PAGE).write_text(f"{text}\nKijk [hier](https://example.org/).\n", "utf-8")
    corner.locator("code", has_text="vague-link").wait_for(timeout=1000 * PATIENCE)
    assert corner.locator(".preview-count").inner_text() == "1"
    assert (corner.locator("a", has_text=PAGE).get_attribute("href") or "").startswith("vscode://file")
    corner.locator("summary").click()
    page.wait_for_function("sessionStorage.getItem('preview-corner') === ''")
    page.reload()
    assert not corner.evaluate("corner => corner.open")
    assert said == []


def test_a_burst_of_saves_is_built_in_a_few_builds(serving: Serving, sample: Path) -> None:
    """As when a branch of git is checked out; what is saved last shows."""
    text = (sample / PAGE).read_text("utf-8")
    for number in range(40):
        (sample / PAGE).write_text(f"{text}\nZin {number}.\n", "utf-8")
    assert eventually(lambda: "Zin 39." in serving.page("2026/trends/voorbeeldtrend.html"))
    assert serving.said.count("Bijgewerkt.") < 10


def test_files_that_come_go_and_move_never_stop_it(serving: Serving, sample: Path) -> None:
    content, aside = sample / "content", sample / "aside"
    content.rename(aside)
    serving.until("laatste goede site")
    aside.rename(content)
    serving.until("Bijgewerkt")
    (sample / PAGE).rename(sample / "content/2026/trends/andere-naam.md")
    serving.until("Bijgewerkt")
    assert "Een voorbeeldtrend" in serving.page("2026/trends/andere-naam.html")
    (sample / "content/2026/trends/andere-naam.md").write_bytes(b"---\ntitle: hal")
    serving.until("laatste goede site")
    assert serving.process.poll() is None


def test_the_published_site_has_nothing_of_the_preview(serving: Serving, sample: Path) -> None:
    assert ".preview/" in serving.page("index.html")
    assert all(b".preview/" not in file.read_bytes() for file in (sample / "build/preview").rglob("*.html"))


@pytest.mark.usefixtures("drawn")
def test_a_site_at_a_path_finds_its_parts(sample: Path) -> None:
    config = sample / "site_config.yml"
    config.write_text(
        config.read_text("utf-8").replace("https://trends.example.org/", "https://example.org/päd/naar/"),
        "utf-8",
    )
    running = Serving(sample)
    try:
        assert "--paper" in running.page("p%C3%A4d/naar/assets/look.css")
    finally:
        running.process.kill()
        running.process.wait()


def test_a_report_that_was_never_good_shows_what_is_wrong(sample: Path) -> None:
    (sample / "site_config.yml").write_text("title: [\n", "utf-8")
    running = Serving(sample)
    try:
        with pytest.raises(urllib.error.HTTPError) as missing:
            running.page("")
        assert "site_config.yml:" in missing.value.read().decode()
    finally:
        running.process.kill()
        running.process.wait()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ThreadingHTTPServer]:
    """The server alone, with a folder that has one page."""
    (tmp_path / "index.html").write_text("<body>concept</body>")
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=str(tmp_path))) as made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield made
        made.shutdown()


def asked(server: ThreadingHTTPServer, path: str, host: str, method: str = "GET") -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=PATIENCE)
    connection.putrequest(method, path, skip_host=True)
    for one in filter(None, host.split(",")):
        connection.putheader("Host", one.replace("PORT", str(server.server_port)))
    connection.endheaders()
    answer = connection.getresponse()
    said = answer.status, answer.read().decode()
    connection.close()
    return said


@pytest.mark.parametrize(
    "path", ["/", "/index.html", "/_meldingen", "/_new-chart/", "/.preview/rebuilds", "/none"]
)
@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:PORT",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost.evil.example:PORT",
        "",
        "127.0.0.1:PORT,evil.example",
        "127.0.0.1:PORT.evil.example",
        "[::2]:PORT",
    ],
)
def test_another_name_gets_nothing(server: ThreadingHTTPServer, path: str, host: str) -> None:
    """A page elsewhere could have its name lead to this machine, and read drafts."""
    for method in ("GET", "HEAD", "POST"):
        status, said = asked(server, path, host, method)
        assert status == 421
        assert "concept" not in said


@pytest.mark.parametrize("host", ["127.0.0.1:PORT", "localhost:PORT", "LocalHost:PORT", "[::1]:PORT"])
def test_names_of_this_machine_are_answered(server: ThreadingHTTPServer, host: str) -> None:
    assert asked(server, "/", host)[0] == 200
    assert "concept" in asked(server, "/index.html", host)[1]


@pytest.mark.parametrize(
    "path", ["/" + "a" * 5000, "//[", "http://[x", "/%00", "/.preview/" + "a" * 5000, "/" + "a/" * 9000]
)
def test_an_address_that_no_file_can_have_is_missing(
    server: ThreadingHTTPServer, path: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert asked(server, path, "localhost:PORT")[0] == 404
    assert capfd.readouterr().err == ""


def test_no_other_site_can_load_a_part(server: ThreadingHTTPServer) -> None:
    with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/") as answer:
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.usefixtures("drawn")
def test_a_port_in_use_is_told_before_anything_is_built(
    serving: Serving, sample: Path, tmp_path: Path
) -> None:
    port = serving.address.rstrip("/").rpartition(":")[2]
    other = tmp_path / "ander"
    shutil.copytree(sample, other, ignore=shutil.ignore_patterns("build"))
    done = subprocess.run(
        [sys.executable, "-m", "trendrapport", "serve", "--port", port, "--root", str(other)],
        text=True,
        encoding="utf-8",
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1"},
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 2
    assert f"Poort {port} kan niet worden gebruikt: een ander programma gebruikt het al." in done.stderr
    assert "Traceback" not in done.stderr
    assert not (other / "build/site").exists()


def test_a_port_that_does_not_exist(sample: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "trendrapport", "serve", "--port", "99999", "--root", str(sample)],
        text=True,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 2
    assert "0<=x<=65535" in done.stderr


def shared(report: Path, place: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "trendrapport", "serve", "--root", str(report), "--share", str(place)],
        text=True,
        encoding="utf-8",
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1"},
        timeout=10 * PATIENCE,
        check=False,
    )


@pytest.mark.usefixtures("drawn")
def test_a_colleague_gets_the_drafts_in_a_zip_that_no_search_engine_lists(
    sample: Path, tmp_path: Path
) -> None:
    text = (sample / PAGE).read_text("utf-8")
    (sample / PAGE).write_text(text.replace("kind:", "status: draft\nkind:", 1), "utf-8")
    done = shared(sample, tmp_path / "voor-u.zip")
    assert (done.returncode, done.stdout.strip()) == (0, str(tmp_path / "voor-u.zip"))
    with zipfile.ZipFile(tmp_path / "voor-u.zip") as made:
        files = {name: made.read(name) for name in made.namelist()}
    assert b"Concept" in files["voor-u/2026/trends/voorbeeldtrend.html"]
    pages = {name: raw for name, raw in files.items() if name.endswith(".html")}
    assert all(raw.count(b'<meta name="robots" content="noindex">') == 1 for raw in pages.values())
    assert files["voor-u/robots.txt"] == b"User-agent: *\nDisallow: /\n"
    assert not [name for name in files if "sitemap" in name or "feed" in name]


@pytest.mark.usefixtures("drawn")
def test_what_is_there_already_is_not_written_over(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    done = shared(sample, tmp_path / "map")
    assert done.returncode == 2
    assert "bestaat al" in done.stderr
    assert not list((tmp_path / "map").iterdir())
    done = shared(sample, tmp_path / "andere")
    assert done.returncode == 0
    assert (tmp_path / "andere/index.html").is_file()
