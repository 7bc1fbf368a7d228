"""A chart whose fields, options or filter do not fit its kind or its table, or whose code is missing.

- `unknown-chart-kind`: the kind does not exist;
- `unknown-chart-field`, `missing-chart-field`, `chart-field-list`: the kind does not have this field, needs
  it, or takes only one column for it;
- `unknown-column`, `wrong-column-type`: the table does not have this column, or its type cannot be drawn this
  way;
- `odd-period`: a value that is not a quarter or week, in a column where most values are, so that the whole
  column is text;
- `unknown-chart-option`, `wrong-chart-option`: the kind does not have this option, or does not accept this
  value;
- `unknown-filter-value`, `chart-without-rows`: the filter has a value that does not occur, or leaves no rows;
- `missing-code`: kind `altair` needs `charts/<name>.py`, and `vega_lite` needs `charts/<name>.vl.json`;
- `unclear-chart-kind`: the fields and the table do not determine a kind (see docs/charts.md);
- `break-outside`: a break at a moment or category that the chart does not have;
- `negative-chart-value`, `more-than-whole`: a part of a whole that is below 0, or parts that add up to more
  than it;
- `no-logarithm`: a value that is not above 0, on a logarithmic scale;
- `explore-misfit`, `limit-misfit`: exploring or a limit that the kind does not offer;
- `ambiguous-rows`: two rows in one position, of which the drawing could only show one;
- `unknown-chart-name`: a name at `highlight` or `order` that the chart does not have, so that nothing would
  stand out;
- `chart-without-values`: there are rows, but none of them has a value;
- `chart-of-one-moment`: a slope needs two moments;
- `too-many-series`: more series than colours that readers can tell apart, or more lines than there is room to
  name, of which none is chosen;
- `two-sides`: a pyramid has two series, and bars on both sides of a middle at least two answers;
- `too-many-rows`: more rows than a page can show and a reader can see;
- `annotation-form`, `annotation-without-label`, `annotation-without-place`, `annotation-outside`,
  `unknown-annotation-point`, `annotation-point-without-value`: an annotation without a text, or without a
  position in this chart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from trendrapport.charts.tables.table import Table
from trendrapport.checks import Part
from trendrapport.diagnostics import Diagnostic, Text
from trendrapport.model.charts import Chart
from trendrapport.report.report import Entry, Report
from trendrapport.runtime.cache import digest
from trendrapport.runtime.plugins import modules

_CODE = (
    Text(nl='"{path}" ontbreekt', en='"{path}" is missing'),
    Text(nl="zo kan de grafiek niet worden getekend", en="the chart cannot be drawn like this"),
    Text(
        nl=(
            "Maak dat bestand (wat erin hoort: trendrapport explain docs/charts.md), of kies een andere "
            "soort grafiek."
        ),
        en=(
            "Create that file (what belongs in it: trendrapport explain docs/charts.md), or choose another "
            "kind of chart."
        ),
    ),
)


def parts(report: Report) -> Iterator[Part]:
    """Each chart, with its table and the files with its code."""
    files = {*report.code, *report.broken}
    for name, entry in report.charts.items():
        table = report.tables.get(entry.data.data)
        own = sorted(path for path in files if path.startswith(f"charts/{name}."))
        found = digest(entry.json, table.digest if table else "", *own)
        yield Part(found, partial(_check, entry, table, own))


def _check(entry: Entry[Chart], table: Table | None, own: Collection[str]) -> Iterator[Diagnostic]:
    from trendrapport.charts import kinds
    from trendrapport.charts.fit.declaration import misfits
    from trendrapport.charts.fit.misfit import Misfit

    for misfit in misfits(entry.data, table):
        if isinstance(misfit, Misfit):
            yield misfit.diagnostic(entry.source)
        else:
            yield misfit
    end = getattr(modules(kinds).get(entry.data.kind), "CODE", "")
    wanting = f"charts/{entry.slug}{end}"
    if end and wanting not in own:
        yield Diagnostic(entry.locate("kind"), "missing-code", _CODE[0].filled(path=wanting), *_CODE[1:])
