"""Names and codes of municipalities and provinces as offices write them, to those of Statistics Netherlands.

Codes get their letters and zeros back, names their usual spelling; beside names of municipalities comes a
column with their codes. A name that two municipalities have, or none, is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from trendrapport.charts.fit.areas import LARGER, WHOLE, area_of_code
from trendrapport.charts.tables.areas import Area, Division, areas, former
from trendrapport.charts.tables.names import folded
from trendrapport.diagnostics import Text, nearest, shortened
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt, key_of
from trendrapport.intake.typed import Typed
from trendrapport.intake.words import CODE

MOST = 0.6
"""The part of the names in a column that must be areas for it to be one of areas."""
_MOST_ASKED = 5
_SAYS: Mapping[Division, re.Pattern[str]] = {
    "municipalities": re.compile(r"gemeente|municipalit|\bgm\b"),
    "provinces": re.compile(r"provinci|province"),
}
_CODED = re.compile(r"(?:GM|PV)?[\s-]*\d{1,4}", re.ASCII | re.IGNORECASE)
_LETTERED = re.compile(r"(?:GM|PV)", re.IGNORECASE)

_CODES = Text(
    nl='kolom "{column}": codes van het CBS, zoals {code} ({name}) voor "{word}"',
    en='column "{column}": codes of Statistics Netherlands, such as {code} ({name}) for "{word}"',
)
_MUNICIPALITIES = Text(
    nl='kolom "{column}": {count} gemeenten, met de codes van het CBS ernaast',
    en='column "{column}": {count} municipalities, with the codes of Statistics Netherlands beside them',
)
_PROVINCES = Text(nl='kolom "{column}": {count} provincies', en='column "{column}": {count} provinces')
_NEITHER = Text(nl="gewone tekst", en="plain text")
_WHICH = Text(nl='Wat bevat kolom "{column}"?', en='What does column "{column}" contain?')
_SEVERAL = Text(
    nl='Welke gemeente is "{word}" ({place})?',
    en='Which municipality is "{word}" ({place})?',
)
_NEAR = Text(
    nl='"{word}" ({place}) is geen gemeente of provincie. Welke is bedoeld?',
    en='"{word}" ({place}) is not a municipality or province. Which one is meant?',
)
_NONE = Text(nl='geen: "{word}" blijft staan', en='none: "{word}" stays')
_IS = Text(nl="{name} ({code})", en="{name} ({code})")
_LEFT = Text(
    nl='in kolom "{column}" geen gemeente of provincie van nu, en zo gelaten: {words}',
    en='in column "{column}" not a present municipality or province, and left as it is: {words}',
)
_LARGER = Text(
    nl='In kolom "{column}" staan ook andere gebieden, zoals "{word}". Welke rijen?',
    en='Column "{column}" also has other areas, such as "{word}". Which rows?',
)
_ALL = Text(nl="alle rijen", en="all rows")
_ONLY = Text(nl="alleen de rijen met gemeenten", en="only the rows with municipalities")


@dataclass(frozen=True)
class Found:
    """A column of areas: the column, and the one with codes beside it, if there is any."""

    names: Typed
    codes: Typed | None = None


@dataclass
class _Names:
    """The names in a column, and what each of them is."""

    column: Typed
    division: Division
    dialogue: Dialogue
    by_row: Mapping[int, Area] = field(default_factory=dict)
    """The areas that codes beside the names give."""

    def area(self, row: int) -> Area | None:
        """The area in a row."""
        return self.by_row.get(row) or self._by_word.get(self.column.values[row])

    def resolve(self) -> None:
        """Looks up every name, and asks what is doubtful."""
        self._by_word: dict[str, Area] = {}
        unknown: dict[str, int] = {}
        for row, word in enumerate(self.column.values):
            if row in self.by_row or word in self._by_word or not word or word in unknown:
                continue
            several = areas(self.division).several(word)
            found = areas(self.division).of(word) or (self._chosen(word, row, several) if several else None)
            if found:
                self._by_word[word] = found
            elif self._should_be_area(word):
                unknown[word] = row
        self._ask_unknown(unknown)

    def _should_be_area(self, word: str) -> bool:
        return folded(word) not in WHOLE and not LARGER.fullmatch(word) and folded(word) not in former()

    def _chosen(self, word: str, row: int, several: Sequence[Area]) -> Area | None:
        """Which of the municipalities with one name is meant."""
        choices = [Choice(one.code, _IS.filled(name=one.name, code=one.code)) for one in several]
        choices.append(Choice("none", _NONE.filled(word=word)))
        place = self.column.places[row]
        key = key_of(self.column.key, word)
        answer = self.dialogue.ask(Doubt(key, place, _SEVERAL.filled(word=word, place=place), tuple(choices)))
        return next((one for one in several if one.code == answer), None)

    def _ask_unknown(self, unknown: Mapping[str, int]) -> None:
        """Asks which area is meant by a name that is nearly one; what is none is told."""
        names = [one.name for one in areas(self.division).all]
        left: list[str] = []
        for word, row in unknown.items():
            near = nearest(word, names) if len(unknown) <= _MOST_ASKED else None
            area = areas(self.division).of(near) if near else None
            if area is None or self._declined(word, row, area):
                left.append(shortened(word, 30))
            else:
                self._by_word[word] = area
        if left:
            shown = ", ".join(left[:5]) + (", ..." if len(left) > 5 else "")  # noqa: PLR2004 - as many as are shown
            place = self.column.places[next(iter(unknown.values()))]
            told = _LEFT.filled(column=self.column.shown, words=shown)
            self.dialogue.tell(f"{self.column.key}.left", place, told)

    def _declined(self, word: str, row: int, area: Area) -> bool:
        place = self.column.places[row]
        choices = (
            Choice(area.code, _IS.filled(name=area.name, code=area.code)),
            Choice("none", _NONE.filled(word=word)),
        )
        question = _NEAR.filled(word=shortened(word, 30), place=place)
        key = key_of(self.column.key, word)
        return self.dialogue.ask(Doubt(key, place, question, choices, area.code)) == "none"


def with_areas(columns: Sequence[Typed], dialogue: Dialogue) -> list[Typed]:
    """The columns, with codes and names of areas as they should be."""
    coded = {column.key: _codes(column, dialogue) for column in columns}
    by_row = next((found.areas for found in coded.values() if found), {})
    has_codes = any(coded.values())
    made: list[Typed] = []
    for column in columns:
        code = coded[column.key]
        if code:
            made.append(code.column)
            continue
        names = _names(column, by_row, dialogue)
        if names is None:
            made.append(column)
            continue
        if names.codes is not None and not has_codes:
            made.append(names.codes)
            has_codes = True
        made.append(names.names)
    return made


@dataclass(frozen=True)
class _Codes:
    """A column of codes, and the area in each row."""

    column: Typed
    areas: dict[int, Area]


def _codes(column: Typed, dialogue: Dialogue) -> _Codes | None:
    """A column of codes with their letters and zeros; None if it is none."""
    given = {row: value for row, value in enumerate(column.values) if value}
    if not given or column.type != "string" or column.sort or not _may_be_codes(column, given.values()):
        return None
    provinces = bool(_SAYS["provinces"].search(folded(column.title)))
    found = {row: area_of_code(value, provinces=provinces) for row, value in given.items()}
    known = {row: area for row, area in found.items() if area}
    if len(known) < MOST * len(given):
        return None
    values = list(column.values)
    for row, area in known.items():
        values[row] = area.code
    for row, value in given.items():
        if row not in known and value.isdecimal():
            values[row] = f"GM{int(value):04}"
    row, area = next(iter(known.items()))
    told = _CODES.filled(column=column.shown, code=area.code, name=area.name, word=given[row])
    dialogue.tell(f"{column.key}.areas", column.places[row], told)
    _tell_left(column, [given[row] for row in given if row not in known], dialogue)
    return _Codes(replace(column, values=tuple(values)), known)


def _may_be_codes(column: Typed, values: object) -> bool:
    """Whether digits in a column may be codes of areas: the letters or the heading say so."""
    texts = list(values)  # type: ignore[call-overload]
    if not all(_CODED.fullmatch(text) for text in texts):
        return False
    name = folded(column.title)
    said = any(pattern.search(name) for pattern in _SAYS.values()) or "regio" in name or name.endswith("code")
    return said or all(_LETTERED.match(text) for text in texts)


def _tell_left(column: Typed, words: Sequence[str], dialogue: Dialogue) -> None:
    if words:
        shown = ", ".join(dict.fromkeys(words))
        told = _LEFT.filled(column=column.shown, words=shortened(shown))
        dialogue.tell(f"{column.key}.left", column.places[0], told)


def _names(column: Typed, by_row: Mapping[int, Area], dialogue: Dialogue) -> Found | None:
    """A column of names of areas in their usual spelling; None if it is none."""
    division = _division(column, dialogue)
    if division is None:
        return None
    beside = {row: area for row, area in by_row.items() if area in areas(division).all}
    names = _Names(column, division, dialogue, beside if _agree(column, beside, division) else {})
    names.resolve()
    rows = range(len(column.values))
    found = [names.area(row) for row in rows]
    values = tuple(area.name if area else column.values[row] for row, area in zip(rows, found, strict=True))
    made = replace(column, values=values, kept=_kept(column, found, division, dialogue))
    count = len({area for area in found if area})
    what = _MUNICIPALITIES if division == "municipalities" else _PROVINCES
    dialogue.tell(f"{column.key}.areas", column.places[0], what.filled(column=column.shown, count=count))
    if division == "provinces":
        return Found(made)
    codes = tuple(area.code if area else "" for area in found)
    return Found(made, Typed(f"{column.key}code", CODE, "string", codes, column.places, key_column=True))


def _agree(column: Typed, by_row: Mapping[int, Area], division: Division) -> bool:
    """Whether the codes beside names are of the same areas."""
    both = [(area, column.values[row]) for row, area in by_row.items() if column.values[row]]
    same = [
        area
        for area, word in both
        if areas(division).of(word) == area or area in areas(division).several(word)
    ]
    return bool(both) and len(same) >= MOST * len(both)


def _division(column: Typed, dialogue: Dialogue) -> Division | None:
    """Which sort of areas the names in a column are; None if they are no areas."""
    if column.type != "string" or column.sort:
        return None
    words = {word for word in column.values if word and folded(word) not in WHOLE}
    if not words:
        return None
    name = folded(column.title)
    known: dict[Division, int] = {
        "municipalities": _count(words, _is_municipality),
        "provinces": _count(words, lambda word: areas("provinces").of(word) is not None),
    }
    for division, pattern in _SAYS.items():
        if pattern.search(name):
            return division if known[division] >= MOST * len(words) else None
    if max(known.values()) < MOST * len(words):
        return None
    if known["municipalities"] != known["provinces"]:
        return max(known, key=lambda division: known[division])
    choices = (
        Choice("provinces", _PROVINCES.filled(column=column.shown, count=len(words))),
        Choice("municipalities", _MUNICIPALITIES.filled(column=column.shown, count=len(words))),
        Choice("none", _NEITHER),
    )
    question = _WHICH.filled(column=column.shown)
    chosen = dialogue.ask(Doubt(f"{column.key}.areas", column.places[0], question, choices))
    return chosen if chosen in known else None


def _count(words: set[str], holds: Callable[[str], bool]) -> int:
    return sum(map(holds, words))


def _is_municipality(word: str) -> bool:
    tiles = areas("municipalities")
    return bool(tiles.of(word) or tiles.several(word)) or folded(word) in former()


def _kept(
    column: Typed, found: Sequence[Area | None], division: Division, dialogue: Dialogue
) -> tuple[bool, ...]:
    """Which rows are meant, if there are larger areas among municipalities."""
    if division == "provinces":
        return column.kept
    larger = [row for row, word in enumerate(column.values) if not found[row] and _is_larger(word)]
    if not larger:
        return column.kept
    row = larger[0]
    question = _LARGER.filled(column=column.shown, word=column.values[row])
    choices = (Choice("municipalities", _ONLY), Choice("all", _ALL))
    key = f"{column.key}.larger"
    if dialogue.ask(Doubt(key, column.places[row], question, choices, "municipalities")) == "all":
        return column.kept
    return tuple(row not in set(larger) for row in range(len(column.values)))


def _is_larger(word: str) -> bool:
    """Whether a name is of a province or another part of the country."""
    return bool(LARGER.fullmatch(word)) or areas("provinces").of(word) is not None
