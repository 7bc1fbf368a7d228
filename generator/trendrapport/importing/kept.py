"""What is kept apart while a text is read: pictures, notes of reviewers, sources, and what is to be told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import chain

from trendrapport.diagnostics import Text

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Around what Pandoc has to leave as it is; no text can have these signs (Unicode: noncharacters)."""

TRACKED = Text(
    nl="Bijgehouden wijzigingen: {count} overgenomen, alsof u ze allemaal accepteert.",
    en="Tracked changes: {count} taken over, as if you accept all of them.",
)
COMMENTS = Text(
    nl="Opmerkingen: {count}. Ze staan in de tekst als <!-- ... -->, wat lezers niet zien.",
    en="Comments: {count}. They are in the text as <!-- ... -->, which readers do not see.",
)
LISTS = Text(
    nl="Getypte opsommingstekens: {count} lijsten gemaakt.",
    en="Typed bullets and numbers: {count} lists made.",
)
HEADINGS = Text(
    nl="Koppen: {count} op een ander niveau gezet, zodat er geen wordt overgeslagen.",
    en="Headings: {count} put on another level, so that none is skipped.",
)
NO_PICTURE = Text(
    nl="Afbeeldingen: {count} niet overgenomen, want geen PNG, JPEG, GIF of WebP. Er staat een notitie.",
    en="Pictures: {count} not taken over, as they are no PNG, JPEG, GIF or WebP. A note says where.",
)
NO_LINK = Text(
    nl="Links: {count} niet overgenomen, want ze leiden naar een bestand of een plaats in het document.",
    en="Links: {count} not taken over, as they lead to a file or a place in the document.",
)
CELLS = Text(
    nl="Tabellen: {count} met samengevoegde cellen of meer alinea's in een cel; controleer ze.",
    en="Tables: {count} with merged cells or several paragraphs in a cell; check these.",
)
RAW = Text(
    nl="Code uit een ander programma: {count} keer weggelaten.",
    en="Code of another program: left out {count} times.",
)


@dataclass(frozen=True)
class Picture:
    """A picture of a text, in the order in which they come."""

    end: str
    """How its file's name ends, such as .png."""
    raw: bytes
    alt: str
    """The text alternative; empty if nobody wrote one."""
    caption: str = ""


@dataclass(frozen=True)
class Grid:
    """A table of a text: its caption, and the words of each cell by row."""

    caption: str
    rows: tuple[tuple[str, ...], ...]

    @property
    def has_numbers(self) -> bool:
        """Whether a number is below the first row."""
        words = "".join(chain.from_iterable(self.rows[1:]))
        return any(sign.isdecimal() for sign in words)


@dataclass(frozen=True)
class Cited:
    """A footnote that is about something on the web: its words without the address, and the address."""

    title: str
    address: str


@dataclass
class Kept:
    """What was found so far."""

    pictures: list[Picture] = field(default_factory=list)
    cited: list[Cited] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    tables: list[Grid] = field(default_factory=list)
    told: Counter[Text] = field(default_factory=Counter)

    def picture(self, one: Picture) -> str:
        """Keeps a picture; returns the mark of its place."""
        self.pictures.append(one)
        return f"{OPEN}picture{len(self.pictures) - 1}{CLOSE}"

    def source(self, one: Cited) -> str:
        """Keeps a source, once for each address; returns the mark of its place."""
        addresses = [other.address for other in self.cited]
        if one.address not in addresses:
            self.cited.append(one)
            addresses.append(one.address)
        return f"{OPEN}source{addresses.index(one.address)}{CLOSE}"

    def note(self, text: str) -> str:
        """Keeps a note for editors; returns the mark of its place."""
        self.notes.append(text)
        return f"{OPEN}note{len(self.notes) - 1}{CLOSE}"

    def table(self, one: Grid) -> tuple[str, str]:
        """Keeps a table; returns the marks before and after it."""
        self.tables.append(one)
        number = len(self.tables) - 1
        return f"{OPEN}table{number}{CLOSE}", f"{OPEN}end{number}{CLOSE}"

    def tell(self, what: Text) -> None:
        """Counts something that an editor has to know."""
        self.told[what] += 1
