"""What reviewers want to the new texts of files: only what is read back as it was wanted is carried out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from trendrapport.diagnostics import Text
from trendrapport.files.source import Source
from trendrapport.files.yaml_data import DataPath
from trendrapport.report.report import Report
from trendrapport.reviewing import blocks
from trendrapport.reviewing.compared import Change, Left, Spot
from trendrapport.reviewing.looks import seen, seen_after
from trendrapport.reviewing.pieces import Kind, Piece
from trendrapport.reviewing.reviewed import Reviewed, reviewed
from trendrapport.reviewing.signs import Sign, key_of, settled, text_of
from trendrapport.reviewing.sorts import is_sorted_as
from trendrapport.reviewing.taking import CannotTakeError, value_of
from trendrapport.reviewing.values import Part, read_again, rewritten, with_items, with_parts, without_item
from trendrapport.reviewing.wanted import Wanted, shown_turns, text_part

_NO_PLACE = Text(
    nl="op deze plaats heeft het bestand geen tekst; voeg dit toe waar het hoort",
    en="the file has no text at this place; add this where it belongs",
)
_NO_FIELD = Text(
    nl="een veld verwijdert u zelf in het bestand", en="a field you remove from the file yourself"
)
_NONE_LEFT = Text(
    nl="van deze lijst bleef geen punt over; verwijder het veld in het bestand",
    en="no item of this list was left; remove the field in the file",
)
_MOVED = Text(
    nl="dit is verplaatst naar of van een plaats waar dat niet kan; verplaats het in het bestand",
    en="this was moved to or from a place where that is not possible; move it in the file",
)
_UNSURE = Text(
    nl="dit zou in het bestand iets anders worden; wijzig het daar",
    en="this would become something else in the file; change it there",
)

Place = tuple[str, DataPath]
"""A value of a file."""
Expected: TypeAlias = "tuple[str, Wanted | None]"
"""What a piece has to show, and what was wanted of it."""


@dataclass
class Changing:
    """Carries out what is wanted of one entry."""

    report: Report
    one: Reviewed
    before: Sequence[Piece] = field(default=())
    emptied: Sequence[Place] = field(default=())
    """The lists of which every item would go."""

    def carry_out(
        self, before: Sequence[Piece], wanted: Sequence[Wanted]
    ) -> tuple[list[Change], list[Left], dict[str, str]]:
        """What is done, what is not and why, and the new text of each file that changes."""
        self.before = before
        self.emptied = _emptied(before, wanted)
        parts: dict[Wanted, Part] = {}
        left: list[Left] = []
        undone: list[Wanted] = []
        for one in wanted:
            before_it = len(parts)
            left += self._begin(one, parts)
            if len(parts) == before_it:
                undone.append(one)
        done = self._sure(parts)
        halves: list[Wanted] = []
        while torn := _halves([*undone, *(one for one in parts if one not in done)], done):
            halves += torn
            done = self._sure({one: parts[one] for one in done if one not in torn})
        for one in parts:
            if one not in done:
                left.append(Left(_spot(one.piece), one.turns, _MOVED if one in halves else _UNSURE))
        changes = [Change(_spot(one.piece), shown_turns(one)) for one in done]
        return changes, left, self._texts(parts, done)

    def _begin(self, wanted: Wanted, parts: dict[Wanted, Part]) -> list[Left]:
        """Finds the part for what is wanted, or as much of it as is sure; returns what is told."""
        for one, left in wanted.ways():
            if one.is_least and one.how == "set" and not one.is_other:
                return left
            try:
                part = self._part(one)
            except CannotTakeError as error:
                if one.is_least:
                    return [*left, Left(_spot(one.piece), one.turns, error.why)]
                continue
            if one.is_least or self._holds({one: part}, [one]):
                parts[one] = part
                return left
        return []

    def _sure(self, parts: dict[Wanted, Part]) -> list[Wanted]:
        """What can be done with the others and is then read back as wanted."""
        done = list(parts)
        if self._holds(parts, done):
            return done
        done = []
        for one in parts:
            if self._holds(parts, [*done, one]):
                done.append(one)
        return done

    def _part(self, one: Wanted) -> Part:
        if one.how == "add":
            return self._added(one)
        piece, source = one.piece, self._source(one.piece.path)
        if one.how == "remove":
            if piece.at is None:
                return blocks.removed(source.text, piece)
            if _list_of(piece) in self.emptied:
                raise CannotTakeError(_NONE_LEFT)
            if isinstance(piece.at[-1], int):
                return without_item(source, piece.at)
            raise CannotTakeError(_NO_FIELD)
        if piece.at is None:
            return text_part(one, source.text)
        value = source.data
        for key in piece.at:
            value = value[key]
        return rewritten(source, piece.at, value_of(piece, value, one.turns))

    def _added(self, one: Wanted) -> Part:
        """New items beside those of a field, or new paragraphs in the text."""
        last, following = one.last, one.following
        _refuse_pictures(one, last or following)
        if last and _is_item_of_field(last):
            return self._items(last, one, before=False)
        if following and _is_item_of_field(following):
            return self._items(following, one, before=True)
        text = self.one.entry.source.text
        if last and last.block:
            return blocks.added_after(text, last, one.paragraphs)
        if following and following.block:
            return blocks.added_before(text, following, one.paragraphs)
        raise CannotTakeError(_NO_PLACE)

    def _items(self, piece: Piece, one: Wanted, *, before: bool) -> Part:
        source = self._source(piece.path)
        values = [" ".join(text_of(paragraph.signs).split()) for paragraph in one.paragraphs]
        return with_items(source, piece.at or (), values, before=before)

    def _source(self, path: str) -> Source:
        own = self.one.entry.source
        if path == own.path:
            return own
        return next(entry.source for entry in self.report.entries if entry.source.path == path)

    def _texts(self, parts: dict[Wanted, Part], done: Sequence[Wanted]) -> dict[str, str]:
        found: dict[str, list[Part]] = {}
        for one in done:
            found.setdefault(one.piece.path, []).append(parts[one])
        return {path: with_parts(self._source(path).text, some) for path, some in found.items()}

    def _holds(self, parts: dict[Wanted, Part], done: Sequence[Wanted]) -> bool:
        """Whether the new texts are read back as just what is wanted."""
        if _meet([(one.piece.path, parts[one]) for one in done]):
            return False
        texts = self._texts(parts, done)
        for path, text in texts.items():
            found = read_again(self._source(path), text)
            if found is None:
                return False
            if path == self.one.entry.source.path and not self._is_read_as(found, done):
                return False
        return True

    def _is_read_as(self, source: Source, done: Sequence[Wanted]) -> bool:
        again = reviewed(self.report, replace(self.one.entry, source=source))
        found = [piece for piece in again.pieces if self._counts(piece)]
        expected = list(self._expected(done))
        notes = {mark: note.key for mark, note in again.notes.items()}
        wanted_notes = {one.piece.note: _key(one) for one in done if one.piece.kind is Kind.NOTE}
        if [piece.key for piece in found] != [key for key, _ in expected]:
            return False
        pairs = zip(found, expected, strict=True)
        return all(_is_as(piece, one) for piece, (_, one) in pairs) and wanted_notes.items() <= notes.items()

    def _counts(self, piece: Piece) -> bool:
        """Whether a piece is one of the entry's own file, and has a text."""
        is_own = piece.path == self.one.entry.source.path and piece.note != "stamp"
        return is_own and bool(piece.key) and not (piece.fixed and piece.block is None)

    def _expected(self, done: Sequence[Wanted]) -> Iterator[Expected]:
        """What the pieces have to show afterwards."""
        set_or_gone = {id(one.piece): one for one in done if one.how != "add"}
        after = {id(one.last): one for one in done if one.how == "add" and one.last}
        ahead = {id(one.following): one for one in done if one.how == "add" and not one.last}
        for piece in self.before:
            yield from _shown(ahead.get(id(piece)))
            if self._counts(piece):
                yield from _kept(piece, set_or_gone.get(id(piece)))
            yield from _shown(after.get(id(piece)))


