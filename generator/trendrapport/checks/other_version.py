"""A report for another version of Trendrapport: it would be read otherwise than its editors meant.

`trendrapport` in `site_config.yml` names the version that a report was written for; a report without it is
from before 1.0.0. Only the first two numbers count here: the third is for repairs, which change no report.

- `newer-report`: the report is for a newer version than the one that is installed, which does not know what
  changed since. Install that version; if `requirements.txt` names it: pip install -r requirements.txt;
- `older-report`: the version that is installed reads something in the report otherwise. `trendrapport
  upgrade` shows what changed and mends it, and so does `check --fix`;
- `former-version`: nothing else changed for the report; only `trendrapport upgrade` says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport import __version__
from trendrapport.diagnostics import Diagnostic, Severity, Text, Texts, finding
from trendrapport.model.versions import numbers
from trendrapport.report.report import Report
from trendrapport.upgrades import due

_NEWER: Texts = (
    Text(
        nl="dit rapport is voor Trendrapport {version}, en dit is {ours}",
        en="this report is for Trendrapport {version}, and this is {ours}",
    ),
    Text(
        nl="wat sindsdien is veranderd, kent deze versie niet: het rapport zou anders worden dan bedoeld",
        en="this version does not know what changed since: the report would not become what was meant",
    ),
    Text(
        nl='Installeer die versie: pip install "trendrapport>={version}"',
        en='Install that version: pip install "trendrapport>={version}"',
    ),
)


def check(report: Report) -> Iterator[Diagnostic]:
    """That the report is for a newer version, or else each change of a newer version that concerns it."""
    version = report.config.trendrapport
    if version and is_newer(version):
        what, why, fix = _NEWER
        at = report.config_source.locate(("trendrapport",))
        texts = (what, why, fix.filled(version=version))
        yield finding(at, "newer-report", texts, version=version, ours=__version__)
        return
    yield from (one for one in due(report) if one.severity is not Severity.ADVICE)


def is_newer(version: str) -> bool:
    """Whether reports for a version can have what this one does not know."""
    return numbers(version)[:2] > numbers(__version__)[:2]
