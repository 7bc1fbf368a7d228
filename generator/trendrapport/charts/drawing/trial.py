"""A test drawing of a chart with its own Vega-Lite file: what keeps it from being drawn, and where that is in
the file.

Vega says what is wrong but not where. So it is asked again without one value of the file after the other: the
smallest value without which it no longer complains is the one that an editor has to mend.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from trendrapport.charts.drawing import making
from trendrapport.charts.drawing.jobs import ChartJob
from trendrapport.charts.drawing.parts_of_json import children, value_at, without
from trendrapport.charts.errors import CannotDrawError, TooHeavyError
from trendrapport.charts.figure import of_text
from trendrapport.charts.kinds.vega_lite import with_rows
from trendrapport.charts.rendering import vega_to_svg as rendering
from trendrapport.charts.vega.formulas import FUNCTIONS, formulas, place
from trendrapport.charts.vega.schema import mistakes
from trendrapport.charts.vega.untrusted import TABLE, position
from trendrapport.diagnostics import Diagnostic, Location, Text, choose_from, did_you_mean, shortened
from trendrapport.files.json_positions import places
from trendrapport.files.yaml_data import DataPath
from trendrapport.runtime.processes import WorkEndedError, WorkTooLongError

Do = Callable[..., Any]
"""Calls a function of a module where Vega runs, and returns its result."""

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
_NO_REASON = Text(nl="het programma stopte", en="the program stopped")

ROUNDS = 5
"""The most mistakes that are looked for in one file."""
TRIES = 150
"""The most times that a file is drawn to find them."""
_REASON = 120
"""The most characters of a reason of Vega's that are reported."""
_VEGA = "Vega-Lite: "
"""The start of every reason of Vega's."""
_NAMED = re.compile(r'.*: "?(.+?)"?$')
"""The name at the end of a reason."""


class _Heavy(Exception):  # noqa: N818 - no error of this program
    """A drawing took too long or too much memory; has the reason."""


