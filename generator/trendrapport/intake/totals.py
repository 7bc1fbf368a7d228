"""Rows with a total among their parts: left out if they are the sum of the others, else asked."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from trendrapport.charts.fit.totals import IS_TOTAL
from trendrapport.charts.tables.names import folded, is_percent
from trendrapport.diagnostics import Text, shortened
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt
from trendrapport.intake.typed import Typed

_QUESTION = Text(
    nl=(
        '"{name}" ({place}) lijkt een totaal, maar is niet precies de som van de andere rijen. Wat '
        "moet ermee?"
    ),
    en=(
        '"{name}" ({place}) seems to be a total, but is not exactly the sum of the other rows. What '
        "should be done?"
    ),
)
_SUM = Text(
    nl='"{name}" ({place}) is de som van de andere rijen: weggelaten',
    en='"{name}" ({place}) is the sum of the other rows: left out',
)
_DROP = Text(nl="laat totalen weg", en="leave out totals")
_KEEP = Text(nl="laat totalen staan", en="keep totals")


def without_totals(columns: Sequence[Typed], dialogue: Dialogue) -> list[Typed]:
    """The columns without rows of totals, if these are not meant."""
    numbers = [column for column in columns if column.type in {"integer", "number"}]
    for column in columns:
        rows = _total_rows(column) if column.type == "string" and not column.sort else []
        others = len(column.values) - len(rows)
        if not rows or others < 2 or not numbers:  # noqa: PLR2004 - parts
            continue
        is_sum = _are_sums(columns, column, rows, numbers)
        name, place = shortened(column.values[rows[0]]), column.places[rows[0]]
        choices = (Choice("drop", _DROP), Choice("keep", _KEEP))
        proposed = "drop" if is_sum else _likely(numbers)
        doubt = Doubt("totals", place, _QUESTION.filled(name=name, place=place), choices, proposed)
        told = _SUM.filled(name=name, place=place)
        if dialogue.ask_unless(is_sum, doubt, told) == "drop":
            kept = [row for row in range(len(column.values)) if row not in set(rows)]
            return [one.taken(kept) for one in columns]
        return list(columns)
    return list(columns)


def _likely(numbers: Sequence[Typed]) -> str | None:
    """What to propose: a total of parts of a whole is a figure of its own."""
    return "keep" if all(is_percent(column.unit) for column in numbers) else None


def _total_rows(column: Typed) -> list[int]:
    return [row for row, value in enumerate(column.values) if value and IS_TOTAL.match(folded(value))]


def _are_sums(columns: Sequence[Typed], column: Typed, rows: Sequence[int], numbers: Sequence[Typed]) -> bool:
    """Whether each total is the sum of the other rows that it belongs to, in every column of amounts."""
    others = [one for one in columns if one.key_column and one is not column and not _follows(one, column)]
    counts = [number for number in numbers if not is_percent(number.unit)]
    groups: dict[tuple[str, ...], list[int]] = {}
    for row in range(len(column.values)):
        groups.setdefault(tuple(one.values[row] for one in others), []).append(row)
    totals = set(rows)
    for same in groups.values():
        parts = [row for row in same if row not in totals]
        for total in (row for row in same if row in totals):
            if not parts or not all(_is_sum(number, total, parts) for number in counts):
                return False
    return bool(counts)


def _follows(one: Typed, column: Typed) -> bool:
    """Whether a column says the same as another in other words, as codes beside names do."""
    pairs = set(zip(column.values, one.values, strict=True))
    return len(pairs) == len(set(column.values))


def _is_sum(number: Typed, total: int, parts: Sequence[int]) -> bool:
    """Whether a value is the sum of others, but for how they are rounded."""
    values = [Decimal(number.values[row]) for row in parts if number.values[row]]
    if not number.values[total] or len(values) < len(parts):
        return False
    exact = max((_decimals(number.values[row]) for row in parts), default=0)
    near = Decimal(len(parts)) * Decimal(10) ** -exact / 2 if exact else Decimal(0)
    return abs(Decimal(number.values[total]) - sum(values)) <= near


def _decimals(value: str) -> int:
    return len(value.partition(".")[2])
