"""Paints the rows of the plan tree: shape of the state, number, target, leads; completeness."""

from __future__ import annotations

from typing import NamedTuple

from PySide6 import QtWidgets
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop import theme
from desktop.models.plan_tree import Kind, Role
from desktop.models.states import RowState, state_word

# The tree waits for this module, and the name `QStyle` costs 5 ms of making enums: it is looked up
# where a row is painted, not imported.

Index = QModelIndex | QPersistentModelIndex

PAD = 10.0
DOT = 10.0
BAR = 3.0
SMALL = 0.86
"""Size of the line of leads against the target's."""


class _Columns(NamedTuple):
    """Where things begin, from the left edge of a row."""

    dot: float
    number: float
    text: float


class TreeDelegate(QStyledItemDelegate):
    """Every row is painted; there is no widget in the tree, and no indentation by the view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: dict[tuple[str, str], QSize] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines for a task, one for a heading."""
        key = (option.font.key(), index.data(Role.KIND))
        if key not in self._sizes:
            line = QFontMetricsF(option.font).height()
            heights = {Kind.CATEGORY: line + 16, Kind.ITEM: line + 8}
            self._sizes[key] = QSize(160, round(heights.get(Kind(key[1]), line * (1 + SMALL) + 10)))
        return self._sizes[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setClipRect(option.rect)
        self._background(painter, option)
        kind = index.data(Role.KIND)
        if kind in (Kind.TASK, Kind.PART):
            self._task(painter, option, index)
        else:
            self._heading(painter, option, index)
        painter.restore()

    def _background(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        now = theme.colours()
        rect = QRectF(option.rect)
        if option.state & QtWidgets.QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(now.accent_tint))
            painter.fillRect(QRectF(rect.left(), rect.top(), BAR, rect.height()), QColor(now.accent))
        elif option.state & QtWidgets.QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(now.hover))
        if option.state & QtWidgets.QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(now.accent))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now = theme.colours()
        rect = QRectF(option.rect).adjusted(PAD, 0, -PAD, 0)
        columns = _columns(option.font)
        rect.setRight(rect.right() - self._filled(painter, option, rect, index.data(Role.FILLED)) - PAD)
        if index.data(Role.KIND) == Kind.CATEGORY:
            is_open = bool(option.state & QtWidgets.QStyle.StateFlag.State_Open)
            chevron = QRectF(rect.left(), rect.center().y() - 4, 8, 8)
            _chevron(painter, chevron, now.muted, is_open=is_open)
            font = _sized(option.font, 1.0, bold=True)
            _line(
                painter, rect.adjusted(columns.dot - PAD / 2, 0, 0, 0), index.data(Role.TEXT), font, now.text
            )
        else:
            left = option.rect.left()
            rect.setLeft(left + columns.number)
            _line(painter, rect, index.data(Role.NUMBER), option.font, now.text)
            rect.setLeft(left + columns.text)
            _line(painter, rect, index.data(Role.TEXT), option.font, now.muted)

    def _filled(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, count: tuple[int, int]
    ) -> float:
        """Paint n/m at the right, with a check when nothing is left; returns its width."""
        filled, every = count
        text = f"{filled}/{every}"
        now = theme.colours()
        is_complete = filled == every
        painter.setFont(option.font)
        painter.setPen(QColor(now.green if is_complete else now.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        width = QFontMetricsF(option.font).horizontalAdvance(text)
        if is_complete:
            box = QRectF(rect.right() - width - DOT - 6, rect.center().y() - DOT / 2, DOT, DOT)
            theme.draw_shape(painter, box, theme.Shape.CHECK, now.green)
            width += DOT + 6
        return width

    def _task(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now = theme.colours()
        row: RowState = index.data(Role.STATE)
        columns = _columns(option.font)
        rect = QRectF(option.rect).adjusted(0, 5, -PAD, -5)
        line = QFontMetricsF(option.font).height()
        top = QRectF(rect.left(), rect.top(), rect.width(), line)
        style = theme.state_style(row.state)
        is_part = index.data(Role.KIND) == Kind.PART
        dot = columns.text - DOT - 8 if is_part else columns.dot
        box = QRectF(rect.left() + dot, top.center().y() - DOT / 2, DOT, DOT)
        theme.draw_shape(painter, box, style.shape, style.colour)
        if not is_part:
            number = QRectF(rect.left() + columns.number, top.top(), columns.text - columns.number, line)
            _line(painter, number, index.data(Role.NUMBER), option.font, now.text)
        top.setLeft(rect.left() + columns.text)
        _line(painter, top, index.data(Role.TEXT), option.font, now.text)
        below = QRectF(top.left(), top.bottom(), top.width(), rect.bottom() - top.bottom())
        small = _sized(option.font, SMALL)
        if row.draft:
            below.setRight(_badge(painter, below, small) - 6)
        _line(painter, below, f"★ {index.data(Role.LEADS)}", small, now.muted)


def _badge(painter: QPainter, line: QRectF, font: QFont) -> float:
    """Paint 草稿 at the right end of a line; returns where it begins."""
    word = state_word("draft")
    style = theme.state_style("draft")
    metrics = QFontMetricsF(font)
    box = QRectF(0, 0, metrics.horizontalAdvance(word) + 12, min(line.height(), metrics.height()))
    box.moveRight(line.right())
    box.moveTop(line.center().y() - box.height() / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(style.tint))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(font)
    painter.setPen(QColor(style.colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
    return box.left()


def _columns(font: QFont) -> _Columns:
    """Wide enough for numbers like 10.12."""
    number = PAD + 8 + DOT + 8
    return _Columns(PAD + 8, number, number + QFontMetricsF(font).horizontalAdvance("10.12") + 6)


def _line(painter: QPainter, rect: QRectF, text: str, font: QFont, colour: str) -> None:
    """One line of text, cut with an ellipsis where the row ends."""
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _sized(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    sized = QFont(font)
    # A font set in pixels answers -1 for its size in points.
    if font.pointSizeF() > 0:
        sized.setPointSizeF(font.pointSizeF() * factor)
    else:
        sized.setPixelSize(round(font.pixelSize() * factor))
    sized.setBold(bold)
    return sized


def _chevron(painter: QPainter, box: QRectF, colour: str, *, is_open: bool) -> None:
    painter.save()
    if not is_open:
        painter.translate(box.center())
        painter.rotate(-90)
        painter.translate(-box.center())
    theme.draw_shape(painter, box, theme.Shape.DOWN, colour)
    painter.restore()
