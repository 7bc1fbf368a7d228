"""What an editor wants of a table of Statistics Netherlands, to the codes and measures that this means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from trendrapport.charts.tables.names import folded
from trendrapport.diagnostics import CannotRunError, Text, choose_from, shortened
from trendrapport.fetching.cube import Code, Dimension, Measure

_NO_DIMENSION = Text(
    nl='De tabel heeft geen "{name}".',
    en='The table has no "{name}".',
)
_NO_CODE = Text(
    nl='"{pattern}" past op niets van "{name}".',
    en='"{pattern}" fits nothing of "{name}".',
)
_NO_PAIR = Text(
    nl='Schrijf bij --where een naam en een waarde, zoals Perioden=2021*. Dit is geen paar: "{text}".',
    en='Write a name and a value with --where, such as Perioden=2021*. This is not a pair: "{text}".',
)
_NO_MEASURE = Text(
    nl='"{pattern}" past op geen onderwerp van de tabel.', en='"{pattern}" fits no measure of the table.'
)
_FEW = 12


@dataclass(frozen=True)
class Wanted:
    """Which part of a table; of everything that is not named, all of it."""

    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By dimension: patterns of codes or titles, in which * stands for anything."""
    columns: tuple[str, ...] = ()
    """Patterns of the names or titles of measures."""


def wanted(where: Iterable[str], columns: Iterable[str]) -> Wanted:
    """What is wanted by the words of a command: `Perioden=2021*`, and names of measures."""
    found: dict[str, tuple[str, ...]] = {}
    for text in where:
        name, sign, values = text.partition("=")
        patterns = tuple(value.strip() for value in values.split(",") if value.strip())
        if not sign or not name.strip() or not patterns:
            raise CannotRunError(_NO_PAIR.filled(text=shortened(text)))
        found[name.strip()] = (*found.get(name.strip(), ()), *patterns)
    return Wanted(found, tuple(columns))


def selected_codes(dimensions: Sequence[Dimension], asked: Wanted) -> dict[str, frozenset[str]]:
    """By dimension of which not all is wanted: the codes that are. Raises CannotRunError, with the choices,
    for a name or a pattern that fits nothing.
    """
    found: dict[str, frozenset[str]] = {}
    for name, patterns in asked.where.items():
        dimension = next((one for one in dimensions if folded(name) in _names(one.name, one.title)), None)
        if dimension is None:
            raise CannotRunError(
                _NO_DIMENSION.filled(name=shortened(name))
                + choose_from(name, [one.name for one in dimensions])
            )
        found[dimension.name] = _fitting(dimension, patterns)
    return found


def _fitting(dimension: Dimension, patterns: Iterable[str]) -> frozenset[str]:
    codes: set[str] = set()
    for pattern in patterns:
        fitting = [code.code for code in dimension.codes if _fits(pattern, code)]
        if not fitting:
            titles = [f"{code.code} ({code.title})" for code in dimension.codes[-_FEW:]]
            what = _NO_CODE.filled(pattern=shortened(pattern), name=dimension.name)
            raise CannotRunError(what + choose_from(pattern, titles))
        codes |= set(fitting)
    return frozenset(codes)


def _fits(pattern: str, code: Code) -> bool:
    return any(fnmatchcase(name, folded(pattern)) for name in _names(code.code, code.title))


def selected_measures(measures: Sequence[Measure], asked: Wanted) -> list[Measure]:
    """The measures that are wanted, in the order of the table. Raises CannotRunError, with the choices, for a
    pattern that fits none.
    """
    if not asked.columns:
        return list(measures)
    names: set[str] = set()
    for pattern in asked.columns:
        fitting = [one.name for one in measures if _fits_measure(pattern, one)]
        if not fitting:
            choices = [one.title for one in measures[:_FEW]]
            raise CannotRunError(
                _NO_MEASURE.filled(pattern=shortened(pattern)) + choose_from(pattern, choices)
            )
        names |= set(fitting)
    return [one for one in measures if one.name in names]


def _fits_measure(pattern: str, measure: Measure) -> bool:
    return any(fnmatchcase(name, folded(pattern)) for name in _names(measure.name, measure.title))


def _names(*names: str) -> set[str]:
    return {folded(name) for name in names}
