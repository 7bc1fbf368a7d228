"""Public values: what trends do to them, counted and told; invented trends."""

from __future__ import annotations

from pathlib import Path

import yaml

import invented
from trendrapport.pages.overviews.values import entrances, overview
from trendrapport.pipeline import Options, build


def weighed(**effects: str) -> dict[str, list[dict[str, str]]]:
    return {
        "values": [
            {"value": value, "effect": effect, "why": f"Reden over {value}."}
            for value, effect in effects.items()
        ]
    }


def edition(sample: Path, name: str = "2027") -> None:
    """An edition with three trends; the second touches nothing, and no trend touches the last value."""
    config = yaml.safe_load((sample / "site_config.yml").read_text("utf-8"))
    words = {
        value: {"label": value.capitalize(), "explanation": f"Uitleg van {value}."}
        for value in ("privacy", "veiligheid", "gezondheid")
    }
    config["taxonomies"]["values"] = words
    (sample / "site_config.yml").write_text(
        yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "utf-8"
    )
    invented.edition(
        sample,
        name,
        {
            "een": weighed(privacy="pressured", veiligheid="mixed"),
            "leeg": {},
            "twee": weighed(privacy="pressured", veiligheid="strengthened"),
        },
    )


def test_cells_and_totals(sample: Path) -> None:
    edition(sample)
    view = invented.view(sample)
    made = overview(view, view.editions[0])
    assert made
    effects = {}
    for row in made.groups[0].rows:
        effects[row.title] = [cell and cell.effect for cell in row.cells]
    assert effects == {
        "Een": ["pressured", "mixed", None],
        "Leeg": [None, None, None],
        "Twee": ["pressured", "strengthened", None],
    }
    assert {one.effect: (one.counts, one.count) for one in made.totals} == {
        "strengthened": ([0, 1, 0], 1),
        "pressured": ([2, 0, 0], 2),
        "mixed": ([0, 1, 0], 1),
    }
    assert [one.count for one in made.groups[0].rows[0].totals] == [0, 1, 1]
    assert made.figure.title == "Privacy staat het vaakst onder druk: bij 2 van de 3 trends van 2027"
    assert made.figure.sentences == [
        "Privacy: 2 keer onder druk.",
        "Veiligheid: 1 keer versterkt en 1 keer wisselend.",
        "Gezondheid: niet genoemd.",
    ]


def test_reasons_stand_by_value_with_its_explanation(sample: Path) -> None:
    edition(sample)
    view = invented.view(sample)
    made = overview(view, view.editions[0])
    assert made
    found = []
    for one in made.values:
        found.append((one["label"], one["explanation"], [trend.why for trend in one["trends"]]))
    assert found == [
        ("Privacy", "Uitleg van privacy.", ["Reden over privacy."] * 2),
        ("Veiligheid", "Uitleg van veiligheid.", ["Reden over veiligheid."] * 2),
        ("Gezondheid", "Uitleg van gezondheid.", []),
    ]


def test_every_cell_leads_to_its_reason_on_the_page_of_the_trend(sample: Path) -> None:
    edition(sample)
    assert build(sample, Options()).built
    made = overview(invented.view(sample), None) or overview(
        invented.view(sample), invented.view(sample).editions[0]
    )
    assert made
    cells = [cell for row in made.groups[0].rows for cell in row.cells if cell]
    assert len(cells) == 4
    page = (sample / "site/2027/values.html").read_text("utf-8")
    for cell in cells:
        path, anchor = cell.href.split("#")
        assert f'id="{anchor}"' in (sample / "site/2027" / path.removeprefix("2027/")).read_text("utf-8")
        assert f"#{anchor}" in page
    assert (sample / "site/2027/values.csv").read_text("utf-8").splitlines()[1:] == [
        "Een,Privacy,onder druk,Reden over privacy.",
        "Een,Veiligheid,wisselend,Reden over veiligheid.",
        "Twee,Privacy,onder druk,Reden over privacy.",
        "Twee,Veiligheid,versterkt,Reden over veiligheid.",
    ]


def test_all_editions_only_when_several_weigh(sample: Path) -> None:
    edition(sample)
    view = invented.view(sample)
    assert entrances(view, None, "index.html") == []
    edition(sample, "2028")
    view = invented.view(sample)
    made = overview(view, None)
    assert made
    assert [group.edition.name for group in made.groups] == ["Editie 2028", "Editie 2027"]
    assert [way.href for way in entrances(view, None, "index.html")] == ["values.html"]


def test_a_single_trend_is_no_comparison(sample: Path) -> None:
    view = invented.view(sample)
    assert overview(view, view.editions[0]) is None
    assert overview(view, None) is None
