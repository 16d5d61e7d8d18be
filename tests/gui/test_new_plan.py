"""New plans: from a table that is put right in the preview, from nothing, from another year's."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton

import db
from desktop.dialogs.new_from_table import NewFromTableDialog
from desktop.dialogs.new_plan import NewPlanDialog
from desktop.mainwindow import MainWindow
from desktop.planning.source_grid import ROLE_ROW
from tests import rounds

TABLE = """序号,项目类别,民生任务,由谁负责,进展
1.1,一、教育,新建学校3所,县教育局,已开工
1.2,一、教育,新增学位100个,教育局、住建局,已完成
合计,,,,
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "明年.csv"
    path.write_text(TABLE, "utf-8")
    return path


@pytest.fixture
def window(open_window, ledger_file: Path, qtbot) -> MainWindow:
    window = open_window(ledger_file)
    window.show_page("plan")
    idle(window, qtbot)
    return window


def idle(window: MainWindow, qtbot) -> None:
    for _ in range(3):  # what is put off to the next event, and the one after
        QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: not window.session.busy)


def ask_new(window: MainWindow, source: str, qtbot) -> None:
    button = window.plan.findChild(QPushButton, "newPlan")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = window.plan.findChild(QMenu, "newPlanMenu")
    menu.setActiveAction(menu.findChild(QAction, source))
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    idle(window, qtbot)


def rows_of(dialog: NewFromTableDialog) -> list[tuple[str, ...]]:
    return [(row.number, "、".join(row.leads)) for row in dialog._answers.seen.values()]


def test_a_table_is_put_right_in_the_preview_and_becomes_a_plan_of_the_open_ledger(
    window, table: Path, qtbot
) -> None:
    ask_new(window, "table", qtbot)
    dialog = window.findChild(NewFromTableDialog)
    dialog.read(table)
    idle(window, qtbot)
    grid, lines = dialog.review.grid, dialog.review.grid.lines
    leads = next(at for at in range(5) if lines.data(lines.index(2, at)) == "由谁负责")
    index = lines.index(ROLE_ROW, leads)
    dialog.review.tabs.setCurrentWidget(grid)
    grid.setCurrentIndex(index)
    grid.edit(index)
    picker = grid.viewport().findChild(QComboBox)
    picker.setCurrentIndex(picker.findData("units"))
    picker.activated.emit(picker.currentIndex())
    idle(window, qtbot)
    assert lines.role_at(leads) == "units"
    rows = dialog.review.rows.rows
    last = rows.rowCount() - 1
    if rows.index(last, 2).data() == "合计":
        rows.setData(rows.index(last, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
        idle(window, qtbot)
        assert rows.rowCount() == last + 1  # it can be taken in again
    units = dialog.review.units.rows
    at = next(row for row in range(units.rowCount()) if units.index(row, 0).data() == "县教育局")
    units.setData(units.index(at, 1), "教育局")
    idle(window, qtbot)
    rows.setData(rows.index(1, 4), "住建局")
    idle(window, qtbot)
    assert rows_of(dialog)[:2] == [("1.1", "教育局"), ("1.2", "住建局")]
    dialog._title.setText("明年实事")
    dialog._year.setValue(2025)
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    idle(window, qtbot)
    view = window.session.view
    assert (view.plan.title, view.plan.year, len(view.plans)) == ("明年实事", 2025, 2)
    assert [task.leads[0].name for task in view.plan.tasks()] == ["教育局", "住建局"]
    said = [view.entries[task.id].current.content.narrative for task in view.plan.tasks()]
    assert said == ["已开工", "已完成"]
    assert window.plan.structure.spot.plan.id == view.plan.id


def test_a_click_on_a_doubt_goes_to_its_cell(window, tmp_path: Path, qtbot) -> None:
    table = tmp_path / "b.csv"
    table.write_text("序号,目标任务,牵头单位\n1.1,新建学校3所,教育局\n1.2,新建公园2个,\n", "utf-8")
    ask_new(window, "table", qtbot)
    dialog = window.findChild(NewFromTableDialog)
    dialog.read(table)
    idle(window, qtbot)
    findings = dialog.findings
    places = [findings.item(row).data(Qt.ItemDataRole.UserRole) for row in range(findings.count())]
    at = next(row for row, place in enumerate(places) if place)
    dialog.review.tabs.setCurrentWidget(findings)
    where = findings.visualItemRect(findings.item(at)).center()
    qtbot.mouseClick(findings.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert dialog.review.tabs.currentWidget() in (dialog.review.grid, dialog.review.rows)
    assert dialog.review.tabs.currentWidget().currentIndex().isValid()
    dialog.reject()


def test_a_table_without_progress_becomes_a_ledger_that_opens(open_window, tmp_path: Path, qtbot) -> None:
    table, target = tmp_path / "c.csv", tmp_path / "c.shishi"
    table.write_text("序号,目标任务,牵头单位\n1.1,新建学校3所,教育局\n", "utf-8")
    window = open_window()
    dialog = NewFromTableDialog(window.session, window.settings, window)
    dialog.made.connect(window.open)
    dialog.open()
    dialog.read(table)
    idle(window, qtbot)
    dialog._keep(target)
    qtbot.waitUntil(lambda: window.session.view is not None)
    assert [period.label for period in window.session.view.plan.periods] == ["1-3月"]


def test_a_plan_from_nothing_starts_with_a_period_and_is_shown(window, qtbot) -> None:
    ask_new(window, "nothing", qtbot)
    dialog = window.findChild(NewPlanDialog)
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    idle(window, qtbot)
    assert dialog.note.text()  # a title is needed
    qtbot.keyClicks(dialog.title, "Next year")
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
    idle(window, qtbot)
    plan = window.session.view.plan
    assert (plan.title, plan.year, plan.categories) == ("Next year", 2025, ())
    assert [period.label for period in plan.periods] == ["1-3月"]
    qtbot.mouseClick(window.plan.findChild(QPushButton, "addCategory"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(window.plan.structure.category_form.name, "Schools")
    qtbot.mouseClick(window.plan.findChild(QPushButton, "savePlanRow"), Qt.MouseButton.LeftButton)
    idle(window, qtbot)
    assert window.session.view.plan.categories[0].name == "Schools"


def test_a_plan_like_last_years_of_another_file(window, tmp_path: Path, qtbot) -> None:
    other = tmp_path / "other.shishi"
    rounds.make_ledger(other).close()
    with rounds.open_ledger(other) as ledger:
        db.change_plan(ledger, db.PlanId("plan"), title="2023年实事", year=2023, author="李四")
        db.retire_task(ledger, db.PlanId("plan"), db.TaskId("t1.2"), author="李四")
    ask_new(window, "like", qtbot)
    dialog = window.findChild(NewPlanDialog)
    dialog.read(other)
    idle(window, qtbot)
    assert dialog.title.text() == "2024年实事"
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    idle(window, qtbot)
    view = window.session.view
    assert (view.plan.title, view.plan.year) == ("2024年实事", 2024)
    assert [task.number for task in view.plan.tasks()] == ["1.1", "1.3"]
    assert len(view.plans) == 2
