"""Paints the rows of the plan tree: shape and word of the state, number, target, leads; completeness."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from desktop import theme
from desktop.models.marked_line import Face, draw_line, face
from desktop.models.plan_rows import Kind, Row
from desktop.models.plan_tree import Role, states_of
from desktop.models.states import state_word

Index = QModelIndex | QPersistentModelIndex

PAD = 10.0
DOT = 0.48
"""Side of the shape of a state against the height of a line."""
EDGE = 3.0
BAR = 44.0, 4.0
"""Width and height of the bar of how much of a heading is filled in."""
SMALL = 0.86
"""Size of the line of leads against the target's."""
LOUD = frozenset({"draft", "sent_back", "conflict", "changed_after_approval", "behind"})
"""What wants somebody's hand, and stands out."""


class _Fonts(NamedTuple):
    """The application's font in the ways a row uses it, with its measures; made once for each size."""

    body: Face
    bold: Face
    struck: Face
    small: Face
    line: float
    """Height of a line of the body."""
    dot: float
    """Side of the shape of a state."""
    number: float
    """Where numbers begin, from the left edge of a row."""
    text: float
    """Where texts begin: wide enough for numbers like 10.12."""


class TreeDelegate(QStyledItemDelegate):
    """Every row is painted; there is no widget in the tree, and no indentation by the view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fonts: dict[str, _Fonts] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines for a task, one for a heading."""
        line = self._of(option.font).line
        heights = {Kind.PLAN: line + 20, Kind.CATEGORY: line + 16, Kind.ITEM: line + 8}
        return QSize(160, round(heights.get(index.data(Role.KIND), line * (1 + SMALL) + 10)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setClipRect(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row: Row = index.data(Role.ROW)
        is_open = self._background(painter, option, index)
        fonts = self._of(option.font)
        if row.state is not None:
            _task(painter, QRectF(option.rect), row, fonts)
        else:
            _heading(painter, QRectF(option.rect), row, fonts, is_open=is_open)
        painter.restore()

    def _of(self, font: QFont) -> _Fonts:
        key = font.key()
        if key not in self._fonts:
            self._fonts = {key: _fonts(font)}
        return self._fonts[key]

    def _background(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> bool:
        """Paint how the row stands in the view; whether it is open.

        The view is asked, not `option.state`: the enums of `QStyle` take 5 ms, which the first rows wait for.
        """
        view, rect = self.parent(), QRectF(option.rect)
        if not isinstance(view, QTreeView):
            return False
        now = theme.colours()
        if view.selectionModel().isSelected(index):
            painter.fillRect(rect, QColor(now.accent_tint))
            painter.fillRect(QRectF(rect.left(), rect.top(), EDGE, rect.height()), QColor(now.accent))
        elif view.underMouse() and rect.contains(view.viewport().mapFromGlobal(QCursor.pos())):
            painter.fillRect(rect, QColor(now.hover))
        if view.hasFocus() and view.currentIndex() == index:
            painter.setPen(QColor(now.accent))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        return view.isExpanded(index)


def _heading(painter: QPainter, whole: QRectF, row: Row, fonts: _Fonts, *, is_open: bool) -> None:
    now = theme.colours()
    rect = whole.adjusted(PAD, 0, -PAD, 0)
    rect.setRight(_completeness(painter, rect, row, fonts) - PAD)
    if row.kind is Kind.ITEM:
        rect.setLeft(whole.left() + fonts.number)
        draw_line(painter, rect, row.number, fonts.body, now.text)
        rect.setLeft(whole.left() + fonts.text)
        draw_line(painter, rect, row.text, fonts.body, now.muted)
        return
    chevron = QRectF(rect.left(), rect.center().y() - 4, 8, 8)
    _chevron(painter, chevron, now.muted, is_open=is_open)
    rect.setLeft(rect.left() + PAD + 4)
    draw_line(painter, rect, row.text, fonts.body if row.is_other else fonts.bold, now.text)


def _completeness(painter: QPainter, rect: QRectF, row: Row, fonts: _Fonts) -> float:
    """Paint a bar and n/m at the right, with a check when nothing is left; returns where they begin."""
    now = theme.colours()
    is_complete = row.filled == row.every and not row.is_other
    text = f"{row.every}" if row.is_other else f"{row.filled}/{row.every}"
    painter.setFont(fonts.small.font)
    painter.setPen(QColor(now.green if is_complete else now.muted))
    painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    left = rect.right() - fonts.small.metrics.horizontalAdvance(text)
    if row.is_other:
        return left
    if is_complete:
        left -= fonts.dot + 6
        box = QRectF(left, rect.center().y() - fonts.dot / 2, fonts.dot, fonts.dot)
        theme.draw_shape(painter, box, theme.Shape.CHECK, now.green)
        return left
    if row.kind is Kind.ITEM:
        return left
    width, height = BAR
    left -= width + 8
    bar = QRectF(left, rect.center().y() - height / 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, share in ((now.bar_back, 1.0), (now.accent, row.filled / max(row.every, 1))):
        if share:
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(width * share, height), height), 2, 2)
    return left


def _task(painter: QPainter, whole: QRectF, row: Row, fonts: _Fonts) -> None:
    now = theme.colours()
    names = states_of(row)
    rect = whole.adjusted(0, 5, -PAD, -5)
    top = QRectF(rect.left(), rect.top(), rect.width(), fonts.line)
    style = theme.state_style(names[0])
    dot = fonts.text - fonts.dot - 8 if row.kind is Kind.PART else PAD + 8
    box = QRectF(rect.left() + dot, top.center().y() - fonts.dot / 2, fonts.dot, fonts.dot)
    theme.draw_shape(painter, box, style.shape, style.colour)
    font, colour = (fonts.struck, now.muted) if row.is_retired else (fonts.body, now.text)
    if row.number.text:
        number = QRectF(rect.left() + fonts.number, top.top(), fonts.text - fonts.number, fonts.line)
        draw_line(painter, number, row.number, font, colour)
    top.setLeft(rect.left() + fonts.text)
    draw_line(painter, top, row.text, font, colour)
    below = QRectF(top.left(), top.bottom(), top.width(), rect.bottom() - top.bottom())
    for name in names:
        below.setRight(_word(painter, below, name, fonts.small) - 6)
    draw_line(painter, below, row.below, fonts.small, now.muted)


def _word(painter: QPainter, line: QRectF, name: str, small: Face) -> float:
    """Paint the word of a state at the right end of a line, framed if it is loud; where it begins."""
    word, style = state_word(name), theme.state_style(name)
    metrics = small.metrics
    is_loud = name in LOUD
    width = metrics.horizontalAdvance(word) + (12 if is_loud else 0)
    box = QRectF(line.right() - width, line.top(), width, min(line.height(), metrics.height()))
    box.moveTop(line.center().y() - box.height() / 2)
    if is_loud:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.tint))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(small.font)
    painter.setPen(QColor(style.colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
    return box.left()


def _fonts(font: QFont) -> _Fonts:
    metrics = QFontMetricsF(font)
    dot = round(metrics.height() * DOT)
    number = PAD + 8 + dot + 8
    text = number + metrics.horizontalAdvance("10.12") + 6
    bold, struck, small = QFont(font), QFont(font), QFont(font)
    bold.setBold(True)
    struck.setStrikeOut(True)
    # A font set in pixels answers -1 for its size in points.
    if font.pointSizeF() > 0:
        small.setPointSizeF(font.pointSizeF() * SMALL)
    else:
        small.setPixelSize(round(font.pixelSize() * SMALL))
    return _Fonts(face(font), face(bold), face(struck), face(small), metrics.height(), dot, number, text)


def _chevron(painter: QPainter, box: QRectF, colour: str, *, is_open: bool) -> None:
    painter.save()
    if not is_open:
        painter.translate(box.center())
        painter.rotate(-90)
        painter.translate(-box.center())
    theme.draw_shape(painter, box, theme.Shape.DOWN, colour)
    painter.restore()
