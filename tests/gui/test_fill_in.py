"""The fill-in page on a real file: search, filters, keys, what may be written."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

import db
from desktop.forms.notice import Notice
from desktop.pages.fill_in import FillInPage
from desktop.session import Session
from tests import fill_in_page, rounds
from tests.fill_in_page import (
    ONE,
    PERIOD,
    THREE,
    TWO,
    chip,
    drafts,
    entry,
    narrative,
    notices,
)

# What the offscreen platform says of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
# Fixtures, used by their names.
ledger, session = fill_in_page.ledger, fill_in_page.session
page, settle = fill_in_page.page, fill_in_page.settle


def test_the_first_task_is_in_the_form_when_a_file_opens(page: FillInPage) -> None:
    assert page.current_task == ONE
    assert page.plan_view.tree.tasks == [ONE, TWO, THREE]
    assert page.plan_view.currentIndex() == page.plan_view.tree.index_of(ONE)


def search(page: FillInPage, qtbot, query: str, names: list[db.TaskId]) -> None:
    field = page.findChild(QLineEdit, "searchField")
    field.clear()
    qtbot.keyClicks(field, query)
    qtbot.waitUntil(lambda: page.plan_view.tree.tasks == names)


def test_search_narrows_the_tree_and_the_form_shows_a_hit(page, session, qtbot) -> None:
    search(page, qtbot, "1.2", [TWO])
    assert page.current_task == TWO
    assert page.plan_view.currentIndex() == page.plan_view.tree.index_of(TWO)
    field = page.findChild(QLineEdit, "searchField")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert page.current_task == TWO
    search(page, qtbot, "zjj", [TWO, THREE])
    search(page, qtbot, "JYJ zjj", [THREE])
    assert page.current_task == THREE
    search(page, qtbot, "nothing", [])
    assert page.current_task is None
    assert not page.form.isVisible()
    assert not page.save_and_next()
    assert any("Nothing fits" in label.text() for label in page.findChildren(QLabel) if label.isVisible())
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert page.plan_view.tree.tasks == [ONE, TWO, THREE]
    assert page.current_task == THREE
    assert page.form.isVisible()


def test_what_is_not_among_the_hits_is_kept_as_a_draft_and_left(page, session, qtbot, settle) -> None:
    page.select_task(TWO)
    narrative(page).setPlainText("已开工")
    page.save()
    settle()
    page.select_task(ONE)
    qtbot.keyClicks(narrative(page), "abc")
    search(page, qtbot, "1.2", [TWO])
    assert page.current_task == TWO
    settle()
    assert drafts(session)[ONE].content.narrative == "abc"
    assert narrative(page).text() == "已开工"
    page.search.clear()
    chip(page, "draft").click()
    assert page.plan_view.tree.tasks == [ONE]
    assert page.current_task == ONE


def test_chips_count_and_filter_and_take_no_row_away_under_ones_hands(page, session, qtbot, settle) -> None:
    assert chip(page, "to_fill").text().endswith(" 3")
    assert chip(page, "draft").isHidden()
    qtbot.keyClicks(narrative(page), "abc")
    page.commit()
    settle()
    assert chip(page, "draft").text().endswith(" 1")
    chip(page, "draft").click()
    assert page.plan_view.tree.tasks == [ONE]
    page.save()
    settle()
    assert page.plan_view.tree.tasks == [ONE]
    assert chip(page, "draft").text().endswith(" 0")
    chip(page, "all").click()
    assert page.plan_view.tree.tasks == [ONE, TWO, THREE]


def test_a_hidden_task_can_be_selected(page, qtbot) -> None:
    search(page, qtbot, "1.2", [TWO])
    with qtbot.waitSignal(page.task_selected) as selected:
        page.select_task(THREE)
    assert selected.args == [THREE]
    assert page.plan_view.tree.tasks == [ONE, TWO, THREE]


def test_f6_goes_round_and_leaves_the_page_after_the_form(page, qtbot) -> None:
    page.search.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.search)
    qtbot.keyClick(page.search, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is page.plan_view
    qtbot.keyClick(page.plan_view, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is narrative(page)
    beyond = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
    beyond.ignore()
    QApplication.sendEvent(narrative(page), beyond)
    assert not beyond.isAccepted()
    qtbot.keyClick(narrative(page), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is page.plan_view


def test_a_fill_in_file_shows_its_own_tasks_and_saves_in_the_name_of_its_unit(
    ledger, tmp_path, qtbot
) -> None:
    with db.open_ledger(ledger) as opened:
        files = rounds.issue(opened, tmp_path / "下发")
    session = Session("王芳")
    with qtbot.waitSignal(session.shown):
        session.open(files["住建局"])
    page = FillInPage(session)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.current_task is not None)
    assert page.plan_view.tree.tasks == [TWO, THREE]
    assert notices(page) == []
    narrative(page).setPlainText("已开工")
    page.save()
    qtbot.waitUntil(lambda: not session.busy)
    current = entry(session, TWO).current
    assert current is not None
    assert current.unit == "住建局"
    assert page.plan_view.tree.index_of(TWO).data(Qt.ItemDataRole.AccessibleTextRole).endswith("Filled in")
    session.stop()


def test_a_unit_confirms_imported_words_by_saving_them(ledger, tmp_path, qtbot) -> None:
    with db.open_ledger(ledger) as opened:
        db.save_entry(opened, TWO, PERIOD, db.Content(narrative="表中原文"), author="表.txt")
        files = rounds.issue(opened, tmp_path / "下发")
    session = Session("王芳")
    with qtbot.waitSignal(session.shown):
        session.open(files["住建局"])
    page = FillInPage(session)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.current_task is not None)
    assert narrative(page).text() == "表中原文"
    assert chip(page, "to_fill").text().endswith(" 2")
    assert len(notices(page)) == 1
    page.save()
    qtbot.waitUntil(lambda: not session.busy)
    assert chip(page, "to_fill").text().endswith(" 1")
    assert "imported" not in " ".join(notices(page))
    session.stop()


def test_a_file_open_for_reading_takes_no_typing_and_says_why(ledger, qtbot) -> None:
    session = Session("王芳")
    with qtbot.waitSignal(session.shown):
        session.open(ledger, read_only=True)
    page = FillInPage(session)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.current_task is not None)
    qtbot.keyClicks(narrative(page), "abc")
    page.commit()
    assert narrative(page).text() == ""
    assert any("reading only" in text for text in notices(page))
    assert not page.save()
    session.stop()


def test_after_the_last_task_a_clerk_hears_how_far_it_is(ledger, tmp_path, qtbot) -> None:
    with db.open_ledger(ledger) as opened:
        files = rounds.issue(opened, tmp_path / "下发")
    session = Session("王芳")
    with qtbot.waitSignal(session.shown):
        session.open(files["住建局"])
    page = FillInPage(session)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.current_task == TWO)
    for said in ("已开工", "已完成"):
        narrative(page).setPlainText(said)
        assert page.save_and_next()
    qtbot.waitUntil(lambda: any("2 of 2" in text for text in notices(page)))
    (notice,) = (n for n in page.form.findChildren(Notice) if "2 of 2" in n.text)
    assert notice.property("state") == "done"
    assert "return file" in notice.text
    qtbot.waitUntil(lambda: not session.busy)
    session.stop()


def test_closing_the_file_empties_the_page(page, session, qtbot) -> None:
    with qtbot.waitSignal(session.closed):
        session.close()
    assert page.current_task is None
    assert page.plan_view.tree.tasks == []
    page.commit()


def test_another_plan_with_the_same_tasks_is_shown_anew(page, session, qtbot) -> None:
    view = session.view
    assert view is not None
    plan = replace(view.plan, title="另一份", categories=())
    session.view = replace(view, plan=plan)
    session.shown.emit()
    assert page.plan_view.tree.tasks == []
