"""Target tables in files: one shape in between, readers and writers around it."""

from __future__ import annotations

from pathlib import Path

from db.errors import FileError
from db.tables.mapping import AS_UNDERSTOOD, TableMapping
from db.tables.shape import Table


def read_table(path: Path, mapping: TableMapping = AS_UNDERSTOOD) -> Table:
    """The target table in a file, by what the file is and not by what it is called.

    .xlsx and .xlsm, .docx and .docm, CSV, web pages and pasted text. Raises what `reading.read` raises, and
    FileError `no_table_found` (path).
    """
    from db.tables.reading import read

    table = read(path, mapping).table
    if not table.rows:
        raise FileError("no_table_found", path=path)
    return table
