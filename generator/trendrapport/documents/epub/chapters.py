"""The chapters of an edition: each text, and what comes before and after them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from trendrapport.documents.blocks import Card
from trendrapport.documents.document import Document, EditionDocument, Reading, Reference, RoleDocument
from trendrapport.documents.epub.blocks import PARTED, BlockWriter, heading, key_figure
from trendrapport.documents.epub.inlines import GLOSSARY, InlineWriter
from trendrapport.documents.epub.markup import h, joined, page, some
from trendrapport.documents.epub.shelf import Shelf
from trendrapport.documents.inlines import Link, Term
from trendrapport.documents.material import figures_of
from trendrapport.documents.punctuation import closing, in_brackets

COVER, TITLE = "cover.xhtml", "title.xhtml"
ROLES = frozenset({"chapter", "foreword", "glossary", "bibliography", "colophon"})
"""The sorts of chapters that also have a role for screen readers (DPUB-ARIA)."""


@dataclass(frozen=True)
class Chapter:
    """A document of an e-book."""

    file: str
    title: str
    raw: bytes
    sort: str = ""
    """What it is, in the words of EPUB, for who looks for it."""
    part: str = ""
    """The part that it is in."""
    listed: bool = True


def file_of(document: Document) -> str:
    """The file of an entry."""
    return f"{document.kind}-{document.slug}.xhtml"


@dataclass(frozen=True)
class EditionWriter:
    """Writes one edition."""

    shelf: Shelf
    edition: EditionDocument

    def chapters(
        self, terms: Sequence[Term], report: str, publisher: str, licence: Link | None
    ) -> Iterator[Chapter]:
        """All chapters, in their order."""
        edition, words = self.edition, self.shelf.words
        yield self._title(report, publisher)
        yield from self._part(words("forewords"), edition.forewords)
        yield from self._radar()
        yield from self._part(words("trends"), edition.trends)
        yield from self._part(words("interviews"), edition.talks)
        yield from self._part(words("columns"), edition.columns)
        yield from self._numbers()
        yield from self._works()
        yield from self._roles()
        yield from self._glossary(terms)
        yield from self._sources()
        yield self._colophon(publisher, licence)

    def _chapter(self, file: str, title: str, body: Markup, sort: str = "") -> Chapter:
        """A chapter with its title, which begins a page."""
        role = {"role": f"doc-{sort}"} if sort in ROLES else {}
        inside = h("section", self.shelf.pages.mark(file), body, epub_type=sort or None, **role)
        return Chapter(file, title, page(title, self.edition.language, inside), sort)

    def _writer(self, file: str, document: Document | None = None) -> BlockWriter:
        return BlockWriter(InlineWriter(self.shelf, document, file))

    def _title(self, report: str, publisher: str) -> Chapter:
        edition = self.edition
        lines = [
            h("p", report, class_="eyebrow"),
            heading(1, edition.title),
            some("p", edition.theme, class_="lead"),
            h("p", edition.summary, class_=None if edition.theme else "lead"),
            h("p", f"{publisher}. {edition.published}.", class_="note"),
        ]
        body = h("section", self.shelf.pages.mark(TITLE), lines, epub_type="titlepage")
        return Chapter(TITLE, edition.title, page(edition.title, edition.language, body), "titlepage")

    def _part(self, title: str, documents: Sequence[Document]) -> Iterator[Chapter]:
        """All texts of a kind; one of a single kind needs no part around it."""
        for document in documents:
            yield self._entry(document, title if len(documents) > 1 else "")

    def _entry(self, document: Document, part: str) -> Chapter:
        file = file_of(document)
        mark = self.shelf.pages.mark(file)
        writer = self._writer(file, document)
        text = joined([_opening(writer, document), writer.paged(document.blocks), _writers(writer, document)])
        body = joined([text, _numbers(writer, document), _notes(writer, document), _listed(writer, document)])
        sort = "foreword" if document.kind == "forewords" else "chapter"
        inside = h("section", mark, body, epub_type=sort, role=f"doc-{sort}")
        raw = page(document.title, document.language, inside)
        return Chapter(file, document.title, raw, sort, part)

    def _radar(self) -> Iterator[Chapter]:
        radar = self.edition.radar
        if radar is None:
            return
        writer = self._writer("radar.xhtml")
        sentences = [h("p", one) for one in radar.sentences]
        drawn = Markup(self.shelf.drawings.get("", ""))  # noqa: S704 - drawn by this generator
        figure = (
            h("figure", drawn, h("figcaption", radar.key), class_="chart") if drawn else h("p", radar.key)
        )
        lead = h("p", radar.subtitle, class_="lead")
        body = joined([heading(1, radar.title), lead, figure, sentences, writer.table(radar.table)])
        yield self._chapter("radar.xhtml", radar.title, body)

    def _numbers(self) -> Iterator[Chapter]:
        if self.edition.key_figures:
            title = self.shelf.words("key_figures")
            body = joined([heading(1, title), map(key_figure, self.edition.key_figures)])
            yield self._chapter("key-figures.xhtml", title, body)

    def _works(self) -> Iterator[Chapter]:
        if not self.edition.works:
            return
        title, writer = self.shelf.words("inspiration"), self._writer("inspiration.xhtml")
        found = []
        for one in self.edition.works:
            found.append(writer.card(Card(one.title, one.address, "", one.why, one.facts)))
            found.append(some("p", one.source, class_="note"))
        yield self._chapter("inspiration.xhtml", title, joined([heading(1, title), found]))

    def _roles(self) -> Iterator[Chapter]:
        if self.edition.roles:
            title = self.shelf.words("document.actions_per_role")
            body = joined([heading(1, title), map(self._role, self.edition.roles)])
            yield self._chapter("roles.xhtml", title, body)

    def _role(self, role: RoleDocument) -> Markup:
        writer = self._writer("roles.xhtml")
        found = [heading(2, role.label), h("p", role.summary, class_="note")]
        for asked in role.editions[0].trends:
            way = writer.inlines.link(asked.card.address, asked.card.path, asked.card.title)
            found += [heading(3, way), h("ul", [h("li", one) for one in asked.actions])]
        return joined(found)

    def _glossary(self, terms: Sequence[Term]) -> Iterator[Chapter]:
        if terms:
            title = self.shelf.words("glossary")
            items = [
                [h("dt", h("dfn", one.name), id=f"term-{one.slug}"), h("dd", one.definition)] for one in terms
            ]
            body = joined([heading(1, title), h("dl", items)])
            yield self._chapter(GLOSSARY, title, body, "glossary")

    def _sources(self) -> Iterator[Chapter]:
        if self.edition.sources:
            title, writer = self.shelf.words("document.all_sources"), self._writer("sources.xhtml")
            items = [h("li", _reference(writer, one)) for one in self.edition.sources]
            yield self._chapter(
                "sources.xhtml", title, joined([heading(1, title), h("ul", items)]), "bibliography"
            )

    def _colophon(self, publisher: str, licence: Link | None) -> Chapter:
        edition, words = self.edition, self.shelf.words
        writer = self._writer("colophon.xhtml").inlines
        lines = [h("p", h("strong", f"{name}: "), said) for name, said in self._made(writer) if said]
        made = some("p", writer.write(edition.made))
        judged = some("p", edition.judgement)
        terms = h("p", writer.write((licence,))) if licence else ""
        title = words("document.colophon")
        foot = h("p", f"{publisher}. {edition.published}.")
        body = joined([heading(1, title), made, judged, lines, foot, terms])
        return self._chapter("colophon.xhtml", title, body, "colophon")

    def _made(self, writer: InlineWriter) -> Iterator[tuple[str, Markup | str]]:
        words, address = self.shelf.words, self.edition.address
        yield words("editors"), ", ".join(self.edition.editors)
        yield words("document.on_the_web"), writer.link(address, "", address)
        yield words("cite"), writer.write(self.edition.cite)


def _opening(writer: BlockWriter, document: Document) -> Markup:
    """What is above the text."""
    facts = [*[category.label for category in document.categories], *document.facts]
    speaker = document.speaker
    lines = [
        h("p", PARTED.join(facts), class_="eyebrow"),
        heading(1, document.title),
        h("p", document.summary, class_="lead"),
        some("p", some("strong", document.draft)),
        some("p", writer.inlines.write(document.made), class_="note"),
    ]
    if speaker:
        face = writer.inlines.shelf.picture(speaker.portrait)
        picture = h("img", src=face, alt=speaker.text, class_="face") if face else ""
        who = [h("p", h("strong", speaker.name), h("br"), ", ".join(speaker.facts))]
        lines.append(h("div", picture, who, some("p", speaker.caption, class_="note")))
    brief = some("dl", map(_reading, document.brief), class_="brief")
    judged = some("p", document.judgement, class_="note")
    return joined([h("header", lines), brief, judged])


def _reading(one: Reading) -> Markup:
    explanation = " ".join(filter(None, (in_brackets(one.of), one.explanation)))
    return joined([h("dt", one.name), h("dd", h("strong", one.label), " ", explanation)])


def _writers(writer: BlockWriter, document: Document) -> Markup:
    names = "; ".join(", ".join((one.name, *one.facts)) for one in document.writers)
    label = writer.inlines.shelf.words("written_by")
    lines = [h("p", line, class_="note") for line in document.helpers]
    if names:
        lines.insert(0, h("p", h("strong", f"{label}: "), names, class_="note"))
    return joined(lines)


def _numbers(writer: BlockWriter, document: Document) -> Markup:
    """The figures of a text in words and numbers."""
    shown = {figure.name: figure for figure in figures_of(document)}
    if not shown:
        return Markup("")
    title = writer.inlines.shelf.words("document.annex")
    return h("section", heading(2, title), map(writer.numbers, shown.values()))


def _notes(writer: BlockWriter, document: Document) -> Markup:
    notes: Mapping[str, Markup] = {one.letter: writer.write(one.inside) for one in document.notes}
    title = writer.inlines.shelf.words("footnotes")
    return _asides(writer, title, {f"note-{letter}": (letter, text) for letter, text in notes.items()})


def _listed(writer: BlockWriter, document: Document) -> Markup:
    """The sources of a text, under their numbers."""
    title = writer.inlines.shelf.words("sources")
    return _asides(
        writer,
        title,
        {f"source-{one.number}": (str(one.number), _reference(writer, one)) for one in document.sources},
    )


def _asides(writer: BlockWriter, title: str, notes: Mapping[str, tuple[str, Markup]]) -> Markup:
    """Notes that readers show where they are referred to, each with a way back."""
    found = []
    for place, (mark, text) in notes.items():
        back = h("a", mark, href=f"#to-{place}", role="doc-backlink")
        lead = back if place in writer.inlines.named else joined([mark])
        found.append(
            h("aside", h("div", lead, ". ", text), id=place, epub_type="footnote", role="doc-footnote")
        )
    if not found:
        return Markup("")
    return h("section", heading(2, title), found, class_="notes")


def _reference(writer: BlockWriter, source: Reference) -> Markup:
    """A source in full: who, when, what and where."""
    when = in_brackets(source.when)
    who = " ".join(filter(None, (source.who, when)))
    if source.address:
        title = writer.inlines.link(source.address, "", source.title)
    else:
        title = h("cite", source.title)
    lead = who and f"{who}. "
    return joined([lead, title, closing(source.where)])
