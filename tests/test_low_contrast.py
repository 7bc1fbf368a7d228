"""Colours in the settings that cannot be made out are told at their place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from trendrapport.checks import low_contrast
from trendrapport.diagnostics import Severity
from trendrapport.model.contrast import contrast
from trendrapport.pipeline import check


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#ffffff", 1),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_is_that_of_the_standard(first, second, expected):
    assert contrast(first, second) == contrast(second, first) == pytest.approx(expected, abs=0.005)


CATEGORIES = ("maatschappelijk", "technologisch", "organisatorisch")


def found(sample: Path, *changes: tuple[str, str]) -> list[str]:
    """What is told of the sample's settings, with these lines in the place of others."""
    path = sample / "site_config.yml"
    text = path.read_text("utf-8")
    for old, new in changes:
        text = re.sub(rf"(?m)^(\s*){old}: \[.*\]$", rf"\g<1>{old}: {new}", text, count=1)
    path.write_text(text, encoding="utf-8")
    written = text.split("\n")
    return [
        f"{written[one.location.line - 1].split(':')[0].strip()}:{one.location.column} {one.what.en}"
        for one in check(sample).diagnostics
        if one.code == "low-contrast"
    ]


def test_the_colours_of_the_sample_and_of_this_report_can_be_made_out(sample, dutch):
    assert found(sample) == []
    assert list(low_contrast.check(dutch.report)) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            [("soft", '["#8a949d", "#a9b5bf"]')],
            [
                'soft:10 soft "#8a949d" on paper "#fbfaf6" has a contrast of 2.9:1 in light mode',
                'soft:10 soft "#8a949d" on card "#ffffff" has a contrast of 3.0:1 in light mode',
                'soft:10 soft "#8a949d" on wash "#eef3f1" has a contrast of 2.7:1 in light mode',
            ],
        ),
        (
            [("accent", '["#0b5c66", "#2a5863"]')],
            [
                'accent:23 accent "#2a5863" on paper "#11181f" has a contrast of 2.2:1 in dark mode',
                'accent:23 accent "#2a5863" on card "#19232c" has a contrast of 2.0:1 in dark mode',
                'accent:12 accent "#2a5863" on cover "#0e333c" has a contrast of 1.7:1 in light mode',
                'accent:23 accent "#2a5863" on cover "#0b2830" has a contrast of 1.9:1 in dark mode',
                'accent:23 accent "#2a5863" on wash "#1b2a2f" has a contrast of 1.8:1 in dark mode',
            ],
        ),
        (
            [("colour", '["#e29ad0", "#e29ad0"]')],
            [
                (
                    'colour:16 maatschappelijk "#e29ad0" on paper "#fbfaf6" has a contrast of 2.0:1 '
                    "in light mode"
                ),
                (
                    'colour:16 maatschappelijk "#e29ad0" on card "#ffffff" has a contrast of 2.1:1 '
                    "in light mode"
                ),
            ],
        ),
    ],
)
def test_a_pale_colour_is_told_at_its_place(sample, changes, expected):
    assert sorted(found(sample, *changes)) == sorted(expected)


def test_a_cover_on_which_the_dark_schemes_colours_cannot_be_made_out_is_told(sample):
    config = sample / "site_config.yml"
    config.write_text(
        config.read_text("utf-8").replace("look:\n", 'look:\n  cover: ["#f4e8d0", "#0b2830"]\n'),
        encoding="utf-8",
    )
    told = found(sample)
    assert 'cover:11 ink "#eef1f2" on cover "#f4e8d0" has a contrast of 1.0:1 in light mode' in told
    named = {one.split('"')[0] for one in told}
    assert named <= {f"cover:11 {name} " for name in ("ink", "soft", "accent", *CATEGORIES)}
    assert len(named) == 5, "and the sixth is counted"
    assert [one.code for one in check(sample).diagnostics].count("more-findings") == 1
    assert not any("dark mode" in one for one in told)


def test_a_card_on_which_charts_cannot_be_seen_is_told(sample):
    told = found(sample, ("card", '["#c9c4b4", "#19232c"]'))
    assert any('chart-2 "#c35208" on card "#c9c4b4"' in one for one in told)
    assert all(one.startswith("card:10 card") or "on card" in one for one in told)


def test_it_is_a_warning_with_what_to_do(sample):
    path = sample / "site_config.yml"
    path.write_text(path.read_text("utf-8").replace("#52606d", "#b0b8c0"), encoding="utf-8")
    [first, *_] = [one for one in check(sample).diagnostics if one.code == "low-contrast"]
    assert first.severity is Severity.WARNING
    assert "donkerdere" in first.fix.nl
    assert "4.5:1" in first.why.nl
