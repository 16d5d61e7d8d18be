"""What was sent to whom, as a table: the newest on top."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop import times

if TYPE_CHECKING:
    from db import IssuedFile, UnitId

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
translate = QCoreApplication.translate


class Column(IntEnum):
    """The columns from left to right."""

    UNIT = 0
    AT = 1
    DUE = 2
    TASKS = 3
    FILE = 4
    REMARK = 5


def column_title(column: int) -> str:
    """The title of a column, in the language of the window."""
    return (
        translate("SentTable", "Unit"),
        translate("SentTable", "Sent"),
        translate("SentTable", "Due"),
        translate("SentTable", "Tasks"),
        translate("SentTable", "File"),
        translate("SentTable", "Remark"),
    )[column]


class SentTable(QAbstractTableModel):
    """A row for each file that was written."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[IssuedFile] = []
        self._names: dict[UnitId, str] = {}

    def show_files(self, files: tuple[IssuedFile, ...], names: dict[UnitId, str]) -> None:
        """Show these in place of what is shown."""
        self.beginResetModel()
        self._rows, self._names = list(reversed(files)), names
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many files were sent."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return column_title(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell; under `Qt.UserRole` the `db.IssuedFile` of its row."""
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, Column(index.column()))
        if role == Qt.ItemDataRole.UserRole:
            return row
        return None

    def _text(self, row: IssuedFile, column: Column) -> str:
        match column:
            case Column.UNIT:
                return self._names.get(row.unit, row.unit)
            case Column.AT:
                return times.local(row.issued_at)
            case Column.DUE:
                return row.due.isoformat() if row.due else "—"
            case Column.TASKS:
                return str(len(row.tasks))
            case Column.FILE:
                return row.file_name
        return self._remark(row)

    def _remark(self, row: IssuedFile) -> str:
        parts = [translate("SentTable", "correction")] if row.corrections else []
        if row.superseded_at is not None:
            at = times.local(row.superseded_at, times.WITHOUT_YEAR)
            parts.append(translate("SentTable", "replaced by a later file of {at}").format(at=at))
        return "; ".join([*parts, *([row.note] if row.note else [])])
