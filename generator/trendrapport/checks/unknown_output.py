"""An output that does not exist (`unknown-output`).

`outputs` in `site_config.yml` lists what a build makes. Each name is a file in the generator's folder
`site/outputs/`. A name without a file would produce nothing, without a message:

    outputs: [website]

Write `outputs: [site]` instead. Outputs that are made from the site, such as `offline`, need `site` too
(`output-without-site`).
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Text, choose_from, finding
from trendrapport.report.report import Report
from trendrapport.runtime.plugins import names

_WHAT = Text(nl='de uitvoer "{name}" bestaat niet', en='the output "{name}" does not exist')
_WHY = Text(
    nl="er zou niets worden gemaakt, zonder melding", en="nothing would be made, and nothing would say so"
)

_NO_SITE = (
    Text(nl="zo wordt er geen site gemaakt", en="no site would be made"),
    Text(
        nl="alle andere uitvoer wordt van de site gemaakt, of staat erin",
        en="all other outputs are made from the site, or are part of it",
    ),
    Text(nl="Voeg site toe: outputs: [site, ...]", en="Add site: outputs: [site, ...]"),
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every output in the settings that the generator does not have."""
    known = names("site/outputs")
    for index, name in enumerate(report.config.outputs):
        if name and name not in known:  # one that is no name at all is reported already
            at = report.config_source.locate(("outputs", index))
            yield Diagnostic(at, "unknown-output", _WHAT.filled(name=name), _WHY, choose_from(name, known))
    # A name that is not known may be the site's.
    if (
        report.config.outputs
        and "site" not in report.config.outputs
        and set(report.config.outputs) <= set(known)
    ):
        yield finding(report.config_source.locate(("outputs",)), "output-without-site", _NO_SITE)
