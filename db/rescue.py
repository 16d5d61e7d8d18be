"""What is typed, brought to safety elsewhere when its own file cannot be written."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import ExitStack, closing
from pathlib import Path

from db.errors import FileError
from db.ledger import Ledger, appearing, in_memory, unused
from db.ledger_entries import save_draft
from db.records import Draft


def save_copy(ledger: Ledger, path: Path, typed: Sequence[Draft], plain: str) -> Path:
    """Write a copy of the file, with the drafts `typed` in it, to `path`; where it was written.

    If the file cannot even be read any more (its stick was pulled), `plain`, the same words as text, is
    written beside that name instead, as `.txt`. Raises FileError: `already_exists`, `disk_full`,
    `no_permission`, `write_failed`.
    """
    with ExitStack() as stack:
        try:
            copy = stack.enter_context(in_memory(ledger))
        except FileError:
            return _as_text(path, plain)
        for draft in typed:
            save_draft(copy, draft)
        return _written(copy.connection, path)


def _as_text(path: Path, plain: str) -> Path:
    text = unused(path.with_suffix(".txt"))
    with appearing(text) as unfinished:
        unfinished.write_bytes(plain.replace("\n", os.linesep).encode("utf-8-sig", "replace"))
    return text


def _written(connection: sqlite3.Connection, path: Path) -> Path:
    with appearing(path) as unfinished, closing(sqlite3.connect(unfinished)) as target:
        connection.backup(target)
    return path
