"""The further sections of the plan page: units, periods, the plan itself, amendments, history."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QInputDialog, QPushButton, QWidget

import db
from desktop.mainwindow import MainWindow
from desktop.pages.plan import PlanPage
from tests import rounds

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window, ledger_file: Path, qtbot) -> MainWindow:
    window = open_window(ledger_file)
    window.show_page("plan")
    idle(window, qtbot)
    return window


@pytest.fixture
def page(window: MainWindow) -> PlanPage:
    return window.plan


def idle(window: MainWindow, qtbot) -> None:
    for _ in range(3):  # what is put off to the next event, and the one after
        QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: not window.session.busy)


def press(page: PlanPage, name: str, window: MainWindow, qtbot) -> None:
    qtbot.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
    idle(window, qtbot)


def units(window: MainWindow) -> dict[str, db.Unit]:
    return {unit.name: unit for unit in window.session.view.plan.units}


def test_sections_are_turned_by_key_and_by_mouse(page, window, qtbot) -> None:
    page.structure.tree.setFocus()
    qtbot.keyClick(page.structure.tree, Qt.Key.Key_Tab, CONTROL)
    idle(window, qtbot)
    assert page.section_name == "units"
    press(page, "plan_history", window, qtbot)
    assert page.section_name == "history"
    assert page.history.isVisible()


def test_a_unit_gets_aliases_and_a_group_its_members(page, window, qtbot) -> None:
    press(page, "plan_units", window, qtbot)
    form = page.units.unit_form
    form.aliases.selectAll()
    qtbot.keyClicks(form.aliases, "EDU, Schools")
    press(page, "addUnit", window, qtbot)
    assert units(window)["教育局"].aliases == ("EDU", "Schools")
    qtbot.keyClicks(form.name, "Schools")
    press(page, "planUnitsSave", window, qtbot)
    assert "Schools" in form.error_text()
    form.name.selectAll()
    qtbot.keyClicks(form.name, "Streets")
    form.group.click()
    qtbot.keyClicks(form.members.field, "zjj")
    qtbot.keyClick(form.members.field, Qt.Key.Key_Return)
    idle(window, qtbot)
    press(page, "planUnitsSave", window, qtbot)
    made = units(window)["Streets"]
    assert made.is_group
    assert made.members == ("住建局",)
    assert page.units.key == made.id


def test_two_units_become_one(page, window, qtbot) -> None:
    press(page, "plan_units", window, qtbot)
    press(page, "deleteUnit", window, qtbot)
    assert "教育局" in page.units.unit_form.error_text()
    press(page, "mergeUnit", window, qtbot)
    dialog = page.findChild(QInputDialog, "mergeUnits")
    dialog.setTextValue("住建局")
    dialog.accept()
    idle(window, qtbot)
    assert list(units(window)) == ["住建局"]
    assert units(window)["住建局"].aliases == ("教育局",)
    assert all(task.leads[0].name == "住建局" for task in window.session.view.plan.tasks())


def test_the_next_period_is_opened_with_its_due_day(page, window, qtbot) -> None:
    press(page, "plan_periods", window, qtbot)
    press(page, "deletePeriod", window, qtbot)
    assert "only period" in page.periods.period_form.error_text()
    press(page, "addPeriod", window, qtbot)
    press(page, "plan_units", window, qtbot)
    press(page, "plan_periods", window, qtbot)
    assert len(window.session.view.plan.periods) == 1  # not opened by going elsewhere
    press(page, "addPeriod", window, qtbot)
    form = page.periods.period_form
    form.label.setCurrentText("1-6月")
    form.has_due.setChecked(True)
    form.due.setDate(QDate(2024, 7, 10))
    press(page, "planPeriodsSave", window, qtbot)
    made = window.session.view.plan.periods[1]
    assert (made.label, made.end, made.due) == ("1-6月", date(2024, 6, 30), date(2024, 7, 10))
    form.has_due.setChecked(False)
    press(page, "planPeriodsSave", window, qtbot)
    assert window.session.view.plan.periods[1].due is None
    press(page, "undoPlan", window, qtbot)
    assert window.session.view.plan.periods[1].due == date(2024, 7, 10)


def test_title_year_and_tolerance_are_checked_at_the_field(page, window, qtbot) -> None:
    press(page, "plan_about", window, qtbot)
    form = page.about.about_form
    form.year.selectAll()
    qtbot.keyClicks(form.year, "soon")
    press(page, "planSave", window, qtbot)
    assert "soon" in form.error_text()
    form.year.selectAll()
    qtbot.keyClicks(form.year, "2025")
    form.tolerance.selectAll()
    qtbot.keyClicks(form.tolerance, "7.5")
    press(page, "planSave", window, qtbot)
    plan = window.session.view.plan
    assert (plan.year, str(plan.tolerance)) == (2025, "7.5")


def test_amendments_and_steps_are_told_with_before_and_after(
    open_window, ledger_file: Path, fill_in_file: Path, qtbot
) -> None:
    with rounds.open_ledger(ledger_file) as ledger:
        db.change_task(ledger, db.PlanId("plan"), db.TaskId("t1.1"), target="新增学位300个", author="李四")
    window = open_window(ledger_file)
    window.show_page("plan")
    idle(window, qtbot)
    press(window.plan, "plan_amendments", window, qtbot)
    cases = window.plan.amendments.model.cases
    assert [(case.title, case.tag) for case in cases] == [("1.1#1", "changed")]
    told = [label.text() for label in window.plan.amendments._detail.widget().findChildren(type_of_label())]
    assert "新增学位1.1" in told
    assert "新增学位300个" in told
    press(window.plan, "undoPlan", window, qtbot)
    assert window.plan.amendments.model.cases == ()
    press(window.plan, "plan_history", window, qtbot)
    steps = window.plan.history.model.cases
    assert [case.tag for case in steps][:2] == ["", "undone"]


def type_of_label() -> type:
    from PySide6.QtWidgets import QLabel

    return QLabel


@pytest.mark.parametrize("name", ["structure", "units", "periods", "about", "amendments", "history"])
def test_everything_one_can_tab_to_has_a_name(page, window, qtbot, name: str) -> None:
    press(page, f"plan_{name}", window, qtbot)
    assert page.section_name == name
    if name == "structure":
        page.structure.go_to("t1.1")
    stops = [w for w in page.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
    stops = [w for w in stops if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.focusProxy() is None]
    assert len(stops) > 4
    for widget in stops:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), (widget, widget.parent())
