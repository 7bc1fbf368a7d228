"""An edition that is called otherwise than its folder; all of it is invented."""

from __future__ import annotations

import re

import pytest

from conftest import files
from invented import edition
from trendrapport.pipeline import Options, build
from trendrapport.starters import new_report


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A report of which an edition has a day as its folder, and the name of a season."""
    folder = tmp_path_factory.mktemp("zomer")
    new_report.init(folder)
    both = {"een": {"title": "Een"}, "twee": {"title": "Twee"}}
    edition(folder, "2025-08-15", both)
    edition(folder, "2024", both)
    told = folder / "content/2025-08-15/edition.yml"
    text = told.read_text("utf-8").replace("Verzonnen editie 2025-08-15", "De zomer")
    told.write_text(f"{text}short_name: Zomer '25\n", "utf-8")
    assert build(folder, Options(strict=True)).built
    return files(folder / "site")


def test_readers_see_the_short_name_everywhere(built: dict[str, bytes]) -> None:
    """Only addresses, and data that are named by those, have the name of the folder."""
    shown = {}
    for path, raw in built.items():
        if path.endswith(".html"):
            text = re.sub(r"<script.*?</script>|<[^>]*>", " ", raw.decode(), flags=re.DOTALL)
            shown[path] = re.findall(r"(?s).{0,60}(?<![/\w-])2025-08-15(?![/\w-])", text)
    assert {path: found for path, found in shown.items() if found} == {}


def test_it_keeps_its_capitals_within_a_sentence(built: dict[str, bytes]) -> None:
    page = built["2025-08-15/index.html"].decode()
    assert "<title>" in page
    assert "editie Zomer &#39;25" in built["2025-08-15/radar.html"].decode()
    assert "Editie Zomer &#39;25" in page


def test_an_edition_of_a_day_appeared_on_it(built: dict[str, bytes]) -> None:
    assert "Verschenen op 15 augustus 2025" in built["2025-08-15/index.html"].decode()
    assert "Verschenen in 2024" in built["2024/index.html"].decode()
