"""One `.shishi` file: open, create, refuse, and write in transactions; design.md §4."""

from __future__ import annotations

import os
import sqlite3
import stat
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from db import schema
from db.errors import FileError
from db.records import FileKind

CHECKED_UP_TO = 4 * 1024 * 1024
"""Bytes up to which a file is checked whole on opening; a larger one would keep its user waiting."""

SUFFIX = ".shishi"
_LEFT_BEHIND = 3600
"""Seconds after which an unfinished file has nobody who will finish it."""


def now() -> str:
    """This instant as it is written everywhere: ISO 8601, UTC, whole seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def new_id() -> str:
    """A random id for a thing of the plan: 64 bits in hex."""
    return os.urandom(8).hex()


class Ledger:
    """An open file. Belongs to the thread that opened it; close it, or use it in `with`."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
        self.path = path
        self.connection = connection
        self.read_only = read_only
        with understanding(path):
            self.kind = FileKind(self.one("SELECT kind FROM file")[0])

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a query. Raises FileError when the file cannot be read."""
        with speaking_of(self.path):
            return self.connection.execute(sql, values).fetchall()

    def one(self, sql: str, *values: object) -> tuple[Any, ...]:
        """The only row of a query. Raises FileError("damaged") when there is none."""
        found = self.rows(sql, *values)
        if not found:
            raise FileError("damaged", path=self.path)
        return found[0]

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing; inside another transaction a savepoint of it.

        Raises FileError: `read_only`, `locked`, `disk_full`, `damaged`, `write_failed`.
        """
        if self.read_only:
            raise FileError("read_only", path=self.path)
        nested = self.connection.in_transaction
        begin, commit, undo = _NESTED if nested else _OUTERMOST
        with speaking_of(self.path):
            self.connection.execute(begin)
            try:
                yield self.connection
                self.connection.execute(commit)
            except BaseException:
                if self.connection.in_transaction:
                    for statement in undo:
                        self.connection.execute(statement)
                raise


_OUTERMOST = ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
_NESTED = ("SAVEPOINT step", "RELEASE step", ("ROLLBACK TO step", "RELEASE step"))


def open_ledger(path: Path, *, read_only: bool = False) -> Ledger:
    """Open a file of ours; one that cannot be written opens for reading (`read_only` says so).

    A file of an older version is migrated, with a backup beside it. Raises FileError: `not_found`,
    `is_directory`, `no_permission`, `not_a_ledger`, `newer_version`, `damaged`, `locked`.
    """
    version = check_header(path, _first_bytes(path))
    read_only = read_only or not os.access(path, os.W_OK)
    with speaking_of(path):
        connection = connect(path, read_only=read_only)
        try:
            if version < schema.VERSION:
                _migrate(path, connection)
            if path.stat().st_size <= CHECKED_UP_TO:
                _check_whole(path, connection)
            return Ledger(path, connection, read_only=read_only)
        except BaseException:
            connection.close()
            raise


@contextmanager
def new_file(path: Path, kind: FileKind) -> Iterator[Ledger]:
    """Build a new file of ours; it appears at `path`, synced, when all went well.

    Raises FileError as `appearing` does.
    """
    with appearing(path) as unfinished:
        try:
            yield from _filled(unfinished, kind)
        finally:
            unfinished.with_name(unfinished.name + "-journal").unlink(missing_ok=True)


@contextmanager
def appearing(path: Path) -> Iterator[Path]:
    """A temporary name to write to; what was written appears at `path`, synced, when all went well.

    Raises FileError: `already_exists`, `no_permission`, `disk_full`, `write_failed`.
    """
    with speaking_of(path):
        if path.exists():
            raise FileError("already_exists", path=path)
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = unfinished_beside(path)
        try:
            yield unfinished
            sync(unfinished)
            _publish(unfinished, path)
        finally:
            unfinished.unlink(missing_ok=True)


def create_ledger(path: Path) -> Ledger:
    """A new empty ledger at `path`, opened. Raises FileError as `new_file` and `open_ledger` do."""
    with new_file(path, FileKind.LEDGER):
        pass
    return open_ledger(path)


def unfinished_beside(path: Path) -> Path:
    """A temporary name in the same folder; what a killed program left there under such a name goes."""
    for left in path.parent.glob(".*.unfinished*") if path.parent.is_dir() else ():
        with suppress(OSError):
            if left.stat().st_mtime < time.time() - _LEFT_BEHIND:
                left.unlink()
    return path.with_name(f".{os.urandom(4).hex()}.unfinished")


def shown_name(path: Path) -> str:
    """The name of a file as it can be shown and stored; bytes that are no text show as `?`."""
    return path.name.encode(errors="replace").decode()


