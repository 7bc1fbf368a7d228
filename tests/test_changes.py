"""What changed between two editions, in words, links and slopes; and a trend's history; invented trends."""

from __future__ import annotations

import csv
import io
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

import invented
from conftest import title_of
from trendrapport.pages.analysis.pairs import pairs
from trendrapport.pages.overviews.changes import compared, comparison
from trendrapport.pages.parts.change_slopes import MEASURES
from trendrapport.pipeline import Options, build
from trendrapport.placing.dots import Box
from trendrapport.placing.name_lines import extent, name_lines
from trendrapport.placing.slopes import Item, Slopes, drawing

TITLES = st.text(st.sampled_from("abcdeimnorstAB ij"), min_size=1, max_size=60).filter(str.strip)
LEVEL = st.one_of(st.none(), st.integers(0, 3))


@pytest.fixture
def three(sample: Path) -> Path:
    _, middle, far = invented.HORIZONS
    privacy = {"value": "privacy", "effect": "pressured", "why": "Verzonnen."}
    invented.edition(
        sample, "2022", {"weg": {}, "blijft": {}, "schuift": {"horizon": far, "values": [privacy]}}
    )
    invented.edition(
        sample,
        "2023",
        {
            "blijft": {},
            "schuift": {
                "title": "Schuift nu",
                "horizon": middle,
                "impact": 5,
                "certainty": 4,
                "stance": "act",
                "categories": ["technologisch", "maatschappelijk"],
                "values": [privacy | {"effect": "mixed"}],
            },
            "nieuw": {},
        },
    )
    return sample


def slugs(groups: list[dict[str, Any]]) -> dict[str, list[str]]:
    """The trends of each group, by its kind."""
    found = {}
    for group in groups:
        found[group.kind] = [trend.slug for trend in group.trends]
    return found


def test_each_sort_of_change(three: Path) -> None:
    view = invented.view(three)
    newer, older = invented.editions(view, "2023", "2022")
    made = comparison(view, newer, older)
    assert made.counts == (
        "1 nieuw, 1 verdwenen, 1 verplaatst, 1 met andere titel, 1 herzien, 1 gelijk gebleven"
    )
    assert slugs(made.groups) == {
        "new": ["nieuw"],
        "gone": ["weg"],
        "same": ["blijft"],
    }
    (changed,) = made.changed
    assert [(change.name, change.old, change.new) for change in changed.changes] == [
        ("Titel", "Schuift", "Schuift nu"),
        ("Horizon", "3 tot 5 jaar", "1 tot 3 jaar"),
        ("Houding", "Volgen", "Handelen"),
        ("Impact", "3 van 5", "5 van 5"),
        ("Zekerheid", "3 van 5", "4 van 5"),
        ("Categorie", "Maatschappelijk", "Technologisch, Maatschappelijk"),
        ("Privacy", "onder druk", "wisselend"),
    ]
    assert changed.old.href == "../2022/trends/schuift.html"
    assert changed.new.href == "trends/schuift.html"
    assert [slope.figure.title for slope in made.slopes] == [
        "Van 2022 naar 2023 komt 1 trend dichterbij en houdt 1 trend dezelfde horizon",
        "Van 2022 naar 2023 krijgt 1 trend meer impact en houdt 1 trend dezelfde impact",
    ]
    assert made.slopes[1].figure.sentences == [
        "Blijft: impact 3 in beide edities.",
        "Nieuw: nieuw, met impact 3.",
        "Schuift nu: Impact van 3 naar 5.",
        "Weg: verdwenen, met impact 3.",
    ]


def test_every_two_editions_have_a_page(three: Path) -> None:
    assert build(three, Options()).built
    found = sorted(
        file.relative_to(three / "site").as_posix() for file in (three / "site").rglob("since-*.html")
    )
    assert found == ["2023/since-2022.html", "2026/since-2022.html", "2026/since-2023.html"]
    page = (three / "site/changes.html").read_text("utf-8")
    assert all(f'href="{path}"' in page for path in found)
    assert 'href="changes.html"' in (three / "site/editions.html").read_text("utf-8")
    for path in ("2023/index.html", "2023/radar.html"):
        assert 'href="since-2022.html"' in (three / "site" / path).read_text("utf-8")
    rows = list(csv.reader(io.StringIO((three / "site/2023/since-2022.csv").read_text("utf-8"))))
    assert rows[0] == ["Trend", "Wat", "2022", "2023"]
    assert ["Schuift nu", "Horizon", "3 tot 5 jaar", "1 tot 3 jaar"] in rows
    impact = list(csv.reader(io.StringIO((three / "site/2023/impact-since-2022.csv").read_text("utf-8"))))
    assert ["Schuift nu", "3", "5"] in impact


def test_an_edition_without_trends_is_not_compared(three: Path) -> None:
    (three / "content/2024").mkdir()
    (three / "content/2024/edition.yml").write_text(
        ('title: Leeg\nsummary: Verzonnen.\npublished: "2024"\n'), "utf-8"
    )
    view = invented.view(three)
    older = {}
    for edition in view.editions:
        older[edition.slug] = [one.slug for one in compared(view, edition)]
    assert older == {"2026": ["2023", "2022"], "2024": [], "2023": ["2022"], "2022": []}
    assert build(three, Options()).built
    assert not (three / "site/2024/radar.html").exists()


