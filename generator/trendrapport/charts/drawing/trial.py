"""A test drawing of a chart with its own Vega-Lite file: what keeps it from being drawn, and where that is in
the file.

Vega says what is wrong but not where. So it is asked again without one value of the file after the other: the
smallest value without which it no longer complains is the one that an editor has to mend.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from trendrapport.charts.drawing import making
from trendrapport.charts.drawing.jobs import ChartJob
from trendrapport.charts.drawing.parts_of_json import children, value_at, without
from trendrapport.charts.drawing.trial_problems import LONGEST_REASON, VegaLiteFile, named_in, word_in
from trendrapport.charts.errors import CannotDrawError, TooHeavyError
from trendrapport.charts.figure import of_text
from trendrapport.charts.kinds.vega_lite import with_rows
from trendrapport.charts.rendering import vega_to_svg as rendering
from trendrapport.charts.vega.formulas import formulas
from trendrapport.charts.vega.schema import mistakes
from trendrapport.charts.vega.untrusted import TABLE
from trendrapport.diagnostics import Diagnostic, Text, shortened
from trendrapport.files.yaml_data import DataPath
from trendrapport.runtime.processes import WorkEndedError, WorkTooLongError

Do = Callable[..., Any]
"""Calls a function of a module where Vega runs, and returns its result."""
_NO_REASON = Text(nl="het programma stopte", en="the program stopped")

ROUNDS = 5
"""The most mistakes that are looked for in one file."""
TRIES = 150
"""The most times that a file is drawn to find them."""


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
        self.source = VegaLiteFile(self.job.code_path or "", self.job.code or "")
        self.spec = self.source.spec

    def problems(self) -> Iterator[Diagnostic]:
        """The problems that keep the chart from being drawn."""
        try:
            yield from self._formulas()
            yield from self._others()
        except _Heavy as heavy:
            yield self.source.too_heavy(heavy.args[0])

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
                    yield self.source.syntax(path, after, reason)
                else:
                    yield self.source.unknown_function(path, formula, reason)
            if faults:
                self.removed.add(self._removable(path))

    def _others(self) -> Iterator[Diagnostic]:
        """The problems that Vega reports one at a time; each time the values at fault are removed."""
        for _ in range(ROUNDS):
            reason = self._reason(self.removed)
            if not reason:
                return
            culprits, without = self._named(reason) or self._unnamed(reason)
            for culprit in culprits:
                yield self.source.refused(culprit, reason)
            if not without:
                return
            self.removed |= without

    def _named(self, reason: str) -> tuple[list[DataPath], set[DataPath]] | None:
        """The texts with the name that Vega complains of, and the values without which it does not; None if
        there are none.
        """
        name = named_in(reason)
        if not name:
            return None
        texts = [path for path in self.source.at if self._has_name(path, name)]
        for path in reversed(texts):
            if self._are_to_blame({path}, reason):
                return [path], {path}
        together = {self._removable(path) for path in reversed(texts)}
        if together and self._are_to_blame(together, reason):
            return texts, together
        return None

    def _has_name(self, path: DataPath, name: str) -> bool:
        value = value_at(self.spec, path)
        return isinstance(value, str) and word_in(name, value) is not None

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
            raise _Heavy(shortened(str(error), LONGEST_REASON)) from error
        except (WorkEndedError, WorkTooLongError) as error:
            raise _Heavy(_NO_REASON) from error
