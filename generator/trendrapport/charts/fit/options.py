"""The options of a declaration compared with the model of its kind."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from trendrapport.charts.fit.misfit import Misfit, at_key, at_value
from trendrapport.charts.kinds import ChartKind
from trendrapport.charts.parts.logarithmic import LogOptions
from trendrapport.diagnostics import Text, choose_from
from trendrapport.model.charts import Chart

_OPTION = (
    Text(
        nl='een grafiek van de soort "{kind}" heeft geen instelling "{name}"',
        en='a chart of kind "{kind}" has no option "{name}"',
    ),
    Text(nl="de instelling zou niets doen", en="the setting would do nothing"),
)
_VALUE = (
    Text(
        nl='de waarde van de instelling "{name}" klopt niet',
        en='the value of the option "{name}" is wrong',
    ),
    Text(nl="het programma raadt niets en zet niets om", en="the program does not guess or convert values"),
    Text(nl="Zo hoort het: {nl}.", en="It should be: {en}."),
)


_NO_LOGARITHM = (
    _OPTION[0],
    Text(
        nl="de tekening begint daar bij 0 of heeft vaste plaatsen, en een logaritmische schaal heeft geen 0",
        en="its drawing starts at 0 or has fixed places, and a logarithmic scale has no 0",
    ),
    Text(
        nl='Kies lines of scatter, die zo\'n schaal kunnen hebben, of verwijder "logarithmic".',
        en='Choose lines or scatter, which can have such a scale, or remove "logarithmic".',
    ),
)


def option_misfits(chart: Chart, kind: ChartKind) -> Iterator[Misfit]:
    """Options that the kind does not have, and values that it does not take."""
    try:
        kind.OPTIONS.model_validate_json(json.dumps(chart.options))
    except ValidationError as error:
        of_options = {str(found["loc"][0]): found for found in error.errors(include_url=False)}
        for name, found in of_options.items():
            yield _option(name, found, chart, kind)


def _option(name: str, found: ErrorDetails, chart: Chart, kind: ChartKind) -> Misfit:
    known = kind.OPTIONS.model_fields
    if name not in known and name in LogOptions.model_fields and "divide_by" in known:
        return at_key(("options", name), "unknown-chart-option", _NO_LOGARITHM, kind=chart.kind, name=name)
    if name not in known:
        texts = (*_OPTION, choose_from(name, known))
        return at_key(("options", name), "unknown-chart-option", texts, kind=chart.kind, name=name)
    at = tuple(part for part in found["loc"][1:] if isinstance(part, int))
    extra = known[name].json_schema_extra
    nl = str(extra["nl"]) if isinstance(extra, dict) else ""
    fix = _VALUE[2].filled(nl=nl, en=known[name].description)
    return at_value(("options", name, *at), "wrong-chart-option", (*_VALUE[:2], fix), name=name)
