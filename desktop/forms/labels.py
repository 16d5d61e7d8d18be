"""Labels for texts of any length."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop import theme


def wrapped(text: str = "", role: str = "") -> QLabel:
    """A text in as many lines as it takes; plain, and it can be selected. `role` as in `theme.set_role`."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    # Its height follows from the width; a least height guessed without one makes a form too tall.
    label.setMinimumHeight(1)
    if role:
        theme.set_role(label, role)
    return label
