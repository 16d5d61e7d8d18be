"""Labels for texts of any length."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop import theme

_RUN = re.compile(r"[^ \t\n\u2e80-\uffef\U00020000-\U0003ffff]{24,}")
"""A long run without a place to break it: digits, an address. Han text breaks anywhere by itself."""


class Wrapped(QLabel):
    """A text in as many lines as it takes, however long its words are."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        # Its height follows from the width; a least height guessed without one makes a form too tall.
        self.setMinimumHeight(1)
        self.setText(text)

    def text(self) -> str:
        """The text as it was given."""
        return self._text

    def setText(self, text: str) -> None:
        """Show `text`; long runs get places to break at, and then it cannot be copied from here."""
        self._text = text
        shown = _RUN.sub(lambda run: "\u200b".join(run[0]), text)
        way = Qt.TextInteractionFlag
        self.setTextInteractionFlags(way.TextSelectableByMouse if shown == text else way.NoTextInteraction)
        super().setText(shown)


def wrapped(text: str = "", role: str = "") -> QLabel:
    """A text in as many lines as it takes; plain, and it can be selected. `role` as in `theme.set_role`."""
    label = Wrapped(text)
    if role:
        theme.set_role(label, role)
    return label
