"""Fill-in workbooks as a clerk's spreadsheet changes them: opened, typed into, saved again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

import db
from db.ledger import Ledger


def issue_books(ledger: Ledger, folder: Path, **options: Any) -> dict[str, Path]:
    """A workbook for each unit, by the unit's name."""
    plan = db.plans(ledger)[0]
    period = options.pop("period", plan.periods[0])
    written = db.issue(ledger, plan, period, folder, form="xlsx", **options)
    return {one.unit.name: one.path for one in written}


@dataclass
class Book:
    """An open workbook, its rows and columns found by what is hidden in them."""

    book: Any
    sheet: Worksheet

    @property
    def columns(self) -> dict[str, int]:
        """The numbers of the columns, by name."""
        return {
            cell.value.removeprefix("shishi:column:"): cell.column
            for row in self.sheet.iter_rows()
            for cell in row
            if str(cell.value).startswith("shishi:column:")
        }

    @property
    def id_column(self) -> int:
        return next(
            cell.column for row in self.sheet.iter_rows() for cell in row if cell.value == "shishi:columns"
        )

    def row(self, task: str, measure: str = "") -> int:
        """The number of the row of a task, or of one of its measures."""
        end = f":{task}:{measure}" if measure else f":{task}"
        kind = "shishi:figure:" if measure else "shishi:task:"
        rows = (self.sheet.cell(n, self.id_column) for n in range(1, self.sheet.max_row + 1))
        return next(c.row for c in rows if str(c.value).startswith(kind) and str(c.value).endswith(end))

    def cell(self, task: str, name: str, measure: str = "") -> Any:
        return self.sheet.cell(self.row(task, measure), self.columns[name])

    def type(self, task: str, *, figures: dict[str, object] | None = None, **fields: object) -> None:
        """Type into the fields of a task."""
        for name, value in fields.items():
            self.cell(task, name).value = value
        for measure, value in (figures or {}).items():
            self.cell(task, "figure", measure).value = value

    def copy_row(self, source: int, target: int) -> None:
        for column in range(1, self.sheet.max_column + 1):
            self.sheet.cell(target, column).value = self.sheet.cell(source, column).value

    def task_rows(self) -> list[int]:
        signs = ((n, str(self.sheet.cell(n, self.id_column).value)) for n in range(1, self.sheet.max_row + 1))
        return [n for n, sign in signs if sign.startswith(("shishi:task:", "shishi:figure:"))]

    def sort_rows(self, order: Callable[[int], Any]) -> None:
        """Put the rows into another order, as sorting does."""
        rows = self.task_rows()
        width = range(1, self.sheet.max_column + 1)
        held = {n: [_held(self.sheet.cell(n, column)) for column in width] for n in rows}
        for target, source in zip(rows, sorted(rows, key=order), strict=True):
            for column, (value, kind) in zip(width, held[source], strict=True):
                cell = self.sheet.cell(target, column)
                cell.value, cell.data_type = value, kind


def _held(cell: Any) -> tuple[Any, str]:
    """What a cell holds; its kind too, for a text that begins with = is no formula."""
    return cell.value, cell.data_type


def opened(path: Path) -> Book:
    book = openpyxl.load_workbook(path)
    return Book(book, next(s for s in book.worksheets if s.sheet_state == "visible"))


def changed(path: Path, change: Callable[[Book], object], name: str | None = None) -> Path:
    """Open, change, save; under another name beside it, if one is given."""
    book = opened(path)
    change(book)
    target = path.with_name(name) if name else path
    book.book.save(target)
    return target


def filled(path: Path, task: str = "t1.1", name: str | None = None, **fields: Any) -> Path:
    """With a narrative, or whatever is given, typed into the row of a task."""
    return changed(path, lambda book: book.type(task, **(fields or {"narrative": "已建成三座。"})), name)


def merged(ledger: Ledger, *paths: Path) -> db.MergedFile:
    """What became of the last of these files."""
    return db.merge(ledger, list(paths), author="李四").files[-1]


def codes(file: db.MergedFile) -> list[str]:
    return [reason.code for reason in file.reasons]
