"""Slides, read back by their library. Content that is not the report's is invented."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import pptx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER

from charts import gallery
from charts.samples import areas, table_of
from trendrapport.charts.drawing.jobs import Drawing
from trendrapport.charts.plan import Plan
from trendrapport.charts.tables.municipalities import municipality
from trendrapport.charts.theme import Theme
from trendrapport.charts.words.footnotes import footnotes, footnotes_of_plain_chart
from trendrapport.diagnostics import CannotRunError
from trendrapport.documents.slides.deck import (
    Amount,
    Amounts,
    Chart,
    Colours,
    Cover,
    Deck,
    Form,
    Native,
    Paragraph,
    Picture,
    Rows,
    Section,
    Series,
    Words,
)
from trendrapport.documents.slides.decks.edition import edition_deck
from trendrapport.documents.slides.decks.figures import chart_slide
from trendrapport.documents.slides.decks.municipality import MunicipalityDecks
from trendrapport.documents.slides.decks.trend import trend_deck
from trendrapport.documents.slides.native.choosing import MOST_MARKED, native
from trendrapport.documents.slides.writing.cleaning import clean
from trendrapport.documents.slides.writing.file import written
from trendrapport.documents.slides.writing.places import BODY, height, parts
from trendrapport.model.charts import Chart as Declaration
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.view import View
from trendrapport.pipeline import Options, build, check
from trendrapport.report.load import load
from trendrapport.runtime.cache import Cache, Kept
from trendrapport.starters import new_report

DAY = 1_700_000_000
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 300" width="100%">'
    '<path d="M0 0h640v300z"/></svg>'
)
COLOURS = Colours(
    paper="#ffffff",
    ink="#16202c",
    soft="#52606d",
    line="#dcd8cc",
    wash="#eef3f1",
    accent="#0b5c66",
    cover="#0e333c",
    series=tuple(f"#0000{number:02x}" for number in range(8)),
    back="#7d8790",
)
BARS = Native(Form.LYING, ("A", "B"), (Series("aantal", (1.0, None)),), front=(0,))


def drawings(view: View) -> dict[str, Drawing]:
    """A drawing for each chart that the entries show; what is on it does not matter here."""
    texts = json.dumps({"svg": SVG}).encode()
    return {name: Drawing(name, Kept(name, partial(bytes, texts)), {}) for name in view.report.shown_charts}


def opened(deck: Deck) -> Any:
    return pptx.Presentation(io.BytesIO(written(deck)))


def deck_of(*slides: Any) -> Deck:
    return Deck("Titel", "Uitgever", "Rapport", "nl", DAY, COLOURS, slides)


def trend(view: View, name: str) -> Any:
    return next(one for one in view.report.of(Trend) if f"{one.edition}/{one.slug}" == name)


@pytest.fixture(scope="module")
def decks(request: pytest.FixtureRequest) -> dict[str, Any]:
    """A deck of each sort of the report in this repository."""
    view: View = request.getfixturevalue("dutch")
    drawn = drawings(view)
    own = MunicipalityDecks(view, DAY)
    amsterdam = municipality("amsterdam")
    assert amsterdam
    return {
        "trend": opened(trend_deck(view, trend(view, "2023/algoritmen"), drawn, DAY)),
        "edition": opened(edition_deck(view, view.edition_by_slug["2022"], drawn, DAY)),
        "municipality": opened(own.deck(amsterdam)),
    }


def shapes_of(deck: Any) -> Iterator[Any]:
    return chain.from_iterable(slide.shapes for slide in deck.slides)


SORTS = ["trend", "edition", "municipality"]


@pytest.mark.parametrize("sort", SORTS)
def test_each_slide_has_a_title_of_its_own(decks: dict[str, Any], sort: str) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in decks[sort].slides]
    assert all(titles)
    assert len(titles) == len(set(titles))
    kinds = {slide.shapes.title.placeholder_format.type for slide in decks[sort].slides}
    assert kinds == {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}


@pytest.mark.parametrize("sort", SORTS)
def test_what_is_drawn_has_a_text_alternative(decks: dict[str, Any], sort: str) -> None:
    drawn = [shape for shape in shapes_of(decks[sort]) if shape.shape_type and not shape.has_text_frame]
    assert drawn
    assert all(shape.element.find(".//{*}cNvPr").get("descr") for shape in drawn)


@pytest.mark.parametrize("sort", SORTS)
def test_text_says_its_language(decks: dict[str, Any], sort: str) -> None:
    for slide in decks[sort].slides:
        runs = list(slide.element.iter("{*}r"))
        assert runs
        assert {run.find("{*}rPr").get("lang") for run in runs} == {"nl-NL"}


@pytest.mark.parametrize("sort", SORTS)
def test_it_is_read_in_the_order_of_the_slide(decks: dict[str, Any], sort: str) -> None:
    """The title first, and what is drawn before what is below it."""
    for slide in decks[sort].slides:
        first, *rest = slide.shapes
        assert first == slide.shapes.title
        kinds = [shape.is_placeholder and shape.placeholder_format.idx for shape in rest]
        if any(shape.has_chart for shape in rest):
            assert kinds[-3:] == [13, 21, 22]


@pytest.mark.parametrize("sort", SORTS)
def test_the_first_slide_has_the_licence(decks: dict[str, Any], sort: str) -> None:
    first = decks[sort].slides[0]
    said = " ".join(shape.text_frame.text for shape in first.shapes)
    assert "CC BY 4.0" in said
    assert "https://trendrapport.example.org/" in said
    assert "https://creativecommons.org/licenses/by/4.0/" in first.notes_slide.notes_text_frame.text


@pytest.mark.parametrize("sort", SORTS)
def test_nothing_sticks_out(decks: dict[str, Any], sort: str) -> None:
    deck = decks[sort]
    for shape in shapes_of(deck):
        assert shape.left >= 0
        assert shape.top >= 0
        assert shape.left + shape.width <= deck.slide_width
        assert shape.top + shape.height <= deck.slide_height


def test_a_figure_has_its_data_and_its_source(decks: dict[str, Any], dutch: View) -> None:
    slides = {slide.shapes.title.text_frame.text: slide for slide in decks["edition"].slides}
    chart = dutch.report.charts["aardgasvrij-provincie"].data
    slide = slides[chart.title]
    (made,) = (shape.chart for shape in slide.shapes if shape.has_chart)
    rows = dutch.report.tables[chart.data].records()
    wanted = {row["regio"]: row["aardgasvrij_totaal_pct"] for row in rows if row["jaar"] == 2022}
    plot = made.plots[0]
    assert dict(zip(plot.categories, plot.series[0].values, strict=True)) == wanted
    assert list(plot.series[0].values) == sorted(wanted.values(), reverse=True)
    place = list(plot.categories).index("Nederland")
    assert plot.series[0].points[place].format.fill.fore_color.theme_color == MSO_THEME_COLOR.ACCENT_1
    notes = slide.notes_slide.notes_text_frame.text
    assert "Bureau Denkbeeld" in notes
    assert chart.description in notes


def test_a_line_is_interrupted_where_it_breaks(decks: dict[str, Any], dutch: View) -> None:
    chart = dutch.report.charts["internet-nooit"].data
    slides = {slide.shapes.title.text_frame.text: slide for slide in decks["edition"].slides}
    (made,) = (shape.chart for shape in slides[chart.title].shapes if shape.has_chart)
    names = [series.name for series in made.plots[0].series]
    assert len(set(names)) == 3
    assert len(names) > 3
    hidden = made._chartSpace.findall(".//{*}legendEntry")
    assert len(hidden) == len(names) - 3


def test_a_translation_is_in_its_language(dutch: View) -> None:
    view = dutch.in_language("en")
    found = trend(view, "2022/digitalisering-en-sociaal-contract")
    made = opened(trend_deck(view, found, drawings(view), DAY))
    for shape in shapes_of(made):
        if shape.has_text_frame and "Geld voor gemeenten" in shape.text_frame.text:
            assert shape.element.find(".//{*}rPr").get("lang") == "nl-NL"
    titles = [slide.shapes.title for slide in made.slides]
    languages = {title.element.find(".//{*}rPr").get("lang") for title in titles}
    assert languages == {"en-GB", "nl-NL"}  # figures stay in the report's language
    assert titles[-1].text_frame.text == "Continue reading"
    assert made.core_properties.language == "en-GB"


def test_a_municipality_is_in_front(decks: dict[str, Any]) -> None:
    charts = [shape.chart for shape in shapes_of(decks["municipality"]) if shape.has_chart]
    assert charts
    for chart in charts:
        plot = chart.plots[0]
        assert plot.categories[0] == "Amsterdam"
        front = plot.series[0].points[0].format.fill.fore_color
        assert front.theme_color == MSO_THEME_COLOR.ACCENT_1
    said = " ".join(
        shape.text_frame.text for shape in shapes_of(decks["municipality"]) if shape.has_text_frame
    )
    assert "in de provincie Noord-Holland" in said


def test_one_without_a_figure_is_told_so(dutch: View) -> None:
    one = municipality("GM1992")
    assert one
    assert one.name == "Voorne aan Zee"
    slides = opened(MunicipalityDecks(dutch, DAY).deck(one)).slides
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert "Voor Voorne aan Zee geeft dit verzinsel geen cijfer over 2022" in titles


@pytest.mark.parametrize(
    ("kind", "fields", "options", "form", "series"),
    [
        ("bars", {"category": "jaar", "value": "a"}, {}, Form.STANDING, [("A", (1.0, 3.0))]),
        ("bars", {"category": "wat", "value": "a"}, {"divide_by": 10}, Form.LYING, [("A", (0.1, 0.3))]),
        ("ranked_bars", {"category": "wat", "value": "a"}, {}, Form.LYING, [("A", (3.0, 1.0))]),
        (
            "stacked_bars",
            {"category": "jaar", "value": ["a", "b"]},
            {"share": True},
            Form.STACKED,
            [("A", (25.0, 50.0)), ("B", (75.0, 50.0))],
        ),
        (
            "grouped_bars",
            {"category": "wat", "value": ["a", "b"]},
            {"order": ["B"]},
            Form.LYING,
            [("B", (3.0, 3.0)), ("A", (1.0, 3.0))],
        ),
        ("lines", {"x": "jaar", "value": "a"}, {"highlight": ["B"]}, Form.LINES, [("A", (1.0, None, 3.0))]),
        ("slope", {"x": "jaar", "value": "a"}, {}, Form.LINES, [("A", (1.0, 3.0))]),
        ("scatter", {"x": "a", "y": "b", "label": "wat"}, {}, Form.DOTS, [("B", (3.0, 3.0))]),
    ],
)
def test_a_native_chart_has_the_numbers_of_the_drawing(kind, fields, options, form, series) -> None:
    kinds = [("jaar", "year"), ("wat", "string"), ("a", "number"), ("b", "number")]
    text = (
        "jaar,wat,a,b\n2020,x,1,3\n2021,y,3,3\n"
        if kind != "lines"
        else "jaar,wat,a,b\n2020,x,1,3\n2022,y,3,3\n"
    )
    told = {"title": "T", "subtitle": "S", "description": "D", "source": "bron", "data": "tabel"}
    declared = {**told, "kind": kind, "fields": fields, "options": options}
    chart = Declaration.model_validate_json(json.dumps(declared))
    made = native(Plan("proef", chart, table_of(text, kinds), Theme("nl")))
    assert made
    assert made.form is form
    names = {"A": "a", "B": "b"}
    assert [(names.get(one.name, one.name).upper(), one.values) for one in made.series] == series


@pytest.mark.parametrize(
    ("years", "is_native"), [((1995, 2000, 2010, 2018, 2019), False), ((1990, 2000, 2010), True)]
)
def test_years_at_odd_distances_are_a_picture(years: tuple[int, ...], is_native: bool) -> None:
    told = {"title": "T", "subtitle": "S", "description": "D", "source": "bron", "data": "tabel"}
    declared = {**told, "kind": "lines", "fields": {"x": "jaar", "value": "a"}}
    chart = Declaration.model_validate_json(json.dumps(declared))
    rows = "".join(f"{year},{year % 7}\n" for year in years)
    table = table_of(f"jaar,a\n{rows}", [("jaar", "year"), ("a", "number")])
    made = native(Plan("proef", chart, table, Theme("nl")))
    assert (made is not None) is is_native


def dots(highlight: list[str]) -> Declaration:
    told = {"title": "T", "subtitle": "S", "description": "D", "source": "bron", "data": "tabel"}
    fields = {"x": "a", "y": "b", "label": "wat"}
    declared = {**told, "kind": "scatter", "fields": fields, "options": {"highlight": highlight}}
    return Declaration.model_validate_json(json.dumps(declared))


@pytest.mark.parametrize(("highlight", "is_native"), [(["ver"], True), (["vol"], False), ([], True)])
def test_names_of_dots_are_never_written_over_others(highlight: list[str], is_native: bool) -> None:
    kinds = [("wat", "string"), ("a", "number"), ("b", "number")]
    table = table_of("wat,a,b\nvol,10,20\nx,10.2,20\ny,13,20\nver,20,24\n", kinds)
    made = native(Plan("proef", dots(highlight), table, Theme("nl")))
    assert (made is not None) is is_native


def test_dots_have_the_scales_of_the_drawing() -> None:
    table = table_of("wat,a,b\nx,10,20\ny,18,25\n", [("wat", "string"), ("a", "number"), ("b", "number")])
    made = native(Plan("proef", dots([]), table, Theme("nl")))
    assert made
    slide = Chart(title="T", unit="", drawn=made, description="D")
    [chart] = [shape.chart for shape in opened(deck_of(slide)).slides[0].shapes if shape.has_chart]
    across, up = chart.category_axis, chart.value_axis
    assert (across.minimum_scale, across.maximum_scale) == (10, 18)
    assert (up.minimum_scale, up.maximum_scale) == (20, 25)


def test_a_kind_that_programs_do_not_have_is_a_picture() -> None:
    told = {"title": "T", "subtitle": "S", "description": "D", "source": "bron", "data": "tabel"}
    declared = {**told, "kind": "tile_map", "fields": {"area": "code", "value": "aantal"}}
    chart = Declaration.model_validate_json(json.dumps(declared))
    assert native(Plan("kaart", chart, areas(), Theme("nl"))) is None
    slide = Chart(title="T", unit="", drawn=Picture("kaart", lambda: SVG), description="Een kaart.")
    shapes = list(opened(deck_of(slide)).slides[0].shapes)
    (picture,) = (shape for shape in shapes if not shape.has_text_frame)
    assert picture.element.find(".//{*}cNvPr").get("descr") == "Een kaart."
    assert picture.image.content_type == "image/png"


def test_what_has_to_be_known_is_beside_a_high_picture() -> None:
    high = SVG.replace("640 300", "640 900")
    below = ("* Voorlopig cijfer (2024).", "Bron: een.")
    slide = Chart(
        title="T", unit="", drawn=Picture("hoog", lambda: high), description="Een kaart.", below=below
    )
    [made] = opened(deck_of(slide)).slides
    said = [shape.text_frame.text for shape in made.shapes if shape.has_text_frame]
    assert "Een kaart.\n* Voorlopig cijfer (2024)." in said
    assert "Bron: een." in said


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=80)
HOSTILE = st.one_of(
    st.sampled_from(["<a:t>&", "_x0041_", "a\x00b\x01c", "\ufffe", "\u202eabc", "{0}", '"', "w" * 400]), TEXT
)


@given(title=HOSTILE, told=HOSTILE)
def test_text_stays_text(title: str, told: str) -> None:
    series = (Series(told, (1.0, 2.0)),)
    slides = (
        Cover(title=title, above=told, summary=told, terms=(told,), notes=(told,)),
        Section(title=title, above=told, summary=told, facts=(told, title)),
        Words(title=title, paragraphs=(Paragraph(told, strong=True), Paragraph(title, 1))),
        Chart(
            title=title,
            unit=told,
            drawn=Native(Form.LYING, (clean(told) or "x", "y"), series, unit=f"{{0}} {told}"),
            description=told,
        ),
        Rows(title=title, head=(told,), rows=((title,),), widths=(1,), description=told),
        Amounts(title=title, amounts=(Amount(told, title, told),)),
    )
    made = opened(deck_of(*slides))
    for slide in made.slides:
        assert slide.shapes.title.text_frame.text == clean(title)
    assert made.slides[0].notes_slide.notes_text_frame.text == clean(told)
    assert made.slides[4].shapes[1].table.cell(0, 0).text_frame.text == clean(told)


PARAGRAPHS = st.lists(
    st.builds(Paragraph, st.text("abc ", min_size=1, max_size=300), st.sampled_from([0, 1]), st.booleans()),
    min_size=1,
    max_size=30,
)


@given(paragraphs=PARAGRAPHS)
def test_what_does_not_fit_goes_on_on_another_slide(paragraphs: list[Paragraph]) -> None:
    found = parts(paragraphs, BODY, "nl")
    texts = [paragraph.text for part in found for paragraph in part.paragraphs]
    assert sorted(set(texts)) == sorted({paragraph.text for paragraph in paragraphs})
    assert len(texts) >= len(paragraphs)
    for part in found:
        alone = len(part.paragraphs) <= 3
        assert alone or height(part.paragraphs, BODY.width, part.size, "nl") <= BODY.height


def test_the_same_deck_gives_the_same_bytes() -> None:
    slide = Chart(title="T", unit="", drawn=BARS, description="Staven.", notes=("N",))
    first = written(deck_of(slide))
    assert written(deck_of(slide)) == first
    moments = {member.date_time for member in members(first)}
    assert moments == {(1980, 1, 1, 0, 0, 0)}
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        (data,) = (name for name in archive.namelist() if name.endswith(".xlsx"))
        with zipfile.ZipFile(io.BytesIO(archive.read(data))) as inside:
            assert b"2023-11-14T22:13:20Z" in inside.read("docProps/core.xml")
            assert b"2023-11-14T22:13:20Z" in archive.read("docProps/core.xml")


def members(raw: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return archive.infolist()


def test_pages_offer_them_and_drafts_have_none(sample: Path) -> None:
    config, trend = sample / "site_config.yml", sample / "content/2026/trends/voorbeeldtrend.md"
    config.write_text(config.read_text("utf-8").replace("  - site\n", "  - site\n  - pptx\n"), "utf-8")
    assert build(sample, Options()).built
    site = sample / "site"
    for page, file in {
        "2026/trends/voorbeeldtrend.html": "voorbeeldtrend.pptx",
        "2026/index.html": "editie-2026.pptx",
        "index.html": "2026/editie-2026.pptx",
    }.items():
        text = (site / page).read_text("utf-8")
        assert f'href="{file}"' in text
        assert text.count("PPTX, ") == 1
    trend.write_text(
        trend.read_text("utf-8").replace("kind: analysis", "kind: analysis\nstatus: draft"), "utf-8"
    )
    assert build(sample, Options()).built
    assert [file.name for file in site.rglob("*.pptx")] == ["editie-2026.pptx"]
    said = "".join(text_of(site / "2026/editie-2026.pptx"))
    assert "voorbeeldtrend" not in said


def text_of(file: Path) -> Iterator[str]:
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                yield archive.read(name).decode()


def test_a_municipality_that_does_not_exist(sample: Path) -> None:
    with pytest.raises(CannotRunError, match="Amsterdam"):
        build(sample, Options(municipalities=("Amsterdm",)))
    config = sample / "site_config.yml"
    config.write_text(config.read_text("utf-8") + "municipalities: [Utrecht, Amsterdm]\n", "utf-8")
    (found,) = check(sample).diagnostics
    assert (found.code, "Amsterdam" in found.fix.nl) == ("unknown-municipality", True)


def test_an_empty_item_among_municipalities_is_told(sample: Path) -> None:
    config = sample / "site_config.yml"
    config.write_text(config.read_text("utf-8") + "municipalities:\n  -\n  - Utrecht\n", "utf-8")
    (found,) = check(sample).diagnostics
    assert (found.code, found.location.line) == ("wrong-type", config.read_text("utf-8").count("\n") - 1)


def test_charts_of_all_kinds_become_slides(tmp_path: Path) -> None:
    """Those of the gallery, each drawn by the program or shown as drawn."""
    folder = gallery.write(tmp_path / "gallery")
    with Cache(None) as cache:
        report, found = load(folder, cache)
    assert not found
    view, slides = View(report), []
    for name in sorted(report.shown_charts):
        slide = chart_slide(view, name, drawings(view))
        assert slide
        slides.append(slide)
    drawn = {report.charts[name].data.kind for name in report.shown_charts if not _is_picture(view, name)}
    assert {"bars", "grouped_bars", "lines", "ranked_bars", "scatter", "slope"} <= drawn
    made = opened(deck_of(*slides))
    assert len(made.slides) == len(slides)


@pytest.mark.parametrize("count", [1, 3, 4])
def test_what_a_chart_marks_is_not_lost(tmp_path: Path, count: int) -> None:
    """Programs draw no events: these are told below the chart and in the notes, or it is shown as drawn."""
    new_report.init(tmp_path)
    chart = tmp_path / "charts/voorbeeld.yml"
    marks = ""
    for place in range(count):
        marks += f"  - {{at: {2024 + place % 3}, label: Verzonnen wet {place}}}\n"
    chart.write_text(f"{chart.read_text('utf-8')}annotations:\n{marks}", "utf-8")
    with Cache(None) as cache:
        report, found = load(tmp_path, cache)
    assert not found
    view = View(report)
    slide = chart_slide(view, "voorbeeld", drawings(view))
    assert slide
    assert isinstance(slide.drawn, Picture if count > MOST_MARKED else Native)
    [made] = opened(deck_of(slide)).slides
    below = " ".join(shape.text_frame.text for shape in made.shapes if shape.has_text_frame)
    for place in range(count):
        said = f"Gemarkeerd, {2024 + place % 3}: Verzonnen wet {place}."
        assert said in made.notes_slide.notes_text_frame.text
        assert (said in below) is (count <= MOST_MARKED)


def test_a_chart_without_open_bars_does_not_speak_of_them() -> None:
    told = {"title": "T", "subtitle": "S", "description": "D", "source": "bron", "data": "tabel"}
    fields = {"category": "jaar", "value": "a", "provisional": "p"}
    chart = Declaration.model_validate_json(json.dumps({**told, "kind": "bars", "fields": fields}))
    kinds = [("jaar", "year"), ("a", "number"), ("p", "boolean")]
    plan = Plan("proef", chart, table_of("jaar,a,p\n2024,1,false\n2025,3,true\n", kinds), Theme("nl"))
    assert footnotes(plan, table=False) == ["Open staaf en *: voorlopig cijfer (2025)."]
    assert footnotes_of_plain_chart(plan) == ["* Voorlopig cijfer (2025)."]


def _is_picture(view: View, name: str) -> bool:
    slide = chart_slide(view, name, drawings(view))
    return slide is None or isinstance(slide.drawn, Picture)
