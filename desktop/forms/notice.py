"""A line that says something about a task, and a pill that says its state."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop import theme
from desktop.forms.labels import wrapped
from desktop.models.states import state_word


class Mark(QWidget):
    """The shape of a state, alone."""

    def __init__(self, state: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.setFixedSize(14, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shape."""
        style = theme.state_style(self.state)
        painter = QPainter(self)
        theme.draw_shape(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), style.shape, style.colour)
        painter.end()


class Notice(QFrame):
    """A framed sentence with a shape before it; hidden while it has nothing to say."""

    def __init__(self, state: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "notice")
        self._mark = Mark(state)
        self._text = wrapped()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP, theme.GAP_SMALL)
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(self, text: str, state: str | None = None) -> None:
        """Say `text`, or hide for an empty one."""
        if state is not None:
            self._mark.state = state
            self._mark.update()
            if self.property("state") != state:
                self.setProperty("state", state)
                self.style().polish(self)
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))


class Pill(QLabel):
    """A state as shape and word on its tint; a label, so that a screen reader reads its word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = "blank"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: str) -> None:
        """Show another state."""
        self._state = state
        self.setText(state_word(state))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 44, metrics.height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tint, the shape and the word."""
        style = theme.state_style(self._state)
        box = QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.tint))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        dot = QRectF(14, box.center().y() - 5, 10, 10)
        theme.draw_shape(painter, dot, style.shape, style.colour)
        painter.setPen(QColor(style.colour))
        painter.drawText(
            box.adjusted(30, 0, -8, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self.text(),
        )
        painter.end()
