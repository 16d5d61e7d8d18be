"""What the larger dialogs share: title, explanation, body, a note, and the buttons below."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import messages, theme

if TYPE_CHECKING:
    from db import ShishiError


class FramedDialog(QDialog):
    """Deletes itself when closed. Sub-classes fill `body` and set `agree`."""

    def __init__(self, title: str, told: str, agree: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        heading = QLabel(title, self)
        theme.set_role(heading, "title")
        self.told = QLabel(told, self)
        self.told.setWordWrap(True)
        theme.set_role(self.told, "muted")
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.GAP)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.hide()
        self._buttons = QDialogButtonBox(self)
        self.agree = QPushButton(agree, self)
        theme.set_role(self.agree, "primary")
        self._buttons.addButton(self.agree, QDialogButtonBox.ButtonRole.ActionRole)
        self.dismiss = self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.rejected.connect(self.reject)
        self.agree.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.MARGIN, theme.MARGIN, theme.GAP_LARGE)
        column.setSpacing(theme.GAP)
        for widget in (heading, self.told):
            column.addWidget(widget)
        column.addLayout(self.body, 1)
        column.addWidget(self.note)
        column.addSpacing(theme.GAP_SMALL)
        column.addWidget(self._buttons)

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a line above the buttons; an empty one hides it."""
        theme.set_role(self.note, "error" if error else "")
        self.note.style().polish(self.note)
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def working(self) -> None:
        """Nothing can be pressed twice while the work runs."""
        self.agree.setEnabled(False)

    def could_not(self, error: ShishiError) -> None:
        """Say why it failed, and let the person try again."""
        self.agree.setEnabled(True)
        self.say(messages.sentence_of(error), error=True)

    def crashed(self, _: BaseException) -> None:
        """A bug, which is reported elsewhere; here it can be tried again."""
        self.agree.setEnabled(True)

    def done_with(self, folder: Path) -> None:
        """The work is done: the button now opens the folder, the other closes."""
        self.agree.setEnabled(True)
        self.agree.setText(self.tr("Open the folder"))
        self.agree.clicked.disconnect()
        self.agree.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        self.dismiss.setText(self.tr("Close"))
        self.dismiss.setFocus()
