"""What an old name means in a report; with the choices if that is not one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from trendrapport.diagnostics import CannotRunError, Text, did_you_mean, shortened
from trendrapport.model import entries
from trendrapport.model.entries import Shape
from trendrapport.model.vocabulary import singular
from trendrapport.report.report import Key, Report
from trendrapport.runtime.plugins import modules

_NOTHING = Text(nl='Niets heet "{name}".', en='Nothing is called "{name}".')
_SEVERAL = Text(
    nl='Meer dan een onderdeel heet "{name}". Kies een van deze: {choices}.',
    en='More than one thing is called "{name}". Choose one of these: {choices}.',
)
_NOT_RENAMED = Text(
    nl='"{name}" heeft een vaste naam: die hoort bij de plaats van het bestand.',
    en='"{name}" has a fixed name, which belongs to the place of its file.',
)
_END = re.compile(r"(?:\.(?:nl|en))?\.(?:md|csv|yml|py|vl\.json)$|\.datapackage\.yml$")
"""How names of files end."""


@dataclass(frozen=True)
class Named:
    """What an editor wrote for something: perhaps its kind and its edition, and its name."""

    kind: str
    edition: str | None
    name: str

    def is_of(self, key: Key) -> bool:
        """Whether it can be the name of this."""
        kind, edition, slug = key
        if self.kind not in {"", kind} or kind == "packages":
            return False
        return slug == self.name and (self.edition is None or edition in {self.edition, None})


def read(written: str, edition: str | None = None) -> Named:
    """A name, a name behind its kind (`chart/houses`), or the path of a file."""
    path = PurePosixPath(written.replace("\\", "/"))
    if path.name == "edition.yml":
        return Named("editions", None, path.parent.name)
    kinds = {"data": "tables"}
    for kind in (*modules(entries), "charts", "tables"):
        kinds |= {kind: kind, _word(kind): kind}
    in_edition = path.parts[:1] == ("content",) and len(path.parts) == len(("content", "2026", "trends", "x"))
    own_edition = path.parts[1] if in_edition else None
    return Named(kinds.get(path.parent.name, ""), edition or own_edition, _END.sub("", path.name))


def meant(report: Report, written: str, edition: str | None) -> tuple[Key, ...]:
    """What has that name: one thing, or the same one in several editions, the oldest first.

    Raises CannotRunError, with the choices, if nothing has it, or things of several kinds do.
    """
    named = read(written, edition)
    found = [key for key in report.names if named.is_of(key)]
    if not found:
        every = {slug for kind, _, slug in report.names if kind != "packages"}
        near = did_you_mean(named.name, every, Text("", ""))
        raise CannotRunError(_NOTHING.filled(name=shortened(written)) + near)
    kinds = sorted({kind for kind, _, _ in found})
    if len(kinds) > 1:
        choices = ", ".join(f"{_word(kind)}/{named.name}" for kind in kinds)
        raise CannotRunError(_SEVERAL.filled(name=shortened(written), choices=choices))
    if _has_a_fixed_name(kinds[0]):
        raise CannotRunError(_NOT_RENAMED.filled(name=shortened(written)))
    return tuple(sorted(found, key=lambda key: key[1] or ""))


def _has_a_fixed_name(kind: str) -> bool:
    """Whether the file of an entry has one possible name, such as `foreword.md`."""
    if kind == "editions" or kind not in modules(entries):
        return False
    module = modules(entries)[kind]
    return module.SHAPE in {Shape.TEXT, Shape.SINGLE} and "{slug}" not in module.PLACE


def _word(kind: str) -> str:
    """What an editor calls one of a kind."""
    return singular(kind).en.replace(" ", "-")
