"""The table of what was sent to whom."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.models.sent_table import Column, SentTable


class SentView(QTableView):
    """Shows `files`, a row each, to be read only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files = SentTable(self)
        self.setObjectName("sentTable")
        self.setAccessibleName(self.tr("What was sent"))
        self.setModel(self.files)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the end of a file name tells its form
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.FILE, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
