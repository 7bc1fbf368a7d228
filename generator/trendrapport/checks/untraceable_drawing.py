"""A Vega-Lite file with something that readers cannot trust or trace, or that is not Vega-Lite.

- `json-syntax`: `charts/<name>.vl.json` is not JSON, or not an object;
- `vega-lite-data`: data that do not come from the chart's table, such as an address or rows in the file;
- `vega-lite-address`, `vega-lite-image`: a link, an address or an image from elsewhere: a figure loads
  nothing;
- `vega-lite-colour`: something other than a colour where a colour belongs, such as `url(...)`: an SVG that is
  opened on its own would load it;
- `vega-lite-formula`: a formula that contains an address or a script;
- `vega-lite-long`: a file, or a formula in it, that is too long to read;
- `vega-lite-unknown`: a key or value that Vega-Lite's own schema does not allow there; reported if nothing
  else is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.checks import Part
from trendrapport.diagnostics import Diagnostic
from trendrapport.report.report import Report
from trendrapport.runtime.cache import digest


def parts(report: Report) -> Iterator[Part]:
    """Each Vega-Lite file."""
    for path, text in report.code.items():
        if path.endswith(".vl.json"):
            yield Part(digest(path, text), partial(_check, path, text))


def _check(path: str, text: str) -> Iterator[Diagnostic]:
    from trendrapport.charts.vega.untrusted import problems

    return problems(path, text)
