"""Workbooks as target tables. Nothing is evaluated, and what a file claims of its size is not believed.

openpyxl's full mode would make an object for every cell of a merged range, and one range can be the
whole sheet; its read-only mode knows no merged cells. So values come from the read-only mode, merged
ranges, and what is hidden, from `xlsx_parts`.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Sequence
from contextlib import closing
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

from db.errors import FileError, RequestError
from db.records import Finding
from db.tables.archives import DAMAGED, carried_along
from db.tables.columns import find_header
from db.tables.grid import MOST_COLUMNS, MOST_MERGED, MOST_ROWS, Grid, Nature, Spot
from db.tables.xlsx_parts import SheetFacts, checked_source, sheet_facts

_MOST_SHEETS = 60
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_xlsx(path: Path) -> tuple[tuple[Grid, ...], None, tuple[Finding, ...]]:
    """Each sheet of a workbook that can be seen as a grid, and what is said of the workbook.

    Findings: `sheet_hidden` (sheet), `sheets_more` (count), `sheet_too_large` (sheet, limit in rows), and
    those of `carried_along`. Raises FileError `damaged_workbook`; RequestError `file_too_large`,
    `table_too_large` (limit in rows).
    """
    import openpyxl

    try:
        # openpyxl would leave open what it opens itself and then cannot read.
        with checked_source(path) as source, zipfile.ZipFile(source) as archive, warnings.catch_warnings():
            # openpyxl tells of what it drops: extensions, impossible dates. Nothing of it is read here.
            warnings.simplefilter("ignore")
            with zipfile.ZipFile(path) as whole:
                findings = list(carried_along(whole))
            book = openpyxl.load_workbook(source, read_only=True, data_only=True, keep_links=False)
            with closing(book):
                shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
                hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
                findings += [Finding("sheet_hidden", "note", "", (("sheet", name),)) for name in hidden]
                if len(shown) > _MOST_SHEETS:
                    count = str(len(shown) - _MOST_SHEETS)
                    findings.append(Finding("sheets_more", "warning", "", (("count", count),)))
                grids, large = _grids(path, archive, shown[:_MOST_SHEETS])
                return grids, None, (*findings, *large)
    except DAMAGED as error:
        raise FileError("damaged_workbook", path=path) from error


def _grids(
    path: Path, archive: zipfile.ZipFile, sheets: Sequence[Any]
) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    """Each sheet as a grid; one that is too large is said, and refused only if no other holds a table."""
    grids: list[Grid] = []
    large: list[tuple[str, RequestError]] = []
    for sheet in sheets:
        try:
            grids.append(_grid(path, archive, sheet))
        except RequestError as error:
            large.append((sheet.title, error))
    if large and not any(find_header(grid) for grid in grids):
        raise large[0][1]
    details = ((("sheet", name), ("limit", str(MOST_ROWS))) for name, _error in large)
    return tuple(grids), tuple(Finding("sheet_too_large", "warning", "", detail) for detail in details)


def _grid(path: Path, archive: zipfile.ZipFile, sheet: Any) -> Grid:
    """A sheet (openpyxl's ReadOnlyWorksheet) as a grid, no larger than what it really holds."""
    # The sheet knows the name of its part; the public way there is to read the relations once more.
    facts = sheet_facts(archive, sheet._worksheet_path)
    if facts.rows > MOST_ROWS:
        raise RequestError("table_too_large", path=path, limit=MOST_ROWS)
    texts: list[list[str]] = []
    natures = dict.fromkeys(facts.formulas, Nature.FORMULA)
    natures |= dict.fromkeys(facts.uncomputed, Nature.UNCOMPUTED)
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=facts.rows, max_col=MOST_COLUMNS) if facts.rows else ()
    for row, cells in enumerate(rows):
        texts.append([_text(cell) for cell in cells])
        for column, cell in enumerate(cells):
            if (nature := _nature(cell)) is not None:
                natures.setdefault((row, column), nature)
    width = max((at + 1 for line in texts for at, text in enumerate(line) if text), default=0)
    merged = _merged(path, facts, len(texts), width)
    return Grid(
        sheet.title,
        tuple(tuple(line[:width]) for line in texts),
        merged,
        natures,
        facts.hidden_rows,
        facts.hidden_columns,
    )


def _merged(path: Path, facts: SheetFacts, height: int, width: int) -> dict[Spot, Spot]:
    """Every merged cell within the table with the upper left one of its range."""
    merged: dict[Spot, Spot] = {}
    for first, last in facts.merged:
        rows = range(first[0], min(last[0] + 1, height))
        columns = range(first[1], min(last[1] + 1, width))
        if len(merged) + len(rows) * len(columns) > MOST_MERGED:
            raise RequestError("table_too_large", path=path, limit=MOST_ROWS)
        merged.update(dict.fromkeys(product(rows, columns), first))
    return {at: first for at, first in merged.items() if at != first}


def _nature(cell: Any) -> Nature | None:
    if cell.data_type == "e":
        return Nature.ERROR
    if isinstance(cell.value, float) and not cell.value.is_integer():
        return Nature.FLOAT
    return Nature.DATE if isinstance(cell.value, date | time | timedelta) else None


def _text(cell: Any) -> str:
    """What a person sees in a cell, lines divided by line feeds; for a date ISO 8601."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return _unescaped(value).replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, float):
        return _float(value, cell.number_format)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return str(value)


def _unescaped(text: str) -> str:
    """Characters that XML cannot hold are written `_x000B_` (ECMA-376, ST_Xstring)."""
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)


def _float(value: float, number_format: str) -> str:
    """A number as its format shows it where that is plain: 0.85 under `0%` is 85%, 1.1 under `0.00` 1.10."""
    exact = Decimal(repr(value))
    if re.fullmatch(r"0(?:\.0+)?%", number_format):
        return f"{(exact * 100).normalize():f}%"
    if decimals := re.fullmatch(r"0\.(0+)", number_format):
        return f"{exact:.{len(decimals[1])}f}"
    return f"{exact.normalize():f}"
