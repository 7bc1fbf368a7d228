"""Prints what a document that came back would change, word by word, what it cannot, and its comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import Language, Text, with_commas
from trendrapport.diagnostics.visible import visible

if TYPE_CHECKING:
    from trendrapport.reviewing.compared import Compared, Spot
    from trendrapport.reviewing.wording import Part, Turn

_CHANGES = Text(nl="Wijzigingen: {count}", en="Changes: {count}")
_LEFT = Text(nl="Niet over te nemen: {count}", en="Cannot be taken over: {count}")
_COMMENTS = Text(nl="Opmerkingen: {count}", en="Comments: {count}")
_TRACKED = Text(
    nl="Bijgehouden wijzigingen, gelezen alsof u ze accepteert: {who}.",
    en="Tracked changes, read as if you accept them: {who}.",
)
_NOTHING = Text(nl="Het document zegt hetzelfde als de tekst.", en="The document says the same as the text.")
_OTHER = Text(
    nl="Let op: dit document is gemaakt van {stamped}, niet van {path}.",
    en="Note: this document was made of {stamped}, not of {path}.",
)
_OLDER = Text(
    nl="Let op: de tekst is veranderd nadat dit document werd gemaakt; ook die verschillen staan hieronder.",
    en="Note: the text changed after this document was made; those differences are shown below too.",
)
_UNSTAMPED = Text(
    nl="Let op: de laatste regel, die zegt van welke tekst dit document is, ontbreekt.",
    en="Note: the last line, which says of which text this document is, is missing.",
)
_SOMEBODY = Text(nl="iemand", en="somebody")
_ABOUT = Text(nl="bij \u201c{words}\u201d", en="at \u201c{words}\u201d")
_LONGEST = 80


def lines(found: Compared, path: str, language: Language) -> Iterator[str]:
    """All that an editor has to know, a line or paragraph at a time."""
    yield from _of_document(found, path, language)
    if found.says_nothing:
        yield _NOTHING.of(language)
    yield from _changes(found, language)
    yield from _left(found, language)
    yield from _comments(found, language)


def _of_document(found: Compared, path: str, language: Language) -> Iterator[str]:
    if not found.stamped:
        yield _yellow(_UNSTAMPED, language)
    elif found.stamped != path:
        yield _yellow(_OTHER.filled(stamped=found.stamped, path=path), language)
    elif found.is_older:
        yield _yellow(_OLDER, language)
    if found.tracked:
        yield visible(_TRACKED.filled(who=_who(found.tracked, language)).of(language))


def _changes(found: Compared, language: Language) -> Iterator[str]:
    if found.changes:
        yield _head(_CHANGES, len(found.changes), language)
    for change in sorted(found.changes, key=lambda one: (one.spot.path, one.spot.line)):
        yield f"{_spot(change.spot, language)}\n  {worded(change.turns)}"


def _left(found: Compared, language: Language) -> Iterator[str]:
    if found.left:
        yield _head(_LEFT, len(found.left), language)
    for left in found.left:
        shown = worded(left.turns) if left.turns else ""
        why = click.style(visible(left.why.of(language)), fg="yellow")
        yield "\n  ".join(filter(None, (_spot(left.spot, language), shown, why)))


def _comments(found: Compared, language: Language) -> Iterator[str]:
    if found.comments:
        yield _head(_COMMENTS, len(found.comments), language)
    for said in found.comments:
        yield f"{_spot(said.spot, language)}\n  {_comment(said.comment, language)}"


def _yellow(text: Text, language: Language) -> str:
    return click.style(visible(text.of(language)), fg="yellow", bold=True)


def _head(text: Text, count: int, language: Language) -> str:
    return "\n" + click.style(text.filled(count=count).of(language), bold=True, underline=True)


def _who(tracked: Sequence[tuple[str, int]], language: Language) -> str:
    each = []
    for author, count in tracked:
        name = author or _SOMEBODY.of(language)
        each.append(Text(nl=f"{name} ({count})", en=f"{name} ({count})"))
    return with_commas(each).of(language)


def _spot(spot: Spot, language: Language) -> str:
    place = click.style(f"{visible(spot.path)}:{spot.line}", bold=True)
    return f"{place} {visible(_short(spot.place.of(language)))}"


def _comment(comment: object, language: Language) -> str:
    author = getattr(comment, "author", "") or _SOMEBODY.of(language)
    day, about = getattr(comment, "day", ""), getattr(comment, "about", "")
    who = ", ".join(filter(None, (author, day)))
    if about:
        who = f"{who}, {_ABOUT.filled(words=_short(about)).of(language)}"
    return f"{click.style(visible(who), fg='cyan')}: {visible(getattr(comment, 'text', ''))}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def worded(turns: Sequence[Turn]) -> str:
    """A paragraph with what goes as [-words-] and what comes as {+words+}; of what stays, what is near."""
    from trendrapport.reviewing.wording import parts

    return marked(parts(turns))


def marked(parts: Sequence[Part]) -> str:
    """The same of its parts."""
    shown = []
    for part in parts:
        old, new = _shown(part.old), _shown(part.new)
        if part.same:
            shown.append(old)
            continue
        if old:
            shown.append(click.style(f"[-{old}-]", fg="red"))
        if new:
            shown.append(click.style(f"{{+{new}+}}", fg="green"))
    return "".join(shown)


def _shown(text: str) -> str:
    return visible(text.replace("\n", " ↵ "))
