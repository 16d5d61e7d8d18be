"""The clerk's desk by key in the real window: next ones, the menu, what is remembered, the hint."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QSplitter, QWidget

import db
from desktop.forms.notice import Notice
from desktop.mainwindow import MainWindow
from desktop.pages.fill_in import FillInPage
from desktop.settings import HINT_CLOSED, Settings
from tests import rounds
from tests.fill_in_page import ONE, PERIOD, THREE, TWO, chip, narrative

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(open_window, ledger_file: Path, qtbot) -> MainWindow:
    """1.2 is filled in, 1.3 is sent back."""
    with rounds.open_ledger(ledger_file) as ledger:
        for task, unit in ((TWO, "住建局"), (THREE, "住建局")):
            content = db.Content(narrative="已开工", status=db.Status.ON_TRACK)
            said = db.save_entry(ledger, task, PERIOD, content, author="张三", unit=db.UnitId(unit))
        sent_back = db.Verdict.SEND_BACK
        db.review_entry(ledger, THREE, PERIOD, sent_back, author="李四", comment="请补充数字", seen=[said.id])
    window = open_window(ledger_file)
    qtbot.waitUntil(lambda: window.fill_in.current_task == ONE)
    return window


@pytest.fixture
def page(window: MainWindow) -> FillInPage:
    return window.fill_in


def test_one_key_goes_to_the_next_that_was_sent_back(window, page, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert page.current_task == THREE
    assert QApplication.focusWidget() is narrative(page)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert page.current_task == THREE
    assert "This is the only one that is sent back." in said(page)


def said(page: FillInPage) -> list[str]:
    return [notice.text for notice in page.form.findChildren(Notice) if notice.isVisible()]


def test_one_key_goes_to_the_next_to_fill_in_and_round_the_end(
    open_window, fill_in_file: Path, qtbot
) -> None:
    window = open_window(fill_in_file)
    page = window.fill_in
    qtbot.waitUntil(lambda: page.current_task == ONE)
    for task, other in ((THREE, ONE), (ONE, THREE)):
        qtbot.keyClick(window, Qt.Key.Key_F7)
        assert page.current_task == task
        assert QApplication.focusWidget() is narrative(page)
        narrative(page).setPlainText("已完成")
        qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
        qtbot.waitUntil(lambda: not window.session.busy)
        if other == ONE:
            qtbot.keyClick(window, Qt.Key.Key_F7)
            assert page.current_task == ONE
            qtbot.keyClick(window, Qt.Key.Key_F7)
            assert "This is the only one that is left to fill in." in said(page)
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert "Everything is filled in." in said(page)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert "Nothing is sent back." in said(page)


def test_the_next_one_is_found_though_a_filter_hides_it(window, page, qtbot) -> None:
    chip(page, "to_fill").click()
    assert page.plan_view.tree.tasks == [ONE]
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert page.current_task == THREE
    assert page.plan_view.tree.tasks == [ONE, TWO, THREE]


def menu_of(page: FillInPage, qtbot) -> QMenu:
    qtbot.waitUntil(lambda: page.plan_view.findChild(QMenu, "planMenu") is not None)
    return page.plan_view.findChild(QMenu, "planMenu")


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_Menu, None), (Qt.Key.Key_F10, SHIFT)])
def test_the_menu_of_a_row_by_key_has_the_actions_of_the_window(window, page, qtbot, key, modifier) -> None:
    page.plan_view.setFocus()
    qtbot.keyClick(page.plan_view, key, modifier or Qt.KeyboardModifier.NoModifier)
    menu = menu_of(page, qtbot)
    for wanted in (
        "Write\tEnter",
        "Copy number and target\tCtrl+C",
        "Print",
        "Next to fill in",
        "Next sent back",
    ):
        assert wanted in texts(menu)
    going = next(action for action in menu.actions() if action.text() == "Next sent back")
    assert going is window.commands["next_sent_back"]
    menu.setActiveAction(going)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.current_task == THREE)


def test_the_menu_by_mouse_is_that_of_the_row_and_copies(window, page, qtbot) -> None:
    view = page.plan_view
    at = view.visualRect(view.tree.index_of(TWO)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=at)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), asked)
    menu = menu_of(page, qtbot)
    copy = next(action for action in menu.actions() if "Copy" in action.text())
    copy.trigger()
    assert QApplication.clipboard().text() == "1.2  新增学位1.2"
    menu.close()


def test_a_heading_has_no_actions_of_a_task(window, page, qtbot) -> None:
    page.plan_view.setCurrentIndex(page.plan_view.tree.index_of("c1"))
    page.plan_view.menu_wanted.emit(QPoint(10, 10))
    menu = menu_of(page, qtbot)
    assert texts(menu) == ["Open all headings", "Close all headings"]
    menu.actions()[-1].trigger()
    assert not page.plan_view.isExpanded(page.plan_view.tree.index_of("c1"))
    menu.close()


def close(window: MainWindow, qtbot) -> None:
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_where_one_stood_is_remembered_of_each_file(
    window, page, qtbot, open_window, ledger_file: Path, fill_in_file: Path
) -> None:
    page.select_task(TWO)
    chip(page, "not_reported").click()
    chip(page, "all").click()
    page.select_task(THREE)
    page.plan_view.collapse(page.plan_view.tree.index_of("c1"))
    close(window, qtbot)
    other = open_window(fill_in_file)
    qtbot.waitUntil(lambda: other.fill_in.current_task == ONE)
    assert other.fill_in.plan_view.isExpanded(other.fill_in.plan_view.tree.index_of("c1"))
    close(other, qtbot)
    again = open_window(ledger_file)
    qtbot.waitUntil(lambda: again.fill_in.current_task == THREE)
    assert again.fill_in.plan_view.closed == {"c1"}


def test_the_chip_is_remembered_unless_nothing_is_left_in_it(
    window, page, qtbot, open_window, ledger_file: Path
) -> None:
    chip(page, "sent_back").click()
    close(window, qtbot)
    again = open_window(ledger_file)
    assert again.fill_in.plan_view.tree.tasks == [THREE]
    assert again.fill_in.chips.current == "sent_back"
    qtbot.waitUntil(lambda: again.fill_in.current_task == THREE)
    close(again, qtbot)
    rounds.say(ledger_file, "1.3", "补充:十五个")
    once_more = open_window(ledger_file)
    assert once_more.fill_in.chips.current == "all"
    assert once_more.fill_in.plan_view.tree.tasks == [ONE, TWO, THREE]


def test_nothing_of_what_stands_in_a_ledger_is_written_into_the_settings(window, page, qtbot) -> None:
    qtbot.keyClicks(narrative(page), "abcdefg")
    page.search.setText("学位")
    page.plan_view.collapse(page.plan_view.tree.index_of("c1"))
    close(window, qtbot)
    store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Shishi", "shishi")
    written = "\n".join(f"{key}={store.value(key)}" for key in store.allKeys())
    assert "task=t1" in written
    for text in ("学位", "教育", "abcdefg", "已开工", "数字", "民生实事"):
        assert text not in written


def test_the_splitter_is_remembered(window, page, qtbot, open_window, ledger_file: Path) -> None:
    split = page.findChild(QSplitter, "fillInSplitter")
    usual = split.sizes()[0]
    split.moveSplitter(usual - 40, 1)
    assert split.sizes()[0] == usual - 40
    close(window, qtbot)
    again = open_window(ledger_file)
    again.resize(window.size())
    kept = again.fill_in.findChild(QSplitter, "fillInSplitter")
    qtbot.waitUntil(lambda: kept.sizes()[0] == usual - 40)


def test_the_hint_names_three_keys_until_it_is_closed_once(
    window, page, qtbot, open_window, ledger_file: Path
) -> None:
    hint = page.findChild(QWidget, "hint")
    assert hint.isVisible()
    for key in ("Ctrl+Enter", "Ctrl+F", "F7"):
        assert key in hint.accessibleName()
    assert hint.height() < 60
    button = hint.findChild(QPushButton, "closeHint")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not hint.isVisible()
    assert Settings().get(HINT_CLOSED) is True
    close(window, qtbot)
    again = open_window(ledger_file)
    qtbot.waitUntil(lambda: again.fill_in.current_task is not None)
    assert again.fill_in.findChild(QWidget, "hint") is None


def test_tab_goes_from_search_to_chips_to_tree_to_the_form(window, page, qtbot) -> None:
    page.focus_search()
    seen = []
    while len(seen) < 12 and not page.form.isAncestorOf(QApplication.focusWidget()):
        focused = QApplication.focusWidget()
        seen.append(focused.objectName())
        named = QAccessible.queryAccessibleInterface(focused)
        assert named.text(QAccessible.Text.Name), focused.objectName()
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == ["searchField", "filter_all", "planTree"]
    assert page.form.isAncestorOf(QApplication.focusWidget())


def test_everything_fits_at_1280_by_720(window, page, qtbot) -> None:
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: window.height() == 720 and page.height() < 720)
    assert (window.width(), window.height()) == (1280, 720)
    view = page.plan_view
    assert view.viewport().height() > 5 * view.visualRect(view.tree.index_of(ONE)).height()
    assert not view.horizontalScrollBar().isVisible()
    for name in ("searchField", "statusFilter", "planTree", "narrativeEdit", "saveButton"):
        one = page.findChild(QWidget, name)
        corner = one.mapTo(window, one.rect().bottomRight())
        assert one.isVisible()
        assert corner.x() < 1280
        assert name == "narrativeEdit" or corner.y() < 720
