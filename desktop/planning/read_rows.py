"""The rows of a table as they were understood, to be put right one by one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop import theme

if TYPE_CHECKING:
    from db import TableRow
    from desktop.planning.answers import Answers

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
FIELDS = ("at", "category", "number", "target", "leads", "cooperating")
_BETWEEN = re.compile("[,，、;；]")
WIDTHS = (110, 130, 70, 280, 140, 140)


class ReadRows(QAbstractTableModel):
    """A row of the table each; one that is not ticked is left out."""

    answered = Signal()
    """A row was put right."""

    def __init__(self, answers: Answers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers = answers
        self._rows: list[TableRow] = []

    def refresh(self) -> None:
        """Show the rows as they were read last."""
        rows = list(self._answers.seen.values())
        if [row.at for row in rows] == [row.at for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(FIELDS) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """All rows, those that are left out as well."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """As in `FIELDS`."""
        return 0 if parent.isValid() else len(FIELDS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, and whether a row is taken in."""
        if not index.isValid():
            return None
        row, name = self._rows[index.row()], FIELDS[index.column()]
        skips = self._answers.skips(row.at)
        if role == Qt.ItemDataRole.CheckStateRole and name == "at":
            return Qt.CheckState.Unchecked if skips else Qt.CheckState.Checked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            value = getattr(row, name)
            text = value if isinstance(value, str) else "、".join(value)
            return " ".join(text.split()) if role == Qt.ItemDataRole.DisplayRole else text
        if role == Qt.ItemDataRole.ForegroundRole and skips:
            return QColor(theme.colours().muted)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A row was put right, left out, or taken in."""
        row, name = self._rows[index.row()], FIELDS[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole:
            self._answers.skip(row.at, Qt.CheckState(value) == Qt.CheckState.Unchecked)
        elif role != Qt.ItemDataRole.EditRole or value == index.data(Qt.ItemDataRole.EditRole):
            return False
        elif name in ("leads", "cooperating"):
            units = tuple(part.strip() for part in _BETWEEN.split(value) if part.strip())
            self._answers.answer(row.at, **{name: units})
        else:
            self._answers.answer(row.at, **{name: value.strip()})
        self.answered.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The place is ticked, all else typed."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        place = index.column() == 0
        return flags | (Qt.ItemFlag.ItemIsUserCheckable if place else Qt.ItemFlag.ItemIsEditable)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a column says."""
        if role != Qt.ItemDataRole.DisplayRole or way != Qt.Orientation.Horizontal:
            return None
        return (
            self.tr("Take in"),
            self.tr("Category"),
            self.tr("Number"),
            self.tr("Target"),
            self.tr("Lead units"),
            self.tr("Cooperating units"),
        )[section]

    def place(self, place: str) -> QModelIndex:
        """The row at a place of the file, or of a name (`7.4#2`)."""
        counted: dict[str, int] = {}
        for at, row in enumerate(self._rows):
            counted[row.number] = counted.get(row.number, 0) + 1
            if place in (row.at, f"{row.number}#{counted[row.number]}"):
                return self.index(at, 0)
        return QModelIndex()


class ReadRowsView(QTableView):
    """Space ticks a row, F2 types into a cell."""

    def __init__(self, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ReadRows(answers, self)
        self.setObjectName("readRows")
        self.setAccessibleName(self.tr("Rows as understood"))
        self.setModel(self.rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 14)
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setStretchLastSection(True)
        theme.set_role(self, "boxed")

    def go_to(self, place: str) -> bool:
        """Stand on the row of a place; whether there is one."""
        index = self.rows.place(place)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.setFocus()
        return index.isValid()
