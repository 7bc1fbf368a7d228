"""A catalogue for data portals (`dcat` under `outputs`) without something that its standard requires.

DCAT-AP-NL 3.0 requires a contact for questions (`catalogue-without-contact`), and of each table a theme
(`data-without-theme`), a description (`data-without-description`) and the address of its licence
(`data-without-licence-address`). A portal refuses a catalogue without these. Write the first two in
`site_config.yml`; a table's descriptor can have a theme of its own:

    contact: {email: redactie@example.org}
    open_data: {theme: GOVE}

and the others in the descriptor:

    description: Bedrijven met 10 of meer werkzame personen.
    licenses: [{name: CC-BY-4.0, path: "https://creativecommons.org/licenses/by/4.0/deed.nl"}]

Nothing is reported if `outputs` does not name `dcat`.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Text, Texts, every_filled, finding
from trendrapport.model.charts import DataPackage
from trendrapport.model.data_themes import DataTheme
from trendrapport.report.report import Entry, Report

_REFUSED = Text(
    nl="een dataportaal weigert de catalogus dan (DCAT-AP-NL 3.0)",
    en="a data portal then refuses the catalogue (DCAT-AP-NL 3.0)",
)
_CONTACT: Texts = (
    Text(nl="de catalogus noemt geen contact", en="the catalogue names no contact"),
    _REFUSED,
    Text(
        nl="Schrijf in site_config.yml een e-mailadres of een contactpagina: contact: {email: ...}",
        en="Write an e-mail address or a contact page in site_config.yml: contact: {email: ...}",
    ),
)
_THEME: Texts = (
    Text(nl='de tabel "{name}" heeft geen thema', en='the table "{name}" has no theme'),
    _REFUSED,
    Text(
        nl="Schrijf theme: in deze beschrijving, of voor alle tabellen onder open_data: in site_config.yml. "
        "Kies uit: {themes}.",
        en="Write theme: in this descriptor, or for all tables below open_data: in site_config.yml. "
        "Choose from: {themes}.",
    ),
)
_DESCRIPTION: Texts = (
    Text(nl='de tabel "{name}" heeft geen uitleg', en='the table "{name}" has no description'),
    _REFUSED,
    Text(
        nl="Schrijf description: met wat er geteld is, en wat de cijfers niet zeggen.",
        en="Write description: with what was counted, and what the figures do not say.",
    ),
)
_LICENCE: Texts = (
    Text(
        nl='de licentie "{licence}" van de tabel "{name}" heeft geen adres',
        en='the licence "{licence}" of the table "{name}" has no address',
    ),
    _REFUSED,
    Text(
        nl="Schrijf path: met het adres van de voorwaarden bij de licentie.",
        en="Write path: with the address of the terms at the licence.",
    ),
)


def check(report: Report) -> Iterator[Diagnostic]:
    """All that the catalogue lacks, if the report asks for one."""
    if "dcat" not in report.config.outputs:
        return
    contact = report.config.contact
    if not contact.email and not contact.address:
        yield finding(
            report.config_source.locate(("contact",), key=True), "catalogue-without-contact", _CONTACT
        )
    drawn = {chart.data.data for chart in report.charts.values()}
    for name, package in sorted(report.packages.items()):
        if name in drawn:
            yield from _lacking(report, package)


def _lacking(report: Report, package: Entry[DataPackage]) -> Iterator[Diagnostic]:
    """What the descriptor of one table lacks."""
    from trendrapport.open_data.catalogue import licence_address, theme_of

    data = package.data
    licence = data.licenses[0]
    values = {"name": package.slug, "licence": licence.name, "themes": ", ".join(DataTheme)}
    if theme_of(data, report.config) is None:
        at = package.locate("title", key=True)
        yield finding(at, "data-without-theme", every_filled(_THEME, **values))
    if not data.description:
        at = package.locate("title", key=True)
        yield finding(at, "data-without-description", every_filled(_DESCRIPTION, **values))
    if licence_address(licence.name, licence.path) is None:
        at = package.locate("licenses", 0)
        yield finding(at, "data-without-licence-address", every_filled(_LICENCE, **values))
