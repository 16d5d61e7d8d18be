"""The keys and menus of undo and redo, where one form takes back for all its editors."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

KEYS = (("Ctrl+Z",), ("Ctrl+Y",))
"""Of undo and redo. Ctrl+Shift+Z, which is redo elsewhere, undoes a merge here."""
_OWN = ("edit-undo", "edit-redo")
"""Qt's names for the two in the menu of an editor."""
_NAMES = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def is_undo_key(event: QEvent) -> bool:
    """Whether a key that takes back or brings back is pressed, or about to be."""
    if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        return False
    return isinstance(event, QKeyEvent) and any(event.matches(name) for name in _NAMES)


def show_menu(menu: QMenu, undoing: Sequence[QAction], at: QPoint) -> None:
    """Show the menu of an editor, with `undoing` in place of its own undo and redo."""
    own = {action.objectName(): action for action in menu.actions()}
    for name, action in zip(_OWN, undoing, strict=False):
        if name in own:
            menu.insertAction(own[name], action)
            menu.removeAction(own[name])
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(at)
