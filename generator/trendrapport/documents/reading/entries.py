"""An entry to a document: what its page shows, read as values, and its text.

Fields come from the page's own context, so that a document says what the page says; the text is read from the
Markdown tokens from which the page is made.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trendrapport.documents.document import Category, Document, Person, Reading, Reference
from trendrapport.documents.inlines import Inline, Style, Styled, Text
from trendrapport.documents.punctuation import ended
from trendrapport.documents.reading.page_values import PageValues
from trendrapport.documents.reading.prose import Drawings, prose_of
from trendrapport.documents.reading.sections import after, before
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.parts.people import Helpers, ShownPerson
from trendrapport.pages.view import Page, Value, View
from trendrapport.report.report import Entry

_READ: dict[int, tuple[Page, Drawings, Document]] = {}
"""The documents of one build by their page, as several formats show each."""


def document(view: View, entry: Entry[Any], page: Page, drawings: Drawings) -> Document:
    """The document of an entry that has a page; `view` is the report in the entry's language."""
    known = _READ.get(id(page))
    if known and known[0] is page and known[1] is drawings:
        return known[2]
    if known or (_READ and next(iter(_READ.values()))[1] is not drawings):
        _READ.clear()
    read = _document(view, entry, page, drawings)
    _READ[id(page)] = page, drawings, read
    return read


def _document(view: View, entry: Entry[Any], page: Page, drawings: Drawings) -> Document:
    values = PageValues(view, page.path, page.content().context)
    prose = prose_of(view, entry, drawings)
    edition = view.edition_of(entry)
    return Document(
        kind=entry.kind,
        slug=entry.slug,
        edition=entry.edition or "",
        edition_title=view.edition_title(edition) if edition else "",
        language=view.labels.language,
        own_labels=view.labels.own,
        title=entry.data.title,
        summary=entry.data.summary,
        path=page.path,
        address=view.address(page.path),
        blocks=(*before(entry.kind, values), *prose.blocks, *after(entry.kind, values)),
        facts=tuple(_facts(entry, values)),
        categories=_categories(view, entry),
        writers=tuple(person(one) for one in values["writers"]),
        helpers=tuple(map(_helped, values["helpers"])),
        speaker=_speaker(values),
        made=tuple(made(values)),
        brief=tuple(_brief(values)),
        judgement=(values.get("judgement") or {}).get("text", ""),
        notes=prose.notes,
        sources=tuple(_reference(values, source) for source in values["sources"]),
        cite=tuple(cite(values)),
        draft=view.early(entry) or "",
        figures=entry.outline.figures,
    )


def _facts(entry: Entry[Any], values: PageValues) -> Iterator[str]:
    """What sort of text it is, in which edition, and how long it takes to read."""
    label = values.view.labels
    match entry.kind:
        case "trends":
            yield str(values["form"])
        case "interviews":
            yield label("genre.interviews")
            if values["date"]:
                yield str(values["date"])
        case "columns":
            yield label("genre.columns")
        case "forewords":
            yield label("forewords")
        case "instruments":
            yield str(values["type"])
            yield f"{label('owner')}: {values['owner']}"
    if values.get("edition"):
        yield str(values["edition"]["title"])
    yield str(values["minutes"])


def _categories(view: View, entry: Entry[Any]) -> tuple[Category, ...]:
    """The categories of a trend."""
    if not isinstance(entry.data, Trend):
        return ()
    return tuple(category(view, name) for name in entry.data.categories)


def category(view: View, name: str) -> Category:
    """A category with its colour on paper."""
    terms, look = view.report.config.taxonomies.categories, view.report.config.look
    colour, _ = terms[name].colour or look.accent
    return Category(name, view.term("categories", name)["label"], colour, list(terms).index(name))


def person(shown: ShownPerson) -> Person:
    """A person as a page shows them."""
    portrait: Value = shown.portrait or {}
    return Person(
        shown.name,
        tuple(shown.facts),
        shown.monogram,
        portrait.get("src", ""),
        portrait.get("text", ""),
    )


def _helped(group: Helpers) -> str:
    """Those who contributed in one role, as a line."""
    names = [", ".join((one.name, *one.facts)) for one in group.people]
    return f"{group.title}: {'; '.join(names)}"


def _speaker(values: PageValues) -> Person | None:
    """Who speaks in an interview."""
    shown = values.get("person")
    if shown is None:
        return None
    found, portrait = person(shown), shown.portrait or {}
    caption = portrait.get("caption", "")
    if portrait.get("credit"):
        caption = f"{ended(caption)} {values.view.labels('picture_by', name=portrait['credit'])}".strip()
    return Person(
        found.name,
        found.facts,
        found.monogram,
        values.path(found.portrait) if found.portrait else "",
        found.text,
        caption,
    )


def made(values: PageValues) -> Iterator[Inline]:
    """Who wrote a text, when, in which version, and after which work."""
    found: Value = values.get("made") or {}
    label = values.view.labels
    facts = [fact for fact in (found.get("written"), found.get("version")) if fact]
    if found.get("by"):
        facts.insert(0, label("text_by", name=found["by"]))
    if facts:
        yield Text(f"{', '.join(facts)}.")
    if found.get("work"):
        yield from _work(values, found["work"], " " * bool(facts))


def _work(values: PageValues, work: Value, before: str) -> Iterator[Inline]:
    """The work after which a text was written, in a sentence."""
    after = f"{work['after']}."
    if work["byline"]:
        after = f" ({work['byline']}){after}"
    yield Text(f"{before}{work['before']}")
    yield values.link(work["href"], work["title"])
    yield Text(after)


def _brief(values: PageValues) -> Iterator[Reading]:
    for one in values.get("brief") or ():
        yield Reading(one.field, one.name, one.label, one.explanation or "", one.score, one.of or "")


def _reference(values: PageValues, source: Value) -> Reference:
    return Reference(
        source["id"],
        source["number"],
        source["who"] or "",
        source["when"] or "",
        source["title"],
        source["where"] or "",
        source["address"] or "",
    )


def cite(values: PageValues) -> Iterator[Inline]:
    """How an entry is cited, with the title of the work set apart."""
    cited: Value = values.get("cited") or {}
    for piece in cited.get("apa", ()):
        text = Text(piece["text"])
        if piece["work"]:
            yield Styled(Style.EMPHASIS, (text,))
        else:
            yield text
