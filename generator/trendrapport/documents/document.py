"""An entry as a document: all that its page says, as frozen values. Knows no format."""

from __future__ import annotations

from dataclasses import dataclass, field

from trendrapport.diagnostics import Language
from trendrapport.documents.blocks import Blocks, Card, KeyFigure, Note, Table
from trendrapport.documents.inlines import Inlines
from trendrapport.language.labels import Labels
from trendrapport.language.labels.wording import Own


@dataclass(frozen=True)
class Person:
    """Somebody who wrote or speaks; their picture, or the letters that replace one."""

    name: str
    facts: tuple[str, ...] = ()
    monogram: str = ""
    portrait: str = ""
    """The file of their picture, from the site's root."""
    text: str = ""
    """The text alternative of the picture."""
    caption: str = ""
    """What is said below the picture."""


@dataclass(frozen=True)
class Reading:
    """What the editors say of a trend in one field."""

    field: str
    name: str
    label: str
    explanation: str = ""
    score: int | None = None
    of: str = ""
    """The score in words."""


@dataclass(frozen=True)
class Category:
    """A sort of trend, with its colour on paper and its position in the settings, which gives its shape."""

    slug: str
    label: str
    colour: str
    position: int


@dataclass(frozen=True)
class Reference:
    """A source in the list of sources."""

    key: str
    number: int
    who: str
    when: str
    title: str
    where: str
    address: str


@dataclass(frozen=True)
class Document:
    """An entry of the report."""

    kind: str
    slug: str
    edition: str
    """The edition's name in addresses; empty outside the editions."""
    edition_title: str
    language: Language
    title: str
    summary: str
    path: str
    """Its page, from the site's root."""
    address: str
    """The same on the web."""
    blocks: Blocks
    facts: tuple[str, ...] = ()
    """What sort of text it is, of when and how long: the line above its title."""
    categories: tuple[Category, ...] = ()
    writers: tuple[Person, ...] = ()
    helpers: tuple[str, ...] = ()
    """Who contributed without being the author: a line for each role."""
    speaker: Person | None = None
    made: Inlines = ()
    """Who wrote it, when, and after which work."""
    brief: tuple[Reading, ...] = ()
    judgement: str = ""
    """Whose reading that is."""
    notes: tuple[Note, ...] = ()
    sources: tuple[Reference, ...] = ()
    cite: Inlines = ()
    """How it is cited."""
    draft: str = ""
    """Why readers do not get it yet, in a preview."""
    figures: tuple[str, ...] = field(default=())
    """The names of the charts that it shows, each once."""
    own_labels: Own = ()
    """The report's own words for labels."""

    @property
    def labels(self) -> Labels:
        """The words of its language."""
        return Labels(self.language, self.own_labels)


@dataclass(frozen=True)
class Mark:
    """A trend as a radar shows it."""

    number: int
    title: str
    path: str
    address: str
    category: str
    horizon: str
    stance: str
    """Empty in a report that gives none."""
    impact: int | None
    facts: tuple[str, ...]


@dataclass(frozen=True)
class RadarDocument:
    """The radar of an edition: what it says in words, and its trends in the order of their numbers."""

    title: str
    subtitle: str
    key: str
    sentences: tuple[str, ...]
    marks: tuple[Mark, ...]
    table: Table


@dataclass(frozen=True)
class Work:
    """A book, film or other work that an edition recommends."""

    title: str
    address: str
    facts: tuple[str, ...]
    why: str
    source: str


@dataclass(frozen=True)
class Asked:
    """A trend with what it asks of a role."""

    card: Card
    actions: tuple[str, ...]


@dataclass(frozen=True)
class AskedBy:
    """What an edition asks of a role."""

    edition: str
    counts: str
    trends: tuple[Asked, ...]


@dataclass(frozen=True)
class RoleDocument:
    """All that a report asks of a role, the newest edition first."""

    role: str
    label: str
    title: str
    summary: str
    reader: str
    language: Language
    path: str
    address: str
    editions: tuple[AskedBy, ...]


@dataclass(frozen=True)
class EditionDocument:
    """All of an edition."""

    slug: str
    name: str
    """What it is called in running text."""
    stem: str
    """Its title, without the name if it ends with that."""
    mark: str
    """The name, if it is short enough to be set large."""
    title: str
    summary: str
    theme: str
    published: str
    judgement: str
    editors: tuple[str, ...]
    language: Language
    path: str
    address: str
    made: Inlines
    cite: Inlines
    forewords: tuple[Document, ...]
    trends: tuple[Document, ...]
    talks: tuple[Document, ...]
    columns: tuple[Document, ...]
    key_figures: tuple[KeyFigure, ...]
    works: tuple[Work, ...]
    roles: tuple[RoleDocument, ...]
    """What this edition asks of each role."""
    radar: RadarDocument | None
    sources: tuple[Reference, ...]
    """All that it cites, by name."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """All entries, in their order."""
        return (*self.forewords, *self.trends, *self.talks, *self.columns)
