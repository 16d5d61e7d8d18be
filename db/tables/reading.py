"""From a file to its target table: which of its grids it is, and what a person put right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from db.errors import FileError
from db.records import Finding
from db.tables.columns import Column, Header, columns_as_they_stand, find_header
from db.tables.doubts import doubts
from db.tables.grid import Grid
from db.tables.grid_rows import read_grid
from db.tables.mapping import AS_UNDERSTOOD, TableMapping, answered
from db.tables.shape import Table
from db.tables.sources import Source, read_source

_NO_TABLE = Table("", None, (), ())


@dataclass(frozen=True, slots=True)
class Reading:
    """A table with where it stood in its file."""

    table: Table
    """Without rows where none was found; a person may say which column is which."""
    digest: str
    sheets: tuple[str, ...] = ()
    """The grids of the file that hold a target table, or, where none does, all."""
    grid: Grid | None = None
    """None for a text that has no grid."""
    header: Header | None = None

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns as they are understood."""
        if self.header is not None:
            return self.header.columns
        return columns_as_they_stand(self.grid) if self.grid else ()


def read(path: Path, mapping: TableMapping = AS_UNDERSTOOD) -> Reading:
    """Read a file's target table: of the first grid that has one, others are named as findings.

    Findings: `sheet_unread` (sheet), and those of the readers and of `doubts`. Raises what `read_source`
    raises, FileError `source_changed`, `fill_in_workbook`, and `no_table_found` where nothing is like a table
    at all.
    """
    source = read_source(path)
    if mapping.digest and mapping.digest != source.digest:
        raise FileError("source_changed", path=path)
    if source.text is not None:
        from db.tables.text import understood_text

        return _checked(Reading(understood_text(source.text, str(path)), source.digest), source, mapping)
    return _checked(_of_grids(path, source, mapping), source, mapping)


def _checked(reading: Reading, source: Source, mapping: TableMapping) -> Reading:
    """With what a person answered, and what is doubtful then."""
    table = answered(reading.table, mapping)
    findings = (*source.findings, *table.findings, *(doubts(table) if table.rows else ()))
    return replace(reading, table=replace(table, findings=findings))


def _of_grids(path: Path, source: Source, mapping: TableMapping) -> Reading:
    if any(_is_to_fill_in(grid) for grid in source.grids):
        raise FileError("fill_in_workbook", path=path)
    grids = {grid.sheet: grid for grid in source.grids}
    found = {name: result for name, grid in grids.items() if (result := read_grid(grid)) is not None}
    names = tuple(found) or tuple(_like_tables(source))
    if not names:
        raise FileError("no_table_found", path=path)
    name = mapping.sheet if mapping.sheet in grids else names[0]
    result = found.get(name)
    if mapping.header is not None or mapping.columns or mapping.first_leads:
        result = read_grid(grids[name], mapping)
    unread = [Finding("sheet_unread", "warning", "", (("sheet", one),)) for one in found if one != name]
    table, header = result or (_NO_TABLE, find_header(grids[name], mapping))
    table = replace(table, findings=(*unread, *table.findings))
    return Reading(table, source.digest, names, grids[name], header)


def _is_to_fill_in(grid: Grid) -> bool:
    """Whether a sheet is one of our workbooks to fill in: its lines of figures would become tasks."""
    from db.workbook.layout import COLUMNS_SIGN

    return any(row[0] == COLUMNS_SIGN for row in grid.texts if row)


def _like_tables(source: Source) -> list[str]:
    """Grids without a header that is known, the largest first: a person may say what their columns hold."""
    likely = [grid for grid in source.grids if grid.width > 1 and len(grid.texts) > 1]
    return [grid.sheet for grid in sorted(likely, key=lambda one: -one.width * len(one.texts))]
