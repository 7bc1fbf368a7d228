"""Text in data, declarations and settings stays text in every form of a chart, whatever it contains."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from trendrapport.charts.drawing.draw import ChartJob
from trendrapport.charts.figure import figure
from trendrapport.charts.formats import standalone, svg, table, words
from trendrapport.charts.pictures.framing import Frame
from trendrapport.charts.tables.table import Table, read_table
from trendrapport.model.charts import Chart
from trendrapport.pipeline import check

from .samples import chart_of, package

NASTY = (
    "<script>alert(1)</script>",
    "]]>",
    "<![CDATA[",
    "&amp;",
    "&#0;",
    "\"'`",
    "{{ 7*7 }}",
    "{value}",
    "{% raw %}",
    "%s",
    "\\\\n",
    "-->",
    "<!--",
    "\u202egnal\u202c",
    "\u05e9\u05dc\u05d5\u05dd",
    "\u200b",
    "e\u0301",
    "\U0001f600",
    "</svg>",
    "</title>",
    "<b>",
    "a:b",
    "datum.x",
    "constructor",
    "__proto__",
    "toString",
    "null",
    "undefined",
    "NaN",
    "var(--chart-1)",
    "#fa01ce",
    "url(#x)",
    "url(//example.org/)",
    "onverenigbaarheidsverklaringsprocedurevoorschriften" * 2,
    "a | b",
    "<a href='javascript:1'>x</a>",
    "\u00a0",
    "1.234,5",
    "[x](y)",
)
PLAIN = st.text(
    st.characters(blacklist_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp"]), min_size=1, max_size=24
)
TEXTS = PLAIN | st.tuples(st.sampled_from(NASTY), PLAIN).map("".join)
BESIDE = 9
QUICK = settings(
    max_examples=4,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TAGS = {
    "svg",
    "g",
    "path",
    "line",
    "rect",
    "circle",
    "text",
    "tspan",
    "title",
    "desc",
    "clipPath",
    "defs",
    "linearGradient",
    "stop",
}
HTML = {"table", "caption", "thead", "tbody", "tr", "th", "td", "span", "ul", "li", "p"}

KINDS: dict[str, dict[str, Any]] = {
    "bars": {"fields": {"category": "naam", "value": "waarde"}},
    "ranked_bars": {"fields": {"category": "naam", "value": "waarde"}},
    "grouped_bars": {"fields": {"category": "naam", "series": "reeks", "value": "waarde"}},
    "stacked_bars": {
        "fields": {"category": "reeks", "series": "naam", "value": "waarde"},
        "options": {"totals": True},
    },
    "diverging_bars": {"fields": {"category": "reeks", "series": "naam", "value": "waarde"}},
    "pyramid": {"fields": {"category": "naam", "series": "reeks", "value": "waarde"}},
    "lines": {"fields": {"x": "jaar", "series": "naam", "value": "waarde"}},
    "area": {"fields": {"x": "jaar", "series": "naam", "value": "waarde"}},
    "dots": {"fields": {"category": "naam", "series": "reeks", "value": "waarde"}},
    "slope": {"fields": {"x": "jaar", "series": "naam", "value": "waarde"}},
    "small_multiples": {"fields": {"x": "jaar", "series": "naam", "value": "waarde"}},
    "heat_map": {"fields": {"x": "reeks", "y": "naam", "value": "waarde"}},
    "histogram": {"fields": {"value": "waarde"}},
    "scatter": {"fields": {"x": "jaar_als_getal", "y": "waarde", "label": "naam"}},
    "tile_map": {"fields": {"name": "naam", "value": "waarde"}},
    "timeline": {"fields": {"date": "jaar", "label": "naam"}},
    "waffle": {"fields": {"category": "naam", "value": "waarde"}},
    "key_figures": {"fields": {"label": "naam", "value": "waarde"}},
}
UNNAMED = {"histogram", "scatter", "tile_map", "area", "key_figures"}
"""Kinds that do not show every name: of an area without all its parts, say, there is nothing to show."""
UNITS = {kind for kind in KINDS if kind != "timeline"}


def source(names: list[str], heading: str) -> Table | None:
    """A table with these texts, or None if that is refused with a message."""
    rows = [
        (2020 + index, name, other, 3 + index, 7 * index)
        for index, name in enumerate(names)
        for other in names[:2]
    ]
    written = StringIO()
    csv.writer(written, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n").writerows(rows)
    text = "jaar,naam,reeks,waarde,jaar_als_getal\n" + written.getvalue()
    sorts = {
        "jaar": "year",
        "naam": "string",
        "reeks": "string",
        "waarde": "integer",
        "jaar_als_getal": "integer",
    }
    fields = [{"name": name, "type": sort, "title": heading} for name, sort in sorts.items()]
    made, found = read_table("tabel", "charts/data/tabel.csv", text, package(fields))
    assert made or found, "what is refused is told"
    return made


class Page(HTMLParser):
    """The tags, attributes and text of HTML as a browser reads it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    unknown_decl = handle_pi = handle_decl


