"""Sending typeset pages to a printer: the printer's dialog, then page after page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from desktop import messages
from desktop.session import Session
from desktop.tasks import while_there

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from db import Ledger, PaperOptions

Typeset = Callable[["Ledger", "Sequence[int] | None"], tuple[bytes, ...]]
"""Sets the pages (counted from 1; None: all) as PNG."""


def print_pages(
    parent: QWidget,
    session: Session,
    typeset: Typeset,
    options: PaperOptions,
    count: int,
    then: Callable[[int], None],
) -> None:
    """Ask for the printer, which of the `count` pages and how often; then print as `print_on` does."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    lay_out(printer, options)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, max(1, count))
    dialog.accepted.connect(lambda: print_on(printer, parent, session, typeset, then))
    QDialog.open(dialog)  # QPrintDialog's own wants a slot by name


def lay_out(printer: QPrinter, options: PaperOptions) -> None:
    """The paper that the pages are set for, to its edges: they have their margins on the page."""
    printer.setFullPage(True)
    sizes = {"a4": QPageSize.PageSizeId.A4, "a3": QPageSize.PageSizeId.A3}
    printer.setPageSize(QPageSize(sizes[options.size]))
    landscape = options.landscape
    direction = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(direction)


def print_on(
    printer: QPrinter, parent: QWidget, session: Session, typeset: Typeset, then: Callable[[int], None]
) -> None:
    """Typeset on the worker (300-dpi PNG pages) and print; then `then(pages)`, or say what went wrong.

    Prints the pages, and as often, as the printer was told to in its dialog. What is said is said to
    `parent`; if that is closed meanwhile, the printing goes on.
    """

    def say_failed(name: str) -> None:
        _say_failed(parent, name)

    done, failed = while_there(parent, then), while_there(parent, say_failed)
    chosen = chosen_pages(printer)
    times = 1 if printer.supportsMultipleCopies() else printer.copyCount()

    def begin(pages: tuple[bytes, ...]) -> None:
        _Job(session, printer, pages * times, done, failed).begin()

    session.query(lambda ledger: typeset(ledger, chosen), begin)


def chosen_pages(printer: QPrinter) -> Sequence[int] | None:
    """The pages that were chosen in the printer's dialog, counted from 1; None: all."""
    from PySide6.QtPrintSupport import QPrinter

    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return None
    return range(printer.fromPage(), printer.toPage() + 1)


def _say_failed(parent: QWidget, printer: str) -> None:
    text = QCoreApplication.translate("printing", "{printer} did not take the pages.").format(printer=printer)
    told = QCoreApplication.translate(
        "printing",
        "Not everything is printed. See whether the printer is switched on and connected, or save as PDF "
        "and print that.",
    )
    messages.show_warning(parent, text, told)


class _Job:
    """Draws one page after the other, each decoded on the worker so that the window stays alive."""

    def __init__(
        self,
        session: Session,
        printer: QPrinter,
        pages: tuple[bytes, ...],
        then: Callable[[int], None],
        failed: Callable[[str], None],
    ) -> None:
        self._session = session
        self._printer = printer
        self._pages = pages
        self._then = then
        self._failed = failed
        self._done = 0
        self._painter = QPainter()

    def begin(self) -> None:
        """Open the printer and print the first page."""
        if self._painter.begin(self._printer):
            self._next_page()
        else:
            self._give_up()

    def _next_page(self) -> None:
        if self._done < len(self._pages):
            png = self._pages[self._done]
            self._session.work_aside(lambda: QImage.fromData(png), self._draw)
        elif self._painter.end():
            self._then(self._done)
        else:
            self._give_up()

    def _draw(self, image: QImage) -> None:
        if self._done and not self._printer.newPage():
            self._give_up()
            return
        self._painter.drawImage(fitted(image, QRectF(self._painter.viewport())), image)
        self._done += 1
        self._next_page()

    def _give_up(self) -> None:
        if self._painter.isActive():
            self._painter.end()
        self._printer.abort()
        self._failed(self._printer.printerName() or self._printer.outputFileName())


def fitted(image: QImage, page: QRectF) -> QRectF:
    """Where the image goes on a page of another shape: as large as fits, in the middle, not stretched."""
    size = QSizeF(image.size()).scaled(page.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(page.topLeft(), size)
    place.moveCenter(page.center())
    return place
