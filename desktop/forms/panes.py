"""Where F6 goes within a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


def next_pane(panes: tuple[QWidget, ...], event: QKeyEvent) -> QWidget | None:
    """Where F6 or Shift+F6 goes within the page; None where the page ends."""
    step = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
    shown = [pane for pane in panes if pane.isVisible()]
    focus = QApplication.focusWidget()
    here = next(
        (n for n, pane in enumerate(shown) if focus and (pane is focus or pane.isAncestorOf(focus))), -1
    )
    there = here + step
    return shown[there] if here >= 0 and 0 <= there < len(shown) else None
