"""What is doubtful in single cells: formulas, errors, numbers that a spreadsheet may have changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from db.records import Finding
from db.tables.columns import Header
from db.tables.grid import Grid, Nature, Spot, column_letter
from db.tables.headers import Role

_DOUBTFUL = {
    Nature.ERROR: ("cell_error", "warning"),
    Nature.FORMULA: ("cell_formula", "note"),
    Nature.UNCOMPUTED: ("cell_uncomputed", "error"),
}
_IN_NUMBERS = {Nature.FLOAT: ("number_is_float", "warning"), Nature.DATE: ("number_is_date", "error")}
_DATE = re.compile(
    r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: 0?0:00(?::00)?)?|\d{1,2}月\d{1,2}日|"
    r"\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{2}"
)
_MOST = 100
"""Findings with one code; the rest is counted."""
_LONGEST = 60
"""Characters of a cell that a finding repeats."""


def cell_findings(grid: Grid, header: Header, rows: Iterable[int]) -> Iterator[Finding]:
    """Findings at cells (cell, text) of the rows that were read, and at what is hidden.

    `cell_error`, `cell_formula`, `cell_uncomputed`, `number_is_float`, `number_is_date`, those of the grid's
    oddities, `cells_more` (code, count); `rows_hidden` (sheet, rows), `columns_hidden` (sheet, columns).
    """
    wanted = set(rows)
    yield from _hidden(grid, header, wanted)
    counted: Counter[str] = Counter()
    for spot, code, severity, text in _doubtful(grid, header, wanted):
        counted[code] += 1
        if counted[code] <= _MOST:
            cell = grid.place(*spot)
            yield Finding(code, severity, cell, (("cell", cell), ("text", text[:_LONGEST])))
    for code, count in counted.items():
        if count > _MOST:
            yield Finding("cells_more", "warning", "", (("code", code), ("count", str(count - _MOST))))


def _doubtful(grid: Grid, header: Header, rows: set[int]) -> Iterator[tuple[Spot, str, str, str]]:
    """(spot, code, severity, text) of what is told cell by cell, oddities of titles and notes included."""
    for oddity in grid.oddities:
        yield oddity.spot, oddity.code, oddity.severity, oddity.text or grid.text(*oddity.spot)
    role_at = {column.at: column.role for column in header.columns}
    numbers = {at for at, role in role_at.items() if role is Role.NUMBER}
    for spot, nature in sorted(grid.natures.items(), key=lambda item: item[0]):
        codes = _DOUBTFUL | _IN_NUMBERS if spot[1] in numbers else _DOUBTFUL
        if spot[0] in rows and nature in codes and role_at.get(spot[1], Role.IGNORE) is not Role.IGNORE:
            yield spot, *codes[nature], grid.text(*spot).strip()
    for spot in sorted((row, at) for row in rows for at in numbers):
        text = grid.texts[spot[0]][spot[1]].strip() if grid.origin(*spot) == spot else ""
        if spot not in grid.natures and _DATE.fullmatch(text):
            yield spot, *_IN_NUMBERS[Nature.DATE], text


def _hidden(grid: Grid, header: Header, rows: set[int]) -> Iterator[Finding]:
    hidden = sorted(grid.hidden_rows & rows)
    if hidden:
        numbers = [int(grid.row_place(row).rpartition("!")[2]) for row in hidden]
        yield Finding("rows_hidden", "warning", "", (("sheet", grid.sheet), ("rows", _runs(numbers))))
    columns = [column_letter(one.at) for one in header.columns if one.at in grid.hidden_columns]
    if columns:
        yield Finding(
            "columns_hidden", "warning", "", (("sheet", grid.sheet), ("columns", "、".join(columns)))
        )


def _runs(numbers: list[int]) -> str:
    """`5、7-9`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return "、".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)
