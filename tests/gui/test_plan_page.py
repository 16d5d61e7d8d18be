"""The plan page in the real window, by key and mouse: edits, refusals, undo, what is typed when one leaves."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

import db
from desktop.mainwindow import MainWindow
from desktop.pages.plan import PlanPage
from tests import rounds

CONTROL = Qt.KeyboardModifier.ControlModifier
ONE, TWO, THREE = (db.TaskId(f"t1.{n}") for n in (1, 2, 3))


@pytest.fixture
def window(open_window, ledger_file: Path, qtbot) -> MainWindow:
    window = open_window(ledger_file)
    qtbot.keyClick(window, Qt.Key.Key_7, CONTROL)
    idle(window, qtbot)
    return window


@pytest.fixture
def page(window: MainWindow) -> PlanPage:
    assert window.current_page == "plan"
    return window.plan


def idle(window: MainWindow, qtbot) -> None:
    for _ in range(3):  # what is put off to the next event, and the one after
        QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: not window.session.busy)


def show(page: PlanPage, window: MainWindow, key: str, qtbot) -> None:
    page.structure.tree.setCurrentIndex(page.structure.outline.index_of(key))
    idle(window, qtbot)


def task(window: MainWindow, key: str) -> db.Task:
    return next(task for task in window.session.view.plan.tasks() if task.id == key)


def press(page: PlanPage, name: str, window: MainWindow, qtbot) -> None:
    qtbot.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
    idle(window, qtbot)


def test_a_target_is_changed_undone_and_done_again_by_key(page, window, qtbot) -> None:
    show(page, window, ONE, qtbot)
    form = page.structure.task_form
    assert form.target.text() == "新增学位1.1"
    form.target.selectAll()
    qtbot.keyClicks(form.target, "new target")
    qtbot.keyClick(form.target, Qt.Key.Key_S, CONTROL)
    idle(window, qtbot)
    assert task(window, ONE).target == "new target"
    assert not form.dirty
    page.structure.tree.setFocus()
    qtbot.keyClick(page.structure.tree, Qt.Key.Key_Z, CONTROL)
    idle(window, qtbot)
    assert task(window, ONE).target == "新增学位1.1"
    assert form.target.text() == "新增学位1.1"
    qtbot.keyClick(page.structure.tree, Qt.Key.Key_Y, CONTROL)
    idle(window, qtbot)
    assert task(window, ONE).target == "new target"


def test_what_is_typed_is_written_when_another_row_is_chosen(page, window, qtbot) -> None:
    show(page, window, "c1", qtbot)
    page.structure.category_form.name.selectAll()
    qtbot.keyClicks(page.structure.category_form.name, "Education")
    show(page, window, TWO, qtbot)
    assert window.session.view.plan.categories[0].name == "Education"
    assert page.structure.spot.key == TWO
    assert page.structure.outline.index_of("c1").data() == "Education"


def test_what_cannot_be_written_stays_in_the_form_with_the_reason(page, window, qtbot) -> None:
    show(page, window, "i1.2", qtbot)
    form = page.structure.item_form
    form.number.selectAll()
    qtbot.keyClicks(form.number, "1.1")
    show(page, window, ONE, qtbot)
    assert page.structure.spot.key == "i1.2"
    assert form.number.text() == "1.1"
    assert "1.1" in form.error_text()
    assert page.structure.tree.currentIndex() == page.structure.outline.index_of("i1.2")
    assert QApplication.focusWidget() is form.number
    form.number.selectAll()
    qtbot.keyClicks(form.number, "1.9")
    show(page, window, ONE, qtbot)
    assert page.structure.spot.key == ONE
    assert window.session.view.plan.categories[0].items[1].number == "1.9"


def test_leaving_the_page_writes_what_is_typed(page, window, qtbot) -> None:
    show(page, window, "i1.1", qtbot)
    qtbot.keyClicks(page.structure.item_form.title, "Schools")
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)
    idle(window, qtbot)
    assert window.current_page == "fill_in"
    assert window.session.view.plan.categories[0].items[0].title == "Schools"


def test_closing_the_file_writes_what_is_typed(page, window, qtbot, ledger_file: Path) -> None:
    show(page, window, "i1.1", qtbot)
    qtbot.keyClicks(page.structure.item_form.title, "Schools")
    with qtbot.waitSignal(window.session.closed):
        window.close_file()
    idle(window, qtbot)
    with rounds.open_ledger(ledger_file) as ledger:
        assert db.plans(ledger)[0].categories[0].items[0].title == "Schools"


def test_rows_are_put_in_order_by_key(page, window, qtbot) -> None:
    show(page, window, "i1.1", qtbot)
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.structure.tree, Qt.Key.Key_Down, both)
    idle(window, qtbot)
    assert [item.number for item in window.session.view.plan.categories[0].items] == ["1.2", "1.1", "1.3"]
    assert page.structure.spot.key == "i1.1"
    show(page, window, TWO, qtbot)
    qtbot.keyClick(page.structure.tree, Qt.Key.Key_Down, both)
    idle(window, qtbot)
    assert [len(item.tasks) for item in window.session.view.plan.categories[0].items] == [0, 2, 1]


def test_a_row_is_dragged(page, window, qtbot) -> None:
    outline = page.structure.outline
    dragged = outline.mimeData([outline.index_of("i1.3")])
    outline.dropMimeData(dragged, Qt.DropAction.MoveAction, 0, 0, outline.index_of("c1"))
    idle(window, qtbot)
    assert [item.number for item in window.session.view.plan.categories[0].items] == ["1.3", "1.1", "1.2"]


def test_a_task_is_added_with_units_found_by_pinyin(page, window, qtbot) -> None:
    show(page, window, "i1.1", qtbot)
    press(page, "addTask", window, qtbot)
    form = page.structure.task_form
    assert QApplication.focusWidget() is form.target
    qtbot.keyClicks(form.target, "open 3 schools")
    qtbot.keyClick(form.target, Qt.Key.Key_S, CONTROL)
    idle(window, qtbot)
    assert "lead" in form.error_text()
    assert QApplication.focusWidget() is form.leads.field
    for letters in ("zjj", "jyj"):
        qtbot.keyClicks(form.leads.field, letters)
        qtbot.keyClick(form.leads.field, Qt.Key.Key_Return)
        idle(window, qtbot)
    assert [str(unit) for unit in form.leads.chosen] == ["住建局", "教育局"]
    chips = [chip for chip in form.leads.findChildren(QPushButton) if "教育局" in chip.text()]
    chips[0].setFocus()
    qtbot.keyClick(chips[0], Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(form.target, Qt.Key.Key_S, CONTROL)
    idle(window, qtbot)
    made = window.session.view.plan.categories[0].items[0].tasks[1]
    assert [lead.name for lead in made.leads] == ["教育局", "住建局"]
    assert page.structure.spot.key == made.id


def test_a_task_with_a_history_is_retired_not_deleted(page, window, qtbot, ledger_file: Path) -> None:
    window.close_file()
    idle(window, qtbot)
    with rounds.open_ledger(ledger_file) as ledger:
        said = db.Content(narrative="已开工")
        db.save_entry(ledger, ONE, db.PeriodId("p1"), said, author="张三", unit=None)
    window.open(ledger_file)
    idle(window, qtbot)
    window.show_page("plan")
    idle(window, qtbot)
    show(page, window, ONE, qtbot)
    qtbot.keyClick(page.structure.tree, Qt.Key.Key_Delete)
    idle(window, qtbot)
    assert "1.1#1" in page.structure.task_form.error_text()
    assert task(window, ONE)
    press(page, "retireTask", window, qtbot)
    assert task(window, ONE).retired
    press(page, "retireTask", window, qtbot)
    assert not task(window, ONE).retired
    show(page, window, TWO, qtbot)
    qtbot.keyClick(page.structure.tree, Qt.Key.Key_Delete)
    idle(window, qtbot)
    assert TWO not in [one.id for one in window.session.view.plan.tasks()]


def test_measures_are_typed_with_their_steps_and_read_from_the_target(page, window, qtbot) -> None:
    show(page, window, ONE, qtbot)
    form = page.structure.task_form
    rows = form.measures.rows
    rows.setData(rows.index(0, 4), "30")
    press(page, "savePlanRow", window, qtbot)
    measure = task(window, ONE).measures[0]
    assert [(str(period), str(amount)) for period, amount in measure.steps] == [("p1", "30")]
    rows.setData(rows.index(0, 2), "many")
    press(page, "savePlanRow", window, qtbot)
    assert "many" in form.error_text()
    form.target.type_over("新增学位200个，新建公园3个")
    qtbot.waitUntil(lambda: not form._offer.isHidden())
    assert "200" in form._offer.text()
    press(page, "readMeasures", window, qtbot)
    press(page, "savePlanRow", window, qtbot)
    amounts = [str(one.amount) for one in task(window, ONE).measures]
    assert amounts == ["200", "3"]
    assert task(window, ONE).measures[0].id == measure.id


def test_nothing_can_be_changed_in_a_file_that_is_read_only(open_window, ledger_file: Path, qtbot) -> None:
    window = open_window()
    window.open(ledger_file, read_only=True)
    qtbot.waitUntil(lambda: window.current_page == "fill_in")
    window.show_page("plan")
    idle(window, qtbot)
    page = window.plan
    show(page, window, ONE, qtbot)
    assert page.structure.task_form.target.isReadOnly()
    shown = {b.objectName() for b in page.findChildren(QPushButton) if b.isVisible()}
    assert not shown & {"undoPlan", "newPlan", "addTask", "deleteRow", "savePlanRow", "planMeasuresAdd"}


def test_a_fill_in_file_has_no_plan_page(open_window, fill_in_file: Path, qtbot) -> None:
    window = open_window(fill_in_file)
    assert not window.commands["go_plan"].isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_7, CONTROL)
    assert window.current_page == "fill_in"


def test_leaving_the_page_with_what_cannot_be_written_says_so_and_keeps_it(page, window, qtbot) -> None:
    show(page, window, ONE, qtbot)
    form = page.structure.task_form
    rows = form.measures.rows
    rows.setData(rows.index(0, 2), "many")
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)
    idle(window, qtbot)
    box = window.findChild(QMessageBox)
    assert "many" in box.text()
    box.close()
    qtbot.keyClick(window, Qt.Key.Key_7, CONTROL)
    idle(window, qtbot)
    assert rows.index(0, 2).data() == "many"
    assert "many" in form.error_text()
    rows.setData(rows.index(0, 2), "120")
    press(page, "savePlanRow", window, qtbot)
    assert str(task(window, ONE).measures[0].amount) == "120"


def test_a_file_is_not_left_with_what_cannot_be_written(page, window, qtbot) -> None:
    show(page, window, "i1.2", qtbot)
    form = page.structure.item_form
    form.number.selectAll()
    qtbot.keyClicks(form.number, "1.1")
    window.close_file()
    idle(window, qtbot)
    assert window.session.view is not None
    assert form.number.text() == "1.1"
    window.findChild(QMessageBox).close()
    form.number.selectAll()
    qtbot.keyClicks(form.number, "1.8")
    with qtbot.waitSignal(window.session.closed):
        window.close_file()
