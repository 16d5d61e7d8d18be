"""The page rail at the left of a ledger's window: an icon above a word for each page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
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
BADGE = 17
NAME = Qt.ItemDataRole.UserRole
COUNT = Qt.ItemDataRole.UserRole + 1


class PageRail(QListWidget):
    """A list of pages; `chosen(name)` when the person goes to another."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageRail")
        self.setAccessibleName(self.tr("Pages"))
        self._fit()
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
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """As wide as larger text needs."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        words = [self.item(row).text() for row in range(self.count())]
        widest = max((self.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        self.setFixedWidth(max(WIDTH, widest + 24))

    def show_count(self, name: str, count: int) -> None:
        """Show how many things wait on a page; nothing for none."""
        for row in range(self.count()):
            item = self.item(row)
            if item.data(NAME) == name and (item.data(COUNT) or 0) != count:
                item.setData(COUNT, count)
                told = f"{item.text()} {count}" if count else ""
                item.setData(Qt.ItemDataRole.AccessibleTextRole, told or item.text())

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
        line = option.fontMetrics.height()
        return QSize(WIDTH - 2, max(HEIGHT, ICON + line + 28))

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
        if index.data(COUNT):
            self._paint_count(painter, area, str(index.data(COUNT)))
        painter.setPen(QColor(colour))
        painter.drawText(area.adjusted(0, 34, 0, -6), Qt.AlignmentFlag.AlignCenter, index.data())
        painter.restore()

    def _paint_count(self, painter: QPainter, area: QRect, count: str) -> None:
        """A number beside the icon."""
        style = theme.state_style("conflict")
        width = max(BADGE, painter.fontMetrics().horizontalAdvance(count) + 8)
        pill = QRect(area.center().x() + 8, area.top() + 3, width, BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.tint))
        painter.drawRoundedRect(pill, BADGE / 2, BADGE / 2)
        painter.setPen(QColor(style.colour))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, count)
