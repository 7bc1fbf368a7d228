"""Where a value is, in a sentence: on 31 Dec 2021, in 2021, at Utrecht."""

from __future__ import annotations

from trendrapport.charts import notation
from trendrapport.diagnostics import Language, Text
from trendrapport.model.charts import Scalar, TableField

_ON = Text(nl="op {at}", en="on {at}")
_IN = Text(nl="in {at}", en="in {at}")
_AT = Text(nl="bij {at}", en="at {at}")


def located(value: Scalar, column: TableField | None, language: Language) -> Text:
    """A place in a chart by the column that has it; without one, by its own name."""
    if column is None:
        return _AT.filled(at=value)
    words = {"date": _ON, "string": _AT}.get(column.type, _IN)
    return words.filled(at=notation.shown(value, column.type, language))