@dataclass
class Trial:
    """One chart on trial."""

    job: ChartJob
    do: Do
    removed: set[DataPath] = field(default_factory=set)
    """The paths of values that are known to be wrong, without which the rest is tried."""
    tries: int = 0

    def __post_init__(self) -> None:
        """Reads the file, which has no mistake that the schema finds."""
        self.text = self.job.code or ""
        self.spec = json.loads(self.text)
        self.at = places(self.text)

    def problems(self) -> Iterator[Diagnostic]:
        """The problems that keep the chart from being drawn."""
        try:
            yield from self._formulas()
            yield from self._others()
        except _Heavy as heavy:
            what, fix = _HEAVY
            yield self._problem((), "vega-lite-heavy", what.filled(reason=heavy.args[0]), fix)

    def svg(self) -> str:
        """The drawing for a page; raises what keeps it from being written."""
        plans = (self.job.plan, self.job.narrow)
        specifications = self._specifications(self.spec)
        drawn = self.do(rendering.drawings, specifications, self.job.language)
        return making.written(plans, specifications, drawn)["svg"]

    def _specifications(self, spec: Any) -> list[str]:  # noqa: ANN401 - as JSON is read
        """The Vega-Lite text of both widths."""
        plans = (self.job.plan, self.job.narrow)
        return [of_text(plan, with_rows(spec, plan)).vega_lite for plan in plans]

    def _formulas(self) -> Iterator[Diagnostic]:
        """The problems in formulas, which are removed for the rest of the trial."""
        found = list(formulas(self.spec))
        all_faults = self._asked(rendering.formula_faults, [formula for _, formula in found])
        for (path, formula), faults in zip(found, all_faults, strict=True):
            for after, reason in faults:
                if after >= 0:
                    yield self._syntax(path, after, reason)
                else:
                    yield self._function(path, formula, reason)
            if faults:
                self.removed.add(self._removable(path))

    def _syntax(self, path: DataPath, after: int, reason: str) -> Diagnostic:
        what, fix = _SYNTAX
        what = what.filled(reason=shortened(reason, _REASON))
        return Diagnostic(self._in_text(path, after), "vega-lite-formula-syntax", what, _WHY, fix)

    def _function(self, path: DataPath, formula: str, name: str) -> Diagnostic:
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
        return Location(self.job.code_path or "", *position(self.text, offset))

    def _others(self) -> Iterator[Diagnostic]:
        """The problems that Vega reports one at a time; each time the values at fault are removed."""
        for _ in range(ROUNDS):
            reason = self._reason(self.removed)
            if not reason:
                return
            culprits, without = self._named(reason) or self._unnamed(reason)
            for culprit in culprits:
                yield self._refused(culprit, reason)
            if not without:
                return
            self.removed |= without

    def _refused(self, path: DataPath, reason: str) -> Diagnostic:
        """The problem with a value, by the reason that Vega gives."""
        reason = reason.removeprefix(_VEGA)
        name = _named(reason)
        if reason.startswith("Duplicate signal name"):
            what, fix = _TWICE
        elif "signal name" in reason and not reason.startswith("Duplicate"):
            what, fix = _SIGNAL, self._known_params(name)
        elif reason.startswith("invalid format"):
            what, fix = _FORMAT
        else:
            what, fix_value, fix_chart = _OTHER
            what = what.filled(reason=shortened(reason, _REASON))
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
            if word := _word(name, self.text[start:end]):
                start += word.start()
        return Diagnostic(self._location(start), code, what, _WHY, fix)

    def _named(self, reason: str) -> tuple[list[DataPath], set[DataPath]] | None:
        """The texts with the name that Vega complains of, and the values without which it does not; None if
        there are none.
        """
        name = _named(reason)
        if not name:
            return None
        texts = [path for path in self.at if self._has_name(path, name)]
        for path in reversed(texts):
            if self._are_to_blame({path}, reason):
                return [path], {path}
        together = {self._removable(path) for path in reversed(texts)}
        if together and self._are_to_blame(together, reason):
            return texts, together
        return None

    def _has_name(self, path: DataPath, name: str) -> bool:
        value = value_at(self.spec, path)
        return isinstance(value, str) and _word(name, value) is not None

    def _unnamed(self, reason: str) -> tuple[list[DataPath], set[DataPath]]:
        """The smallest value without which the chart can be drawn; the whole, and nothing to remove, if there
        is none.
        """
        culprit = self._smallest((), reason)
        if culprit is None:
            return [()], set()
        return [culprit], {culprit}

    def _smallest(self, path: DataPath, reason: str) -> DataPath | None:
        """The smallest value within this one without which the chart can be drawn."""
        kept = [child for child in children(self.spec, path) if child not in self.removed]
        for child in kept:
            if self._are_to_blame({child}, reason, wholly=True):
                return self._smallest(child, reason) or child
        for child in kept:
            if found := self._smallest(child, reason):
                return found
        return None

    def _are_to_blame(self, paths: set[DataPath], reason: str, *, wholly: bool = False) -> bool:
        """Whether Vega says something else without these values; or, `wholly`, nothing.

        What it says then must not come of the lack.
        """
        if self.tries >= TRIES:
            return False
        other = self._reason(self.removed | paths)
        return not other or (not wholly and other != reason and self._is_vega_lite(self.removed | paths))

    def _removable(self, path: DataPath) -> DataPath:
        """The smallest value around a path that a specification can do without; the path itself if there is
        none.
        """
        for length in range(len(path), 0, -1):
            around = path[:length]
            has_siblings = len(children(self.spec, around[:-1])) > 1
            if has_siblings and self._is_vega_lite({*self.removed, around}):
                return around
        return path

    def _is_vega_lite(self, removed: set[DataPath]) -> bool:
        return not mistakes({**without(self.spec, removed), "data": {"name": TABLE}})

    def _reason(self, removed: set[DataPath]) -> str:
        """The reason why Vega does not draw the specification without these values; empty when it can be
        drawn in both widths.
        """
        self.tries += 1
        try:
            specifications = self._specifications(without(self.spec, removed))
            self._asked(rendering.drawings, specifications, self.job.language)
        except CannotDrawError as error:
            return str(error)
        return ""

    def _asked(self, function: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401
        try:
            return self.do(function, *arguments)
        except TooHeavyError as error:
            raise _Heavy(shortened(str(error), _REASON)) from error
        except (WorkEndedError, WorkTooLongError) as error:
            raise _Heavy(_NO_REASON) from error


def _named(reason: str) -> str:
    """The name that Vega complains of."""
    found = _NAMED.match(reason.removeprefix(_VEGA))
    return found[1] if found else ""


def _word(name: str, text: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)


def _utf_16_units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _names_parameter(path: DataPath) -> bool:
    """Whether a value is the name of a parameter: params, its index, name."""
    return path[-1:] == ("name",) and path[-3:-2] == ("params",)
