"""What the figures tell a reader of the own municipality: sentences reckoned at build, as small scripts that
hand over data.

A sentence is kept as a text with numbered places and the values for them, so that 342 sentences stay small;
the page fills it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.plan import Plan, selected
from trendrapport.charts.tables.municipalities import SIZES, Municipality, municipalities
from trendrapport.charts.tables.table import Table
from trendrapport.charts.theme import Theme
from trendrapport.language.labels import Labels
from trendrapport.model.charts import Chart
from trendrapport.pages.analysis.ranking import Place, middle, places
from trendrapport.pages.browser.data_script import data_script

Values = Mapping[str, float | None]
"""By the code of a municipality its amount; None when the source has no figure.

One that the source leaves out is absent.
"""


def names_script() -> bytes:
    """`assets/municipalities.js`: the code of each municipality, its name and its other names."""
    return data_script(
        "reportMunicipalities", [[one.code, one.name, *one.also] for one in municipalities().values()]
    )


def places_script(chart: Chart, tables: Mapping[str, Table], name: str, labels: Labels) -> bytes:
    """`figures/<name>.places.js`: what a figure tells of each municipality; its declaration must have
    `places`.
    """
    return data_script("reportPlaces", {name: Telling(chart, tables, labels).told()})


class Sentence:
    """A text with numbered places, and the values that belong there."""

    def __init__(self) -> None:
        self.values: list[str] = []

    def place(self, value: str) -> str:
        """The place at which a page will put this value."""
        self.values.append(value)
        return f"{{{len(self.values) - 1}}}"


class Telling:
    """A figure's sentences on each municipality."""

    def __init__(self, chart: Chart, tables: Mapping[str, Table], labels: Labels) -> None:
        if chart.places is None:
            raise ValueError("the chart says nothing of places")
        self.places, self.labels = chart.places, labels
        self._chart, self._tables = chart, tables
        self._texts: dict[str, int] = {}

    def told(self) -> dict[str, Any]:
        """All that a page needs: the texts, what holds for every municipality, and per municipality its
        values for the texts.
        """
        rows = {
            code: [
                self._amounts.text(self.values.get(code)),
                self._kept(*self._main(one)),
                *self._middles(one),
            ]
            for code, one in municipalities().items()
        }
        notes = [self.labels(f"places.{self.places.first}"), self.labels("places.sizes")]
        return {"texts": list(self._texts), "rows": rows, "nation": self._nation(), "notes": " ".join(notes)}

    @cached_property
    def values(self) -> Values:
        """The amount of each municipality that the table has a row of."""
        rows = selected(self._chart, self._tables[self._chart.data])
        found = {str(row[self.places.code]): self._amounts.of(row[self.places.value]) for row in rows}
        return {code: found[code] for code in municipalities() if code in found}

    @cached_property
    def _amounts(self) -> Amounts:
        """Numbers as the drawing has them: its settings for numbers hold here too."""
        settings = {
            name: value for name, value in self._chart.options.items() if name in AmountOptions.model_fields
        }
        chart = self._chart.model_copy(update={"fields": {"value": self.places.value}})
        plan = Plan("", chart, self._tables[chart.data], Theme(self.labels.language))
        return Amounts(plan, AmountOptions.model_validate_json(json.dumps(settings)))

    @cached_property
    def _sizes(self) -> dict[int, Values]:
        return {
            size: {code: self.values.get(code) for code, one in municipalities().items() if one.size == size}
            for size in range(len(SIZES) + 1)
        }

    @cached_property
    def _provinces(self) -> dict[str, Values]:
        names = dict.fromkeys(one.province for one in municipalities().values())
        return {
            name: {
                code: self.values.get(code) for code, one in municipalities().items() if one.province == name
            }
            for name in names
        }

    @cached_property
    def _ranks(self) -> dict[str, tuple[Place, Place]]:
        """The place of each municipality with a figure among those of its size, and among those of its
        province.
        """
        highest = self.places.first == "highest"
        by_size, by_province = (
            {code: place for values in groups for code, place in places(values, highest=highest).items()}
            for groups in (self._sizes.values(), self._provinces.values())
        )
        return {code: (by_size[code], by_province[code]) for code in by_size}

    def _main(self, one: Municipality) -> tuple[str, Sentence]:
        """The figure and both places, or that there is no figure."""
        made, amount = Sentence(), self.values.get(one.code)
        name = made.place(one.name)
        if amount is None:
            without = self.places.without or self.labels("places.without")
            return without.replace("{name}", name) + ".", made
        value = made.place(self._for(self.places.sentence, amount))
        size, province = self._ranks[one.code]
        parts = {
            "said": self.places.sentence.replace("{name}", name).replace("{value}", value),
            "size": self._among("size", size, made, size=self._size(one.size)),
            "province": self._among("province", province, made, province=one.province),
        }
        return self.labels("places.told", **parts), made

    def _among(self, group: str, place: Place, made: Sentence, **of: str) -> str:
        """A place in a group, in words."""
        words = {name: made.place(text) for name, text in of.items()}
        if place.of == 1:
            return self.labels(f"places.{group}_alone", **words)
        rank = self.labels(
            "places.tied" if place.tied else "places.rank", rank=made.place(self.labels.number(place.rank))
        )
        gap = (
            self.labels("places.gap", count=made.place(self.labels.number(place.missing)))
            if place.missing
            else ""
        )
        return (
            self.labels(f"places.{group}", rank=rank, count=made.place(self.labels.number(place.of)), **words)
            + gap
        )

    def _size(self, size: int) -> str:
        """A size class in words."""
        low, high = (
            self.labels.number(limit) for limit in (SIZES[max(0, size - 1)], SIZES[min(size, len(SIZES) - 1)])
        )
        form = "below" if size == 0 else "above" if size == len(SIZES) else "between"
        return self.labels(f"places.{form}", low=low, high=high)

    def _middles(self, one: Municipality) -> list[list[int | str]]:
        """The figures in the middle of the size class and of the province, where those hold enough."""
        found = {
            "size": middle(self._sizes[one.size].values()),
            "province": middle(self._provinces[one.province].values()),
        }
        made = Sentence()
        told = [
            self.labels(f"places.middle_{group}", value=made.place(self._amounts.exact_text(amount)))
            for group, amount in found.items()
            if amount is not None
        ]
        return [self._kept(" ".join(told), made)] if told else []

    def _kept(self, text: str, made: Sentence) -> list[int | str]:
        """A sentence as the number of its text and its values."""
        return [self._texts.setdefault(text, len(self._texts)), *made.values]

    def _nation(self) -> str:
        """The national figure; that there is none if the declaration names none."""
        nation = self.places.nation
        if nation is None:
            return self.labels("places.no_nation")
        known = [amount for amount in self.values.values() if amount is not None]
        value: float | None = sum(known)
        missing = len(self.values) - len(known)
        if nation.table:
            row = selected(nation, self._tables[nation.table])[0]
            value, missing = self._amounts.of(row[nation.column or self.places.value]), 0
        gap = self.labels.count("nation_gap", missing) if missing else ""
        return nation.sentence.replace("{value}", self._for(nation.sentence, value)) + gap + "."

    def _for(self, sentence: str, amount: float | None) -> str:
        """A figure for a sentence, without the unit if the sentence has that itself."""
        text, unit = self._amounts.text(amount), self._amounts.unit
        own = bool(unit) and re.search(rf"\{{value\}}\s*{re.escape(unit)}", sentence)
        return self._amounts.bare(text) if own else text


def filled(texts: list[str], sentence: list[int | str]) -> str:
    """A kept sentence as the page fills it."""
    return str(texts[int(sentence[0])]).format(*sentence[1:])
