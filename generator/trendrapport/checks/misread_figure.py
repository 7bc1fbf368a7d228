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

from trendrapport.diagnostics import Diagnostic, Text, every_filled, warning
from trendrapport.model.entries.key_figures import KeyFigure
from trendrapport.report.report import Report

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


def check(report: Report) -> Iterator[Diagnostic]:
    """Every key figure that is written as thousands are in Dutch."""
    for figure in report.of(KeyFigure):
        written = figure.source.written((*figure.at, "value"))
        if figure.data.decimals != 3 and re.fullmatch(r"-?[1-9][0-9]{0,2}\.[0-9]{3}", written):
            texts = every_filled(_THOUSANDS, written=written, whole=written.replace(".", ""))
            yield warning(figure.locate("value"), "figure-thousands", texts)
