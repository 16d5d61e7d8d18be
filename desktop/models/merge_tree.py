"""What a merge would do, or did: a row a file, below it a row an entry that can be left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor

from desktop import icons, messages, theme

if TYPE_CHECKING:
    from db import MergedEntry, MergedFile, MergeReport, TaskId

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
translate = QCoreApplication.translate

_CHOOSABLE = ("new", "changes", "conflict")


class MergeTree(QAbstractItemModel):
    """Two levels, two columns: what it is, and what becomes of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[MergedFile, ...] = ()
        self._names: Mapping[TaskId, str] = {}
        self._left_out: set[TaskId] = set()
        self._choosing = False

    def show_report(self, report: MergeReport | None, names: Mapping[TaskId, str], *, choosing: bool) -> None:
        """Show a report; with `choosing`, entries can be left out. `names` says what a task is called."""
        self.beginResetModel()
        self._files = report.files if report else ()
        self._names = names
        self._left_out = {
            entry.task for file in self._files for entry in file.entries if entry.change == "left_out"
        }
        self._choosing = choosing
        self.endResetModel()

    @property
    def left_out(self) -> frozenset[TaskId]:
        """The tasks whose entries are not to be merged."""
        return frozenset(self._left_out)

    def index(self, row: int, column: int, parent: Index = NO_PARENT) -> QModelIndex:
        """A file has the internal id 0, an entry the number of its file, counted from 1."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = NO_PARENT) -> QModelIndex:  # type: ignore[override]
        """The file of an entry."""
        file = index.internalId() if index.isValid() else 0
        return self.createIndex(file - 1, 0, 0) if file else QModelIndex()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Files, or the entries of a file."""
        if not parent.isValid():
            return len(self._files)
        if parent.internalId() or parent.column():
            return 0
        return len(self._files[parent.row()].entries)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Two."""
        return 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Entries that would change something can be checked."""
        flags = super().flags(index)
        entry = self._entry(index)
        if entry and self._choosing and index.column() == 0 and entry.change in _CHOOSABLE:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, mark and colour of a row."""
        if not index.isValid():
            return None
        entry = self._entry(index)
        if entry is None:
            return self._file_data(self._files[index.row()], index.column(), role)
        return self._entry_data(entry, index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Leave an entry out, or take it in again: in every file that has one for the task."""
        entry = self._entry(index)
        if entry is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._left_out.discard(entry.task)
        else:
            self._left_out.add(entry.task)
        for row, file in enumerate(self._files):
            if file.entries:
                top = self.index(row, 0)
                last = len(file.entries) - 1
                self.dataChanged.emit(self.index(0, 0, top), self.index(last, 1, top))
        return True

    def _entry(self, index: Index) -> MergedEntry | None:
        file = index.internalId() if index.isValid() else 0
        return self._files[file - 1].entries[index.row()] if file else None

    def _file_data(self, file: MergedFile, column: int, role: int) -> Any:
        style = theme.state_style(file.outcome)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return file.name if column == 0 else file_summary(file)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(style.colour)
        if role == Qt.ItemDataRole.DecorationRole and column == 0:
            return icons.shape(style.shape, style.colour)
        return None

    def _entry_data(self, entry: MergedEntry, index: Index, role: int) -> Any:
        out = entry.task in self._left_out
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if index.column() == 0:
                return self._names.get(entry.task, "")
            change = change_word("left_out" if out else entry.change)
            return f"{change}:  {entry.after.narrative or entry.after.reason}"
        if role == Qt.ItemDataRole.CheckStateRole and self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return Qt.CheckState.Unchecked if out else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.ForegroundRole:
            now = theme.colours()
            return QColor(now.muted if out or entry.change in ("same", "older") else now.text)
        return None


def change_word(change: str) -> str:
    """What a file does to one entry, in the language of the window."""
    return {
        "new": translate("MergeTree", "new"),
        "changes": translate("MergeTree", "replaces what was there"),
        "same": translate("MergeTree", "the same as here"),
        "older": translate("MergeTree", "older than what is here; changes nothing"),
        "conflict": translate("MergeTree", "differs from what others reported: a conflict, both are kept"),
        "left_out": translate("MergeTree", "left out"),
    }[change]


def file_summary(file: MergedFile) -> str:
    """What becomes of a file, in a line: counts, or why it is refused."""
    if file.outcome == "refused":
        reasons = [messages.sentence(reason.code, reason.params) for reason in file.reasons]
        return translate("MergeTree", "refused: {reasons}").format(reasons=" ".join(reasons))
    parts = [part for part in (file.unit, file.period) if part]
    for count, text in (
        (file.added, translate("MergeTree", "{count} new")),
        (file.same, translate("MergeTree", "{count} already here")),
        (file.conflicts, translate("MergeTree", "{count} in conflict")),
    ):
        if count:
            parts.append(text.format(count=count))
    if file.outcome == "unchanged":
        parts.append(translate("MergeTree", "nothing to merge"))
    parts += [messages.sentence(reason.code, reason.params) for reason in file.reasons]
    return "  ·  ".join(parts)
