"""A page is made of the texts and tables that it names alone, so that a change of others leaves it as is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from conftest import DUTCH, english_report
from trendrapport.pages.makers import every_page
from trendrapport.pages.view import Content, Page, View
from trendrapport.prose.outline import Citation, Mark, Outline
from trendrapport.report.load import load
from trendrapport.report.published import published
from trendrapport.report.report import Entry, Report
from trendrapport.runtime.cache import Cache
from trendrapport.site.shared_state import shared_state
from trendrapport.site.tree import tree

HERE = Mark(1, 1)


def shut(entry: Entry[Any]) -> Entry[Any]:
    """An entry with nothing of its text but what the skeleton knows."""
    blocks = tuple(replace(one, text="", at=HERE) for one in entry.outline.blocks if one.word == "figure")
    citations = tuple(Citation(one.key, "", HERE) for one in entry.outline.citations)
    return replace(
        entry,
        source=replace(entry.source, text="", body="Dicht."),
        outline=Outline(blocks=blocks, citations=citations),
    )


def closed(report: Report, uses: tuple[str, ...]) -> Report:
    """The report with nothing but its skeleton, and these texts and tables."""

    def seen(entry: Entry[Any]) -> Entry[Any]:
        return entry if not entry.source.body or entry.source.body in uses else shut(entry)

    tables = {
        name: table if table.digest in uses else replace(table, written="")
        for name, table in report.tables.items()
    }
    return replace(
        report,
        entries=tuple(map(seen, report.entries)),
        translations=tuple(map(seen, report.translations)),
        tables=tables,
    )


@pytest.fixture(scope="module", params=["dutch", "english"])
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Report:
    made = tmp_path_factory.mktemp("skeleton")
    folder = DUTCH
    if request.param == "english":
        folder = made / "report"
        english_report(folder)
    with Cache(made / "cache") as cache:
        return published(load(folder, cache)[0], "2026-01-01")


def content(report: Report, path: str) -> Content:
    return next(one for one in every_page(View(report)) if one.path == path).content()


def test_a_page_uses_no_other_text_or_table_than_it_says(report: Report) -> None:
    for page in every_page(View(report)):
        assert content(closed(report, page.uses), page.path) == page.content(), page.path


def uses_text(uses: Iterable[str]) -> bool:
    """Whether one of them is no digest."""
    return any(len(one) != 64 for one in uses)


def test_a_page_that_said_less_would_be_found(report: Report) -> None:
    bare = {page.path: page for page in every_page(View(closed(report, ())))}
    differs = {page.path for page in every_page(View(report)) if bare[page.path].content() != page.content()}
    texts = {page.path for page in every_page(View(report)) if uses_text(page.uses)}
    assert texts
    assert texts <= differs
    rows = {page.path for page in bare.values() if page.template == "figure"} & differs
    # a footnote of the real report tells which rows are provisional
    assert rows or report.config.language == "en"


def test_a_text_and_a_table_are_no_part_of_the_skeleton(report: Report) -> None:
    assert shared_state(closed(report, ())) == shared_state(report)


def first(report: Report, **change: Any) -> Report:
    one, *rest = report.entries
    return replace(report, entries=(replace(one, **change), *rest))


def with_outline(report: Report, **part: Any) -> Report:
    """With something else in the outline of the first text that has it."""
    (name,) = part
    one = next(entry for entry in report.entries if getattr(entry.outline, name))
    others = (
        replace(entry, outline=replace(entry.outline, **part)) if entry is one else entry
        for entry in report.entries
    )
    return replace(report, entries=tuple(others))


def of_package(report: Report) -> Report:
    name, package = next(iter(report.packages.items()))
    return replace(
        report,
        packages=report.packages
        | {name: replace(package, data=package.data.model_copy(update={"title": "x"}))},
    )


def of_chart(report: Report) -> Report:
    name, chart = next(iter(report.charts.items()))
    return replace(
        report,
        charts=report.charts | {name: replace(chart, data=chart.data.model_copy(update={"title": "x"}))},
    )


def of_image(report: Report) -> Report:
    from trendrapport.report.report import Image

    return replace(report, images=report.images | {"content/x.png": Image("content/x.png", "0", 1, 1)})


CHANGES: dict[str, Callable[[Report], Report]] = {
    "settings": lambda report: replace(report, config_source=replace(report.config_source, text="x")),
    "fields": lambda report: first(report, source=replace(report.entries[0].source, yaml_text="title: x")),
    "place": lambda report: first(report, at=("x",)),
    "slug": lambda report: first(report, slug="x"),
    "order": lambda report: replace(report, entries=(*report.entries[1:], report.entries[0])),
    "fewer": lambda report: replace(report, entries=report.entries[1:]),
    "figures": lambda report: with_outline(report, blocks=()),
    "citations": lambda report: with_outline(report, citations=()),
    "translations": lambda report: replace(report, translations=(replace(report.entries[0], language="en"),)),
    "language": lambda report: first(report, language="en"),
    "package": of_package,
    "chart": of_chart,
    "image": of_image,
}


@pytest.mark.parametrize("change", CHANGES)
def test_all_else_is(report: Report, change: str) -> None:
    assert shared_state(CHANGES[change](report)) != shared_state(report)


def test_no_content_is_made_when_nothing_of_it_changed(sample: Path) -> None:
    with Cache(sample / "build/cache.sqlite") as cache:
        view = View(load(sample, cache)[0])
        pages = every_page(view)
        made, asked = tree(view, pages, cache, sample), list[str]()

        def watched(page: Page) -> Page:
            return replace(page, content=lambda: (asked.append(page.path), page.content())[1])

        assert tree(view, list(map(watched, pages)), cache, sample) == made
        assert asked == []
        used = [
            replace(watched(page), uses=(*page.uses, "Anders."))
            if page.path == "index.html"
            else watched(page)
            for page in pages
        ]
        assert tree(view, used, cache, sample) == made
        assert asked == ["index.html"]
