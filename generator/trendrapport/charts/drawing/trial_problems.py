"""What keeps a chart with its own Vega-Lite file from being drawn, as problems at their lines and columns in
that file.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from trendrapport.charts.drawing.parts_of_json import value_at
from trendrapport.charts.vega.formulas import FUNCTIONS, place
from trendrapport.charts.vega.untrusted import position
from trendrapport.diagnostics import Diagnostic, Location, Text, choose_from, did_you_mean, shortened
from trendrapport.files.json_positions import places
from trendrapport.files.yaml_data import DataPath

_WHY = Text(nl="zo kan de grafiek niet worden getekend", en="the chart cannot be drawn like this")
_SYNTAX = (
    Text(
        nl="deze formule breekt hier af of bevat hier een fout: {reason}",
        en="this formula ends too early or has an error here: {reason}",
    ),
    Text(
        nl="Controleer haakjes, aanhalingstekens en tekens als + en && op deze plaats en ervoor.",
        en="Check brackets, quotation marks and operators such as + and && here and before this point.",
    ),
)
_FUNCTION = (
    Text(nl='Vega kent de functie "{name}" niet', en='Vega does not know the function "{name}"'),
    Text(
        nl=("Gebruik een functie uit de documentatie van Vega (Expressions), of reken het uit in de tabel."),
        en="Use a function from the Vega documentation (Expressions), or calculate it in the table.",
    ),
)
_SIGNAL = Text(nl='er is geen parameter "{name}"', en='there is no parameter "{name}"')
_NO_SIGNAL = Text(
    nl='Zet "{name}" bij params. Is het een kolom, schrijf dan datum.{name}.',
    en='Add "{name}" to params. If it is a column, write datum.{name}.',
)
_FORMAT = (
    Text(nl='"{name}" is geen notatie voor getallen', en='"{name}" is not a number format'),
    Text(
        nl='Schrijf een notatie als ".1f" (één decimaal), ".0%" (procenten) of "d" (heel getal).',
        en='Write a format such as ".1f" (one decimal), ".0%" (per cent) or "d" (whole number).',
    ),
)
_TWICE = (
    Text(nl='de naam "{name}" komt twee keer voor', en='the name "{name}" is used twice'),
    Text(nl="Geef elke parameter een eigen naam.", en="Give each parameter its own name."),
)
_OTHER = (
    Text(nl="Vega kan dit niet tekenen: {reason}", en="Vega cannot draw this: {reason}"),
    Text(
        nl="Verander of verwijder deze waarde: zonder deze waarde lukt het tekenen wel.",
        en="Change or remove this value: without it the chart can be drawn.",
    ),
    Text(
        nl="Maak de grafiek eenvoudiger tot het tekenen lukt, en voeg dan alles een voor een weer toe.",
        en="Simplify the chart until it can be drawn, and then add things back one by one.",
    ),
)
_HEAVY = (
    Text(
        nl="Vega is met deze grafiek te lang bezig of gebruikt te veel geheugen: {reason}",
        en="Vega needs too much time or memory for this chart: {reason}",
    ),
    Text(
        nl=(
            'Gebruik minder rijen, bijvoorbeeld met "filter", en verwijder transforms die rijen '
            "vermenigvuldigen."
        ),
        en='Use fewer rows, for example with "filter", and remove transforms that multiply rows.',
    ),
)
LONGEST_REASON = 120
"""The most characters of a reason of Vega's that are reported."""
_VEGA = "Vega-Lite: "
"""The start of every reason of Vega's."""
_NAMED = re.compile(r'.*: "?(.+?)"?$')
"""The name at the end of a reason."""


@dataclass(frozen=True)
class VegaLiteFile:
    """A Vega-Lite file that has no mistake that the schema finds."""

    path: str
    """From the report's root."""
    text: str

    @cached_property
    def spec(self) -> Any:  # noqa: ANN401 - as JSON is read
        """What is written in it."""
        return json.loads(self.text)

    @cached_property
    def at(self) -> dict[DataPath, int]:
        """Where each value starts."""
        return places(self.text)

    def too_heavy(self, reason: str) -> Diagnostic:
        """That drawing the whole takes too long or too much memory."""
        what, fix = _HEAVY
        return self._problem((), "vega-lite-heavy", what.filled(reason=reason), fix)

    def syntax(self, path: DataPath, after: int, reason: str) -> Diagnostic:
        """That the formula at a path cannot be read, from that many UTF-16 units on."""
        what, fix = _SYNTAX
        what = what.filled(reason=shortened(reason, LONGEST_REASON))
        return Diagnostic(self._in_text(path, after), "vega-lite-formula-syntax", what, _WHY, fix)

    def unknown_function(self, path: DataPath, formula: str, name: str) -> Diagnostic:
        """That the formula at a path calls a function that there is not."""
        what, fix = _FUNCTION
        called = re.search(rf"(?<![\w.$]){re.escape(name)}\s*\(", formula)
        before = formula[: called.start()] if called else ""
        at = self._in_text(path, _utf_16_units(before))
        fix = did_you_mean(name, FUNCTIONS, fix)
        return Diagnostic(at, "vega-lite-formula-function", what.filled(name=shortened(name)), _WHY, fix)

    def _in_text(self, path: DataPath, after: int) -> Location:
        """Where that many UTF-16 units into a text are."""
        return self._location(place(self.text, self.at[path], after))

    def _location(self, offset: int) -> Location:
        return Location(self.path, *position(self.text, offset))

    def refused(self, path: DataPath, reason: str) -> Diagnostic:
        """The problem with a value, by the reason that Vega gives."""
        reason = reason.removeprefix(_VEGA)
        name = named_in(reason)
        if reason.startswith("Duplicate signal name"):
            what, fix = _TWICE
        elif "signal name" in reason and not reason.startswith("Duplicate"):
            what, fix = _SIGNAL, self._known_params(name)
        elif reason.startswith("invalid format"):
            what, fix = _FORMAT
        else:
            what, fix_value, fix_chart = _OTHER
            what = what.filled(reason=shortened(reason, LONGEST_REASON))
            return self._problem(path, "vega-lite-undrawable", what, fix_value if path else fix_chart, name)
        return self._problem(path, "vega-lite-undrawable", what.filled(name=name), fix, name)

    def _known_params(self, name: str) -> Text:
        """Advice on a parameter that is missing, with those that there are."""
        advice, params = _NO_SIGNAL.filled(name=name), self._params()
        if not params:
            return advice
        return choose_from(name, params) + advice

    def _params(self) -> list[str]:
        """The names of the parameters of the chart."""
        return sorted({str(value_at(self.spec, path)) for path in self.at if _names_parameter(path)})

    def _problem(self, path: DataPath, code: str, what: Text, fix: Text, name: str = "") -> Diagnostic:
        """A problem with a value, at the name in it that Vega complains of if that is there."""
        start = self.at[path]
        if name and path:
            end = json.JSONDecoder().raw_decode(self.text, start)[1]
            if word := word_in(name, self.text[start:end]):
                start += word.start()
        return Diagnostic(self._location(start), code, what, _WHY, fix)


def named_in(reason: str) -> str:
    """The name that Vega complains of."""
    found = _NAMED.match(reason.removeprefix(_VEGA))
    return found[1] if found else ""


def word_in(name: str, text: str) -> re.Match[str] | None:
    """Where a text has a name as a word."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)


def _utf_16_units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _names_parameter(path: DataPath) -> bool:
    """Whether a value is the name of a parameter: params, its index, name."""
    return path[-1:] == ("name",) and path[-3:-2] == ("params",)
