"""The consolidated table as a workbook: what a meeting gets, and what `read_xlsx` reads back unchanged.

In the table everything is written as text: a spreadsheet runs nothing of it and makes no date of 1-3.
Figures stand as numbers on a second sheet, one a row, for pivot tables. openpyxl writes row by row; styles
are made once and shared, as giving each cell its own fonts and borders takes longer than all the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import ceil
from pathlib import Path
from typing import Any

from db.errors import RequestError
from db.tables.report_columns import (
    ReportColumn,
    groups,
    in_script,
    item_of,
    report_columns,
    title_lines,
)
from db.tables.shape import Table, TableRow
from db.tables.xlsx_styles import Styles
from db.tables.xlsx_text import escaped, lines

_LONGEST = 32_767
"""Characters a cell can hold; openpyxl would cut off the rest without a word."""
_TEXT_FORMAT_LIMIT = 255
"""Longer texts in text format show as ##### in older spreadsheets."""
_LINE = 14.0
"""Points that a line of the 10-point body takes."""
_PADDING = 8.0
_TALLEST = 400.0
"""A spreadsheet shows no row taller than 409 points; what is taller takes several rows."""
_FLAT = (
    ("任务", 10), ("类别", 14), ("编号", 8), ("目标", 40), ("单位名称", 20), ("报告期", 10), ("指标", 24),
    ("关系", 6), ("指标值", 12), ("计量单位", 10), ("本期值", 12), ("完成比例%", 10),
)  # fmt: skip
"""Columns of the sheet of figures; no word that the header of a target table has for who or how far."""


def write_consolidated(path: Path, table: Table) -> None:
    """Write a table as a workbook for A4 landscape, its figures on a second sheet.

    Category, item and target are merged over the rows they share, leads bear ★, the header is repeated
    on each page, a column for marks is there only if a row has one. Raises RequestError `text_too_long`
    (task, column, limit), and OSError.
    """
    from openpyxl import Workbook

    columns = report_columns(table)
    _check_lengths(table, columns)
    book = Workbook(write_only=True)
    book.properties.creator = "Shishi"
    _TableSheet(book, table, columns).write()
    if table.figures:
        _write_figures(book, table)
    book.save(path)


def _check_lengths(table: Table, columns: tuple[ReportColumn, ...]) -> None:
    for column in columns:
        if max((len(column.text(row)) for row in table.rows), default=0) * 7 <= _LONGEST:
            continue  # even if every character had to be escaped
        for name, row in table.named_rows():
            if len(escaped(column.text(row))) > _LONGEST:
                raise RequestError("text_too_long", task=name, column=column.header, limit=_LONGEST)


@dataclass(frozen=True, slots=True)
class _Run:
    """A cell of the table with the rows of the sheet it takes: `first` up to, not with, `end`."""

    first: int
    end: int
    text: str


