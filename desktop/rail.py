"""The page rail at the left of a ledger's window: an icon above a word for each page."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop import icons, theme

WIDTH = 92
HEIGHT = 72
ICON = 22
NAME = Qt.ItemDataRole.UserRole


class PageRail(QListWidget):
    """A list of pages; `chosen(name)` when the person goes to another."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageRail")
        self.setAccessibleName(self.tr("Pages"))
        self.setFixedWidth(WIDTH)
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.currentItemChanged.connect(self._changed)

    def add_page(self, name: str, action: QAction) -> None:
        """Add a page at the end, named, drawn and called by `action`; its icon is `name`."""
        item = QListWidgetItem(action.text(), self)
        item.setData(NAME, name)
        item.setToolTip(action.toolTip())
        action.triggered.connect(lambda: self.select(name))

    def select(self, name: str) -> None:
        """Go to the page `name`."""
        for row in range(self.count()):
            if self.item(row).data(NAME) == name:
                self.setCurrentRow(row)

    def _changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(NAME))


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(WIDTH - 2, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        now = theme.colours()
        state: QStyle.StateFlag = option.state
        whole: QRect = option.rect
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        area = whole.adjusted(8, 4, -8, -4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QColor(now.accent if focused else now.accent_tint if chosen else now.hover))
            painter.setBrush(QColor(now.accent_tint if chosen else now.hover))
            painter.drawRoundedRect(area, theme.RADIUS, theme.RADIUS)
        colour = now.accent if chosen else now.text
        drawn = icons.pixmap(index.data(NAME), ICON, colour)
        painter.drawPixmap(area.center().x() - ICON // 2, area.top() + 9, drawn)
        painter.setPen(QColor(colour))
        painter.drawText(area.adjusted(0, 34, 0, -6), Qt.AlignmentFlag.AlignCenter, index.data())
        painter.restore()
