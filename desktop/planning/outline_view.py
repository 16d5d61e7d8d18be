"""The view of the outline: drag and drop, keys, and how a row is painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop import theme
from desktop.planning.outline import Index, Kind, Outline, Role

PAD = 8.0


class OutlineView(QTreeView):
    """Alt+Shift+Up and Alt+Shift+Down move a row, Delete deletes it, Enter goes to its form."""

    shifted = Signal(int)
    """The current row is to go one up (-1) or down (1)."""
    delete_wanted = Signal()
    form_wanted = Signal()

    def __init__(self, outline: Outline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planOutline")
        self.setAccessibleName(self.tr("Categories, items and tasks"))
        self.setModel(outline)
        self.setItemDelegate(_Delegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(18)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the class; all others are Qt's."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        if modifiers == both and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shifted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.form_wanted.emit()
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, round(QFontMetricsF(option.font).height()) + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now = theme.colours()
        area = QRectF(option.rect)
        painter.save()
        painter.setClipRect(area)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(now.accent_tint))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(now.hover))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(now.accent))
            painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        metrics = QFontMetricsF(option.font)
        painter.setFont(option.font)
        retired = bool(index.data(Role.RETIRED))
        words = self.tr("retired") if retired else str(index.data(Role.UNITS))
        area.adjust(PAD, 0, -PAD, 0)
        centre = Qt.AlignmentFlag.AlignVCenter
        if words:
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width() * 0.36)
            painter.setPen(QColor(now.muted))
            painter.drawText(area, centre | Qt.AlignmentFlag.AlignRight, words)
            area.setRight(area.right() - metrics.horizontalAdvance(words) - 12)
        number = str(index.data(Role.NUMBER))
        if number:
            painter.setPen(QColor(now.muted if index.data(Role.KIND) == Kind.TASK else now.accent))
            painter.drawText(area, centre, number)
            area.setLeft(area.left() + metrics.horizontalAdvance(number) + 10)
        painter.setPen(QColor(now.muted if retired else now.text))
        text = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, centre, text)
        painter.restore()
