"""The page of reports: the consolidated table and the item sheets, as they will be printed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.print_area import REPORT, SHEETS, Choice, PrintArea
from desktop.session import Session
from desktop.settings import Settings


class ReportsPage(QWidget):
    """What can be printed of a ledger."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        choices = (
            Choice(self.tr("Consolidated table"), REPORT),
            Choice(self.tr("Item sheets"), SHEETS),
        )
        self.area = PrintArea(session, settings, choices, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
