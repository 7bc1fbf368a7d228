"""A form of publication that does not exist (`unknown-output`).

`outputs` in `site_config.yml` names what a build makes; each name is a file in the generator's
folder `outputs/`. A name that is not there would silently make nothing:

    outputs: [website]

Write `outputs: [site]` instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.by_place import names
from trendrapport.diagnostics import Diagnostic, Text, choose_from
from trendrapport.report import Report

_WHAT = Text(nl='de vorm van publicatie "{name}" bestaat niet', en='the output "{name}" does not exist')
_WHY = Text(nl="er zou ongemerkt niets gemaakt worden", en="silently nothing would be made")


def check(report: Report) -> Iterator[Diagnostic]:
    """Every output in the settings that the generator does not have."""
    known = names("outputs")
    for index, name in enumerate(report.config.outputs):
        if name and name not in known:  # one that is no name at all is told of already
            at = report.config_source.locate(("outputs", index))
            yield Diagnostic(at, "unknown-output", _WHAT.filled(name=name), _WHY, choose_from(name, known))
