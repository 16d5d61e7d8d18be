"""Pictures and files beside an entry: each lies in the file once, by its SHA-256, however often it is used.

A revision names what belongs to it (`Content.attachments`) and its hash covers that; the bytes travel
with the revisions of the period that is reported on.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from db.errors import FileError, RefusedError, RequestError
from db.ledger import (
    Ledger,
    plain_name,
    reading,
    shown_name,
    speaking_of,
    sync,
    unfinished_beside,
    unused,
)
from db.records import AttachmentRef, Content, Revision

MOST_BYTES_ATTACHED = 5 * 1024 * 1024
"""Of one attachment: a photograph of a telephone. Said before one is chosen, and when it is too large."""
MOST_ATTACHMENTS = 20
"""Of one entry."""
_MOST_OF_A_NAME = 200
_MOST_OF_A_FILE_NAME = 70
"""Characters; a file system takes 255 bytes, and Han takes three each."""


def attach_file(ledger: Ledger, path: Path) -> AttachmentRef:
    """Put a file's bytes into the ledger; the reference is for `Content.attachments`.

    Raises FileError as `reading` does and `empty_file`; RequestError(`attachment_too_large`).
    """
    with reading(path) as status:
        if status.st_size > MOST_BYTES_ATTACHED:
            raise _too_large(shown_name(path))
        with path.open("rb") as file:
            data = file.read(MOST_BYTES_ATTACHED + 1)
    if not data:
        raise FileError("empty_file", path=path)
    return attach_bytes(ledger, shown_name(path), data)


def attach_bytes(ledger: Ledger, name: str, data: bytes) -> AttachmentRef:
    """Put bytes (a picture that was pasted) into the ledger. Raises RequestError(`attachment_too_large`)."""
    if len(data) > MOST_BYTES_ATTACHED:
        raise _too_large(name)
    key = hashlib.sha256(data).hexdigest()
    with ledger.transaction() as connection:
        insert(connection, {key: data})
    return AttachmentRef(key, unicodedata.normalize("NFC", plain_name(name))[-_MOST_OF_A_NAME:])


def _too_large(name: str) -> RequestError:
    return RequestError("attachment_too_large", name=name, limit=MOST_BYTES_ATTACHED // 1024 // 1024)


def attachment(ledger: Ledger, ref: AttachmentRef) -> bytes:
    """The bytes of an attachment.

    Raises RequestError(`attachment_missing`) when they lie in another copy, FileError(`damaged`) when
    they are not what they were.
    """
    found = ledger.rows("SELECT bytes FROM attachment WHERE sha256 = ?", ref.sha256)
    if not found:
        raise RequestError("attachment_missing", name=ref.name)
    data = bytes(found[0][0])
    if hashlib.sha256(data).hexdigest() != ref.sha256:
        raise FileError("damaged", path=ledger.path)
    return data


def attachment_sizes(ledger: Ledger, refs: Iterable[AttachmentRef]) -> dict[str, int]:
    """Bytes of each attachment that lies in this file, by SHA-256."""
    sizes = {}
    for key in {ref.sha256 for ref in refs}:
        for (size,) in ledger.rows("SELECT length(bytes) FROM attachment WHERE sha256 = ?", key):
            sizes[key] = size
    return sizes


def save_attachment(ledger: Ledger, ref: AttachmentRef, path: Path) -> None:
    """Write an attachment to `path`, in place of what lies there. Raises FileError: `no_permission`, …"""
    data = attachment(ledger, ref)
    with speaking_of(path):
        unfinished = unfinished_beside(path)
        try:
            unfinished.write_bytes(data)
            sync(unfinished)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)


def lend_attachment(ledger: Ledger, ref: AttachmentRef, folder: Path) -> Path:
    """Write a copy below `folder` that another program can show and not write in; where it lies.

    Raises as `attachment` does, and FileError: `disk_full`, `no_permission` …
    """
    data = attachment(ledger, ref)
    with speaking_of(folder):
        path = unused(folder / attachment_file_name(ref))
        path.write_bytes(data)
        path.chmod(0o400)
    return path


def attachment_file_name(ref: AttachmentRef) -> str:
    """The name of an attachment as one of a file: in no other folder, hidden from nobody."""
    name = plain_name(ref.name).strip(". ")[-_MOST_OF_A_FILE_NAME:]
    return name or ref.sha256[:8]


def shown_attachment(ref: AttachmentRef) -> str:
    """Its name for a sentence, however long a file says it is."""
    return ref.name[:_MOST_OF_A_NAME]


def check_attached(ledger: Ledger, content: Content, task: str) -> None:
    """Whether what is about to be saved has its attachments at hand.

    Raises RequestError: `attachment_missing`, `too_many_attachments`.
    """
    if len(content.attachments) > MOST_ATTACHMENTS:
        raise RequestError("too_many_attachments", task=task, limit=MOST_ATTACHMENTS)
    sizes = attachment_sizes(ledger, content.attachments)
    for ref in content.attachments:
        if ref.sha256 not in sizes:
            raise RequestError("attachment_missing", name=ref.name)


def drop_unused_attachments(ledger: Ledger) -> int:
    """Drop the bytes that nothing names any more; how many went.

    Asked for when a file is left: until then whoever takes one away may want it back. What a merge took
    out of the ledger keeps its bytes: the undo of that merge puts it back.
    """
    if not ledger.rows("SELECT 1 FROM attachment LIMIT 1"):
        return 0  # nothing is written in a file that has none
    with ledger.transaction() as connection:
        return connection.execute(f"DELETE FROM attachment WHERE sha256 NOT IN ({_NAMED})").rowcount


_NAMED = """
  SELECT sha256 FROM revision_attachment
  UNION SELECT json_extract(a.value, '$[0]') FROM draft AS d, json_each(d.content, '$.attachments') AS a
  UNION SELECT json_extract(a.value, '$[0]')
    FROM taken_out AS t, json_each(t.revision, '$.content.attachments') AS a
