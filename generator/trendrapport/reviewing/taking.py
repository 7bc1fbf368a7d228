"""The changed words of a piece to the text that takes the place of it in its file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from trendrapport.diagnostics import Text
from trendrapport.documents.plain.markdown import marked, web_address
from trendrapport.reviewing.pieces import Kind, Piece
from trendrapport.reviewing.signs import (
    BREAK,
    CODE,
    DELETED,
    EMPHASIS,
    NOTE,
    STRONG,
    UNSURE,
    Sign,
    Signs,
    Wrapper,
    settled,
)
from trendrapport.reviewing.wording import Turn

LOOKS = frozenset({STRONG, EMPHASIS, DELETED})
MARKS = {STRONG: "**", EMPHASIS: "*", DELETED: "~~"}
_ESCAPED = re.compile(r"[\\`*\[\]<]|~(?=~)|(?<=~)~|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
_START = re.compile(r"(?P<before>\d{1,9})(?P<sign>[.)])(?=\s|$)|(?P<mark>[-+>#=]|:(?=\s))")
WEB = re.compile(r"(?:https?://|mailto:)\S+$")
_FIXED = Text(
    nl="dit deel is in het bestand anders geschreven dan het getoond wordt; wijzig het daar",
    en="this part is written in the file in another way than it is shown; change it there",
)
_NEW_NOTE = Text(
    nl="een nieuwe voetnoot zet u zelf in de tekst, met de bron in content/sources.yml",
    en="a new footnote you put in the text yourself, with its source in content/sources.yml",
)
_BREAK = Text(nl="hier kan geen nieuwe regel beginnen", en="no new line can begin here")
_NO_NOTES = Text(nl="een veld heeft geen voetnoten", en="a field has no footnotes")


class CannotTakeError(Exception):
    """A change that the file cannot get, and why."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


@dataclass
class _Plan:
    """What is taken out of a text and what is put in, by its place."""

    out: set[int] = field(default_factory=set)
    put: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def take_out(self, start: int, end: int) -> None:
        self.out.update(range(start, end))

    def made(self, text: str, start: int, end: int) -> str:
        """The new text between two places."""
        parts: list[str] = []
        for place in range(start, end + 1):
            parts += self.put.get(place, ())
            if place < end and place not in self.out:
                parts.append(text[place])
        return "".join(parts)


def value_of(piece: Piece, value: str, turns: Sequence[Turn]) -> str:
    """The new value of a field. Raises CannotTakeError."""
    plan, last = _Plan(), 0
    for turn in turns:
        if not turn.same:
            place = turn.old[0].start if turn.old else last
            for sign in turn.old:
                plan.take_out(sign.start, sign.end)
            plan.put[place].append("".join(map(_typed, turn.new)))
        if turn.old:
            last = turn.old[-1].end
    return plan.made(value, 0, len(value))


def _typed(sign: Sign) -> str:
    if sign.is_note:
        raise CannotTakeError(_NO_NOTES)
    return " " if sign.shown == BREAK else sign.shown


def span_of(piece: Piece) -> tuple[int, int]:
    """From the first to the last character of a piece in its file, with what sets its words apart."""
    starts = [sign.start for sign in piece.signs] + [one.opening[0] for one in piece.wrappers]
    ends = [sign.end for sign in piece.signs] + [one.closing[1] for one in piece.wrappers]
    return min(starts), max(ends)


def markdown_of(piece: Piece, text: str, turns: Sequence[Turn]) -> str:
    """What takes the place of `span_of` in the text of the file. Raises CannotTakeError."""
    plan, start_end = _Plan(), span_of(piece)
    changed = [turn for turn in turns if not turn.same]
    for turn in changed:
        _take_out(turn, plan)
    emptied = [one for one in piece.wrappers if _is_emptied(one, piece, plan, changed)]
    for one in emptied:
        plan.take_out(*one.opening)
        plan.take_out(*one.closing)
    done: list[Sign] = []
    for number, turn in enumerate(turns):
        if not turn.same and turn.new:
            place, face, link = _place(turn, done, _following(turns[number + 1 :]), emptied)
            words = markdown(turn.new, face, link, piece)
            if place <= start_end[0] or not done:
                words = escaped_start(words)
            plan.put[place].append(words)
        done += turn.old
    return plan.made(text, *start_end)


def _take_out(turn: Turn, plan: _Plan) -> None:
    if any(sign.fixed for sign in turn.old):
        raise CannotTakeError(_FIXED)
    for sign in turn.old:
        plan.take_out(sign.start, sign.end)


def _following(turns: Sequence[Turn]) -> Sign | None:
    """The next sign that was there already."""
    for turn in turns:
        if turn.old:
            return turn.old[0]
    return None


