"""A Vega-Lite text to what readers could not trust or trace in it, each with its line and column; draws
nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from trendrapport.charts.theme import PALETTE
from trendrapport.charts.vega.colours import is_colour
from trendrapport.charts.vega.formulas import formulas
from trendrapport.charts.vega.schema import mistakes
from trendrapport.diagnostics import Text, shortened
from trendrapport.files.json_positions import places
from trendrapport.files.yaml_data import DataPath

TABLE = "table"
"""The name by which a specification can call its table."""


class Problem(NamedTuple):
    """What is wrong with a specification, and where."""

    line: int
    column: int
    code: str
    what: Text
    why: Text
    fix: Text


_SYNTAX = (
    Text(nl="dit is geen JSON: {reason}", en="this is no JSON: {reason}"),
    Text(nl="de grafiek kan zo niet getekend worden", en="the chart cannot be drawn this way"),
    Text(
        nl="Controleer komma's, aanhalingstekens en haakjes op en voor deze plaats.",
        en="Check commas, quotation marks and brackets at and before this place.",
    ),
)
_OBJECT = (
    Text(
        nl="hier moet een object met een mark of met lagen staan",
        en=("an object with a mark or with layers must stand here"),
    ),
    _SYNTAX[1],
    Text(nl='Begin met {"mark": ..., "encoding": ...}.', en=('Start with {"mark": ..., "encoding": ...}.')),
)
_DATA = (
    Text(
        nl="deze gegevens komen niet uit de tabel van de grafiek",
        en=("these data do not come from the chart's table"),
    ),
    Text(
        nl="lezers kunnen ze niet in de tabel vinden, downloaden of nagaan",
        en="readers cannot find them in the table, download them or check them",
    ),
    Text(
        nl=('Laat "data" weg, of schrijf {"name": "table"}; de tabel staat bij "data:" in het .yml-bestand.'),
        en=('Leave "data" out, or write {"name": "table"}; the table is named at "data:" in the .yml file.'),
    ),
)
_ADDRESS = (
    Text(nl='"{key}" verwijst naar een adres', en='"{key}" refers to an address'),
    Text(
        nl="een figuur laadt niets en leidt nergens heen, zodat niets een lezer volgt of misleidt",
        en="a figure loads nothing and leads nowhere, so that nothing follows or misleads a reader",
    ),
    Text(
        nl="Haal deze sleutel weg; zet een link in de tekst of bij de bron.",
        en="Remove this key; put a link in the text or with the source.",
    ),
)
_IMAGE = (
    Text(nl="deze grafiek toont plaatjes van elders", en="this chart shows pictures from elsewhere"),
    _ADDRESS[1],
    Text(
        nl="Neem een ander soort mark, zoals point met een shape.",
        en=("Take another mark, such as point with a shape."),
    ),
)
_EXPRESSION = (
    Text(nl="deze formule bevat een adres of code", en="this formula holds an address or code"),
    _ADDRESS[1],
    Text(
        nl="Laat de formule alleen rekenen met velden van de tabel.",
        en=("Let the formula only compute with fields of the table."),
    ),
)

_COLOUR = (
    Text(nl="{value} is geen kleur", en="{value} is no colour"),
    Text(
        nl="alleen een kleur wordt getekend; iets anders, zoals een adres, zou van elders laden",
        en="only a colour is drawn; anything else, such as an address, would load from elsewhere",
    ),
    Text(
        nl='Neem een naam als chart-1 of chart-ink, of een kleur als "#0b5c66".',
        en='Take a name such as chart-1 or chart-ink, or a colour such as "#0b5c66".',
    ),
)
_LONG = (
    Text(
        nl="dit bestand heeft {count} tekens, en hoogstens {most} worden gelezen",
        en="this file has {count} characters, and at most {most} are read",
    ),
    Text(
        nl="een tekening die zoveel nodig heeft, is te zwaar voor een pagina",
        en=("a drawing that needs so many is too heavy for a page"),
    ),
    Text(
        nl="Zet rijen in de tabel in plaats van in dit bestand, en laat weg wat niet nodig is.",
        en="Put rows into the table instead of this file, and leave out what is not needed.",
    ),
)
_LONG_FORMULA = (
    Text(nl="deze formule is te lang", en="this formula is too long"),
    Text(
        nl="zo'n formule leest niemand na, en het tekenen kan eraan blijven hangen",
        en="nobody can check such a formula, and drawing can get stuck on it",
    ),
    Text(
        nl="Reken het uit in de tabel, of houd de formule onder 2000 tekens.",
        en="Calculate it in the table, or keep the formula under 2000 characters.",
    ),
)
_UNKNOWN = Text(nl="de grafiek kan zo niet getekend worden", en="the chart cannot be drawn this way")

MOST = 200_000
"""More characters than these are not read."""

MOST_OF_A_FORMULA = 2_000
"""A formula of more characters is not read."""

_LOADS = re.compile(r"[a-z0-9+.-]:\s*//|url\s*\(|javascript:|data:[a-z]+/|//[a-z0-9-]+\.", re.IGNORECASE)
_WORDS = {"legend", "axis", "title", "header", "sort"}
"""What stands with a colour and is none itself."""
_OWN_DATA = {"sequence", "graticule", "sphere"}
"""Sources of data that Vega-Lite makes itself, such as the lines of a grid."""


def position(text: str, offset: int) -> tuple[int, int]:
    """The line and column, from 1, of an offset."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def problems(text: str) -> Iterator[Problem]:
    """Everything in a specification that is refused, and else what is no Vega-Lite in it."""
    if len(text) > MOST:
        yield Problem(1, 1, "vega-lite-long", _LONG[0].filled(count=len(text), most=MOST), *_LONG[1:])
        return
    try:
        spec = json.loads(text, parse_constant=_no_constant)
        at = places(text)
        found = [*_refused(spec, (), painted=False), *_refused_formulas(spec)]
    except json.JSONDecodeError as error:
        yield Problem(
            error.lineno, error.colno, "json-syntax", _SYNTAX[0].filled(reason=error.msg), *_SYNTAX[1:]
        )
        return
    except (ValueError, RecursionError) as error:
        yield Problem(1, 1, "json-syntax", _SYNTAX[0].filled(reason=error), *_SYNTAX[1:])
        return
    if not isinstance(spec, dict) or not spec:
        yield Problem(*position(text, at.get((), 0)), "json-syntax", *_OBJECT)
        return
    for path, code, (what, why, fix), key in found:
        yield Problem(*position(text, at[path]), code, what.filled(key=key, value=shortened(key)), why, fix)
    if not found:
        yield from _unknown(spec, text, at)


