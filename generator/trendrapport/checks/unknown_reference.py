"""A name that leads to nothing, such as `unknown-source`, `unknown-trend` or `unknown-person`.

Entries refer by name to each other, to charts, and to the taxonomies in `site_config.yml`. A name that does
not exist would leave an empty space or lose a link.

    related:
      - trend: digitale-veiligheid     # unknown-trend: did you mean "digitale-veiligheid"?

Write the name of something that exists, or add it. Use its key or the name of its file, not the title that
readers see. The same applies to citations (`[@key]`) and to names of blocks (```` ```figure name ````):
`unknown-block` and `block-without-name`.

If two or more names refer to a kind of which there is nothing at all, such as sources without
`content/sources.yml`, there is one message (`none-of-kind`) instead of one per name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from trendrapport.diagnostics import (
    Diagnostic,
    Location,
    Text,
    choose_from,
    did_you_mean,
    every_filled,
    finding,
    mended_by,
    shortened,
)
from trendrapport.diagnostics.changes import Edit
from trendrapport.diagnostics.slips import surely_meant
from trendrapport.model import entries
from trendrapport.model.base import Model
from trendrapport.model.entries.sources import Source
from trendrapport.model.references import Reference
from trendrapport.model.vocabulary import singular
from trendrapport.prose.html import BLOCKS, FIGURE
from trendrapport.prose.outline import Mark
from trendrapport.report.report import Entry, Report
from trendrapport.runtime.plugins import modules

_FOLDERS = {"charts": "charts/", "tables": "charts/data/"}
"""Where what is no entry lies."""
_WHAT = Text(nl='{sort_nl} "{name}" bestaat niet', en='{sort_en} "{name}" does not exist')
_WHY = Text(
    nl="lezers zouden hier niets vinden, of een link die nergens heen leidt",
    en="readers would find nothing here, or a dead link",
)
_ADD = Text(
    nl="Voeg die naam toe in {where}, of verwijder de verwijzing.",
    en="Add that name to {where}, or remove the reference.",
)
_OR_ADD = Text(
    nl="Voeg anders die naam toe in {where}, of verwijder de verwijzing.",
    en="Otherwise, add that name to {where}, or remove the reference.",
)
_KEY = Text(
    nl="Schrijf hier een sleutel uit {where}; het adres staat daar.",
    en="Write a key from {where} here; the address is given there.",
)
_NAMELESS = (
    Text(nl='achter "{word}" ontbreekt de naam', en='the name after "{word}" is missing'),
    _WHY,
    Text(
        nl="Schrijf ```{word}, een spatie en een naam uit {where}.",
        en="Write ```{word}, a space and a name from {where}.",
    ),
)
_BLOCK = Text(nl='het blok "{word}" bestaat niet', en='the block "{word}" does not exist')
_WHY_BLOCK = Text(nl="lezers zouden het als programmacode zien", en="readers would see it as program code")
_SETTINGS = Text(nl="Of voeg die naam toe in site_config.yml.", en="Or add that name to site_config.yml.")
_NONE = (
    Text(
        nl=(
            '{sort_nl} "{name}" bestaat niet, en andere zijn er ook niet: {count} verwijzingen '
            "leiden nergens heen"
        ),
        en='{sort_en} "{name}" does not exist, nor does any other: {count} references lead nowhere',
    ),
    _WHY,
    Text(
        nl='Zet {where} terug, of maak er een met: trendrapport new {kind} "Titel"',
        en='Restore {where}, or create one with: trendrapport new {kind} "Title"',
    ),
)
_TITLES = ("title", "name", "term", "label")
"""The fields by which readers know an entry."""
_CALLED = {
    "figure": Text(nl="grafiek", en="chart"),
    "key-figure": Text(nl="kerncijfer", en="key figure"),
    "quote": Text(nl="citaat", en="quotation"),
    "actions": Text(nl="acties", en="actions"),
    "video": Text(nl="video", en="video"),
}
"""What an editor may call a block."""
_NAMED = {"figure": "charts", "key-figure": "key_figures", "quote": "people", "actions": "roles"}


@dataclass(frozen=True)
class _Lost:
    """A name that leads to nothing."""

    at: Location
    kind: str
    name: str
    names: Collection[str]
    """Those that there are."""
    where: str
    rename: Callable[[str], tuple[Edit, ...]]
    """What writes another name there."""

    def finding(self, report: Report) -> Diagnostic:
        """The finding, with the nearest name, or all of a list that is closed."""
        sort, labels = singular(self.kind), _labels(report, self.kind, self.name)
        if report.config.taxonomies.terms(self.kind) is not None:
            fix = choose_from(self.name, self.names, labels) + _SETTINGS
        else:
            fix = did_you_mean(self.name, self.names, Text("", ""), shown=labels)
            other = _OR_ADD if fix.nl else _ADD
            if "://" in self.name:
                other = _KEY
            fix += other.filled(where=self.where)
        what = _WHAT.filled(sort_nl=sort.nl, sort_en=sort.en, name=shortened(self.name))
        found = Diagnostic(self.at, f"unknown-{sort.en.replace(' ', '-')}", what, _WHY, fix)
        meant = surely_meant(self.name, self.names, labels)
        return mended_by(found, *self.rename(meant)) if meant else found


def check(report: Report) -> Iterator[Diagnostic]:
    """Every name in fields, citations and blocks that leads to nothing."""
    by_place: dict[tuple[str, str], list[_Lost]] = defaultdict(list)
    for lost in (*_in_fields(report), *_in_texts(report)):
        by_place[lost.kind, lost.where].append(lost)
    for together in by_place.values():
        if len(together) > 1 and not together[0].names:
            yield _none(together)
        else:
            yield from (lost.finding(report) for lost in together)
    for entry in report.texts:
        yield from _unknown_blocks(entry)


def _in_fields(report: Report) -> Iterator[_Lost]:
    for entry, reference in report.references():
        names = report.known(reference.to, entry.edition if reference.own_edition else None)
        if reference.name not in names:
            at = entry.locate(*reference.path, key=reference.is_key)
            rename = partial(_in_field, entry, reference)
            yield _Lost(at, reference.to, reference.name, names, _where(reference.to, entry), rename)


def _in_field(entry: Entry[Any], reference: Reference, name: str) -> tuple[Edit, ...]:
    """What writes another name in a field, if that is in the entry's own file."""
    path = (*entry.at, *reference.path)
    if path not in entry.source.positions:
        return ()
    return entry.source.renamed(path, name, key=reference.is_key)


