"""Read a file that came from elsewhere without believing any of it; design.md §4.

The bytes are read once and opened in memory: what was checked is what is read, whatever happens to
the file meanwhile. Nothing of the foreign schema runs, because a schema that is not ours is refused.
"""

from __future__ import annotations

import re
import sqlite3
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from db import attachments, revision_rows, schema
from db.errors import FileError, RefusedError
from db.ledger import check_header, shown_name
from db.reader import Reader
from db.records import MOST_CHARACTERS, Content, FileKind, Revision, RevisionId, TaskId, Terms
from db.revisions import decimal_text, verify
from db.seals import terms_of

MOST_BYTES = 256 * 1024 * 1024
MOST_REVISIONS = 20_000
_MOST_OF_A_NAME = 100
"""Characters of a name that is only shown; what is longer is cut."""
MOST_STEPS = 50_000_000
"""SQLite instructions for a file of a megabyte or less: seconds of work."""
_STRIDE = 100_000

_NUMBER = re.compile(r"-?\d{1,30}(\.\d{1,20})?")
_RECORD_OF_STEPS = "_sqlite_migrations"


@dataclass(frozen=True, slots=True)
class Foreign:
    """What a fill-in file or a return says, each revision true to its hash, nothing else proven yet."""

    name: str
    kind: FileKind
    plan_title: str
    unit_name: str
    period_label: str
    task_names: dict[TaskId, str]
    """How a person names each task: `7.4#2`."""
    terms: Terms
    key: bytes | None
    """The seal key, in a fill-in file."""
    seal: bytes | None
    """The seal, in a return."""
    handed: tuple[RevisionId, ...] | None
    """The ids that a return hands in."""
    author: str
    made_at: str
    revisions: dict[RevisionId, Revision]
    attachments: dict[str, bytes]
    """What the revisions name, by SHA-256."""


def read(path: Path, reader: Reader, data: bytes | None = None) -> Foreign:
    """Read a fill-in file or a return; `data` are its bytes, where they have been read already.

    Raises what `checked` raises, and RefusedError: `is_a_ledger`, `bad_terms`, `bad_value`, `not_nfc`,
    `bad_hash`, `bad_seal`, `bad_attachment`.
    """
    with checked(path, reader, data) as connection:
        return _read(path, connection)


@contextmanager
def checked(path: Path, reader: Reader, data: bytes | None = None) -> Iterator[sqlite3.Connection]:
    """The file's content in memory, its schema ours and whole; what is read from it is still to be judged.

    Raises FileError: `not_found`, `is_directory`, `no_permission`, `not_regular`, `empty_file`,
    `not_a_ledger`, `newer_version`, `damaged`; RefusedError: `too_large`, `foreign_schema`; and
    `bad_value` for what the reader trips over.
    """
    data = file_bytes(path) if data is None else data
    check_header(path, data[:100])
    try:
        with reader.opened(data, _Budget(len(data)), _STRIDE) as connection:
            _check_whole(path, connection)
            yield connection
    except sqlite3.Error as error:
        raise FileError("damaged", path=path, detail=error) from error
    except (ValueError, TypeError, KeyError, ArithmeticError) as error:
        raise RefusedError("bad_value", place=error) from error


