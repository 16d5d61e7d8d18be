"""Watching a folder for files that come back: a file is told once it is there whole.

A folder is only listed, on the worker. A file counts as whole when two looks a while apart find the same
size and the same time of change; until then it is not touched.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from desktop.session import Session

SUFFIXES = (".shishi", ".xlsx")
PAUSE = 300
"""Milliseconds from a sign of change to a look: several signs come at once."""
STABLE = 1_000
"""Milliseconds for which a file has to stay the same."""
PATIENCE = 60
"""Looks at a file that stays empty; after them only a sign of change has it looked at again."""


@dataclass(frozen=True, slots=True)
class Look:
    """A file as a look found it."""

    path: Path
    size: int
    changed: int
    """Nanoseconds since 1970, as the file system says."""


def look_at(folder: Path, ledger: Path) -> frozenset[Look]:
    """The files of a folder that may have come back. Runs on the worker. Raises OSError."""
    found = set()
    for path in folder.iterdir():
        if path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~")) and path != ledger:
            try:
                status = path.stat()
            except FileNotFoundError:  # gone since the folder was listed
                continue
            if path.is_file():
                found.add(Look(path, status.st_size, status.st_mtime_ns))
    return frozenset(found)


class FolderWatch(QObject):
    """Watches one folder for one ledger."""

    arrived = Signal(list)
    """Paths of files that are there whole and that were not told before, in the order of their names."""
    lost = Signal()
    """The folder cannot be read any more."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder: Path | None = None
        self._ledger = Path()
        self._last: frozenset[Look] = frozenset()
        self._told: set[Look] = set()
        self._looking = False
        self._patience = PATIENCE
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda: self.look_soon())
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._look)
        self._again = QTimer(self, singleShot=True, interval=STABLE)
        self._again.timeout.connect(self._look)

    @property
    def folder(self) -> Path | None:
        """The folder that is watched."""
        return self._folder

    def watch(self, folder: Path | None, ledger: Path) -> None:
        """Watch another folder (None: none) for the ledger at a path; what lies there is told too."""
        self._stop()
        self._folder, self._ledger = folder, ledger
        self._last, self._told = frozenset(), set()
        if folder is not None:
            self._watcher.addPath(str(folder))
            self.look_soon()

    def forget(self, paths: list[Path]) -> None:
        """Tell these files once more at the next look."""
        self._told = {one for one in self._told if one.path not in paths}

    def look_soon(self) -> None:
        """Look in a moment."""
        if self._folder is not None:
            self._soon.start()

    def _stop(self) -> None:
        self._soon.stop()
        self._again.stop()
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())

    def _look(self) -> None:
        folder, ledger = self._folder, self._ledger
        if folder is None:
            return
        if self._looking:
            self._again.start()
            return
        self._looking = True

        def work() -> frozenset[Look] | None:
            try:
                return look_at(folder, ledger)
            except OSError:  # the stick was pulled out: said as such
                return None

        self._session.work_aside(
            work, lambda found: self._seen(folder, found), crashed=self._crashed, receiver=self
        )

    def _crashed(self, _: BaseException) -> None:
        self._looking = False

    def _seen(self, folder: Path, found: frozenset[Look] | None) -> None:
        self._looking = False
        if folder != self._folder:
            self.look_soon()
        elif found is None:
            self._stop()
            self.lost.emit()
        else:
            self._tell(found)

    def _tell(self, found: frozenset[Look]) -> None:
        fresh = found - self._told
        whole = sorted((one for one in fresh & self._last if one.size), key=lambda one: one.path.name)
        self._patience = PATIENCE if found != self._last else self._patience - 1
        self._last = found
        self._told |= set(whole)
        if fresh - set(whole) and self._patience > 0:
            self._again.start()
        if whole:
            self.arrived.emit([one.path for one in whole])
