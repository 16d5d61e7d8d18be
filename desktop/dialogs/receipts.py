"""The receipts of units: seen as they will be printed, written into a folder, copied as text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

import db
from desktop import choose, messages, operations, theme, times
from desktop.preview import PagePreview
from desktop.session import Session
from desktop.settings import Settings

if TYPE_CHECKING:
    from db import Receipt, UnitId

UNIT = Qt.ItemDataRole.UserRole
SIZE = (940, 680)


class ReceiptsDialog(QDialog):
    """A row a unit whose return stands merged; at the right its receipt."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        units: Sequence[UnitId] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`units`: whose receipts are shown; none: everybody's."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Receipts"))
        self._session = session
        self._settings = settings
        self._units = tuple(units)
        self._view = session.view
        self._receipts: dict[UnitId, Receipt] = {}
        self._edition = 0
        self.list = QListWidget(self)
        self.list.setObjectName("receiptList")
        self.list.setAccessibleName(self.tr("Units"))
        self.list.currentRowChanged.connect(self._preview)
        theme.set_role(self.list, "boxed")
        self.preview = PagePreview(session, self)
        self.preview.setObjectName("receiptPreview")
        self._told = QLabel(self)
        theme.set_role(self._told, "muted")
        self.copy_button = self._button("copyReceipt", self.tr("Copy as text"), self.copy)
        self.save_button = self._button("saveReceipts", "", self._choose)
        theme.set_role(self.save_button, "primary")
        self.folder_button = self._button("openReceipts", self.tr("Open the folder"), self._open)
        self.folder_button.hide()
        self._folder = Path()
        self._lay_out()
        self.resize(*SIZE)
        self._read()

    def copy(self) -> None:
        """Put the receipt that is shown on the clipboard, as text."""
        item, view = self.list.currentItem(), self._view
        if item is not None and view is not None:
            receipt = self._receipts[item.data(UNIT)]
            QGuiApplication.clipboard().setText(db.receipt_text(view.plan, view.period, receipt))
            self._told.setText(self.tr("Copied: {unit}").format(unit=item.text()))

    def write(self, folder: Path) -> None:
        """Write every receipt of the list into a folder, as PDF and as text."""
        view = self._view
        if view is not None and self._receipts:
            command = operations.write_receipts(view.plan, view.period, folder, tuple(self._receipts))
            self.save_button.setEnabled(False)
            self._session.run(command, self._written, self._failed, receiver=self)

    def _read(self) -> None:
        view = self._view
        if view is not None:
            period = view.period
            self._session.query(lambda ledger: db.receipts(ledger, period), self._show, receiver=self)

    def _show(self, receipts: tuple[Receipt, ...]) -> None:
        view = self._view
        if view is None:
            return
        last = {one.unit: one for one in receipts if one.undone_at is None}
        for unit in view.plan.units:
            if unit.id in last and (not self._units or unit.id in self._units):
                receipt = self._receipts[unit.id] = last[unit.id]
                item = QListWidgetItem(unit.name, self.list)
                item.setData(UNIT, unit.id)
                item.setSizeHint(QSize(0, 32))
                item.setToolTip(f"{times.local(receipt.merged_at)}  {receipt.check_code}")
        count = len(self._receipts)
        self.save_button.setText(self.tr("Save %n receipt(s) as PDF…", "", count))
        for button in (self.save_button, self.copy_button):
            button.setEnabled(bool(count))
        if count:
            self.list.setCurrentRow(0)
            self.list.setFocus()
        else:
            self.preview.show_note(self.tr("Nothing of these units was merged yet."))

    def _preview(self, row: int) -> None:
        view = self._view
        if view is None or row < 0:
            return
        self._edition += 1
        edition, plan, period = self._edition, view.plan, view.period
        options = db.PaperOptions("receipt", unit=self.list.item(row).data(UNIT))
        self._session.query(
            lambda ledger: db.preview_svg(ledger, plan, period, options),
            lambda pages: self.preview.show_pages(pages) if edition == self._edition else None,
            lambda error: self.preview.show_note(messages.sentence_of(error)),
            receiver=self,
        )

    def _choose(self) -> None:
        choose.folder(self, self._settings, self.tr("Folder for the receipts"), self.write)

    def _written(self, paths: list[Path]) -> None:
        self.save_button.setEnabled(True)
        if paths:
            self._folder = paths[0].parent
            self._told.setText(self.tr("%n file(s) written.", "", len(paths)))
            self.folder_button.show()

    def _failed(self, error: db.ShishiError) -> None:
        self.save_button.setEnabled(True)
        self._told.setText(messages.sentence_of(error))

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _button(self, name: str, text: str, does: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.clicked.connect(does)
        return button

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.preview)
        split.setSizes([220, 720])
        close = self._button("closeReceipts", self.tr("Close"), self.reject)
        row = QHBoxLayout()
        row.addWidget(self._told, 1)
        for button in (self.folder_button, self.copy_button, self.save_button, close):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(split, 1)
        column.addLayout(row)
