"""The page of reports: everything that a ledger puts on paper, as it will be printed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.paper_panel import OF_LEDGER
from desktop.print_area import PrintArea
from desktop.session import Session
from desktop.settings import Settings


class ReportsPage(QWidget):
    """What can be printed of a ledger."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = PrintArea(session, settings, OF_LEDGER, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        self.setFocusProxy(self.area.panel.picker)
