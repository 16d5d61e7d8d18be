"""The figures and the form by keyboard: where Enter, Tab and Ctrl+Enter lead, and what stays in sight."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QTableView, QWidget

import db
from db.plan import edit_plan, put
from desktop import app
from desktop.models.measure_table import Column
from desktop.pages.fill_in import FillInPage
from tests import fill_in_page, rounds
from tests.fill_in_page import ONE, THREE, TWO, narrative

# What the offscreen platform says of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
# Fixtures, used by their names.
session, page, settle = fill_in_page.session, fill_in_page.page, fill_in_page.settle

ROWS = {ONE: 2, TWO: 0, THREE: 4}
"""Measures of each task."""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "台账.shishi"
    with rounds.make_ledger(path) as ledger:
        rows = [(task, row) for task, count in ROWS.items() for row in range(count)]
        changes = [
            put("measure", id=f"{task}{row}", task_id=task, position=row + 2, label=f"指标{row}",
                comparator=">=", amount="100", unit="个")
            for task, row in rows if (task, row) != (ONE, 0)
        ]  # fmt: skip
        edit_plan(ledger, db.plans(ledger)[0].id, changes, label="made for tests", author="测试")
    return path


@pytest.fixture
def table(page: FillInPage, qtbot) -> QTableView:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    table = page.findChild(QTableView, "measureTable")
    table.setFocus(Qt.FocusReason.TabFocusReason)
    return table


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def figures(page: FillInPage) -> list[str]:
    return [str(figure) for _, figure in page.form.content().figures]


def press(qtbot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(focus(), key, modifier)


def test_tab_comes_to_the_first_figure_and_a_digit_opens_it(table, page, qtbot) -> None:
    index = table.currentIndex()
    assert (index.row(), index.column()) == (0, Column.NOW)
    assert focus() is table
    press(qtbot, Qt.Key.Key_1)
    press(qtbot, Qt.Key.Key_2)
    assert focus() is table.indexWidget(index)
    assert figures(page) == ["12"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_enter_and_tab_lead_from_figure_to_figure_to_the_narrative(table, page, qtbot, key) -> None:
    qtbot.keyClicks(focus(), "1")
    press(qtbot, key)
    assert table.currentIndex().row() == 1
    assert focus() is table.indexWidget(table.currentIndex())
    qtbot.keyClicks(focus(), "2")
    press(qtbot, key)
    assert focus() is narrative(page)
    assert figures(page) == ["1", "2"]
    press(qtbot, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focus() is table
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, Column.NOW)


def test_enter_opens_a_figure_once(table, page, qtbot) -> None:
    """Qt says "editing failed" of a second time, which the settings of pytest make an error."""
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(focus(), "7")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    assert figures(page) == ["7"]


def test_shift_tab_leads_back_from_an_open_figure(table, page, qtbot) -> None:
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Tab)
    qtbot.keyClicks(focus(), "2")
    press(qtbot, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert table.currentIndex().row() == 0
    assert focus() is table.indexWidget(table.currentIndex())
    press(qtbot, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focus() is not table
    assert not table.isAncestorOf(focus())


def test_what_is_no_number_stays_the_figure_to_be_typed(table, page, qtbot) -> None:
    qtbot.keyClicks(focus(), "x")
    press(qtbot, Qt.Key.Key_Return)
    assert focus() is table
    assert table.currentIndex().row() == 0


def test_other_cells_are_no_stops_and_typing_there_goes_into_the_figure(table, page, qtbot) -> None:
    press(qtbot, Qt.Key.Key_Left)
    press(qtbot, Qt.Key.Key_Left)
    assert table.currentIndex().column() != Column.NOW
    qtbot.keyClicks(focus(), "5")
    assert figures(page) == ["5"]


def test_ctrl_enter_leads_to_where_one_writes_first(page, qtbot, settle) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.select_task(TWO)
    narrative(page).setPlainText("旧的一句。")
    page.save()
    settle()
    page.select_task(ONE)
    narrative(page).setPlainText("完成")
    assert page.save_and_next()
    assert focus() is narrative(page)
    assert narrative(page).textCursor().atEnd()
    assert page.save_and_next()
    table = page.findChild(QTableView, "measureTable")
    assert page.current_task == THREE
    assert focus() is table
    assert (table.currentIndex().row(), table.currentIndex().column()) == (0, Column.NOW)


def test_tab_into_a_line_does_not_select_it(page, qtbot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    remark = page.findChild(QWidget, "remarkEdit")
    remark.give("备注")
    remark.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(focus(), "1")
    assert remark.text() == "备注1"


def seen(page: FillInPage, name: str) -> bool:
    """Whether a field stands wholly in sight."""
    field, view = page.findChild(QWidget, name), page.form._scroll.viewport()
    top = field.mapTo(view, QPoint(0, 0)).y()
    return top >= 0 and top + field.height() <= view.height()


@pytest.fixture
def styled(qapp) -> None:
    app.theme.apply_style(qapp)


@pytest.mark.parametrize(("width", "height"), [(1188, 640), (932, 620)])
def test_status_and_remark_are_in_sight_in_a_small_window(styled, page, qtbot, width, height) -> None:
    """As large as the page is in windows of 1280 by 720 and 1024 by 700 pixels."""
    page.resize(width, height)
    for task in ROWS:
        page.select_task(task)
        qtbot.waitUntil(lambda: all(seen(page, n) for n in ("statusPicker", "nothingNewCheck", "remarkEdit")))


def test_a_refusal_brings_the_field_it_asks_for_into_sight(styled, page, qtbot) -> None:
    page.resize(932, 420)
    page.select_task(THREE)
    page.findChild(QCheckBox, "nothingNewCheck").setChecked(True)
    qtbot.waitUntil(lambda: page.findChild(QWidget, "reasonEdit").isVisible())
    page.form._scroll.verticalScrollBar().setValue(0)
    assert not seen(page, "reasonEdit")
    assert not page.save()
    assert seen(page, "reasonEdit")
    QApplication.processEvents()
    assert seen(page, "reasonEdit")


def test_the_count_is_no_alarm_for_a_long_narrative(page, qtbot) -> None:
    (count,) = (label for label in page.form.findChildren(QLabel) if "500" in label.toolTip())
    narrative(page).setPlainText("字" * 1999)
    assert count.property("role") == "muted"
    narrative(page).setPlainText("字" * 2001)
    assert count.property("role") == "error"
