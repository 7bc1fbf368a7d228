"""Colours of a report's own for charts: where they come through, and what `check` says of them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from conftest import files, shown
from trendrapport.charts.theme import PALETTE, palette
from trendrapport.checks import confusable_colours
from trendrapport.checks.confusable_colours import _nearest
from trendrapport.model.contrast import contrast
from trendrapport.model.look import Look
from trendrapport.model.sight import APART, difference
from trendrapport.pipeline import Options, build, check

OWN = ("#3b3fa0", "#a3a7ff")
FITTING = '["#3b3fa0", "#a3a7ff"]'


def settings(report: Path, *lines: str) -> None:
    """Adds lines to the look."""
    config = report / "site_config.yml"
    added = "".join(f"  {line}\n" for line in lines)
    config.write_text(config.read_text("utf-8").replace("look:\n", f"look:\n{added}", 1), "utf-8")


def with_outputs(report: Path, *names: str) -> None:
    config = report / "site_config.yml"
    listed = "".join(f"  - {name}\n" for name in ("site", *names))
    config.write_text(config.read_text("utf-8").replace("  - site\n", listed, 1), "utf-8")


def found(report: Path, code: str) -> list[str]:
    return [shown(one) for one in check(report).diagnostics if one.code == code]


def test_the_usual_colours_have_nothing_against_them(sample: Path) -> None:
    assert check(sample).diagnostics == ()
    listed = ", ".join(f'["{light}", "{dark}"]' for light, dark in list(PALETTE.values())[:8])
    settings(sample, f"series: [{listed}]")
    assert check(sample).diagnostics == ()


def test_each_form_has_the_colours(drawn: Path) -> None:
    with_outputs(drawn, "pdf", "pptx", "docx", "epub")
    assert build(drawn, Options()).built
    before = files(drawn / "site")
    settings(drawn, f"series: [{FITTING}]")
    assert build(drawn, Options(strict=True)).built
    after = files(drawn / "site")
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    for style in ("assets/look.css", "assets/report.css"):
        assert f"--chart-1:{OWN[0]}".encode() in after[style]
        assert f"--chart-1:{OWN[1]}".encode() in after[style]
    assert OWN[0].encode() in after["figures/voorbeeld.svg"]
    assert (0x3B, 0x3F, 0xA0) in colours_of(after["figures/voorbeeld.png"])
    assert (0x3B, 0x3F, 0xA0) in colours_of(after["figures/voorbeeld.card.png"])
    deck = zipfile.ZipFile(io.BytesIO(after["2026/trends/voorbeeldtrend.pptx"]))
    theme = b"".join(deck.read(name) for name in deck.namelist() if name.endswith(".xml"))
    assert OWN[0].lstrip("#").upper().encode() in theme.upper()
    assert "2026/trends/voorbeeldtrend.pdf" in changed
    assert "2026/trends/voorbeeldtrend.docx" in changed
    assert "2026/trends/voorbeeldtrend.html" not in changed
    assert build(drawn, Options(verify=True)).built
    assert files(drawn / "site") == after


def colours_of(png: bytes) -> set[object]:
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    return {colour for _, colour in picture.getcolors(picture.width * picture.height) or []}


def test_without_any_the_files_are_what_they_were() -> None:
    usual = palette(Look())
    assert {name: usual[name] for name in PALETTE} == PALETTE


def test_colours_that_look_alike_are_told_at_the_second(sample: Path) -> None:
    settings(sample, 'series: [["#1a7f37", "#6fdd8b"], ["#b35900", "#f0b072"]]')
    line = lines(sample).index("series:") + 1
    told = found(sample, "confusable-colours")
    assert told[0] == f"site_config.yml:{line}:37 confusable-colours"
    assert f"site_config.yml:{line}:48 confusable-colours" in told


def lines(report: Path) -> list[str]:
    """The first word of each line of the settings."""
    return [
        line.split("[")[0].strip() for line in (report / "site_config.yml").read_text("utf-8").split("\n")
    ]


def test_a_pale_colour_is_told_at_its_place(sample: Path) -> None:
    settings(sample, 'series: [["#e0b0d0", "#f2a6d8"]]')
    line = lines(sample).index("series:") + 1
    assert f"site_config.yml:{line}:13 low-contrast" in found(sample, "low-contrast")


@pytest.mark.parametrize(
    ("amounts", "codes"),
    [
        (list(range(1, 6)), []),
        ([5, 4, 3, 2, 1], ["uneven-amounts"] * 5 + ["more-findings"]),
        ([1, 2, 2, 4, 5], ["uneven-amounts"] * 2),
    ],
)
def test_amounts_must_rise(sample: Path, amounts: list[int], codes: list[str]) -> None:
    pairs = [PALETTE[f"chart-scale-{step}"] for step in amounts]
    listed = ", ".join(f'["{light}", "{dark}"]' for light, dark in pairs)
    settings(sample, f"amounts: [{listed}]")
    at_all = {"uneven-amounts", "more-findings"}
    assert [one.code for one in check(sample).diagnostics if one.code in at_all][:6] == codes


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('amounts: [["#e2f0f1", "#213b45"]]', "too-few"),
        ("series: [" + ", ".join([FITTING] * 9) + "]", "too-many"),
        ('series: ["#7a1f5c"]', "one-colour"),
        ('series: [["red", "#f2a6d8"]]', "bad-colour"),
    ],
)
def test_wrong_colours_are_told(sample: Path, line: str, code: str) -> None:
    settings(sample, line)
    assert [one.code for one in check(sample).diagnostics] == [code]


@given(st.lists(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True), min_size=8, max_size=8), st.integers(0, 7))
def test_what_is_proposed_passes(colours: list[str], place: int) -> None:
    proposed = _nearest(colours, place, "#ffffff").en
    if not proposed:
        return
    colour = proposed.split('"')[1]
    assert contrast(colour, "#ffffff") >= 4.5
    near = [other for other in range(max(0, place - 2), min(8, place + 3)) if other != place]
    assert all(difference(colour, colours[other]) >= APART for other in near)


def test_the_example_in_the_manual_is_one() -> None:
    assert "confusable-colours" in (confusable_colours.__doc__ or "")
    assert difference("#1a7f37", "#b35900") < APART
    assert difference("#6fdd8b", "#f0b072") < APART
