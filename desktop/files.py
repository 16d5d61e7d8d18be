"""The files that are open, and who may write in them. Everything here runs on the worker.

A command is bound to the file it was made for, so for a moment two are open: the one that is left,
until what was typed in it is written, and the one that follows.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import db

if TYPE_CHECKING:
    from PySide6.QtCore import QLockFile

    from db import Ledger, PeriodId, Plan


class OpenFile:
    """One open file."""

    def __init__(self, ledger: Ledger, lock: QLockFile | None) -> None:
        self.ledger = ledger
        self.lock = lock
        self.period: PeriodId | None = None
        """What was read last; a write reads this period again."""
        self.plans: tuple[Plan, ...] = ()
        """As they were read last; one that is still the same stays the same object."""
        self.uses = 0


class OpenFiles:
    """Opens each file once, however often it is asked for, and closes it when nobody uses it."""

    def __init__(self) -> None:
        self._files: dict[tuple[Path, bool], OpenFile] = {}

    def open(self, path: Path, *, read_only: bool) -> OpenFile:
        """Open a file, or use it once more. Raises FileError as `db.open_ledger` does, and `locked_by`."""
        key = (path.resolve(), read_only)
        file = self._files.get(key)
        if file is None:
            file = self._files[key] = _open(path, read_only=read_only)
        file.uses += 1
        return file

    def let_go(self, file: OpenFile) -> None:
        """One use less."""
        file.uses -= 1
        if not file.uses:
            self._files = {key: other for key, other in self._files.items() if other is not file}
            _close(file)

    def close_all(self) -> None:
        """Close whatever is open."""
        for file in self._files.values():
            _close(file)
        self._files = {}


def _open(path: Path, *, read_only: bool) -> OpenFile:
    lock = None if read_only or not os.access(path, os.W_OK) else lock_for_writing(path)
    try:
        ledger = db.open_ledger(path, read_only=read_only)
    except BaseException:
        _unlock(lock)
        raise
    if ledger.kind is db.FileKind.RETURN:  # nobody can write in it
        _unlock(lock)
        lock = None
    return OpenFile(ledger, lock)


def _close(file: OpenFile) -> None:
    if not file.ledger.read_only and file.ledger.kind is not db.FileKind.RETURN:
        with suppress(db.FileError):  # what nothing names takes room until the file is left the next time
            db.drop_unused_attachments(file.ledger)
    file.ledger.close()
    _unlock(file.lock)


def _unlock(lock: QLockFile | None) -> None:
    if lock is not None:
        lock.unlock()


def lock_for_writing(path: Path) -> QLockFile | None:
    """Say beside the file that it is open for writing here (design.md §4); `unlock` takes that back.

    None where nothing can be written beside it: SQLite's own locks still keep writers apart. What a
    dead process of this computer left is taken over. Raises FileError("locked_by": path, who, host, lock).
    """
    from PySide6.QtCore import QFileInfo, QLockFile

    beside = path.resolve()
    beside = beside.with_name(f".{beside.name}.lock")
    lock = QLockFile(str(beside))
    lock.setStaleLockTime(0)  # only a dead process makes it stale, never its age
    if lock.tryLock(0):
        return lock
    if lock.error() is not QLockFile.LockError.LockFailedError:
        return None
    _, host, program = lock.getLockInfo()
    who = QFileInfo(str(beside)).owner() or program
    raise db.FileError("locked_by", path=path, who=who, host=host, lock=beside.name)
