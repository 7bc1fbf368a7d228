"""Reports to try things on, all of them invented: a fresh copy of the sample, and those in `tests/dutch` and
`tests/english`. Only the tests in `tests/real` read the report in this repository.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import frontmatter
import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from axe import page_for_axe
from chromium import chromium
from serving_strictly import served
from trendrapport.diagnostics import Diagnostic
from trendrapport.pages.view import View
from trendrapport.pipeline import Options, build, check
from trendrapport.report.load import load
from trendrapport.report.published import published
from trendrapport.runtime.cache import Cache
from trendrapport.starters import new_report

# A shell starts what runs in the background with the interrupt key ignored, and every process below would
# ignore it too.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Where Python may keep nothing, each of the many builds would compile the whole package and all templates.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

REPOSITORY = Path(__file__).parents[1]
STORE = "build/cache.sqlite"
DUTCH = Path(__file__).parent / "dutch"

# How long an example takes says something of the machine, not of the code.
settings.register_profile("trendrapport", deadline=None)
settings.load_profile("trendrapport")


BUILT = {"site", "real_site", "english", "browser", "photos", "examples", "gallery_site"}
"""Fixtures that build a report, draw a gallery or start a browser."""
WHOLE = {"build", "chromium", "nginx", "pipeline", "playwright", "preview", "subprocess", "sync_playwright"}
"""What a file imports when its tests build a report, or start a browser, a server or a process."""
SLOW = {
    "test_docs",
    "test_manual_examples",
    "test_mutations",
    "test_skeleton",
}
"""Files whose tests take longer than others for other reasons."""


LONG = {
    "test_accessibility",
    "test_budgets",
    "test_build",
    "test_contrast",
    "test_english",
    "test_epub",
    "test_exploring",
    "test_facets",
    "test_formats",
    "test_generation",
    "test_guide",
    "test_headers",
    "test_hidden",
    "test_keyboard",
    "test_lapses",
    "test_look",
    "test_marks",
    "test_media",
    "test_municipality",
    "test_mutations",
    "test_own_repository",
    "test_packaging",
    "test_pdf",
    "test_processes",
    "test_radar",
    "test_reading",
    "test_remaking",
    "test_search",
    "test_servers",
    "test_serving",
    "test_snapshots",
    "test_told_apart",
    "test_upgrading",
}
"""Files that take ten seconds of a processor or more. They come first, so that no process is still busy when
the others are done.
"""


def pytest_xdist_auto_num_workers() -> int:
    """Three test processes for two processors: they wait for browsers, servers and commands a third of the
    time.
    """
    return (os.cpu_count() or 1) * 3 // 2


def pytest_collection_modifyitems(items: list[pytest.Function], config: pytest.Config) -> None:
    """Marks the tests of `make quick`, and puts files in the order in which they take the least time.

    Those with a browser come last: a process that talks with one has threads, so that it cannot fork for a
    build, and an event loop, in which it cannot draw charts itself. All their tests have the browser beside
    them, so that one which draws fails whatever came before it.
    """
    browsing = {name_of_file(item) for item in items if "browser" in item.fixturenames}
    for item in items:
        if is_quick(item):
            item.add_marker(pytest.mark.quick)
        if name_of_file(item) in browsing and config.option.markexpr != "quick":
            item.fixturenames.insert(0, "browser")
    items.sort(key=lambda item: (name_of_file(item) in browsing, name_of_file(item) not in LONG))


def name_of_file(item: pytest.Function) -> str:
    """The name of a test's file, without its ending."""
    return str(item.module.__name__).rpartition(".")[2]


def is_quick(item: pytest.Function) -> bool:
    """Whether a test needs no browser, no server and no whole build."""
    quick = name_of_file(item) not in SLOW
    return quick and BUILT.isdisjoint(item.fixturenames) and WHOLE.isdisjoint(vars(item.module))


