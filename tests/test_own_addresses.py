"""Headings that lead to themselves, and signs that mean "about" beside small letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trendrapport.prose.markdown import parse


def shown(written: str) -> str:
    """A text as HTML; none of it refers to anything."""
    return parse(written).html(None)  # type: ignore[arg-type]


@pytest.mark.parametrize("level", [2, 3])
def test_a_heading_leads_to_itself(level: int) -> None:
    found = shown(f"{'#' * level} Een *kop* & meer\n")
    inside = '<a class="own-address" href="#een-kop-meer">Een <em>kop</em> &amp; meer</a>'
    assert found == f'<h{level} id="een-kop-meer">{inside}</h{level}>\n'


def test_two_of_the_same_words_lead_to_different_places() -> None:
    assert shown("## Kop\n\n## Kop\n").count('href="#kop-2"') == 1


def test_words_that_are_a_link_already_stay_one() -> None:
    found = parse("## Zie [elders](https://example.org/)\n").html(_Elsewhere())  # type: ignore[arg-type]
    assert found.count("<a ") == 1
    assert "own-address" not in found


class _Elsewhere:
    def link(self, target: str) -> str:
        return target

    def file(self, target: str) -> str:
        return ""


@given(st.text(alphabet="aB #\"'<>&*`~^", min_size=1, max_size=30))
def test_whatever_a_heading_says_its_link_is_closed(words: str) -> None:
    found = shown(f"## {words}\n")
    assert found.count("<a ") == found.count("</a>")
    for part in found.split('href="')[1:]:
        assert not set(part.split('"')[0]) & set("<> '")


@pytest.mark.parametrize("written", ["ongeveer ~5/~10 km", "(~5-~10)", "~5~"])
def test_a_sign_that_means_about_stays(written: str) -> None:
    assert shown(written) == f"<p>{written}</p>\n"


@pytest.mark.parametrize("written", ["H~2~O", "*x*~1~", "(a)~1~"])
def test_small_letters_come_right_behind_a_word(written: str) -> None:
    assert "<sub>" in shown(written)
