"""How long it takes from a save to the changed text in the reader's page, beside `mkdocs serve` with plain
Material and the same texts.

    python bench/preview.py [ENTRIES...]

Half of the saves are faster than p50, and 19 of 20 than p95.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from corpus import make
from playwright.sync_api import ConsoleMessage, Page

from chromium import chromium

SAVES = 20
SEEN = r"""
let told;
function look() {
  const [word] = document.body?.textContent.match(/Woord\d+\./) ?? [];
  if (!word || word === told) return;
  told = word;
  requestAnimationFrame(() => console.info(word));
}
new MutationObserver(look).observe(document, { childList: true, subtree: true });
"""
"""Tells in the page when a word is painted: who asks from outside sees it up to half a second later."""
MOST_SECONDS = 600
PLAIN = "site_name: Verzonnen\ntheme: {name: material, font: false}\nplugins: []\n"


@contextmanager
def serving(*command: str) -> Iterator[str]:
    """The address that a server says it has."""
    process = subprocess.Popen(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert process.stdout
    try:
        for line in process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                yield found[0]
                return
    finally:
        process.kill()
        process.wait()


def says(word: str, message: ConsoleMessage) -> bool:
    return message.text == word


def seconds(page: Page, address: str, file: Path) -> list[float]:
    """From each save of a file until its page shows it."""
    page.add_init_script(SEEN)
    page.goto(address, timeout=1000 * MOST_SECONDS)
    text = file.read_text("utf-8")
    taken = []
    for number in range(SAVES):
        word = f"Woord{number}."
        with page.expect_console_message(partial(says, word), timeout=1000 * MOST_SECONDS):
            start = time.perf_counter()
            file.write_text(f"{text}\n{word}\n", "utf-8")
        taken.append(time.perf_counter() - start)
        time.sleep(0.5)
    return taken


def plain(report: Path, folder: Path) -> None:
    """The texts of a report as a plain site, without their front matter and figures."""
    for file in sorted((report / "content").rglob("*.md")):
        target = folder / "docs" / file.relative_to(report / "content")
        target.parent.mkdir(parents=True, exist_ok=True)
        body = file.read_text("utf-8").split("\n---\n", 1)[-1]
        target.write_text(re.sub(r"```.*?```", "", body, flags=re.DOTALL), "utf-8")
    (folder / "mkdocs.yml").write_text(PLAIN, "utf-8")


def show(name: str, taken: list[float]) -> float:
    middle, late = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
    print(f"  {name}: p50 {middle:.2f} s, p95 {late:.2f} s")
    return middle


def measure(entries: int, folder: Path) -> None:
    """Both servers, one after the other."""
    report, other = folder / "report", folder / "plain"
    make(report, entries)
    plain(report, other)
    file = sorted((report / "content").rglob("trends/*.md"))[0]
    place = file.relative_to(report / "content").with_suffix("")
    program = str(Path(sys.executable).with_name("trendrapport"))
    mkdocs = str(Path(sys.executable).with_name("mkdocs"))
    print(f"{entries} trends, from a save to the text in the page:")
    with chromium() as browser:
        page = browser.new_page()
        with serving(program, "serve", "--port", "0", "--root", str(report)) as address:
            own = show("this program", seconds(page, f"{address}{place.as_posix()}.html", file))
        copy = other / "docs" / file.relative_to(report / "content")
        settings = str(other / "mkdocs.yml")
        with serving(mkdocs, "serve", "-f", settings, "-a", "127.0.0.1:8765", "--livereload") as address:
            other_s = show("mkdocs serve", seconds(page, f"{address}{place.as_posix()}/", copy))
    print(f"  ratio {own / other_s:.2f}")


def main() -> None:
    for entries in map(int, sys.argv[1:] or ("50", "500")):
        with tempfile.TemporaryDirectory() as folder:
            measure(entries, Path(folder))


if __name__ == "__main__":
    main()
