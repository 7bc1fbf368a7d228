"""The catalogue of a report's data sets for data portals: DCAT-AP-NL 3.0
(https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/), as statements.

Every table behind a figure is a data set, with the table as its file. What the profile requires and a report
does not say is reported by a check (`incomplete_catalogue`), and is absent here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from trendrapport.model.addresses import hyphenated
from trendrapport.model.charts import DataPackage, Licence
from trendrapport.model.config import Config
from trendrapport.model.data_themes import THEMES, DataTheme
from trendrapport.model.entries.sources import Source
from trendrapport.open_data.addresses import BASE, OPENAPI
from trendrapport.open_data.data_packages import FOLDER as PACKAGES
from trendrapport.open_data.datasets import csv_path, published_packages
from trendrapport.open_data.languages import address_of
from trendrapport.open_data.statements import (
    DCAT,
    DCT,
    FOAF,
    RDF,
    SKOS,
    VCARD,
    XSD,
    Iri,
    Statement,
    Words,
    dated,
    iri,
)
from trendrapport.pages.parts.figure import path as figure_path
from trendrapport.pages.view import View
from trendrapport.report.citing import reference
from trendrapport.report.data_package import FILE
from trendrapport.report.report import Entry

FOLDER = "dcat"
TURTLE = f"{FOLDER}/catalogue.ttl"
JSON_LD = f"{FOLDER}/catalogue.jsonld"

_EU = "http://publications.europa.eu/resource/authority"
_PUBLIC = Iri(f"{_EU}/access-right/PUBLIC")
_CSV = Iri(f"{_EU}/file-type/CSV")
_CSV_TYPE = Iri("https://www.iana.org/assignments/media-types/text/csv")

_CREATIVE_COMMONS = re.compile(r"https?://creativecommons\.org/((?:licenses|publicdomain)/[a-z-]+/[0-9.]+)")
_BY_NAME = {
    "CC0-1.0": "http://creativecommons.org/publicdomain/zero/1.0/deed.nl",
    "notspecified": "http://standaarden.overheid.nl/owms/terms/licentieonbekend",
}
"""The licences without an address of their own: the last is what the Data Package standard calls one that a
source does not state.
"""
_CC_NAME = re.compile(r"CC-(BY(?:-NC)?(?:-SA|-ND)?)-([0-9]\.[0-9])")


def statements(view: View) -> list[Statement]:
    """All that the catalogue says, sorted."""
    return sorted(set(_Catalogue(view).statements()))


def theme_of(package: DataPackage, config: Config) -> DataTheme | None:
    """The theme of a data set: its own, else that of the settings."""
    return package.theme or config.open_data.theme


def licence_address(name: str, address: str | None) -> str | None:
    """The address by which Dutch catalogues name a licence: of Creative Commons that of the Dutch page of its
    version, else its own; None for one without an address.
    """
    known = _CREATIVE_COMMONS.match(address or "")
    named = _CC_NAME.fullmatch(name)
    if known:
        return f"http://creativecommons.org/{known[1]}/deed.nl"
    if named:
        return f"http://creativecommons.org/licenses/{named[1].lower()}/{named[2]}/deed.nl"
    return _BY_NAME.get(name, address)


class _Catalogue:
    """The catalogue of one report."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._config = view.report.config
        self._language = self._config.language
        self._catalogue, self._contact = self._own("catalogue"), self._own("contact")

    def _own(self, name: str) -> Iri:
        """A thing that the catalogue itself describes."""
        return iri(f"{self._view.address(TURTLE)}#{name}")

    def _words(self, text: str) -> Words:
        return Words(text, self._language)

    def statements(self) -> Iterator[Statement]:
        """All that it says."""
        config, this = self._config, self._catalogue
        yield this, RDF.type, DCAT.Catalog
        yield this, DCT.title, self._words(config.title)
        yield this, DCT.description, self._words(config.description)
        yield this, FOAF.homepage, iri(self._view.address("index.html"))
        yield iri(self._view.address("index.html")), RDF.type, FOAF.Document
        yield from self._in_words(this)
        yield from self._made_by(this, self._publisher)
        yield from self._licensed(this, config.licence)
        yield from self._agent(self._publisher, config.publisher.name, config.publisher.address)
        yield from self._contact_point()
        yield from self._names()
        for package in published_packages(self._view):
            yield from self._dataset(package)
        if "api" in config.outputs and config.licence:
            yield from self._service()

    @property
    def _publisher(self) -> Iri:
        """The publisher, by its identifier in the register where it has one."""
        known = self._config.open_data.organisation
        return iri(known) if known else self._own("publisher")

    def _made_by(self, thing: Iri, creator: Iri) -> Iterator[Statement]:
        yield thing, DCT.publisher, self._publisher
        yield thing, DCT.creator, creator
        if self._config.contact.email or self._config.contact.address:
            yield thing, DCAT.contactPoint, self._contact

    def _in_words(self, thing: Iri) -> Iterator[Statement]:
        yield thing, DCT.language, Iri(address_of(self._language))

    def _licensed(self, thing: Iri, licence: Any) -> Iterator[Statement]:  # noqa: ANN401 - of texts or data
        """The licence of a thing, if it has one with an address."""
        address = licence_address(licence.name, _address(licence)) if licence else None
        if address:
            yield thing, DCT.license, iri(address)
            yield iri(address), RDF.type, DCT.LicenseDocument

    def _agent(self, agent: Iri, name: str, homepage: str | None = None) -> Iterator[Statement]:
        yield agent, RDF.type, FOAF.Agent
        yield agent, FOAF.name, self._words(name)
        if homepage:
            yield agent, FOAF.homepage, iri(homepage)
            yield iri(homepage), RDF.type, FOAF.Document

    def _contact_point(self) -> Iterator[Statement]:
        contact = self._config.contact
        if contact.email or contact.address:
            yield self._contact, RDF.type, VCARD.Kind
            yield self._contact, RDF.type, VCARD.Organization
            yield self._contact, VCARD.fn, self._words(self._config.publisher.name)
        if contact.email:
            yield self._contact, VCARD.hasEmail, iri(f"mailto:{contact.email}")
        if contact.address:
            yield self._contact, VCARD.hasURL, iri(contact.address)

    def _names(self) -> Iterator[Statement]:
        """What the words of the lists are, which the lists themselves do not say to every program."""
        yield _PUBLIC, RDF.type, DCT.RightsStatement
        yield Iri(address_of(self._language)), RDF.type, DCT.LinguisticSystem
        yield _CSV, RDF.type, DCT.MediaTypeOrExtent
        yield _CSV_TYPE, RDF.type, DCT.MediaType

    def _themed(self, thing: Iri, theme: DataTheme | None) -> Iterator[Statement]:
        if theme:
            concept = Iri(f"{_EU}/data-theme/{theme}")
            yield thing, DCAT.theme, concept
            yield concept, RDF.type, SKOS.Concept
            yield concept, SKOS.prefLabel, self._words(THEMES[theme].of(self._language))

    def _dataset(self, package: Entry[DataPackage]) -> Iterator[Statement]:
        data, this = package.data, self._own(package.slug)
        yield self._catalogue, DCAT.dataset, this
        yield this, RDF.type, DCAT.Dataset
        yield this, DCT.identifier, Words(this.address)
        yield this, DCT.title, self._words(data.title)
        if data.description:
            yield this, DCT.description, self._words(data.description)
        if data.created:
            yield this, DCT.modified, dated(data.created)
        yield this, DCT.accessRights, _PUBLIC
        yield from self._in_words(this)
        yield from self._themed(this, theme_of(data, self._config))
        yield from self._created(this, package)
        yield from self._shown(this, package)
        yield from self._distribution(this, package)

    def _created(self, this: Iri, package: Entry[DataPackage]) -> Iterator[Statement]:
        """Whose figures they are: who made the source, as the report's list of sources has it."""
        who = self._maker(package)
        creator = self._own(f"agent-{hyphenated(who)}")
        yield from self._made_by(this, creator)
        yield from self._agent(creator, who)
        for source in package.data.sources:
            if source.path:
                # The profile allows only another data set as the source of one.
                yield this, FOAF.page, iri(source.path)
                yield iri(source.path), RDF.type, FOAF.Document

    def _maker(self, package: Entry[DataPackage]) -> str:
        for chart in self._view.report.charts.values():
            source = self._view.report.get(Source, chart.data.source)
            if chart.data.data == package.slug and source:
                who = reference(source.data, self._view.labels)["who"]
                return str(who or source.data.publisher or package.data.sources[0].title)
        return package.data.sources[0].title

    def _shown(self, this: Iri, package: Entry[DataPackage]) -> Iterator[Statement]:
        """The pages of the figures that are drawn from it."""
        for name in self._view.report.shown_charts:
            if self._view.report.charts[name].data.data == package.slug:
                page = iri(self._view.address(figure_path(name)))
                yield this, DCAT.landingPage, page
                yield page, RDF.type, FOAF.Document

    def _distribution(self, dataset: Iri, package: Entry[DataPackage]) -> Iterator[Statement]:
        this, file = self._own(f"{package.slug}-csv"), iri(self._view.address(csv_path(package.slug)))
        size = len(self._view.report.tables[package.slug].text.encode())
        yield dataset, DCAT.distribution, this
        yield this, RDF.type, DCAT.Distribution
        yield this, DCT.title, self._words(f"{package.data.title} (CSV)")
        yield this, DCAT.accessURL, file
        yield this, DCAT.downloadURL, file
        yield this, DCAT.mediaType, _CSV_TYPE
        yield this, getattr(DCT, "format"), _CSV  # noqa: B009 - as a name it has another meaning
        yield this, DCAT.byteSize, Words(str(size), type=XSD.nonNegativeInteger.address)
        yield from self._in_words(this)
        yield from self._licensed(this, package.data.licenses[0])
        if PACKAGES in self._config.outputs:
            schema = iri(self._view.address(f"{PACKAGES}/{package.slug}/{FILE}"))
            yield this, DCT.conformsTo, schema
            yield schema, RDF.type, DCT.Standard

    def _service(self) -> Iterator[Statement]:
        """The API of the report."""
        this, config = self._own("api"), self._config
        yield self._catalogue, DCAT.service, this
        yield this, RDF.type, DCAT.DataService
        yield this, DCT.identifier, Words(this.address)
        yield this, DCT.title, self._words(self._view.labels("api"))
        yield this, DCT.description, self._words(self._view.labels("api_intro"))
        yield this, DCT.accessRights, _PUBLIC
        yield this, DCAT.endpointURL, iri(self._view.address(BASE))
        yield this, DCAT.endpointDescription, iri(self._view.address(f"{BASE}/{OPENAPI}"))
        yield from self._in_words(this)
        yield from self._made_by(this, self._publisher)
        yield from self._licensed(this, config.licence)
        yield from self._themed(this, config.open_data.theme)
        for package in published_packages(self._view):
            yield this, DCAT.servesDataset, self._own(package.slug)


def _address(licence: Licence | Any) -> str | None:  # noqa: ANN401 - or that of the texts
    address: str | None = licence.path if isinstance(licence, Licence) else licence.address
    return address
