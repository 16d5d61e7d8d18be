"""Where the keys go when a page comes to be shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

RAIL = "pageRail"


def take_focus(widget: QWidget) -> None:
    """Give a page's list the keys, unless somebody goes through the rail by the arrow keys."""
    focus = QApplication.focusWidget()
    pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
    if focus is None or focus.objectName() != RAIL or pressed:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
