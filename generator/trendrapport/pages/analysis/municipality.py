"""What figures tell readers about their own municipality: sentences made during the build, as small scripts
with data.

A sentence is kept as a text with numbered slots and the values for them, so that 342 sentences stay small;
the page fills it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Iterable, Mapping
from functools import cached_property
from typing import Any, TypeVar

from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.plan import Plan, selected
from trendrapport.charts.tables.municipalities import SIZES, Municipality, municipalities
from trendrapport.charts.tables.table import Table
from trendrapport.charts.theme import Theme
from trendrapport.language.labels import Labels
from trendrapport.model.charts import Chart
from trendrapport.pages.analysis.ranking import Rank, middle, ranks
from trendrapport.pages.browser.data_script import data_script

Values = Mapping[str, float | None]
"""By the code of a municipality its amount; None when the source has no figure."""

Kept = list[int | str]
"""A sentence as the number of its text and the values for its slots."""

Group = TypeVar("Group", bound=Hashable)


def names_script() -> bytes:
    """`assets/municipalities.js`: the code of each municipality, its name and its other names."""
    names: list[object] = [[one.code, one.name, *one.also] for one in municipalities().values()]
    return data_script("reportMunicipalities", names)


def places_script(chart: Chart, tables: Mapping[str, Table], name: str, labels: Labels) -> bytes:
    """`figures/<name>.places.js`: what a figure says of each municipality; its declaration must have
    `places`.
    """
    return data_script("reportPlaces", {name: MunicipalitySentences(chart, tables, labels).data()})


class Sentence:
    """A text with numbered slots, and the values that belong there."""

    def __init__(self) -> None:
        self.values: list[str] = []

    def slot(self, value: str) -> str:
        """The slot in which a page will put this value."""
        self.values.append(value)
        return f"{{{len(self.values) - 1}}}"


class MunicipalitySentences:
    """A figure's sentences on each municipality."""

    def __init__(self, chart: Chart, tables: Mapping[str, Table], labels: Labels) -> None:
        if chart.places is None:
            raise ValueError("the chart has no settings for municipalities")
        self.settings, self.labels = chart.places, labels
        self._chart, self._tables = chart, tables
        self._texts: dict[str, int] = {}

    def data(self) -> dict[str, Any]:
        """All that a page needs: the texts, what holds for every municipality, and per municipality its
        values for the texts.
        """
        rows = {code: self._row(one) for code, one in municipalities().items()}
        notes = [self.labels(f"places.{self.settings.first}"), self.labels("places.sizes")]
        return {"texts": list(self._texts), "rows": rows, "nation": self._nation(), "notes": " ".join(notes)}

    def said(self, one: Municipality) -> str:
        """A municipality's figure in a sentence without ranks, or that there is none."""
        amount = self.values.get(one.code)
        if amount is None:
            without = self.settings.without or self.labels("places.without")
            return without.replace("{name}", one.name)
        value = self._for(self.settings.sentence, amount)
        return self.settings.sentence.replace("{name}", one.name).replace("{value}", value)

    def sentences(self, one: Municipality) -> list[str]:
        """All sentences on a municipality."""
        found = [filled(list(self._texts), sentence) for sentence in (self._main(one), *self._middles(one))]
        return [*found, self._nation()]

    def compared(self, one: Municipality) -> dict[str, float]:
        """The amount of a municipality, in the middle of its size class and of its province, and the highest
        and the lowest; by what each is called. What is not known is absent.
        """
        known = {code: amount for code, amount in self.values.items() if amount is not None}
        found = {one.name: known.get(one.code)}
        label, size = self.labels, self._size(one.size)
        of_size, of_province = self._sizes[one.size], self._provinces[one.province]
        found[label("places.of_size", size=size)] = middle(of_size.values())
        found[label("places.of_province", province=one.province)] = middle(of_province.values())
        for word, choose in (("places.most", max), ("places.least", min)):
            code = choose(known, key=lambda code: known[code], default=one.code)
            if code != one.code:
                found[label(word, name=municipalities()[code].name)] = known[code]
        return {name: amount for name, amount in found.items() if amount is not None}

    def _row(self, one: Municipality) -> list[str | Kept]:
        """A municipality's figure, and its sentences."""
        amount = self.amounts.text(self.values.get(one.code))
        return [amount, self._main(one), *self._middles(one)]

    @cached_property
    def values(self) -> Values:
        """The amount of each municipality; those whose table has no row are absent."""
        found: dict[str, float | None] = {}
        for row in selected(self._chart, self._tables[self._chart.data]):
            found[str(row[self.settings.code])] = self.amounts.of(row[self.settings.value])
        return {code: found[code] for code in municipalities() if code in found}

    @cached_property
    def amounts(self) -> Amounts:
        """Numbers as the drawing has them: its settings for numbers hold here too."""
        options = self._chart.options.items()
        settings = {name: value for name, value in options if name in AmountOptions.model_fields}
        chart = self._chart.model_copy(update={"fields": {"value": self.settings.value}})
        plan = Plan("", chart, self._tables[chart.data], Theme(self.labels.language))
        return Amounts(plan, AmountOptions.model_validate_json(json.dumps(settings)))

    @cached_property
    def _sizes(self) -> dict[int, Values]:
        """The amounts by size class."""
        return self._grouped({code: one.size for code, one in municipalities().items()})

    @cached_property
    def _provinces(self) -> dict[str, Values]:
        """The amounts by province."""
        return self._grouped({code: one.province for code, one in municipalities().items()})

    def _grouped(self, groups: Mapping[str, Group]) -> dict[Group, Values]:
        """The amounts of all municipalities by their group."""
        found: dict[Group, dict[str, float | None]] = {}
        for code, group in groups.items():
            found.setdefault(group, {})[code] = self.values.get(code)
        return dict(found)

    @cached_property
    def _size_ranks(self) -> dict[str, Rank]:
        """The rank of each municipality with a figure among those of its size."""
        return self._ranks(self._sizes.values())

    @cached_property
    def _province_ranks(self) -> dict[str, Rank]:
        """The same among those of its province."""
        return self._ranks(self._provinces.values())

    def _ranks(self, groups: Iterable[Values]) -> dict[str, Rank]:
        found: dict[str, Rank] = {}
        for values in groups:
            found |= ranks(values, highest=self.settings.first == "highest")
        return found

    def _main(self, one: Municipality) -> Kept:
        """The figure and both ranks, or that there is no figure."""
        made, amount = Sentence(), self.values.get(one.code)
        name = made.slot(one.name)
        if amount is None:
            without = self.settings.without or self.labels("places.without")
            return self._kept(without.replace("{name}", name) + ".", made)
        value = made.slot(self._for(self.settings.sentence, amount))
        said = self.settings.sentence.replace("{name}", name).replace("{value}", value)
        size = self._among("size", self._size_ranks[one.code], made, size=self._size(one.size))
        province = self._among("province", self._province_ranks[one.code], made, province=one.province)
        return self._kept(self.labels("places.sentence", said=said, size=size, province=province), made)

    def _among(self, group: str, rank: Rank, made: Sentence, **of: str) -> str:
        """A rank in a group, in words."""
        words = {name: made.slot(text) for name, text in of.items()}
        if rank.of == 1:
            return self.labels(f"places.{group}_alone", **words)
        label = "places.tied" if rank.tied else "places.rank"
        words["rank"] = self.labels(label, rank=self._slot(made, rank.rank))
        gap = ""
        if rank.missing:
            gap = self.labels("places.gap", count=self._slot(made, rank.missing))
        words["count"] = self._slot(made, rank.of)
        return self.labels(f"places.{group}", **words) + gap

    def _slot(self, made: Sentence, count: int) -> str:
        return made.slot(self.labels.number(count))

    def _size(self, size: int) -> str:
        """A size class in words."""
        low, high = SIZES[max(0, size - 1)], SIZES[min(size, len(SIZES) - 1)]
        form = {0: "below", len(SIZES): "above"}.get(size, "between")
        return self.labels(f"places.{form}", low=self.labels.number(low), high=self.labels.number(high))

    def _middles(self, one: Municipality) -> list[Kept]:
        """The figures in the middle of the size class and of the province, where those hold enough."""
        groups = {"size": self._sizes[one.size], "province": self._provinces[one.province]}
        made = Sentence()
        said = []
        for group, values in groups.items():
            amount = middle(values.values())
            if amount is not None:
                value = made.slot(self.amounts.exact_text(amount))
                said.append(self.labels(f"places.middle_{group}", value=value))
        return [self._kept(" ".join(said), made)] if said else []

    def _kept(self, text: str, made: Sentence) -> Kept:
        return [self._texts.setdefault(text, len(self._texts)), *made.values]

    def _nation(self) -> str:
        """The national figure; that there is none if the declaration names none."""
        nation = self.settings.nation
        if nation is None:
            return self.labels("places.no_nation")
        if nation.table:
            row = selected(nation, self._tables[nation.table])[0]
            amount = self.amounts.of(row[nation.column or self.settings.value])
            return nation.sentence.replace("{value}", self._for(nation.sentence, amount)) + "."
        known = [amount for amount in self.values.values() if amount is not None]
        missing = len(self.values) - len(known)
        gap = self.labels.count("nation_gap", missing) if missing else ""
        return nation.sentence.replace("{value}", self._for(nation.sentence, sum(known))) + gap + "."

    def _for(self, sentence: str, amount: float | None) -> str:
        """A figure for a sentence, without the unit if the sentence has that itself."""
        text, unit = self.amounts.text(amount), self.amounts.unit
        if unit and re.search(rf"\{{value\}}\s*{re.escape(unit)}", sentence):
            return self.amounts.bare(text)
        return text


def filled(texts: list[str], sentence: Kept) -> str:
    """A kept sentence as the page fills it."""
    return str(texts[int(sentence[0])]).format(*sentence[1:])
