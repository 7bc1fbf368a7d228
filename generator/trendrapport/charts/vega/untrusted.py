"""A Vega-Lite text to what readers could not trust or trace in it, each with its line and column; draws
nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from trendrapport.charts.theme import PALETTE
from trendrapport.charts.vega.colours import is_colour
from trendrapport.charts.vega.formulas import formulas
from trendrapport.charts.vega.schema import Mistake, mistake, mistakes
from trendrapport.diagnostics import Diagnostic, Location, Text, Texts, finding, shortened
from trendrapport.files.json_positions import places
from trendrapport.files.yaml_data import DataPath

TABLE = "table"
"""The name by which a specification can call its table."""


_SYNTAX = (
    Text(nl="dit is geen JSON: {reason}", en="this is not JSON: {reason}"),
    Text(nl="zo kan de grafiek niet worden getekend", en="the chart cannot be drawn like this"),
    Text(
        nl="Controleer komma's, aanhalingstekens en haakjes op deze plaats en ervoor.",
        en="Check commas, quotation marks and brackets here and before this point.",
    ),
)
_OBJECT = (
    Text(
        nl="hier is een object met een mark of met lagen nodig",
        en="an object with a mark or with layers is needed here",
    ),
    _SYNTAX[1],
    Text(nl='Begin met {"mark": ..., "encoding": ...}.', en='Start with {"mark": ..., "encoding": ...}.'),
)
_DATA = (
    Text(
        nl="deze gegevens komen niet uit de tabel van de grafiek",
        en="these data do not come from the chart's table",
    ),
    Text(
        nl="lezers kunnen ze niet in de tabel vinden, nagaan of downloaden",
        en="readers cannot find, check or download them in the table",
    ),
    Text(
        nl=(
            'Verwijder "data", of schrijf {"name": "table"}; de tabel staat bij "data:" in het .yml-bestand.'
        ),
        en=('Remove "data", or write {"name": "table"}; the table is named under "data:" in the .yml file.'),
    ),
)
_ADDRESS = (
    Text(nl='"{key}" verwijst naar een adres', en='"{key}" refers to an address'),
    Text(
        nl="een figuur laadt niets en linkt nergens naar, zodat niets een lezer volgt of misleidt",
        en="a figure loads nothing and links to nothing, so that nothing can track or mislead readers",
    ),
    Text(
        nl="Verwijder deze sleutel; zet een link in de tekst of bij de bron.",
        en="Remove this key; put a link in the text or with the source.",
    ),
)
_IMAGE = (
    Text(nl="deze grafiek toont afbeeldingen van elders", en="this chart shows images from elsewhere"),
    _ADDRESS[1],
    Text(
        nl="Gebruik een andere mark, zoals point met een shape.",
        en="Use another mark, such as point with a shape.",
    ),
)
_EXPRESSION = (
    Text(nl="deze formule bevat een adres of code", en="this formula contains an address or code"),
    _ADDRESS[1],
    Text(
        nl="Laat de formule alleen rekenen met kolommen van de tabel.",
        en="Let the formula calculate only with columns of the table.",
    ),
)

_COLOUR = (
    Text(nl="{value} is geen kleur", en="{value} is not a colour"),
    Text(
        nl="alleen kleuren zijn toegestaan; iets anders, zoals een adres, zou van elders laden",
        en="only colours are allowed; anything else, such as an address, would load from elsewhere",
    ),
    Text(
        nl='Gebruik een naam als chart-1 of chart-ink, of een kleur als "#0b5c66".',
        en='Use a name such as chart-1 or chart-ink, or a colour such as "#0b5c66".',
    ),
)
_LONG = (
    Text(
        nl="dit bestand heeft {count} tekens; hoogstens {most} worden gelezen",
        en="this file has {count} characters; at most {most} are read",
    ),
    Text(
        nl="een tekening die zoveel nodig heeft, is te zwaar voor een pagina",
        en="a drawing that needs so many is too heavy for a page",
    ),
    Text(
        nl="Zet rijen in de tabel in plaats van in dit bestand, en verwijder wat niet nodig is.",
        en="Put rows in the table instead of in this file, and remove what is not needed.",
    ),
)
_LONG_FORMULA = (
    Text(nl="deze formule is te lang", en="this formula is too long"),
    Text(
        nl="niemand kan zo'n formule nalezen, en het tekenen kan erop vastlopen",
        en="nobody can check such a formula, and drawing can get stuck on it",
    ),
    Text(
        nl="Reken het uit in de tabel, of houd de formule onder 2.000 tekens.",
        en="Calculate it in the table, or keep the formula under 2,000 characters.",
    ),
)

MOST = 200_000
"""More characters than these are not read."""

MOST_OF_A_FORMULA = 2_000
"""A formula of more characters is not read."""

_LOADS = re.compile(r"[a-z0-9+.-]:\s*//|url\s*\(|javascript:|data:[a-z]+/|//[a-z0-9-]+\.", re.IGNORECASE)
_WORDS = {"legend", "axis", "title", "header", "sort"}
"""Keys beside a colour that hold none themselves."""
_OWN_DATA = {"sequence", "graticule", "sphere"}
"""Sources of data that Vega-Lite makes itself, such as the lines of a grid."""


def position(text: str, offset: int) -> tuple[int, int]:
    """The line and column, from 1, of an offset."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def problems(path: str, text: str) -> Iterator[Diagnostic]:
    """Everything in the specification in a file that is refused, and else what is no Vega-Lite in it."""
    if len(text) > MOST:
        yield finding(Location(path), "vega-lite-long", _LONG, count=len(text), most=MOST)
        return
    try:
        spec = json.loads(text, parse_constant=_no_constant)
        at = places(text)
        found = [*_refused(spec, (), painted=False), *_refused_formulas(spec)]
    except json.JSONDecodeError as error:
        yield finding(Location(path, error.lineno, error.colno), "json-syntax", _SYNTAX, reason=error.msg)
        return
    except (ValueError, RecursionError) as error:
        yield finding(Location(path), "json-syntax", _SYNTAX, reason=error)
        return
    if not isinstance(spec, dict) or not spec:
        yield finding(Location(path, *position(text, at.get((), 0))), "json-syntax", _OBJECT)
        return
    for one in found or mistakes({**spec, "data": {"name": TABLE}}):
        location = Location(path, *position(text, _offset(one.path, at)))
        yield Diagnostic(location, one.code, one.what, one.why, one.fix)


