"""What stands where there is nothing else to see. Imported before the first rows: it imports little."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop import theme


def empty(text: str) -> QLabel:
    """A quiet sentence in the middle of a place where there is nothing else to see."""
    label = QLabel(text)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    theme.set_role(label, "muted")
    return label
