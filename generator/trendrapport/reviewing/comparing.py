"""A document that came back, beside the entry of which it was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from trendrapport.diagnostics import Text
from trendrapport.report.report import Report
from trendrapport.reviewing.changing import Changing
from trendrapport.reviewing.compared import Compared, Left, Said, Spot
from trendrapport.reviewing.looks import target
from trendrapport.reviewing.matching import matched
from trendrapport.reviewing.pairing import Pair, Shown, paired
from trendrapport.reviewing.paragraphs import NOTES, Paragraph, Returned
from trendrapport.reviewing.pictures import as_shown, taken
from trendrapport.reviewing.pieces import Kind, Piece
from trendrapport.reviewing.reviewed import STAMPED, Reviewed, picture_signs
from trendrapport.reviewing.rows import in_row, rows_gone
from trendrapport.reviewing.signs import NOTE, Sign, Signs, key_of, plain, text_of
from trendrapport.reviewing.sorts import is_other_sort
from trendrapport.reviewing.taking import looks_changed
from trendrapport.reviewing.wanted import Wanted
from trendrapport.reviewing.wording import Turn, turns

_LOOKS = Text(
    nl="een andere opmaak (vet, cursief, doorgehaald) zet u zelf in het bestand",
    en="another look (bold, italic, struck out) you put in the file yourself",
)
_SORT = Text(
    nl="een ander niveau, een kop of een opsomming maakt u zelf in het bestand",
    en="another level, a heading or a list you make in the file yourself",
)
_LINK = Text(
    nl="een andere link zet u zelf in het bestand: {address}",
    en="another link you put in the file yourself: {address}",
)
_NO_LINK = Text(nl="een link verwijdert u zelf in het bestand", en="a link you remove from the file yourself")
_ROWS = Text(
    nl="rijen, kolommen en lege cellen van een tabel wijzigt u zelf in het bestand",
    en="rows, columns and empty cells of a table you change in the file yourself",
)
_MERGED = Text(
    nl="in deze tabel zijn cellen samengevoegd; wijzig haar in het bestand",
    en="cells of this table were merged; change it in the file",
)
_PICTURES = Text(
    nl="afbeeldingen in een cel of voetnoot zet u zelf in de map images: {count}",
    en="pictures in a cell or a footnote you put in the folder images yourself: {count}",
)
_NO_PICTURE = Text(
    nl="afbeeldingen die geen PNG, JPEG, GIF of WebP zijn, zet u zelf in de map images: {count}",
    en="pictures that are no PNG, JPEG, GIF or WebP you put in the folder images yourself: {count}",
)
_QUIET = {"Title", "Subtitle", "Term", "CalloutTitle", "KeyFigureTitle", "FootnoteText", "Note"}
"""The styles whose words programs may make bold by themselves."""


def compare(report: Report, one: Reviewed, came: Returned) -> Compared:
    """What a document that came back would change in an entry."""
    return _Comparing(report, one, came).result()


@dataclass
class _Comparing:
    report: Report
    one: Reviewed
    came: Returned
    left: list[Left] = field(default_factory=list)
    wanted: list[Wanted] = field(default_factory=list)
    stamped: tuple[str, str] = ("", "")

    def result(self) -> Compared:
        """The comparison as a whole."""
        before = [*(piece for piece in self.one.pieces if piece.key), self._stamp()]
        after = self._known_notes([self._own_stamp(one) for one in self.came.paragraphs])
        pairs = matched(before, after)
        self._paragraphs(before, after, pairs)
        if self.came.pictures:
            self._leave(before[0], (), _PICTURES.filled(count=self.came.pictures))
        changing = Changing(self.report, self.one)
        changes, untaken, texts = changing.carry_out(before, self.wanted)
        path, digest = self.stamped
        pictures = taken(after, texts.get(self.one.entry.source.path, ""))
        return Compared(
            tuple(changes),
            tuple(sorted([*self.left, *untaken], key=lambda left: (left.spot.path, left.spot.line))),
            tuple(self._comments(before, pairs)),
            tuple(sorted(self.came.tracked.items())),
            path,
            bool(digest) and digest != self.one.digest,
            texts,
            tuple(pictures),
        )

    def _stamp(self) -> Piece:
        """The last line of the document."""
        last = self.one.pieces[-1]
        signs = tuple(replace(sign, fixed=True) for sign in plain(self.one.stamp))
        return replace(
            last, kind=Kind.PARAGRAPH, signs=signs, fixed=None, cell=None, listed=None, note="stamp"
        )

    def _own_stamp(self, paragraph: Paragraph) -> Paragraph:
        """A paragraph; the line that says of which file it is, is taken as it would be now."""
        found = STAMPED.match(text_of(paragraph.signs))
        if not found:
            return paragraph
        self.stamped = (found[1], found[2])
        return replace(paragraph, kind=Kind.PARAGRAPH, signs=plain(self.one.stamp))

    def _known_notes(self, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
        """The paragraphs with each note that the entry has under its own name; and what changed in notes."""
        marks: list[str] = []
        for piece in self.one.pieces:
            marks += _marks(piece.compared)
        notes = [self.one.notes[mark] for mark in marks]
        before = [Shown(note.key, "note") for note in notes]
        after = [Shown(key_of(signs), "note") for signs in self.came.notes]
        known: dict[str, str] = {}
        for old, new in paired(before, after):
            if old is not None and new is not None and _is_like(before[old].text, after[new].text):
                known[f"{NOTE}{NOTES + new}"] = f"{NOTE}{marks[old]}"
                self._note(notes[old], self.came.notes[new])
        return [replace(one, signs=tuple(_renamed(one.signs, known))) for one in paragraphs]

    def _note(self, note: Piece, signs: Signs) -> None:
        if note.key == key_of(signs) or any(wanted.piece is note for wanted in self.wanted):
            return
        parts = tuple(turns(note.compared, signs))
        if note.fixed:
            self._leave(note, parts, note.fixed)
        else:
            self.wanted.append(Wanted("set", note, parts))

    def _paragraphs(self, before: Sequence[Piece], after: Sequence[Paragraph], pairs: Sequence[Pair]) -> None:
        last: Piece | None = None
        cells: list[Piece] = []
        for is_new, group in groupby(pairs, lambda pair: pair[0] is None):
            some = list(group)
            if is_new:
                following = _following(before, pairs, some[-1])
                new = [after[number] for _, number in some if number is not None]
                self._new(last, following, new)
                continue
            for old, number in some:
                piece = before[old or 0]
                if number is not None:
                    self._pair(piece, after[number], _item_number(after, number))
                    last = piece
                elif piece.cell:
                    cells.append(piece)
                else:
                    self._gone(piece)
        for row in rows_gone(before, cells):
            self._leave(row[0], (Turn(in_row(piece.compared for piece in row), ()),), _ROWS)

    def _new(self, last: Piece | None, following: Piece | None, paragraphs: list[Paragraph]) -> None:
        cells = [one for one in paragraphs if one.kind is Kind.CELL]
        near = self._near(last, following)
        if cells:
            self._leave(near, (Turn((), in_row(cell.signs for cell in cells)),), _ROWS)
        unshown = [one for one in paragraphs if one.picture and not one.picture.path]
        if unshown:
            self._leave(near, (), _NO_PICTURE.filled(count=len(unshown)))
        signs = picture_signs(self.report.config.words(self.one.entry.language))
        others = tuple(as_shown(one, *signs) for one in paragraphs if one not in (*cells, *unshown))
        if others:
            shown = tuple(Turn((), one.signs) for one in others)
            self.wanted.append(Wanted("add", near, shown, others, last, following))

    def _near(self, last: Piece | None, following: Piece | None) -> Piece:
        """The piece of the entry's own file beside which something new came."""
        own = self.one.pieces[0]
        near = last or following or own
        return near if near.path == self.one.entry.source.path else own

    def _gone(self, piece: Piece) -> None:
        is_explanation = bool(piece.fixed) and piece.block is None and piece.kind is not Kind.HEADING
        if piece.note == "stamp" or is_explanation:
            return
        if piece.fixed:
            self._leave(piece, (Turn(piece.compared, ()),), piece.fixed)
        else:
            self.wanted.append(Wanted("remove", piece, (Turn(piece.compared, ()),)))

    def _pair(self, piece: Piece, paragraph: Paragraph, number: int) -> None:
        """What a piece became; `number` is that of an item among those that came back one after another."""
        if piece.note == "stamp":
            return
        parts = tuple(turns(piece.compared, paragraph.signs))
        looks, sort = tuple(self._looks(piece, parts)), self._sort(piece, paragraph)
        told = [*looks, *filter(None, [sort])]
        is_same = piece.key == paragraph.key
        is_text = piece.at is None and piece.kind is not Kind.NOTE
        if piece.fixed or paragraph.is_merged:
            if not is_same:
                self._leave(piece, parts, piece.fixed or _MERGED)
        elif is_text and not (is_same and not told):
            self.wanted.append(
                Wanted("set", piece, parts, (paragraph,), looks=looks, sort=sort, number=number)
            )
        else:
            self.left += told
            if not is_same:
                self.wanted.append(Wanted("set", piece, parts))

    def _sort(self, piece: Piece, paragraph: Paragraph) -> Left | None:
        """What is said of a paragraph that became a heading or an item, or is one no longer."""
        is_free = piece.style in {"Title", "Subtitle"} or bool(piece.fixed)
        if is_free or not is_other_sort(piece, paragraph):
            return None
        return Left(spot_of(piece), (Turn(paragraph.signs, paragraph.signs),), _SORT)

    def _looks(self, piece: Piece, parts: tuple[Turn, ...]) -> Iterator[Left]:
        """What is said of how words look and where they lead."""
        is_quiet = piece.style in _QUIET or piece.kind is Kind.HEADING or bool(piece.fixed)
        if is_quiet or (piece.cell and piece.cell.row == 1):
            return
        if words := looks_changed(parts):
            yield Left(spot_of(piece), (Turn(words, words),), _LOOKS)
        for words in _links(parts):
            address = words[0].link
            why = _NO_LINK
            if address:
                why = _LINK.filled(address=address)
            yield Left(spot_of(piece), (Turn(words, words),), why)

    def _leave(self, piece: Piece, parts: tuple[Turn, ...], why: Text) -> None:
        self.left.append(Left(spot_of(piece), parts, why))

    def _comments(self, before: Sequence[Piece], pairs: Sequence[Pair]) -> Iterator[Said]:
        """Each comment at the piece that its paragraph was, or that comes before it."""
        for comment in self.came.comments:
            piece = before[0]
            for old, new in pairs:
                if new is not None and new > comment.paragraph:
                    break
                if old is not None:
                    piece = before[old]
            yield Said(spot_of(piece), comment)


