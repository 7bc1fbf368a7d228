"""Plans to their specifications, in a separate process, which reports faults by one of two errors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trendrapport.charts.errors import CannotDrawError, ChartCodeError

if TYPE_CHECKING:
    from trendrapport.charts.plan import Plan


def specifications(plans: Sequence[Plan]) -> list[str]:
    """The Vega-Lite text of each plan; raises ChartCodeError or CannotDrawError, which another process can
    read back.
    """
    return [_specification(plan) for plan in plans]


def _specification(plan: Plan) -> str:
    from trendrapport.charts.figure import figure

    try:
        return figure(plan).vega_lite
    except ChartCodeError:
        raise
    except Exception as error:
        first, *_ = str(error).strip().splitlines() or [""]
        raise CannotDrawError(f"{type(error).__name__}: {first}") from error


def load() -> None:
    """Loads what specifications need, except Altair, which the process that builds the site does without."""
    import trendrapport.charts.figure  # noqa: F401 - loaded for what comes next
    from trendrapport.charts import kinds
    from trendrapport.runtime.plugins import modules

    list(modules(kinds).values())


def warm_up() -> None:
    """Loads everything that the first specification would have to wait for."""
    import altair as alt

    load()
    alt.Chart(alt.InlineData(values=[])).mark_bar().encode(x="a:Q").to_dict(validate=False)
