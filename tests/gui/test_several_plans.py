"""A file of several plans: the tree shows them, one at a time is open, and all are searched."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

import db
from desktop.mainwindow import MainWindow
from desktop.models.plan_rows import Kind
from desktop.models.plan_tree import Role
from desktop.pages.fill_in import FillInPage
from tests import rounds
from tests.fill_in_page import ONE, THREE, TWO, narrative
from tests.two_plans import SECOND, SECOND_PERIOD, SECOND_TASKS, add_plan

FIRST = db.PlanId("plan")


@pytest.fixture
def window(open_window, ledger_file: Path) -> MainWindow:
    """On the first plan of two."""
    add_plan(ledger_file)
    window = open_window(ledger_file)
    window.session.show_period(db.PeriodId("p1"))
    return window


@pytest.fixture
def page(window: MainWindow, qtbot) -> FillInPage:
    qtbot.waitUntil(lambda: shown(window.fill_in) == [ONE, TWO, THREE])
    qtbot.waitUntil(lambda: window.fill_in.current_task == ONE)
    return window.fill_in


def shown(page: FillInPage) -> list[db.TaskId]:
    return page.plan_view.tree.tasks


def tops(page: FillInPage) -> list[tuple[str, int]]:
    """Title of each row at the top, and how many rows stand beneath it."""
    tree = page.plan_view.tree
    indexes = [tree.index(row, 0) for row in range(tree.rowCount())]
    assert all(index.data(Role.KIND) == Kind.PLAN for index in indexes)
    return [(index.data(), tree.rowCount(index)) for index in indexes]


def test_every_plan_has_a_row_and_the_one_that_is_shown_its_tasks(page: FillInPage) -> None:
    assert tops(page) == [("上城区民生实事", 0), ("滨江区民生实事", 1)]
    other = page.plan_view.tree.index_of(SECOND)
    assert other.data(Qt.ItemDataRole.AccessibleTextRole) == "上城区民生实事, 2 tasks"


def test_enter_on_another_plan_shows_it_in_the_period_of_the_same_name(page, window, qtbot) -> None:
    page.plan_view.setFocus()
    qtbot.keyClick(page.plan_view, Qt.Key.Key_Home)
    assert page.plan_view.currentIndex().data(Role.KEY) == SECOND
    qtbot.keyClick(page.plan_view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(page) == SECOND_TASKS)
    assert window.session.view.period.id == SECOND_PERIOD
    assert tops(page) == [("上城区民生实事", 1), ("滨江区民生实事", 0)]
    qtbot.waitUntil(lambda: page.current_task == SECOND_TASKS[0])


def test_a_click_on_another_plan_keeps_what_is_typed(page, window, qtbot) -> None:
    qtbot.keyClicks(narrative(page), "abc")
    view = page.plan_view
    at = view.visualRect(view.tree.index_of(SECOND)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: page.current_task == SECOND_TASKS[0])
    assert narrative(page).text() == ""
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.tree.index_of(FIRST)).center()
    )
    qtbot.waitUntil(lambda: page.current_task == ONE)
    assert narrative(page).text() == "abc"


def test_a_search_finds_in_every_plan_and_says_how_often(page, window, qtbot) -> None:
    page.focus_search()
    qtbot.keyClicks(page.search, "zzst")
    qtbot.waitUntil(lambda: tops(page) == [("上城区民生实事", 0)])
    row = page.plan_view.tree.index_of(SECOND).data(Role.ROW)
    assert (row.is_other, row.every) == (True, 2)
    page.search.setText("2.2")
    qtbot.waitUntil(lambda: page.plan_view.tree.index_of(SECOND).data(Role.ROW).every == 1)
    assert [title for title, _ in tops(page)] == ["上城区民生实事"]
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown(page) == [ONE, TWO, THREE])


def test_the_hits_of_the_other_plan_are_one_key_away(page, window, qtbot) -> None:
    page.focus_search()
    qtbot.keyClicks(page.search, "2.2")
    qtbot.waitUntil(lambda: len(tops(page)) == 1)
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    qtbot.keyClick(page.plan_view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(page) == SECOND_TASKS[1:])
    assert page.search.text() == "2.2"


def test_the_tool_bar_picks_a_plan_and_then_only_its_periods(page, window, qtbot) -> None:
    plans, periods = (window.findChild(QComboBox, name) for name in ("planPicker", "periodPicker"))
    assert plans.isVisible()
    assert [periods.itemText(row) for row in range(periods.count())] == ["1-3月"]
    plans.setCurrentIndex(plans.findText("上城区民生实事"))
    plans.activated.emit(plans.currentIndex())
    qtbot.waitUntil(lambda: shown(page) == SECOND_TASKS)
    assert [periods.itemText(row) for row in range(periods.count())] == ["1-3月", "1-6月"]
    assert periods.currentText() == "1-3月"


def test_the_plan_that_was_shown_last_is_shown_again(
    page, window, qtbot, open_window, ledger_file: Path
) -> None:
    window.session.show_period(SECOND_PERIOD)
    qtbot.waitUntil(lambda: shown(page) == SECOND_TASKS)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    again = open_window(ledger_file)
    assert again.session.view.plan.id == SECOND
    assert again.session.view.period.id == SECOND_PERIOD


def test_one_plan_alone_needs_no_row_and_no_picker(open_window, ledger_file: Path) -> None:
    window = open_window(ledger_file)
    assert window.fill_in.plan_view.tree.index(0, 0).data(Role.KIND) == Kind.CATEGORY
    assert not window.findChild(QComboBox, "planPicker").isVisible()


def test_a_fill_in_file_opens_on_its_own_period_whatever_was_seen_at_its_place_before(
    open_window, ledger_file: Path, tmp_path: Path, qtbot
) -> None:
    with rounds.open_ledger(ledger_file) as ledger:
        plan = db.plans(ledger)[0]
        later = db.open_period(ledger, plan, db.period_named("1-6月", 2024), author="测试")
        (tmp_path / "下发").mkdir()
        first = {i.unit.name: i.path for i in db.issue(ledger, plan, plan.periods[0], tmp_path / "下发")}
    place = tmp_path / "填报.shishi"
    first["教育局"].rename(place)
    window = open_window(place)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    with rounds.open_ledger(ledger_file) as ledger:
        plan = db.plans(ledger)[0]
        (tmp_path / "再发").mkdir()
        second = {i.unit.name: i.path for i in db.issue(ledger, plan, later, tmp_path / "再发")}
    second["教育局"].replace(place)
    assert open_window(place).session.view.period.label == "1-6月"
