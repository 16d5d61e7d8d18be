"""The table of returns on the screen: the button of a row, or Enter, does what the row asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from desktop import theme
from desktop.models.returns_delegate import ReturnsDelegate
from desktop.models.returns_table import ACTIONS, Column, ReturnsTable, Role, action_word
from desktop.settings import RETURNS_HEADER, Settings

if TYPE_CHECKING:
    from db import Standing

WIDTHS = {
    Column.PROGRESS: 190,
    Column.RECEIVED: 112,
    Column.DUE: 140,
    Column.CHECK_CODE: 124,
    Column.STATE: 172,
    Column.ACTION: 112,
}


class ReturnsView(QTableView):
    """Rows sort by value; several can be selected."""

    wanted = Signal(str, str)
    """What is wanted of a unit (an action of `ACTIONS`), and the unit's name."""

    def __init__(self, model: ReturnsTable, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setObjectName("returnsTable")
        self.setAccessibleName(self.tr("Returns of the units"))
        sorted_rows = QSortFilterProxyModel(self)
        sorted_rows.setSourceModel(model)
        sorted_rows.setSortRole(Role.SORT)
        self.setModel(sorted_rows)
        self.setItemDelegate(ReturnsDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.clicked.connect(self._click)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        self.horizontalHeader().setSortIndicator(Column.UNIT, Qt.SortOrder.AscendingOrder)
        self._prepare_header(self.horizontalHeader())
        self.setSortingEnabled(True)  # sorts as the header says

    def selected(self) -> list[Standing]:
        """The rows that are selected, from top to bottom."""
        rows = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return [index.data(Role.STANDING) for index in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the button of the row does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._do(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _click(self, index: QModelIndex) -> None:
        if index.column() == Column.ACTION:
            self._do(index)

    def _do(self, index: QModelIndex) -> None:
        row: Standing = index.data(Role.STANDING)
        self.wanted.emit(ACTIONS[row.state], row.unit.name)

    def _show_menu(self, place: QPoint) -> None:
        """Everything that can be wanted of a unit."""
        index = self.indexAt(place)
        index = index if index.isValid() else self.currentIndex()
        if not index.isValid():
            return
        row: Standing = index.data(Role.STANDING)
        menu = QMenu(self)
        menu.setObjectName("returnsMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = ACTIONS[row.state]
        also = ["tasks", "review", "chase"] + (["receipt"] if row.received_at else [])
        for action in [first, *(other for other in also if other != first)]:
            entry = menu.addAction(action_word(action))
            entry.triggered.connect(lambda _=False, action=action: self.wanted.emit(action, row.unit.name))
        corner = self.visualRect(index).bottomLeft() if not self.indexAt(place).isValid() else place
        menu.popup(self.viewport().mapToGlobal(corner))

    def _prepare_header(self, header: QHeaderView) -> None:
        for column, width in WIDTHS.items():
            header.resizeSection(column, width)
        header.restoreState(self._settings.get(RETURNS_HEADER))
        header.setSectionResizeMode(Column.UNIT, QHeaderView.ResizeMode.Stretch)
        for changed in (header.sectionResized, header.sortIndicatorChanged):
            changed.connect(lambda: self._settings.put(RETURNS_HEADER, header.saveState()))
