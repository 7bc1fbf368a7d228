"""The contract of outputs: what they offer, under which words, and with which libraries."""

from __future__ import annotations

import re
import shutil
import time
import tomllib
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest

from conftest import REPOSITORY, files
from trendrapport.language.labels import Labels
from trendrapport.pipeline import Options, build, check
from trendrapport.runtime.cache import Cache, Kept
from trendrapport.runtime.plugins import constant, modules
from trendrapport.site import outputs
from trendrapport.site.output_files import make, sizes

TEMPLATES = REPOSITORY / "generator/trendrapport/pages/browser/templates"
NAMES = sorted(modules(outputs))
FIGURES = {"figure"}
"""Pages that offer their files with their figure."""


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_offered_has_words(name: str, language: str) -> None:
    if modules(outputs)[name].OFFERS:
        labels = Labels(language)
        assert labels(name)
        assert labels(f"{name}_intro").endswith(".")


@pytest.mark.parametrize("name", NAMES)
def test_pages_show_what_they_offer(name: str) -> None:
    for kind in set(modules(outputs)[name].OFFERS) - FIGURES:
        template = (TEMPLATES / f"{kind}.html.j2").read_text("utf-8")
        assert re.search(r"\balong\b|f\.front", template), kind


def test_no_two_make_the_same_file() -> None:
    patterns = Counter(
        (kind, pattern) for module in modules(outputs).values() for kind, pattern in module.OFFERS.items()
    )
    assert [one for one, count in patterns.items() if count > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_it_says_can_be_read_without_loading_it(name: str) -> None:
    module = modules(outputs)[name]
    assert (constant("site/outputs", name, "NEEDS") or ()) == getattr(module, "NEEDS", ())


def test_needed_libraries_are_in_the_extra() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    extra = {re.match(r"[\w.-]+", one)[0] for one in project["optional-dependencies"]["documents"]}
    own = {re.match(r"[\w.-]+", one)[0] for one in project["dependencies"]}
    needed = {library for module in modules(outputs).values() for library in getattr(module, "NEEDS", ())}
    assert needed <= extra
    assert extra.isdisjoint(own)


def test_a_download_does_not_take_the_place_of_a_document(sample: Path) -> None:
    config, trend = sample / "site_config.yml", sample / "content/2026/trends/voorbeeldtrend.md"
    settings = config.read_text("utf-8")
    trend.write_text(trend.read_text("utf-8") + "\n[Alles](voorbeeldtrend.pptx)\n", "utf-8")
    slides = sample / "content/2026/trends/voorbeeldtrend.pptx"
    slides.write_bytes(pptx())
    assert [one.code for one in check(sample).diagnostics] == []
    config.write_text(settings.replace("  - site\n", "  - site\n  - pptx\n"), "utf-8")
    (found,) = check(sample).diagnostics
    assert (str(found.location.path), found.code) == (
        "content/2026/trends/voorbeeldtrend.pptx",
        "download-over-output",
    )


def pptx() -> bytes:
    """A presentation without slides."""
    from io import BytesIO

    from pptx import Presentation

    file = BytesIO()
    Presentation().save(file)
    return file.getvalue()


def test_a_file_is_only_made_when_it_shows_something_else() -> None:
    """Its name says what it shows; the store keeps what was made."""
    made: list[str] = []

    def files(shown: str) -> dict[str, Kept]:
        def read() -> bytes:
            made.append(shown)
            return shown.encode()

        return {"a/b.txt": Kept(shown, read)}

    told: list[tuple[int, int]] = []
    with Cache(None) as cache:
        for shown in ("one", "one", "two"):
            output = SimpleNamespace(files=lambda _contents, _wanted, shown=shown: files(shown))
            found = make({"x": output}, None, {}, cache, lambda done, of: told.append((done, of)))
            assert found["a/b.txt"].read() == shown.encode()
            assert sizes({}, found, {}, cache) == {"a/b.txt": 3}
    assert made == ["one", "two"]
    assert told == [(0, 1), (1, 1), (0, 1), (1, 1)]


def test_a_preview_shows_pages_without_documents(sample: Path) -> None:
    """And a build after it makes none again."""
    config = sample / "site_config.yml"
    config.write_text(
        config.read_text("utf-8").replace("  - site\n", "  - site\n  - pdf\n  - api\n"), "utf-8"
    )
    page = "site/2026/trends/voorbeeldtrend"
    assert build(sample, Options()).built
    whole = (sample / f"{page}.html").read_text("utf-8")
    assert 'href="voorbeeldtrend.pdf"' in whole
    assert 'type="application/json"' in whole
    made: list[int] = []

    def keep(stage: str, _done: int, of: int) -> None:
        if stage == "documents":
            made.append(of)

    assert build(sample, Options(output="preview", documents=False), keep).built
    shown = (sample / page.replace("site", "preview", 1)).with_suffix(".html").read_text("utf-8")
    assert "voorbeeldtrend.pdf" not in shown
    assert 'type="application/json"' not in shown
    assert not list((sample / "preview").rglob("*.pdf"))
    shutil.rmtree(sample / "site")
    assert build(sample, Options(), keep).built
    assert sum(made) == 0
    assert (sample / f"{page}.pdf").is_file()


def test_the_same_report_gives_the_same_files(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In another folder, on another day and in another time zone."""
    config = sample / "site_config.yml"
    wanted = "".join(f"  - {name}\n" for name in NAMES if name not in {"woo", "dcat"})
    config.write_text(config.read_text("utf-8").replace("  - site\n", wanted), "utf-8")
    other = tmp_path / "elsewhere" / "copy"
    shutil.copytree(sample, other)
    assert build(sample, Options()).built
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    later = time.time() + 100 * 24 * 3600
    with monkeypatch.context() as patched:
        patched.setattr(time, "time", lambda: later)
        assert build(other, Options()).built
    monkeypatch.undo()
    time.tzset()
    first, second = files(sample / "site"), files(other / "site")
    assert first.keys() == second.keys()
    assert [path for path, raw in first.items() if second[path] != raw] == []
