"""Advice on writing: what it is about and what not, and that it never stops anything.

All content here is invented.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from invented import trend
from test_fixing import put
from trendrapport.advice import advice
from trendrapport.cli import main
from trendrapport.diagnostics import Diagnostic, Location, Severity
from trendrapport.files.source import yaml_source
from trendrapport.manual.pages import advice_codes
from trendrapport.pipeline import Options, build, check
from trendrapport.prose.outline import Mark
from trendrapport.prose.reading_ease import reading_ease, syllables
from trendrapport.prose.sentences import FieldText, paragraphs
from trendrapport.report.load import load
from trendrapport.runtime.cache import Cache

PLACE = "content/2026/trends/proef.md"
SHORT = "Deze zin is kort. " * 30
HARD = "Interorganisatorische verantwoordingsverplichtingen compliceren besluitvormingsprocedures. " * 40
WORDS = " ".join(["woord"] * 26)


def pieces(report: Path) -> list[Diagnostic]:
    """All advice on a report."""
    return [one for one in check(report, advice=True).diagnostics if one.severity is Severity.ADVICE]


def advised(report: Path, body: str, path: str = PLACE, extra: str = "") -> list[str]:
    """The advice on a text, but for its spelling: line in the body, column and code."""
    put(report, {path: trend(extra, body)})
    found = [one for one in pieces(report) if one.code != "misspelt-word"]
    first = trend(extra, "").count("\n")
    return [f"{one.location.line - first}:{one.location.column} {one.code}" for one in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"Kort. Een {WORDS}.\n", ["1:7 long-sentence"]),
        (f"Kort. Een {' '.join(['woord'] * 24)}.\n", []),
        (f"> Een {WORDS}.\n", []),
        (f"- Kort.\n- Een *heel* {WORDS}.\n", ["2:3 long-sentence"]),
        (f"# Een {WORDS}\n", []),
        (HARD, ["1:1 hard-text"]),
        (SHORT, []),
        ("Dit gaat in het kader van iets.\n", ["1:10 difficult-word"]),
        ("Iets *met\nbetrekking tot* iets.\n", ["1:7 difficult-word"]),
        ("Een `middels` en [bron middels](https://example.org/derhalve).\n", ["1:24 difficult-word"]),
        ("De middelste en het middel.\n", []),
        ("De QXZ zegt het.\n\nDe QXZ ook.\n", ["1:4 unexplained-abbreviation"]),
        ("De Quasi Xeno Zaak (QXZ) zegt het. De QXZ ook.\n", []),
        ("De QXZ (Quasi Xeno Zaak) zegt het.\n", []),
        ("De EU en een PDF.\n", []),
        ("Kijk [hier](https://example.org/).\n", ["1:6 vague-link"]),
        ("Kijk naar [het hele onderzoek](https://example.org/).\n", []),
        ("## Kop\n\n```figure voorbeeld\n```\n\n## Kop twee\n\nTekst.\n", ["3:11 unmentioned-figure"]),
        ("## Kop\n\nTekst.\n\n```figure voorbeeld\n```\n\n## Kop twee\n", []),
        ("## Kop\n\n```figure voorbeeld\n```\n\n## Kop twee\n\nZie [@fig:voorbeeld].\n", []),
        ("Eerst. Wel 25% doet mee.\n", ["1:12 number-without-source"]),
        ("Wel € 3,5 miljoen.\n", ["1:5 number-without-source"]),
        ("Wel 25% doet mee [@voorbeeldbron].\n", []),
        ("Wel 25% doet [mee](https://example.org/).\n", []),
        ("Wel 25% doet mee.\n\n```figure voorbeeld\n```\n", []),
        ("In 2026 zijn er 12 op 3 mei.\n", []),
        ("Dat bleek onlangs.\n", ["1:11 relative-time"]),
        ("Dat bleek onlangs, in 2025.\n", []),
        ("> Dat bleek onlangs.\n", []),
    ],
)  # fmt: skip
def test_advice_is_given_where_it_is_about(sample: Path, body: str, expected: list[str]) -> None:
    assert advised(sample, body) == expected


PASSIVE = "De zaak wordt gemaakt. De brief werd verstuurd. Het plan wordt besproken. Dat kan worden gedaan.\n"


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (PASSIVE, 4),
        (PASSIVE + "Wij doen het zelf. " * 20, 0),
        ("De zaak wordt gemaakt. Wij doen de rest.\n", 0),
        ("Het wordt bekend. Zij worden bewust. Dat werd een voorbeeld. Het wordt een gebied.\n", 0),
    ],
)
def test_passive_sentences_are_only_told_of_when_there_are_many(sample: Path, body: str, count: int) -> None:
    assert [one.split()[1] for one in advised(sample, body)] == ["passive-voice"] * count


def source(year: int, kind: str = "report") -> str:
    return (
        "references:\n- id: oud\n"
        f"  type: {kind}\n  title: Oud\n  issued: '{year}'\n  URL: https://example.org/\n"
    )


@pytest.mark.parametrize(
    ("year", "kind", "body", "told"),
    [
        (2014, "report", "Er zijn er 12 [@oud].\n", True),
        (2022, "report", "Er zijn er 12 [@oud].\n", False),
        (2014, "legislation", "Er zijn er 12 [@oud].\n", False),
        (2014, "report", "In 2014 waren er 12 [@oud].\n", False),
        (2014, "report", "Er zijn er enkele [@oud].\n", False),
    ],
)
def test_an_old_source_of_a_number(sample: Path, year: int, kind: str, body: str, told: bool) -> None:
    put(sample, {"content/sources.yml": source(year, kind)})
    assert ("stale-source" in "".join(advised(sample, body))) == told


def test_a_text_of_an_odd_length(sample: Path) -> None:
    for number, times in enumerate((10, 10, 11, 30)):
        put(sample, {f"content/2026/trends/t{number}.md": trend(body="Een zin van vijf woorden. " * times)})
    found = [one for one in check(sample, advice=True).diagnostics if one.code == "odd-length"]
    assert [one.location.path for one in found] == ["content/2026/trends/t3.md"]


SAID = "Wij willen dat iedereen in onze gemeente kan meedoen."
INTERVIEW = f"""---
title: Gesprek
summary: Verzonnen.
person: iemand
quotes:
  - text: {SAID}
