"""The consolidated table as a workbook: what a meeting gets, and what `read_xlsx` reads back unchanged.

Everything is written as text: a spreadsheet runs nothing of it and makes no date of 1-3.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

from db.errors import RequestError
from db.tables.headers import MARK, is_traditional
from db.tables.shape import Table, TableRow

_TRADITIONAL = {
    "类别": "類別",
    "编号": "編號",
    "项目名称": "項目名稱",
    "目标": "目標",
    "责任单位(★牵头)及配合单位": "責任單位(★牽頭)及配合單位",
    "完成情况": "完成情況",
    MARK: "審核標記",
    "报告期": "報告期",
}
_LONGEST = 32_767
"""Characters a cell can hold; openpyxl would cut off the rest without a word."""
_TEXT_FORMAT_LIMIT = 255
"""Longer texts in text format show as ##### in older spreadsheets."""
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_FONT = "宋体"
_LINE = 14.0
"""Points that a line of the 10-point body takes."""
_PADDING = 8.0
_TALLEST = 400.0
"""A spreadsheet shows no row taller than 409 points; what is taller takes several rows."""


@dataclass(frozen=True, slots=True)
class _Column:
    header: str
    width: int
    """In characters of half width."""
    text: Callable[[TableRow], str]
    same: Callable[[TableRow], object] | None = None
    """Neighbouring rows for which this is equal share one merged cell."""
    centred: bool = False


def write_consolidated(path: Path, table: Table) -> None:
    """Write a table as a workbook with one sheet, for A4 landscape.

    Category, item and target are merged over the rows they share, leads bear ★, the header is repeated
    on each page, a column for marks is there only if a row has one. Raises RequestError `text_too_long`
    (task, column, limit), and OSError.
    """
    from openpyxl import Workbook

    _check_lengths(table)
    columns = _columns(table)
    book = Workbook()
    book.properties.creator = "Shishi"
    sheet = book.active
    sheet.title = _word("完成情况", table)
    top = _write_head(sheet, table, columns)
    _write_rows(sheet, table.rows, columns, top + 1)
    _set_up_page(sheet, columns, top)
    book.save(path)


def _check_lengths(table: Table) -> None:
    for name, row in table.named_rows():
        cells = [
            ("", row.title),
            ("", row.target),
            *zip(table.periods, row.progress, strict=True),
            *row.extra,
        ]
        for column, text in cells:
            if len(_escaped(text)) > _LONGEST:
                raise RequestError("text_too_long", task=name, column=column, limit=_LONGEST)


def _word(header: str, table: Table) -> str:
    """A header in the script of the table, judged by its targets."""
    traditional = is_traditional("".join(row.target for row in table.rows))
    return _TRADITIONAL.get(header, header) if traditional else header


def _columns(table: Table) -> list[_Column]:
    """What the table has; a column that would be blank all over is left out."""
    number = _Column(_word("编号", table), 8, lambda row: row.number, _item, centred=True)
    category = _Column(
        _word("类别", table), 10, lambda row: row.category, lambda row: row.category, centred=True
    )
    title = _Column(_word("项目名称", table), 18, lambda row: row.title, lambda row: (_item(row), row.title))
    target = _Column(_word("目标", table), 40, lambda row: row.target, _target)
    mark = _Column(_word(MARK, table), 10, lambda row: row.mark, centred=True)
    progress = _word("完成情况", table)
    names = dict.fromkeys(name for row in table.rows for name, _text in row.extra)
    return [
        *([category] if any(row.category for row in table.rows) else []),
        number,
        *([title] if any(row.title for row in table.rows) else []),
        target,
        _Column(_word("责任单位(★牵头)及配合单位", table), 26, _units),
        *(
            _Column(f"{progress}({label})" if label else progress, 60, _progress(at))
            for at, label in enumerate(table.periods)
        ),
        *(_Column(name, 16, _extra(name)) for name in names),
        *([mark] if any(row.mark for row in table.rows) else []),
    ]


def _item(row: TableRow) -> object:
    return row.category, row.number


def _target(row: TableRow) -> object:
    """Equal targets of an item share a cell; a row without units would have nothing of its own beside it."""
    return (_item(row), row.target) if row.leads or row.cooperating else object()


def _units(row: TableRow) -> str:
    leads = "★" + "、".join(row.leads) if row.leads else ""
    return "\n".join(filter(None, (leads, "、".join(row.cooperating))))


def _progress(at: int) -> Callable[[TableRow], str]:
    return lambda row: row.progress[at]


def _extra(name: str) -> Callable[[TableRow], str]:
    return lambda row: dict(row.extra).get(name, "")


