"""A text that is much longer or shorter than the others of its kind in an edition (`odd-length`).

Readers take a long text for an important one, and an edition reads best when its trends are about as long. A
text of more than twice the usual number of words may be two texts, and one of less than a third may not be
done. What is usual is the middle one of an edition's finished texts of that kind, of which there must be at
least four. Drafts and texts in review get no advice, and neither do updates, which are short by nature.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from trendrapport.advice import Page, Written
from trendrapport.diagnostics import Diagnostic, Text, advice, every_filled
from trendrapport.model.entries.trends import Form
from trendrapport.model.shared_fields import UNFINISHED

FEWEST = 4
"""Fewer texts than these have no usual length."""

LONGEST, SHORTEST = 2.0, 1 / 3
"""How many times the usual length a text can have without advice."""

_TEXTS = (
    Text(
        nl="deze tekst heeft {words} woorden, en {usual} is gewoon in deze editie",
        en="this text has {words} words, and {usual} is usual in this edition",
    ),
    Text(
        nl="lezers houden een lange tekst voor belangrijker, en een korte voor niet af",
        en="readers take a long text for more important, and a short one for unfinished",
    ),
    Text(
        nl="Kijk of de tekst korter kan of uit twee onderwerpen bestaat, of juist nog iets mist.",
        en="See whether the text can be shorter or has two subjects, or still lacks something.",
    ),
)


def advise(written: Written) -> Iterator[Diagnostic]:
    """Every text whose length is unlike that of the others."""
    alike: dict[tuple[str, str | None], list[Page]] = {}
    for page in written.pages:
        if page.entry.edition and page.entry.language is None and _is_whole(page):
            alike.setdefault((page.entry.kind, page.entry.edition), []).append(page)
    for pages in alike.values():
        if len(pages) >= FEWEST:
            yield from _odd(pages)


def _is_whole(page: Page) -> bool:
    """Whether a text is finished, and no update."""
    data = page.entry.data
    return getattr(data, "status", None) not in UNFINISHED and getattr(data, "kind", None) != Form.UPDATE


def _odd(pages: list[Page]) -> Iterator[Diagnostic]:
    usual = median(page.entry.outline.words for page in pages)
    for page in pages:
        words = page.entry.outline.words
        if page.paragraphs and not SHORTEST * usual <= words <= LONGEST * usual:
            texts = every_filled(_TEXTS, words=words, usual=round(usual))
            yield advice(page.at(page.paragraphs[0], 0), "odd-length", texts)
