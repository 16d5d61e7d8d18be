"""The rows of a fill-in workbook, found by what names them, wherever sorting has put them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from db.errors import RefusedError
from db.records import MeasureId, TaskId
from db.workbook.cells import Cell, Row, SheetCells
from db.workbook.fields import Fields, Reading
from db.workbook.identity import SIGN, Identity
from db.workbook.layout import (
    AUTHOR_SIGN,
    COLUMNS_SIGN,
    FOOT_SIGN,
    HEADER_SIGN,
    SHOWN,
    TASK_FIELDS,
    column_sign,
    row_sign,
)

_NEEDED = (*SHOWN, "figure", *TASK_FIELDS)
_ONLY_SHOWN = (*SHOWN, "units", "comment", "before")
_OURS = (COLUMNS_SIGN, HEADER_SIGN, AUTHOR_SIGN, FOOT_SIGN)

Place = tuple[TaskId, MeasureId | None]
"""What a row asks for: a task, or the figure of one of its measures."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a row shows, and what it asks for."""

    place: Place
    shown: Mapping[str, str]
    fields: tuple[str, ...]


def is_filled_in(sheet: SheetCells) -> bool:
    """Whether this is a sheet to fill in."""
    return any(cell.text == COLUMNS_SIGN for row in sheet.rows for cell in row.values())


def author(sheets: Iterable[SheetCells]) -> str:
    """Who filled it in, as the sheet says; empty where it does not."""
    for sheet in sheets:
        for row in sheet.rows:
            cells = [row[column] for column in sorted(row)]
            if cells[0].text == AUTHOR_SIGN:
                said = (str(cell.value) for cell in cells[2:] if cell.value is not None)  # sign, label, field
                return " ".join(" ".join(said).encode(errors="replace").decode().split())
    return ""


def rows(identity: Identity, sheets: Iterable[SheetCells], reading: Reading) -> dict[Place, Fields]:
    """The fields of each row that is there. What is wrong with a row is noted in `reading`.

    Raises RefusedError(`workbook_columns_lost`).
    """
    known = {sign: asked for asked, sign in _asked(identity)}
    every = list(sheets)
    found: dict[Place, Fields] = {}
    for sheet in every:
        shown = _with_title(sheet) if len(every) > 1 else sheet
        for asked, fields in _rows_of(shown, known, reading):
            _note_twice(found.setdefault(asked.place, fields), fields, reading)
    return found


def _asked(identity: Identity) -> Iterator[tuple[_Asked, str]]:
    for task in identity.tasks:
        shown = {"number": task.number, "target": task.target}
        yield _Asked((task.id, None), shown, TASK_FIELDS), row_sign(identity, task.id)
        for measure in task.measures:
            shown = {"number": task.number, "target": measure.text}
            sign = row_sign(identity, task.id, measure.id)
            yield _Asked((task.id, measure.id), shown, ("figure",)), sign


def _with_title(sheet: SheetCells) -> SheetCells:
    """A copied sheet has cells of the same names."""
    named = (
        {column: replace(cell, place=f"{sheet.title}!{cell.place}") for column, cell in row.items()}
        for row in sheet.rows
    )
    return replace(sheet, rows=tuple(named))


def _rows_of(
    sheet: SheetCells, known: Mapping[str, _Asked], reading: Reading
) -> Iterator[tuple[_Asked, Fields]]:
    at, columns = _columns(sheet)
    names = {column: name for name, column in columns.items()}
    below = False
    for row in sheet.rows:
        sign = row[at].text if at in row else ""
        below = below or sign == COLUMNS_SIGN
        if sign in known:
            fields = {names[column]: cell for column, cell in row.items() if column in names}
            _note_strays(known[sign], row, at, names, reading)
            if _agrees(known[sign], row[at], fields, reading):
                yield known[sign], {name: fields[name] for name in known[sign].fields if name in fields}
        elif below and sign not in _OURS:
            _note_unknown(row, at, reading)


def _columns(sheet: SheetCells) -> tuple[int, dict[str, int]]:
    """The hidden column, and each other by its name."""
    found = [(column, row) for row in sheet.rows for column, cell in row.items() if cell.text == COLUMNS_SIGN]
    signs = {column_sign(name): name for name in _ONLY_SHOWN + _NEEDED}
    at, row = found[0]
    named = [(signs[cell.text], column) for column, cell in row.items() if cell.text in signs]
    columns = dict(named)
    if len(found) > 1 or len(columns) != len(named) or not set(_NEEDED) <= columns.keys():
        raise RefusedError("workbook_columns_lost", sheet=sheet.title)
    return at, columns


def _note_strays(asked: _Asked, row: Row, at: int, names: Mapping[int, str], reading: Reading) -> None:
    """Something typed where nothing is asked would be lost without a word."""
    for column, cell in row.items():
        name = names.get(column, "")
        if column != at and name not in _ONLY_SHOWN and name not in asked.fields and _says(cell):
            reading.wrong("workbook_cell_outside", cell, text=str(cell.value)[:40])


def _says(cell: Cell) -> bool:
    return bool(cell.text.strip()) if isinstance(cell.value, str) else cell.value is not None


def _agrees(asked: _Asked, sign: Cell, fields: Fields, reading: Reading) -> bool:
    for name, text in asked.shown.items():
        there = "" if name not in fields else str(fields[name].value)
        if "".join(there.split()) != "".join(text.split()):
            cell = fields.get(name, sign)
            reading.wrong("workbook_row_disagrees", cell, found=there[:40], expected=text[:40])
            return False
    return True


def _note_unknown(row: Row, at: int, reading: Reading) -> None:
    said = [row[column] for column in sorted(row) if column != at and _says(row[column])]
    sign = row[at].text if at in row else ""
    if sign.startswith(SIGN):
        reading.wrong("workbook_row_of_another", said[0] if said else row[at])
    elif said:
        reading.wrong("workbook_row_unknown", said[0], text=str(said[0].value)[:40])


def _note_twice(first: Fields, second: Fields, reading: Reading) -> None:
    """A copied row may say the same twice, not two things."""
    for name in sorted(first.keys() | second.keys()):
        one, other = first.get(name), second.get(name)
        if (one.value if one else None) != (other.value if other else None):
            cell, before = (other, one) if other else (one, other)
            if cell is not None:
                reading.wrong("workbook_row_twice", cell, other=before.place if before else "")
