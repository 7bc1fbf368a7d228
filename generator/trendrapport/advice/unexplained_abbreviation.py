"""An abbreviation that nothing explains (`unexplained-abbreviation`).

Who does not know an abbreviation cannot read on. The text can explain it where it first comes, as "de
Vereniging van Nederlandse Gemeenten (VNG)"; or put it in `glossary.yml`, which explains it on every page. It
is told once, where the first text has it. The names of the publisher, of instruments and of taxonomies are
known, and so are a few that everybody knows, such as EU and PDF. Pages outside the editions, such as the
colophon, are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trendrapport.advice import Written
from trendrapport.diagnostics import Diagnostic, Text, advice, every_filled
from trendrapport.model.entries.glossary import Term
from trendrapport.model.entries.instruments import Instrument
from trendrapport.report.report import Report

_ABBREVIATION = re.compile(r"(?<![\w&./@-])[A-Z][A-Z&]*[A-Z](?![\w&]|[./@]\w)")
_EVERYDAY = """
AI AM BBC BV CD CSV DNA DVD EU FAQ GB GPS HTML ICT ID IT KB MB NAVO NL NOS NS NV OK PC PDF PM QR SMS TV UK UN
USA USB VN VS WC XML ZIP
"""
_KNOWN = frozenset(_EVERYDAY.split())
"""Those that everybody knows, or that name a type of file."""

_TEXTS = (
    Text(nl='"{short}" wordt nergens uitgelegd', en='"{short}" is explained nowhere'),
    Text(
        nl="wie de afkorting niet kent, weet niet waar dit over gaat",
        en="who does not know the abbreviation does not know what this is about",
    ),
    Text(
        nl='Schrijf de naam voluit met de afkorting erachter, of zet "{short}" in glossary.yml.',
        en='Write the name in full with the abbreviation behind it, or put "{short}" in glossary.yml.',
    ),
)


def advise(written: Written) -> Iterator[Diagnostic]:
    """The first use of every abbreviation that nothing explains."""
    told = set(_KNOWN | _in_names(written.report))
    for page in written.pages:
        if page.entry.kind == "pages":
            continue
        whole = "\n".join(paragraph.text for paragraph in page.paragraphs)
        for paragraph in page.own:
            for match in _ABBREVIATION.finditer(paragraph.text):
                short = match[0]
                if short not in told and not _is_explained(short, whole):
                    told.add(short)
                    at = page.at(paragraph, match.start())
                    yield advice(at, "unexplained-abbreviation", every_filled(_TEXTS, short=short))


def _in_names(report: Report) -> set[str]:
    """The abbreviations in names that the report itself explains."""
    config = report.config
    names = [name for term in report.of(Term) for name in term.data.names]
    names += [instrument.data.title for instrument in report.of(Instrument)]
    names += [config.title, config.byline.name, config.publisher.name]
    for _, _, terms in config.taxonomies.every():
        names += [word.label for word in terms.values()]
    return {found for name in names for found in _ABBREVIATION.findall(name)}


def _is_explained(short: str, text: str) -> bool:
    """Whether an abbreviation stands in brackets behind words, or words in brackets behind it."""
    written = re.escape(short)
    return re.search(rf"\w\s*\({written}[),;]|\b{written}\s*\(\w[\w-]+\s\w", text) is not None
