"""What changed in an entry since it was sent back, with the changes marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.compared import Row
from desktop.forms.labels import wrapped
from desktop.sides_view import MarkedLabel


class SincePanel(QFrame):
    """A line for each field that reads otherwise; hidden while nothing does."""

    history_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sincePanel")
        theme.set_role(self, "findings")
        title = QLabel(self.tr("Changed since it was sent back"))
        theme.set_role(title, "muted")
        more = QPushButton(self.tr("History…"))
        more.setObjectName("sinceHistoryButton")
        theme.set_role(more, "small")
        more.clicked.connect(self.history_wanted)
        self._rows: QWidget | None = None
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self.hide()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these in place of what stands here."""
        if self._rows is not None:
            self._column.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget(self)
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for number, row in enumerate(rows):
            grid.addWidget(wrapped(row.title, "muted"), number, 0)
            grid.addWidget(MarkedLabel(row.cells[0]), number, 1)
        grid.setColumnMinimumWidth(0, 72)
        self._column.addWidget(self._rows)
        self.setVisible(bool(rows))