---
Verzonnen.
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"Zij zei: “{SAID}”\n", []),
        (f'Zij zei: "{SAID[:-1]}".\n', []),
        ("Zij zei: “Wij willen dat iedereen (...) kan meedoen.”\n", []),
        ("Zij zei: “Wij wilden dat iedereen in onze gemeente kan meedoen.”\n", ["1:11 differing-quotation"]),
        ("> Wij willen dat iedereen in de gemeente kan meedoen.\n", ["1:3 differing-quotation"]),
        ("Zij zei: “Heel iets anders dan wat hierboven staat.”\n", []),
    ],
)
def test_a_quotation_that_differs(sample: Path, body: str, expected: list[str]) -> None:
    put(
        sample,
        {
            "content/people.yml": "iemand: {name: Iemand Verzonnen}\n",
            "content/2026/interviews/gesprek.md": INTERVIEW,
        },
    )
    assert [one for one in advised(sample, body) if "differing-quotation" in one] == expected


def test_advice_stops_nothing(sample: Path) -> None:
    put(sample, {PLACE: trend(body="Kijk [hier](https://example.org/).\n")})
    arguments = ["check", "--root", str(sample)]
    plain = CliRunner().invoke(main, arguments)
    assert "vague-link" not in plain.output
    strict = CliRunner().invoke(main, [*arguments, "--advice", "--strict"])
    assert strict.exit_code == 0
    assert 'proef.md:11:6: advies[vague-link]: de link "hier" zegt niet waar hij heen leidt' in strict.output
    assert "0 fouten, 0 waarschuwingen, 1 advies." in strict.output
    assert build(sample, Options(strict=True)).built