def _unknown(spec: dict[str, Any], text: str, at: dict[DataPath, int]) -> Iterator[Problem]:
    """What the schema of Vega-Lite does not have; a value that stands nowhere is told where the object is
    that lacks it.
    """
    for mistake in mistakes({**spec, "data": {"name": TABLE}}):
        path = next(
            mistake.path[:length]
            for length in range(len(mistake.path), -1, -1)
            if mistake.path[:length] in at
        )
        yield Problem(*position(text, at[path]), "vega-lite-unknown", mistake.what, _UNKNOWN, mistake.fix)


def _no_constant(name: str) -> Any:  # noqa: ANN401 - never returns
    raise ValueError(name)


Refused = tuple[DataPath, str, tuple[Text, Text, Text], str]
"""Where something is refused, the code of the finding and its words, and the key or value that these name."""


def _refused(value: Any, path: DataPath, *, painted: bool) -> Iterator[Refused]:  # noqa: ANN401
    """What is refused within a value; of one that is `painted` strings are colours, of which an axis or a
    title within it has its own.
    """
    if isinstance(value, list):
        for index, item in enumerate(value):
            if painted and isinstance(item, str) and "range" in path[-2:] and not _paints(item):
                yield (*path, index), "vega-lite-colour", _COLOUR, item
            yield from _refused(item, (*path, index), painted=painted)
    if not isinstance(value, dict):
        return
    for key, inner in value.items():
        here, colour = (*path, key), _is_colour_key(key)
        if found := _wrong(key, inner):
            yield here, *found, key
        elif (
            isinstance(inner, str)
            and (colour or (painted and key in {"value", "range"}))
            and not _paints(inner)
        ):
            yield here, "vega-lite-colour", _COLOUR, inner
        else:
            scheme = path[-2:] == ("config", "range") and key != "symbol"
            yield from _refused(inner, here, painted=colour or scheme or (painted and key not in _WORDS))


def _is_colour_key(key: str) -> bool:
    return key in {"color", "fill", "stroke", "background"} or key.endswith(("Color", "Fill", "Stroke"))


def _paints(value: str) -> bool:
    """Whether a text is a colour, by number or word or by its name in the theme."""
    return is_colour(value) or value in PALETTE


def _wrong(key: str, value: Any) -> tuple[str, tuple[Text, Text, Text]] | None:  # noqa: ANN401
    """What is wrong with one key, if anything."""
    if key == "datasets" or (key == "data" and not _from_table(value)):
        return "vega-lite-data", _DATA
    if key in {"href", "url", "baseURL", "loader", "usermeta"}:
        return "vega-lite-address", _ADDRESS
    if (key in {"mark", "type"} and value == "image") or (
        key == "mark" and isinstance(value, dict) and value.get("type") == "image"
    ):
        return "vega-lite-image", _IMAGE
    return None


def _refused_formulas(spec: Any) -> Iterator[Refused]:  # noqa: ANN401
    """Each formula that is too long, or that would load something."""
    for path, formula in formulas(spec):
        if len(formula) > MOST_OF_A_FORMULA:
            yield path, "vega-lite-long", _LONG_FORMULA, ""
        elif _LOADS.search(formula):
            yield path, "vega-lite-formula", _EXPRESSION, ""


def _from_table(value: Any) -> bool:  # noqa: ANN401
    return value is None or (
        isinstance(value, dict) and (value == {"name": TABLE} or bool(value) and set(value) <= _OWN_DATA)
    )
