"""What the merge is measured against, over the same files and rows."""

from __future__ import annotations

import shutil
import sqlite3
import warnings
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

_CARRIED = ("revision", "revision_parent", "figure")


def floor(files: Sequence[Path]) -> int:
    """Read every byte once, and nothing else; how many there are."""
    return sum(len(file.read_bytes()) for file in files)


def plain(target: Path, files: Sequence[Path], *, synchronous: str = "FULL") -> None:
    """What any script would do: open read-only, select, upsert, a commit a file, nothing checked."""
    with closing(sqlite3.connect(target)) as ours:
        ours.execute(f"PRAGMA synchronous = {synchronous}")
        for file in files:
            with closing(sqlite3.connect(f"file:{quote(str(file))}?mode=ro", uri=True)) as theirs:
                for table in _CARRIED:
                    rows = theirs.execute(f"SELECT * FROM {table}").fetchall()
                    _upsert(ours, table, rows)
            ours.commit()


def _upsert(ours: sqlite3.Connection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        ours.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", rows)
