"""Vega-Lite text to SVG text by Vega, in a separate process: the same Vega with which readers explore.

Imports nothing heavy, so that a worker process is ready while the main one still loads Altair.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from trendrapport.charts.errors import CannotDrawError, TooHeavyError
from trendrapport.charts.pictures import fonts
from trendrapport.diagnostics import Language

if TYPE_CHECKING:
    from py_mini_racer import MiniRacer

LIBRARIES = Path(__file__).with_name("vega.js")
"""Vega and Vega-Lite as one script, as `docs/vega.py` bundles them."""

MOST_SECONDS = 10.0
"""The seconds that a drawing may take; a chart takes some hundredths."""

MOST_MEMORY = 400_000_000
"""The bytes of memory that a drawing may take; a chart takes some millions."""

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""The letters that no XML can hold; JSON can, as \\u0000, and Vega passes them on."""

_BROWSER = """
var window = globalThis;
for (const name of ["setTimeout", "clearTimeout", "setInterval", "clearInterval"]) {
  globalThis[name] ??= () => 0;
}
globalThis.structuredClone ??= (value) => value === undefined ? value : JSON.parse(JSON.stringify(value));
"""
"""The parts of a browser that the libraries expect."""


def render(vega_lite: str, language: Language) -> str:
    """The SVG of a specification; raises CannotDrawError if it is no valid one, takes too much memory or too
    long. Nothing is fetched.
    """
    from py_mini_racer import JSOOMException, JSTimeoutException

    engine = _engine()
    try:
        engine.call("draw", vega_lite, language, timeout_sec=MOST_SECONDS)
        outcome, text = engine.call("drawn")
    except JSOOMException as error:
        _begin_anew(engine)
        raise TooHeavyError(f"Vega-Lite: more than {MOST_MEMORY // 1_000_000} MB of memory") from error
    except JSTimeoutException as error:
        _begin_anew(engine)
        raise TooHeavyError(f"Vega-Lite: more than {MOST_SECONDS:.0f} seconds") from error
    if outcome == "error":
        first, *_ = text.strip().splitlines() or [""]
        raise CannotDrawError(f"Vega-Lite: {first.strip()}")
    return _NOT_IN_XML.sub("", str(text))


def _begin_anew(engine: MiniRacer) -> None:
    _engine.cache_clear()
    engine.close()


def formula_faults(formulas: Sequence[str]) -> list[list[tuple[int, str]]]:
    """The faults of each formula: the UTF-16 units before the fault and the reason, or -1 and the name of a
    function that Vega lacks.
    """
    return [_faults(formula) for formula in formulas]


def _faults(formula: str) -> list[tuple[int, str]]:
    return [(at, fault) for at, fault in _engine().call("formulaFaults", formula)]


@cache
def _engine() -> MiniRacer:
    from py_mini_racer import MiniRacer

    engine = MiniRacer()
    engine.set_hard_memory_limit(MOST_MEMORY)
    folder = Path(__file__).parent
    scripts = (folder / "utc.js", LIBRARIES, folder / "drawing.js")
    engine.eval(f"{_BROWSER};0")
    for path in scripts:
        engine.eval(f"{path.read_text('utf-8')};0")
    engine.call("measureWith", fonts.widths(fonts.SANS), fonts.widths(fonts.SEMIBOLD))
    return engine


def drawings(specifications: Sequence[str], language: Language) -> list[str]:
    """The SVG of each specification."""
    return [render(vega_lite, language) for vega_lite in specifications]


def warm_up() -> None:
    """Loads everything that the first drawing would have to wait for."""
    render('{"data": {"values": [{}]}, "mark": "text"}', "nl")