@contextmanager
def in_memory(ledger: Ledger) -> Iterator[Ledger]:
    """A copy of a ledger to try things on; it is gone afterwards."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with speaking_of(ledger.path):
            ledger.connection.backup(connection)
        yield Ledger(ledger.path, connection, read_only=False)
    finally:
        connection.close()


_FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|\0\n\r\t', "_"))  # in file names, on Windows


def plain_name(text: str) -> str:
    """A text as a file name; what a file system forbids becomes `_`."""
    return text.translate(_FORBIDDEN)


def unused(path: Path) -> Path:
    """`path`, or the first of `name (2)`, `name (3)` … that does not exist: nothing is overwritten."""
    candidate, number = path, 1
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return candidate


@contextmanager
def speaking_of(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say about a file into a FileError with a code."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise FileError(_database_code(error), path=path, detail=error) from error
    except PermissionError as error:
        raise FileError("no_permission", path=path) from error
    except OSError as error:
        code = "disk_full" if error.errno in _FULL else "write_failed"
        raise FileError(code, path=path, detail=error.strerror) from error


@contextmanager
def understanding(path: Path) -> Iterator[None]:
    """As `speaking_of`, and a value that is not what our tables hold makes the file `damaged`."""
    with speaking_of(path):
        try:
            yield
        except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
            raise FileError("damaged", path=path, detail=repr(error)) from error


_FULL = {28, 122}  # ENOSPC, EDQUOT
_CODES = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "not_a_ledger",
    sqlite3.SQLITE_CANTOPEN: "no_permission",
    sqlite3.SQLITE_PERM: "no_permission",
    sqlite3.SQLITE_IOERR: "write_failed",
}


def _database_code(error: sqlite3.DatabaseError) -> str:
    # Whatever else SQLite says of a file (a table is missing, a text is no text): it is not whole.
    return _CODES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, "damaged")


def _first_bytes(path: Path) -> bytes:
    with reading(path), path.open("rb") as file:
        return file.read(100)


@contextmanager
def reading(path: Path) -> Iterator[os.stat_result]:
    """Read what is a regular file, and say with a code why it cannot be read.

    Raises FileError: `not_found`, `is_directory`, `not_regular` (a pipe would be waited for),
    `no_permission`.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise FileError("is_directory", path=path)
        if not stat.S_ISREG(status.st_mode):
            raise FileError("not_regular", path=path)
        yield status
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileError("not_found", path=path) from error
    except (OSError, ValueError) as error:  # also a name too long, or with a NUL in it
        raise FileError("no_permission", path=path) from error


def check_header(path: Path, header: bytes) -> int:
    """The schema version in the first 100 bytes of a file of ours.

    Raises FileError: `empty_file`, `not_a_ledger`, `newer_version`.
    """
    if not header:
        raise FileError("empty_file", path=path)
    ours = header[:16] == b"SQLite format 3\0" and len(header) == 100
    if not ours or struct.unpack(">I", header[68:72])[0] != schema.APPLICATION_ID:
        raise FileError("not_a_ledger", path=path)
    version: int = struct.unpack(">I", header[60:64])[0]
    if version > schema.VERSION:
        raise FileError("newer_version", path=path, version=version, ours=schema.VERSION)
    return version


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A connection to a file of ours, with the settings of design.md §4."""
    posix = path.absolute().as_posix()
    place = quote(os.fsencode(posix if posix.startswith("/") else f"/{posix}"), safe="/:")
    # What a crash left half done is rolled back first, which only a writing connection can.
    crashed = path.with_name(f"{path.name}-journal").exists() and os.access(path, os.W_OK)
    mode = "ro" if read_only and not crashed else "rw"
    connection = sqlite3.connect(f"file://{place}?mode={mode}", uri=True, isolation_level=None, timeout=10)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA foreign_keys = ON")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    else:
        # One file always, and it survives a power cut: design.md §4.
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = FULL")
    return connection


def _check_whole(path: Path, connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise FileError("damaged", path=path)


def _migrate(path: Path, connection: sqlite3.Connection) -> None:
    from db import backups, migrations

    backups.make(path, "migration")
    migrations.apply(connection, schema.VERSION)


def _filled(unfinished: Path, kind: FileKind) -> Iterator[Ledger]:
    connection = sqlite3.connect(unfinished, isolation_level=None)
    try:
        connection.execute(f"PRAGMA page_size = {schema.PAGE_SIZE}")
        # Nobody knows this file yet: it is synced once, before it gets its name.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = ON")
        schema.create(connection)
        from db import migrations

        migrations.record_all(connection)
        connection.execute("BEGIN")
        values = (kind.value, now(), _program())
        connection.execute("INSERT INTO file (id, kind, created_at, program) VALUES (1, ?, ?, ?)", values)
        yield Ledger(unfinished, connection, read_only=False)
        if connection.in_transaction:
            connection.execute("COMMIT")
    finally:
        connection.close()


def _program() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"shishi {version('shishi')}"
    except PackageNotFoundError:  # a frozen build carries no metadata
        return "shishi"


def sync(path: Path) -> None:
    """Wait until a file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _publish(unfinished: Path, path: Path) -> None:
    # A link fails where the name has been taken meanwhile; a rename would overwrite it.
    try:
        os.link(unfinished, path)
    except FileExistsError as error:
        raise FileError("already_exists", path=path) from error
    except OSError:  # a stick or a share without links
        if path.exists():
            raise FileError("already_exists", path=path) from None
        unfinished.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    if os.name == "nt":  # Windows cannot open a folder, and needs no sync of one
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
