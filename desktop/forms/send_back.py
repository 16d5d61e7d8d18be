"""A line for why an entry is sent back, with phrases that were used before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.forms.editors import LineEdit, commit_input_method
from desktop.forms.flow import FlowLayout
from desktop.settings import REVIEW_PHRASES, Settings

MOST = 8
"""Phrases that are remembered."""
SHOWN = 24
"""Characters of a phrase that are shown; the tip says the rest."""


class SendBackBar(QFrame):
    """Hidden until an entry is to be sent back; Enter sends it, Escape puts the bar away."""

    sent = Signal(str)
    """The comment that the clerk will see."""
    left = Signal()
    """It was put away."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        theme.set_role(self, "notice")
        self.edit = LineEdit(self)
        self.edit.setObjectName("sendBackComment")
        self.edit.setAccessibleName(self.tr("Why it is sent back"))
        self.edit.setPlaceholderText(self.tr("What is to be corrected? The clerk will see this."))
        self.send = QPushButton(self.tr("Send back"), self)
        self.send.setObjectName("sendBackSend")
        theme.set_role(self.send, "primary")
        self.send.clicked.connect(self._send)
        self.edit.returnPressed.connect(self._send)
        self.edit.textChanged.connect(lambda: self.send.setEnabled(bool(self.edit.text().strip())))
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.put_away)
        self._chips = QWidget(self)
        flow = FlowLayout(self._chips)
        self.phrases = [self._phrase() for _ in range(MOST)]
        for chip in self.phrases:
            flow.addWidget(chip)
        line = QHBoxLayout()
        for widget in (self.edit, self.send, cancel):
            line.addWidget(widget, 1 if widget is self.edit else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP, theme.GAP_SMALL)
        column.addWidget(QLabel(self.tr("Send back"), self))
        column.addLayout(line)
        column.addWidget(self._chips)
        self.hide()

    def ask(self) -> None:
        """Show the bar, empty."""
        self.edit.give("")
        self.send.setEnabled(False)
        self._show_phrases()
        self.show()
        self.edit.setFocus()

    def put_away(self) -> None:
        """Hide the bar; nothing is sent back."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _phrases(self) -> list[str]:
        remembered = self._settings.get(REVIEW_PHRASES)
        usual = [
            self.tr("Please give the figure of every measure."),
            self.tr("Please say why it is behind, and what is done about it."),
            self.tr("This is the text of the last period; please report this one."),
        ]
        return [*remembered, *(phrase for phrase in usual if phrase not in remembered)][:MOST]

    def _show_phrases(self) -> None:
        told = self._phrases()
        for place, chip in enumerate(self.phrases):
            text = told[place] if place < len(told) else ""
            chip.setText(text if len(text) <= SHOWN else f"{text[:SHOWN]}…")
            chip.setToolTip(text)
            chip.setAccessibleName(text)
            chip.setVisible(bool(text))

    def _phrase(self) -> QPushButton:
        chip = QPushButton(self._chips)
        theme.set_role(chip, "chip")
        chip.clicked.connect(lambda: self._take(chip.toolTip()))
        return chip

    def _take(self, text: str) -> None:
        before = self.edit.text().strip()
        self.edit.setText(f"{before} {text}" if before else text)
        self.edit.setFocus()

    def _send(self) -> None:
        commit_input_method()
        comment = self.edit.text().strip()
        if not comment:
            return
        known = [phrase for phrase in self._settings.get(REVIEW_PHRASES) if phrase != comment]
        self._settings.put(REVIEW_PHRASES, [comment, *known][:MOST])
        self.hide()
        self.sent.emit(comment)
