"""The page of reports: pages as they will be printed, saved where the person says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QMessageBox, QPushButton

import db
from desktop import operations
from desktop.pages.reports import ReportsPage
from desktop.preview import PagePreview, draw_page
from desktop.session import Session
from desktop.settings import Settings


@pytest.fixture
def session(ledger_file: Path) -> Iterator[Session]:
    session = Session("李四")
    session.open(ledger_file)
    yield session
    session.stop()


@pytest.fixture
def page(qtbot, session: Session) -> ReportsPage:
    qtbot.waitUntil(lambda: session.view is not None)
    page = ReportsPage(session, Settings())
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitSignal(page.area.preview.drawn):
        page.show()
    return page


@pytest.fixture
def settle(qtbot, session: Session):
    return lambda: qtbot.waitUntil(lambda: not session.busy)


def inked(page: ReportsPage) -> int:
    """How many points of the preview are darker than paper and page."""
    image = page.area.preview.viewport().grab().toImage()
    points = ((x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    return sum(image.pixelColor(x, y).lightness() < 100 for x, y in points)


def test_the_table_is_shown_as_it_will_be_printed(page: ReportsPage):
    preview = page.findChild(PagePreview, "reportPreview")
    assert preview.page_count == 1
    assert inked(page) > 50


def test_what_is_saved_meanwhile_appears(qtbot, page: ReportsPage, session: Session, settle):
    before = inked(page)
    content = db.Content(narrative="新增学位进展顺利，" * 60)
    command = operations.save_entry(db.TaskId("t1.1"), db.PeriodId("p1"), content, "李四", None)
    with qtbot.waitSignal(page.area.preview.drawn):
        session.run(command)
    settle()
    assert inked(page) > before + 50


def test_item_sheets_are_offered_as_pdf_only(qtbot, page: ReportsPage, settle):
    picker = page.findChild(QComboBox, "reportPicker")
    excel = page.findChild(QPushButton, "excelButton")
    assert excel.isVisible()
    with qtbot.waitSignal(page.area.preview.drawn):
        qtbot.keyClick(picker, Qt.Key.Key_Down)
    settle()
    assert page.area.preview.page_count == 3
    assert not excel.isVisible()


@pytest.mark.parametrize(("suffix", "begins"), [(".pdf", b"%PDF"), (".xlsx", b"PK")])
def test_saving_writes_the_file_and_says_where(
    qtbot, page: ReportsPage, settle, tmp_path: Path, suffix: str, begins: bytes
):
    target = tmp_path / f"汇总表{suffix}"
    page.area._write(target)
    settle()
    assert target.read_bytes().startswith(begins)
    (box,) = page.findChildren(QMessageBox)
    assert target.name in box.text()
    assert str(tmp_path) in box.informativeText()
    box.close()


def test_scrolling_draws_the_pages_that_come_into_view(qtbot, page: ReportsPage, settle):
    with qtbot.waitSignal(page.area.preview.drawn):
        qtbot.keyClick(page.area.picker, Qt.Key.Key_Down)
    settle()
    preview = page.area.preview
    assert set(preview._images) < {0, 1, 2}
    preview.verticalScrollBar().setValue(preview.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: 2 in preview._images)
    settle()


def test_a_page_is_drawn_white_with_ink():
    svg = '<svg viewBox="0 0 100 200" xmlns="http://www.w3.org/2000/svg"><rect x="0" y="0" width="50" height="50"/></svg>'
    image = draw_page(svg, 300)
    assert (image.width(), image.height()) == (300, 600)
    assert image.pixelColor(10, 10) == QColor("black")
    assert image.pixelColor(290, 590) == QColor("white")
