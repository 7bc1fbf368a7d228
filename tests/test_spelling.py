"""Advice on spelling: what is doubted, what is suggested, and what is left alone. All content here is
invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import trend
from test_fixing import put
from trendrapport.pipeline import check
from trendrapport.prose.spelling import is_known, lacks_accents, suggestions

pytest.importorskip("hunspell")

PLACE = "content/2026/trends/proef.md"
MISSPELT = [
    line.split() for line in Path(__file__).with_name("misspellings.txt").read_text("utf-8").splitlines()
]
MISSED = {"plaatsvind", "dienstverlenging", "warden"}
"""Misspellings that are, or could be, another word."""


def doubted(report: Path, body: str, path: str = PLACE) -> dict[str, str]:
    """The words that are doubted, by line in the body and column, with how to fix that."""
    put(report, {path: trend(body=body)})
    first = trend().count("\n")
    found = [one for one in check(report, advice=True).diagnostics if one.code == "misspelt-word"]
    assert all(one.location.path == path for one in found)
    return {
        f"{one.location.line - first}:{one.location.column} {one.what.nl.split()[2]}": one.fix.nl
        for one in found
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Dit is belanrijk, en *belanrijk* blijft het.\n", ['1:8 "belanrijk"']),
        ("Kort.\n\n- Een lijst\n- met gegevns erin.\n", ['4:7 "gegevns"']),
        ("Interesant. Dit ook.\n", ['1:1 "Interesant"']),
        ("Zie de gemeentehuisvestingsplannen, foto's, zo’n één en ideeën.\n", []),
        ("De heer Xyzzy zegt dit. Xyzzy zegt dat.\n", []),
        ("Wrwzklmn zegt dat.\n", []),
        ("De QWXZ en de iPhone.\n", []),
        ("Zie www.xqzk.nl, qqx@xqzk.nl, xqzk.csv en https://xqzk.nl/wqzz.\n", []),
        ("Een `wqzzk` en ```wqzzk```.\n", []),
        ("> Een wqzzk.\n", []),
        ("Goede governance en compliance.\n", []),
        ("Dit is efficient.\n", ['1:8 "efficient"']),
        ("AI-toepassingen en het sms-verkeer met belanrijk-nieuws.\n", ['1:40 "belanrijk-nieuws"']),
    ],
)
def test_what_is_doubted(sample: Path, body: str, expected: list[str]) -> None:
    assert list(doubted(sample, body)) == expected


def test_each_text_is_read_in_its_language(sample: Path) -> None:
    put(sample, {PLACE: trend(body="Dit gaat over the whole.\n")})
    english = PLACE.replace(".md", ".en.md")
    put(
        sample,
        {
            english: "---\ntitle: Trial\nsummary: Invented.\n---\nOur organisation, the digitalisation, "
            "het goverment.\n",
        },
    )
    found = [one for one in check(sample, advice=True).diagnostics if one.code == "misspelt-word"]
    assert [(one.location.path, one.what.en.split()[2]) for one in found] == [
        (english, '"het"'),
        (english, '"goverment"'),
    ]


def test_the_word_that_is_meant_comes_first(sample: Path) -> None:
    fix = doubted(sample, "Dit is belanrijk.\n")['1:8 "belanrijk"']
    assert fix == 'Bedoelt u "belangrijk"? Is het woord goed, zet het dan bij "words" in site_config.yml.'


def test_the_report_has_words_of_its_own(sample: Path) -> None:
    body = "Zie de xqzkplannen van wqzzk en het vkzzp.\n"
    assert len(doubted(sample, body)) == 3
    with (sample / "site_config.yml").open("a", encoding="utf-8") as settings:
        settings.write("words: [xqzkplannen]\n")
    put(sample, {"content/glossary.yml": "wqzzk:\n  term: wqzzk\n  definition: Verzonnen.\n"})
    assert list(doubted(sample, body)) == ['1:37 "vkzzp"']


def test_doubt_can_be_allowed(sample: Path) -> None:
    assert doubted(sample, "<!-- allow: misspelt-word zo heet het -->\nEen wqzzk.\n") == {}


def test_most_common_misspellings_are_found() -> None:
    words = [(wrong, right) for wrong, right in MISSPELT if wrong not in MISSED]
    english = {wrong for wrong, _ in words if is_known(wrong, "en") and not lacks_accents(wrong)}
    assert [wrong for wrong, _ in words if is_known(wrong, "nl") or wrong in english] == []
    assert [right for _, right in words if not is_known(right, "nl")] == []


def test_what_is_meant_is_mostly_among_the_suggestions() -> None:
    right = [word in suggestions(wrong, "nl") for wrong, word in MISSPELT]
    assert sum(right) >= 0.85 * len(right)


@given(st.text(max_size=40))
def test_any_word_can_be_looked_up(word: str) -> None:
    assert is_known(word, "nl") in {True, False}
    assert is_known(word, "en") in {True, False}