def _refuse_pictures(one: Wanted, near: Piece | None) -> None:
    """Raises CannotTakeError for pictures among the items of a field."""
    pictures = [paragraph for paragraph in one.paragraphs if paragraph.picture]
    if pictures and near and _is_item_of_field(near):
        raise CannotTakeError(_NO_PLACE)


def _halves(undone: Sequence[Wanted], done: Sequence[Wanted]) -> list[Wanted]:
    """What is done and is half of a move: its words would be twice in the text, or nowhere."""
    return [one for one in done if _is_half(one, undone)]


def _is_half(one: Wanted, undone: Sequence[Wanted]) -> bool:
    """Whether the other half of a move is not done."""
    others = [other for other in undone if other.how != one.how]
    return any(not _moving(one).isdisjoint(_moving(other)) for other in others)


def _moving(one: Wanted) -> set[str]:
    """What goes as a whole, or what comes."""
    match one.how:
        case "remove":
            return {one.piece.key}
        case "add":
            return {paragraph.key for paragraph in one.paragraphs}
    return set()


def _shown(one: Wanted | None) -> Iterator[Expected]:
    if one:
        for paragraph in one.paragraphs:
            yield paragraph.key, None


def _kept(piece: Piece, one: Wanted | None) -> Iterator[Expected]:
    """What a piece shows afterwards, if anything."""
    key = ""
    if one is None:
        key = piece.key
    elif one.how == "set":
        key = _key(one)
    if key:
        yield key, one


def _is_as(piece: Piece, one: Wanted | None) -> bool:
    """Whether a piece, as it is read back, looks and is as it was wanted."""
    if one is None:
        return True
    if one.looks and seen(piece.compared) != seen_after(one.turns):
        return False
    return not one.sort or is_sorted_as(piece, one.paragraphs[0])


def _key(one: Wanted) -> str:
    """What a piece has to show with its new words."""
    signs: list[Sign] = []
    for turn in one.turns:
        signs += turn.new
    return key_of(settled(signs))


def _is_item_of_field(piece: Piece) -> bool:
    return piece.at is not None and isinstance(piece.at[-1], int)


def _list_of(piece: Piece) -> Place | None:
    """The list of which a piece is an item: its file, and where it is in that."""
    if piece.at is None or not isinstance(piece.at[-1], int):
        return None
    return piece.path, piece.at[:-1]


def _emptied(before: Sequence[Piece], wanted: Sequence[Wanted]) -> list[Place]:
    """The lists with several items, all of which would go."""
    items = Counter(filter(None, map(_list_of, before)))
    gone = Counter(filter(None, (_list_of(one.piece) for one in wanted if one.how == "remove")))
    return [place for place, count in gone.items() if count == items[place] > 1]


def _meet(parts: Sequence[tuple[str, Part]]) -> bool:
    """Whether two parts of a file are about the same characters, or come at the same place."""
    ordered = sorted(parts)
    for (path, (start, end, _)), (other, (first, _, _)) in zip(ordered, ordered[1:], strict=False):
        if path == other and (first < end or first == start):
            return True
    return False


def _spot(piece: Piece) -> Spot:
    return Spot(piece.path, piece.line, piece.place)
