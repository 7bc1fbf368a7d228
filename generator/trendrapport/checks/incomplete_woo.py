"""An edition that the Woo index cannot take in (`woo` under `outputs`).

The Dutch government's Woo index reads `woo/sitemapindex-diwoo-infocat015.xml`, which `robots.txt` names. It
requires:

- the identifier of your organisation in TOOI, the register of public bodies (`woo-without-organisation`):
  `open_data: {organisation: "https://identifier.overheid.nl/tooi/id/..."}`;
- a document to lead to: the output `pdf` (`woo-without-pdf`);
- addresses that start with https:// (`woo-without-https`);
- the day on which an edition appeared, not just the month or the year (`woo-without-day`): write `written` or
  `publish` in `edition.yml`.

Nothing is reported if `outputs` does not name `woo`.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Text, Texts, finding
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.analysis.changed import DAY
from trendrapport.report.report import Report

_REFUSED = Text(
    nl="de Woo-index neemt de documenten dan niet op", en="the Woo index then does not take the documents in"
)
_ORGANISATION: Texts = (
    Text(
        nl="de Woo-index kent geen organisatie zonder kenmerk in TOOI",
        en="the Woo index knows no organisation without an identifier in TOOI",
    ),
    _REFUSED,
    Text(
        nl="Schrijf het kenmerk van uw eigen organisatie: open_data: {organisation: "
        "https://identifier.overheid.nl/tooi/id/...}. Wie er geen heeft, haalt woo weg bij outputs.",
        en="Write the identifier of your own organisation: open_data: {organisation: "
        "https://identifier.overheid.nl/tooi/id/...}. Without one, remove woo from outputs.",
    ),
)
_PDF: Texts = (
    Text(nl="er is geen document voor de Woo-index", en="there is no document for the Woo index"),
    _REFUSED,
    Text(nl="Zet ook pdf bij outputs.", en="Add pdf to outputs too."),
)
_HTTPS: Texts = (
    Text(
        nl="het adres van de site begint niet met https://",
        en="the site's address does not start with https://",
    ),
    _REFUSED,
    Text(nl="Zet de site op een adres met https://.", en="Put the site at an address with https://."),
)
_DAY: Texts = (
    Text(
        nl='de dag waarop editie "{name}" verscheen, is niet bekend',
        en='the day on which edition "{name}" appeared is not known',
    ),
    _REFUSED,
    Text(
        nl="Schrijf written: of publish: met die dag, zoals 2026-03-04.",
        en="Write written: or publish: with that day, such as 2026-03-04.",
    ),
)


def check(report: Report) -> Iterator[Diagnostic]:
    """All that the Woo index lacks, if the report asks for it."""
    config = report.config
    if "woo" not in config.outputs:
        return
    from trendrapport.open_data.woo import ORGANISATION

    at = report.config_source.locate(("outputs", config.outputs.index("woo")))
    if not ORGANISATION.fullmatch(config.open_data.organisation or ""):
        yield finding(at, "woo-without-organisation", _ORGANISATION)
    if "pdf" not in config.outputs:
        yield finding(at, "woo-without-pdf", _PDF)
    if not config.address.startswith("https://"):
        yield finding(report.config_source.locate(("address",)), "woo-without-https", _HTTPS)
    for edition in report.of(Edition):
        known = edition.data.publish or edition.data.written or edition.data.published
        if len(known) != DAY:
            yield finding(edition.locate("published"), "woo-without-day", _DAY, name=edition.slug)