def files(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, by path from its root."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A fresh copy of the sample report; all its content is invented."""
    folder = tmp_path / "report"
    new_report.init(folder)
    return folder


@pytest.fixture
def drawn(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That copy, of which a former build kept all that it made, but for its site.

    A command that builds it takes half of the processor's time, as it starts no processes that draw. What a
    first build does is tested where this is not used.
    """
    kept = built_once(tmp_path_factory, "kept-sample", new_report.init).parent / STORE
    (sample / STORE).parent.mkdir()
    shutil.copy(kept, sample / STORE)
    return sample


def english_report(folder: Path) -> None:
    """Writes the invented report in `tests/english` to a folder, on top of the English sample."""
    new_report.init(folder, "en")
    shutil.copytree(Path(__file__).parent / "english", folder, dirs_exist_ok=True)


def dutch_report(folder: Path) -> None:
    """Writes the invented report in `tests/dutch` to a folder: one with a page of every sort."""
    shutil.copytree(DUTCH, folder, dirs_exist_ok=True)


def fields_of(page: str) -> dict[str, Any]:
    """The fields of a page of that report, such as "2023/trends/algoritmen"."""
    return dict(frontmatter.load(str(DUTCH / f"content/{page}.md")).metadata)


def title_of(page: str) -> str:
    """The title of such a page."""
    return str(fields_of(page)["title"])


def seen(root: Path) -> View:
    """A report without problems, as its pages see it."""
    with TemporaryDirectory() as kept, Cache(Path(kept) / "cache.sqlite") as cache:
        report, found = load(root, cache)
    assert report
    assert not found
    return View(published(report, "2026-11-24"))


@contextmanager
def turns(factory: pytest.TempPathFactory, name: str) -> Iterator[Path]:
    """A folder that all test processes share, for one of them at a time."""
    place = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        place = place.parent
    folder = place / name
    with (place / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        folder.mkdir(exist_ok=True)
        yield folder


def built_once(
    factory: pytest.TempPathFactory, name: str, write: Callable[[Path], object], *, strict: bool = True
) -> Path:
    """The site of a report that the first test process to ask for it writes and builds, for all of them."""
    with turns(factory, name) as folder:
        if not any(folder.iterdir()):
            write(folder)
            assert build(folder, Options(strict=strict)).built
    assert (folder / "site").is_dir(), "another process could not build it"
    return folder / "site"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the invented report in `tests/dutch`; not to be changed."""
    return built_once(tmp_path_factory, "dutch", dutch_report)


@pytest.fixture(scope="session")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the invented report in `tests/english`, on top of the English sample; not to be changed."""
    return built_once(tmp_path_factory, "english", english_report)


@pytest.fixture(scope="session")
def dutch() -> View:
    """The invented report in `tests/dutch`, as its pages see it."""
    return seen(DUTCH)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where that site is served, under its content security policy."""
    with served(site) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium, one for all tests of a process: starting one takes longer than most of them."""
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def shared_page(browser: Browser) -> Iterator[Page]:
    """A page for tests that only look: opening one takes longer than most of them."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture(scope="module")
def page_with_axe(browser: Browser) -> Iterator[Page]:
    """Such a page that lets axe in."""
    page = page_for_axe(browser)
    yield page
    page.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who was never here before."""
    made = browser.new_context()
    yield made
    made.close()


def refuses_early_font(message: ConsoleMessage) -> bool:
    """Whether a browser says that it does not load a font early from a folder (docs/budgets.md); it loads it
    later.
    """
    about = f"{message.text} {message.location['url']}"
    return re.search(r"file:\S+/assets/fonts/source-[\w-]+\.woff2", about) is not None


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which nothing goes wrong."""
    made = context.new_page()
    messages: list[str] = []

    def keep(message: ConsoleMessage) -> None:
        if not refuses_early_font(message):
            messages.append(message.text)

    made.on("console", keep)
    made.on("pageerror", lambda error: messages.append(str(error)))
    yield made
    assert messages == []


@pytest.fixture
def findings(sample: Path) -> Callable[..., list[str]]:
    """Writes files into the sample and tells what is found: "path:line:column code"."""

    def find(**files: str | bytes) -> list[str]:
        for name, text in files.items():
            path = sample / PATHS.get(name, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return [shown(diagnostic) for diagnostic in check(sample).diagnostics]

    return find


PATHS = {
    "trend": "content/2026/trends/proef.md",
    "config": "site_config.yml",
    "sources": "content/sources.yml",
    "people": "content/people.yml",
    "csv": "charts/data/voorbeeld.csv",
    "chart": "charts/voorbeeld.yml",
    "edition": "content/2026/edition.yml",
    "interview": "content/2026/interviews/proef.md",
}


def shown(diagnostic: Diagnostic) -> str:
    """A diagnostic as place and code."""
    return f"{diagnostic.location} {diagnostic.code}"