def squeezed(text: str) -> str:
    """A text without spaces and line breaks, which readers see otherwise than they are written."""
    return re.sub(r"\s", "", text)


def unhyphenated(text: str) -> str:
    """A squeezed text without hyphens: a word that is longer than a line is broken with them, and at a soft
    hyphen that an editor put in it.
    """
    return squeezed(text).replace("-", "").replace("\u00ad", "")


def holds_svg(text: str, tags: set[str]) -> ElementTree.Element:
    root = ElementTree.fromstring(text)
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= tags
    assert not {
        name
        for element in root.iter()
        for name in element.attrib
        if name.startswith("on") or name in {"href", "style"}
    }
    return root


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("start", range(0, len(NASTY), BESIDE))
def test_nasty_text_stays_text(kind: str, start: int) -> None:
    names = list(NASTY[start : start + BESIDE])
    holds_text(kind, names, names[0], names[-1], names[1])


@pytest.mark.parametrize("kind", KINDS)
@QUICK
@given(names=st.lists(TEXTS, min_size=2, max_size=6, unique=True), title=TEXTS, unit=TEXTS, heading=TEXTS)
@example(
    names=["een", "twee"],
    title="titel",
    unit="eenheid",
    heading="onverenigbaarheids" * 8 + "ver\u00adklaring",
)
def test_any_text_stays_text(kind: str, names: list[str], title: str, unit: str, heading: str) -> None:
    holds_text(kind, names, title, unit, heading)


def holds_text(kind: str, names: list[str], title: str, unit: str, heading: str) -> None:
    """Every form of a chart with these texts parses, has only the generator's tags, and shows the texts."""
    if not all(map(str.strip, (title, unit, heading))) or (made := source(names, heading)) is None:
        return
    declared = json.loads(json.dumps(KINDS[kind]))
    if kind in UNITS:
        declared.setdefault("options", {})["unit"] = unit
    chart = chart_of(kind, **declared).model_copy(update={"title": title, "description": f"{title}."})
    whole = figure(
        ChartJob(
            "proef", "charts/proef.yml", Chart.model_validate_json(chart.model_dump_json()), made, "nl"
        ).plan
    )
    drawing = svg.write(whole).decode()
    root = holds_svg(drawing, TAGS)
    alone = holds_svg(
        standalone.write(drawing, Frame(title, unit, heading)).decode(), TAGS | {"view", "style"}
    )
    assert [element.text for element in alone.iter() if element.tag.endswith("}style")] == [
        "#drawing:target~.words{display:none}"
    ]
    shown = unhyphenated("".join(alone.itertext()))
    assert all(unhyphenated(text) in shown for text in (title, unit, heading))
    by_id = {element.get("id"): element.text or "" for element in root.iter() if element.get("id")}
    assert by_id["chart-proef-title"] == title
    for form in (table.write(whole).decode(), words.write(whole).decode()):
        page = Page(form)
        assert page.tags <= HTML
        assert page.attributes <= {"scope", "class", "role", "aria-label", "title"}
    page = Page(table.write(whole).decode())
    assert squeezed(title) in squeezed(page.text)
    if "naam" in str(declared["fields"].values()):
        assert all(squeezed(name) in squeezed(page.text) for name in names)
    said = squeezed("".join(element.text or "" for element in root.iter()))
    if kind not in UNNAMED:
        assert [name for name in names if squeezed(name).replace("-", "") not in said.replace("-", "")] == []


@pytest.mark.parametrize(
    "control", ["\x00", "\x01", "\x08", "\x0b", "\x1b", "\x7f", "\u2028", "\ufffe", "\uffff"]
)
def test_a_control_character_is_refused_where_it_is_read(control: str, sample: Path) -> None:
    """The drawing library ends its process at some of these, so none may come that far: not as itself, and
    not as an escape.
    """
    for path, old, new in (
        ("charts/data/voorbeeld.csv", "2025,5", f"20{control}25,5"),
        ("charts/voorbeeld.yml", "title: ", f"title: {control}"),
        ("charts/voorbeeld.yml", "fields:", f'options: {{unit: "\\u{ord(control):04x}"}}\nfields:'),
    ):
        text = (sample / path).read_text("utf-8")
        assert old in text
        (sample / path).write_text(text.replace(old, new, 1), encoding="utf-8")
        assert [
            one.location.path for one in check(sample).diagnostics if one.code == "control-character"
        ] == [path]
        (sample / path).write_text(text, encoding="utf-8")


def test_what_no_xml_can_hold_is_left_out_of_a_drawing(job: Callable[..., ChartJob]) -> None:
    """The file with Vega-Lite holds no control character itself, but an escape of one."""
    encoding = {"x": {"field": "jaar", "title": "a\x00b\x1bc\uffff"}, "y": {"field": "aantal"}}
    code = json.dumps({"mark": "bar", "encoding": encoding})
    drawn = ElementTree.fromstring(svg.write(figure(job("vega_lite", code=code).plan)).decode())
    assert "abc" in "".join(element.text or "" for element in drawn.iter())
