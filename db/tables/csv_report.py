"""The consolidated table as CSV: what other programs take, and what `read_delimited` reads back unchanged.

UTF-8 with its mark, without which spreadsheets in China take a CSV for GBK. A CSV has no merged cells, so
each row says its category, number and target in full; what a spreadsheet would run or convert is guarded.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from db.tables.guarded import guarded
from db.tables.report_columns import report_columns, title_lines
from db.tables.shape import Table

_NUL = str.maketrans({"\0": "\u2400"})
"""No program takes a text with a NUL for a text; its picture stands for it."""


def write_consolidated(path: Path, table: Table) -> None:
    """Write a table as CSV: title and period, the header, one line a row. Raises OSError."""
    columns = report_columns(table)
    lines = [
        *([title] for title in title_lines(table) if title),
        [column.header for column in columns],
        *([column.text(row) for column in columns] for row in table.rows),
    ]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([guarded(cell.translate(_NUL)) for cell in line] for line in lines)
    path.write_bytes(text.getvalue().encode("utf-8-sig"))
