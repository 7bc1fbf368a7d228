"""The formulas in a Vega-Lite specification, and the names of the functions that they can call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from trendrapport.files.yaml_data import DataPath

KEYS = frozenset({"expr", "calculate", "filter", "test", "labelExpr", "signal", "update"})
"""Keys of which a text is a formula."""

_TOGETHER = frozenset({"and", "or", "not"})
"""With these keys several formulas are joined within a filter or a test."""

_FUNCTIONS = """
abs acos asin atan atan2 ceil clamp cos exp floor format hypot if inrange isArray isBoolean isDate
isDefined isFinite isNaN isNumber isObject isRegExp isString isValid join length lerp log lower max
merge min monthFormat now pad parseFloat parseInt peek pluck pow quarter random regexp replace
reverse round sequence sin slice span split sqrt substring tan test time timeFormat timezoneoffset
toBoolean toDate toNumber toString trim truncate upper utc utcFormat utcParse year month day
dayofyear date hours minutes seconds milliseconds week datetime dayFormat dayAbbrevFormat
monthAbbrevFormat indexof lastindexof extent sort sampleNormal cumulativeNormal densityNormal
quantileNormal rgb hsl lab hcl luminance contrast scale invert domain range bandwidth bandspace
gradient copy data indata modify geoArea geoBounds geoCentroid warn info debug utcyear utcmonth
utcday utcdate utchours utcminutes utcquarter utcweek utcdayofyear timeOffset timeSequence timeParse
timeUnitSpecifier
"""

FUNCTIONS = tuple(_FUNCTIONS.split())
"""The functions of Vega that a chart can use, for advice; whether there is one is asked of Vega itself."""

_LETTER = re.compile(r"\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL)
_ASTRAL = 0x10000


def formulas(
    value: Any,  # noqa: ANN401
    path: DataPath = (),
    *,
    within: bool = False,
) -> Iterator[tuple[DataPath, str]]:
    """Each formula within a value and its path; `within` a filter or a test every text in a list or a
    negation is one.
    """
    if isinstance(value, str) and within:
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from formulas(item, (*path, index), within=within)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from formulas(item, (*path, key), within=key in KEYS or (within and key in _TOGETHER))


def place(text: str, start: int, units: int) -> int:
    """The offset of a character in a JSON string that starts at `start`, after a number of UTF-16 units."""
    at = start + 1
    while units > 0:
        letter = _LETTER.match(text, at)
        if not letter:
            break
        units -= 2 if ord(letter[0][0]) >= _ASTRAL else 1
        at = letter.end()
    return at
