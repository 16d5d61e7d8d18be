"""Sending typeset pages to a printer: the printer's dialog, then page after page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from desktop.session import Session

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from db import Ledger

Typeset = Callable[["Ledger"], tuple[bytes, ...]]


def print_pages(
    parent: QWidget, session: Session, typeset: Typeset, *, landscape: bool, then: Callable[[int], None]
) -> None:
    """Ask for the printer, typeset on the worker (300-dpi PNG pages), print; then `then(pages)`."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    direction = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(direction)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(
        lambda: session.query(typeset, lambda pages: _Job(session, printer, pages, then).next_page())
    )
    QDialog.open(dialog)  # QPrintDialog's own wants a slot by name


class _Job:
    """Draws one page after the other, each decoded on the worker so that the window stays alive."""

    def __init__(
        self, session: Session, printer: QPrinter, pages: tuple[bytes, ...], then: Callable[[int], None]
    ) -> None:
        self._session = session
        self._printer = printer
        self._pages = pages
        self._then = then
        self._done = 0
        self._painter = QPainter(printer)

    def next_page(self) -> None:
        """Print the next page, or end the job."""
        if self._done == len(self._pages):
            self._painter.end()
            self._then(self._done)
            return
        png = self._pages[self._done]
        self._session.work_aside(lambda: QImage.fromData(png), self._draw)

    def _draw(self, image: QImage) -> None:
        if self._done:
            self._printer.newPage()
        self._painter.drawImage(QRectF(self._painter.viewport()), image)
        self._done += 1
        self.next_page()
