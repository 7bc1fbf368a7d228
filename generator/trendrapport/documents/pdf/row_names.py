"""A PDF in which the names of rows are headings, as those of columns are; and a smaller one.

Typst 0.15 can mark such a cell only with a feature (`a11y-extras`) that its Python binding cannot switch on.
Templates therefore set the name of a row as an inline quotation, which they use for nothing else
(`row-name` in `typst/base.typ`), and what it becomes in the structure of the PDF is changed here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Object


def with_row_names(raw: bytes) -> bytes:
    """The same PDF with a heading for each row that has a name; the same bytes for the same PDF."""
    import pikepdf

    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        for row in list(_elements(pdf.Root.StructTreeRoot, "/TR")):
            _name(list(_inside(row)))
        packed = pikepdf.ObjectStreamMode.generate
        pdf.save(made, object_stream_mode=packed, deterministic_id=True)
    return made.getvalue()


def _name(cells: list[Object]) -> None:
    """Makes headings of the cells that name their row. Which cells they are headings of follows from where
    they stand (ISO 32000-1, 14.8.4.3.4), unless a cell lists its headings.
    """
    import pikepdf

    names = list(filter(_is_name, cells))
    for cell in cells if names else ():
        attributes: Any = cell.A
        del attributes[0].Headers
    for cell in names:
        cell.S = pikepdf.Name.TH
        cell.A[0].Scope = pikepdf.Name.Row
        for quotation in _elements(cell, "/Quote"):
            quotation.S = pikepdf.Name.Span


def _is_name(cell: Object) -> bool:
    return any(one.S == "/Quote" for one in _inside(cell))


def _elements(top: Object, sort: str) -> Iterator[Object]:
    """The elements of a sort below one, however deep."""
    waiting = list(_inside(top))
    while waiting:
        one = waiting.pop()
        if sort == one.S:
            yield one
        waiting += _inside(one)


def _inside(element: Object) -> Iterator[Object]:
    """The elements directly in one, without the marks of what is on the page."""
    import pikepdf

    kids: Any = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
