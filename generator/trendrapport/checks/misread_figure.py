"""A key figure that may have been read a thousand times too small (`figure-thousands`).

In a data file, a point separates decimals: `value: 1.250` is one and a quarter. In Dutch, 1.250 is how people
write 1250. Readers would see 1,25, with nothing to show that it is wrong. Write `value: 1250`, or say that
there are three decimals:

    value: 1.250
    decimals: 3
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from trendrapport.checks import Part
from trendrapport.diagnostics import Diagnostic, Text, every_filled, warning
from trendrapport.model.entries.key_figures import KeyFigure
from trendrapport.report.report import Entry, Report
from trendrapport.runtime.cache import digest

_THOUSANDS = (
    Text(
        nl=(
            "{written} is hier één getal met drie decimalen; met een punt tussen duizendtallen is het {whole}"
        ),
        en="{written} is one number with three decimals here; with a thousands separator it is {whole}",
    ),
    Text(
        nl="als de punt anders bedoeld is, is het getal duizend keer te klein",
        en="if the point is a thousands separator, the number is a thousand times too small",
    ),
    Text(
        nl='Bedoelt u {whole}, schrijf dan {whole}. Zijn het decimalen, zet er dan "decimals: 3" bij.',
        en='If you mean {whole}, write {whole}. If these are decimals, add "decimals: 3".',
    ),
)


_WRITTEN = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


def parts(report: Report) -> Iterator[Part]:
    """Each key figure, as finding how a number is written takes long."""
    for figure in report.of(KeyFigure):
        yield Part(digest(figure.source.yaml_text, str(figure.at)), partial(_of_figure, figure))


def _of_figure(figure: Entry[KeyFigure]) -> Iterator[Diagnostic]:
    """A finding if it is written as thousands are in Dutch."""
    written = figure.source.written((*figure.at, "value"))
    if figure.data.decimals != 3 and _WRITTEN.fullmatch(written):
        texts = every_filled(_THOUSANDS, written=written, whole=written.replace(".", ""))
        yield warning(figure.locate("value"), "figure-thousands", texts)
