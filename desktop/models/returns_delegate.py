"""Paints the table of returns: a bar for the progress, a pill for the state."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import theme
from desktop.models.returns_table import Column, Role

Index = QModelIndex | QPersistentModelIndex
PAD = 12
SHAPE = 9
BAR = 3


class ReturnsDelegate(QStyledItemDelegate):
    """One for the whole table."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows of one height, as wide as their text."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + 3 * PAD, theme.ROW_HEIGHT)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Codes in a face of one width, so that a misread character is seen."""
        super().initStyleOption(option, index)
        if index.column() == Column.CHECK_CODE:
            fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            fixed.setPointSizeF(option.font.pointSizeF())
            option.font = fixed

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Bar and pill are painted here, text with some space around it."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_back(painter, option, index)
        area = QRectF(option.rect).adjusted(PAD, 0, -PAD, 0)
        match index.column():
            case Column.PROGRESS:
                self._paint_bar(painter, area, index)
            case Column.STATE:
                self._paint_pill(painter, area, index)
            case Column.ACTION:
                self._paint_action(painter, area, option, index)
            case _:
                self._paint_text(painter, option, area, index)
        painter.restore()

    def _paint_back(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A selected row has a bar at its left beside its tint, the cell with the focus a frame."""
        now = theme.colours()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(now.accent_tint))
            if index.column() == Column.UNIT:
                bar = QRect(option.rect)
                bar.setWidth(BAR)
                painter.fillRect(bar, QColor(now.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(now.hover))
        painter.setPen(QColor(now.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(now.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(BAR + 1.5, 2.5, -2.5, -3.5), 4, 4)

    def _paint_text(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, index: Index
    ) -> None:
        self.initStyleOption(option, index)
        text = index.data()
        now = theme.colours()
        painter.setFont(option.font)
        late = index.column() == Column.DUE and bool(index.data(Role.SORT))
        painter.setPen(QColor(now.muted if text == "—" else now.orange if late else now.text))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_bar(self, painter: QPainter, area: QRectF, index: Index) -> None:
        now = theme.colours()
        row = index.data(Role.STANDING)
        bar = QRectF(area.left(), area.center().y() - 9, area.width(), 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.bar_back))
        painter.drawRoundedRect(bar, 5, 5)
        if row.filled:
            painter.save()
            painter.setClipRect(
                QRectF(bar.left(), bar.top(), bar.width() * row.filled / row.tasks, bar.height())
            )
            painter.setBrush(QColor(now.bar))
            painter.drawRoundedRect(bar, 5, 5)
            painter.restore()
        painter.setPen(QColor(now.text))
        painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, index.data())

    def _paint_pill(self, painter: QPainter, area: QRectF, index: Index) -> None:
        style = theme.state_style(index.data(Role.STANDING).state)
        text = index.data()
        metrics = painter.fontMetrics()
        width = min(area.width(), metrics.horizontalAdvance(text) + SHAPE + 30)
        pill = QRectF(area.left(), area.center().y() - 13, width, 26)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.tint))
        painter.drawRoundedRect(pill, 13, 13)
        mark = QRectF(pill.left() + 10, pill.center().y() - SHAPE / 2, SHAPE, SHAPE)
        theme.draw_shape(painter, mark, style.shape, style.colour)
        painter.setPen(QColor(style.colour))
        words = pill.adjusted(SHAPE + 17, 0, -8, 0)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(words.width()) + 2)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_action(
        self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """A button at the right; Enter on the row does the same."""
        now = theme.colours()
        painter.setFont(option.font)
        text = index.data()
        width = min(area.width(), painter.fontMetrics().horizontalAdvance(text) + 24)
        button = QRectF(area.right() - width, area.center().y() - 14, width, 28)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QColor(now.accent if over else now.line_strong))
        painter.setBrush(QColor(now.card))
        painter.drawRoundedRect(button, 6, 6)
        painter.setPen(QColor(now.accent if over else now.text))
        painter.drawText(button, Qt.AlignmentFlag.AlignCenter, text)
