"""A small table to type into: rows are added, taken out and put in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.planning.click_table import ClickTable

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
Line = tuple[str | None, tuple[str, ...]]
"""The id of what a row stands for (None: a new one), and its texts."""
MOST = 8
"""Rows that are shown without scrolling."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and what can be chosen where it is not typed."""

    heading: str
    choices: tuple[str, ...] = ()
    first: str = ""
    """What a new row says."""


class EditRows(QAbstractTableModel):
    """The rows as texts."""

    edited = Signal()

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._lines: list[Line] = []
        self.locked = False
        self.fixed = 0
        """How many columns at the left cannot be typed into."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """What stands in the table."""
        return tuple(self._lines)

    def show_lines(self, lines: Sequence[Line], columns: Sequence[Column] | None = None) -> None:
        """Show other rows, and other columns."""
        self.beginResetModel()
        if columns is not None:
            self.columns = tuple(columns)
        self._lines = list(lines)
        self.endResetModel()

    def add(self) -> None:
        """One more row at the end."""
        at = len(self._lines)
        self.beginInsertRows(NO_PARENT, at, at)
        self._lines.append((None, tuple(column.first for column in self.columns)))
        self.endInsertRows()
        self.edited.emit()

    def remove(self, row: int) -> None:
        """Take a row out."""
        self.beginRemoveRows(NO_PARENT, row, row)
        del self._lines[row]
        self.endRemoveRows()
        self.edited.emit()

    def shift(self, row: int, by: int) -> bool:
        """Put a row one up or down; whether it went."""
        to = row + by
        if not 0 <= to < len(self._lines):
            return False
        self.beginMoveRows(NO_PARENT, row, row, NO_PARENT, to + (by > 0))
        self._lines.insert(to, self._lines.pop(row))
        self.endMoveRows()
        self.edited.emit()
        return True

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """One a line."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """As given."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell."""
        if not index.isValid():
            return None
        text = self._lines[index.row()][1][index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()].heading}: {text}"
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole)
        return text if role in shown else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """What was typed into a cell."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        key, texts = self._lines[index.row()]
        changed = (*texts[: index.column()], str(value).strip(), *texts[index.column() + 1 :])
        if changed != texts:
            self._lines[index.row()] = (key, changed)
            self.dataChanged.emit(index, index)
            self.edited.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be typed into."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self.locked or index.column() < self.fixed else flags | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings."""
        if role == Qt.ItemDataRole.DisplayRole and way == Qt.Orientation.Horizontal:
            return self.columns[section].heading
        return None


class EditTable(QWidget):
    """The table with its buttons; as high as its rows."""

    def __init__(self, name: str, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = EditRows(columns, self)
        self.view = ClickTable(self)
        self.view.setObjectName(name)
        self.view.setModel(self.rows)
        self.view.setItemDelegate(_Delegate(self.view))
        self.view.verticalHeader().hide()
        self.setFocusProxy(self.view)
        self._buttons = QHBoxLayout()
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._add("+", self.tr("Add a row"), f"{name}Add", self._add_row)
        self._add("−", self.tr("Take the row out"), f"{name}Remove", self._remove_row)
        self._add("↑", self.tr("Row up"), f"{name}Up", lambda: self._shift(-1))
        self._add("↓", self.tr("Row down"), f"{name}Down", lambda: self._shift(1))
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(self.view)
        column.addLayout(self._buttons)
        for changed in (self.rows.modelReset, self.rows.rowsInserted, self.rows.rowsRemoved):
            changed.connect(self._fit)
        self._fit()

    def setAccessibleName(self, name: str) -> None:
        """Of the table."""
        super().setAccessibleName(name)
        self.view.setAccessibleName(name)

    def add_button(self, button: QPushButton) -> None:
        """One more button at the right."""
        self._buttons.addWidget(button)

    def finish(self) -> None:
        """Take over the cell that is being typed into."""
        if self.view.state() == QAbstractItemView.State.EditingState:
            self.view.setFocus()

    def hide_buttons(self) -> None:
        """The rows are what they are; only their texts are typed."""
        for button in self.findChildren(QPushButton):
            button.hide()

    def set_locked(self, locked: bool) -> None:
        """Show only."""
        self.rows.locked = locked
        for button in self.findChildren(QPushButton):
            button.setVisible(not locked)

    def _add(self, text: str, told: str, name: str, act: Any) -> None:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setToolTip(told)
        button.setAccessibleName(told)
        theme.set_role(button, "small")
        button.clicked.connect(lambda: act())
        self._buttons.addWidget(button)

    def _add_row(self) -> None:
        self.finish()
        self.rows.add()
        index = self.rows.index(self.rows.rowCount() - 1, 0)
        self.view.setCurrentIndex(index)
        self.view.open_cell(index)

    def _remove_row(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self.finish()
            self.rows.remove(index.row())

    def _shift(self, by: int) -> None:
        self.finish()
        index = self.view.currentIndex()
        if index.isValid() and self.rows.shift(index.row(), by):
            self.view.setCurrentIndex(self.rows.index(index.row() + by, index.column()))

    def _fit(self) -> None:
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in range(self.rows.fixed + 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(64)
        line = self.view.fontMetrics().height() + 14
        self.view.verticalHeader().setDefaultSectionSize(line)
        self.view.setFixedHeight(
            header.sizeHint().height() + line * max(1, min(MOST, self.rows.rowCount())) + 14
        )


class _Delegate(QStyledItemDelegate):
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        rows = index.model()
        assert isinstance(rows, EditRows)
        choices = rows.columns[index.column()].choices
        if not choices:
            return super().createEditor(parent, option, index)
        picker = QComboBox(parent)
        picker.addItems(choices)
        picker.activated.connect(lambda: self.commitData.emit(picker))
        return picker

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(index.data())
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)
