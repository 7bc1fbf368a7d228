"""A number from a source that was old when the edition appeared (`stale-source`).

Readers take the numbers in a trend for those of its time. A source of more than five years before its edition
may be the newest there is; then say so in the sentence, or allow this with the reason. Only paragraphs with a
number count of which every source with a date is that old, and a sentence that names the year, as "in 2014",
tells readers enough. Laws and standards are as old as they are, and do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trendrapport.advice import Page, Written
from trendrapport.diagnostics import Diagnostic, Text, advice, every_filled
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.sources import Source
from trendrapport.prose.outline import Citation, Mark
from trendrapport.prose.sentences import Paragraph

MOST = 5
"""The years before its edition from which on a source is old."""

_TIMELESS = frozenset({"legislation", "bill", "treaty", "standard", "legal_case", "regulation"})
_NUMBER = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

_TEXTS = (
    Text(
        nl='de bron "{key}" is van {year}, {age} jaar voor deze editie',
        en='the source "{key}" is of {year}, {age} years before this edition',
    ),
    Text(
        nl="lezers denken dat het cijfer van nu is",
        en="readers think that the number is of today",
    ),
    Text(
        nl="Zoek een nieuwer cijfer, of noem het jaar in de zin.",
        en="Look for a newer number, or name the year in the sentence.",
    ),
)


def advise(written: Written) -> Iterator[Diagnostic]:
    """The first old source of every paragraph that has no newer one."""
    years = _years(written)
    for page in written.pages:
        edition = written.report.get(Edition, page.entry.edition or "", page.entry.edition)
        if edition is None or edition.slug != page.entry.edition:
            continue
        appeared = int(edition.data.published[:4])
        for paragraph in page.own:
            cited = [one for one in _cited(page, paragraph) if one.key in years]
            text = _YEAR.sub("", paragraph.text)
            if not cited or text != paragraph.text or not _NUMBER.search(text):
                continue
            newest = max(years[one.key] for one in cited)
            if appeared - newest > MOST:
                yield _advice(page, cited[0], years[cited[0].key], appeared)


def _years(written: Written) -> dict[str, int]:
    """The year of each source that has one and can grow old."""
    found: dict[str, int] = {}
    for source in written.report.of(Source):
        issued = source.data.issued
        if issued and str(source.data.type) not in _TIMELESS:
            found[source.slug] = int(str(issued)[:4])
    return found


def _cited(page: Page, paragraph: Paragraph) -> Iterator[Citation]:
    """What a paragraph cites."""
    first, last = paragraph.mark(0), paragraph.end
    for citation in page.entry.outline.citations:
        if _order(first) <= _order(citation.at) <= _order(last):
            yield citation


def _order(mark: Mark) -> tuple[int, int]:
    return mark.line, mark.column


def _advice(page: Page, citation: Citation, year: int, appeared: int) -> Diagnostic:
    texts = every_filled(_TEXTS, key=citation.key, year=year, age=appeared - year)
    return advice(page.entry.in_text(citation.at), "stale-source", texts)
