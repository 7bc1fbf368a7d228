"""What reviewers want of a piece, as much of it as is sure, and the part of a text that it becomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from trendrapport.reviewing.compared import Left
from trendrapport.reviewing.looks import with_looks, with_marks
from trendrapport.reviewing.paragraphs import Paragraph
from trendrapport.reviewing.pieces import Piece
from trendrapport.reviewing.sorts import marks, sorted_part
from trendrapport.reviewing.taking import markdown_of, span_of
from trendrapport.reviewing.values import Part
from trendrapport.reviewing.wording import Turn


@dataclass(frozen=True, eq=False)
class Wanted:
    """What is wanted of a piece: other words (`set`), none (`remove`), or paragraphs near it (`add`)."""

    how: str
    piece: Piece
    turns: tuple[Turn, ...]
    paragraphs: tuple[Paragraph, ...] = ()
    last: Piece | None = None
    """What came back before new paragraphs, and after them."""
    following: Piece | None = None
    looks: tuple[Left, ...] = ()
    """What is told if words cannot look or lead as they do in the document."""
    sort: Left | None = None
    """What is told if it cannot become a heading, an item or plain text, as its paragraph is."""
    number: int = 1
    """Of an item among those that came back one after another."""

    @property
    def is_other(self) -> bool:
        """Whether its words are other ones."""
        return any(not turn.same for turn in self.turns)

    @property
    def is_least(self) -> bool:
        """Whether it is only about words."""
        return not (self.looks or self.sort)

    def ways(self) -> Iterator[tuple[Wanted, list[Left]]]:
        """All of it, and then less of it with what is told then; the last is only about words."""
        sort = [*filter(None, [self.sort])]
        if not self.is_least:
            yield self, []
        if self.looks and sort:
            yield replace(self, sort=None), sort
            yield replace(self, looks=()), [*self.looks]
        yield replace(self, looks=(), sort=None), [*self.looks, *sort]


def text_part(one: Wanted, text: str) -> Part:
    """The part of a text in which a piece gets other words or looks, or becomes another sort of block.

    Raises CannotTakeError.
    """
    piece = one.piece
    start, end = span_of(piece)
    made = text[start:end]
    if one.looks:
        made = with_looks(piece, text, one.turns)
    elif one.is_other:
        made = markdown_of(piece, text, one.turns)
    if one.sort:
        return sorted_part(text, piece, one.paragraphs[0], one.number, made)
    return start, end, made


def shown_turns(one: Wanted) -> tuple[Turn, ...]:
    """What is wanted as a person is shown it."""
    found = one.turns
    if one.looks:
        found = with_marks(found)
    if one.sort:
        found = (Turn(*marks(one.piece, one.paragraphs[0])), *found)
    return found
