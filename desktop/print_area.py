"""Choose what to print, see it as it will be, save or print it: on the page of reports and in a dialog."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

import db
from desktop import choose, messages, operations, theme
from desktop.preview import PagePreview
from desktop.session import Session, View
from desktop.settings import Settings
from desktop.tasks import while_there

if TYPE_CHECKING:
    from db import Ledger, ShishiError, TaskId
    from desktop.operations import Command

REPORT = "report"
SHEETS = "sheets"
SETTLE = 250
"""Milliseconds without a change before the pages are set again."""


class Choice(NamedTuple):
    """One thing to print: what it is called, its kind, and which tasks (None: all)."""

    text: str
    kind: str
    tasks: tuple[TaskId, ...] | None = None


class PrintArea(QWidget):
    """A picker of choices, the preview, and the buttons; follows the session while it is visible."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        choices: Sequence[Choice],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._choices = tuple(choices)
        self._stale = True
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self.refresh)
        self._build()
        session.shown.connect(self._changed)
        session.closed.connect(self._changed)

    def refresh(self) -> None:
        """Set the pages again and show them."""
        view = self._session.view
        self._stale = False
        if view is None:
            self.preview.show_pages(())
            return
        choice = self._choice()
        self._pages.setText(self.tr("Setting the pages…"))

        def work(ledger: Ledger) -> tuple[str, ...]:
            return db.preview_svg(ledger, view.plan, view.period, choice.kind, tasks=choice.tasks)

        def crashed(_: BaseException) -> None:
            self._pages.clear()

        self._session.query(work, self._show, self._could_not, crashed=crashed, receiver=self)

    def print_pages(self) -> None:
        """Ask for a printer and print."""
        from desktop import printing

        view = self._session.view
        if view is None:
            return
        choice = self._choice()

        def typeset(ledger: Ledger) -> tuple[bytes, ...]:
            return db.print_png(ledger, view.plan, view.period, choice.kind, tasks=choice.tasks)

        told = while_there(self, self._printed)
        printing.print_pages(self, self._session, typeset, landscape=choice.kind == REPORT, then=told)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while this was hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _build(self) -> None:
        bar = QFrame(self)
        theme.set_role(bar, "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        row.setSpacing(theme.GAP)
        self.picker = QComboBox(bar)
        self.picker.setObjectName("reportPicker")
        self.picker.setAccessibleName(self.tr("What to print"))
        self.picker.addItems([choice.text for choice in self._choices])
        self.picker.activated.connect(self.refresh)
        self._pages = QLabel(bar)
        theme.set_role(self._pages, "muted")
        row.addWidget(self.picker)
        row.addWidget(self._pages)
        row.addStretch(1)
        self._excel = self._button(row, self.tr("Save as Excel…"), "excelButton", lambda: self._save(".xlsx"))
        self._button(row, self.tr("Save as PDF…"), "pdfButton", lambda: self._save(".pdf"))
        print_button = self._button(row, self.tr("Print…"), "printButton", self.print_pages)
        theme.set_role(print_button, "primary")
        self.preview = PagePreview(self._session, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.preview, 1)

    def _button(self, row: QHBoxLayout, text: str, name: str, does: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.clicked.connect(does)
        row.addWidget(button)
        return button

    def _choice(self) -> Choice:
        choice = self._choices[max(0, self.picker.currentIndex())]
        self._excel.setVisible(choice.kind == REPORT)
        return choice

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._settle.start()

    def _show(self, svgs: tuple[str, ...]) -> None:
        self._pages.setText(self.tr("%n page(s)", "", len(svgs)))
        self.preview.show_pages(svgs)

    def _could_not(self, error: ShishiError) -> None:
        self._pages.clear()
        self.preview.show_note(messages.sentence_of(error))

    def _save(self, suffix: str) -> None:
        view = self._session.view
        if view is None:
            return
        name = f"{view.plan.title}_{view.period.label}_{self._choice().text}{suffix}"
        pattern = self.tr("PDF (*.pdf)") if suffix == ".pdf" else self.tr("Excel workbook (*.xlsx)")
        choose.new_file(self, self._settings, self.tr("Save"), pattern, name, self._write)

    def _write(self, path: Path) -> None:
        view = self._session.view
        if view is not None:
            command = self._command(view, path)
            self._session.run(command, lambda written: self._written(path, written), receiver=self)

    def _written(self, asked: Path, written: Path) -> None:
        text = self.tr("{name} is written.").format(name=written.name)
        if written != asked:
            beside = self.tr("{name} is open in another program, so it was saved beside it.")
            text = f"{text}\n{beside.format(name=asked.name)}"
        messages.show_notice(self, text, str(written.parent))

    def _command(self, view: View, path: Path) -> Command[Path]:
        choice = self._choice()
        if choice.kind == REPORT:
            return operations.write_report(view.plan, view.period, path)
        return operations.write_item_sheets(view.plan, view.period, path, choice.tasks)

    def _printed(self, pages: int) -> None:
        messages.show_notice(self, self.tr("%n page(s) sent to the printer.", "", pages))
