"""What a clerk typed into the cells of a fill-in workbook, as an entry; what cannot be one, by its cell."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from db.errors import RequestError
from db.numerals import read_number
from db.records import MOST_CHARACTERS, Content, Finding, MeasureId, Status
from db.sheet_data import Script
from db.tables.xlsx_text import escaped, typed
from db.workbook.cells import Cell
from db.workbook.identity import AskedMeasure, AskedTask
from db.workbook.layout import TEXT_FIELDS, status_words

_YES = frozenset(("是", "√", "✓", "✔", "y", "yes", "1", "true"))
_NO = frozenset(("", "否", "×", "n", "no", "0", "false"))
_SCRIPTS: tuple[Script, ...] = ("simplified", "traditional")
_STATUSES = {text: status for script in _SCRIPTS for status, text in status_words(script).items()} | {
    status.value: status for status in Status
}

Fields = Mapping[str, Cell]
"""The cells of a row that hold something, by the name of their column."""


class Reading:
    """Reads rows and collects what is wrong with their cells, and what is to be said of them."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self.errors: list[Finding] = []
        """Each with its cell as place and as param `cell`."""
        self.said: list[Finding] = []

    def wrong(self, code: str, cell: Cell, **params: str) -> None:
        """Note that a cell cannot be taken."""
        self.errors.append(_finding(code, "error", cell, params))

    def task(self, asked: AskedTask, cells: Fields, start: Content) -> Content:
        """`start` with what the row of a task says."""
        texts: dict[str, Any] = {
            name: self._text(cells.get(name), getattr(start, name)) for name in TEXT_FIELDS
        }
        content = replace(
            start,
            status=self._status(cells.get("status")),
            nothing_new=self._nothing_new(cells.get("nothing_new")),
            **texts,
        )
        excused = content.nothing_new or content.status is Status.NOT_APPLICABLE
        if content != start and excused and not content.reason.strip():
            cell = next(cells[name] for name in ("nothing_new", "status") if name in cells)
            self.wrong("workbook_reason_needed", cell, task=asked.name)
        return content

    def figure(self, measure: AskedMeasure, cell: Cell | None) -> Decimal | None:
        """The figure that the row of a measure says; None for a blank."""
        text = self._shown(cell)
        if cell is None or not text.strip():
            return None
        is_share = text.strip().endswith(("%", "％"))
        try:
            value = read_number(text.strip().rstrip("%％") if is_share else text)
        except RequestError:
            self.wrong("workbook_not_a_number", cell, text=text.strip())
            return None
        if value < 0 or (is_share and measure.unit not in ("%", "％")):
            self.wrong("workbook_not_a_number", cell, text=text.strip())
            return None
        return value

    def _status(self, cell: Cell | None) -> Status | None:
        text = _plain(self._shown(cell))
        if cell is None or not text:
            return None
        if text not in _STATUSES:
            known = "、".join(status_words(self._script).values())
            self.wrong("workbook_unknown_status", cell, text=text, known=known)
        return _STATUSES.get(text)

    def _nothing_new(self, cell: Cell | None) -> bool:
        text = _plain(self._shown(cell)).lower()
        if cell is not None and text not in _YES | _NO:
            self.wrong("workbook_not_yes", cell, text=text)
        return text in _YES

    def _text(self, cell: Cell | None, start: str) -> str:
        text = self._shown(cell)
        if cell is None or not text.strip():
            return start if not start.strip() else ""
        if len(text) > MOST_CHARACTERS:
            self.wrong("workbook_text_too_long", cell, limit=str(MOST_CHARACTERS))
        # What was there already stays as it was, line breaks of its own kind and all.
        return start if text == typed(escaped(start)) else text

    def _shown(self, cell: Cell | None) -> str:
        """What a person sees in a cell that is filled in."""
        if cell is None:
            return ""
        if cell.is_formula:
            self._formula(cell)
        value = cell.value
        if cell.is_error or isinstance(value, bool):
            self.wrong("workbook_cell_error", cell, text=str(value))
        elif isinstance(value, date | time | timedelta):
            self.wrong("workbook_cell_is_date", cell, text=str(value))
        elif isinstance(value, str):
            if any("\ud800" <= character <= "\udfff" for character in value):
                self.wrong("workbook_bad_text", cell)
                return ""
            return value
        elif value is not None:
            return _number_text(value, cell.number_format)
        return ""

    def _formula(self, cell: Cell) -> None:
        if cell.value is None:
            self.wrong("workbook_formula_without_value", cell)
        else:
            self.said.append(_finding("cell_formula", "note", cell, {"text": str(cell.value)[:40]}))


def _finding(code: str, severity: str, cell: Cell, params: Mapping[str, str]) -> Finding:
    told = {name: text.encode(errors="replace").decode() for name, text in params.items()}
    return Finding(code, severity, cell.place, (("cell", cell.place), *told.items()))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _number_text(value: float, number_format: str) -> str:
    """A number as a person typed it: 0.85 under a percent format was 85%; a spreadsheet keeps 15 digits."""
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    if "%" in number_format:
        return f"{(exact * 100).normalize():f}%"
    return f"{exact.normalize():f}"


def with_figures(content: Content, figures: Mapping[MeasureId, Decimal | None]) -> Content:
    """`content` with these figures in place of its own; None makes one blank."""
    values = {**dict(content.figures), **figures}
    kept = tuple(sorted((key, value) for key, value in values.items() if value is not None))
    return replace(content, figures=kept)
