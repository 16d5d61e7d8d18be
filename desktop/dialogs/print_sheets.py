"""Printing item sheets: of the task that is shown, or of all tasks of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.paper_panel import OF_FILE
from desktop.print_area import PrintArea
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
        self.resize(1080, 760)
        self.area = PrintArea(session, settings, OF_FILE, task, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
