"""What a reader would notice as findings, for programs that show those beside the files of a change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trendrapport.diagnostics import Diagnostic, Location, Text, Texts, advice, shortened, warning
from trendrapport.inspecting.noticed import CellChange, ChangedFigure, Noticed, PageName, Worded
from trendrapport.reviewing.wording import Part

_NOTICED = Text(nl="lezers merken dit", en="readers notice this")
_LOOK = Text(nl="Kijk of dit zo is bedoeld.", en="See whether this is meant.")
_NEW: Texts = (Text(nl='nieuwe pagina "{title}"', en='new page "{title}"'), _NOTICED, _LOOK)
_LOST: Texts = (
    Text(nl='de pagina "{title}" ({path}) is er niet meer', en='the page "{title}" ({path}) is gone'),
    Text(nl="links ernaartoe komen op een foutpagina uit", en="links to it end on an error page"),
    Text(
        nl="Zet de pagina terug, of laat het oude adres doorleiden met formerly.",
        en="Put the page back, or have the old address lead on with formerly.",
    ),
)
_MOVED: Texts = (
    Text(nl='de pagina "{title}" heet nu {to}', en='the page "{title}" is now {to}'),
    Text(nl="het oude adres leidt door", en="the old address leads on"),
    _LOOK,
)
_CHANGED: Texts = (Text(nl='"{title}": {words}', en='"{title}": {words}'), _NOTICED, _LOOK)
_VALUE = Text(nl="{row}, {column}: {before} is nu {after}", en="{row}, {column}: {before} is now {after}")
_DRAWING = Text(nl="anders getekend", en="drawn differently")
_ADDED = Text(nl="erbij: \u201c{after}\u201d", en="added: \u201c{after}\u201d")
_REMOVED = Text(nl="weg: \u201c{before}\u201d", en="removed: \u201c{before}\u201d")
NOTHING = Text(nl="-", en="-")
"""Stands for a value that is not there."""
_LONGEST = 160


def findings(noticed: Noticed) -> Iterator[Diagnostic]:
    """A finding each, at the file that editors wrote where that is known: a warning for an address that no
    longer exists, advice for all else.
    """
    for page in noticed.came:
        yield advice(_at(page), "new-page", _filled(_NEW, title=page.title))
    for page in noticed.gone:
        yield warning(_at(page), "lost-page", _filled(_LOST, title=page.title, path=page.path))
    for moved in noticed.moved:
        yield advice(_at(moved.page), "moved-page", _filled(_MOVED, title=moved.page.title, to=moved.to))
    for changed in noticed.pages:
        told = [worded(words) for words in changed.words]
        yield _changed(changed.page, changed.sources, told, "changed-page")
    for shared in noticed.everywhere:
        yield _changed(shared.pages[0], (), [worded(shared.words)], "changed-page")
    yield from map(_of_figure, noticed.figures)


def _of_figure(figure: ChangedFigure) -> Diagnostic:
    told = [_value(cell) for cell in figure.cells] + [worded(words) for words in figure.words]
    return _changed(figure.page, figure.sources, told or [_DRAWING], "changed-figure")


def _value(cell: CellChange) -> Text:
    before, after = cell.before or NOTHING, cell.after or NOTHING
    return _VALUE.filled(row=cell.row, column=cell.column, before=before, after=after)


def worded(words: Worded) -> Text:
    """A paragraph that differs, with what went and what came."""
    before, after = shortened(words.before, _LONGEST), shortened(words.after, _LONGEST)
    if not before:
        return _ADDED.filled(after=after)
    if not after:
        return _REMOVED.filled(before=before)
    shown = "".join(map(_marked, words.parts))
    return Text(shown, shown)


def _marked(part: Part) -> str:
    """A part with [-what went-] and {+what came+}."""
    if part.same:
        return part.old
    gone = f"[-{part.old}-]" if part.old else ""
    came = f"{{+{part.new}+}}" if part.new else ""
    return gone + came


def _changed(page: PageName, sources: Sequence[str], told: Sequence[Text], code: str) -> Diagnostic:
    words = Text(nl="; ".join(one.nl for one in told), en="; ".join(one.en for one in told))
    return advice(_at(page, sources), code, _filled(_CHANGED, title=page.title, words=words))


def _filled(texts: Texts, **values: object) -> Texts:
    what, why, fix = texts
    return what.filled(**values), why, fix


def _at(page: PageName, sources: Sequence[str] = ()) -> Location:
    """The file that was written for a page; the page itself where that is not known."""
    stem = page.path.removesuffix(".html").rpartition("/")[2]
    own = [path for path in sources if path.rpartition("/")[2].partition(".")[0] == stem]
    return Location((own or [page.path])[0], 1, 1)
