"""Words that are longer than their line are broken as their language has it, and nothing of them is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trendrapport.charts.pictures.framing import Lettering, broken
from trendrapport.placing import wrapping
from trendrapport.placing.hyphenation import SOFT_HYPHEN, parts, softened

TITLE = Lettering(46, "#000", serif=True)
WORDS = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=60)


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("Gezondheidszorg", "nl", ["Gezondheids-", "zorg"]),
        ("Bouwnijverheid", "nl", ["Bouwnijver-", "heid"]),
        ("maatschappelijkheid", "nl", ["maatschappe-", "lijkheid"]),
        ("Arbeidsongeschiktheid", "nl", ["Arbeidsonge-", "schiktheid"]),
        ("transformational", "en", ["transforma-", "tional"]),
        ("informatie-uitwisseling", "nl", ["informatie-", "uitwisseling"]),
        ("https://example.nl/een/pad", "nl", ["https://", "example.nl/", "een/pad"]),
        ("Ge\u00adzondheids\u00adzorg", "nl", ["Gezondheids-", "zorg"]),
        ("12.345.678.901", "nl", ["12.345.678.901"]),
        ("\u2212123456789012%", "nl", ["\u2212123456789012%"]),
        ("kort", "nl", ["kort"]),
    ],
)
def test_a_word_is_broken_where_its_language_has_a_break(word, language, expected):
    assert parts(word, lambda part: len(part) <= 12, language) == expected


@given(WORDS, st.integers(2, 14), st.sampled_from(["nl", "en"]))
def test_nothing_is_lost_and_every_part_fits(word, most, language):
    found = parts(word, lambda part: len(part) <= most, language)
    bare, rest = word.replace(SOFT_HYPHEN, ""), 0
    for part in (part.replace(SOFT_HYPHEN, "") for part in found):
        own = part if bare.startswith(part, rest) else part.removesuffix("-")
        assert bare.startswith(own, rest)
        rest += len(own)
    assert rest == len(bare)
    assert all(len(part.replace(SOFT_HYPHEN, "")) <= most for part in found) or any(
        sign.isdigit() for sign in word
    )
    assert "--" not in "".join(found) or "--" in word


@given(st.text(min_size=1, max_size=80), st.integers(2, 14))
def test_soft_hyphens_change_no_word(text, most):
    made = softened(text, lambda part: len(part) <= most, "nl")
    assert made.replace(SOFT_HYPHEN, "") == " ".join(text.split()).replace(SOFT_HYPHEN, "")


def test_titles_and_names_are_broken_so_too():
    assert broken("Arbeidsongeschiktheidsverzekeringen", TITLE, 470, "nl") == [
        "Arbeidsongeschikt-",
        "heidsverzekeringen",
    ]
    assert wrapping.wrapped("de Gezondheidszorg", 12, within="nl") == "de\nGezondheids-\nzorg"
