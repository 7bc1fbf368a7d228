"""Invalid Python in `charts/<name>.py` (`broken-code`).

This check only looks at the syntax. `trendrapport build` reports what goes wrong when the chart is drawn,
with the line in the file.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Location, Text, finding
from trendrapport.report.report import Report

_WHAT = Text(nl="dit is geen geldige Python ({reason})", en="this is not valid Python ({reason})")
_WHY = Text(nl="zo kan de grafiek niet worden getekend", en="the chart cannot be drawn like this")
_FIX = Text(
    nl="Verbeter de code op deze regel, of op de regel erboven.",
    en="Fix the code on this line, or on the line above.",
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every file with code that Python cannot read; none is run."""
    for path, code in report.code.items():
        if path.endswith(".py") and (error := _error(path, code)):
            at = Location(path, error.lineno or 1, max(error.offset or 1, 1))
            yield finding(at, "broken-code", (_WHAT, _WHY, _FIX), reason=error.msg)


def _error(path: str, code: str) -> SyntaxError | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(code, path, "exec", dont_inherit=True)
    except SyntaxError as error:
        return error
    except (ValueError, RecursionError, MemoryError) as error:
        return SyntaxError(str(error))
    return None
