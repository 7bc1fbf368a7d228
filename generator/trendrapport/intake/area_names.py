"""Names of municipalities and provinces as offices write them, to those of Statistics Netherlands.

Beside names of municipalities comes a column with their codes. A name that two municipalities have, or none,
is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from trendrapport.charts.fit.areas import LARGER, WHOLE
from trendrapport.charts.tables.areas import Area, Division, areas, former
from trendrapport.charts.tables.names import folded
from trendrapport.diagnostics import Text, nearest, shortened
from trendrapport.intake.area_codes import MOST, SAYS, Codes, codes_of, tell_left
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt, key_of
from trendrapport.intake.typed import Typed
from trendrapport.intake.words import CODE

_MOST_ASKED = 5
"""Of more unknown names, none is asked: they are then no slips."""

_FOUND: Mapping[Division, Text] = {
    "provinces": Text(nl='kolom "{column}": {count} provincies', en='column "{column}": {count} provinces'),
    "municipalities": Text(
        nl='kolom "{column}": {count} gemeenten, met de codes van het CBS ernaast',
        en='column "{column}": {count} municipalities, with the codes of Statistics Netherlands beside them',
    ),
}
_NEITHER = Choice("none", Text(nl="gewone tekst", en="plain text"))
_WHICH = Text(nl='Wat bevat kolom "{column}"?', en='What does column "{column}" contain?')
_SEVERAL = Text(nl='Welke gemeente is "{word}" ({place})?', en='Which municipality is "{word}" ({place})?')
_NEAR = Text(
    nl='"{word}" ({place}) is geen gemeente of provincie. Welke is bedoeld?',
    en='"{word}" ({place}) is not a municipality or province. Which one is meant?',
)
_NONE = Text(nl='geen: "{word}" blijft staan', en='none: "{word}" stays')
_IS = Text(nl="{name} ({code})", en="{name} ({code})")
_LARGER = Text(
    nl='In kolom "{column}" staan ook andere gebieden, zoals "{word}". Welke rijen?',
    en='Column "{column}" also has other areas, such as "{word}". Which rows?',
)
_ROWS = (
    Choice(
        "municipalities", Text(nl="alleen de rijen met gemeenten", en="only the rows with municipalities")
    ),
    Choice("all", Text(nl="alle rijen", en="all rows")),
)


def with_areas(columns: Sequence[Typed], dialogue: Dialogue) -> list[Typed]:
    """The columns, with codes and names of areas as they should be."""
    coded: dict[str, Codes] = {}
    for column in columns:
        codes = codes_of(column, dialogue)
        if codes:
            coded[column.key] = codes
    by_row: Mapping[int, Area] = {}
    if coded:
        by_row = next(iter(coded.values())).areas
    made: list[Typed] = []
    for column in columns:
        if column.key in coded:
            made.append(coded[column.key].column)
            continue
        division = _division(column, dialogue)
        if division:
            made += _Names(column, division, by_row, dialogue).columns()
        else:
            made.append(column)
    return made


@dataclass(frozen=True)
class _Names:
    """A column of names of areas, and the areas that codes in its rows give."""

    column: Typed
    division: Division
    by_row: Mapping[int, Area]
    dialogue: Dialogue

    def columns(self) -> list[Typed]:
        """The column with names in their usual spelling; before it their codes, if there are none yet."""
        found = self._areas()
        values, codes = list(self.column.values), [""] * len(self.column.values)
        for row, area in found.items():
            values[row], codes[row] = area.name, area.code
        told = _FOUND[self.division].filled(column=self.column.shown, count=len(set(found.values())))
        self.dialogue.tell(f"{self.column.key}.areas", self.column.places[0], told)
        names = replace(self.column, values=tuple(values), kept=self._kept(found))
        if self.by_row or self.division == "provinces":
            return [names]
        key = f"{self.column.key}code"
        return [Typed(key, CODE, "string", tuple(codes), self.column.places, key_column=True), names]

    def _areas(self) -> dict[int, Area]:
        """The area of each row that has one; doubtful names are asked."""
        found = self._beside()
        known: dict[str, Area | None] = {}
        unknown: dict[int, str] = {}
        for row, word in enumerate(self.column.values):
            if row in found or not word or word in known:
                continue
            known[word] = self._area(word, row)
            if known[word] is None and _should_be_area(word):
                unknown[row] = word
        known |= self._meant(unknown)
        for row, word in enumerate(self.column.values):
            area = known.get(word)
            if area:
                found.setdefault(row, area)
        return found

    def _beside(self) -> dict[int, Area]:
        """The areas that codes beside the names give, if most of these are the same."""
        tiles = areas(self.division)
        found: dict[int, Area] = {}
        same = 0
        for row, area in self.by_row.items():
            word = self.column.values[row]
            if word and area in tiles.all:
                found[row] = area
                same += tiles.of(word) == area or area in tiles.several(word)
        if same >= MOST * len(found):
            return found
        return {}

    def _area(self, word: str, row: int) -> Area | None:
        """The area with a name; of several with it, the one that is answered."""
        several = areas(self.division).several(word)
        found = areas(self.division).of(word)
        if found or not several:
            return found
        return self._asked(_SEVERAL, word, row, several)

    def _meant(self, unknown: Mapping[int, str]) -> dict[str, Area | None]:
        """What unknown names mean that are nearly one; which are none is told."""
        found: dict[str, Area | None] = {}
        left: dict[int, str] = {}
        for row, word in unknown.items():
            near = None
            if len(unknown) <= _MOST_ASKED:
                near = self._near(word)
            area = None
            if near:
                area = self._asked(_NEAR, word, row, [near], near.code)
            if area:
                found[word] = area
            else:
                left[row] = word
        tell_left(self.column, left, self.dialogue)
        return found

    def _near(self, word: str) -> Area | None:
        """The area whose name a word is nearly, or of which it is the beginning: Nuenen c.a."""
        start = re.compile(rf"{re.escape(folded(word).removesuffix(' c.a.'))}\b")
        names = [one.name for one in areas(self.division).all]
        longer = [name for name in names if start.match(folded(name))]
        near = nearest(word, names)
        if len(longer) == 1:
            near = longer[0]
        if not near:
            return None
        return areas(self.division).of(near)

    def _asked(
        self, question: Text, word: str, row: int, candidates: Iterable[Area], proposed: str | None = None
    ) -> Area | None:
        """Which of several areas is meant; None if it is none of them."""
        shown, place = shortened(word, 30), self.column.places[row]
        by_code = {one.code: one for one in candidates}
        choices: list[Choice] = []
        for code, one in by_code.items():
            choices.append(Choice(code, _IS.filled(name=one.name, code=code)))
        choices.append(Choice("none", _NONE.filled(word=shown)))
        filled = question.filled(word=shown, place=place)
        doubt = Doubt(key_of(self.column.key, word), place, filled, tuple(choices), proposed)
        return by_code.get(self.dialogue.ask(doubt))

    def _kept(self, found: Mapping[int, Area]) -> tuple[bool, ...]:
        """Which rows are meant, if there are larger areas among municipalities."""
        larger = set()
        for row, word in enumerate(self.column.values):
            if row not in found and _is_larger(word):
                larger.add(row)
        if self.division == "provinces" or not larger:
            return self.column.kept
        row = min(larger)
        question = _LARGER.filled(column=self.column.shown, word=self.column.values[row])
        place = self.column.places[row]
        doubt = Doubt(f"{self.column.key}.larger", place, question, _ROWS, "municipalities")
        if self.dialogue.ask(doubt) == "all":
            return self.column.kept
        return tuple(row not in larger for row in range(len(self.column.values)))


def _division(column: Typed, dialogue: Dialogue) -> Division | None:
    """Which sort of areas the names in a column are; None if they are no areas."""
    if column.type != "string" or column.sort:
        return None
    counts = _counts(column)
    said = [division for division in counts if SAYS[division].search(folded(column.title))]
    if not counts or said:
        if len(said) == 1:
            return said[0]
        return None
    most = max(counts.values())
    likely = [division for division, count in counts.items() if count == most]
    if len(likely) == 1:
        return likely[0]
    return _asked_division(column, most, likely, dialogue)


def _counts(column: Typed) -> dict[Division, int]:
    """How many names are of each sort of areas that most of them are of."""
    words = {word for word in column.values if word and folded(word) not in WHOLE}
    found: dict[Division, int] = {}
    for division, is_one in _IS_OF.items():
        count = sum(map(is_one, words))
        if words and count >= MOST * len(words):
            found[division] = count
    return found


def _asked_division(
    column: Typed, count: int, likely: Sequence[Division], dialogue: Dialogue
) -> Division | None:
    """Which of two sorts of areas is meant, of which all names are: Utrecht and Groningen."""
    choices: list[Choice] = []
    for division in likely:
        choices.append(Choice(division, _FOUND[division].filled(column=column.shown, count=count)))
    question = _WHICH.filled(column=column.shown)
    doubt = Doubt(f"{column.key}.areas", column.places[0], question, (*choices, _NEITHER))
    answer = dialogue.ask(doubt)
    return next((division for division in likely if division == answer), None)


def _is_municipality(word: str) -> bool:
    tiles = areas("municipalities")
    return bool(tiles.of(word) or tiles.several(word)) or folded(word) in former()


def _is_province(word: str) -> bool:
    return areas("provinces").of(word) is not None


_IS_OF: Mapping[Division, Callable[[str], bool]] = {
    "provinces": _is_province,
    "municipalities": _is_municipality,
}


def _should_be_area(word: str) -> bool:
    """Whether a name that is none of an area today is no known name of another sort."""
    return folded(word) not in WHOLE and folded(word) not in former() and not _is_larger(word)


def _is_larger(word: str) -> bool:
    """Whether a name is of a province or another part of the country."""
    return bool(LARGER.fullmatch(word)) or _is_province(word)
