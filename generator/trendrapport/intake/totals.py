"""Rows with a total among their parts: left out if they are the sum of the others, else asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from trendrapport.charts.fit.totals import IS_TOTAL
from trendrapport.charts.tables.names import folded, is_percent
from trendrapport.diagnostics import Text, shortened
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt
from trendrapport.intake.typed import Typed

_QUESTION = Text(
    nl=(
        '"{name}" ({place}) lijkt een totaal, maar is niet precies de som van de andere rijen. Wat moet '
        "ermee?"
    ),
    en=(
        '"{name}" ({place}) seems to be a total, but is not exactly the sum of the other rows. What should '
        "be done?"
    ),
)
_SUM = Text(
    nl='"{name}" ({place}) is de som van de andere rijen: weggelaten',
    en='"{name}" ({place}) is the sum of the other rows: left out',
)
_CHOICES = (
    Choice("drop", Text(nl="laat totalen weg", en="leave out totals")),
    Choice("keep", Text(nl="laat totalen staan", en="keep totals")),
)
_FEW = 2
"""Fewer other rows have no total."""


def without_totals(columns: Sequence[Typed], dialogue: Dialogue) -> list[Typed]:
    """The columns without rows of totals, if these are not meant."""
    numbers = [column for column in columns if column.type in {"integer", "number"}]
    for column in columns:
        totals = set(_totals(column))
        rest = [row for row in range(len(column.values)) if row not in totals]
        if not totals or len(rest) < _FEW or not numbers:
            continue
        if _asked(columns, column, totals, numbers, dialogue) == "keep":
            break
        return [one.taken(rest) for one in columns]
    return list(columns)


def _totals(column: Typed) -> Iterable[int]:
    """The rows that a column of text calls a total."""
    if column.type == "string" and not column.sort:
        for row, value in enumerate(column.values):
            if value and IS_TOTAL.match(folded(value)):
                yield row


def _asked(
    columns: Sequence[Typed], column: Typed, totals: set[int], numbers: Sequence[Typed], dialogue: Dialogue
) -> str:
    """Whether totals stay; asked unless each is a sum."""
    counts = [number for number in numbers if not is_percent(number.unit)]
    is_sum = bool(counts) and _are_sums(_groups(columns, column), totals, counts)
    # A total of percentages is a figure of its own.
    likely = None
    if is_sum:
        likely = "drop"
    elif not counts:
        likely = "keep"
    row = min(totals)
    values = {"name": shortened(column.values[row]), "place": column.places[row]}
    doubt = Doubt("totals", column.places[row], _QUESTION.filled(**values), _CHOICES, likely)
    return dialogue.ask_unless(is_sum, doubt, _SUM.filled(**values))


def _groups(columns: Sequence[Typed], column: Typed) -> list[list[int]]:
    """The rows that are alike in what they are about, but for one column."""
    others = [one for one in columns if one.key_column and one is not column and not _follows(one, column)]
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for row in range(len(column.values)):
        groups[tuple(one.values[row] for one in others)].append(row)
    return list(groups.values())


def _follows(one: Typed, column: Typed) -> bool:
    """Whether a column says the same as another in other words, as codes beside names do."""
    pairs = set(zip(column.values, one.values, strict=True))
    return len(pairs) == len(set(column.values))


def _are_sums(groups: Iterable[Sequence[int]], totals: set[int], counts: Sequence[Typed]) -> bool:
    """Whether each total is the sum of the other rows of its group, in every column where it has a value."""
    verified = 0
    for rows in groups:
        parts = [row for row in rows if row not in totals]
        for total in totals.intersection(rows):
            for number in counts:
                if not number.values[total]:
                    continue
                if not parts or not _is_sum(number, total, parts):
                    return False
                verified += 1
    return verified > 0


def _is_sum(number: Typed, total: int, parts: Sequence[int]) -> bool:
    """Whether a value is the sum of others, but for how they are rounded."""
    values = [number.values[row] for row in parts]
    if not all(values):
        return False
    digits = max(map(_decimals, values))
    near = Decimal(0)
    if digits:
        near = Decimal(len(values)) / 2 / 10**digits
    return abs(Decimal(number.values[total]) - sum(map(Decimal, values))) <= near


def _decimals(value: str) -> int:
    return len(value.partition(".")[2])
