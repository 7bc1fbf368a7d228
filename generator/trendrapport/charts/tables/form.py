"""What a descriptor says of a table's file, to what parts its text into a heading and rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from trendrapport.files.cells import TIDY, BrokenQuote, Cell, Row, Signs, filled, numbered
from trendrapport.model.charts import DataPackage
from trendrapport.model.dialects import LINE_ENDS, Dialect


@dataclass(frozen=True)
class Form:
    """How a table's file is written."""

    signs: Signs = TIDY
    header: bool = True
    heading: tuple[int, ...] = ()
    """The numbers of the rows that are the heading; empty for the first that holds anything."""
    join: str = " "
    comments: frozenset[int] = frozenset()
    """The numbers of rows that do not count."""
    is_told: bool = False
    """Whether the descriptor has a dialect."""


PLAIN = Form()
"""The form of a table whose descriptor has no dialect."""


def form_of(package: DataPackage) -> Form:
    """The form that a descriptor gives the file of its table."""
    dialect = package.resources[0].dialect
    return _form(dialect) if dialect else PLAIN


@lru_cache(maxsize=256)
def _form(dialect: Dialect) -> Form:
    told_rows = "headerRows" in dialect.model_fields_set
    return Form(
        signs=_signs(dialect),
        header=dialect.header,
        heading=dialect.headerRows if told_rows else (),
        join=dialect.headerJoin,
        comments=frozenset(dialect.commentRows),
        is_told=True,
    )


def _signs(dialect: Dialect) -> Signs:
    end = dialect.lineTerminator
    return Signs(
        delimiter=dialect.delimiter,
        quote=dialect.quoteChar,
        doubled=dialect.doubleQuote,
        escape=dialect.escapeChar or "",
        end="\n" if end in LINE_ENDS else end.replace("\r\n", "\n").replace("\r", "\n"),
        skips_blanks=dialect.skipInitialSpace,
        comment=dialect.commentChar or "",
        null=dialect.nullSequence or "",
    )


def is_row(row: Row) -> bool:
    """Whether a row holds anything, if only a broken quotation mark."""
    return isinstance(row, BrokenQuote) or filled(row)


def counted_rows(text: str, form: Form) -> Iterator[tuple[int, Row]]:
    """Each row of a text that holds anything and is no comment, with its number."""
    for number, row in numbered(text, form.signs):
        if is_row(row) and number not in form.comments:
            yield number, row


@dataclass(frozen=True)
class Parts:
    """A text in a form."""

    heading: Row | None
    """The cells of the heading; None if there is none."""
    body: Iterator[Row]
    """The rows below it."""


def parted(text: str, form: Form) -> Parts:
    """The heading and the rows of a text."""
    every = counted_rows(text, form)
    if not form.header:
        return Parts(None, (row for _, row in every))
    if not form.heading:
        return Parts(next((row for _, row in every), None), (row for _, row in every))
    headings: list[list[Cell]] = []
    last = form.heading[-1]
    for number, row in every:
        if isinstance(row, BrokenQuote):
            return Parts(row, iter(()))
        if number > last:
            return Parts(_joined(headings, form.join), chain([row], (other for _, other in every)))
        if number in form.heading:
            headings.append(row)
    return Parts(_joined(headings, form.join), iter(()))


def _joined(rows: list[list[Cell]], join: str) -> list[Cell] | None:
    """Rows that are the heading together. Of all but the last, a cell without text has that to its left."""
    if not rows:
        return None
    *upper, last = rows
    whole = [_filled_right(row, len(last)) for row in upper]
    found = []
    for index, cell in enumerate(last):
        parts = [row[index] for row in whole] + [cell.text.strip()]
        found.append(cell._replace(text=join.join(filter(None, parts))))
    return found


def _filled_right(row: list[Cell], count: int) -> list[str]:
    """The texts of merged cells, each over all columns that it spans."""
    texts: list[str] = []
    before = ""
    for index in range(count):
        own = row[index].text.strip() if index < len(row) else ""
        before = own or before
        texts.append(before)
    return texts
