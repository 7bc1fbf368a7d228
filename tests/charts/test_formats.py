"""What the page gets: an SVG that keeps its promises, a table that can be read aloud, and the bare data."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from trendrapport.charts import formats
from trendrapport.charts.figure import figure
from trendrapport.charts.formats import standalone, svg, table
from trendrapport.charts.theme import PALETTE, Theme, properties
from trendrapport.model.contrast import contrast
from trendrapport.placing import wrapping
from trendrapport.runtime.plugins import modules

from .samples import Kept, declared_jobs, table_of
from .test_kinds import CASES

HASH = re.compile(r'="#(?:[0-9a-fA-F]{3}){1,2}"')


def drawn(job) -> str:
    return svg.write(figure(job.plan)).decode()


def test_every_format_writes():
    assert all(callable(module.write) and module.__doc__ for module in modules(formats).values())


@pytest.mark.parametrize("kind", CASES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_svg_keeps_its_promises(kind, language, job):
    text = drawn(job(kind, language=language, **CASES[kind]))
    root = ElementTree.fromstring(text)
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not {"style", "class", "href", "font-family", "{http://www.w3.org/1999/xlink}href"} & (
        attributes - set(root.attrib)
    )
    assert "style" not in root.attrib
    assert not any(name.startswith("on") for name in attributes)
    assert not {"script", "style", "image", "a", "foreignObject", "use"} & tags
    assert re.findall(r"(?:https?:)?//[^\s\"']+", text) == ["http://www.w3.org/2000/svg"]
    assert len(text.encode()) < 15_000


@pytest.mark.parametrize("kind", CASES)
def test_an_svg_has_a_role_a_name_and_a_description(kind, job):
    root = ElementTree.fromstring(drawn(job(kind, **CASES[kind])))
    assert root.get("role") == "img"
    by_id = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    assert by_id[root.get("aria-labelledby")] == "Titel & <i>"
    assert by_id[root.get("aria-describedby")] == "Wat het laat zien."


@pytest.mark.parametrize("kind", CASES)
def test_colours_are_those_of_the_page(kind, job):
    text = drawn(job(kind, **CASES[kind]))
    colours = set(re.findall(r'(?:fill|stroke|stop-color)="([^"]*)"', text)) - {"none"}
    assert colours
    assert colours <= {f"var(--{name})" for name in PALETTE}
    assert not HASH.search(text)


def test_axes_are_not_named_in_english(job):
    text = drawn(job("lines", **CASES["lines"]))
    assert "axis" not in text
    assert "aria-roledescription" not in text
    assert "scale" not in text


def test_marks_say_what_they_are(job):
    text = drawn(job("ranked_bars", **CASES["ranked_bars"]))
    assert "<title>laag: 1.200</title>" in text


def test_coordinates_are_rounded(job):
    root = ElementTree.fromstring(drawn(job("lines", **CASES["lines"])))
    assert not any(
        re.search(r"\d\.\d{3,}", value) for element in root.iter() for value in element.attrib.values()
    )
    assert svg._rounded("M0.123456,-0.0001L12.0,7e-16") == "M0.12,0L12,0"


def test_data_never_become_markup(job):
    text = drawn(job("dots", **CASES["dots"]))
    assert "hoog &amp; &lt;b&gt;" in text
    assert "<b>" not in text


def test_text_is_large_enough(job):
    for kind, case in CASES.items():
        root = ElementTree.fromstring(drawn(job(kind, **case)))
        width = float(root.get("viewBox", "").split()[2])
        sizes = [float(element.get("font-size", 14)) for element in root.iter()]
        assert min(sizes) * Theme("nl").width / width >= 13, kind


@pytest.mark.parametrize("scheme", [0, 1])
def test_the_palette_can_be_seen(scheme):
    paper = PALETTE["chart-paper"][scheme]
    for name, colours in PALETTE.items():
        if name not in {"chart-paper", "chart-line"} and "scale" not in name:
            assert contrast(colours[scheme], paper) >= (3 if name == "chart-muted" else 4.5), name


@pytest.mark.parametrize("scheme", [0, 1])
def test_text_on_the_scale_can_be_read(scheme):
    theme, shown = Theme("nl"), {number: PALETTE[name[6:-1]][scheme] for number, name in properties().items()}
    for step, colour in enumerate(theme.scale):
        assert contrast(shown[colour], shown[theme.on_scale(step)]) >= 4.5, step
    for lower, higher in pairwise(theme.scale):
        assert contrast(shown[lower], shown[higher]) >= 1.25
    assert contrast(shown[theme.soft], shown[theme.paper]) >= 3, "the outline of the palest marks"


def test_a_table_can_be_read_across(job):
    text = table.write(figure(job("lines", **CASES["lines"]).plan)).decode()
    assert "<caption>Titel &amp; &lt;i&gt;</caption>" in text
    assert '<th scope="col">Jaar</th>' in text
    assert '<th scope="col" class="number">hoog &amp; &lt;b&gt;</th>' in text
    assert '<th scope="row">2020</th>' in text
    assert '<td class="number">1.200</td>' in text
    assert '<td class="number">1.500<abbr title="voorlopig">*</abbr></td>' in text


def test_a_missing_cell_is_read_aloud(job):
    text = table.write(
        figure(job("ranked_bars", fields={"category": "soort", "value": "aantal"}).plan)
    ).decode()
    assert (
        '<td class="number"><span role="img" aria-label="geen gegevens" title="geen gegevens">–</span></td>'
    ) in text


def test_a_column_has_one_number_of_decimals(job):
    text = table.write(figure(job("dots", fields={"category": "jaar", "value": "deel"}).plan)).decode()
    assert re.findall(r'<td class="number">([\d,]+)</td>', text) == ["10,5", "14,0", "20,0", "22,5", "25,0"]


def test_paper_has_the_rows_with_the_highest_values_and_of_moments_the_last(job):
    rows = "".join(f"plaats {number:02},{number * 7 % 20}\n" for number in range(20))
    places = table_of(f"naam,aantal\n{rows}", [("naam", "string"), ("aantal", "integer")])
    text = table.write(
        figure(job("ranked_bars", on=places, fields={"category": "naam", "value": "aantal"}).plan)
    ).decode()
    printed = re.findall(r'<tr><th scope="row">plaats (\d\d)</th>', text)
    assert sorted(int(name) * 7 % 20 for name in printed) == list(range(8, 20))
    assert text.endswith('<p class="rest">Dit zijn de 12 hoogste van 20 rijen.</p>')
    years = table_of(
        "jaar,aantal\n" + "".join(f"{year},{3000 - year}\n" for year in range(2000, 2020)),
        [("jaar", "year"), ("aantal", "integer")],
    )
    text = table.write(figure(job("lines", on=years, fields={"x": "jaar", "value": "aantal"}).plan)).decode()
    assert re.findall(r'<tr><th scope="row">(\d+)</th>', text) == [str(year) for year in range(2008, 2020)]
    assert "Dit zijn de laatste 12 van 20 rijen." in text


@pytest.mark.parametrize(
    ("value", "sort", "nl", "en"),
    [
        ("2021-01", "yearmonth", "jan 2021", "Jan 2021"),
        ("2021-03-31", "date", "31 mrt 2021", "31 Mar 2021"),
        (2021, "year", "2021", "2021"),
        (1234567, "integer", "1.234.567", "1,234,567"),
        (True, "boolean", "ja", "yes"),
        (-3, "integer", "\u22123", "\u22123"),
        (None, "number", "geen gegevens", "no data"),
    ],
)
def test_values_are_shown_in_the_language(value, sort, nl, en):
    from trendrapport.charts.notation import shown

    assert (shown(value, sort, "nl"), shown(value, sort, "en")) == (nl, en)


def test_halves_go_up():
    from trendrapport.charts.notation import number

    assert [number(value, 0, "nl") for value in (0.5, 1.5, 2.5, 42.5)] == ["1", "2", "3", "43"]


def test_a_file_of_its_own_tells_what_its_marks_mean(job):
    broken = job(
        "lines",
        fields={"x": "jaar", "series": "soort", "value": "aantal", "provisional": "voorlopig"},
        options={"breaks": [2022]},
    )
    text = standalone.write(drawn(broken), broken.frame).decode()
    assert len(broken.frame.notes) == 2
    told = " ".join(
        element.text
        for element in ElementTree.fromstring(text).iter()
        if element.tag.endswith("text") and element.text
    )
    assert all(note in told for note in broken.frame.notes)
    assert "tabel" not in told and "*" not in told


def test_a_long_word_is_broken_rather_than_cut_off(job):
    made = job("bars", title="https://example.org/" + "lang" * 28, **CASES["bars"])
    sheet = standalone.sheet(drawn(made), made.frame)
    assert len(sheet.lines) > 3
    assert (
        "".join(line.text.removesuffix("-") for line in sheet.lines if line.lettering.serif)
        == made.chart.title
    )
    assert all(
        wrapping.width(line.text, line.lettering.size) < sheet.width - standalone.MARGIN
        for line in sheet.lines
    )


def test_a_file_of_its_own_is_whole_in_another_font(browser, examples):
    page = browser.new_page()
    for name, example in examples.items():
        page.set_content(
            standalone.write(example.drawing.texts["svg"], example.job.frame)
            .decode()
            .replace("Source S", "Missing S")
        )
        over = page.evaluate("""[...document.querySelectorAll('.words text')].filter(text => {
            const box = text.getBBox();
            return box.x + box.width > text.ownerSVGElement.viewBox.baseVal.width - 4;
        }).map(text => text.textContent)""")
        assert not over, name


def test_every_real_chart_draws():
    from trendrapport.charts.drawing.draw import draw

    jobs = declared_jobs()
    drawings, found = draw(jobs, Kept(), workers=0)
    assert not found
    assert list(drawings) == [job.name for job in jobs]
    names = [
        name for drawing in drawings.values() for name in re.findall(r' id="([^"]+)"', drawing.texts["svg"])
    ]
    assert len(names) == len(set(names)), "drawings can stand on one page"
    # A drawing of many marks, such as a tile for each municipality, may be larger than others, but not for
    # each mark.
    assert all(
        len(drawing.texts["svg"].encode()) < max(16_000, 200 * drawing.texts["svg"].count("<title"))
        for drawing in drawings.values()
    )
