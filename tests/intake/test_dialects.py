"""A tidy table that is written in any dialect comes back equal, or with a question that is about it."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from hypothesis import event, given, settings
from hypothesis import strategies as st

from intake.messy import book_of, workbook
from trendrapport.intake.understanding import Understanding, understand

NAMES = ("Appel", "Peer", "Café", "Brem, wilde", 'De "Hoek"', "Één jaar", "Noord/Zuid", "a-b")
TITLES = ("Verzonnen cijfers over fruit", "Tabel 3 Opbrengst in de regio")
NOTES = ("Bron: verzonnen", "Deze cijfers zijn verzonnen, en alleen voor een test.", "* voorlopig")


@dataclass(frozen=True)
class Dialect:
    """How a program writes a table."""

    separator: str
    decimal: str
    grouping: str
    encoding: str
    line_end: str
    titles: tuple[str, ...]
    notes: tuple[str, ...]
    empty_first: bool
    wide: bool


@dataclass(frozen=True)
class Fruit:
    """A tidy table: names, years, and a number for both."""

    names: tuple[str, ...]
    years: tuple[int, ...]
    values: tuple[int, ...]
    decimals: int

    def value(self, name: str, year: int) -> int:
        """The number, in its smallest decimals."""
        return self.values[self.names.index(name) * len(self.years) + self.years.index(year)]

    def rows(self) -> list[tuple[str, str, float]]:
        """The rows, with the numbers as such."""
        scale = 10**self.decimals
        return [
            (name, str(year), self.value(name, year) / scale) for name in self.names for year in self.years
        ]


dialects = st.builds(
    Dialect,
    separator=st.sampled_from(";,\t|"),
    decimal=st.sampled_from(".,"),
    grouping=st.sampled_from(["", "other", " ", "\u00a0", "'"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    line_end=st.sampled_from(["\n", "\r\n"]),
    titles=st.lists(st.sampled_from(TITLES), max_size=2, unique=True).map(tuple),
    notes=st.lists(st.sampled_from(NOTES), max_size=3, unique=True).map(tuple),
    empty_first=st.booleans(),
    wide=st.booleans(),
)


@st.composite
def fruits(draw: st.DrawFn) -> Fruit:
    names = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=5, unique=True))
    first = draw(st.integers(1950, 2030))
    years = tuple(range(first, first + draw(st.integers(2, 4))))
    size = len(names) * len(years)
    values = draw(st.lists(st.integers(-9_999_999, 9_999_999), min_size=size, max_size=size))
    return Fruit(tuple(names), years, tuple(values), draw(st.integers(0, 3)))


def number(value: int, decimals: int, dialect: Dialect) -> str:
    """A number as a dialect writes it."""
    digits = f"{abs(value):0{decimals + 1}}"
    whole, rest = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    grouping = {"other": ".,"[dialect.decimal == "."]}.get(dialect.grouping, dialect.grouping)
    grouped = f"{int(whole):,}".replace(",", grouping)
    return ("-" if value < 0 else "") + grouped + (dialect.decimal + rest if rest else "")


def cells(fruit: Fruit, dialect: Dialect) -> list[list[str]]:
    """The rows that a program writes."""
    if dialect.wide:
        table = [["Naam", *map(str, fruit.years)]]
        for name in fruit.names:
            table.append(
                [name, *(number(fruit.value(name, year), fruit.decimals, dialect) for year in fruit.years)]
            )
    else:
        table = [["Naam", "Jaar", "Waarde"]]
        for name in fruit.names:
            for year in fruit.years:
                table.append([name, str(year), number(fruit.value(name, year), fruit.decimals, dialect)])
    before = [[""]] if dialect.empty_first else []
    above = [[title] for title in dialect.titles]
    below = [[""], *([note] for note in dialect.notes)] if dialect.notes else []
    return [*above, *before, *table, *below]


def written(rows: Sequence[Sequence[str]], dialect: Dialect) -> bytes:
    made = StringIO()
    csv.writer(made, delimiter=dialect.separator, lineterminator=dialect.line_end).writerows(rows)
    return made.getvalue().encode(dialect.encoding)


def understood(file: str, raw: bytes) -> tuple[Understanding, set[str]]:
    """What is understood when the first choice is taken of whatever nothing is proposed for, and what that
    is.
    """
    answers: dict[str, str] = {}
    unsure: set[str] = set()
    found = understand(file, raw, answers)
    while found.doubts:
        doubt = found.doubts[0]
        if doubt.proposed is None:
            unsure.add(doubt.key)
        answers[doubt.key] = doubt.proposed or doubt.choices[0].value
        found = understand(file, raw, answers)
    return found, unsure | set(answers)


def rows_of(found: Understanding) -> list[tuple[str, str, float]]:
    return [(name, year, float(value)) for name, year, value in found.table.rows]


DOUBTS = {"numbers", "waarde.thousands", "value.thousands", "separator", "heading"}
"""What may be asked about such a table: how its numbers are written, and what separates its columns."""


@settings(max_examples=200)
@given(fruits(), dialects)
def test_a_text_in_any_dialect_comes_back_equal_or_is_asked_about(fruit: Fruit, dialect: Dialect) -> None:
    found, asked = understood("fruit.csv", written(cells(fruit, dialect), dialect))
    assert asked <= DOUBTS | {"source", "licence", "encoding"}
    event(str(sorted(asked & DOUBTS)))
    if not asked & DOUBTS:
        assert rows_of(found) == fruit.rows()


@given(fruits(), st.booleans())
def test_a_workbook_comes_back_equal(fruit: Fruit, wide: bool) -> None:  # noqa: FBT001
    scale = 10**fruit.decimals
    if wide:
        rows: list[list[object]] = [["Naam", *fruit.years]]
        rows += [[name, *(fruit.value(name, year) / scale for year in fruit.years)] for name in fruit.names]
    else:
        rows = [["Naam", "Jaar", "Waarde"]]
        rows += [[name, int(year), value] for name, year, value in fruit.rows()]
    found, asked = understood("fruit.xlsx", workbook(book_of(rows)))
    assert asked <= {"source", "licence"}
    assert rows_of(found) == fruit.rows()


@given(st.lists(st.integers(1_000, 999_999), min_size=1, max_size=6), st.sampled_from(".,"))
def test_numbers_with_two_readings_are_always_asked(values: list[int], mark: str) -> None:
    rows = [
        ["Naam", "Waarde"],
        *([f"n{index}", f"{value:,}".replace(",", mark)] for index, value in enumerate(values)),
    ]
    raw = written(rows, Dialect("\t", mark, "", "utf-8", "\n", (), (), empty_first=False, wide=False))
    doubts = {doubt.key: doubt for doubt in understand("t.csv", raw, {}).doubts}
    assert doubts["numbers"].proposed is None
    for answer, divided in (("comma", mark == ","), ("point", mark == ".")):
        found = understand("t.csv", raw, {"numbers": answer})
        made = [float(value) for _, value in found.table.rows]
        assert made == [value / 1000 if divided else value for value in values]