"""
"""The SHA-256 of everything that a revision, a draft, or a revision that was taken out names."""


def referenced(revisions: Iterable[Revision]) -> set[str]:
    """The SHA-256 of everything that these revisions name."""
    return {ref.sha256 for revision in revisions for ref in revision.content.attachments}


def load(connection: sqlite3.Connection, revisions: Iterable[Revision]) -> dict[str, bytes]:
    """The bytes that these revisions name, as far as they are at hand, by SHA-256."""
    found: dict[str, bytes] = {}
    for key in sorted(referenced(revisions)):
        for (data,) in connection.execute("SELECT bytes FROM attachment WHERE sha256 = ?", (key,)):
            found[key] = bytes(data)
    return found


def load_foreign(connection: sqlite3.Connection, revisions: Iterable[Revision]) -> dict[str, bytes]:
    """The same from a file of elsewhere, where each must be in bounds and true to its hash.

    Raises RefusedError: `too_large`, `bad_attachment`.
    """
    found: dict[str, bytes] = {}
    for revision in revisions:
        for ref in revision.content.attachments:
            data = None if ref.sha256 in found else _foreign_bytes(connection, ref)
            if data is not None:
                found[ref.sha256] = data
    return found


def _foreign_bytes(connection: sqlite3.Connection, ref: AttachmentRef) -> bytes | None:
    sql = "SELECT length(bytes) FROM attachment WHERE sha256 = ?"
    row = connection.execute(sql, (ref.sha256,)).fetchone()
    if row is None:
        return None
    if row[0] > MOST_BYTES_ATTACHED or len(ref.name) > _MOST_OF_A_NAME:
        raise RefusedError("too_large", what="attachment", limit=MOST_BYTES_ATTACHED)
    (data,) = connection.execute("SELECT bytes FROM attachment WHERE sha256 = ?", (ref.sha256,)).fetchone()
    if hashlib.sha256(data).hexdigest() != ref.sha256:
        raise RefusedError("bad_attachment", name=ref.name)
    return bytes(data)


def lost(connection: sqlite3.Connection, found: Mapping[str, bytes]) -> set[str]:
    """The SHA-256 of what is not at hand here, though a file brings it."""
    if not found:
        return set()
    there = connection.execute(
        "SELECT sha256 FROM attachment WHERE sha256 IN (SELECT value FROM json_each(?))",
        (json.dumps(list(found)),),
    )
    return found.keys() - {key for (key,) in there}


def insert(connection: sqlite3.Connection, found: Mapping[str, bytes]) -> list[str]:
    """Add what is not there yet; the SHA-256 of each that was new."""
    fresh = []
    for key, data in found.items():
        sql = "INSERT OR IGNORE INTO attachment (sha256, bytes) VALUES (?, ?)"
        if connection.execute(sql, (key, data)).rowcount == 1:
            fresh.append(key)
    return fresh


def remove(connection: sqlite3.Connection, keys: Iterable[str]) -> None:
    """Take out what a merge brought, unless something else names it by now: for undo."""
    connection.executemany(
        f"DELETE FROM attachment WHERE sha256 = ? AND sha256 NOT IN ({_NAMED})",
        [(key,) for key in keys],
    )
