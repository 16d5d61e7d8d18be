"""Copies of a ledger made before it is merged into or migrated, in a folder beside it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from db.errors import FileError
from db.ledger import (
    connect,
    now,
    open_ledger,
    speaking_of,
    sync,
    sync_folder,
    unfinished_beside,
    unused,
)

KEPT = 20
"""How many backups stay; the oldest go first."""


def folder(path: Path) -> Path:
    """Where the backups of a ledger lie."""
    return path.with_name(f"{path.stem}.backups")


def make(path: Path) -> Path:
    """Copy the file as its last commit left it, also while a transaction of ours is open.

    Raises FileError: `disk_full`, `no_permission` …
    """
    place = folder(path)
    with speaking_of(place):
        place.mkdir(exist_ok=True)
        target = unused(place / f"{now().replace(':', '-')}{path.suffix}")
        unfinished = target.with_suffix(".unfinished")
        try:
            copy = sqlite3.connect(unfinished)
            # A connection that has begun to write cannot be copied from; a second one reads beside it.
            with closing(copy), closing(connect(path, read_only=True)) as source:
                source.backup(copy)
            sync(unfinished)
            unfinished.replace(target)
            sync_folder(place)
        finally:
            unfinished.unlink(missing_ok=True)
        for old in every(path)[:-KEPT]:
            old.unlink()
    return target


def every(path: Path) -> list[Path]:
    """The backups of a ledger, oldest first."""
    return sorted(folder(path).glob(f"*{path.suffix}"), key=lambda file: (file.stat().st_mtime_ns, file.name))


def restore(path: Path, name: str) -> Path:
    """Put a backup, by its file name, in the place of the ledger; where the ledger of before now lies.

    What stands is kept as one more backup, byte for byte if it is damaged. Raises FileError: `not_found`
    for the backup, and what `open_ledger` raises for it; `locked` while another program writes.
    """
    source = folder(path) / name
    open_ledger(source, read_only=True).close()
    kept = _keep(path)
    with speaking_of(path):
        unfinished = unfinished_beside(path)
        try:
            unfinished.write_bytes(source.read_bytes())
            sync(unfinished)
            unfinished.replace(path)
            sync_folder(path.parent)
        finally:
            unfinished.unlink(missing_ok=True)
    return kept


def _keep(path: Path) -> Path:
    try:
        with open_ledger(path) as ledger, ledger.transaction():  # nobody else is writing
            return make(path)
    except FileError as error:
        if error.code == "locked" or not path.exists():
            raise
    with speaking_of(path):
        damaged = unused(folder(path) / f"{path.stem}.damaged")
        damaged.write_bytes(path.read_bytes())
    return damaged