def _write_head(sheet: Any, table: Table, columns: list[_Column]) -> int:
    """Title, period and header; the row of the header is given back."""
    from openpyxl.styles import Alignment, Font, PatternFill

    year = f"{table.year}年" if table.year is not None else ""
    periods = "、".join(filter(None, table.periods))
    period = f"{_word('报告期', table)}：{year}{periods}" if year else ""
    lines = [(table.title, Font(name=_FONT, size=16, bold=True)), (period, Font(name=_FONT, size=10))]
    at = 0
    for text, font in lines:
        if text:
            at += 1
            _put(sheet, at, 1, text, font, Alignment(horizontal="center", vertical="center", wrap_text=True))
            width = sum(column.width for column in columns) * 10 / font.size
            sheet.row_dimensions[at].height = _lines(text, width) * font.size * 1.6
            if len(columns) > 1:
                sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=len(columns))
    at += 1
    for place, column in enumerate(columns, 1):
        centred = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell = _put(sheet, at, place, column.header, Font(name=_FONT, size=10, bold=True), centred)
        cell.border = _border()
        cell.fill = PatternFill("solid", fgColor="EDF2F9")
    sheet.row_dimensions[at].height = _LINE * max(_lines(one.header, one.width) for one in columns) + _PADDING
    return at


def _write_rows(sheet: Any, rows: tuple[TableRow, ...], columns: list[_Column], first: int) -> None:
    from openpyxl.styles import Alignment, Font

    font, border = Font(name=_FONT, size=10), _border()
    starts = [first]
    for height in _heights(rows, columns):
        parts = ceil(height / _TALLEST)
        for at in range(starts[-1], starts[-1] + parts):
            sheet.row_dimensions[at].height = round(height / parts, 1)
        starts.append(starts[-1] + parts)
    for place, column in enumerate(columns, 1):
        horizontal = "center" if column.centred else "left"
        alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
        for top, end in _groups(rows, column):
            low, high = starts[top], starts[end] - 1
            _put(sheet, low, place, column.text(rows[top]), font, alignment)
            for at in range(low, high + 1):
                sheet.cell(at, place).border = border
            if high > low:
                sheet.merge_cells(start_row=low, end_row=high, start_column=place, end_column=place)


def _groups(rows: tuple[TableRow, ...], column: _Column) -> list[tuple[int, int]]:
    """(first, end) of the rows that share a cell of a column, top to bottom."""
    if column.same is None:
        return [(at, at + 1) for at in range(len(rows))]
    groups: list[tuple[int, int]] = []
    last: object = None
    for at, row in enumerate(rows):
        key = column.same(row)
        if groups and key == last:
            groups[-1] = (groups[-1][0], at + 1)
        else:
            groups.append((at, at + 1))
        last = key
    return groups


def _heights(rows: tuple[TableRow, ...], columns: list[_Column]) -> list[float]:
    """Points each row needs: spreadsheets fit no height to merged cells, nor to files made elsewhere."""
    heights = [_LINE + _PADDING] * len(rows)
    for column in sorted(columns, key=lambda one: one.same is not None):
        for top, end in _groups(rows, column):
            needed = _LINE * _lines(column.text(rows[top]), column.width) + _PADDING
            missing = needed - sum(heights[top:end])
            heights[end - 1] += max(0.0, missing)
    return heights


def _lines(text: str, width: float) -> int:
    """Lines a text takes in a cell `width` characters of half width wide; Chinese takes two each."""
    return sum(max(1, ceil(_breadth(line) / (width - 1))) for line in text.split("\n"))


def _breadth(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in line)


def _put(sheet: Any, row: int, column: int, text: str, font: Any, alignment: Any) -> Any:
    """A cell that holds nothing but text."""
    cell = sheet.cell(row, column)
    cell.font, cell.alignment = font, alignment
    if text:
        cell.value = _escaped(text)
        cell.data_type = "s"  # openpyxl takes =… for a formula and #REF! for an error
        cell.number_format = "@" if len(text) <= _TEXT_FORMAT_LIMIT else "General"
        cell.quotePrefix = text[0] in "=+-@"  # stays text when somebody edits the cell
    return cell


def _escaped(text: str) -> str:
    """With characters that XML cannot hold as `_x000B_` (ECMA-376, ST_Xstring): nothing is dropped."""
    text = re.sub("_(?=x[0-9A-Fa-f]{4})", "_x005F_", text)
    return _ILLEGAL.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def _border() -> Any:
    from openpyxl.styles import Border, Side

    side = Side(style="thin", color="9AA5B1")
    return Border(left=side, right=side, top=side, bottom=side)


def _set_up_page(sheet: Any, columns: list[_Column], top: int) -> None:
    """A4 landscape, as wide as the page, header row on each page, page numbers; header and item frozen."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for place, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width + 0.7
    frozen = next(place for place, column in enumerate(columns, 1) if column.same is _item) + 1
    sheet.freeze_panes = sheet.cell(top + 1, frozen)
    sheet.print_title_rows = f"{top}:{top}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.print_options.horizontalCentered = True
    sheet.oddFooter.center.text = "&P / &N"
