"""A municipality that does not exist (`unknown-municipality`).

`municipalities` in `site_config.yml` names those for which the output `pptx` makes a deck of their own. A
name that nobody has would produce nothing, without a message:

    municipalities: [Amsterdm]

Write the name as on the site, or the code of Statistics Netherlands, such as `GM0363`.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.charts.tables.municipalities import meant, municipality
from trendrapport.diagnostics import Diagnostic, Text
from trendrapport.report.report import Report

_WHAT = Text(nl='de gemeente "{name}" bestaat niet', en='the municipality "{name}" does not exist')
_WHY = Text(
    nl="er zou niets worden gemaakt, zonder melding", en="nothing would be made, and nothing would say so"
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every municipality in the settings that does not exist."""
    for index, name in enumerate(report.config.municipalities):
        # In settings with a mistake, an item that is no text is None.
        if name and municipality(name) is None:
            at = report.config_source.locate(("municipalities", index))
            what = _WHAT.filled(name=name)
            yield Diagnostic(at, "unknown-municipality", what, _WHY, meant(name))
