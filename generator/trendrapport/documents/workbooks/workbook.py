"""The sheets of a workbook: how they look, and the bytes of the whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any

from trendrapport.charts.plan import NUMBERS
from trendrapport.charts.tables.table import Table
from trendrapport.documents.workbooks.about import About, Line
from trendrapport.documents.workbooks.cells import LONGEST, text, writer
from trendrapport.language.labels import Labels
from trendrapport.model.charts import TableField

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

NAMES, TEXTS = 24, 96
"""The widths of the two columns of the first sheet (characters)."""
WIDTHS = (10, 60)
"""The least and the greatest width of a column of data (characters)."""
MOMENT = 20
"""The least width of a column with days or months, the longest of which is 24 september 2024."""
LINE = 15
"""The height of a line (points); not every program makes a row as high as its text."""
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""Text stays text, whatever it looks like."""


@dataclass(frozen=True)
class Content:
    """All that a workbook shows."""

    about: About
    table: Table
    labels: Labels
    author: str
    day: int
    """When it is said to be made (seconds since 1970, UTC)."""
    colour: str
    """That of headings."""


def made(content: Content) -> bytes:
    """The workbook, as a file."""
    from xlsxwriter import Workbook

    file = BytesIO()
    book = Workbook(file, {"in_memory": True, **_PLAIN})
    book.set_properties(
        {
            "title": content.about.title,
            "author": content.author,
            "created": datetime.fromtimestamp(content.day, UTC).replace(tzinfo=None),
        }
    )
    _Writing(book, content).write()
    book.close()
    return file.getvalue()


@dataclass(frozen=True)
class _Writing:
    """The writing of one workbook."""

    book: Workbook
    content: Content

    def write(self) -> None:
        """Both sheets: first what it is, then the data."""
        self._write_about(self.book.add_worksheet(self.content.labels("workbook.about")))
        self._write_data(self.book.add_worksheet(self.content.labels("workbook.data")))

    def _form(self, number: str = "", **properties: Any) -> Format:  # noqa: ANN401
        """The form of a cell; a number is shown by a pattern."""
        top = {"valign": "top", **properties}
        return self.book.add_format({**top, "num_format": number} if number else top)

    def _head(self, **properties: Any) -> Format:  # noqa: ANN401
        return self._form(bold=True, font_color=self.content.colour, **properties)

    def _write_about(self, sheet: Worksheet) -> None:
        about, label = self.content.about, self.content.labels
        sheet.set_column(0, 0, NAMES)
        sheet.set_column(1, 1, TEXTS)
        sheet.hide_gridlines(2)
        sheet.write_string(0, 0, about.title[:LONGEST], self._head(font_size=16))
        bold, wrapped, link = self._form(bold=True), self._form(text_wrap=True), self._link()
        row = 2
        for line in about.lines:
            sheet.write_string(row, 0, line.name, bold)
            _write_line(sheet, row, line, wrapped, link)
            sheet.set_row(row, LINE * _lines(line.text, TEXTS))
            row += 1
        sheet.write_string(row + 1, 0, label("workbook.columns"), self._head())
        for place, column in enumerate(about.columns, row + 2):
            sheet.write_string(place, 0, column.title[:LONGEST], bold)
            explanation = "; ".join(filter(None, [column.sort, column.unit, column.explanation]))
            sheet.write_string(place, 1, explanation[:LONGEST], wrapped)
            sheet.set_row(place, LINE * _lines(explanation, TEXTS))
        _as_page(sheet, landscape=False)

    def _link(self) -> Format:
        return self._form(text_wrap=True, underline=1, font_color=self.content.colour)

    def _write_data(self, sheet: Worksheet) -> None:
        table = self.content.table
        lines = [self._write_column(sheet, place, field) for place, field in enumerate(table.fields)]
        sheet.set_row(0, LINE * max(lines))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(table.rows), len(table.fields) - 1)
        sheet.repeat_rows(0)
        _as_page(sheet, landscape=len(table.fields) > _UPRIGHT)

    def _write_column(self, sheet: Worksheet, place: int, field: TableField) -> int:
        """Writes a column; how many lines its heading takes."""
        values, language = self.content.table.column(field.name), self.content.labels.language
        title = f"{field.title} ({field.unit})" if field.unit else field.title
        side = {"align": "right"} if field.type in NUMBERS else {"align": "left", "indent": 1}
        sheet.write_string(0, place, title, self._head(bottom=1, text_wrap=True, **side))
        write = writer(sheet, field, values, language, self._form)
        for row, value in enumerate(values, 1):
            write(row, place, value)
        shown = [text(value, field, language) for value in values if value is not None]
        width = _width([title[: WIDTHS[1] // 2], *shown])
        if field.type in {"date", "yearmonth"}:
            width = max(width, MOMENT)
        sheet.set_column(place, place, width)
        return _lines(title, width)


_UPRIGHT = 5
"""The most columns that are printed on a page that stands upright."""


def _write_line(sheet: Worksheet, row: int, line: Line, form: Format, link: Format) -> None:
    shown = line.text[:LONGEST]
    leads = line.address.startswith(("https://", "http://"))
    # A program refuses addresses that are too long or too many; the text is then without a link.
    if not leads or sheet.write_url(row, 1, line.address, link, shown) != 0:
        sheet.write_string(row, 1, shown, form)


def _lines(shown: str, width: int) -> int:
    """How many lines a text takes in a column; most letters of a text are narrower than a digit, which is
    what widths count.
    """
    return max(1, ceil(len(shown) / width))


def _width(texts: list[str]) -> int:
    """How wide a column of these texts is; some room is for the button that filters."""
    longest = max(map(len, texts), default=0) + 3
    return min(max(longest, WIDTHS[0]), WIDTHS[1])


def _as_page(sheet: Worksheet, *, landscape: bool) -> None:
    """Paper of A4, all columns side by side."""
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    if landscape:
        sheet.set_landscape()
