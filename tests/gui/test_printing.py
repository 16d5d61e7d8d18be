"""Printing, onto a PDF in place of a printer: every page, on A4, not stretched; a failure is said."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

import db
from desktop import printing
from desktop.session import Session


@pytest.fixture
def session(qtbot, ledger_file: Path) -> Iterator[Session]:
    session = Session("李四")
    with qtbot.waitSignal(session.shown):
        session.open(ledger_file)
    yield session
    session.stop()


@pytest.fixture
def parent(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def pdf_printer(path: Path, options: db.PaperOptions = db.PaperOptions()) -> QPrinter:  # noqa: B008 - frozen
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printing.lay_out(printer, options)
    return printer


@pytest.mark.parametrize(("kind", "landscape", "pages"), [("sheets", False, 3), ("table", True, 1)])
def test_every_page_is_printed_on_a4(qtbot, session, parent, tmp_path: Path, kind, landscape, pages):
    view = session.view
    done: list[int] = []

    options = db.PaperOptions(kind)

    def typeset(ledger: db.Ledger, chosen: Sequence[int] | None) -> tuple[bytes, ...]:
        return db.print_png(ledger, view.plan, view.period, options, pages=chosen)

    target = tmp_path / "out.pdf"
    printing.print_on(pdf_printer(target, options), parent, session, typeset, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert done == [pages]
    printed = PdfReader(target)
    assert len(printed.pages) == pages
    sides = (842, 595) if landscape else (595, 842)  # points
    for page in printed.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == sides


def test_a_page_of_another_shape_is_not_stretched():
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    assert printing.fitted(image, QRectF(0, 0, 100, 100)) == QRectF(0, 25, 100, 50)
    assert printing.fitted(image, QRectF(10, 0, 400, 100)) == QRectF(110, 0, 200, 100)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_no_success(qtbot, session, parent, tmp_path: Path):
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(0)
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    done: list[int] = []
    printer = pdf_printer(tmp_path / "no such folder" / "out.pdf")
    with qtbot.captureExceptions() as bugs:
        printing.print_on(printer, parent, session, lambda *_: (held.data(),), done.append)
        qtbot.waitUntil(lambda: bool(parent.findChildren(QMessageBox)))
    assert (done, bugs) == ([], [])
    (box,) = parent.findChildren(QMessageBox)
    assert "did not take the pages" in box.text()
    box.findChild(QPushButton).click()


def test_only_the_chosen_pages_are_printed(qtbot, session, parent, tmp_path: Path):
    view = session.view
    options = db.PaperOptions("sheets")
    target = tmp_path / "out.pdf"
    printer = pdf_printer(target, options)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    asked: list[Sequence[int] | None] = []
    done: list[int] = []

    def typeset(ledger: db.Ledger, chosen: Sequence[int] | None) -> tuple[bytes, ...]:
        asked.append(chosen)
        return db.print_png(ledger, view.plan, view.period, options, pages=chosen)

    printing.print_on(printer, parent, session, typeset, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert ([list(pages or ()) for pages in asked], done) == ([[2, 3]], [2])
    assert len(PdfReader(target).pages) == 2


def test_a_table_for_a3_is_printed_on_a3(tmp_path: Path):
    printer = pdf_printer(tmp_path / "a3.pdf", db.PaperOptions("table", size="a3"))
    size = printer.pageLayout().fullRectPoints().size()
    assert (size.width(), size.height()) == (1191, 842)