def test_advice_can_be_allowed(sample: Path) -> None:
    comment = "<!-- allow: vague-link zo heet de stichting -->\n"
    link = "Kijk [hier](https://example.org/).\n"
    assert advised(sample, comment + link) == []
    assert check(sample).diagnostics == ()
    put(sample, {PLACE: trend(body=comment + "Niets.\n")})
    assert check(sample).diagnostics == ()
    assert [one.code for one in check(sample, advice=True).diagnostics] == ["unneeded-exception"]


def test_many_are_shown_as_few(sample: Path) -> None:
    """What says how many more there are is advice as well."""
    put(sample, {PLACE: trend(body="Kijk [hier](https://example.org/).\n\n" * 9)})
    found = check(sample, advice=True).diagnostics
    assert [one.severity for one in found] == [Severity.ADVICE] * 6


def test_english_texts_get_english_advice(sample: Path) -> None:
    text = "---\ntitle: Trial\nsummary: Invented.\n---\nIn order to see it, the middle.\n"
    put(sample, {PLACE: trend(), PLACE.replace(".md", ".en.md"): text})
    found = [one for one in check(sample, advice=True).diagnostics if one.severity is Severity.ADVICE]
    assert [(one.location.column, one.code) for one in found] == [(1, "difficult-word")]


def test_each_code_has_a_page() -> None:
    assert {"long-sentence", "differing-quotation", "odd-length"} <= advice_codes()


@pytest.mark.parametrize(
    ("word", "language", "count"),
    [
        ("gemeente", "nl", 3),
        ("idee", "nl", 2),
        ("museum", "nl", 3),
        ("tijd", "nl", 1),
        ("table", "en", 2),
        ("open", "en", 2),
        ("time", "en", 1),
        ("municipality", "en", 6),
    ],
)
def test_syllables(word: str, language: str, count: int) -> None:
    assert syllables(word, language) == count


def test_the_reading_ease_is_that_of_the_formula() -> None:
    """Sentences of five words of one syllable each: 206.835 - 0.93 * 5 - 77."""
    text = "De man zag een huis. " * 25
    assert reading_ease(paragraphs(text, 1), "nl") == 100
    text = "De wethouder beschreef gemeentelijke maatregelen. " * 25
    words = ["De", "wethouder", "beschreef", "gemeentelijke", "maatregelen"]
    each = sum(syllables(word, "nl") for word in words) / 5
    assert reading_ease(paragraphs(text, 1), "nl") == max(round(206.835 - 0.93 * 5 - 77 * each), 0)
    assert reading_ease(paragraphs("Kort.", 1), "nl") is None


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Een zin. Nog een zin! Een vraag?", 3),
        ("De heer dr. A. de Boer zei het. Ja.", 2),
        ("Bijv. Utrecht doet het, o.a. Amsterdam ook.", 1),
        ("Het is 3.5 en 1.530 groot. Dat is veel.", 2),
        ("Hij zei: “Nee.” Zij niet.", 2),
    ],
)
def test_sentences(text: str, sentences: int) -> None:
    [paragraph] = paragraphs(text, 1)
    assert len(paragraph.sentences) == sentences


@given(st.text(st.sampled_from("Aa .!?*_[]()`>\n-é1@#“”"), max_size=80))
def test_a_sentence_begins_where_it_is_said_to(text: str) -> None:
    """Whatever is typed: each sentence has a place in the text."""
    lines = text.split("\n")
    for paragraph in paragraphs(text, 1):
        for sentence in paragraph.sentences:
            mark = paragraph.mark(sentence.start)
            assert 1 <= mark.line <= len(lines)
            assert 1 <= mark.column <= len(lines[mark.line - 1]) + 1


FIELDS = """authors: []
drivers:
- Dit is middels iets.
brakes: ["Kort.", "Ook *middels* iets."]
corrections:
- date: "2026-01-01"
  what: >-
    Een lange
    regel middels iets.
  why: |
    Kort, en nog eens
    middels.
actions:
  college: ["Doe dit middels iets.", "'Middels' iets, middels iets."]
"""


