"""A small table and jobs on it, and the drawings of a gallery and of an invented report, each made once."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser

from conftest import built_once, turns
from trendrapport.charts.drawing.draw import ChartJob, Drawing, draw
from trendrapport.charts.tables.table import Table

from . import gallery
from .photos import Photos, photographed
from .samples import FIELDS, TEXT, Kept, chart_of, declared_jobs, table_of
from .shapes import Drawn, read


@pytest.fixture
def table() -> Table:
    """A small table with what is hard: a missing value, a provisional one, and markup in text."""
    return table_of(TEXT, FIELDS)


@pytest.fixture
def job(table: Table) -> Callable[..., ChartJob]:
    """A maker of jobs on the small table."""

    def make(
        kind: str, *, language: Any = "nl", code: str | None = None, on: Table | None = None, **more: Any
    ) -> ChartJob:
        chart = chart_of(kind, **more)
        return ChartJob(
            "proef",
            "charts/proef.yml",
            chart,
            on or table,
            language,
            code,
            "charts/proef.py" if code else None,
        )

    return make


class Example(NamedTuple):
    """A drawing with what it was made from."""

    job: ChartJob
    drawing: Drawing
    drawn: Drawn


Examples = dict[str, Example]


@pytest.fixture(scope="session")
def gallery_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the report with a chart of every kind, some of which no text shows."""
    return built_once(tmp_path_factory, "gallery", gallery.write, strict=False)


@pytest.fixture(scope="session", params=["nl", "en"])
def examples(
    request: pytest.FixtureRequest, gallery_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Examples:
    """The drawings of the gallery and of that report, in each language."""
    with turns(tmp_path_factory, "examples") as place:
        return _examples(gallery_site.parent, place, request.param)


@cache
def _examples(root: Path, place: Path, language: str) -> Examples:
    """Those drawings, of which the first process that asks for them keeps what it drew for the others."""
    jobs = [*declared_jobs(root, language=language), *declared_jobs(language=language)]
    file = place / f"{language}.pickle"
    kept = Kept(pickle.loads(file.read_bytes()) if file.exists() else {})
    drawings, found = draw(jobs, kept, workers=1)
    assert not found
    file.write_bytes(pickle.dumps(dict(kept)))
    return {job.name: Example(job, drawings[job.name], read(drawings[job.name].texts["svg"])) for job in jobs}


@pytest.fixture(scope="session")
def photos(gallery_site: Path, browser: Browser) -> Photos:
    """Photographs of the gallery's page in each state."""
    return photographed(browser, (gallery_site / "2026/trends/alle-soorten.html").as_uri())
