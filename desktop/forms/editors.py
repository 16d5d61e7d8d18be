"""Editors that know when an input method is composing, and take plain text only."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QSize, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop.forms.pasted import has_files, one_line, pasted_text
from desktop.forms.undo_keys import is_undo_key, show_menu
from desktop.forms.undoing import change_of

# What stands in a document for a line's end, of all sorts.
_LINE_ENDS = str.maketrans({"\u2029": "\n", "\u2028": "\n", "\ufdd0": "\n", "\ufdd1": "\n"})
_PASTE = QKeySequence.StandardKey.Paste


class TextEdit(QPlainTextEdit):
    """Several lines. Answers the very text it was given until a person changes it."""

    edited = Signal()
    """A person changed the text."""
    pasted = Signal(object)
    """Pictures or files were pasted, which are no text: the `QMimeData`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: str | None = ""
        self._giving = False
        self._lines = 0
        self._undoing: tuple[QAction, ...] = ()
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_changed)

    def sizeHint(self) -> QSize:
        """No more than the least: the layout shares out what is left."""
        return QSize(super().sizeHint().width(), max(self.minimumHeight(), 40))

    def show_lines(self, count: int) -> None:
        """Be at least `count` lines high, whatever the size of the text becomes."""
        self._lines = count
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * count + 24)

    def changeEvent(self, event: QEvent) -> None:
        """As many lines of larger text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._lines:
            self.show_lines(self._lines)

    def minimumSizeHint(self) -> QSize:
        """As low as was asked for; Qt's own would be twice a line of text."""
        return QSize(super().minimumSizeHint().width(), max(self.minimumHeight(), 40))

    @property
    def composing(self) -> bool:
        """Whether an input method has uncommitted text here."""
        return bool(self.composed)

    @property
    def composed(self) -> str:
        """What is being composed."""
        return self.textCursor().block().layout().preeditAreaText()

    def text(self) -> str:
        """The text, with `\\n` at the end of lines; without what is still being composed."""
        if self._given is not None:
            return self._given
        return self._stands()

    def give(self, text: str) -> None:
        """Show `text` in place of what stands here; nothing can be undone beyond it."""
        if text != self.text():
            self._giving = True
            self.setPlainText(text)
            self._giving = False
        self._given = text

    def share_undo(self, undo: QAction, redo: QAction) -> None:
        """From now on these two take back and bring back; no steps are kept here."""
        self.setUndoRedoEnabled(False)
        self._undoing = (undo, redo)

    def change_to(self, text: str) -> None:
        """Show `text`, and put the cursor behind what differs from what stood here."""
        change = change_of(self._stands(), text.replace("\r\n", "\n").replace("\r", "\n"))
        cursor = self.textCursor()
        start = _units(self._stands()[: change.start])
        cursor.setPosition(start)
        cursor.setPosition(start + _units(change.removed), QTextCursor.MoveMode.KeepAnchor)
        self._giving = True
        cursor.insertText(change.inserted)
        self._giving = False
        self._given = text
        self.setTextCursor(cursor)

    def add(self, text: str) -> None:
        """Add `text` at the end, as if a person had typed it: it can be undone."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(f"\n{text}" if self.text().strip() else text)
        self.setTextCursor(cursor)

    def type_over(self, text: str) -> None:
        """Put `text` in place of what stands here, as if a person had typed it: it can be undone."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def select_first(self, wanted: Iterable[str]) -> None:
        """Select the first of these texts that stands here; none: the cursor stays where it is."""
        for text in wanted:
            cursor = self.document().find(text) if text else QTextCursor()
            if not cursor.isNull():
                self.setTextCursor(cursor)
                return

    def event(self, event: QEvent) -> bool:
        """Where a form takes back, its keys are not taken here."""
        if self._undoing and is_undo_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pictures and files are pasted elsewhere."""
        data = QGuiApplication.clipboard().mimeData() if event.matches(_PASTE) else None
        if data is not None and not self.isReadOnly() and not self.canInsertFromMimeData(data):
            self.pasted.emit(data)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Its own menu, where Undo and Redo are those of the form."""
        show_menu(self.createStandardContextMenu(), self._undoing, event.globalPos())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Only text."""
        return source.hasText() and not has_files(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the text without its looks; one step."""
        cursor = self.textCursor()
        cursor.insertText(pasted_text(source))
        self.ensureCursorVisible()

    def _stands(self) -> str:
        # Not toPlainText: that makes a plain space of a no-break space.
        return self.document().toRawText().translate(_LINE_ENDS)

    def _on_changed(self) -> None:
        if not self._giving:
            self._given = None
            self.edited.emit()


class LineEdit(QLineEdit):
    """One line. Answers the very text it was given until a person changes it."""

    edited = Signal()
    """A person changed the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: str | None = ""
        self._giving = False
        self._composed = ""
        self._undoing: tuple[QAction, ...] = ()
        self.textChanged.connect(self._on_changed)

    @property
    def composing(self) -> bool:
        """Whether an input method has uncommitted text here."""
        return bool(self._composed)

    @property
    def composed(self) -> str:
        """What is being composed."""
        return self._composed

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The caret stays where it is; Qt selects all, and the next key would wipe it out."""
        caret = self.cursorPosition()
        super().focusInEvent(event)
        self.setCursorPosition(caret)

    def share_undo(self, undo: QAction, redo: QAction) -> None:
        """From now on these two take back and bring back."""
        self._undoing = (undo, redo)

    def change_to(self, text: str) -> None:
        """Show `text`, and put the cursor behind what differs from what stood here."""
        change = change_of(self.text(), text)
        self.give(text)
        self.setCursorPosition(_units(text[: change.start] + change.inserted))

    def event(self, event: QEvent) -> bool:
        """Where a form takes back, its keys are not taken here."""
        if self._undoing and is_undo_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is pasted becomes a single line."""
        data = QGuiApplication.clipboard().mimeData() if event.matches(_PASTE) else None
        if data is not None and data.hasText() and not self.isReadOnly():
            self.insert(one_line(pasted_text(data)))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Its own menu, where Undo and Redo are those of the form."""
        show_menu(self.createStandardContextMenu(), self._undoing, event.globalPos())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember what is being composed."""
        super().inputMethodEvent(event)
        self._composed = event.preeditString()

    def text(self) -> str:
        """The text; without what is still being composed."""
        return super().text() if self._given is None else self._given

    def give(self, text: str) -> None:
        """Show `text` in place of what stands here; nothing can be undone beyond it."""
        if text != self.text():
            self._giving = True
            self.setText(text)
            self._giving = False
        self._given = text

    def _on_changed(self) -> None:
        if not self._giving:
            self._given = None
            self.edited.emit()


Editor = TextEdit | LineEdit


def _units(text: str) -> int:
    """How many places of a document a text takes: Qt counts in UTF-16."""
    return len(text) + sum(char > "\uffff" for char in text)


def commit_input_method() -> None:
    """Make what is being composed part of the text of whichever editor has the focus.

    Input methods do this at once when asked. Where none answers, the composed text is taken as it
    stands, so that it is not lost.
    """
    QGuiApplication.inputMethod().commit()
    editor = QApplication.focusWidget()
    if isinstance(editor, TextEdit | LineEdit) and editor.composing:
        settle(editor)


def settle(editor: Editor) -> None:
    """Take the composed text of `editor` as it stands."""
    event = QInputMethodEvent()
    event.setCommitString(editor.composed)
    QApplication.sendEvent(editor, event)
