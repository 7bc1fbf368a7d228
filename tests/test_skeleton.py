"""What a page is made of: no other text and no other table than it says, so that it need not be made anew when only those change."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from trendrapport.cache import Cache
from trendrapport.charts.table import Table
from trendrapport.load import load
from trendrapport.pages import every_page
from trendrapport.prose import Outline
from trendrapport.report import Entry, Report
from trendrapport.skeleton import skeleton
from trendrapport.source import Source
from trendrapport.starters import init
from trendrapport.view import Content, View

REPOSITORY = Path(__file__).parents[1]
KNOWN = {"blocks", "citations"}
"""What others may ask of the outline of a text: which figures it shows and which sources it cites."""


class AskedError(Exception):
    """A page asked for what it does not say that it uses."""


class Door:
    """Shut when all pages are listed: to say what it uses, a page may name any text and table."""

    shut = False


@pytest.fixture(autouse=True)
def door() -> Iterator[None]:
    yield
    Door.shut = False


@dataclass(frozen=True)
class ClosedSource(Source):
    """A source of which the text may not be read."""

    def __getattribute__(self, name: str) -> Any:
        if Door.shut and name in {"body", "text"}:
            raise AskedError(object.__getattribute__(self, "path"))
        return super().__getattribute__(name)


@dataclass(frozen=True)
class ClosedOutline(Outline):
    """An outline of which only what others may know can be read."""

    def __getattribute__(self, name: str) -> Any:
        if Door.shut and not name.startswith("__") and name not in KNOWN:
            raise AskedError(name)
        return super().__getattribute__(name)


class ClosedTables(Mapping[str, Table]):
    """Tables, of which only some may be read."""

    def __init__(self, tables: Mapping[str, Table], names: set[str]) -> None:
        self._tables, self._names = tables, names

    def __getitem__(self, name: str) -> Table:
        if Door.shut and name not in self._names:
            raise AskedError(name)
        return self._tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)


def closed(report: Report, uses: tuple[str, ...]) -> Report:
    """The report as a page may see it that uses these texts and tables."""
    def shut(entry: Entry[Any]) -> Entry[Any]:
        if not entry.source.body or entry.source.body in uses:
            return entry
        return replace(entry, source=ClosedSource(**vars(entry.source)), outline=ClosedOutline(**vars(entry.outline)))

    named = {name for name, table in report.tables.items() if table.digest in uses}
    return replace(report, entries=tuple(map(shut, report.entries)), translations=tuple(map(shut, report.translations)),
                   tables=ClosedTables(report.tables, named))  # type: ignore[arg-type]


@pytest.fixture(params=["real", "english"])
def report(request: pytest.FixtureRequest, tmp_path: Path) -> Report:
    folder = REPOSITORY
    if request.param == "english":
        folder = tmp_path / "report"
        init(folder, "en")
        shutil.copytree(Path(__file__).parent / "english", folder, dirs_exist_ok=True)
    with Cache(tmp_path / "cache") as cache:
        return load(folder, cache)[0].published("2026-01-01")


def content(report: Report, path: str, uses: tuple[str, ...]) -> Content:
    """The content of one page, made of nothing but what it uses and the skeleton."""
    Door.shut = False
    page = next(one for one in every_page(View(closed(report, uses))) if one.path == path)
    Door.shut = True
    return page.content()


def test_a_page_uses_no_other_text_or_table_than_it_says(report: Report) -> None:
    for page in every_page(View(report)):
        made, seen = page.content(), content(report, page.path, page.uses)
        assert (seen.context, seen.files) == (made.context, made.files), page.path


def test_a_page_that_says_less_would_be_found(report: Report) -> None:
    used = [page for page in every_page(View(report)) if page.uses]
    assert used
    for page in used:
        if any(len(one) > 64 for one in page.uses) or page.template == "figure":
            with pytest.raises(AskedError):
                content(report, page.path, ())


def test_a_text_and_a_table_are_no_part_of_the_skeleton(report: Report) -> None:
    entry = next(one for one in report.entries if one.source.body)
    written = replace(entry, source=replace(entry.source, body="Anders."), outline=replace(entry.outline, words=1, headings=()))
    others = tuple(written if one is entry else one for one in report.entries)
    assert skeleton(replace(report, entries=others, tables={})) == skeleton(report)


@pytest.mark.parametrize("change", ["fields", "figures", "order", "config", "chart"])
def test_all_else_is(report: Report, change: str) -> None:
    first, *rest = report.entries
    name, chart = next(iter(report.charts.items()))
    other = {
        "fields": lambda: replace(report, entries=(replace(first, source=replace(first.source, yaml_text="title: x")), *rest)),
        "figures": lambda: replace(report, entries=(replace(first, outline=Outline(blocks=_shown(report))), *rest)),
        "order": lambda: replace(report, entries=(*rest, first)),
        "config": lambda: replace(report, config_source=replace(report.config_source, text="x")),
        "chart": lambda: replace(report, charts=report.charts | {name: replace(chart, data=chart.data.model_copy(update={"title": "x"}))}),
    }[change]()
    assert skeleton(other) != skeleton(report)


def _shown(report: Report) -> tuple[Any, ...]:
    return next(blocks for entry in report.entries if (blocks := tuple(one for one in entry.outline.blocks if one.word == "figure")))
