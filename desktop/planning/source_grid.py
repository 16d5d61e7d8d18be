"""The first lines of a table as they stand in the file, and what each column is taken for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractItemModel,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

import db
from desktop import theme
from desktop.planning.click_table import ClickTable

if TYPE_CHECKING:
    from db import SourceColumn, TablePreview

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
ROLE_ROW, PERIOD_ROW = 0, 1
ABOVE = 2
"""Rows above those of the file."""
WIDEST = 240

_ROLES: dict[str, Any] = {
    "category": QT_TRANSLATE_NOOP("ColumnRole", "Category"),
    "number": QT_TRANSLATE_NOOP("ColumnRole", "Number"),
    "title": QT_TRANSLATE_NOOP("ColumnRole", "Title"),
    "target": QT_TRANSLATE_NOOP("ColumnRole", "Target"),
    "units": QT_TRANSLATE_NOOP("ColumnRole", "All units (★ leads)"),
    "leads": QT_TRANSLATE_NOOP("ColumnRole", "Lead units"),
    "cooperating": QT_TRANSLATE_NOOP("ColumnRole", "Cooperating units"),
    "progress": QT_TRANSLATE_NOOP("ColumnRole", "Progress"),
    "status": QT_TRANSLATE_NOOP("ColumnRole", "Status"),
    "problems": QT_TRANSLATE_NOOP("ColumnRole", "Problems"),
    "next_steps": QT_TRANSLATE_NOOP("ColumnRole", "Next steps"),
    "remark": QT_TRANSLATE_NOOP("ColumnRole", "Remark"),
    "extra": QT_TRANSLATE_NOOP("ColumnRole", "Keep by its name"),
    "ignore": QT_TRANSLATE_NOOP("ColumnRole", "Leave out"),
}
_OF_PERIODS = ("progress", "status", "problems", "next_steps", "remark")
_CELL = re.compile(r"(?:.*!)?([A-Z]{1,3})?(\d+)$")


def role_word(role: str) -> str:
    """What a role is called; what is internal is called by its name."""
    word = _ROLES.get(role)
    return QCoreApplication.translate("ColumnRole", word) if word else role


class SourceLines(QAbstractTableModel):
    """Two rows of ours, what a column holds and of which period, above the rows of the file."""

    meant = Signal(int, object, str)
    """A column is to be taken for something: column, `db.Role`, label of a period."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preview: TablePreview | None = None
        self._columns: dict[int, SourceColumn] = {}

    def show_preview(self, preview: TablePreview | None) -> None:
        """Show what was read."""
        self.beginResetModel()
        self._preview = preview
        self._columns = {column.at: column for column in preview.columns} if preview else {}
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Ours and those of the file."""
        if parent.isValid() or self._preview is None or not self._preview.lines:
            return 0
        return ABOVE + len(self._preview.lines)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Those of the file."""
        lines = self._preview.lines if self._preview else ()
        return 0 if parent.isValid() else max((len(line) for line in lines), default=0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts; the header of the table and what can be chosen stand out."""
        if not index.isValid() or self._preview is None:
            return None
        row, column = index.row(), self._columns.get(index.column())
        now = theme.colours()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            if row == ROLE_ROW:
                return role_word(column.role) if column else ""
            if row == PERIOD_ROW:
                return column.period if column else ""
            line = self._preview.lines[row - ABOVE]
            text = line[index.column()] if index.column() < len(line) else ""
            return " ".join(text.split()) if role == Qt.ItemDataRole.DisplayRole else text
        if role == Qt.ItemDataRole.BackgroundRole:
            if row == ROLE_ROW:
                return QColor(now.accent_tint)
            return QColor(now.hover) if row == PERIOD_ROW or row - ABOVE + 1 == self._preview.header else None
        if role == Qt.ItemDataRole.ForegroundRole:
            left_out = column is not None and column.role == db.Role.IGNORE
            return QColor(now.muted) if left_out or self._above(row) else None
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """What a column holds was chosen: a name of `db.Role`, or the label of a period."""
        column = self._columns.get(index.column())
        if role != Qt.ItemDataRole.EditRole or column is None:
            return False
        if index.row() == ROLE_ROW:
            if value != column.role:
                self.meant.emit(column.at, db.Role(value), column.period)
        elif value.strip() != column.period:
            self.meant.emit(column.at, column.role, value.strip())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only our own rows can be changed."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        column = self._columns.get(index.column())
        if column is None:
            return flags
        of_period = index.row() == PERIOD_ROW and column.role in _OF_PERIODS
        return flags | Qt.ItemFlag.ItemIsEditable if index.row() == ROLE_ROW or of_period else flags

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Letters and numbers as of the file."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if way == Qt.Orientation.Horizontal:
            column = self._columns.get(section)
            return column.letter if column else ""
        ours = (self.tr("Holds"), self.tr("Period"))
        return ours[section] if section < ABOVE else str(section - ABOVE + 1)

    def role_at(self, column: int) -> str:
        """What a column is taken for."""
        found = self._columns.get(column)
        return str(found.role) if found else ""

    def place(self, cell: str) -> QModelIndex:
        """Where a cell of the file (`Sheet1!B7`) stands; invalid if it is not shown."""
        found = _CELL.match(cell)
        if found is None:
            return QModelIndex()
        letter = found[1]
        at = next((at for at, column in self._columns.items() if column.letter == letter), 0)
        return self.index(int(found[2]) - 1 + ABOVE, at)

    def _above(self, row: int) -> bool:
        header = self._preview.header if self._preview else None
        return row >= ABOVE and header is not None and row - ABOVE + 1 < header


class SourceGrid(ClickTable):
    """Enter or F2 on the first row opens the choices of a column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = SourceLines(self)
        self.setObjectName("sourceGrid")
        self.setAccessibleName(self.tr("The table as it stands in the file"))
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_preview(self, preview: TablePreview | None) -> None:
        """Show what was read; whoever stood on a cell stays there."""
        before = self.currentIndex()
        at = (before.row(), before.column())
        self.lines.show_preview(preview)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.resizeColumnsToContents()
        for column in range(self.lines.columnCount()):
            self.setColumnWidth(column, max(96, min(WIDEST, self.columnWidth(column) + 12)))
        if before.isValid():
            self.setCurrentIndex(self.lines.index(*at))

    def go_to(self, cell: str) -> bool:
        """Stand on a cell of the file; whether it is shown."""
        index = self.lines.place(cell)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.setFocus()
        return index.isValid()


class _Delegate(QStyledItemDelegate):
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.row() != ROLE_ROW:
            return super().createEditor(parent, option, index)
        picker = QComboBox(parent)
        for role in _ROLES:
            picker.addItem(role_word(role), role)
        picker.view().setMinimumWidth(WIDEST)
        picker.activated.connect(lambda: self._chosen(picker))
        return picker

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            lines = index.model()
            assert isinstance(lines, SourceLines)
            editor.setCurrentIndex(editor.findData(lines.role_at(index.column())))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if not isinstance(editor, QComboBox):
            super().setModelData(editor, model, index)
        elif editor.currentData() is not None:
            model.setData(index, editor.currentData())

    def _chosen(self, picker: QComboBox) -> None:
        self.commitData.emit(picker)
        self.closeEditor.emit(picker)