class _TableSheet:
    """The sheet with the table."""

    def __init__(self, book: Any, table: Table, columns: tuple[ReportColumn, ...]) -> None:
        self._table = table
        self._columns = columns
        self._sheet = book.create_sheet(in_script(table)("完成情况"))
        self._styles = Styles(self._sheet)
        self._titles = [text for text in title_lines(table) if text]
        self._top = len(self._titles) + 1
        """The row of the header."""

    def write(self) -> None:
        """Write all of it."""
        heights, starts = self._laid_out()
        self._set_up(starts[-1] - 1)
        # A mapping of attributes is all that the writer asks of a row; its own records cost a third more.
        rows = self._sheet.row_dimensions
        for at, height in enumerate(self._head_heights(), 1):
            rows[at] = {"ht": f"{height:.1f}", "customHeight": "1"}
        for line in self._head():
            self._sheet.append(line)
        for (first, end), height in zip(pairwise(starts), heights, strict=True):
            shown = {"ht": f"{height / (end - first):.1f}", "customHeight": "1"}
            for at in range(first, end):
                rows[at] = shown
        for line in self._body(starts):
            self._sheet.append(line)

    def _laid_out(self) -> tuple[list[float], list[int]]:
        """Heights of the rows in points, and in which row of the sheet each begins, the end as the last."""
        heights = _heights(self._table.rows, self._columns)
        starts = [self._top + 1]
        for height in heights:
            starts.append(starts[-1] + ceil(height / _TALLEST))
        return heights, starts

    def _head(self) -> Iterator[list[Any]]:
        for at, text in enumerate(self._titles, 1):
            style = self._styles.title if at == 1 and self._table.title else self._styles.line
            yield [self._styles.cell(escaped(text), style)]
            self._merge(at, at, 1, len(self._columns))
        yield [self._styles.cell(escaped(column.header), self._styles.header) for column in self._columns]

    def _head_heights(self) -> Iterator[float]:
        width = sum(column.width for column in self._columns)
        for at, text in enumerate(self._titles):
            size = 16.0 if at == 0 and self._table.title else 10.0
            yield lines(text, width * 10 / size) * size * 1.6
        yield _LINE * max(lines(one.header, one.width) for one in self._columns) + _PADDING

    def _body(self, starts: list[int]) -> Iterator[list[Any]]:
        empty = [self._styles.cell("", self._styles.body(column.centred)) for column in self._columns]
        runs = [iter(self._runs(column, at, starts)) for at, column in enumerate(self._columns, 1)]
        current = [next(of_column) for of_column in runs] if self._table.rows else []
        for row in range(starts[0], starts[-1]):
            line = []
            for at, run in enumerate(current):
                if run.end <= row:
                    run = current[at] = next(runs[at])
                if run.first == row and run.text:
                    line.append(self._text_cell(run.text, self._columns[at]))
                else:
                    line.append(empty[at])
            yield line

    def _runs(self, column: ReportColumn, place: int, starts: list[int]) -> Iterator[_Run]:
        rows = self._table.rows
        for top, end in groups(rows, column):
            first, after = starts[top], starts[end]
            if after > first + 1:
                self._merge(first, after - 1, place, place)
            yield _Run(first, after, column.text(rows[top]))

    def _text_cell(self, text: str, column: ReportColumn) -> Any:
        plain = len(text) > _TEXT_FORMAT_LIMIT
        return self._styles.cell(
            escaped(text), self._styles.body(column.centred, long=plain, quoted=text[0] in "=+-@")
        )

    def _merge(self, top: int, bottom: int, left: int, right: int) -> None:
        from openpyxl.worksheet.cell_range import CellRange

        if bottom > top or right > left:
            # The public way compares each range with all others.
            self._sheet.merged_cells.ranges.add(
                CellRange(min_row=top, max_row=bottom, min_col=left, max_col=right)
            )

    def _set_up(self, last: int) -> None:
        """A4 landscape, as wide as the page, header on each page, page numbers; header and item frozen."""
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.properties import PageSetupProperties

        sheet = self._sheet
        for place, column in enumerate(self._columns, 1):
            sheet.column_dimensions[get_column_letter(place)].width = column.width + 0.7
        frozen = next(place for place, column in enumerate(self._columns, 1) if column.same is item_of) + 1
        sheet.freeze_panes = f"{get_column_letter(frozen)}{self._top + 1}"
        sheet.print_title_rows = f"{self._top}:{self._top}"
        sheet.print_area = f"A1:{get_column_letter(len(self._columns))}{max(last, self._top)}"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 9  # A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_margins.left = sheet.page_margins.right = 0.4
        sheet.page_margins.top = sheet.page_margins.bottom = 0.6
        sheet.print_options.horizontalCentered = True
        sheet.oddFooter.center.text = "&P / &N"


def _heights(rows: tuple[TableRow, ...], columns: tuple[ReportColumn, ...]) -> list[float]:
    """Points each row needs: spreadsheets fit no height to merged cells, nor to files made elsewhere."""
    heights = [_LINE + _PADDING] * len(rows)
    for column in sorted(columns, key=lambda one: one.same is not None):
        for top, end in groups(rows, column):
            needed = _LINE * lines(column.text(rows[top]), column.width) + _PADDING
            missing = needed - sum(heights[top:end])
            heights[end - 1] += max(0.0, missing)
    return heights


def _write_figures(book: Any, table: Table) -> None:
    """One row a figure, numbers as numbers, a filter on the header: what a pivot table asks for."""
    from openpyxl.utils import get_column_letter

    word = in_script(table)
    sheet = book.create_sheet(word("数据"))
    styles = Styles(sheet)
    for place, (_header, width) in enumerate(_FLAT, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width + 0.7
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_FLAT))}{len(table.figures) + 1}"
    sheet.append([styles.cell(word(header), styles.header) for header, _width in _FLAT])
    for one in table.figures:
        texts = (one.task, one.category, one.number, one.target, "、".join(one.leads), one.period, one.label)
        cells = [_flat(styles, text) for text in (*texts, _SIGNS.get(one.comparator, one.comparator))]
        numbers = (one.amount, one.unit, one.value, one.percent)
        sheet.append([*cells, *(_flat(styles, value) for value in numbers)])


_SIGNS = {">=": "≥", "<=": "≤", "=": "等于"}


def _flat(styles: Styles, value: str | Decimal | None) -> Any:
    """A cell of the flat sheet; nothing for a figure that is not given, which is not zero."""
    if value is None:
        return None
    if isinstance(value, Decimal):
        return styles.number(value)
    return styles.cell(escaped(value), styles.flat(quoted=value[:1] in tuple("=+-@")))
