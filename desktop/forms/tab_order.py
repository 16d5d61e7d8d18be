"""Where Tab goes next, for what is made later than what stands after it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(first: QWidget, second: QWidget) -> None:
    """Let Tab go from `first` through everything in `second`, in the order that it has."""
    inside: list[QWidget] = []
    widget = second.nextInFocusChain()
    while widget is not None and widget is not second:
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
        if takes_tab and second.isAncestorOf(widget):
            inside.append(widget)
        widget = widget.nextInFocusChain()
    for here, there in pairwise([first, *inside]):
        QWidget.setTabOrder(here, there)