def _in_texts(report: Report) -> Iterator[_Lost]:
    for entry in report.texts:
        for kind, name, mark in _named(entry):
            names = report.known(kind, entry.edition if kind == "key_figures" else None)
            if name not in names:
                at = entry.in_text(mark)
                rename = partial(entry.source.in_line, at, name)
                yield _Lost(at, kind, name, names, _where(kind, entry), rename)


def _named(entry: Entry[Any]) -> Iterator[tuple[str, str, Mark]]:
    """The kind, name and place of all that a text names."""
    for citation in entry.outline.citations:
        kind = "charts" if citation.key.startswith(FIGURE) else "sources"
        yield kind, citation.key.removeprefix(FIGURE), citation.at
    for block in entry.outline.blocks:
        if block.word in _NAMED and block.name:
            yield _NAMED[block.word], block.name, block.at


def _unknown_blocks(entry: Entry[Any]) -> Iterator[Diagnostic]:
    for block in entry.outline.blocks:
        if block.word not in BLOCKS:
            what = _BLOCK.filled(word=shortened(block.word))
            texts = (what, _WHY_BLOCK, choose_from(block.word, BLOCKS, _CALLED))
            found = finding(entry.in_text(block.at), "unknown-block", texts)
            meant = surely_meant(block.word, BLOCKS)
            line = Location(entry.source.path, block.at.line)
            yield mended_by(found, *(entry.source.in_line(line, block.word, meant) if meant else ()))
        elif block.word in _NAMED and not block.name:
            texts = every_filled(_NAMELESS, word=block.word, where=_where(_NAMED[block.word], entry))
            yield finding(entry.in_text(block.at), "block-without-name", texts)


def _none(together: list[_Lost]) -> Diagnostic:
    """One finding for all names of a kind of which there is nothing, at the file that should hold it if there
    is one.
    """
    first = min(together, key=lambda lost: lost.at)
    is_file = first.where.startswith("content/") and first.where.endswith(".yml")
    at = Location(first.where) if is_file else first.at
    sort = singular(first.kind)
    texts = every_filled(
        _NONE,
        sort_nl=sort.nl,
        sort_en=sort.en,
        name=shortened(first.name),
        count=len(together),
        where=first.where,
        kind=sort.en.replace(" ", "-"),
    )
    return finding(at, "none-of-kind", texts)


def _where(kind: str, entry: Entry[Any]) -> str:
    """The file or folder in which a name of this kind is given."""
    if kind not in modules(entries):
        return _FOLDERS.get(kind, "site_config.yml")
    place: str = modules(entries)[kind].PLACE
    folder, _, _ = place.partition("{slug}")
    return "content/" + folder.format(edition=entry.edition or "...")


def _labels(report: Report, kind: str, name: str) -> dict[str, str]:
    """What readers see of the names of a kind, by name."""
    words = report.config.taxonomies.terms(kind)
    if words is not None:
        return {name: word.label for name, word in words.items()}
    found = {entry.slug: entry.data for entry in report.entries if entry.kind == kind}
    if kind == "sources" and name.startswith(("http:", "https:")):
        return {slug: data.URL for slug, data in found.items() if isinstance(data, Source) and data.URL}
    titles = {slug: _title(data) for slug, data in found.items()}
    return {slug: title for slug, title in titles.items() if title}


def _title(data: Model) -> str:
    """The words by which readers know an entry."""
    return next((getattr(data, name) for name in _TITLES if hasattr(data, name)), "")
