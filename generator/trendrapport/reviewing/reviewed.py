"""An entry to all pieces of its document, in the order in which they come."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from trendrapport.diagnostics import Text
from trendrapport.language.labels import Labels
from trendrapport.model.entries import key_figures, sources
from trendrapport.prose.html import FIGURE
from trendrapport.report.citing import reference
from trendrapport.report.report import Entry, Report
from trendrapport.reviewing.field_pieces import LABEL, FieldReader
from trendrapport.reviewing.pieces import Kind, Piece
from trendrapport.reviewing.signs import NOTE, Sign, plain
from trendrapport.reviewing.text_pieces import TextReader, Words

_NOTE_FIXED = Text(
    nl="een bron wijzigt u in content/sources.yml", en="a source is changed in content/sources.yml"
)
_TEXT = Text(nl="begin van de tekst", en="start of the text")
HINT = Text(
    nl=(
        "Dit document is om na te lezen. Wijzig gerust de tekst: Word houdt de wijzigingen bij. Plaats een "
        "opmerking bij wat u wilt vragen. Grijze regels en bronnen wijzigt de redactie zelf."
    ),
    en=(
        "This document is for review. Feel free to change the text: Word tracks the changes. Add a comment "
        "to what you want to ask. Grey lines and sources are changed by the editors themselves."
    ),
)
_STAMP = Text(nl="Tekst: {path} · versie {digest}", en="Text: {path} · version {digest}")
STAMPED = re.compile(r"^(?:Tekst|Text): (\S.*) · (?:versie|version) ([0-9a-f]{12})$")
"""The line at the end of a document: of which file, and of which bytes of it."""
_FIGURE = Text(nl="[Figuur: {title}]", en="[Figure: {title}]")
_KEY_FIGURE = Text(nl="[Kerncijfer: {title}]", en="[Key figure: {title}]")
_ACTIONS = Text(nl="[Acties voor: {title}]", en="[Actions for: {title}]")
_QUOTE = Text(nl="[Citaat van {title}: {text}]", en="[Quotation of {title}: {text}]")
_VIDEO = Text(nl="[Video]", en="[Video]")
_PICTURE = Text(nl="[Afbeelding: ", en="[Picture: ")


@dataclass(frozen=True)
class Reviewed:
    """An entry as a document for review."""

    entry: Entry[Any]
    pieces: tuple[Piece, ...]
    """Those of the title, the text and the fields, in the order in which they come."""
    notes: Mapping[str, Piece]
    """The notes, by how the text refers to them."""
    digest: str
    """Of the texts of its files."""
    stamp: str

    @property
    def title(self) -> str:
        """The title, as text."""
        return str(self.entry.source.data.get("title", self.entry.slug))


@dataclass(frozen=True)
class _Words(Words):
    """What one entry refers to, in words."""

    report: Report
    labels: Labels
    entry: Entry[Any]

    def cited(self, token: Token) -> str | None:
        """The words for figures; None for sources."""
        names = [key for key, _ in token.meta["cited"]]
        if not any(name.startswith(FIGURE) for name in names):
            return None
        return ", ".join(self._title(name.removeprefix(FIGURE)) for name in names)

    def _title(self, name: str) -> str:
        chart = self.report.charts.get(name)
        if chart is None:
            return name
        return f"\u201c{chart.data.title}\u201d"

    def picture(self, alt: str) -> tuple[str, str]:
        """What comes around a text alternative."""
        return picture_signs(self.labels)

    def block(self, word: str, name: str, text: str) -> str:
        """A block by what it shows."""
        language = self.labels.language
        match word:
            case "figure":
                return _FIGURE.filled(title=self._title(name)).of(language)
            case "key-figure":
                found = self.report.get(key_figures.KeyFigure, name, self.entry.edition)
                title = found.data.title if found else name
                return _KEY_FIGURE.filled(title=title).of(language)
            case "actions":
                return _ACTIONS.filled(title=named(self.report, "roles", name)).of(language)
            case "quote":
                title = named(self.report, "people", name)
                return _QUOTE.filled(title=title, text=" ".join(text.split())).of(language)
            case "video":
                return _VIDEO.of(language)
        return text.strip()

    def source(self, mark: str) -> str:
        """The sources that a citation names, in full."""
        found = []
        for part in mark.strip("[]").split(";"):
            key, _, place = part.strip().removeprefix("@").partition(",")
            found.append(self._source(key.strip(), place.strip()))
        return " ".join(found)

    def _source(self, key: str, place: str) -> str:
        entry = self.report.get(sources.Source, key)
        if entry is None:
            return f"{key}."
        told = reference(entry.data, self.labels)
        parts = [told["who"], told["when"], told["title"], told["where"], place, told["address"]]
        return ". ".join(str(part).rstrip(".") for part in parts if part) + "."


def picture_signs(labels: Labels) -> tuple[str, str]:
    """What comes before and after the alternative of a picture."""
    return _PICTURE.of(labels.language), "]"


def named(report: Report, to: str, name: str) -> str:
    """What readers see of the name of something."""
    taxonomies = report.config.taxonomies
    if to in type(taxonomies).model_fields:
        term = getattr(taxonomies, to).get(name)
        return str(getattr(term, "label", name))
    for entry in report.entries:
        if (entry.kind, entry.slug) == (to, name):
            for key in ("title", "name", "term"):
                if shown := getattr(entry.data, key, ""):
                    return str(shown)
    return name


def reviewed(report: Report, entry: Entry[Any]) -> Reviewed:
    """The document of an entry."""
    labels = report.config.words(entry.language)
    means = _Words(report, labels, entry)
    fields = FieldReader(entry, labels, lambda to, name: named(report, to, name))
    text = list(TextReader(entry.source, means, _TEXT).pieces())
    found = [*fields.front(), _line("Callout", HINT.of(labels.language), entry)]
    found += [piece for piece in text if piece.kind is not Kind.NOTE]
    found += [*fields.others(), *_key_figures(report, entry, fields)]
    notes = {piece.note: piece for piece in text if piece.kind is Kind.NOTE}
    for piece in found:
        for mark in _marks(piece):
            if mark not in notes:
                notes[mark] = _note(piece, mark, means)
    digest = _digest(report, found, entry)
    stamp = _STAMP.filled(path=entry.source.path, digest=digest).of(labels.language)
    return Reviewed(entry, tuple(found), notes, digest, stamp)


def _marks(piece: Piece) -> Iterator[str]:
    for sign in piece.signs:
        if sign.is_note:
            yield sign.shown.removeprefix(NOTE)


def _note(piece: Piece, mark: str, means: _Words) -> Piece:
    """The note of a source in a piece, which is not changed there."""
    shown = means.source(mark) if mark.startswith("[@") else mark
    signs = tuple(Sign(sign, fixed=True) for sign in shown)
    return Piece(
        Kind.NOTE,
        "FootnoteText",
        piece.path,
        piece.line,
        piece.place,
        signs,
        note=mark,
        fixed=_NOTE_FIXED,
    )


def _line(style: str, text: str, entry: Entry[Any]) -> Piece:
    """A paragraph that is of the document, and not of the entry."""
    signs = tuple(Sign(sign, fixed=True) for sign in text)
    return Piece(Kind.PARAGRAPH, style, entry.source.path, 1, _TEXT, signs, fixed=LABEL)


def _key_figures(report: Report, entry: Entry[Any], fields: FieldReader) -> Iterator[Piece]:
    """What the key figures of an entry are called, and their explanation: each is in another file."""
    names = entry.source.data.get("key_figures", [])
    found = [report.get(key_figures.KeyFigure, str(name), entry.edition) for name in names]
    label = fields.called("key_figures")
    for number, one in enumerate(filter(None, found)):
        if number == 0:
            yield fields.label(label, "Heading1", ("key_figures",))
        for key, style in (("title", "KeyFigureTitle"), ("explanation", "BodyText")):
            value, at = getattr(one.data, key), (*one.at, key)
            place = Text(nl=f"{label.nl} › {one.slug}", en=f"{label.en} › {one.slug}")
            line = one.source.locate(at).line
            yield Piece(Kind.PARAGRAPH, style, one.source.path, line, place, plain(value), at=at)


def _digest(report: Report, pieces: list[Piece], entry: Entry[Any]) -> str:
    """Which texts these are: the first letters of a digest of the files of the pieces."""
    made = hashlib.sha256(entry.source.text.encode())
    for piece in pieces:
        if piece.path != entry.source.path:
            made.update(piece.key.encode())
    return made.hexdigest()[:12]
