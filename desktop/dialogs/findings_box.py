"""A list of findings in a dialog, with the way to each one's field, and a line to say why it may stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.dialogs.finding_list import FindingList, Line
from desktop.forms.editors import LineEdit, commit_input_method


class FindingsBox(QWidget):
    """Hidden while there is nothing to look at."""

    task_wanted = Signal(str, object)
    explained = Signal(str, object, str)
    """Of this task this `db.Finding` may stand, and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = FindingList(self)
        self._go = QPushButton(self.tr("Go to the task"), self)
        self._go.setObjectName("goToTaskButton")
        self._explain = QPushButton(self.tr("Explain…"), self)
        self._explain.setObjectName("explainButton")
        self._reason = LineEdit(self)
        self._reason.setObjectName("explainEdit")
        self._reason.setAccessibleName(self.tr("Why it may stand"))
        self._reason.setPlaceholderText(self.tr("Why it may stand; Enter keeps it, Escape does not"))
        self._about: Line | None = None
        self._lay_out()
        self._go.clicked.connect(self.list.go)
        self._explain.clicked.connect(self._ask)
        self._reason.returnPressed.connect(self._keep)
        self.list.task_wanted.connect(self.task_wanted)
        self.list.currentRowChanged.connect(self._show_buttons)
        self.hide()

    def show_lines(self, told: Sequence[Line]) -> None:
        """Show these lines in place of what stands here."""
        self._put_away()
        self.list.show_lines(told)
        self._show_buttons()
        self.setVisible(bool(told))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses no button of the dialog, only one of these; Escape leaves an open reason."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for button in (self._go, self._explain):
                if button.hasFocus():
                    button.click()
        elif event.key() == Qt.Key.Key_Escape and self._about is not None:
            self._put_away()
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def _show_buttons(self) -> None:
        line = self.list.line
        self._go.setEnabled(line is not None and line.task is not None)
        self._explain.setEnabled(line is not None and line.can_explain)
        if self._about is not line:
            self._put_away()

    def _ask(self) -> None:
        line = self.list.line
        if line is not None and line.finding is not None:
            self._about = line
            self._reason.give(line.finding.explained)
            self._reason.show()
            self._reason.setFocus()

    def _keep(self) -> None:
        commit_input_method()
        line, reason = self._about, self._reason.text()
        self._put_away()
        self.list.setFocus()
        if line is not None and line.finding is not None and reason.strip() != line.finding.explained:
            self.explained.emit(line.task, line.finding, reason)

    def _put_away(self) -> None:
        self._about = None
        self._reason.hide()

    def _lay_out(self) -> None:
        self._reason.hide()
        buttons = QHBoxLayout()
        for button in (self._go, self._explain):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.list, 1)
        column.addWidget(self._reason)
        column.addLayout(buttons)
