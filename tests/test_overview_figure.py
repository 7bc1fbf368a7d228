"""What is around an overview drawn from entries: words, table, CSV, address, citation; invented trends."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from trendrapport.pages.browser.templating import render
from trendrapport.pages.parts.overview_figure import OverviewFigure, downloads, overview_figure
from trendrapport.pages.view import Value, View
from trendrapport.pipeline import Options, build
from trendrapport.report.load import load
from trendrapport.runtime.cache import Cache


@pytest.fixture
def figure(sample: Path) -> OverviewFigure:
    with Cache(sample / "cache.sqlite") as cache:
        report, _ = load(sample, cache)
    assert report
    return overview_figure(
        View(report),
        name="proef",
        page="2026/proef.html",
        title="Proef",
        subtitle="Verzonnen",
        caption=None,
        sentences=("Er is één <b>rij</b>.",),
        columns=[{"title": "Nr.", "number": True}, {"title": "Naam"}],
        rows=[
            [{"text": "1.000", "number": 1000}, {"text": "=een()", "href": "trends/een.html"}],
            [{"text": "2"}, {"text": 'met "komma", en meer'}],
        ],
    )


def test_the_csv_has_bare_numbers_and_no_formula(figure: OverviewFigure) -> None:
    files = downloads([figure])
    assert list(files) == ["2026/proef.csv", "2026/proef.excel.csv"]
    assert figure.csv == "proef.csv"
    assert list(csv.reader(io.StringIO(files["2026/proef.csv"]))) == [
        ["Nr.", "Naam"],
        ["1000", "'=een()"],
        ["2", 'met "komma", en meer'],
    ]


def test_the_address_lasts_and_is_cited(figure: OverviewFigure) -> None:
    assert figure.address.endswith("/2026/proef.html#overview-proef")
    assert figure.address in figure.cite
    assert "Proef" in figure.cite
    assert figure.head == 1


def test_a_page_shows_all_of_it(sample: Path) -> None:
    assert build(sample, Options()).built
    page = (sample / "site/2026/radar.html").read_text("utf-8")
    assert page.count('id="overview-radar" aria-labelledby="overview-radar-title">') == 1
    assert '<th scope="row"><a href="trends/voorbeeldtrend.html">' in page
    assert '<a href="radar.csv" download>' in page
    assert (sample / "site/2026/radar.csv").read_text("utf-8").splitlines()[1].startswith("1,")


def test_text_is_no_markup(figure: OverviewFigure) -> None:
    from trendrapport.language.labels import Labels

    crumbs: tuple[Value, ...] = ()
    made = {
        "sectors": [],
        "marks": [],
        "many": False,
        "former": None,
        "figure": figure,
        "groups": [],
        "narrowing": None,
        "gone": [],
        "drawings": [],
        "key": [],
        "key_tip": "",
        "paint": "category",
        "words": {"wheel": "", "strips": ""},
        "strips": {"rings": [], "sectors": []},
        "title": "Proef",
    }
    html = render("radar", title="Proef", summary="", crumbs=crumbs, made=made, since=[], label=Labels("nl"))
    assert "&lt;b&gt;rij&lt;/b&gt;" in html
    assert "<b>rij" not in html