def places(report: Path) -> list[Location]:
    """Where there are difficult words, all of them."""
    read, _ = load(report, Cache(None))
    return [one.location for one in advice(read) if one.code == "difficult-word"]


def test_fields_are_read_too(sample: Path) -> None:
    summary = "summary: Iets middels iets."
    put(sample, {PLACE: trend(FIELDS, "![Iets middels iets](x.png)\n", summary=summary)})
    found = places(sample)
    lines = (sample / PLACE).read_text("utf-8").split("\n")
    assert len(found) == 9
    assert {lines[one.line - 1][one.column - 1 :][:7].lower() for one in found} == {"middels"}


def test_a_text_with_a_mistake_gets_advice_too(sample: Path) -> None:
    put(sample, {PLACE: trend("actions: 3\n", "Middels.\n", stance="stanse: watch", impact="impact: veel")})
    assert PLACE in {one.path for one in places(sample)}
    assert "unknown-key" in {one.code for one in check(sample, advice=True).diagnostics}


def test_lists_charts_and_descriptors_are_read_too(sample: Path) -> None:
    figures = "budget:\n  title: Middels iets\n  value: 1\n  period: '2025'\n  source: voorbeeldbron\n"
    figures += "  unit: middels\n  explanation: Middels iets.\n"
    put(sample, {"content/2026/key_figures.yml": figures})
    changed = ("charts/voorbeeld.yml", "charts/data/voorbeeld.datapackage.yml")
    for path in changed:
        text = (sample / path).read_text("utf-8").replace("\ntitle: ", "\ntitle: Middels ", 1)
        (sample / path).write_text(text, "utf-8")
    found = [(one.path, one.column) for one in places(sample)]
    assert found == [("content/2026/key_figures.yml", 10), ("content/2026/key_figures.yml", 16)] + [
        (path, 8) for path in changed
    ]


def test_what_others_said_or_called_is_left_alone(sample: Path) -> None:
    put(sample, {"content/sources.yml": source(2025).replace("title: Oud", "title: Middels iets")})
    assert [one for one in pieces(sample) if one.code == "difficult-word"] == []


def test_a_language_without_a_list_of_words_gets_what_needs_none(sample: Path) -> None:
    settings = sample / "site_config.yml"
    settings.write_text(settings.read_text("utf-8").replace("language: nl", "language: de"), "utf-8")
    found = advised(sample, f"Middels onlangs. Kijk [hier](https://example.org/). Een {WORDS}.\n")
    assert "1:53 long-sentence" in found
    assert [one for one in found if "difficult" in one or "relative" in one] == []


SIGNS = st.sampled_from("ab c'\"\\:#é.\n-{}[]>|")


@given(
    st.lists(
        st.text(alphabet=st.sampled_from("ab c'\"\\:#é.\n-{}[]>|"), min_size=1, max_size=20),
        min_size=1,
        max_size=3,
    ),
    st.sampled_from(["plain", "folded", "literal", "quoted"]),
)
def test_any_word_of_a_field_is_found_in_its_file(words: list[str], form: str) -> None:
    """Whatever way YAML writes it, the place is on that word, or at the start of the value."""
    text = " ".join(words)
    styles = {"plain": None, "folded": ">", "literal": "|", "quoted": '"'}
    raw = yaml.dump({"a": text}, default_style=styles[form], allow_unicode=True, width=12)
    source, _ = yaml_source("x.yml", raw)
    if source is None or not isinstance(source.data.get("a"), str):
        return
    start = source.locate(("a",))
    lines = raw.split("\n")
    found = FieldText(source.data["a"], Mark(start.line, start.column), lines)
    for match in re.finditer(r"\w+", found.text):
        mark = found.mark(match.start())
        at_word = lines[mark.line - 1][mark.column - 1 :].startswith(match[0])
        assert at_word or mark == found.start
