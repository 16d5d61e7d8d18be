"""One line of text in a painted row, with what was searched for marked in it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desktop import theme
from desktop.models.plan_rows import Marked, around


class Face(NamedTuple):
    """A font and its measures, made once for many lines."""

    font: QFont
    metrics: QFontMetricsF


def face(font: QFont) -> Face:
    """A copy of `font` (that of a style option dies with it), with its measures."""
    own = QFont(font)
    return Face(own, QFontMetricsF(own))


def draw_line(painter: QPainter, rect: QRectF, line: Marked, by: Face, colour: str) -> None:
    """Draw `line` in `rect`, cut with an ellipsis where it ends; a mark beyond that moves the text."""
    metrics = by.metrics
    if line.spans and metrics.horizontalAdvance(line.text[: line.spans[0][1]]) > rect.width() - 16:
        line = around(line)
    shown = metrics.elidedText(line.text, Qt.TextElideMode.ElideRight, rect.width())
    for first, after in line.spans:
        _mark(painter, rect, metrics, shown, first, min(after, len(shown)))
    painter.setFont(by.font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _mark(
    painter: QPainter, rect: QRectF, metrics: QFontMetricsF, shown: str, first: int, after: int
) -> None:
    """A tint behind the characters and a line beneath them: not by colour alone."""
    if first >= after:
        return
    now = theme.colours()
    left = rect.left() + metrics.horizontalAdvance(shown[:first])
    right = rect.left() + metrics.horizontalAdvance(shown[:after])
    height = metrics.height()
    box = QRectF(left, rect.center().y() - height / 2 + 1, right - left, height - 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(now.notice_line))
    painter.drawRoundedRect(box, 2, 2)
    painter.setPen(QColor(now.orange))
    painter.drawLine(QPointF(left, box.bottom()), QPointF(right, box.bottom()))
