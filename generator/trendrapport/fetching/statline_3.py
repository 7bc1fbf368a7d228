"""A table of Statistics Netherlands from its former service, in OData version 3
(https://www.cbs.nl/-/media/statline/documenten/handleiding-cbs-opendata-services.pdf).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence

from trendrapport.fetching.cube import Code, Cube, Dimension, Figure, Measure
from trendrapport.fetching.odata import Entity, Service
from trendrapport.fetching.selection import Wanted, selected_codes, selected_measures
from trendrapport.fetching.statline import (
    OVERRIDE_3,
    Figures,
    arranged,
    either,
    is_provisional,
    joined,
    kind_of,
    text_of,
)
from trendrapport.fetching.web import MissingError, Web

ADDRESS = "https://opendata.cbs.nl/ODataFeed/odata"
_PAGE = "https://opendata.cbs.nl/statline/#/CBS/nl/dataset/{number}/table"
_JSON = "$format=json"
_SIGNS = frozenset({".", "-", "x"})
_MOST_CODES = 40


def cube(web: Web, number: str, asked: Wanted) -> Cube | None:
    """The table of this number, or the part of it that is asked for; None if there is none."""
    root = os.environ.get(OVERRIDE_3, ADDRESS)
    for name in dict.fromkeys((number, number.upper(), number.lower())):
        service = Service(web, f"{root}/{name}")
        try:
            about = next(service.all("TableInfos", _JSON), None)
        except MissingError:
            continue
        if about is not None:
            return _read(service, name, about, asked)
    return None


def _read(service: Service, number: str, about: Entity, asked: Wanted) -> Cube:
    properties = list(service.all("DataProperties", _JSON))
    keys: dict[str, dict[str, str]] = {}
    dimensions = []
    for told in properties:
        if text_of(told, "Type").endswith("Dimension"):
            name = text_of(told, "Key")
            found = list(service.all(name, _JSON))
            keys[name] = {text_of(one, "Key"): str(one.get("Key")) for one in found}
            codes = tuple(_code(one) for one in found)
            kind = kind_of(text_of(told, "Type"))
            dimensions.append(Dimension(name, text_of(told, "Title") or name, kind, codes))
    measures = [_measure(told) for told in properties if text_of(told, "Type") == "Topic"]
    measures = selected_measures(measures, asked)
    chosen = selected_codes(dimensions, asked)
    rows = service.all("UntypedDataSet", _query(chosen, keys))
    return Cube(
        number=number,
        title=text_of(about, "Title") or number,
        description=text_of(about, "ShortDescription"),
        address=service.root,
        page=_PAGE.format(number=number),
        version=text_of(about, "Modified"),
        etag=service.etag,
        checksum=service.checksum,
        dimensions=tuple(dimensions),
        measures=tuple(measures),
        rows=arranged(_figures(rows, dimensions, measures), dimensions, measures, chosen),
    )


def _code(told: Entity) -> Code:
    code = text_of(told, "Key")
    return Code(code, text_of(told, "Title") or code, is_provisional(text_of(told, "Status")))


def _measure(told: Entity) -> Measure:
    name, decimals = text_of(told, "Key"), told.get("Decimals")
    is_text = text_of(told, "Datatype") == "String"
    places = decimals if isinstance(decimals, int) else None
    return Measure(name, text_of(told, "Title") or name, text_of(told, "Unit"), places, is_text)


def _query(chosen: Mapping[str, frozenset[str]], keys: Mapping[str, Mapping[str, str]]) -> str:
    """The part of the rows to ask for; codes have the spaces with which this service fills them up."""
    parts = []
    for name, values in chosen.items():
        if len(values) <= _MOST_CODES:
            parts.append(either(name, [keys[name][value] for value in values]))
    if not parts:
        return _JSON
    return f"{_JSON}&$filter={joined(parts)}"


def _figures(rows: Iterable[Entity], dimensions: Sequence[Dimension], measures: Sequence[Measure]) -> Figures:
    for row in rows:
        codes = tuple(text_of(row, dimension.name) for dimension in dimensions)
        for measure in measures:
            yield codes, measure.name, _figure(text_of(row, measure.name))


def _figure(text: str) -> Figure:
    if text in _SIGNS:
        return Figure(sign=text)
    return Figure(text)
