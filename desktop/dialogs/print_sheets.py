"""Printing item sheets: of the task that is shown, or of all tasks of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.print_area import SHEETS, Choice, PrintArea
from desktop.session import Session
from desktop.settings import Settings

if TYPE_CHECKING:
    from db import TaskId


class PrintSheetsDialog(QDialog):
    """The print area in a window of its own, beginning with `task` if one is shown."""

    def __init__(
        self, session: Session, settings: Settings, task: TaskId | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print item sheets"))
        self.resize(900, 760)
        choices = [Choice(self.tr("All items of this file"), SHEETS)]
        if task is not None:
            choices.insert(0, Choice(self.tr("This item"), SHEETS, (task,)))
        self.area = PrintArea(session, settings, choices, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