def test_text_is_no_markup(three: Path) -> None:
    place = three / "content/2023/trends/nieuw.md"
    place.write_text(
        place.read_text("utf-8").replace("title: Nieuw", "title: '<b>\"Nieuw\"</b> & meer'"), "utf-8"
    )
    assert build(three, Options()).built
    for path in ("2023/since-2022.html", "2023/radar.html", "2023/index.html"):
        page = (three / "site" / path).read_text("utf-8")
        assert "<b>&#34;" not in page
        assert '<b>"' not in page
        assert "&lt;b&gt;" in page


def test_the_history_of_a_trend(three: Path) -> None:
    assert build(three, Options()).built
    page = (three / "site/2023/trends/schuift.html").read_text("utf-8")
    assert "Horizon van 3 tot 5 jaar naar 1 tot 3 jaar" in page
    assert '<a href="../../2022/trends/schuift.html">Schuift</a>' in page
    assert "Deze trend door de edities heen" not in (three / "site/2023/trends/nieuw.html").read_text("utf-8")


def test_what_comes_back_is_not_new(three: Path) -> None:
    invented.edition(three, "2021", {"nieuw": {}})
    view = invented.view(three)
    newer, older = invented.editions(view, "2023", "2022")
    made = comparison(view, newer, older)
    assert slugs(made.groups) == {
        "returned": ["nieuw"],
        "gone": ["weg"],
        "same": ["blijft"],
    }
    assert made.counts.startswith("1 weer terug, 1 verdwenen")


@given(st.lists(st.tuples(LEVEL, LEVEL, TITLES, TITLES), min_size=1, max_size=60), st.sampled_from(MEASURES))
@settings(max_examples=80, deadline=None)
def test_names_never_collide(items: list[tuple[int | None, int | None, str, str]], measure: Slopes) -> None:
    made = drawing(measure, [Item(*item) for item in items], ["Nu", "straks", "later", "ooit"])
    boxes = []
    for end, item in zip(made["ends"], items, strict=True):
        for side, sign, title in (("left", -1, item[2]), ("right", 1, item[3])):
            assert (end[side] is None) == (item[0 if side == "left" else 1] is None)
            if found := end[side]:
                width, height = extent([line["text"] for line in found["lines"]], measure.text)
                near = found["text_x"]
                boxes.append(
                    Box(
                        min(near, near + sign * width),
                        found["y"] - height / 2,
                        max(near, near + sign * width),
                        found["y"] + height / 2,
                    )
                )
                assert boxes[-1].left >= 0
                assert boxes[-1].right <= made["width"]
                assert "".join(line["text"].removesuffix("-") for line in found["lines"]).replace(
                    " ", ""
                ) == title.replace(" ", "")
                level = made["levels"][found["level"]]
                assert boxes[-1].top >= level["text"]
    assert not any(a.touches(b) for a, b in combinations(boxes, 2))


@given(TITLES, st.floats(60, 200))
@settings(deadline=None)
def test_a_name_keeps_within_its_width(title: str, room: float) -> None:
    assert all(extent([line], 12.5)[0] <= room for line in name_lines(title, 12.5, room, "nl"))


def test_a_long_word_is_broken_as_it_is_spoken() -> None:
    assert name_lines("Platformeconomie", 12.5, 95, "nl") == ("Platformecono-", "mie")


def test_a_line_does_not_end_within_an_amount_but_goes_on_after_a_hanging_hyphen() -> None:
    assert name_lines("Zorg- en 5\u00a0miljoen", 12.5, 75, "nl") == ("Zorg- en", "5\u00a0miljoen")
    assert name_lines("Zorg- en welzijn", 12.5, 200, "nl") == ("Zorg- en welzijn",)


def test_pairs(three: Path) -> None:
    view = invented.view(three)
    newer, older = invented.editions(view, "2023", "2022")
    found = {(new or old).slug: (bool(old), bool(new)) for old, new in pairs(view, newer, older)}
    assert found == {
        "blijft": (True, True),
        "schuift": (True, True),
        "nieuw": (False, True),
        "weg": (True, False),
    }


@pytest.mark.parametrize("width", [320, 1280])
def test_slopes_can_be_read_and_followed(browser: Browser, site: Path, width: int) -> None:
    page = browser.new_page(java_script_enabled=False, viewport={"width": width, "height": 900})
    page.goto((site / "2022/since-2020.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".slope:visible").count() == 2
    labels = (
        page.locator(".slope:visible")
        .first.locator("a")
        .evaluate_all("links => links.map(link => link.getAttribute('aria-label'))")
    )
    assert f"2020: {title_of('2020/trends/algoritmen')}, 1 tot 3 jaar" in labels
    assert f"2022: {title_of('2022/trends/algoritmen')}, Nu" in labels
    sizes = page.locator(".slope:visible text").evaluate_all(
        "texts => texts.map(text => parseFloat(getComputedStyle(text).fontSize) * "
        "text.ownerSVGElement.getScreenCTM().a)"
    )
    assert min(sizes) >= 12
    page.close()
