"""A web server for which there is no configuration (`unknown-server`).

`servers` in `site_config.yml` lists the web servers for which a build writes a configuration. Each name is a
file in the generator's folder `site/servers/`. A name without a file would produce nothing, without a
message:

    servers: [iis]

Leave `servers` out to get all of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Text, choose_from
from trendrapport.report.report import Report
from trendrapport.runtime.plugins import names

_WHAT = Text(
    nl='voor de webserver "{name}" bestaat geen configuratie',
    en='there is no configuration for the web server "{name}"',
)
_WHY = Text(
    nl="er zou niets worden gemaakt, zonder melding", en="nothing would be made, and nothing would say so"
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every server in the settings that the generator does not know."""
    known = names("site/servers")
    for index, name in enumerate(report.config.servers or ()):
        if name and name not in known:
            at = report.config_source.locate(("servers", index))
            yield Diagnostic(at, "unknown-server", _WHAT.filled(name=name), _WHY, choose_from(name, known))