def _is_emptied(wrapper: Wrapper, piece: Piece, plan: _Plan, changed: Sequence[Turn]) -> bool:
    """Whether nothing is left of words that are set apart, and nothing like them comes in their place."""
    first, last = wrapper.opening[1], wrapper.closing[0]
    inside = [sign for sign in piece.signs if first <= sign.start and sign.end <= last]
    if not all(set(range(sign.start, sign.end)) <= plan.out for sign in inside):
        return False
    for turn in changed:
        starts_inside = turn.old and first <= turn.old[0].start < last
        is_like = turn.new and (wrapper.face in {"", CODE} or wrapper.face in turn.new[0].face)
        if starts_inside and is_like:
            return False
    return True


def _place(
    turn: Turn, before: Sequence[Sign], following: Sign | None, emptied: Sequence[Wrapper]
) -> tuple[int, frozenset[str], str]:
    """Where new words come, and how words look and lead there already."""
    last = before[-1] if before else None
    if turn.old:
        first = turn.old[0]
        place, face, link = first.start, first.face, first.link
        for one in emptied:
            if one.opening[1] <= place <= one.closing[0]:
                place, face = min(place, one.opening[0]), face - {one.face}
                link = link if one.face else ""
        return place, face, link
    look = turn.new[0].face & LOOKS
    nearer = following and last and look == following.face & LOOKS and look != last.face & LOOKS
    if last is None or nearer:
        if following is None:
            return 0, frozenset(), ""
        return following.start, following.face, following.link
    return last.end, last.face, last.link


def markdown(signs: Sequence[Sign], face: frozenset[str], link: str, piece: Piece | None = None) -> str:
    """Signs as Markdown, at a place where words look and lead like this already. Raises CannotTakeError."""
    parts = []
    for (more, address), group in groupby(signs, lambda sign: (_more(sign, face), _address(sign, link))):
        words = list(group)
        text = "".join(written(words, piece, is_code=CODE in face))
        if address and text.strip():
            text = f"[{text}]({web_address(address)})"
        parts.append(_wrapped(text, more))
    return "".join(parts)


def _more(sign: Sign, face: frozenset[str]) -> tuple[str, ...]:
    if CODE in face:
        return ()
    return tuple(sorted((sign.face & LOOKS) - face))


def _address(sign: Sign, link: str) -> str:
    """The address to which new words lead, unless they show it or lead there already."""
    return sign.link if WEB.match(sign.link) and not link else ""


def _wrapped(text: str, faces: Sequence[str]) -> str:
    for face in faces:
        text = marked(MARKS[face], text)
    return text


def written(signs: Sequence[Sign], piece: Piece | None, *, is_code: bool) -> Iterator[str]:
    """New words as Markdown, with their notes. Raises CannotTakeError."""
    for is_mark, group in groupby(signs, lambda sign: sign.is_note or sign.shown == BREAK):
        if is_mark:
            for sign in group:
                yield _mark(sign, piece)
        else:
            text = "".join(sign.shown for sign in group)
            yield text if is_code else escaped(text, is_cell=piece is not None and piece.kind is Kind.CELL)


def _mark(sign: Sign, piece: Piece | None) -> str:
    if sign.is_note:
        mark = sign.shown.removeprefix(NOTE)
        if not mark.startswith("["):
            raise CannotTakeError(_NEW_NOTE)
        return f" {mark}" if mark.startswith("[@") else mark
    is_running = piece is None or (piece.kind is Kind.PARAGRAPH and piece.style == "BodyText")
    if not is_running:
        raise CannotTakeError(_BREAK)
    return "\\\n"


def escaped(text: str, *, is_cell: bool = False) -> str:
    """Words that mean nothing more in Markdown."""
    made = _ESCAPED.sub(lambda found: f"\\{found[0]}", text)
    return made.replace("|", "\\|") if is_cell else made


def escaped_start(text: str) -> str:
    """The same at the start of a paragraph, where more has a meaning."""
    found = _START.match(text)
    if not found:
        return text
    if found["mark"]:
        return f"\\{text}"
    return f"{found['before']}\\{text[len(found['before']) :]}"


def look(old: Sign, new: Sign) -> frozenset[str]:
    """How a sign that stayed looks now. Whether a link is in italics is not known of every program."""
    face = new.face & LOOKS
    if UNSURE in new.face:
        face = (face - {EMPHASIS}) | (old.face & {EMPHASIS})
    return face


def is_same_look(old: Sign, new: Sign) -> bool:
    """Whether a sign that stayed looks as it did."""
    return old.face & LOOKS == look(old, new)


def looks_changed(turns: Sequence[Turn]) -> Signs:
    """The words that stayed and now look different."""
    found: list[Sign] = []
    for turn in turns:
        if turn.same:
            for old, new in zip(turn.old, turn.new, strict=True):
                is_space = new.shown.isspace()
                if is_space or not (is_same_look(old, new) or old.is_note):
                    found.append(new)
    return settled(found)
