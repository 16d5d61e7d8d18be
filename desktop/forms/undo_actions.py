"""Undo and redo of a form: two actions with keys, and the steps of every row that was in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

import db
from desktop.forms.undo_keys import KEYS
from desktop.forms.undoing import Place, UndoStack, UndoStacks

translate = QCoreApplication.translate


class UndoActions(QObject):
    """Belongs to a form, which shows what `undo` and `redo` answer; the keys are heard within it alone."""

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self._stacks = UndoStacks()
        self._stack: UndoStack | None = None
        self.undo_action = QAction(translate("UndoActions", "Undo"), form)
        self.redo_action = QAction(translate("UndoActions", "Redo"), form)
        for name, action, keys in zip(
            ("undo_typing", "redo_typing"), (self.undo_action, self.redo_action), KEYS, strict=True
        ):
            action.setObjectName(name)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            form.addAction(action)
        self._tell()

    def show(self, place: Place, content: db.Content, *, is_step: bool) -> None:
        """Another row stands in the form, or the same anew: see `UndoStacks.at`."""
        self._stack = self._stacks.at(place, content, is_step=is_step)
        self._tell()

    def note(self, content: db.Content) -> None:
        """A person changed something."""
        if self._stack is not None:
            self._stack.note(content)
            self._tell()

    def undo(self) -> db.Content:
        """The row one step back."""
        return self._stepped(back=True)

    def redo(self) -> db.Content:
        """The row one step forth."""
        return self._stepped(back=False)

    def clear(self) -> None:
        """The file was closed."""
        self._stacks.clear()
        self._stack = None
        self._tell()

    def _stepped(self, *, back: bool) -> db.Content:
        assert self._stack is not None
        content = self._stack.undo() if back else self._stack.redo()
        self._tell()
        return content

    def _tell(self) -> None:
        """What cannot be done is grey in the menus of the editors."""
        self.undo_action.setEnabled(self._stack is not None and self._stack.can_undo)
        self.redo_action.setEnabled(self._stack is not None and self._stack.can_redo)