def spot_of(piece: Piece) -> Spot:
    """Where a piece is."""
    return Spot(piece.path, piece.line, piece.place)


def _marks(signs: Signs) -> Iterator[str]:
    for sign in signs:
        if sign.is_note:
            yield sign.shown.removeprefix(NOTE)


def _renamed(signs: Signs, known: dict[str, str]) -> Iterator[Sign]:
    for sign in signs:
        yield replace(sign, shown=known.get(sign.shown, sign.shown))


def _is_like(one: str, other: str) -> bool:
    """Whether two notes have words in common."""
    return one == other or bool(set(one.casefold().split()) & set(other.casefold().split()))


def _following(before: Sequence[Piece], pairs: Sequence[Pair], pair: Pair) -> Piece | None:
    """The next piece that came back."""
    for old, new in pairs[pairs.index(pair) + 1 :]:
        if old is not None and new is not None:
            return before[old]
    return None


def _item_number(paragraphs: Sequence[Paragraph], number: int) -> int:
    """How many items there are up to this paragraph, one directly after another."""
    count = 1
    while number and _goes_on(paragraphs[number - 1], paragraphs[number]):
        number, count = number - 1, count + 1
    return count


def _goes_on(one: Paragraph, other: Paragraph) -> bool:
    return one.kind is other.kind is Kind.ITEM and one.ordered == other.ordered and not one.depth


def _links(parts: Sequence[Turn]) -> Iterator[Signs]:
    """The words that stayed and now lead elsewhere."""
    for turn in parts:
        both: list[tuple[Sign, Sign]] = []
        if turn.same:
            both = list(zip(turn.old, turn.new, strict=True))
        for is_other, group in groupby(both, _leads_elsewhere):
            words = tuple(new for _, new in group)
            if is_other:
                yield words


def _leads_elsewhere(pair: tuple[Sign, Sign]) -> bool:
    return target(pair[0].link) != target(pair[1].link)
