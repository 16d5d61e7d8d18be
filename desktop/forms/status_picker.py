"""The status that the unit gives: a shape and a word each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

import db
from desktop import theme
from desktop.models.states import state_word

_SIZE = 14


class StatusPicker(QComboBox):
    """One of the statuses, or none yet."""

    edited = Signal()
    """Another status was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusPicker")
        self.setAccessibleName(self.tr("Status"))
        self.setToolTip(self.tr("How far the task is, in the unit's own judgement"))
        self.setIconSize(QSize(_SIZE, _SIZE))
        self.addItem(self.tr("Choose…"), None)
        for status in db.Status:
            self.addItem(state_word(status.value), status.value)
        self._giving = False
        self._draw_icons()
        self.currentIndexChanged.connect(self._on_changed)

    def status(self) -> db.Status | None:
        """The status chosen."""
        value = self.currentData()
        return db.Status(value) if value else None

    def give(self, status: db.Status | None) -> None:
        """Show a status."""
        self._giving = True
        self.setCurrentIndex(self.findData(status.value) if status else 0)
        self._giving = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the form over the picker must not change what is reported."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the shapes again when light turns dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._drawn != theme.colours():
            self._draw_icons()

    def _on_changed(self) -> None:
        if not self._giving:
            self.edited.emit()

    def _draw_icons(self) -> None:
        self._drawn = theme.colours()
        for place in range(1, self.count()):
            self.setItemIcon(place, _icon(self.itemData(place), self.devicePixelRatioF()))


def _icon(state: str, ratio: float) -> QIcon:
    style = theme.state_style(state)
    drawn = QPixmap(round(_SIZE * ratio), round(_SIZE * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    theme.draw_shape(painter, QRectF(2, 2, _SIZE - 4, _SIZE - 4), style.shape, style.colour)
    painter.end()
    return QIcon(drawn)
