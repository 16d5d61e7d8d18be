"""The consolidated table of 10,000 rows as a workbook, beside a bare openpyxl loop over the same cells.

    .venv/bin/python tests/bench/xlsx.py [rows] [rounds]

Both write row by row, give each cell a style that was made once, merge the same ranges and write the same
two sheets; ours also lays the table out (groups, heights, escapes) before. Rounds are interleaved, medians
compared; the limit is 1.3.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Any

import openpyxl
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from db.figures import read_measures
from db.resources import sample_table
from db.tables import read_table
from db.tables.shape import Table, TableFigure
from db.tables.xlsx_report import write_consolidated

LIMIT = 1.3


@dataclass(frozen=True, slots=True)
class Cells:
    """What a sheet holds: for each row its values with the number of the style, the ranges, the widths."""

    title: str
    styles: Sequence[dict[str, Any]]
    rows: Sequence[Sequence[tuple[Any, int]]]
    merged: Sequence[str]
    widths: dict[str, float]
    heights: dict[int, float]


def big_table(rows: int) -> Table:
    """The real table, over and over, each time in further categories; a figure for each measure."""
    sample = read_table(sample_table())
    lap = range(-(-rows // len(sample.rows)))
    every = [replace(row, category=f"{row.category} {at}") for at in lap for row in sample.rows][:rows]
    figures = [
        TableFigure(
            f"{row.number}#1", row.category, row.number, row.target, row.leads, "1-3月", one.label, one.comparator,
            one.amount, one.unit, Decimal(at), Decimal("12.5"),
        )
        for at, row in enumerate(every)
        for one in read_measures(row.target)
    ]  # fmt: skip
    return replace(sample, title="实事", year=2024, rows=tuple(every), figures=tuple(figures), findings=())


def cells_of(path: Path) -> list[Cells]:
    """The sheets of a workbook as ours writes it, to be written again by the bare loop."""
    book = openpyxl.load_workbook(path)
    return [_sheet(sheet) for sheet in book.worksheets]


def _sheet(sheet: Any) -> Cells:
    numbers: dict[Any, int] = {}
    styles: list[dict[str, Any]] = []
    rows = []
    for line in sheet.iter_rows():
        cells = []
        for cell in line:
            if cell.style_id not in numbers:
                numbers[cell.style_id] = len(styles)
                names = ("font", "border", "alignment", "fill", "number_format")
                styles.append({name: getattr(cell, name) for name in names})
            cells.append((cell.value, numbers[cell.style_id]))
        rows.append(cells)
    widths = {letter: one.width for letter, one in sheet.column_dimensions.items()}
    heights = {at: one.height for at, one in sheet.row_dimensions.items() if one.height}
    return Cells(sheet.title, styles, rows, [str(one) for one in sheet.merged_cells.ranges], widths, heights)


def bare(path: Path, sheets: Sequence[Cells]) -> None:
    """What any script would do, and no more."""
    from copy import copy

    from openpyxl.worksheet.cell_range import CellRange

    book = Workbook(write_only=True)
    for cells in sheets:
        sheet = book.create_sheet(cells.title)
        for letter, width in cells.widths.items():
            sheet.column_dimensions[letter].width = width
        for at, height in cells.heights.items():
            sheet.row_dimensions[at].height = height
        kinds = [_style(sheet, {name: copy(look) for name, look in looks.items()}) for looks in cells.styles]
        for line in cells.rows:
            made = []
            for value, kind in line:
                cell = WriteOnlyCell(sheet, value)
                cell._style = kinds[kind]
                made.append(cell)
            sheet.append(made)
        sheet.merged_cells.ranges.update(CellRange(one) for one in cells.merged)
    book.save(path)


def _style(sheet: Any, looks: dict[str, Any]) -> Any:
    cell = WriteOnlyCell(sheet)
    for name, look in looks.items():
        setattr(cell, name, look)
    return cell._style


def timed(action: Callable[[], object]) -> float:
    """Seconds."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def main(rows: int = 10_000, rounds: int = 5) -> int:
    """Print both medians and their ratio; 1 where it is over the limit."""
    with tempfile.TemporaryDirectory() as folder:
        path, table = Path(folder, "table.xlsx"), big_table(rows)
        write_consolidated(path, table)
        sheets = cells_of(path)
        times = [
            (
                timed(lambda: write_consolidated(path, table)),
                timed(lambda: bare(Path(folder, "bare.xlsx"), sheets)),
            )
            for _ in range(rounds)
        ]
    ours, theirs = (median(column) for column in zip(*times, strict=True))
    cells = sum(len(line) for sheet in sheets for line in sheet.rows)
    print(f"{rows} rows, {len(table.figures)} figures, {cells} cells: ours {ours:.2f} s, bare {theirs:.2f} s")
    print(f"ratio {ours / theirs:.2f} (limit {LIMIT})")
    return int(ours / theirs > LIMIT)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
