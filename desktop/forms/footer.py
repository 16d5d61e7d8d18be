"""What stands below the form and stays in sight: what is to be said of it, and its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.announce import announce
from desktop.forms.notice import Notice
from desktop.forms.told import ToldBar

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance


class Footer(QWidget):
    """Messages above, buttons below."""

    previous_wanted = Signal()
    next_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refused, self._message = Notice("error"), Notice("error")
        self.told = ToldBar()
        self._previous = self._button("previousButton", self.tr("◀ Previous"), self.previous_wanted)
        self._previous.setToolTip(self.tr("Previous task (Alt+Up)"))
        self._next = self._button("nextButton", self.tr("Next ▶"), self.next_wanted)
        self._next.setToolTip(self.tr("Next task (Alt+Down); what is typed is kept"))
        self._print = self._button("printButton", self.tr("Print this task"), self.print_wanted)
        self._print.setToolTip(self.tr("The sheet of this task, to be stamped"))
        self._save = self._button("saveButton", self.tr("Save and next  Ctrl+Enter"), self.save_wanted)
        self._save.setToolTip(self.tr("Save, and go to the next task"))
        theme.set_role(self._save, "primary")
        self._arrange()

    @property
    def stops(self) -> list[QWidget]:
        """The buttons in the order of the tab key: what is wanted most comes first."""
        return [self._save, self._previous, self._next, self._print]

    def lock(self, *, is_locked: bool) -> None:
        """Whether anything can be saved."""
        self._save.setEnabled(not is_locked)

    def say(self, sentence: str, state: str = "error") -> None:
        """Say something until the next key; an empty text takes it away."""
        self._message.say(sentence, state)
        announce(self._message, sentence)

    def refuse(self, sentence: str) -> None:
        """Say that what was typed is no figure: over a change of rows too, where it is no more to be seen."""
        self._refused.say(sentence)
        announce(self._refused, sentence)

    def be_silent(self) -> None:
        """Take away whatever is said."""
        self._message.say("")
        self._refused.say("")

    def _button(self, name: str, text: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(wanted)
        return button

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        row.addStretch(1)
        row.addWidget(self._print)
        row.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.GAP_SMALL, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP_SMALL)
        for widget in (self._refused, self.told, self._message):
            column.addWidget(widget)
        column.addLayout(row)
