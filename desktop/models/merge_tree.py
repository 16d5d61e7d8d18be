"""What a merge would do, or did: a row a file, below it a row an entry that can be left out."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
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

_CHOOSABLE = ("new", "changes", "conflict", "left_out")
_MARKS = {
    "new": "done",
    "taken_in": "done",
    "changes": "changed_after_approval",
    "conflict": "conflict",
}
"""Whose shape and colour a change of an entry bears."""


class Column(IntEnum):
    """What it is, what becomes of it in a word, and what is to be said of it."""

    NAME = 0
    CHANGE = 1
    TEXT = 2


class MergeTree(QAbstractItemModel):
    """Two levels: files, and their entries in the order of the plan."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[MergedFile, ...] = ()
        self._entries: list[list[MergedEntry]] = []
        self._names: Mapping[TaskId, str] = {}
        self._left_out: set[TaskId] = set()
        self._left_before: set[TaskId] = set()
        """What an earlier merge left out: it stays out unless it is chosen."""
        self._choosing = False

    def show_report(
        self,
        report: MergeReport | None,
        names: Mapping[TaskId, str],
        *,
        choosing: bool,
        left_out: frozenset[TaskId] = frozenset(),
        taken_in: frozenset[TaskId] = frozenset(),
    ) -> None:
        """Show a report; with `choosing`, entries can be left out, those of `left_out` are already.

        What an earlier merge left out can be chosen; that of `taken_in` is.

        `names` says what the tasks are called, in the order of the plan.
        """
        self.beginResetModel()
        self._files = report.files if report else ()
        self._names = names
        order = {task: place for place, task in enumerate(names)}
        self._entries = [
            sorted(file.entries, key=lambda entry: order.get(entry.task, len(order))) for file in self._files
        ]
        self._left_out = {
            entry.task
            for entries in self._entries
            for entry in entries
            if entry.change == "left_out" or (entry.task in left_out and entry.change in _CHOOSABLE)
        }
        self._left_before = {e.task for of in self._entries for e in of if e.change == "left_out"}
        self._left_out -= self._left_before & taken_in
        self._choosing = choosing
        self.endResetModel()

    @property
    def left_out(self) -> frozenset[TaskId]:
        """The tasks whose entries are not to be merged."""
        return frozenset(self._left_out)

    @property
    def taken_in(self) -> frozenset[TaskId]:
        """The tasks whose entries an earlier merge left out and that are to be merged now."""
        return frozenset(self._left_before - self._left_out)

    def entry_at(self, index: Index) -> MergedEntry | None:
        """The entry of a row; None for a file."""
        return self._entry(index)

    def file_at(self, index: Index) -> MergedFile | None:
        """The file of a row; None for an entry."""
        return self._files[index.row()] if index.isValid() and not index.internalId() else None

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
        return len(self._entries[parent.row()])

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """One for each of `Column`."""
        return len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Entries that would change something can be checked."""
        flags = super().flags(index)
        entry = self._entry(index)
        if entry and self._choosing and index.column() == Column.NAME and entry.change in _CHOOSABLE:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, mark and colour of a row."""
        if not index.isValid():
            return None
        entry = self._entry(index)
        if entry is None:
            return self._file_data(self._files[index.row()], Column(index.column()), role)
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
        for row, entries in enumerate(self._entries):
            if entries:
                top = self.index(row, 0)
                last = self.index(len(entries) - 1, len(Column) - 1, top)
                self.dataChanged.emit(self.index(0, 0, top), last)
        return True

    def _entry(self, index: Index) -> MergedEntry | None:
        file = index.internalId() if index.isValid() else 0
        return self._entries[file - 1][index.row()] if file else None

    def _file_data(self, file: MergedFile, column: Column, role: int) -> Any:
        style = theme.state_style(file.outcome)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (file.name, self._outcome_word(file.outcome), file_summary(file))[column]
        if role == Qt.ItemDataRole.ForegroundRole and column == Column.CHANGE:
            return QColor(style.colour)
        if role == Qt.ItemDataRole.DecorationRole and column == Column.CHANGE:
            return icons.shape(style.shape, style.colour)
        return None

    def _entry_data(self, entry: MergedEntry, index: Index, role: int) -> Any:
        change = self._change(entry)
        column = Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            words = change_told(change) if role == Qt.ItemDataRole.ToolTipRole else change_word(change)
            text = " ".join((entry.after.narrative or entry.after.reason).split())
            if entry.amended and column == Column.TEXT:
                amended = translate("MergeTree", "[task changed since it was issued]")
                text = f"{amended} {text}"
            return (self._names.get(entry.task, ""), words, text)[column]
        if role == Qt.ItemDataRole.CheckStateRole and self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return Qt.CheckState.Unchecked if change == "left_out" else Qt.CheckState.Checked
        return self._look(change, column, role)

    def _change(self, entry: MergedEntry) -> str:
        if entry.task in self._left_out:
            return "left_out"
        return "taken_in" if entry.change == "left_out" else entry.change

    def _outcome_word(self, outcome: str) -> str:
        return {
            "merged": translate("MergeTree", "to merge")
            if self._choosing
            else translate("MergeTree", "merged"),
            "unchanged": translate("MergeTree", "no change"),
            "refused": translate("MergeTree", "refused"),
        }[outcome]

    def _look(self, change: str, column: Column, role: int) -> Any:
        style = theme.state_style(_MARKS[change]) if change in _MARKS else None
        if role == Qt.ItemDataRole.ForegroundRole:
            if style is None:
                return QColor(theme.colours().muted)
            return QColor(style.colour if column == Column.CHANGE else theme.colours().text)
        if role == Qt.ItemDataRole.DecorationRole and column == Column.CHANGE and style:
            return icons.shape(style.shape, style.colour)
        return None


def change_word(change: str) -> str:
    """What becomes of an entry in a word, in the language of the window."""
    return {
        "new": translate("MergeTree", "new"),
        "changes": translate("MergeTree", "replaces"),
        "same": translate("MergeTree", "the same"),
        "older": translate("MergeTree", "older"),
        "conflict": translate("MergeTree", "conflict"),
        "left_out": translate("MergeTree", "left out"),
        "taken_in": translate("MergeTree", "taken in"),
    }[change]


def change_told(change: str) -> str:
    """What becomes of an entry, told in full."""
    return {
        "new": translate("MergeTree", "new"),
        "changes": translate("MergeTree", "replaces what was there"),
        "same": translate("MergeTree", "the same as here"),
        "older": translate("MergeTree", "older than what is here; changes nothing"),
        "conflict": translate("MergeTree", "differs from what others reported: a conflict, both are kept"),
        "left_out": translate("MergeTree", "left out"),
        "taken_in": translate("MergeTree", "left out of an earlier merge, and now taken in"),
    }[change]


def file_summary(file: MergedFile) -> str:
    """What becomes of a file, in a line: counts, or why it is refused."""
    if file.outcome == "refused":
        return " ".join(messages.sentence(reason.code, reason.params) for reason in file.reasons)
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
