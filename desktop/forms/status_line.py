"""The status of a row with the reason, the tick for nothing new, and the remark."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

import db
from desktop import theme
from desktop.forms.editors import Editor
from desktop.forms.fields import FIELDS, make_label
from desktop.forms.status_picker import StatusPicker


class StatusLine(QWidget):
    """Status, tick and remark in one line; below it the reason, where one is needed, and `findings`."""

    edited = Signal()

    def __init__(self, editors: dict[str, Editor], findings: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.picker = StatusPicker()
        self.nothing_new = QCheckBox(translate("TaskForm", "Nothing new this period"))
        self.nothing_new.setObjectName("nothingNewCheck")
        self._reason, self._remark = editors["reason"], editors["remark"]
        self._reason_label = make_label(FIELDS[3], self._reason)
        self.picker.edited.connect(self.edited)
        self.nothing_new.toggled.connect(self.edited)
        self._arrange(findings)

    @property
    def stops(self) -> list[QWidget]:
        """What the tab key comes to, in its order."""
        return [self.picker, self.nothing_new, self._remark, self._reason]

    def give(self, content: db.Content) -> None:
        """Show a status and the tick."""
        self.picker.give(content.status)
        self.nothing_new.blockSignals(True)
        self.nothing_new.setChecked(content.nothing_new)
        self.nothing_new.blockSignals(False)

    def lock(self, *, is_locked: bool) -> None:
        """Whether anything can be chosen."""
        self.picker.setEnabled(not is_locked)
        self.nothing_new.setEnabled(not is_locked)

    def show_reason(self, *, wanted: bool) -> None:
        """Show the field for the reason, or hide it."""
        self._reason.setVisible(wanted)
        self._reason_label.setVisible(wanted)

    def _arrange(self, findings: QWidget) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(theme.GAP_SMALL)
        label = QLabel(QCoreApplication.translate("TaskForm", "Status"))
        label.setBuddy(self.picker)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.picker, 0, 1)
        grid.addWidget(self.nothing_new, 0, 2)
        grid.addWidget(make_label(FIELDS[4], self._remark), 0, 3)
        grid.addWidget(self._remark, 0, 4)
        grid.addWidget(self._reason_label, 1, 0)
        grid.addWidget(self._reason, 1, 1, 1, 4)
        grid.addWidget(findings, 2, 0, 1, 5)
        grid.setColumnStretch(4, 1)