def _check_whole(path: Path, connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise FileError("damaged", path=path)
    # The quick check does not look whether an index leads to every row. A seal tells of each revision
    # that a return hands in; of what else is in a file, nothing would be missed.
    sealed = connection.execute("SELECT kind FROM file").fetchall() == [(FileKind.RETURN,)]
    if not sealed and connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise FileError("damaged", path=path)


def file_bytes(path: Path) -> bytes:
    """All of a file that came from elsewhere, read once.

    Raises FileError: `not_found`, `is_directory`, `no_permission`, `not_regular`; RefusedError(`too_large`).
    """
    try:
        mode = path.lstat()
        if stat.S_ISDIR(mode.st_mode):
            raise FileError("is_directory", path=path)
        if not stat.S_ISREG(mode.st_mode):
            raise FileError("not_regular", path=path)
        if mode.st_size > MOST_BYTES:
            raise RefusedError("too_large", what=path.name, limit=MOST_BYTES)
        with path.open("rb", buffering=0) as file:
            return file.read(mode.st_size + 1)  # a device or a file that grows has no end
    except FileNotFoundError as error:
        raise FileError("not_found", path=path) from error
    except OSError as error:
        raise FileError("no_permission", path=path) from error


def _read(path: Path, connection: sqlite3.Connection) -> Foreign:
    kind = FileKind(_one(connection, "SELECT kind FROM file"))
    if kind is FileKind.LEDGER:
        raise RefusedError("is_a_ledger", path=path)
    terms = terms_of(_one(connection, "SELECT terms FROM dispatch"))
    handed, seal, author, made_at = None, None, "", ""
    if kind is FileKind.RETURN:
        row = connection.execute("SELECT id, author, made_at, seal FROM return").fetchall()
        if len(row) != 1:
            raise RefusedError("bad_value", place="return")
        identity, author, made_at, seal = row[0]
        author, made_at = author[:_MOST_OF_A_NAME], made_at[:_MOST_OF_A_NAME]  # the seal is not over these
        sql = "SELECT revision_id FROM return_revision WHERE return_id = ? ORDER BY 1"
        handed = tuple(RevisionId(i) for (i,) in connection.execute(sql, (identity,)))
    plan_title, unit_name, period_label = _names(connection, terms)
    found = _revisions(connection, terms)
    return Foreign(
        name=shown_name(path),
        kind=kind,
        plan_title=plan_title,
        unit_name=unit_name,
        period_label=period_label,
        task_names=_task_names(connection),
        terms=terms,
        key=_key(connection, kind, terms),
        seal=seal,
        handed=handed,
        author=author,
        made_at=made_at,
        revisions=found,
        attachments=attachments.load_foreign(connection, found.values()),
    )


class _Budget:
    """Counts SQLite's instructions and stops a query that has had enough."""

    def __init__(self, size: int) -> None:
        self.left = MOST_STEPS // _STRIDE * max(1, size >> 20)

    def __call__(self) -> int:
        self.left -= 1
        return int(self.left < 0)


def _one(connection: sqlite3.Connection, sql: str, *values: object) -> str:
    rows = connection.execute(sql, values).fetchall()
    if len(rows) != 1 or not isinstance(rows[0][0], str):
        raise RefusedError("bad_value", place=sql.split(" FROM ")[1].split()[0])
    if len(rows[0][0]) > MOST_BYTES // 64:
        raise RefusedError("too_large", what=sql.split(" FROM ")[1].split()[0], limit=MOST_BYTES // 64)
    text: str = rows[0][0]
    return text


def _names(connection: sqlite3.Connection, terms: Terms) -> tuple[str, str, str]:
    sql = (
        "SELECT p.title, u.name, e.label FROM plan AS p, unit AS u, period AS e "
        "WHERE p.id = ? AND u.id = ? AND e.id = ?"
    )
    rows = connection.execute(sql, (terms.plan, terms.unit, terms.period)).fetchall()
    if len(rows) != 1:
        raise RefusedError("bad_value", place="plan, unit, period")
    title, unit, label = (name[:_MOST_OF_A_NAME] for name in rows[0])
    return title, unit, label


def _task_names(connection: sqlite3.Connection) -> dict[TaskId, str]:
    sql = "SELECT t.id, i.number, t.position FROM task AS t JOIN item AS i ON i.id = t.item_id"
    return {TaskId(key): f"{number[:20]}#{position}" for key, number, position in connection.execute(sql)}


def _key(connection: sqlite3.Connection, kind: FileKind, terms: Terms) -> bytes | None:
    if kind is FileKind.RETURN:
        return None
    rows = connection.execute("SELECT key FROM seal_key WHERE dispatch_id = ?", (terms.id,)).fetchall()
    if len(rows) != 1:
        raise RefusedError("bad_seal")
    return bytes(rows[0][0])


@cache
def _our_schema() -> frozenset[tuple[str, str, str, str]]:
    connection = sqlite3.connect(":memory:")
    try:
        schema.create(connection)
        return schema.fingerprint(connection)
    finally:
        connection.close()


def check_schema(found: Iterable[tuple[Any, ...]]) -> None:
    """Whether a schema is ours. Raises RefusedError(`foreign_schema`)."""
    # The table in which sqlite-utils records migrations is worded by sqlite-utils, and never read here.
    theirs = {
        (kind, name, table, sql or "")
        for kind, name, table, sql, _ in found
        if not (table == _RECORD_OF_STEPS and kind in ("table", "index"))
    }
    if differing := theirs ^ _our_schema():
        raise RefusedError("foreign_schema", name=min(row[1] for row in differing)[:40])


def _revisions(connection: sqlite3.Connection, terms: Terms) -> dict[RevisionId, Revision]:
    (count,) = connection.execute("SELECT count(*) FROM revision").fetchone()
    if count > MOST_REVISIONS:
        raise RefusedError("too_large", what="revision", limit=MOST_REVISIONS)
    return revisions(connection, "period_id = ?", terms.period)


def revisions(connection: sqlite3.Connection, where: str, *values: str) -> dict[RevisionId, Revision]:
    """Revisions of a checked file, each in bounds and true to its hash.

    Raises RefusedError: `bad_value`, `too_large`, `not_nfc`, `bad_hash`.
    """
    for (value,) in connection.execute("SELECT DISTINCT value FROM figure"):
        if not _NUMBER.fullmatch(value) or decimal_text(Decimal(value)) != value:
            raise RefusedError("bad_value", place=f"figure {value[:20]}")
    found = revision_rows.load(connection, where, *values)
    for revision in found.values():
        _check_bounds(revision)
        verify(revision)
    return found


def _check_bounds(revision: Revision) -> None:
    content = revision.content
    told = {name: getattr(content, name) for name in _TEXTS}
    named = {"author": revision.author, "saved_at": revision.saved_at}
    for name, text in (told | named).items():
        if len(text) > MOST_CHARACTERS:
            raise RefusedError("too_large", what=name, limit=MOST_CHARACTERS)
    if sum(len(e.code) + len(e.place) + len(e.text) for e in content.explanations) > MOST_CHARACTERS:
        raise RefusedError("too_large", what="explanation", limit=MOST_CHARACTERS)


_TEXTS = tuple(f.name for f in fields(Content) if f.type == "str")
