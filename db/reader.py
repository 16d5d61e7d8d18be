"""Bytes that came from elsewhere, opened in memory as a database, one file after another; design.md §4.

SQLite spends longer on parsing the schema of a return than on all that is read from it, and the schema
is the same in each. So one connection reads them all, and keeps the schema as long as everything that it
was parsed from is the same in the next file.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_SCHEMA = "SELECT type, name, tbl_name, sql, rootpage FROM sqlite_master"


Row = tuple[Any, ...]


class Reader:
    """Opens one file after another. Belongs to the thread that made it; close it, or use it in `with`.

    `check` is given what is parsed: (type, name, table, SQL, root page) of each table, index, view and
    trigger. It raises what it has against them.
    """

    def __init__(self, check: Callable[[list[Row]], None]) -> None:
        self._check = check
        self._connections: tuple[sqlite3.Connection, ...] = ()
        self._parsed: tuple[bytes, list[Row]] | None = None

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Forget the file and its schema; the next one starts afresh."""
        for connection in self._connections:
            connection.close()
        self._connections, self._parsed = (), None

    @contextmanager
    def opened(self, data: bytes, budget: Callable[[], int], stride: int) -> Iterator[sqlite3.Connection]:
        """A connection that reads these bytes and nothing else.

        `budget` is asked after each `stride` of SQLite's instructions whether to stop. Raises sqlite3.Error
        when this is no database, and what `check` raises. Of a file in which anything was found wrong
        nothing is left for the next.
        """
        try:
            yield self._open(data, budget, stride)
        except BaseException:
            self.close()
            raise

    def _open(self, data: bytes, budget: Callable[[], int], stride: int) -> sqlite3.Connection:
        frame = _frame(data)
        if self._parsed is not None and self._parsed[0] == frame:
            connection = self._filled(data, budget, stride)
            if connection.execute(_SCHEMA).fetchall() == self._parsed[1]:
                return connection
        self.close()
        connection = self._filled(data, budget, stride)
        found = connection.execute(_SCHEMA).fetchall()
        self._check(found)
        self._parsed = (frame, found)
        return connection

    def _filled(self, data: bytes, budget: Callable[[], int], stride: int) -> sqlite3.Connection:
        source, writing, reading = self._connections = self._connections or _connections()
        source.deserialize(data)
        source.backup(writing)
        # Copying counts the version up, which would have the schema parsed again: make it what it is.
        writing.execute(f"PRAGMA schema_version = {int.from_bytes(data[40:44])}")
        reading.set_progress_handler(budget, stride)
        return reading


def _connections() -> tuple[sqlite3.Connection, sqlite3.Connection, sqlite3.Connection]:
    """One that takes the bytes; and two to one database in memory, of which the second never writes."""
    source = sqlite3.connect(":memory:")
    place = f"file:/{os.urandom(8).hex()}?vfs=memdb"
    writing, reading = (sqlite3.connect(place, uri=True, isolation_level=None) for _ in range(2))
    writing.execute("PRAGMA journal_mode = OFF")
    reading.execute("PRAGMA trusted_schema = OFF")
    reading.execute("PRAGMA query_only = ON")
    return source, writing, reading


def _frame(data: bytes) -> bytes:
    """What the header says of how pages and schema are read: page size, versions, reserved bytes; schema
    version and format; vacuuming; encoding (https://sqlite.org/fileformat2.html, section 1.3)."""
    return data[16:24] + data[40:48] + data[52:60] + data[64:68]
