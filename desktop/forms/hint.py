"""The keys that matter most, in one calm line, until the person closes it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop import theme
from desktop.forms.labels import wrapped


class Hint(QFrame):
    """No tour: it stands there and waits."""

    closed = Signal()
    """The person has seen it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hint")
        theme.set_role(self, "bar")
        text = self.tr(
            "Ctrl+Enter saves and goes to the next task · Ctrl+F searches · F7 goes to what is left"
        )
        self.setAccessibleName(text)
        close = QPushButton(self.tr("Got it"))
        close.setObjectName("closeHint")
        theme.set_role(close, "quiet")
        close.clicked.connect(self._close)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, 2, theme.GAP, 2)
        row.addWidget(wrapped(text, "muted"), 1)
        row.addWidget(close)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
