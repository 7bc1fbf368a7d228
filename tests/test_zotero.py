"""Sources as Zotero, Better BibTeX and Pandoc export them: read as they are, and shown rightly.

All content here is invented.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from conftest import shown
from invented import trend
from test_diagnostics import PLACE
from trendrapport.diagnostics import CannotRunError
from trendrapport.files.source import Source as File
from trendrapport.language.labels import Labels
from trendrapport.model import csl
from trendrapport.model.entries.sources import Source
from trendrapport.pages.makers.sources import _year
from trendrapport.pipeline import check
from trendrapport.report.citing import apa, reference
from trendrapport.report.validation import parse
from trendrapport.starters import writing as starters
from trendrapport.starters.schemas import schemas

JSON = [
    {
        "id": "jansen2021",
        "type": "article-journal",
        "container-title": "Verzonnen tijdschrift",
        "issue": "3",
        "volume": "12",
        "page": "45-67",
        "title": "De rol van <i>Homo sapiens</i> &amp; CO<sub>2</sub>",
        "citation-key": "jansen2021",
        "event-place": "Utrecht",
        "number-of-pages": "200",
        "DOI": "https://doi.org/10.1234/abc(1)<2>",
        "language": "nl-NL",
        "ISSN": "1234-5678",
        "source": "Zotero",
        "author": [
            {"family": "Jansen", "given": "Jan", "non-dropping-particle": "van", "static-ordering": 1}
        ],
        "accessed": {"date-parts": [["2026", 1, 24]]},
        "issued": {"date-parts": [["2021", 3]]},
    }
]

KEYS = ["year", "month", "day", "date-parts", "season", "literal", "raw", "circa"]


DAYS = st.sampled_from(
    [
        "2021",
        "2021-03",
        "2021-03-05",
        "2021-23",
        "2020/2021",
        "1998~",
        " 2021?",
        "2021-03-05T10:00:00Z",
        "-0400",
        "zomer",
        2021,
        99,
    ]
)
"""Dates as texts and numbers, of which some are none."""
BLOCKS = st.fixed_dictionaries(
    {},
    optional={
        "year": st.sampled_from([2021, "2021", "onbekend"]),
        "month": st.sampled_from([3, "03", 21, ""]),
        "day": st.sampled_from([5, "5", None]),
        "date-parts": st.lists(
            st.none() | st.lists(st.sampled_from([2021, "2021", 3, "3", "", None]), max_size=4), max_size=3
        ),
        "season": st.sampled_from([1, "2", "lente", "regen", "", None]),
        "circa": st.sampled_from([True, 1, "true", 0.5, None, []]),
        "literal": st.sampled_from(["zomer van 1969", None]),
        "raw": st.sampled_from(["2021-03", "ooit", None]),
        "ander": st.just(1),
    },
)
NAMES = st.fixed_dictionaries(
    {},
    optional={
        "family": st.sampled_from(["Jansen", None]),
        "given": st.sampled_from(["Jan", None]),
        "literal": st.sampled_from(["Organisatie", ""]),
        "non-dropping-particle": st.just("van"),
        "dropping-particle": st.none(),
        "suffix": st.just("jr."),
        "static-ordering": st.just(1),
        "comma-suffix": st.just(True),
        "parse-names": st.just(False),
        "ander": st.just("x"),
    },
)


@cache
def schema() -> Draft202012Validator:
    """What `trendrapport schema` says of `content/sources.yml`."""
    return Draft202012Validator(json.loads(schemas("nl")["sources"]))


def fits(item: object) -> bool:
    """Whether a source fits that schema, below `references` and as an item of a list alike."""
    answers = {schema().is_valid([item]), schema().is_valid({"references": [item]})}
    assert len(answers) == 1
    return answers.pop()


def read(**fields: Any) -> Source:
    data = {"id": "a", "type": "book", "title": "Verzonnen"} | fields
    value, found = parse(Source, File("a.yml", "", data), data)
    assert value, found
    return value


@pytest.mark.parametrize(
    ("issued", "nl", "en", "year"),
    [
        (2007, "2007", "2007", "2007"),
        ([{"year": 2007}], "2007", "2007", "2007"),
        ([{"year": "2007", "month": "3", "day": 1}], "1 maart 2007", "1 March 2007", "2007"),
        ({"date-parts": [["2021", 3, 5]]}, "5 maart 2021", "5 March 2021", "2021"),
        ({"date-parts": [[2021, "", None]]}, "2021", "2021", "2021"),
        ({"date-parts": [[2020], [2021]]}, "2020–2021", "2020–2021", "2020"),
        (
            {"date-parts": [[2020, 3], [2021, 1]]},
            "maart 2020 tot en met januari 2021",
            "March 2020 to January 2021",
            "2020",
        ),
        ([{"year": 2021, "season": 1}], "voorjaar 2021", "spring 2021", "2021"),
        ({"date-parts": [[2021]], "season": "Winter"}, "winter 2021", "winter 2021", "2021"),
        ("2021-23", "najaar 2021", "autumn 2021", "2021"),
        ("2020/2021", "2020–2021", "2020–2021", "2020"),
        ("1998~", "ca. 1998", "ca. 1998", "1998"),
        ([{"year": 1998, "circa": "true"}], "ca. 1998", "ca. 1998", "1998"),
        ({"date-parts": [[1998]], "circa": 1}, "ca. 1998", "ca. 1998", "1998"),
        ({"literal": "zomer van 1969"}, "zomer van 1969", "zomer van 1969", "1969"),
        ({"raw": "2021-03-05"}, "5 maart 2021", "5 March 2021", "2021"),
        ({"raw": "in de herfst"}, "in de herfst", "in de herfst", None),
        ("2021-03-05T10:00:00Z", "5 maart 2021", "5 March 2021", "2021"),
    ],
)
def test_every_way_to_write_a_date(issued: Any, nl: str, en: str, year: str | None) -> None:
    source = read(issued=issued)
    assert fits({"id": "a", "type": "book", "title": "Verzonnen", "issued": issued})
    assert reference(source, Labels("nl"))["when"] == nl
    assert reference(source, Labels("en"))["when"] == en
    assert _year(source) == year
    assert apa(source, Labels("nl"))


@pytest.mark.parametrize(
    ("issued", "code"),
    [
        ("2021-13", "bad-date"),
        ({"date-parts": [[2021, 13]]}, "bad-date"),
        ({"date-parts": []}, "bad-date"),
        ({}, "bad-date"),
        ([{"year": "onbekend"}], "wrong-type"),
        ("ooit", "bad-date"),
        ([], "wrong-type"),
        ({"date-parts": [[2021]], "season": "regen"}, "wrong-type"),
    ],
)
def test_what_is_no_date_is_told_at_its_key(sample: Path, issued: Any, code: str) -> None:
    items = [{"id": "voorbeeldbron", "type": "document", "title": "A", "issued": issued}]
    (sample / "content/sources.yml").write_text(
        yaml.safe_dump({"references": items}, sort_keys=False), "utf-8"
    )
    found = check(sample).diagnostics
    assert [one.code for one in found] == [code]
    assert found[0].location.line >= 5


def test_an_export_of_zotero_is_read_as_it_is(sample: Path) -> None:
    (sample / "content/sources.yml").write_text(
        json.dumps([*JSON, {"id": "voorbeeldbron", "type": "document", "title": "A"}], indent="\t"), "utf-8"
    )
    (sample / PLACE).write_text(trend(body="Tekst [@jansen2021].\n"), "utf-8")
    assert [shown(one) for one in check(sample).diagnostics] == []


def test_an_article_is_told_with_its_journal() -> None:
    told = reference(read(**JSON[0]), Labels("nl"))
    assert told["title"] == "De rol van Homo sapiens & CO₂"
    assert told["where"] == "Verzonnen tijdschrift, 12(3), 45–67"
    assert told["address"] == "https://doi.org/10.1234/abc%281%29%3C2%3E"
    assert (told["who"], told["when"], told["accessed"]) == (
        "van Jansen, J.",
        "maart 2021",
        "24 januari 2026",
    )


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"edition": 2, "publisher": "Uitgever"}, "2e druk. Uitgever"),
        ({"type": "report", "number": "2021-4", "publisher": "B"}, "nr. 2021-4. B"),
        ({"type": "chapter", "container-title": "Een bundel", "page": "3--9"}, "Een bundel, p. 3–9"),
        ({"type": "paper-conference", "event": "Verzonnen dag"}, "Verzonnen dag"),
        ({"type": "article-journal", "container-title": "T", "issue": 4}, "T, (4)"),
    ],
)
def test_where_a_source_stands(fields: dict[str, Any], where: str) -> None:
    assert reference(read(**fields), Labels("nl"))["where"] == where


def test_a_film_has_its_director() -> None:
    assert (
        reference(read(type="motion_picture", director=[{"family": "Maker", "given": "Mie"}]), Labels("nl"))[
            "who"
        ]
        == "Maker, M."
    )


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        ("https://doi.org/10.1234/abc", "10.1234/abc"),
        ("doi:10.1234/abc", "10.1234/abc"),
        ("http://dx.doi.org/10.1234/a%2Fb", "10.1234/a/b"),
        ("DOI 10.1234/abc", "10.1234/abc"),
        ("10.1234.5/abc", "10.1234.5/abc"),
        ("https://doi.org/https://doi.org/10.1234/abc", "10.1234/abc"),
    ],
)
def test_a_doi_is_read_without_its_address(written: str, doi: str) -> None:
    assert doi == read(DOI=written).DOI


@pytest.mark.parametrize("written", ["doi:10.5555/x y", "https://example.org/10.1234/abc", "abc", ""])
def test_what_is_no_doi_is_told(sample: Path, written: str) -> None:
    items = {"references": [{"id": "voorbeeldbron", "type": "document", "title": "A", "DOI": written}]}
    (sample / "content/sources.yml").write_text(yaml.safe_dump(items, sort_keys=False), "utf-8")
    assert [shown(one) for one in check(sample).diagnostics] == ["content/sources.yml:5:8 bad-doi"]


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.text(max_size=8)
        | st.sampled_from(["2021-03", "2021", "circa"]),
        lambda part: st.lists(part, max_size=3) | st.dictionaries(st.sampled_from(KEYS), part, max_size=4),
        max_leaves=8,
    )
)
def test_whatever_stands_at_a_date_has_an_answer(issued: Any) -> None:
    data = {"id": "a", "type": "book", "title": "A", "issued": issued, "author": issued}
    value, found = parse(Source, File("a.yml", "", data), data)
    assert (value is None) == bool(found)
    assert csl.plain(issued) is not None or issued is None


@given(
    st.sampled_from(["issued", "accessed", "original-date"]),
    DAYS | BLOCKS | st.lists(BLOCKS, max_size=2),
    st.lists(NAMES, max_size=2),
)
def test_what_is_read_fits_the_schema(date: str, day: Any, names: list[dict[str, Any]]) -> None:
    data = {
        "id": "a",
        "type": "book",
        "title": "A",
        date: day,
        "author": names,
        "editor": names,
        "director": names,
    }
    value, _ = parse(Source, File("a.yml", "", data), data)
    assert fits(data) or value is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("director: [{family: A}, {naam: B}]", "5:30 unknown-key"),
        (("host: [{family: A}]\n    guest: [{family: 3}]"), "6:22 wrong-type"),
        ("event: [a]", "5:12 wrong-type"),
    ],
)
def test_what_is_wrong_in_a_variable_of_another_name_is_told_where_it_stands(
    findings, line: str, expected: str
) -> None:
    text = f"references:\n  - id: voorbeeldbron\n    type: document\n    title: A\n    {line}\n"
    assert findings(sources=text) == [f"content/sources.yml:{expected}"]


def test_the_parts_of_a_name_are_told_there_too(sample: Path) -> None:
    text = (
        "references:\n  - id: voorbeeldbron\n    type: document\n    title: A\n    director: [{famly: B}]\n"
    )
    (sample / "content/sources.yml").write_text(text, "utf-8")
    assert [one.fix.nl.partition(" Kies")[0] for one in check(sample).diagnostics] == ['Bedoelt u "family"?']


@pytest.mark.parametrize(
    "wrong",
    [
        {"issued": {"jaar": 2021}},
        {"issued": [2021]},
        {"issued": "ooit"},
        {"issued": []},
        {"author": ["Jan Jansen"]},
        {"author": [{"naam": "Jan"}]},
        {"titel": "A"},
    ],
)
def test_what_is_not_read_does_not_fit_the_schema(wrong: dict[str, Any]) -> None:
    assert not fits({"id": "a", "type": "book", "title": "A"} | wrong)


def test_an_export_of_zotero_fits_the_schema() -> None:
    assert fits(JSON[0])


def test_a_source_is_added_to_a_list_of_another_program(sample: Path) -> None:
    path = sample / "content/sources.yml"
    path.write_text("- id: voorbeeldbron\n  type: document\n  title: A\n", "utf-8")
    starters.write(sample, "source", "Nog een")
    assert [one.code for one in check(sample).diagnostics] == ["unused-source"]
    path.write_text(json.dumps(JSON), "utf-8")
    with pytest.raises(CannotRunError, match="JSON"):
        starters.write(sample, "source", "En nog een")


def test_a_file_by_its_other_name(sample: Path) -> None:
    (sample / "content/sources.json").write_text("[]", "utf-8")
    (found,) = check(sample).diagnostics
    assert "content/sources.yml" in found.fix.nl
