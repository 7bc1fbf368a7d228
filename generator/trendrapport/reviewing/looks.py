"""A paragraph of which words look or lead differently than before, to Markdown: what stays is copied as it is
written in the file, between marks that are written anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import unquote

from trendrapport.diagnostics import Text
from trendrapport.documents.cleaning import clean, fit_address
from trendrapport.documents.plain.markdown import marked, web_address
from trendrapport.reviewing.pieces import Piece
from trendrapport.reviewing.signs import CODE, DELETED, EMPHASIS, STRONG, Sign, Signs, Wrapper, plain, text_of
from trendrapport.reviewing.taking import (
    LOOKS,
    MARKS,
    WEB,
    CannotTakeError,
    escaped_start,
    is_same_look,
    look,
    span_of,
    written,
)
from trendrapport.reviewing.wording import Turn

_LINK = "link"
_INVOLVED = Text(
    nl="de opmaak van deze alinea is te ingewikkeld om te wijzigen; doe dat in het bestand",
    en="the markup of this paragraph is too involved to change; do so in the file",
)


@dataclass(frozen=True)
class _Run:
    """Characters of the new text, and how they look and lead."""

    raw: str
    face: frozenset[str]
    link: str | Wrapper = ""
    """The address of a new link, or the link of the file that they are in; empty for none."""


Seen = list[tuple[str, frozenset[str], str]]
"""Each sign with how it looks and where it leads."""


def seen(signs: Sequence[Sign]) -> Seen:
    """What readers see of signs; blanks and notes look like nothing."""
    return [(one.shown, one.face & (LOOKS | {CODE}), target(one.link)) for one in signs if _is_seen(one)]


def _is_seen(sign: Sign) -> bool:
    return not sign.is_note and not sign.shown.isspace()


def seen_after(turns: Sequence[Turn]) -> Seen:
    """What readers have to see after these changes."""
    found: list[Sign] = []
    for turn in turns:
        pairs: list[tuple[Sign, Sign]] = []
        if turn.same:
            pairs = list(zip(turn.old, turn.new, strict=True))
            found += [replace(new, face=look(old, new) | (old.face & {CODE})) for old, new in pairs]
        else:
            found += turn.new
    return seen(found)


def target(link: str) -> str:
    """An address as programs write it in one way or another; nothing for a place in the document."""
    if not link.startswith(("http", "mailto:")):
        return ""
    return unquote(fit_address(clean(link))).rstrip("/")


def is_changed(old: Sign, new: Sign) -> bool:
    """Whether a sign that stayed looks or leads differently."""
    return not is_same_look(old, new) or target(old.link) != target(new.link)


def with_looks(piece: Piece, text: str, turns: Sequence[Turn]) -> str:
    """What takes the place of `span_of` in the text of the file. Raises CannotTakeError."""
    raw = _written_as(piece, text)
    _refuse_broken(piece, turns)
    runs: list[_Run] = []
    for turn in turns:
        if turn.same:
            runs += [_kept(piece, raw, text, *pair) for pair in zip(turn.old, turn.new, strict=True)]
        else:
            runs += _new(piece, turn.new)
    joined = _with_blanks(runs)
    made = _marked(joined, _order(joined), text)
    if turns[0].same:
        return made
    return escaped_start(made)


def _written_as(piece: Piece, text: str) -> dict[int, str]:
    """By where a sign begins: the characters of the file that make it, with what is hidden behind it.

    Raises CannotTakeError if characters would be lost, such as those of a comment.
    """
    start, end = span_of(piece)
    marks: set[int] = set()
    edges = {end, *(sign.start for sign in piece.compared)}
    for one in piece.wrappers:
        marks |= {*range(*one.opening), *range(*one.closing)}
        edges |= {one.opening[0], one.closing[0]}
    shown: set[int] = set()
    for sign in piece.signs:
        shown |= set(range(sign.start, sign.end))
    found: dict[int, str] = {}
    for sign in piece.compared:
        until = min(edge for edge in edges if edge >= sign.end)
        if not sign.shown.isspace() and not shown.issuperset(range(sign.end, until)):
            raise CannotTakeError(_INVOLVED)
        found.setdefault(sign.start, text[sign.start : until])
        marks |= set(range(sign.start, until))
    if any(not text[place].isspace() for place in range(start, end) if place not in marks):
        raise CannotTakeError(_INVOLVED)
    return found


def _kept(piece: Piece, raw: dict[int, str], text: str, old: Sign, new: Sign) -> _Run:
    """A sign that stays. What several signs are made of together comes with the first of these."""
    link: str | Wrapper = ""
    around = _link_around(piece, old)
    if around and target(old.link) == target(new.link):
        link = around
    elif target(old.link) != target(new.link):
        link = _address(new)
    code = _around(piece, old, lambda one: one.face == CODE)
    characters = raw.pop(old.start, "")
    if code and characters and old.start == code.opening[1]:
        inside = _rest(piece, code, raw, characters)
        characters = f"{text[slice(*code.opening)]}{inside}{text[slice(*code.closing)]}"
    return _Run(characters, look(old, new), link)


def _rest(piece: Piece, code: Wrapper, raw: dict[int, str], first: str) -> str:
    """All that is within the marks of code."""
    parts = [first]
    for sign in piece.compared:
        if code.opening[1] <= sign.start < code.closing[0]:
            parts.append(raw.pop(sign.start, ""))
    return "".join(parts)


def _around(piece: Piece, sign: Sign, fits: Callable[[Wrapper], bool]) -> Wrapper | None:
    """What sets a sign apart."""
    for one in piece.wrappers:
        if fits(one) and one.opening[1] <= sign.start and sign.end <= one.closing[0]:
            return one
    return None


def _link_around(piece: Piece, sign: Sign) -> Wrapper | None:
    return _around(piece, sign, lambda one: not one.face)


def _address(sign: Sign) -> str:
    """The address of a link that is new. Raises CannotTakeError for one that no text can have."""
    if sign.link and target(sign.link) and not WEB.match(sign.link):
        raise CannotTakeError(_INVOLVED)
    return sign.link if target(sign.link) else ""


def _new(piece: Piece, signs: Signs) -> Iterator[_Run]:
    """New words, with what they look like and where they lead."""
    for (face, link), group in groupby(signs, lambda one: (one.face & LOOKS, _address(one))):
        yield _Run("".join(written(list(group), piece, is_code=False)), face, link)


def _refuse_broken(piece: Piece, turns: Sequence[Turn]) -> None:
    """Raises CannotTakeError if only a part stays of what is written as a whole, or if it is no text."""
    gone: set[int] = set()
    for turn in turns:
        if not turn.same:
            gone |= {sign.start for sign in turn.old}
    for sign in piece.compared:
        is_whole = sign.fixed or CODE in sign.face
        if sign.fixed and sign.start == sign.end:
            raise CannotTakeError(_INVOLVED)
        if is_whole and sign.start in gone:
            raise CannotTakeError(_INVOLVED)


def _with_blanks(runs: Sequence[_Run]) -> list[_Run]:
    """The runs, in which blanks look and lead as what is on both their sides does."""
    found: list[_Run] = []
    for number, one in enumerate(runs):
        following = next((other for other in runs[number + 1 :] if other.raw.strip()), None)
        if one.raw.isspace() and found and following:
            link = one.link
            if found[-1].link == following.link:
                link = following.link
            one = replace(one, face=found[-1].face & following.face, link=link)
        found.append(one)
    return found


def _order(runs: Sequence[_Run]) -> list[str]:
    """Which marks come around which: those of a look outside a link that has it as a whole."""
    outside: list[str] = []
    inside: list[str] = []
    for face in (STRONG, EMPHASIS, DELETED):
        if _has_whole_links(runs, face):
            outside.append(face)
        else:
            inside.append(face)
    return [*outside, _LINK, *inside]


def _has_whole_links(runs: Sequence[_Run], face: str) -> bool:
    """Whether each link looks like this as a whole, or not at all."""
    for link, group in groupby(runs, lambda run: run.link):
        looks = {face in run.face for run in group}
        if link and len(looks) > 1:
            return False
    return True


def _marked(runs: Sequence[_Run], order: Sequence[str], text: str) -> str:
    if not order:
        return "".join(run.raw for run in runs)
    first, *others = order
    parts = []
    for value, group in groupby(runs, lambda run: run.link if first == _LINK else first in run.face):
        inner = _marked(list(group), others, text)
        if isinstance(value, Wrapper):
            inner = f"{text[slice(*value.opening)]}{inner}{text[slice(*value.closing)]}"
        elif isinstance(value, str) and value:
            inner = _linked(inner, value)
        elif value:
            inner = marked(MARKS[first], inner)
        parts.append(inner)
    return "".join(parts)


def _linked(words: str, address: str) -> str:
    """A link, with blanks at its ends outside it."""
    inside = words.strip()
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{before}[{inside}]({web_address(address)}){after}"


def with_marks(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """The changes as a person is shown them: words that look or lead differently between their marks."""
    found: list[Turn] = []
    for turn in turns:
        if turn.same:
            found += _shown(turn)
        else:
            found.append(turn)
    return tuple(found)


def _shown(turn: Turn) -> Iterator[Turn]:
    pairs = list(zip(turn.old, turn.new, strict=True))
    flags = [is_changed(*pair) and _is_seen(pair[1]) for pair in pairs]
    for number, (_, new) in enumerate(pairs):
        if new.shown.isspace() and 0 < number < len(pairs) - 1:
            flags[number] = flags[number - 1] and flags[number + 1]
    places = range(len(pairs))
    for is_other, group in groupby(places, lambda place: flags[place] and _way(pairs[place])):
        chosen = list(group)
        part = slice(chosen[0], chosen[-1] + 1)
        before, after = turn.old[part], turn.new[part]
        if is_other:
            yield Turn(plain(_typed(before)), plain(_typed(after)))
        else:
            yield Turn(before, after)


def _way(pair: tuple[Sign, Sign]) -> tuple[object, ...]:
    """From what look and address a sign went to what other."""
    old, new = pair
    return old.face & LOOKS, target(old.link), look(old, new), target(new.link)


def _typed(signs: Sequence[Sign]) -> str:
    """Words with the marks that say how they look and lead."""
    text = text_of(signs)
    for face in (STRONG, EMPHASIS, DELETED):
        if face in signs[0].face:
            text = marked(MARKS[face], text)
    if target(signs[0].link):
        text = f"[{text}]({signs[0].link})"
    return re.sub(r"\n", " ", text)