def _offset(path: DataPath, at: Mapping[DataPath, int]) -> int:
    """The offset of a value; of one that is not in the text, that of the object that lacks it."""
    while path and path not in at:
        path = path[:-1]
    return at.get(path, 0)


def _no_constant(name: str) -> Any:  # noqa: ANN401 - never returns
    raise ValueError(name)


def _refused(value: Any, path: DataPath, *, painted: bool) -> Iterator[Mistake]:  # noqa: ANN401
    """What is refused within a value; of one that is `painted` strings are colours, of which an axis or a
    title within it has its own.
    """
    if isinstance(value, list):
        are_colours = painted and "range" in path[-2:]
        for index, item in enumerate(value):
            if are_colours and _is_no_colour(item):
                yield _colour((*path, index), item)
            yield from _refused(item, (*path, index), painted=painted)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _refused_at_key(key, inner, path, painted=painted)


def _refused_at_key(
    key: str,
    value: Any,  # noqa: ANN401
    path: DataPath,
    *,
    painted: bool,
) -> Iterator[Mistake]:
    """What is refused at a key of an object, or within its value."""
    here, has_colour = (*path, key), _is_colour_key(key)
    wrong = _wrong(key, value)
    if wrong:
        code, texts = wrong
        yield mistake(here, code, texts, key=key)
    elif (has_colour or (painted and key in {"value", "range"})) and _is_no_colour(value):
        yield _colour(here, value)
    else:
        is_scheme = path[-2:] == ("config", "range") and key != "symbol"
        stays_painted = painted and key not in _WORDS
        yield from _refused(value, here, painted=has_colour or is_scheme or stays_painted)


def _colour(path: DataPath, value: str) -> Mistake:
    return mistake(path, "vega-lite-colour", _COLOUR, value=shortened(value))


def _is_colour_key(key: str) -> bool:
    return key in {"color", "fill", "stroke", "background"} or key.endswith(("Color", "Fill", "Stroke"))


def _is_no_colour(value: Any) -> bool:  # noqa: ANN401
    """Whether a text is no colour, by number or word or by its name in the theme."""
    return isinstance(value, str) and not is_colour(value) and value not in PALETTE


def _wrong(key: str, value: Any) -> tuple[str, Texts] | None:  # noqa: ANN401
    """What is wrong with one key, if anything."""
    if key == "datasets" or (key == "data" and not _from_table(value)):
        return "vega-lite-data", _DATA
    if key in {"href", "url", "baseURL", "loader", "usermeta"}:
        return "vega-lite-address", _ADDRESS
    if _is_image(key, value):
        return "vega-lite-image", _IMAGE
    return None


def _is_image(key: str, value: Any) -> bool:  # noqa: ANN401
    """Whether a key says that marks are pictures."""
    if key == "mark" and isinstance(value, dict):
        value = value.get("type")
    return key in {"mark", "type"} and bool(value == "image")


def _refused_formulas(spec: Any) -> Iterator[Mistake]:  # noqa: ANN401
    """Each formula that is too long, or that would load something."""
    for path, formula in formulas(spec):
        if len(formula) > MOST_OF_A_FORMULA:
            yield mistake(path, "vega-lite-long", _LONG_FORMULA)
        elif _LOADS.search(formula):
            yield mistake(path, "vega-lite-formula", _EXPRESSION)


def _from_table(value: Any) -> bool:  # noqa: ANN401
    """Whether data are those of the chart's table, or made by Vega-Lite itself."""
    if value is None or value == {"name": TABLE}:
        return True
    return isinstance(value, dict) and bool(value) and set(value) <= _OWN_DATA
