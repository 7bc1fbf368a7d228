"""Words with what they mean, as XHTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from trendrapport.documents.document import Document
from trendrapport.documents.epub.markup import h, joined, some
from trendrapport.documents.epub.shelf import Shelf
from trendrapport.documents.inlines import (
    Break,
    Citation,
    Cited,
    Code,
    Inline,
    Link,
    Mention,
    NoteMark,
    Picture,
    Style,
    Styled,
    Term,
    Text,
)

TAGS = {
    Style.EMPHASIS: "em",
    Style.STRONG: "strong",
    Style.DELETED: "s",
    Style.RAISED: "sup",
    Style.LOWERED: "sub",
}
GLOSSARY = "glossary.xhtml"
SCHEMES = ("https://", "http://", "mailto:", "tel:")


@dataclass
class InlineWriter:
    """Writes the words of one entry."""

    shelf: Shelf
    entry: Document | None
    """The entry whose sources and notes are meant."""
    file: str
    """The chapter."""
    named: set[str] = field(default_factory=set)
    """The notes to which something leads, and the figures that are shown."""

    def write(self, inlines: Sequence[Inline]) -> Markup:
        """These words."""
        return joined(map(self._of, inlines))

    def _of(self, inline: Inline) -> Markup | str:
        match inline:
            case Text():
                return inline.text
            case Styled():
                return h(TAGS[inline.style], self.write(inline.inside))
            case Code():
                return h("code", inline.text)
            case Break():
                return h("br")
            case Picture():
                return self._picture(inline)
        return self._leading(inline)

    def _leading(self, inline: Inline) -> Markup | str:
        """What leads elsewhere."""
        match inline:
            case Link():
                form = f" ({inline.form})" if inline.form else ""
                return joined([self.link(inline.address, inline.path, self.write(inline.inside)), form])
            case Term() if inline.slug in self.shelf.terms:
                return h("a", inline.text, class_="term", href=f"{GLOSSARY}#term-{inline.slug}",
                         epub_type="glossref", role="doc-glossref")  # fmt: skip
            case Term():
                return inline.text
            case Mention():
                return self._mention(inline)
            case Citation():
                return h("sup", *self._sources(inline.cited))
            case NoteMark():
                return h("sup", self._note(inline.letter, f"note-{inline.letter}"))
        return ""

    def link(self, address: str, path: str, inside: Markup | str) -> Markup:
        """A link to a chapter of this book if it has that page, else to the address."""
        chapter = self.shelf.chapters.get(path.partition("#")[0])
        if chapter:
            return h("a", inside, href=chapter)
        if not address.startswith(SCHEMES):
            return joined([inside])
        return h("a", inside, href=address)

    def _mention(self, mention: Mention) -> Markup:
        number = self.shelf.number(self.entry, mention.name)
        if number is None:
            return self.link(mention.address, "", mention.text)
        return h("a", self.shelf.words("figure_mention", number=number), href=f"#figure-{number}")

    def _picture(self, picture: Picture) -> Markup:
        file = self.shelf.picture(picture.file)
        caption = " ".join(filter(None, (picture.caption, picture.credit)))
        if not file:
            return joined([picture.text, " ", some("small", caption)])
        return joined([h("img", src=file, alt=picture.text, class_="within"), " ", some("small", caption)])

    def _sources(self, cited: Sequence[Cited]) -> list[Markup | str]:
        """The number of each source, which leads to it."""
        found: list[Markup | str] = []
        for one in cited:
            if one.number is None:
                continue
            if found:
                found.append(", ")
            found.append(self._note(str(one.number), f"source-{one.number}"))
            if one.place:
                found.append(f" {one.place}")
        return found

    def first(self, place: str) -> bool:
        """Whether this is the first time that the chapter names a place."""
        known = place in self.named
        self.named.add(place)
        return not known

    def _note(self, mark: str, place: str) -> Markup:
        """What leads to a note; the first has a name, so that the note can lead back."""
        name = f"to-{place}" if self.first(place) else None
        return h("a", mark, href=f"#{place}", id=name, epub_type="noteref", role="doc-noteref")
