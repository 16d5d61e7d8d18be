"""What the coordinating office says to all whom it sent a fill-in file, until the person closes it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop import theme
from desktop.forms.labels import wrapped

MOST = 600
"""Characters that are shown; what is longer belongs into a letter, and is shown whole as a tip."""


class OfficeNote(QFrame):
    """A calm line above the form."""

    closed = Signal()

    def __init__(self, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("officeNote")
        theme.set_role(self, "bar")
        self.setAccessibleName(self.tr("From the coordinating office"))
        self.setAccessibleDescription(note)
        title = QLabel(self.tr("From the coordinating office"))
        theme.set_role(title, "muted")
        text = wrapped(note if len(note) <= MOST else f"{note[:MOST]}…")
        text.setToolTip("" if len(note) <= MOST else note)
        close = QPushButton(self.tr("Read"))
        close.setObjectName("closeNote")
        theme.set_role(close, "quiet")
        close.clicked.connect(self._close)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, 4, theme.GAP, 4)
        row.setSpacing(theme.GAP)
        row.addWidget(title)
        row.addWidget(text, 1)
        row.addWidget(close)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
