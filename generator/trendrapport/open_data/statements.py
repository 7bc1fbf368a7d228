"""Statements of RDF as plain values, in which each thing has an address: no thing without a name, so that the
same catalogue gives the same bytes. Knows no library.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Iri:
    """A thing, by its address."""

    address: str


@dataclass(frozen=True, order=True)
class Words:
    """A text; in a language, or of a type."""

    text: str
    language: str = ""
    type: str = ""
    """The address of the type."""


Statement = tuple[Iri, Iri, Iri | Words]
"""A thing, one of its properties, and the value of that."""


def iri(address: str) -> Iri:
    """A thing at an address; what an address cannot hold is encoded."""
    return Iri(_UNFIT.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), address))


_UNFIT = re.compile(r'[\x00-\x20<>"{}|\\^`]')


@dataclass(frozen=True)
class Vocabulary:
    """The names of one vocabulary."""

    base: str

    def __getattr__(self, name: str) -> Iri:
        return Iri(f"{self.base}{name}")


DCAT = Vocabulary("http://www.w3.org/ns/dcat#")
DCT = Vocabulary("http://purl.org/dc/terms/")
FOAF = Vocabulary("http://xmlns.com/foaf/0.1/")
RDF = Vocabulary("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
SKOS = Vocabulary("http://www.w3.org/2004/02/skos/core#")
VCARD = Vocabulary("http://www.w3.org/2006/vcard/ns#")
XSD = Vocabulary("http://www.w3.org/2001/XMLSchema#")

PREFIXES = {"dcat": DCAT, "dct": DCT, "foaf": FOAF, "skos": SKOS, "vcard": VCARD, "xsd": XSD}
"""How these are abbreviated in a file."""

_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}


def dated(day: str) -> Words:
    """A year, a month or a day, as exact as it is known."""
    return Words(day, type=f"{XSD.base}{_TYPES[len(day)]}")
