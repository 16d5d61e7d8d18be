"""The page of returns in the real window: what is counted, what each row offers, receipts, reminders."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton

import db
from desktop.dialogs.receipts import ReceiptsDialog
from desktop.mainwindow import MainWindow
from desktop.models.returns_table import Column, Role
from desktop.pages.returns import ReturnsPage
from tests import rounds
from tests.gui.desk import ONE, THREE, answer_again, entry_of, in_conflict, quiet

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot, open_window, ledger_file: Path, tmp_path: Path) -> MainWindow:
    in_conflict(ledger_file, tmp_path)
    window = open_window(ledger_file)
    window.show_page("returns")
    qtbot.waitUntil(lambda: window.returns.model.rowCount() == 2)
    return window


@pytest.fixture
def page(window: MainWindow) -> ReturnsPage:
    return window.returns


def row_of(page: ReturnsPage, unit: str) -> int:
    model = page.table.model()
    return next(row for row in range(model.rowCount()) if model.index(row, 0).data() == unit)


def cell(page: ReturnsPage, unit: str, column: Column) -> str:
    return str(page.table.model().index(row_of(page, unit), column).data())


def click_action(qtbot, page: ReturnsPage, unit: str) -> None:
    place = page.table.visualRect(page.table.model().index(row_of(page, unit), Column.ACTION)).center()
    qtbot.mouseClick(page.table.viewport(), LEFT, pos=place)


def numbers(page: ReturnsPage) -> dict[str, str]:
    return {name: label.text() for name, label in page.tiles.numbers.items()}


def test_the_tiles_count_against_what_was_issued(qtbot, window, page: ReturnsPage, ledger_file: Path):
    shown = {"issued": "2", "returned": "0", "look": "2", "missing": "0", "tasks": "2 / 3"}
    assert numbers(page) == shown
    with rounds.open_ledger(ledger_file) as ledger:
        heads = db.entry(ledger, THREE, db.PeriodId("p1")).heads
        db.resolve(ledger, THREE, db.PeriodId("p1"), author="李四", take=heads[0].id)
    window.session.reload()
    quiet(qtbot, window)
    # 住建局 still owes 1.2; 1.3 is joint and counts once.
    assert numbers(page) == shown | {"returned": "1", "look": "1"}


def test_a_unit_that_got_nothing_is_not_among_the_issued(qtbot, open_window, ledger_file: Path, tmp_path):
    with rounds.open_ledger(ledger_file) as ledger:
        plan = db.plans(ledger)[0]
        db.issue(ledger, plan, plan.periods[0], tmp_path, units=[db.UnitId("住建局")])
    window = open_window(ledger_file)
    window.show_page("returns")
    qtbot.waitUntil(lambda: numbers(window.returns)["issued"] == "1 / 2")
    assert numbers(window.returns)["missing"] == "1"
    assert numbers(window.returns)["tasks"] == "0 / 2"


def test_late_and_overdue_are_said_in_days(qtbot, open_window, ledger_file: Path, tmp_path: Path):
    with rounds.open_ledger(ledger_file) as ledger:
        plan = db.plans(ledger)[0]
        due = date(2024, 4, 5)
        files = {i.unit.name: i.path for i in db.issue(ledger, plan, plan.periods[0], tmp_path, due=due)}
        rounds.say(files["教育局"], "1.1", "完成")
        db.merge(ledger, [rounds.hand_in(files["教育局"], tmp_path / "in")], author="李四")
        db.issue(ledger, plan, plan.periods[0], tmp_path)  # once more, without a day: the day stands
    window = open_window(ledger_file)
    window.show_page("returns")
    page = window.returns
    page.model.today = lambda: date(2024, 4, 8)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert cell(page, "住建局", Column.DUE) == "04-05  3 d over"
    came = page.table.model().index(row_of(page, "教育局"), Column.RECEIVED).data(Role.STANDING).received_at
    late = (date.fromisoformat(came[:10]) - due).days
    assert cell(page, "教育局", Column.DUE) in (f"04-05  {late + n} d late" for n in (-1, 0, 1))
    page.model.today = lambda: date(2024, 4, 5)
    assert cell(page, "住建局", Column.DUE) == "04-05"


def test_the_button_of_a_conflict_leads_to_it(qtbot, window: MainWindow, page: ReturnsPage):
    assert cell(page, "住建局", Column.ACTION) == "Settle"
    click_action(qtbot, page, "住建局")
    assert window.current_page == "conflicts"
    qtbot.waitUntil(lambda: window.conflicts._loaded is not None)


def test_enter_does_what_the_button_does_and_the_menu_offers_the_rest(qtbot, window, page: ReturnsPage):
    page.table.setCurrentIndex(page.table.model().index(row_of(page, "教育局"), 0))
    page.table.customContextMenuRequested.emit(page.table.visualRect(page.table.currentIndex()).center())
    menu = page.table.findChild(QMenu, "returnsMenu")
    assert [a.text() for a in menu.actions()] == ["Settle", "Its tasks", "Review", "Remind", "Receipt"]
    menu.actions()[1].trigger()
    menu.close()
    assert window.current_page == "fill_in"
    assert window.fill_in.search.text() == "教育局"
    window.show_page("returns")
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert window.current_page == "conflicts"
    quiet(qtbot, window)


def test_a_reminder_of_one_unit_and_of_all_goes_to_the_clipboard(qtbot, window, page: ReturnsPage):
    QApplication.clipboard().clear()
    page._do("chase", "住建局")
    quiet(qtbot, window)
    one = QApplication.clipboard().text()
    assert "住建局" in one
    assert "1.2" in one
    page.line.chase_button.menu().findChild(QAction, "chase_copy").trigger()
    quiet(qtbot, window)
    assert "1.2" in QApplication.clipboard().text()


def test_the_list_of_the_missing_is_written_as_a_pdf(qtbot, window, page: ReturnsPage, tmp_path: Path):
    page.line.chase_button.menu().findChild(QAction, "chase_pdf").trigger()
    (box,) = page.findChildren(QFileDialog)
    box.filesSelected.emit([str(tmp_path / "missing.pdf")])
    box.close()
    qtbot.waitUntil(lambda: (tmp_path / "missing.pdf").exists())
    quiet(qtbot, window)
    assert (tmp_path / "missing.pdf").read_bytes().startswith(b"%PDF")


def receipts() -> ReceiptsDialog:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, ReceiptsDialog))


def test_receipts_are_seen_copied_and_written(qtbot, window, page: ReturnsPage, tmp_path: Path):
    qtbot.mouseClick(page.findChild(QPushButton, "receiptsButton"), LEFT)
    box = receipts()
    qtbot.waitUntil(lambda: box.preview.page_count == 1)
    assert [box.list.item(n).text() for n in range(box.list.count())] == ["教育局", "住建局"]
    qtbot.mouseClick(box.copy_button, LEFT)
    text = QApplication.clipboard().text()
    assert cell(page, "教育局", Column.CHECK_CODE) in text
    box.write(tmp_path / "receipts")
    qtbot.waitUntil(lambda: not box.folder_button.isHidden())
    names = sorted(path.name for path in (tmp_path / "receipts").iterdir())
    assert [name.partition("_")[0] for name in names if name.endswith(".pdf")] == ["住建局", "教育局"]
    box.reject()


def test_receipts_of_the_selected_unit_only(qtbot, window: MainWindow, page: ReturnsPage):
    page.table.selectRow(row_of(page, "住建局"))
    qtbot.mouseClick(page.findChild(QPushButton, "receiptsButton"), LEFT)
    box = receipts()
    qtbot.waitUntil(lambda: box.preview.page_count == 1)
    assert [box.list.item(n).text() for n in range(box.list.count())] == ["住建局"]
    box.reject()
    quiet(qtbot, window)


def shown_marks(page: ReturnsPage, side: int) -> str:
    rows = page.panel.sides.cells
    return "".join(p.text for row in rows for p in row[side].pieces if p.mark)


def test_the_dry_run_shows_before_and_after_with_what_differs_marked(
    qtbot, window, page: ReturnsPage, ledger_file: Path, tmp_path: Path
):
    page.panel.preview([answer_again(ledger_file, tmp_path, "1.1", "新增学位130个。")])
    quiet(qtbot, window)
    model = page.panel.model
    top = model.index(0, 0)
    row = next(n for n in range(model.rowCount(top)) if model.entry_at(model.index(n, 0, top)).task == ONE)
    page.panel.tree.setCurrentIndex(model.index(row, 0, top))
    quiet(qtbot, window)
    assert (shown_marks(page, 0), shown_marks(page, 1)) == ("2", "3")
    page.panel.tree.setCurrentIndex(top)  # a file says what is to be said of it in full
    assert page.panel.sides.cells[0][0].pieces[0].text.startswith("教育局")


def test_what_was_left_out_before_can_be_taken_in(
    qtbot, window, page: ReturnsPage, ledger_file: Path, tmp_path: Path
):
    file = answer_again(ledger_file, tmp_path, "1.1", "新增学位130个。")
    with rounds.open_ledger(ledger_file) as ledger:
        db.merge(ledger, [file], author="李四", leave_out=frozenset({ONE}))
    window.session.reload()
    page.panel.preview([file])
    quiet(qtbot, window)
    assert not page.panel.merge_button.isEnabled()
    model = page.panel.model
    top = model.index(0, 0)
    row = next(n for n in range(model.rowCount(top)) if model.entry_at(model.index(n, 0, top)).task == ONE)
    place = model.index(row, 0, top)
    assert model.index(row, 1, top).data() == "left out"
    page.panel.tree.expandAll()
    page.panel.tree.setCurrentIndex(place)
    qtbot.keyClick(page.panel.tree, Qt.Key.Key_Space)
    assert model.index(row, 1, top).data() == "taken in"
    qtbot.mouseClick(page.panel.merge_button, LEFT)
    quiet(qtbot, window)
    assert entry_of(window, ONE).current.content.narrative == "新增学位130个。"
