"""What readers take with them to cite an entry: in words, and as files that reference managers can read.

All content is invented.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import PATHS
from trendrapport.language.labels import Labels
from trendrapport.model.entries.sources import Source
from trendrapport.pipeline import Options, build
from trendrapport.report import citations
from trendrapport.report.citations import bibtex, csl_json, inverted, ris
from trendrapport.report.citing import apa
from trendrapport.report.person_names import monogram, name_parts
from trendrapport.runtime.plugins import modules

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60).filter(str.strip)
HOSTILE = '50% {\\LaTeX} & ~#_^$ } @article{x,\nTY  - EVIL\r\nER  - " \\} } een'
BACK = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
} | {f"\\{sign}": sign for sign in "&%$#_"}


def item(title: str = "Een trend", **fields: object) -> Source:
    values = {
        "id": "trends-2026-proef",
        "type": "chapter",
        "title": title,
        "author": [{"literal": "Niemand, vereniging"}],
        "issued": "2026-03",
        "container-title": "Proefrapport 2026",
        "publisher": "Niemand, vereniging",
        "URL": "https://trends.example.org/2026/trends/proef.html",
        "language": "nl",
    } | fields
    return Source.model_validate_json(
        json.dumps({key: value for key, value in values.items() if value is not None})
    )


def plain(text: str) -> str:
    return " ".join(text.split())


@given(TEXT, TEXT)
@example(HOSTILE, HOSTILE)
def test_bibtex_holds_any_text_and_gives_it_back(title: str, summary: str) -> None:
    made = bibtex.write(item(title, abstract=summary))
    depth = 0
    for place, sign in enumerate(made):
        depth += (sign == "{") - (sign == "}")
        assert depth > 0 or place <= made.index("{") or place >= len(made.rstrip()) - 1, (
            "nothing closes the entry before its end"
        )
    assert depth == 0
    found = dict(re.findall(r"^  (\w+) = \{(.*)\},?$", made, re.MULTILINE))
    for name, text in (("title", f"{{{plain(title)}}}"), ("abstract", plain(summary))):
        read = re.sub("|".join(map(re.escape, BACK)), lambda match: BACK[match[0]], found[name])
        assert read == text


@given(TEXT)
@example(HOSTILE)
def test_ris_has_a_line_for_each_field_whatever_the_text(title: str) -> None:
    lines = ris.write(item(title)).split("\r\n")
    assert [line[:6] for line in lines] == [
        f"{tag}  - " for tag in ("TY", "ID", "AU", "TI", "T2", "PB", "PY", "DA", "LA", "UR", "ER")
    ] + [""]
    assert lines[3] == f"TI  - {plain(title)}"


@given(TEXT)
@example(HOSTILE)
def test_csl_json_gives_the_text_back(title: str) -> None:
    [found] = json.loads(csl_json.write(item(title)))
    assert found["title"] == title
    assert found["issued"] == {"date-parts": [[2026, 3]]}
    assert found["container-title"] == "Proefrapport 2026"


def test_no_file_has_a_day_of_reading() -> None:
    for form in modules(citations).values():
        made = form.write(item())
        assert not re.search(r"urldate|accessed|Y2  - ", made), form.NAME


@pytest.mark.parametrize(
    ("name", "family", "expected", "letters"),
    [
        ("Jan de Vries", None, "de Vries, Jan", "JV"),
        ("Anna Maria van der Berg", None, "van der Berg, Anna Maria", "AB"),
        ("Els in 't Veld", None, "in 't Veld, Els", "EV"),
        ("Ana García López", "García López", "García López, Ana", "AL"),
        ("Ana García López", None, "López, Ana García", "AL"),
        ("De Redactie", None, "Redactie, De", "DR"),
        ("Plato", None, "", "P"),
        ("(onbekend)", None, "", ""),
    ],
)
def test_names(name: str, family: str | None, expected: str, letters: str) -> None:
    parts = name_parts(name, family)
    assert inverted(parts) == expected
    assert parts.literal == (None if expected else name)
    assert monogram(name) == letters


@pytest.mark.parametrize(
    ("fields", "language", "expected"),
    [
        (
            {},
            "nl",
            (
                "Niemand, vereniging. (2026, maart). Een trend. In *Proefrapport 2026*. "
                "https://trends.example.org/2026/trends/proef.html"
            ),
        ),
        (
            {
                "author": [
                    {"family": "Berg", "non-dropping-particle": "van der", "given": "Anna Maria"},
                    {"family": "Vries", "given": "Jan"},
                ],
                "genre": "Interview",
                "issued": "2026-03-09",
            },
            "nl",
            "van der Berg, A. M., & Vries, J. (2026, 9 maart). Een trend [Interview]. In *Proefrapport "
            "2026*. "
            "Niemand, vereniging. "
            "https://trends.example.org/2026/trends/proef.html",
        ),
        (
            {"title": "Wat nu?", "issued": "2026-03-09", "editor": [{"family": "Vries", "given": "Jan"}]},
            "en",
            (
                "Niemand, vereniging. (2026, March 9). Wat nu? In Vries, J. (Ed.), *Proefrapport 2026*. "
                "https://trends.example.org/2026/trends/proef.html"
            ),
        ),
        (
            {"type": "report", "container-title": None},
            "nl",
            (
                "Niemand, vereniging. (2026, maart). *Een trend*. "
                "https://trends.example.org/2026/trends/proef.html"
            ),
        ),
        (
            {"type": "webpage", "issued": None},
            "nl",
            "Niemand, vereniging. (z.d.). *Een trend*. https://trends.example.org/2026/trends/proef.html",
        ),
    ],
)
def test_apa(fields: dict[str, object], language: str, expected: str) -> None:
    pieces = apa(item(**fields), Labels(language))
    assert "".join(f"*{piece['text']}*" if piece["work"] else piece["text"] for piece in pieces) == expected


def test_an_organisation_is_named_as_one() -> None:
    made = item(
        author=[{"literal": "Ministerie van Zaken, Land en Water"}, {"family": "Vries", "given": "Jan"}]
    )
    assert re.findall(r"AU  - (.*)\r", ris.write(made)) == [
        "Ministerie van Zaken Land en Water",
        "Vries, Jan",
    ]
    assert "author = {{Ministerie van Zaken, Land en Water} and Vries, Jan}" in bibtex.write(made)


def test_a_person_of_the_report_can_be_an_organisation(findings, sample: Path) -> None:
    people = "redactie: {name: Bureau van de Redactie, group: true}\njan: {name: Jan van der Berg}\n"
    trend = (sample / PATHS["trend"].replace("proef", "voorbeeldtrend")).read_text("utf-8")
    (sample / PATHS["trend"].replace("proef", "voorbeeldtrend")).write_text(
        trend.replace("\nkind:", "\nauthors: [redactie, jan]\nkind:", 1), "utf-8"
    )
    assert findings(people=people) == []
    assert build(sample, Options()).built
    stem = sample / "site/2026/trends/voorbeeldtrend"
    assert re.findall(r"AU  - (.*)", stem.with_suffix(".ris").read_text("utf-8")) == [
        "Bureau van de Redactie",
        "van der Berg, Jan",
    ]
    assert ("author = {{Bureau van de Redactie} and van der Berg, Jan}") in stem.with_suffix(
        ".bib"
    ).read_text("utf-8")
    [made] = json.loads(stem.with_suffix(".csl.json").read_text("utf-8"))
    assert [one.get("literal") for one in made["author"]] == ["Bureau van de Redactie", None]
    page = stem.with_suffix(".html").read_text("utf-8")
    assert re.search(r'"@type": ?"Organization", ?"name": ?"Bureau van de Redactie"', page)
