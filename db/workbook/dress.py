"""How the cells of a fill-in workbook look, and how a value gets into one unharmed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from openpyxl.styles import Border, PatternFill, Side
from openpyxl.worksheet.dimensions import RowDimension

from db.revisions import decimal_text
from db.tables.xlsx_text import escaped

FONT, SIZE = "宋体", 10
LINE, PADDING, TALLEST = 14.0, 8.0, 409.0
"""Points that a line of text takes, that are left round it, and that a row has at most."""
FIELD, HEAD, QUIET = (PatternFill("solid", fgColor=colour) for colour in ("FFF8DC", "EDF2F9", "F4F5F7"))
_SIDE = Side(style="thin", color="9AA5B1")
BORDER = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_SHORT = 255
"""Characters up to which a cell in text format shows its text in every spreadsheet."""
_MOST_DIGITS = 15
LONGEST = 32_767
"""Characters that a cell holds; openpyxl would cut off the rest without a word."""


class Growing(RowDimension):  # type: ignore[misc]  # openpyxl has no types
    """A row that grows when more is typed than fits: its height is a start, not fixed."""

    @property
    def customHeight(self) -> bool:
        """Whether the height is fixed."""
        return False


def hide(cell: Any, text: str) -> None:
    """Put a text for the program into a cell that nobody sees."""
    cell.value = text
    cell.data_type, cell.number_format = "s", "@"


def put(cell: Any, value: str | int | float, font: Any, alignment: Any) -> None:
    """Put a value into a cell; whatever its text, a spreadsheet does not run it."""
    cell.font, cell.alignment = font, alignment
    if isinstance(value, str):
        cell.number_format = "@" if len(value) <= _SHORT else "General"
        if value:
            cell.value = escaped(value)
            cell.data_type = "s"  # openpyxl takes =… for a formula and #REF! for an error
            cell.quotePrefix = value[0] in "=+-@"  # stays text when somebody edits the cell
    else:
        cell.value = value


def fits(text: str) -> bool:
    """Whether a cell holds all of a text."""
    return len(escaped(text)) <= LONGEST


def in_short(text: str) -> str:
    """A text that is only shown: all of it, or its beginning with the mark of an omission."""
    return text if fits(text) else f"{text[: LONGEST // 8]}……"


def as_number(value: Decimal) -> str | int | float:
    """A number where a spreadsheet keeps it exactly, else its text."""
    if Decimal(repr(float(value))) != value or len(value.as_tuple().digits) > _MOST_DIGITS:
        return decimal_text(value)
    return int(value) if value == value.to_integral_value() else float(value)
