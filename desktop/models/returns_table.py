"""The table of returns: a row a unit, how much it filled, when it came, its check code, its state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
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
    from db import Standing

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
translate = QCoreApplication.translate

ORDER = (
    "not_issued",
    "missing",
    "conflict",
    "sent_back",
    "changed_after_approval",
    "partial",
    "returned",
    "approved",
)
"""The states of a unit from what needs most to what needs least: how the column sorts."""


def standing_word(state: str) -> str:
    """The word for the state of a unit, in the language of the window."""
    return {
        "not_issued": translate("Standing", "Not issued"),
        "missing": translate("Standing", "Missing"),
        "conflict": translate("Standing", "Conflict"),
        "sent_back": translate("Standing", "Sent back"),
        "changed_after_approval": translate("Standing", "Changed after approval"),
        "partial": translate("Standing", "Incomplete"),
        "returned": translate("Standing", "Returned"),
        "approved": translate("Standing", "Approved"),
    }[state]


def column_title(column: int) -> str:
    """The title of a column, in the language of the window."""
    return (
        translate("Standing", "Unit"),
        translate("Standing", "Filled in"),
        translate("Standing", "Received"),
        translate("Standing", "Due"),
        translate("Standing", "Check code"),
        translate("Standing", "State"),
        "",
    )[column]


ACTIONS = {
    "not_issued": "issue",
    "missing": "chase",
    "conflict": "conflict",
    "sent_back": "corrections",
    "changed_after_approval": "changed",
    "partial": "tasks",
    "returned": "review",
    "approved": "receipt",
}
"""What is most likely wanted of a unit in each state."""


def action_word(action: str) -> str:
    """What an action of a row is called, in the language of the window."""
    return {
        "issue": translate("Standing", "Issue"),
        "chase": translate("Standing", "Remind"),
        "conflict": translate("Standing", "Settle"),
        "corrections": translate("Standing", "Issue again"),
        "changed": translate("Standing", "Look"),
        "tasks": translate("Standing", "Its tasks"),
        "review": translate("Standing", "Review"),
        "receipt": translate("Standing", "Receipt"),
    }[action]


def days_late(row: Standing, today: date) -> int:
    """By how many days a return came, or is, after the day it was due; 0 while it is on time."""
    if row.due is None or row.state == "not_issued":
        return 0
    came = times.day(row.received_at) if row.received_at else today
    return max(0, (came - row.due).days)


def due_text(row: Standing, today: date) -> str:
    """The day, and whether the return came in time or how long it has been waited for."""
    if row.due is None or row.state == "not_issued":
        return "—"
    late, day = days_late(row, today), f"{row.due:%m-%d}"
    if row.received_at:
        told = translate("Standing", "{days} d late") if late else translate("Standing", "on time")
    else:
        told = translate("Standing", "{days} d over") if late else ""
    told = told.format(days=late)
    return "  ".join(part for part in (day, told) if part)


class Column(IntEnum):
    """The columns from left to right."""

    UNIT = 0
    PROGRESS = 1
    RECEIVED = 2
    DUE = 3
    CHECK_CODE = 4
    STATE = 5
    ACTION = 6


class Role(IntEnum):
    """What the table answers beside text."""

    SORT = Qt.ItemDataRole.UserRole
    STANDING = Qt.ItemDataRole.UserRole + 1


class ReturnsTable(QAbstractTableModel):
    """The standings in the order of the plan; `SORT` gives native values, `STANDING` the row itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Standing, ...] = ()
        self.today: Callable[[], date] = date.today

    @property
    def rows(self) -> tuple[Standing, ...]:
        """The standings, in the order of the plan."""
        return self._rows

    def show_rows(self, rows: tuple[Standing, ...]) -> None:
        """Show other rows. Rows of the same units stay where they are: selection and scrolling too."""
        if [row.unit.id for row in rows] == [row.unit.id for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """One for each unit."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """One for each of `Column`."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return column_title(section)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, sort value, or the standing itself."""
        row = self._rows[index.row()]
        if role == Role.STANDING:
            return row
        if role == Role.SORT:
            return self._sort_value(row, index.row(), Column(index.column()))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _text(row, Column(index.column()), self.today())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.DUE and row.due is not None:
            return translate("Standing", "Due {day}").format(day=row.due.isoformat())
        return None

    def _sort_value(self, row: Standing, position: int, column: Column) -> Any:
        return {
            Column.UNIT: position,
            Column.PROGRESS: row.filled / row.tasks if row.tasks else 0.0,
            Column.RECEIVED: row.received_at,
            Column.DUE: days_late(row, self.today()),
            Column.CHECK_CODE: row.check_code,
            Column.STATE: ORDER.index(row.state),
            Column.ACTION: ORDER.index(row.state),
        }[column]


def _text(row: Standing, column: Column, today: date) -> str:
    match column:
        case Column.UNIT:
            return row.unit.name
        case Column.PROGRESS:
            return f"{row.filled} / {row.tasks}"
        case Column.RECEIVED:
            return times.local(row.received_at, times.WITHOUT_YEAR) or "—"
        case Column.DUE:
            return due_text(row, today)
        case Column.CHECK_CODE:
            return row.check_code or "—"
        case Column.STATE:
            return standing_word(row.state)
        case Column.ACTION:
            return action_word(ACTIONS[row.state])
