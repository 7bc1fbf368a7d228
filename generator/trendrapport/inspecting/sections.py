"""What a reader would notice, in sections with headings in both languages: each form writes these down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trendrapport.diagnostics import Text
from trendrapport.inspecting.noticed import CellChange, ChangedFigure, Noticed, OtherFiles, PageName, Worded

TITLE = Text(nl="Wat lezers merken", en="What readers notice")
NOTHING = Text(nl="Lezers merken niets.", en="Readers notice nothing.")
BEFORE = Text(nl="Eerst", en="Before")
AFTER = Text(nl="Nu", en="Now")
ROW = Text(nl="Rij", en="Row")
COLUMN = Text(nl="Kolom", en="Column")

_CAME = Text(nl="Nieuwe pagina's", en="New pages")
_GONE = Text(
    nl="Verdwenen pagina's: een link ernaartoe geeft een foutpagina",
    en="Pages that are gone: a link to them gives an error page",
)
_MOVED = Text(nl="Verhuisde pagina's: het oude adres leidt door", en="Moved pages: the old address redirects")
_PAGES = Text(nl="Veranderde pagina's", en="Changed pages")
_EVERYWHERE = Text(nl="Hetzelfde op meer pagina's", en="The same on several pages")
_FIGURES = Text(nl="Veranderde figuren", en="Changed figures")
_OTHERS = Text(nl="Andere bestanden", en="Other files")
_TO = Text(nl="nu {to}", en="now {to}")
_ON = Text(nl="op {count} pagina's", en="on {count} pages")
_DRAWN = Text(nl="anders getekend", en="drawn differently")
_NUMBERS = (
    Text(nl="{count} nieuw", en="{count} new"),
    Text(nl="{count} veranderd", en="{count} changed"),
    Text(nl="{count} weg", en="{count} gone"),
)
_EMPTY = Text("", "")


@dataclass(frozen=True)
class Item:
    """One thing that differs: its name and path, a remark, and what differs in it."""

    name: str
    path: str = ""
    remark: Text = _EMPTY
    words: tuple[Worded, ...] = ()
    cells: tuple[CellChange, ...] = ()
    drawings: tuple[bytes, bytes] | None = None
    lost: tuple[str, ...] = ()
    """The paths of files that are gone."""


@dataclass(frozen=True)
class Section:
    """Things that differ in the same way."""

    heading: Text
    items: tuple[Item, ...]


def sections(noticed: Noticed) -> list[Section]:
    """Each section in which there is something."""
    every = [
        Section(_CAME, tuple(map(_of_page, noticed.came))),
        Section(_GONE, tuple(map(_of_page, noticed.gone))),
        Section(
            _MOVED, tuple(Item(one.page.title, one.page.path, _TO.filled(to=one.to)) for one in noticed.moved)
        ),
        Section(_PAGES, tuple(Item(one.page.title, one.page.path, words=one.words) for one in noticed.pages)),
        Section(_EVERYWHERE, tuple(_on_several(noticed))),
        Section(_FIGURES, tuple(map(_of_figure, noticed.figures))),
        Section(_OTHERS, tuple(map(_of_others, noticed.others))),
    ]
    return [section for section in every if section.items]


def _of_page(page: PageName) -> Item:
    return Item(page.title, page.path)


def _on_several(noticed: Noticed) -> Iterator[Item]:
    for one in noticed.everywhere:
        name = ", ".join(dict.fromkeys(page.title for page in one.pages[:3]))
        more = "" if len(one.pages) <= 3 else ", …"
        yield Item(name + more, remark=_ON.filled(count=len(one.pages)), words=(one.words,))


def _of_figure(figure: ChangedFigure) -> Item:
    only_drawn = not figure.cells and not figure.words
    return Item(
        figure.page.title,
        figure.page.path,
        _DRAWN if only_drawn else _EMPTY,
        figure.words,
        figure.cells,
        figure.drawings,
    )


def _of_others(files: OtherFiles) -> Item:
    counts = zip(_NUMBERS, (files.came, files.changed, len(files.gone)), strict=True)
    told = [text.filled(count=count) for text, count in counts if count]
    remark = Text(nl=", ".join(one.nl for one in told), en=", ".join(one.en for one in told))
    return Item(files.type, remark=remark, lost=files.gone)
