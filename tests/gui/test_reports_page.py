"""The page of reports: pages as they will be printed, saved where the person says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QComboBox, QMessageBox, QSpinBox

import db
from desktop import operations, print_area
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
    page.resize(1300, 760)
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
    return sum(image.pixelColor(x, y).lightness() < 160 for x, y in points)


def test_the_table_is_shown_as_it_will_be_printed(page: ReportsPage):
    preview = page.findChild(PagePreview, "reportPreview")
    assert preview.page_count == 1
    assert inked(page) > 50


def test_what_is_saved_meanwhile_appears(qtbot, page: ReportsPage, session: Session, settle):
    before = inked(page)
    content = db.Content(narrative="新增学位进展顺利，" * 60)
    command = operations.save_entry(db.TaskId("t1.1"), db.PeriodId("p1"), content, "李四", None)
    session.run(command)
    qtbot.waitUntil(lambda: inked(page) > before + 50)
    settle()


def offered(page: ReportsPage) -> list[str]:
    return [action.objectName().removeprefix("save") for action in page.area.formats.actions()]


def choose(page: ReportsPage, kind: str) -> None:
    """As a person does: it is picked from the list."""
    picker = page.findChild(QComboBox, "reportPicker")
    picker.setCurrentIndex(picker.findData(kind))
    picker.activated.emit(picker.currentIndex())


def test_each_paper_is_offered_in_its_formats_and_with_its_choices(qtbot, page: ReportsPage, settle):
    public = page.findChild(QCheckBox, "public")
    assert offered(page) == [".pdf", ".xlsx", ".docx", ".csv"]
    assert public.isVisible()
    with qtbot.waitSignal(page.area.preview.drawn):
        choose(page, "sheets")
    settle()
    assert page.area.preview.page_count == 3
    assert offered(page) == [".pdf"]
    assert not public.isVisible()
    choose(page, "chase")
    assert offered(page) == [".pdf", ".txt"]


@pytest.mark.parametrize("kind", ["table", "sheets", "unit_set", "blank", "chase", "overview"])
def test_every_paper_can_be_seen(qtbot, page: ReportsPage, settle, kind: str):
    with qtbot.waitSignal(page.area.preview.drawn):
        choose(page, kind)
        page.area.refresh()
    settle()
    assert page.area.preview.page_count > 0


def test_what_there_is_none_of_is_said(qtbot, page: ReportsPage, settle):
    choose(page, "receipt")
    page.area.refresh()
    settle()
    assert page.area.preview.page_count == 0
    assert "nothing" in page.area.preview.note.casefold()


def test_the_options_are_what_is_chosen(page: ReportsPage):
    page.findChild(QCheckBox, "public").click()
    page.findChild(QCheckBox, "lastPeriod").click()
    page.findChild(QSpinBox, "editionPicker").setValue(3)
    page.findChild(QComboBox, "sizePicker").setCurrentIndex(1)
    units = page.findChild(QComboBox, "unitPicker")
    units.setCurrentIndex(1)
    assert page.area.panel.options == db.PaperOptions(
        "table", unit=units.currentData(), size="a3", last_period=True, public=True, edition=3
    )


def test_one_pdf_a_unit_is_written_into_a_folder(page: ReportsPage, settle, tmp_path: Path):
    choose(page, "sheets")
    assert page.area.sets_button.isVisible()
    page.area._write_sets(tmp_path)
    settle()
    written = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert len(written) == len(db.lead_units(page.area._session.view.plan))
    (box,) = page.findChildren(QMessageBox)
    assert str(len(written)) in box.text()
    box.close()


def test_of_very_many_tasks_the_first_are_shown_and_it_says_so(qtbot, page: ReportsPage, settle, monkeypatch):
    monkeypatch.setattr(print_area, "MOST_PREVIEWED", 2)
    with qtbot.waitSignal(page.area.preview.drawn):
        choose(page, "sheets")
    settle()
    assert page.area.preview.page_count == 2
    assert "first 2" in page.area._pages.text()
    assert page.area.panel.options.tasks is None  # print and save take all


def test_the_preview_zooms_by_key(qtbot, page: ReportsPage, settle):
    preview = page.area.preview
    with qtbot.waitSignal(preview.drawn):
        qtbot.keyClick(preview, Qt.Key.Key_Plus)
    settle()
    assert preview.zoom == 1.25
    assert preview.horizontalScrollBar().maximum() > 0
    qtbot.keyClick(preview, Qt.Key.Key_0)
    assert preview.zoom == 1.0
    settle()


@pytest.mark.parametrize(
    ("suffix", "begins"), [(".pdf", b"%PDF"), (".xlsx", b"PK"), (".docx", b"PK"), (".csv", b"\xef\xbb\xbf")]
)
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
        choose(page, "sheets")
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
