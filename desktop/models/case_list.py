"""A list of entries to decide on, two lines each: shape of the state, number and target; who and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import theme

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
PAD = 12.0
SHAPE = 10.0
BAR = 3.0


@dataclass(frozen=True, slots=True)
class Case:
    """One row."""

    key: Any
    """Tells one row from another."""
    state: str
    """A name that `theme.state_style` knows."""
    word: str
    """The word for the state."""
    title: str
    told: str
    """The second line."""
    tag: str = ""
    """A short word at the right of the second line."""


class Role(IntEnum):
    """What a row answers beside its text."""

    CASE = Qt.ItemDataRole.UserRole


class CaseList(QAbstractListModel):
    """The rows in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cases: tuple[Case, ...] = ()

    def show_cases(self, cases: Sequence[Case]) -> None:
        """Show other rows. Rows with the same keys stay where they are: selection and scrolling too."""
        if [case.key for case in cases] == [case.key for case in self._cases]:
            self._cases = tuple(cases)
            if cases:
                self.dataChanged.emit(self.index(0), self.index(len(cases) - 1))
            return
        self.beginResetModel()
        self._cases = tuple(cases)
        self.endResetModel()

    @property
    def cases(self) -> tuple[Case, ...]:
        """The rows."""
        return self._cases

    def place(self, key: object) -> int:
        """The row of a key; -1 if there is none."""
        return next((row for row, case in enumerate(self._cases) if case.key == key), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """One a case."""
        return 0 if parent.isValid() else len(self._cases)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text for the eye and for a screen reader, or the case itself."""
        return said(self._cases[index.row()], role) if index.isValid() else None


def said(case: Case, role: int) -> Any:
    """What a row answers: its text, or the case itself for whoever paints it."""
    if role == Role.CASE:
        return case
    if role == Qt.ItemDataRole.DisplayRole:
        return case.title
    if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
        return ", ".join(part for part in (case.word, case.title, case.told, case.tag) if part)
    return None


class CaseDelegate(QStyledItemDelegate):
    """Paints the rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines."""
        return QSize(160, round(QFontMetricsF(option.font).height() * 1.9) + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row; a selected one has a bar at its left beside its tint."""
        case: Case = index.data(Role.CASE)
        now = theme.colours()
        whole = QRectF(option.rect)
        painter.save()
        painter.setClipRect(whole)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, QColor(now.accent_tint))
            painter.fillRect(QRectF(whole.left(), whole.top(), BAR, whole.height()), QColor(now.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(whole, QColor(now.hover))
        painter.setPen(QColor(now.line))
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(now.accent))
            painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -1.5))
        style = theme.state_style(case.state)
        mark = QRectF(whole.left() + PAD, 0, SHAPE, SHAPE)
        mark.moveTop(whole.top() + 8 + (QFontMetricsF(option.font).height() - SHAPE) / 2)
        theme.draw_shape(painter, mark, style.shape, style.colour)
        self._text(painter, option, case, whole.adjusted(PAD + SHAPE + 8, 8, -PAD, -6), style.colour)
        painter.restore()

    def _text(
        self, painter: QPainter, option: QStyleOptionViewItem, case: Case, area: QRectF, colour: str
    ) -> None:
        now = theme.colours()
        metrics = QFontMetricsF(option.font)
        right = Qt.TextElideMode.ElideRight
        painter.setFont(option.font)
        painter.setPen(QColor(now.text))
        painter.drawText(
            QRectF(area.left(), area.top(), area.width(), metrics.height()),
            Qt.AlignmentFlag.AlignVCenter,
            metrics.elidedText(case.title, right, area.width()),
        )
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.88)
        metrics = QFontMetricsF(small)
        painter.setFont(small)
        line = QRectF(area.left(), area.bottom() - metrics.height(), area.width(), metrics.height())
        width = metrics.horizontalAdvance(case.tag) + 8 if case.tag else 0.0
        painter.setPen(QColor(colour))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, case.tag)
        painter.setPen(QColor(now.muted))
        told = metrics.elidedText(case.told, right, line.width() - width)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, told)
