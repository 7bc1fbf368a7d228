"""Tables of Statistics Netherlands come in whole or not at all, whatever the server does. All is invented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

import statline_server as failing
from statline_server import NUMBER, Server, serving
from trendrapport.diagnostics import CannotRunError
from trendrapport.fetching import statline
from trendrapport.fetching.cube import NOTHING, Cube, Figure
from trendrapport.fetching.selection import Wanted, wanted
from trendrapport.fetching.web import Patience, Web, host_of

QUICK = Patience(connect=10, silence=10, whole=20, attempts=3, pause=0.01, longest_pause=0.02)
HASTY = replace(QUICK, silence=0.5, whole=1, attempts=6)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with serving() as found:
        monkeypatch.setenv(statline.OVERRIDE, f"{found.root}/v4")
        monkeypatch.setenv(statline.OVERRIDE_3, f"{found.root}/v3")
        yield found


def fetched(number: str = NUMBER, asked: Wanted | None = None, patience: Patience = QUICK) -> Cube:
    return statline.cube(Web(patience, most=1_000_000), number, asked or Wanted())


def patience_for(failure: object) -> Patience:
    """What a test has: little where it waits for a slow server."""
    return HASTY if failure in (failing.silent, failing.dripping) else QUICK


def test_a_table_comes_with_labels_units_signs_and_status(server: Server):
    cube = fetched()
    assert (cube.title, cube.description) == ("Verzonnen; regio", "Een verzonnen tabel.")
    assert cube.version == "202601010000"
    assert len(cube.checksum) == 64
    assert [one.kind for one in cube.dimensions] == ["area", "time"]
    assert [code.provisional for code in cube.dimensions[1].codes] == [False, False, True]
    assert [(one.title, one.unit) for one in cube.measures] == [
        ("Verzonnen aantal", "aantal"),
        ("Verzonnen aandeel", "%"),
    ]
    assert [row.codes for row in cube.rows[:2]] == [("NL01", "2021JJ00"), ("NL01", "2022JJ00")]
    found = {row.codes: row.figures for row in cube.rows}
    assert found["NL01", "2021JJ00"] == (Figure("1000"), Figure("125.0"))
    assert found["GM0363", "2021JJ00"][1] == Figure(sign=".")
    assert found["GM0344", "2021JJ00"][1] == NOTHING
    assert found["NL01", "2022JJ00"][1] == Figure("125.125")


def test_every_page_is_read_and_a_filter_is_asked_for(server: Server):
    whole = fetched()
    assert sum("Observations" in path for path in server.asked) == 3
    server.asked.clear()
    part = fetched(asked=wanted(["Perioden=2021*", "regios=GM*", "Perioden=2023"], ["*aantal"]))
    assert {row.codes for row in part.rows} == {
        (area, period) for area in ("GM0363", "GM0344") for period in ("2021JJ00", "2023JJ00")
    }
    assert [one.name for one in part.measures] == ["M001"]
    assert len(whole.rows) == 9
    asked = next(path for path in server.asked if "Observations" in path)
    assert "Perioden eq '2021JJ00' or Perioden eq '2023JJ00'" in asked
    assert "(Measure eq 'M001')" in asked


def test_a_title_is_as_good_as_a_code(server: Server):
    assert {row.codes[0] for row in fetched(asked=wanted(["RegioS=Utrecht*"], [])).rows} == {"GM0344"}


@pytest.mark.parametrize(
    ("where", "columns", "said"),
    [
        (["Jaren=2021"], [], 'geen "Jaren"'),
        (["Perioden=1999*"], [], '"1999*" past op niets'),
        (["Perioden"], [], "geen paar"),
        ([], ["Inkomen"], '"Inkomen" past op geen onderwerp'),
    ],
)
def test_a_choice_that_fits_nothing_is_told_with_the_choices(server: Server, where, columns, said):
    with pytest.raises(CannotRunError) as error:
        fetched(asked=wanted(where, columns))
    assert said in str(error.value)


def test_a_number_in_capitals_or_an_address_is_the_same_table(server: Server):
    assert fetched("84410ned").number == NUMBER
    page = "https://opendata.cbs.nl/statline/#/CBS/nl/dataset/84410NED/table?ts=1"
    assert statline.number_in(page) == NUMBER
    assert statline.number_in("https://datasets.cbs.nl/odata/v1/CBS/37230ned") == "37230ned"
    assert statline.number_in("cijfers.xlsx") == ""
    assert statline.number_in("https://voorbeeld.nl/84410NED.csv") == ""
    assert statline.number_in("60006") == "60006"


def test_an_unknown_number_is_told(server: Server):
    with pytest.raises(CannotRunError, match="geen tabel"):
        fetched("99999NED")


def test_a_table_that_only_the_former_service_has(server: Server):
    server.former = {"12345ned"}
    cube = fetched("12345NED", wanted(["Geslacht=mannen"], []))
    assert cube.measures[0].unit == "x 1 000"
    assert [(row.codes, row.figures) for row in cube.rows] == [
        (("3000", "2001KW01"), (Figure("1.5"),)),
        (("3000", "2001KW02"), (Figure(sign="."),)),
    ]
    assert any("Geslacht eq '3000   '" in path for path in server.asked)


@pytest.mark.parametrize(
    "failure",
    [
        failing.status(500),
        failing.status(503),
        failing.status(429, Retry_After="1"),
        failing.reset,
        failing.half,
        failing.silent,
        failing.moved,
    ],
)
@pytest.mark.parametrize("number", [0, 4, 6])
def test_a_failure_that_passes_changes_nothing(server: Server, failure, number):
    whole = fetched()
    server.failures = [lambda _: False] * number + [failure]
    assert fetched(patience=patience_for(failure)) == whole


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (failing.status(500), "geeft een fout (500)"),
        (failing.status(403), "geeft een fout (403)"),
        (failing.reset, "brak het antwoord steeds af"),
        (failing.half, "brak het antwoord steeds af"),
        (failing.silent, "antwoordt te langzaam"),
        (failing.dripping, "antwoordt te langzaam"),
        (failing.looping, "verwijst steeds door"),
        (failing.wrong_type, "geen cijfers maar een webpagina"),
        (failing.broken_gzip, "niet uit te pakken"),
        (failing.bomb, "te groot"),
        (failing.not_a_number, "onleesbaar"),
        (failing.list_of_nothing, "onleesbaar"),
        (failing.elsewhere, "andere site"),
        (failing.endless, "blijft doorgaan"),
    ],
)
def test_a_failure_that_stays_is_told_in_words(server: Server, failure, said):
    server.failures = [lambda _: False, failing.always(failure)]
    with pytest.raises(CannotRunError) as error:
        fetched(patience=patience_for(failure))
    assert said in str(error.value)
    assert "Traceback" not in str(error.value)
    assert str(error.value).count("\n") == 1


def test_nobody_there(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(statline.OVERRIDE, "http://127.0.0.1:9/v4")
    with pytest.raises(CannotRunError, match="niet bereikbaar"):
        fetched()


def test_a_figure_of_an_unlisted_period_is_told(server: Server):
    server.table.observations[0]["Perioden"] = "2030JJ00"
    with pytest.raises(CannotRunError, match="2030JJ00"):
        fetched()


@pytest.mark.parametrize(
    "address", ["", "bestand.csv", "file:///etc/passwd", "ftp://a.nl/x", "https://u:p@a.nl/"]
)
def test_what_is_no_web_address_is_not_asked_for(address):
    with pytest.raises(CannotRunError):
        host_of(address)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1000, 0, "1000"),
        (125.0, 1, "125.0"),
        (125.125, 1, "125.125"),
        (0.1 + 0.2, 1, "0.3"),
        (1e20, 0, "1e+20"),
    ],
)
def test_a_number_has_the_decimals_of_its_measure(value, decimals, text):
    assert statline.number_text(value, decimals) == text
