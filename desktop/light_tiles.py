"""The legend of the overview: a tile for each light with its fill, its shape, its count and its word."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from db import Light
from desktop import theme
from desktop.forms.flow import FlowLayout
from desktop.models.light_words import ORDER, light_rule, light_state, light_word, paint_segment

PAD = 10
SWATCH = 4
"""Height of the strip that shows the fill."""
SHAPE = 10
ALWAYS = (Light.DONE, Light.AHEAD, Light.ON, Light.BEHIND, Light.NOT_STARTED, Light.NOT_REPORTED)
"""Shown also while there is none of them."""


class LightTile(QPushButton):
    """One light; checked while only its tasks are shown."""

    def __init__(self, light: Light, parent: QWidget) -> None:
        super().__init__(parent)
        self.light = light
        self.count = 0
        theme.set_role(self, "choice")
        self.setObjectName(f"light_{light.value}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(light_rule(light))
        self.setAccessibleDescription(light_rule(light))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """How many tasks have it."""
        self.count = count
        self.setAccessibleName(f"{light_word(self.light)} {count}")
        self.setVisible(bool(count) or self.light in ALWAYS or self.isChecked())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As word and number need."""
        number, word = self._fonts()
        wide = max(
            QFontMetricsF(word).horizontalAdvance(light_word(self.light)) + SHAPE + 6,
            QFontMetricsF(number).horizontalAdvance(str(self.count)),
        )
        high = QFontMetricsF(number).height() + QFontMetricsF(word).height()
        return QSize(round(wide) + 2 * PAD + 4, round(high) + SWATCH + 2 * PAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A button with a number, a shape with a word, and the fill of the bars."""
        super().paintEvent(event)
        now = theme.colours()
        number, word = self._fonts()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(PAD, PAD - 3, -PAD, -PAD + 2)
        style = theme.state_style(light_state(self.light))
        painter.setFont(number)
        painter.setPen(QColor(now.text if self.count else now.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, str(self.count))
        painter.setFont(word)
        high = QFontMetricsF(word).height()
        line = QRectF(area.left(), area.bottom() - SWATCH - 4 - high, area.width(), high)
        mark = QRectF(line.left(), line.center().y() - SHAPE / 2, SHAPE, SHAPE)
        theme.draw_shape(painter, mark, style.shape, style.colour)
        painter.setPen(QColor(now.accent if self.isChecked() else now.muted))
        painter.drawText(
            line.adjusted(SHAPE + 6, 0, 4, 0), Qt.AlignmentFlag.AlignVCenter, light_word(self.light)
        )
        paint_segment(painter, QRectF(area.left(), area.bottom() - SWATCH, area.width(), SWATCH), self.light)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _fonts(self) -> tuple[QFont, QFont]:
        number, word = QFont(self.font()), QFont(self.font())
        number.setPointSizeF(self.font().pointSizeF() * 1.55)
        word.setPointSizeF(self.font().pointSizeF() * 0.9)
        return number, word


class LightTiles(QWidget):
    """All of them in the order of the bars; at most one is checked."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=8)
        self.tiles = {light: LightTile(light, self) for light in ORDER}
        for tile in self.tiles.values():
            flow.addWidget(tile)
            tile.clicked.connect(lambda _=False, tile=tile: self._clicked(tile))

    @property
    def light(self) -> Light | None:
        """The one that is checked."""
        return next((light for light, tile in self.tiles.items() if tile.isChecked()), None)

    def choose(self, light: Light | None) -> None:
        """Check this one, or none."""
        for tile in self.tiles.values():
            tile.setChecked(tile.light is light)

    def show_counts(self, counts: Mapping[Light, int]) -> None:
        """Show how many tasks have each light."""
        for light, tile in self.tiles.items():
            tile.show_count(counts.get(light, 0))

    def _clicked(self, tile: LightTile) -> None:
        self.choose(tile.light if tile.isChecked() else None)
        self.chosen.emit()
