"""Paints the bar and the schedule of a measure, and edits its figure."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop import theme
from desktop.forms.undo_keys import is_undo_key
from desktop.models.measure_table import Column, Role

Index = QModelIndex | QPersistentModelIndex

_FOCUS = QStyle.StateFlag.State_HasFocus
_STEPS = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class MeasureDelegate(QStyledItemDelegate):
    """Bars and schedules are painted; a figure is typed into a line."""

    typed = Signal()
    """A key went into the open line."""
    left = Signal(int)
    """A key leads out of the open line: 1 to what comes next, -1 back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor: QLineEdit | None = None
        self._row = -1

    def open_text(self) -> tuple[int, str] | None:
        """Row and text of the line that is open, if one is."""
        return None if self._editor is None else (self._row, self._editor.text())

    def finish(self) -> None:
        """Hand what stands in the open line to the model, and close it."""
        if self._editor is not None:
            self.commitData.emit(self._editor)
            self.drop()

    def drop(self) -> None:
        """Close the open line without taking over its text."""
        if self._editor is not None:
            self.closeEditor.emit(self._editor)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line in the cell, its text selected."""
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        editor.textEdited.connect(self.typed)
        self._editor, self._row = editor, index.row()
        return editor

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter, Tab and Shift+Tab lead on; left to Qt, Enter would reach the table as well.

        Undo and redo are the form's: the line does not take their keys.
        """
        if event.type() == QEvent.Type.ShortcutOverride and is_undo_key(event):
            event.ignore()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.left.emit(step)
                return True
        return super().eventFilter(editor, event)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """The line is closed."""
        self._editor = None
        super().destroyEditor(editor, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Bars, schedules and the cell to type into are painted here, the rest by the style."""
        match index.column():
            case Column.PERCENT:
                _bar(painter, QRectF(option.rect), index)
            case Column.SCHEDULE:
                _schedule(painter, QRectF(option.rect), index)
            case Column.NOW if index.flags() & Qt.ItemFlag.ItemIsEditable:
                _field(painter, QRectF(option.rect), has_focus=bool(option.state & _FOCUS))
                plain = QStyleOptionViewItem(option)
                plain.state &= ~(_FOCUS | QStyle.StateFlag.State_Selected)
                super().paint(painter, plain, index)
            case Column.LABEL:
                padded = QStyleOptionViewItem(option)
                padded.rect = option.rect.adjusted(8, 0, 0, 0)
                super().paint(painter, padded, index)
            case _:
                super().paint(painter, option, index)


def _field(painter: QPainter, cell: QRectF, *, has_focus: bool) -> None:
    """An outline that says: here one types."""
    now = theme.colours()
    painter.save()
    painter.fillRect(cell, QColor(now.card))  # over the tint of what is selected: one types elsewhere by now
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(now.accent), 2) if has_focus else QColor(now.line_strong))
    painter.setBrush(QColor(now.accent_tint if has_focus else now.card))
    painter.drawRoundedRect(cell.adjusted(4.5, 3.5, -4.5, -3.5), 4, 4)
    painter.restore()


def _bar(painter: QPainter, cell: QRectF, index: Index) -> None:
    """A bar as long as the share of the target; the percent beside it, so that it is always readable."""
    now = theme.colours()
    text = str(index.data(Qt.ItemDataRole.DisplayRole))
    percent = index.data(Role.PERCENT)
    width = QFontMetricsF(painter.font()).horizontalAdvance("100%") + 8
    box = cell.adjusted(10, 0, -10 - width, 0)
    box.setHeight(8)
    box.moveTop(cell.center().y() - 4)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(now.bar_back))
    painter.drawRoundedRect(box, 4, 4)
    if percent:
        done = QRectF(box)
        done.setWidth(max(8.0, box.width() * float(min(percent, 100)) / 100))
        painter.setBrush(QColor(now.green if percent >= 100 else now.accent))
        painter.drawRoundedRect(done, 4, 4)
    painter.setPen(QColor(now.text if percent is not None else now.muted))
    beside = QRectF(box.right(), cell.top(), cell.right() - 10 - box.right(), cell.height())
    painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    painter.restore()


def _schedule(painter: QPainter, cell: QRectF, index: Index) -> None:
    """The kind as shape and word, in its colour."""
    text = str(index.data(Qt.ItemDataRole.DisplayRole))
    schedule = index.data(Role.SCHEDULE)
    painter.save()
    if schedule is None:
        painter.setPen(QColor(theme.colours().muted))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)
    else:
        style = theme.state_style(schedule.kind)
        width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 16
        left = cell.left() + max(6.0, (cell.width() - width) / 2)
        theme.draw_shape(painter, QRectF(left, cell.center().y() - 4.5, 9, 9), style.shape, style.colour)
        painter.setPen(QColor(style.colour))
        rest = QRectF(left + 16, cell.top(), cell.right() - left - 16, cell.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    painter.restore()
