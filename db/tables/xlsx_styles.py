"""The looks of the cells of our workbooks, each made once and shared by all cells that have it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

_FONT = "宋体"


class Styles:
    """Makes cells of one sheet (openpyxl's WriteOnlyWorksheet) that look as ours do."""

    def __init__(self, sheet: Any) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        self._sheet = sheet
        side = Side(style="thin", color="9AA5B1")
        self._border = Border(left=side, right=side, top=side, bottom=side)
        self._font = Font(name=_FONT, size=10)
        self._middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
        self._left = Alignment(horizontal="left", vertical="center", wrap_text=True)
        self.title = self._style(font=Font(name=_FONT, size=16, bold=True), alignment=self._middle)
        self.line = self._style(font=self._font, alignment=self._middle)
        fill = PatternFill("solid", fgColor="EDF2F9")
        bold = Font(name=_FONT, size=10, bold=True)
        self.header = self._style(font=bold, alignment=self._middle, border=self._border, fill=fill)
        self._number = self._style(font=self._font, number_format="General")
        self._bodies = {
            (centred, long, quoted): self._body(centred, long, quoted)
            for centred in (False, True)
            for long in (False, True)
            for quoted in (False, True)
        }
        self._flats = {
            quoted: self._style(font=self._font, number_format="@", quotePrefix=quoted)
            for quoted in (False, True)
        }

    def _style(self, **looks: Any) -> Any:
        """The style as openpyxl keeps it with each cell."""
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(self._sheet)
        for name, value in {"number_format": "@", **looks}.items():
            setattr(cell, name, value)
        return cell._style

    def _body(self, centred: bool, long: bool, quoted: bool) -> Any:
        return self._style(
            font=self._font,
            alignment=self._middle if centred else self._left,
            border=self._border,
            number_format="General" if long else "@",
            quotePrefix=quoted,
        )

    def body(self, centred: bool, *, long: bool = False, quoted: bool = False) -> Any:
        """Of a cell of the table. `long`: text format cannot show it; `quoted`: stays text when edited."""
        return self._bodies[centred, long, quoted]

    def flat(self, *, quoted: bool) -> Any:
        """Of a text of the flat sheet."""
        return self._flats[quoted]

    def cell(self, text: str, style: Any) -> Any:
        """A cell that holds nothing but text, whatever it begins with."""
        from openpyxl.cell import Cell

        cell = Cell(self._sheet, 1, 1, style_array=style)
        if text:
            cell._value = text  # through `value`, =… would be a formula and #REF! an error
            cell.data_type = "s"
        return cell

    def number(self, value: Decimal) -> Any:
        """A cell with a number."""
        from openpyxl.cell import Cell

        return Cell(self._sheet, 1, 1, value, self._number)
