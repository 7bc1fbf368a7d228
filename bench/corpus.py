"""A made-up report of any size, the same for the same seed; every word and figure in it is invented."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from trendrapport.starters import new_report

WORDS = [
    "gemeente",
    "inwoner",
    "gegevens",
    "dienst",
    "systeem",
    "raad",
    "college",
    "besluit",
    "straat",
    "buurt",
    "school",
    "wijk",
    "meting",
    "onderzoek",
    "plan",
    "vraag",
    "antwoord",
    "toezicht",
    "veiligheid",
    "vertrouwen",
    "techniek",
    "register",
    "algoritme",
    "sensor",
    "netwerk",
    "beleid",
    "uitvoering",
    "samenwerking",
]

PACKAGE = """name: {name}
title: Verzonnen
licenses: [{{name: CC0-1.0}}]
sources: [{{title: Verzonnen}}]
resources:
  - name: {name}
    path: {name}.csv
    schema:
      fields:
        - {{name: jaar, type: year, title: Jaar}}
        - {{name: aantal, type: integer, title: Aantal}}
"""


def sentence(chance: random.Random) -> str:
    """A dozen invented words."""
    return " ".join(chance.choices(WORDS, k=12)).capitalize() + "."


def paragraph(chance: random.Random) -> str:
    """Five sentences."""
    return " ".join(sentence(chance) for _ in range(5))


def text(chance: random.Random, figures: list[str]) -> str:
    """About six hundred words in five chapters, with figures."""
    chapters = []
    for number in range(5):
        paragraphs = "\n\n".join(paragraph(chance) for _ in range(2))
        figure = f"\n\n```figure {figures[number]}\n```" if number < len(figures) else ""
        chapters.append(f"## Deel {number + 1}\n\n{paragraphs} [@voorbeeldbron]{figure}\n")
    return "\n".join(chapters)


LARGE = 1140
"""The number of trends of the large report, of which not all are in one edition."""
EDITIONS, NEWEST, OLDER = 15, 300, 60
"""Its editions, the trends in the newest of them, and those in each other."""
SUBJECTS, TERMS, SOURCES, CHARTS = 400, 2000, 500, 40
"""The subjects that its trends are about, and how much else it has."""


def make(folder: Path, trends: int, seed: int = 1) -> None:
    """A report of so many trends, a fifth as many interviews, and two charts a trend; or the large one."""
    if trends == LARGE:
        _make_large(folder, random.Random(seed))
        return
    chance = random.Random(seed)
    new_report.init(folder)
    shutil.rmtree(folder / "content/2026/trends")
    for path in (folder / "charts").rglob("voorbeeld*"):
        path.unlink()
    (folder / "content/2026/trends").mkdir()
    (folder / "content/2026/interviews").mkdir()
    (folder / "content/people.yml").write_text("verzonnen-persoon:\n  name: Verzonnen Persoon\n", "utf-8")
    for number in range(trends):
        _trend(folder, number, trends, chance)
    for number in range(trends // 5):
        front = (
            f"title: Verzonnen gesprek {number}\n"
            f"summary: {sentence(chance)}\n"
            "person: verzonnen-persoon\n"
            f"trends: [trend-{number}]\n"
        )
        (folder / f"content/2026/interviews/gesprek-{number}.md").write_text(
            f"---\n{front}---\n\n{text(chance, [])}", "utf-8"
        )


def _trend(folder: Path, number: int, trends: int, chance: random.Random) -> None:
    names = [f"grafiek-{number}-{which}" for which in (1, 2)]
    for name, kind in zip(names, ("bars", "lines"), strict=True):
        _chart(folder, name, kind, chance)
    front = (
        f"title: Verzonnen trend {number}\n"
        f"summary: {sentence(chance)}\n"
        "kind: analysis\n"
        "categories: [technologisch]\n"
        "horizon: nu\n"
        f"impact: {chance.randint(1, 5)}\n"
        f"certainty: {chance.randint(1, 5)}\n"
        "stance: watch\n"
        f"actions:\n  raad: [{sentence(chance)}]\n"
        f"related:\n  - {{trend: trend-{(number + 1) % trends}, why: {sentence(chance)}}}\n"
    )
    (folder / f"content/2026/trends/trend-{number}.md").write_text(
        f"---\n{front}---\n\n{text(chance, names)}", "utf-8"
    )


def _chart(folder: Path, name: str, kind: str, chance: random.Random) -> None:
    role = "category" if kind == "bars" else "x"
    (folder / f"charts/{name}.yml").write_text(
        f"kind: {kind}\n"
        f"data: {name}\n"
        "title: Verzonnen verloop\n"
        "subtitle: Verzonnen aantal per jaar\n"
        "description: Verzonnen cijfers per jaar.\n"
        "source: voorbeeldbron\n"
        f"fields: {{{role}: jaar, value: aantal}}\n",
        "utf-8",
    )
    rows = "".join(f"{year},{chance.randint(1, 900)}\n" for year in range(2015, 2026))
    (folder / f"charts/data/{name}.csv").write_text(f"jaar,aantal\n{rows}", "utf-8")
    (folder / f"charts/data/{name}.datapackage.yml").write_text(
        PACKAGE.format(name=name),
        "utf-8",
    )


def _make_large(folder: Path, chance: random.Random) -> None:
    """A report of 1,140 trends in 15 editions, with a large glossary and many sources."""
    new_report.init(folder)
    shutil.rmtree(folder / "content/2026")
    for path in (folder / "charts").rglob("voorbeeld*"):
        path.unlink()
    for number in range(CHARTS):
        _chart(folder, f"grafiek-{number}", "bars" if number % 2 else "lines", chance)
    terms = [
        f"begrip-{number}:\n  term: Begrip{number}\n  definition: {sentence(chance)}\n"
        for number in range(TERMS)
    ]
    (folder / "content/glossary.yml").write_text("".join(terms), "utf-8")
    sources = ["references:\n  - {id: voorbeeldbron, type: document, title: Een verzonnen bron}\n"]
    for number in range(SOURCES):
        sources.append(
            f"  - {{id: bron-{number}, type: report, title: Verzonnen bron {number}, issued: 2020}}\n"
        )
    (folder / "content/sources.yml").write_text("".join(sources), "utf-8")
    for age in range(EDITIONS):
        _edition(folder, 2026 - age, NEWEST if age == 0 else OLDER, chance)


def _edition(folder: Path, year: int, trends: int, chance: random.Random) -> None:
    """An edition with trends on some of the subjects."""
    place = folder / f"content/{year}/trends"
    place.mkdir(parents=True)
    edition = f'title: Verzonnen editie {year}\nsummary: {sentence(chance)}\npublished: "{year}"\n'
    (place.parent / "edition.yml").write_text(edition, "utf-8")
    chosen = chance.sample(range(SUBJECTS), trends)
    for number in chosen:
        one, two = chance.sample(chosen, 2)
        related = "".join(f"  - {{trend: trend-{other}, why: {sentence(chance)}}}\n" for other in (one, two))
        front = (
            f"title: Verzonnen trend {number}\n"
            f"summary: {sentence(chance)}\n"
            "kind: analysis\n"
            f"categories: [{chance.choice(('maatschappelijk', 'technologisch', 'organisatorisch'))}]\n"
            f"horizon: {chance.choice(('nu', 'een-tot-drie-jaar', 'drie-tot-vijf-jaar'))}\n"
            f"impact: {chance.randint(1, 5)}\n"
            f"certainty: {chance.randint(1, 5)}\n"
            "stance: watch\n"
            f"related:\n{related}"
        )
        figures = [f"grafiek-{number}"] if number < CHARTS and year == 2026 else []  # noqa: PLR2004
        cited = f"Begrip{chance.randrange(TERMS)} [@bron-{chance.randrange(SOURCES)}]."
        (place / f"trend-{number}.md").write_text(
            f"---\n{front}---\n\n{text(chance, figures)}\n{cited}\n", "utf-8"
        )
