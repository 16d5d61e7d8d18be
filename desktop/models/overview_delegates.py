"""Paints the bars of the overview: lights stacked in a fixed order, and measures against their targets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db import Light
from desktop import theme
from desktop.models.case_list import BAR, PAD, Index, Role
from desktop.models.light_words import ORDER, number_colour, paint_segment
from desktop.models.overview_rows import BarRow, TargetRow

GAP = 2.0
"""Between two segments."""
LEAST = 5.0
"""Width of a segment that would be thinner: one task among hundreds is still seen."""
SEGMENTS = 16.0
"""Height of a stacked bar."""
TARGET = 8.0
"""Height of a bar against a target."""
PERCENT, WORD = 74.0, 128.0
"""Room for what stands beside a bar against a target, at the usual size of text."""


def segments(counts: Mapping[Light, int], width: float) -> Iterator[tuple[Light, float, float]]:
    """Each light that is there, from the best on: where its segment begins and how wide it is.

    The widths add up to `width` with the gaps between them; none is thinner than `LEAST`.
    """
    there = [light for light in ORDER if counts.get(light)]
    room = width - GAP * (len(there) - 1)
    total = sum(counts[light] for light in there)
    wide = {light: max(LEAST, room * counts[light] / total) for light in there}
    over = sum(wide.values()) - room
    spare = sum(one - LEAST for one in wide.values())
    x = 0.0
    for light in there:
        taken = over * (wide[light] - LEAST) / spare if spare > 0 else 0.0
        yield light, x, wide[light] - taken
        x += wide[light] - taken + GAP


def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    now = theme.colours()
    whole = QRectF(option.rect)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(whole, QColor(now.accent_tint))
        painter.fillRect(QRectF(whole.left(), whole.top(), BAR, whole.height()), QColor(now.accent))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(whole, QColor(now.hover))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QColor(now.accent))
        painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))


class LightBarDelegate(QStyledItemDelegate):
    """Name and number of tasks above a bar of lights."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A line of text and a bar."""
        return QSize(160, round(QFontMetricsF(option.font).height() + SEGMENTS) + 22)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: BarRow = index.data(Role.CASE)
        now = theme.colours()
        metrics = QFontMetricsF(option.font)
        painter.save()
        painter.setFont(option.font)
        painter.setClipRect(option.rect)
        _ground(painter, option)
        area = QRectF(option.rect).adjusted(PAD, 8, -PAD, -8)
        line = QRectF(area.left(), area.top(), area.width(), metrics.height())
        painter.setPen(QColor(now.muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.tag)
        painter.setPen(QColor(now.text))
        room = line.width() - metrics.horizontalAdvance(row.tag) - 8
        name = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        bar = QRectF(area.left(), area.bottom() - SEGMENTS, area.width(), SEGMENTS)
        self._bar(painter, option, bar, row)
        painter.restore()

    def _bar(self, painter: QPainter, option: QStyleOptionViewItem, bar: QRectF, row: BarRow) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.82)
        painter.setFont(small)
        metrics = QFontMetricsF(small)
        for light, x, width in segments(row.counts or {}, bar.width()):
            piece = QRectF(bar.left() + x, bar.top(), width, bar.height())
            paint_segment(painter, piece, light)
            number = str((row.counts or {})[light])
            needed = metrics.horizontalAdvance(number) + 8
            if needed <= width:
                self._number(painter, piece, number, needed, light)

    def _number(self, painter: QPainter, piece: QRectF, number: str, needed: float, light: Light) -> None:
        if light in (Light.NOT_REPORTED, Light.NOT_APPLICABLE, Light.UNCLEAR):  # a plate over the pattern
            plate = QRectF(0, 0, needed, piece.height() - 4)
            plate.moveCenter(piece.center())
            painter.fillRect(plate, QColor(theme.colours().card))
            painter.setPen(QColor(theme.colours().text))
        else:
            painter.setPen(QColor(number_colour(light)))
        painter.drawText(piece, Qt.AlignmentFlag.AlignCenter, number)


class TargetDelegate(QStyledItemDelegate):
    """Number and label, the bar with a mark where it should be by now, figure, percent and schedule."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As `CaseDelegate` has it: two lines."""
        return QSize(160, round(QFontMetricsF(option.font).height() * 1.9) + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: TargetRow = index.data(Role.CASE)
        now = theme.colours()
        metrics = QFontMetricsF(option.font)
        painter.save()
        painter.setFont(option.font)
        painter.setClipRect(option.rect)
        _ground(painter, option)
        painter.setPen(QColor(now.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        area = QRectF(option.rect).adjusted(PAD, 8, -PAD, -8)
        scale = metrics.height() / 18
        word = QRectF(area.right() - WORD * scale, area.top(), WORD * scale, area.height())
        percent = QRectF(word.left() - PERCENT * scale, area.top(), PERCENT * scale - 10, area.height())
        amount = QRectF(area.left(), area.top(), percent.left() - area.left() - 8, metrics.height())
        self._texts(painter, amount, percent, row)
        self._schedule(painter, word, row)
        bar = QRectF(area.left(), area.bottom() - TARGET - 3, amount.width(), TARGET)
        _paint_target(painter, bar, row)
        painter.restore()

    def _texts(self, painter: QPainter, line: QRectF, percent: QRectF, row: TargetRow) -> None:
        now = theme.colours()
        metrics = QFontMetricsF(painter.font())
        middle = Qt.AlignmentFlag.AlignVCenter
        right = Qt.TextElideMode.ElideRight
        painter.setPen(QColor(now.muted))
        told = metrics.elidedText(row.told, right, line.width() / 2)
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, told)
        painter.setPen(QColor(now.text))
        room = line.width() - metrics.horizontalAdvance(told) - 12
        painter.drawText(
            line, middle | Qt.AlignmentFlag.AlignLeft, metrics.elidedText(row.title, right, room)
        )
        painter.setPen(QColor(now.text if row.share is not None else now.muted))
        painter.drawText(percent, middle | Qt.AlignmentFlag.AlignRight, row.tag)

    def _schedule(self, painter: QPainter, area: QRectF, row: TargetRow) -> None:
        if not row.word:
            return
        style = theme.state_style(row.state)
        theme.draw_shape(
            painter, QRectF(area.left() + 6, area.center().y() - 4.5, 9, 9), style.shape, style.colour
        )
        painter.setPen(QColor(style.colour))
        metrics = QFontMetricsF(painter.font())
        word = metrics.elidedText(row.word, Qt.TextElideMode.ElideRight, area.width() - 22)
        painter.drawText(area.adjusted(22, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, word)


def _paint_target(painter: QPainter, box: QRectF, row: TargetRow) -> None:
    """The share of the target that is reached, and a mark at what is due."""
    now = theme.colours()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(now.bar_back))
    painter.drawRoundedRect(box, 4, 4)
    if row.share:
        done = QRectF(box)
        done.setWidth(max(TARGET, box.width() * min(row.share, 100) / 100))
        colour = {"behind": now.orange, "on": now.accent}.get(row.state, now.green)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(done, 4, 4)
    x = box.left() + box.width() * row.expected / 100
    painter.setPen(QPen(QColor(now.card), 4))
    painter.drawLine(QRectF(x, box.top() - 3, 0, 0).topLeft(), QRectF(x, box.bottom() + 3, 0, 0).topLeft())
    painter.setPen(QPen(QColor(now.text), 2))
    painter.drawLine(QRectF(x, box.top() - 3, 0, 0).topLeft(), QRectF(x, box.bottom() + 3, 0, 0).topLeft())
