"""The ranges around values, such as confidence intervals: all of them if they are few, else the narrowest and
the widest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.ranges import limits_text, ranged
from trendrapport.charts.parts.series import Point
from trendrapport.charts.words.footnotes import MOST
from trendrapport.diagnostics import Text

_EACH = Text(nl="{name}bereik {ranges}.", en="{name}range {ranges}.")
_ENDS = Text(
    nl="{name}smalste bereik {narrow}, breedste {wide}.", en="{name}narrowest range {narrow}, widest {wide}."
)


def ranges(
    start: str, known: Sequence[Point], amounts: Amounts, name: Callable[[Point], str]
) -> Iterator[Text]:
    """A sentence on the ranges of some known values; `name` gives the name of the place of one."""

    def in_words(point: Point) -> str:
        return f"{limits_text(point, amounts)} ({name(point)})"

    found = [point for point in known if ranged([point])]
    if not found:
        return
    whole = [point for point in found if point.low is not None and point.high is not None]
    if len(found) <= MOST or not whole:
        yield _EACH.filled(name=start, ranges="; ".join(map(in_words, found[:MOST])))
    else:
        yield _ENDS.filled(
            name=start, narrow=in_words(min(whole, key=_width)), wide=in_words(max(whole, key=_width))
        )


def _width(point: Point) -> float:
    return (point.high or 0.0) - (point.low or 0.0)
