"""CSV and its like: cells between commas, semicolons or tabs, in whatever encoding the text came."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from db.errors import FileError, RequestError, ShishiError
from db.tables.columns import find_header
from db.tables.grid import MOST_COLUMNS, MOST_ROWS, Grid, squared
from db.tables.guarded import unguarded

_DELIMITERS = ",;\t"
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n")
"""With which spreadsheets begin a CSV of another delimiter."""


def read_delimited(text: str, path: Path, *, certain: bool) -> tuple[Grid, ...]:
    """The text as one grid: cut at the delimiter by which a header is found, else by which it is widest.

    Not `certain` (a pasted text may have its own form): none where no delimiter makes a header. Raises
    FileError `damaged_csv` (line) for quotes that do not pair, RequestError `table_too_large` (limit).
    """
    named = _SEPARATOR_LINE.match(text)
    delimiters = named[1] if named else _DELIMITERS
    body = text[named.end() :] if named else text
    grids: list[Grid] = []
    failures: list[ShishiError] = []
    for delimiter in delimiters:
        if delimiter not in body:
            continue
        try:
            grids.append(_grid(body, delimiter, path))
        except (FileError, RequestError) as error:  # cut at what only looks like the delimiter
            failures.append(error)
    with_header = [grid for grid in grids if find_header(grid) is not None]
    if with_header:
        return (max(with_header, key=lambda grid: grid.width),)
    if failures and certain:
        raise failures[0]
    return (max(grids, key=lambda grid: grid.width),) if certain and grids else ()


def _grid(text: str, delimiter: str, path: Path) -> Grid:
    lines: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            lines.append([_lines(unguarded(cell)) for cell in cells[:MOST_COLUMNS]])
            if len(lines) > MOST_ROWS:
                raise RequestError("table_too_large", path=path, limit=MOST_ROWS)
    except csv.Error as error:
        raise FileError("damaged_csv", path=path, line=reader.line_num) from error
    while lines and not any(cell.strip() for cell in lines[-1]):
        lines.pop()
    return Grid(path.stem, squared(lines))


def _lines(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n")
