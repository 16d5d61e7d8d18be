"""Copies of a ledger made before it is merged into or migrated, in a folder beside it."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
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
_NAMED = re.compile(r"(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\dZ)(?:_([a-z]+))?")
"""How `make` names a backup: when, and before what."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One automatic backup of a ledger."""

    name: str
    """Its file name, by which it is restored."""
    made_at: str
    """ISO 8601, UTC; empty where a file of another name was put there."""
    before: str
    """What it was made before: `merge`, `undo`, `migration`, `restore`, or empty where that is not known."""
    size: int
    """Bytes."""


def folder(path: Path) -> Path:
    """Where the backups of a ledger lie."""
    return path.with_name(f"{path.stem}.backups")


def make(path: Path, before: str = "") -> Path:
    """Copy the file as its last commit left it, also while a transaction of ours is open.

    `before` says what is about to be done, as in `Backup`. Raises FileError: `disk_full`, `no_permission` …
    """
    place = folder(path)
    with speaking_of(place):
        place.mkdir(exist_ok=True)
        target = unused(place / f"{now().replace(':', '-')}{f'_{before}' if before else ''}{path.suffix}")
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


def automatic_backups(path: Path) -> tuple[Backup, ...]:
    """The backups of a ledger, newest first."""
    with speaking_of(folder(path)):
        return tuple(_backup(file) for file in reversed(every(path)))


def has_backups(path: Path) -> bool:
    """Whether a ledger, or what stands in its place, has an automatic backup."""
    return bool(automatic_backups(path))


def _backup(file: Path) -> Backup:
    named = _NAMED.match(file.stem)
    made_at = f"{named[1]}{named[2]}:{named[3]}:{named[4]}" if named else ""
    return Backup(file.name, made_at, (named[5] or "") if named else "", file.stat().st_size)


def restore_backup(path: Path, name: str) -> Path:
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
            return make(path, "restore")
    except FileError as error:
        if error.code == "locked" or not path.exists():
            raise
    with speaking_of(path):
        damaged = unused(folder(path) / f"{path.stem}.damaged")
        damaged.write_bytes(path.read_bytes())
    return damaged
