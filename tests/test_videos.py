"""Videos in a text: a card that loads nothing, and what is told of one that lacks something.

All content here is invented.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import shown
from invented import trend
from test_downloads import PDF
from trendrapport.pages.search.passages import passages
from trendrapport.pipeline import Options, build, check
from trendrapport.prose.markdown import parse
from trendrapport.prose.video_block import spoken
from trendrapport.report.video import Video, mistakes, video_of

PLACE = "content/2026/trends/proef.md"
FIELDS = """title: "Wat doet <een> algoritme?"
address: https://www.example.org/video?a=1&b=2
source: Verzonnen Omroep
duration: 4:32
"""
SAID = "\nEerste zin.\nTweede zin.\n\nEen tweede alinea.\n"


def block(text: str) -> str:
    return f"```video\n{text}```\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (block(FIELDS + SAID), []),
        (block(FIELDS), ["11:4 video-without-transcript"]),
        (block(FIELDS + "transcript: voorbeeldtrend.md\n"), []),
        (block(FIELDS + "transcript: weg.pdf\n"), ["16:13 broken-link"]),
        (block(FIELDS + "transcript: https://example.org/tekst\n"), []),
        (block(FIELDS.replace("4:32", "4 min") + SAID), ["15:11 bad-duration"]),
        (block(FIELDS.replace("4:32", "272") + SAID), ["15:11 bad-duration"]),
        (block(FIELDS.replace("4:32", "1:75:10") + SAID), ["15:11 bad-duration"]),
        (block(FIELDS.replace("4:32", "1:05:10") + SAID), []),
        (block(FIELDS.replace("source:", "bron:") + SAID), ["14:1 unknown-key"]),
        (block(FIELDS.replace("https://", "") + SAID), ["13:10 bad-address"]),
        (block('title: "open\n' + SAID), ["12:8 yaml-quote"]),
        ("```video Een titel\n" + FIELDS + SAID + "```\n", ["11:10 video-name"]),
        (block(""), ["12:1 missing-key"] * 4),
    ],
)
def test_what_is_told(sample: Path, body: str, expected: list[str]) -> None:
    (sample / PLACE).write_text(trend(body=body), "utf-8")
    assert [shown(one) for one in check(sample).diagnostics] == [f"{PLACE}:{one}" for one in expected]


def test_a_card_says_what_readers_need_and_loads_nothing(sample: Path) -> None:
    files = sample / "content/files"
    files.mkdir()
    (files / "tekst.pdf").write_bytes(PDF)
    (sample / PLACE).write_text(
        trend(
            body=block(f"{FIELDS}transcript: ../../files/tekst.pdf\npublished: 2024-05\n")
            + block(FIELDS + SAID)
        ),
        "utf-8",
    )
    (sample / "site_config.yml").write_text(
        (sample / "site_config.yml").read_text("utf-8") + "\npictures: false\n", "utf-8"
    )
    assert build(sample, Options()).built
    page = (sample / "site/2026/trends/proef.html").read_text("utf-8")
    assert '<a href="https://www.example.org/video?a=1&amp;b=2">Wat doet &lt;een&gt; algoritme?</a>' in page
    assert "Verzonnen Omroep · mei 2024 · " in page
    assert "4:32 minuten" in page
    assert "op example.org" in page
    assert '<a href="../../files/tekst.pdf" download>Uitgeschreven tekst <span class="form">(PDF' in page
    assert "<p>Eerste zin. Tweede zin.</p><p>Een tweede alinea.</p>" in page
    assert not re.search(r"<(iframe|video|embed|object)\b", page)
    assert (sample / "site/files/tekst.pdf").is_file()
    things = json.loads(
        re.search(
            (
                r"<script "
                r'type="application/ld\+json">(.*?)</script>'
            ),
            page,
            re.DOTALL,
        )[1]
    )["@graph"]
    first, second = next(one for one in things if one["@type"] == "Article")["video"]
    assert first == {
        "@type": "VideoObject",
        "name": "Wat doet <een> algoritme?",
        "url": "https://www.example.org/video?a=1&b=2",
        "creator": {"@type": "Organization", "name": "Verzonnen Omroep"},
        "duration": "PT4M32S",
        "inLanguage": "nl",
        "datePublished": "2024-05",
    }
    assert second["transcript"] == "Eerste zin. Tweede zin.\nEen tweede alinea."


def test_search_finds_what_is_said() -> None:
    text = " ".join(one.text for one in passages(block(FIELDS + SAID)))
    assert "algoritme" in text
    assert "Een tweede alinea." in text
    assert "https" not in text


@pytest.mark.parametrize(
    ("duration", "iso"), [("4:32", "PT4M32S"), ("0:40", "PT40S"), ("1:02:00", "PT1H2M"), ("00:00", "PT0S")]
)
def test_durations(duration: str, iso: str) -> None:
    assert Video(title="a", address="https://example.org/", source="b", duration=duration).iso_duration == iso


@given(st.text(st.sampled_from("title:adres \n\"'[]{}&*!|>#\t-\\0;é"), max_size=60))
def test_any_text_in_a_block_has_an_answer(text: str) -> None:
    assert (video_of(text) is None) == bool(mistakes("a.md", text, 1))
    assert all(part.strip() for part in spoken(text))
    parse(block(text + "\n")).outline()
