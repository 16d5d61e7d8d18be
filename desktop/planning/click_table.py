"""A table whose cells open at a click, at Enter, or at what is typed; not by merely passing over them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop import theme


class ClickTable(QTableView):
    """Tab leaves the table; arrows move in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        theme.set_role(self, "boxed")
        self.clicked.connect(self.open_cell)

    def open_cell(self, index: QModelIndex) -> None:
        """Open the editor of a cell, where it can be changed."""
        editing = self.state() == QAbstractItemView.State.EditingState
        if not editing and index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the cell."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.state() != QAbstractItemView.State.EditingState:
            self.open_cell(self.currentIndex())
        else:
            super().keyPressEvent(event)
