"""The cells of a workbook that came back, read without believing any of it.

Nothing is evaluated, no link is followed, no macro is looked at: of a formula the value counts that the
spreadsheet stored with it. What would be unpacked is known, and bounded, before it is.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.errors import FileError, RefusedError, RequestError
from db.tables.archives import DAMAGED
from db.tables.xlsx_parts import checked_source, sheet_facts
from db.tables.xlsx_text import typed

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_SHEETS = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that holds something."""

    place: str
    """`E12`; in a workbook with several sheets to read, `填报!E12`."""
    value: Any
    """Text as typed, a number, a date, a truth value; None for a formula without a stored value."""
    number_format: str
    is_formula: bool
    is_error: bool

    @property
    def text(self) -> str:
        """The text, or nothing where the cell holds something else."""
        return self.value if isinstance(self.value, str) else ""


Row = dict[int, Cell]
"""The cells of a row by column, 0 for the first."""


@dataclass(frozen=True, slots=True)
class SheetCells:
    """What a sheet holds, row by row; rows without anything are left out."""

    title: str
    rows: tuple[Row, ...]


def read_sheets(path: Path, data: bytes) -> tuple[SheetCells, ...]:
    """Every sheet of a workbook, hidden ones too.

    Raises FileError: `workbook_damaged`, `not_a_ledger` (a zip of something else); RefusedError(`too_large`).
    """
    import openpyxl

    _check_kind(path, data)
    try:
        # openpyxl would leave open what it opens itself and then cannot read.
        with checked_source(path, data) as source, zipfile.ZipFile(source) as archive, _in_silence():
            book = openpyxl.load_workbook(source, read_only=True, data_only=True, keep_links=False)
            with closing(book):
                return tuple(_sheet(path, archive, sheet) for sheet in book.worksheets[:MOST_SHEETS])
    except RequestError as error:
        raise RefusedError("too_large", what=path.name, limit=error.params.get("limit", "")) from error
    except (FileError, *DAMAGED) as error:
        raise FileError("workbook_damaged", path=path) from error


@contextmanager
def _in_silence() -> Iterator[None]:
    """openpyxl tells of what it drops: extensions, impossible dates."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _check_kind(path: Path, data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except DAMAGED as error:
        raise FileError("workbook_damaged", path=path) from error
    if "xl/workbook.xml" not in names:
        raise FileError("not_a_ledger", path=path)


def _sheet(path: Path, archive: zipfile.ZipFile, sheet: Any) -> SheetCells:
    # The sheet knows the name of its part; the public way there is to read the relations once more.
    facts = sheet_facts(archive, sheet._worksheet_path)
    if facts.rows > MOST_ROWS:
        raise RefusedError("too_large", what=path.name, limit=MOST_ROWS)
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=facts.rows, max_col=MOST_COLUMNS) if facts.rows else ()
    found = (dict(_cells(cells, number, facts.formulas)) for number, cells in enumerate(rows))
    return SheetCells(sheet.title, tuple(row for row in found if row))


def _cells(cells: Any, row: int, formulas: frozenset[tuple[int, int]]) -> Iterator[tuple[int, Cell]]:
    for column, cell in enumerate(cells):
        is_formula = (row, column) in formulas
        if cell.value is None and not is_formula:
            continue
        value = typed(cell.value) if isinstance(cell.value, str) else cell.value
        if value != "" or is_formula:
            format_ = str(getattr(cell, "number_format", "") or "")
            place = f"{_letters(column)}{row + 1}"
            yield column, Cell(place, value, format_, is_formula, getattr(cell, "data_type", "") == "e")


def _letters(column: int) -> str:
    """0 as `A`, 26 as `AA`."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
