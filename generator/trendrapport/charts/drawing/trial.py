"""A chart with a Vega-Lite file of its own, drawn on trial: what keeps it from being drawn, and where that
stands in the file.

Vega tells what is wrong but not where. So it is asked again without one value of the file after the other:
the smallest
value without which it complains no more is the one that an editor has to mend.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from trendrapport.charts.drawing import making
from trendrapport.charts.drawing.jobs import ChartJob
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
"""Has a function of a module called where Vega runs, and gives what it returns."""

_WHY = Text(nl="de grafiek kan zo niet getekend worden", en="the chart cannot be drawn this way")
_SYNTAX = (
    Text(
        nl="deze formule breekt hier af of gaat hier fout: {reason}",
        en=("this formula ends too soon or goes wrong here: {reason}"),
    ),
    Text(
        nl="Controleer haakjes, aanhalingstekens en tekens als + en && op en voor deze plaats.",
        en="Check brackets, quotation marks and signs such as + and && at and before this place.",
    ),
)
_FUNCTION = (
    Text(nl='Vega kent de functie "{name}" niet', en='Vega does not know the function "{name}"'),
    Text(
        nl=("Neem een functie uit de beschrijving van Vega (Expressions), of reken het uit in de tabel."),
        en=("Take a function from the documentation of Vega (Expressions), or calculate it in the table."),
    ),
)
_SIGNAL = Text(nl='er is geen parameter "{name}"', en='there is no parameter "{name}"')
_NO_SIGNAL = Text(
    nl='Zet "{name}" bij params. Is het een kolom, schrijf dan datum.{name}.',
    en='Add "{name}" to params. If it is a column, write datum.{name}.',
)
_FORMAT = (
    Text(nl='"{name}" is geen notatie voor getallen', en='"{name}" is no format for numbers'),
    Text(
        nl='Schrijf een notatie als ".1f" (één decimaal), ".0%" (procenten) of "d" (heel getal).',
        en='Write a format such as ".1f" (one decimal), ".0%" (per cent) or "d" (whole number).',
    ),
)
_TWICE = (
    Text(nl='de naam "{name}" komt twee keer voor', en='the name "{name}" is used twice'),
    Text(nl="Geef elke parameter een eigen naam.", en="Give each parameter a name of its own."),
)
_OTHER = (
    Text(nl="Vega kan dit niet tekenen: {reason}", en="Vega cannot draw this: {reason}"),
    Text(
        nl="Verander deze waarde of haal haar weg: zonder haar lukt het tekenen wel.",
        en="Change this value or remove it: without it the chart can be drawn.",
    ),
    Text(
        nl="Maak de grafiek eenvoudiger tot zij getekend wordt, en voeg dan een voor een weer toe.",
        en="Make the chart simpler until it is drawn, and then add things again one by one.",
    ),
)
_HEAVY = (
    Text(
        nl="Vega is met deze grafiek te lang bezig of gebruikt te veel geheugen: {reason}",
        en="Vega takes too long or too much memory for this chart: {reason}",
    ),
    Text(
        nl=(
            "Neem minder rijen, bijvoorbeeld met een filter, en laat transformaties weg die rijen "
            "vermenigvuldigen."
        ),
        en="Take fewer rows, for example with a filter, and leave out transforms that multiply rows.",
    ),
)
_NO_REASON = Text(nl="het programma hield op", en="the program ended")

ROUNDS = 5
"""So many mistakes are looked for in one file."""
TRIES = 150
"""So often is a file drawn to find them."""
_REASON = 120
"""So many characters of what Vega says are told."""
_VEGA = "Vega-Lite: "
"""What Vega says begins with this."""
_NAMED = re.compile(r'.*: "?(.+?)"?$')
"""The name at the end of what Vega says."""


class _Heavy(Exception):  # noqa: N818 - no error of this program
    """Nothing came of a drawing; holds why."""


@dataclass
class Trial:
    """One chart on trial."""

    job: ChartJob
    do: Do
    removed: set[DataPath] = field(default_factory=set)
    """The paths of what is known to be wrong, without which the rest is tried."""
    tries: int = 0

    def __post_init__(self) -> None:
        """Reads the file, which has no mistake that the schema finds."""
        self.text = self.job.code or ""
        self.spec = json.loads(self.text)
        self.at = places(self.text)

    def problems(self) -> Iterator[Diagnostic]:
        """What keeps the chart from being drawn."""
        try:
            yield from self._formulas()
            yield from self._others()
        except _Heavy as heavy:
            yield self._told((), "vega-lite-heavy", _HEAVY[0].filled(reason=heavy.args[0]), _HEAVY[1])

    def svg(self) -> str:
        """The drawing for a page; raises what keeps it from being written."""
        plans = (self.job.plan, self.job.narrow)
        specifications = [of_text(plan, with_rows(self.spec, plan)).vega_lite for plan in plans]
        drawn = self.do(rendering.drawings, specifications, self.job.language)
        return making.written(plans, specifications, drawn)["svg"]

    def _formulas(self) -> Iterator[Diagnostic]:
        found = list(formulas(self.spec))
        for (path, formula), faults in zip(
            found, self._asked(rendering.formula_faults, [text for _, text in found]), strict=True
        ):
            for after, told in faults:
                yield self._syntax(path, after, told) if after >= 0 else self._function(path, formula, told)
            if faults:
                self.removed.add(self._removable(path))

    def _syntax(self, path: DataPath, after: int, reason: str) -> Diagnostic:
        at = place(self.text, self.at[path], after)
        return Diagnostic(
            self._location(at),
            "vega-lite-formula-syntax",
            _SYNTAX[0].filled(reason=shortened(reason, _REASON)),
            _WHY,
            _SYNTAX[1],
        )

    def _function(self, path: DataPath, formula: str, name: str) -> Diagnostic:
        called = re.search(rf"(?<![\w.$]){re.escape(name)}\s*\(", formula)
        before = formula[: called.start()] if called else ""
        at = place(self.text, self.at[path], len(before.encode("utf-16-le", "surrogatepass")) // 2)
        fix = did_you_mean(name, FUNCTIONS, _FUNCTION[1])
        return Diagnostic(
            self._location(at),
            "vega-lite-formula-function",
            _FUNCTION[0].filled(name=shortened(name)),
            _WHY,
            fix,
        )

    def _others(self) -> Iterator[Diagnostic]:
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
        reason = reason.removeprefix(_VEGA)
        name = _named(reason)
        if "signal name" in reason and not reason.startswith("Duplicate"):
            fix = (
                choose_from(name, self._params()) + _NO_SIGNAL.filled(name=name)
                if self._params()
                else _NO_SIGNAL.filled(name=name)
            )
            what = _SIGNAL.filled(name=name)
        elif reason.startswith("Duplicate signal name"):
            what, fix = _TWICE[0].filled(name=name), _TWICE[1]
        elif reason.startswith("invalid format"):
            what, fix = _FORMAT[0].filled(name=name), _FORMAT[1]
        else:
            what, fix = _OTHER[0].filled(reason=shortened(reason, _REASON)), _OTHER[1 if path else 2]
        return self._told(path, "vega-lite-undrawable", what, fix, name)

    def _params(self) -> list[str]:
        """The names of the parameters of the chart."""
        paths = [path for path in self.at if len(path) >= 3 and path[-1] == "name" and path[-3] == "params"]
        return sorted({str(_value(self.spec, path)) for path in paths})

    def _location(self, offset: int) -> Location:
        return Location(self.job.code_path or "", *position(self.text, offset))

    def _told(self, path: DataPath, code: str, what: Text, fix: Text, name: str = "") -> Diagnostic:
        """A problem with a value, at the name in it that Vega complains of if that stands there."""
        start = self.at[path]
        end = json.JSONDecoder().raw_decode(self.text, start)[1]
        word = _word(name, self.text[start:end]) if name and path else None
        return Diagnostic(self._location(start + (word.start() if word else 0)), code, what, _WHY, fix)

    def _named(self, reason: str) -> tuple[list[DataPath], set[DataPath]] | None:
        """The texts with the name that Vega complains of, and without which values it complains no more; None
        if that is not so.
        """
        name = _named(reason)
        texts = [
            path
            for path in reversed(self.at)
            if isinstance(value := _value(self.spec, path), str) and _word(name, value)
        ]
        alone = next((path for path in texts if self._are_to_blame({path}, reason)), None) if name else None
        if alone:
            return [alone], {alone}
        together = {self._removable(path) for path in texts} if name else set()
        return (texts[::-1], together) if together and self._are_to_blame(together, reason) else None

    def _unnamed(self, reason: str) -> tuple[list[DataPath], set[DataPath]]:
        """The smallest value without which the chart can be drawn; that of all, and nothing to remove, if
        there is none.
        """
        culprit = self._smallest((), reason)
        return ([culprit], {culprit}) if culprit else ([()], set())

    def _smallest(self, path: DataPath, reason: str) -> DataPath | None:
        """The smallest value within this one without which the chart can be drawn."""
        kept = []
        for child in _children(self.spec, path):
            if child in self.removed:
                continue
            if self._are_to_blame({child}, reason, wholly=True):
                return self._smallest(child, reason) or child
            kept.append(child)
        return next((found for child in kept if (found := self._smallest(child, reason))), None)

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
        around = [
            path[:length]
            for length in range(len(path), 0, -1)
            if len(_children(self.spec, path[: length - 1])) > 1
        ]
        return next((one for one in around if self._is_vega_lite({*self.removed, one})), path)

    def _is_vega_lite(self, removed: set[DataPath]) -> bool:
        return not mistakes({**_without(self.spec, removed), "data": {"name": TABLE}})

    def _reason(self, removed: set[DataPath]) -> str:
        """What Vega says of the specification without these values; empty when it can be drawn in both
        widths.
        """
        self.tries += 1
        spec = _without(self.spec, removed)
        plans = (self.job.plan, self.job.narrow)
        try:
            specifications = [of_text(plan, with_rows(spec, plan)).vega_lite for plan in plans]
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
    found = _NAMED.match(reason.removeprefix(_VEGA))
    return found[1] if found else ""


def _word(name: str, text: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)


def _children(spec: Any, path: DataPath) -> list[DataPath]:  # noqa: ANN401
    value = _value(spec, path)
    if isinstance(value, dict):
        return [(*path, key) for key in value]
    return [(*path, index) for index in range(len(value))] if isinstance(value, list) else []


def _value(spec: Any, path: DataPath) -> Any:  # noqa: ANN401
    for step in path:
        spec = spec[step]
    return spec


def _without(value: Any, removed: set[DataPath], path: DataPath = ()) -> Any:  # noqa: ANN401
    """A value without what stands at these paths."""
    if isinstance(value, dict):
        return {
            key: _without(item, removed, (*path, key))
            for key, item in value.items()
            if (*path, key) not in removed
        }
    if isinstance(value, list):
        return [
            _without(item, removed, (*path, index))
            for index, item in enumerate(value)
            if (*path, index) not in removed
        ]
    return value
