"""A small table and jobs on it, and the drawings of a gallery and of an invented report, each made once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser

from trendrapport.charts.drawing.draw import ChartJob, Drawing, draw
from trendrapport.charts.tables.table import Table
from trendrapport.pipeline import Options, build

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
def gallery_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the report with a chart of every kind."""
    return gallery.write(tmp_path_factory.mktemp("gallery") / "report")


@pytest.fixture(scope="session", params=["nl", "en"])
def examples(request: pytest.FixtureRequest, gallery_report: Path) -> Examples:
    """The drawings of the gallery and of that report, in each language."""
    jobs = [job for root in ((gallery_report,), ()) for job in declared_jobs(*root, language=request.param)]
    drawings, found = draw(jobs, Kept(), workers=1)
    assert not found
    return {job.name: Example(job, drawings[job.name], read(drawings[job.name].texts["svg"])) for job in jobs}


@pytest.fixture(scope="session")
def photos(gallery_report: Path, browser: Browser) -> Photos:
    """Photographs of the gallery's page in each state."""
    assert build(gallery_report, Options()).built
    return photographed(browser, (gallery_report / "site/2026/trends/alle-soorten.html").as_uri())
