"""Undo and redo: one order of steps over every field of a row, kept when one comes back to it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton

import db
from desktop.forms.measures import MeasuresView
from desktop.forms.status_picker import StatusPicker
from desktop.forms.undoing import MOST_STEPS, UndoStack, change_of
from desktop.models.measure_table import Column
from tests import fill_in_page
from tests.fill_in_page import ONE, drafts, narrative, write_elsewhere

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ledger, session = fill_in_page.ledger, fill_in_page.session
page, settle = fill_in_page.page, fill_in_page.settle
CTRL = Qt.KeyboardModifier.ControlModifier

CONTENTS = st.builds(
    db.Content,
    narrative=st.text("ab。\n", max_size=6),
    problems=st.text("ab", max_size=3),
    nothing_new=st.booleans(),
    status=st.sampled_from([None, *db.Status]),
    figures=st.sampled_from([(), (("m1", Decimal(1)),), (("m1", Decimal(12)),), (("m2", Decimal(1)),)]),
)


@given(st.text("ab\n教", max_size=12), st.text("ab\n教", max_size=12))
def test_a_change_says_how_one_text_became_the_other(before: str, after: str) -> None:
    change = change_of(before, after)
    end = change.start + len(change.removed)
    assert before[: change.start] + change.inserted + before[end:] == after


@given(st.lists(CONTENTS, max_size=30))
def test_undo_goes_back_to_the_first_and_redo_to_the_last(states: list[db.Content]) -> None:
    stack = UndoStack(db.Content())
    for state in states:
        stack.note(state)
    last = stack.now
    seen = [last]
    while stack.can_undo:
        seen.append(stack.undo())
    assert seen[-1] == db.Content()
    again = [stack.now]
    while stack.can_redo:
        again.append(stack.redo())
    assert again == seen[::-1]
    assert last == ([db.Content(), *states][-1])


def test_steps_are_bounded() -> None:
    stack = UndoStack(db.Content())
    for count in range(MOST_STEPS * 2):
        stack.note(db.Content(narrative="教育" * count))
    steps = 0
    while stack.can_undo:
        stack.undo()
        steps += 1
    assert steps == MOST_STEPS - 1


def test_what_is_typed_in_one_go_is_one_step() -> None:
    stack = UndoStack(db.Content())
    for text in ("a", "ab", "abc", "abc ", "abc d", "abc de"):
        stack.note(db.Content(narrative=text))
    assert stack.undo().narrative == "abc "
    assert stack.undo().narrative == ""


def undo(page, qtbot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CTRL)


def redo(page, qtbot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y, CTRL)


def commit(widget, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def test_every_field_goes_back_in_one_order(page, session, qtbot, settle) -> None:
    form = page.form
    narrative(page).setFocus()
    states = [form.content()]
    commit(narrative(page), "新增学位")
    states.append(form.content())
    form.findChild(StatusPicker).setCurrentIndex(2)
    states.append(form.content())
    form.findChild(QCheckBox, "nothingNewCheck").click()
    states.append(form.content())
    remark = form.findChild(QLineEdit, "remarkEdit")
    remark.setFocus()
    commit(remark, "备注")
    states.append(form.content())
    table = form.findChild(MeasuresView)
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, Column.NOW))
    qtbot.keyClick(table, Qt.Key.Key_4)
    cell = QApplication.focusWidget()
    qtbot.keyClicks(cell, "2")
    states.append(form.content())
    assert dict(states[-1].figures) == {"m1": Decimal(42)}
    assert len({repr(state) for state in states}) == 6
    for state in states[-2::-1]:
        undo(page, qtbot)
        assert form.content() == state
    undo(page, qtbot)
    assert form.content() == states[0]
    for state in states[1:]:
        redo(page, qtbot)
        assert form.content() == state
    page.commit()
    settle()
    assert drafts(session)[ONE].content == states[-1]


def test_the_steps_of_a_row_are_there_when_one_comes_back_and_after_drafts_and_saves(
    page, session, qtbot, settle
) -> None:
    narrative(page).setFocus()
    commit(narrative(page), "第一句。")
    page.commit()
    settle()
    commit(narrative(page), "第二句。")
    page.next()
    narrative(page).setFocus()
    commit(narrative(page), "别的")
    page.previous()
    settle()
    assert page.save()
    settle()
    narrative(page).setFocus()
    undo(page, qtbot)
    assert narrative(page).text() == "第一句。"
    undo(page, qtbot)
    assert narrative(page).text() == ""
    redo(page, qtbot)
    page.commit()
    settle()
    assert drafts(session)[ONE].content.narrative == "第一句。"


def test_nothing_is_taken_back_while_an_input_method_composes(page, qtbot) -> None:
    narrative(page).setFocus()
    commit(narrative(page), "新增")
    QApplication.sendEvent(narrative(page), QInputMethodEvent("xue", []))
    page.form.undo()
    assert narrative(page).text() == "新增"
    assert narrative(page).composed == "xue"
    commit(narrative(page), "学位")
    undo(page, qtbot)
    assert narrative(page).text() == "新增"


def test_a_draft_that_was_discarded_comes_back(page, session, qtbot, settle) -> None:
    narrative(page).setFocus()
    commit(narrative(page), "写了很久")
    page.commit()
    settle()
    page.form.findChild(QPushButton, "discardDraftButton").click()
    settle()
    assert narrative(page).text() == ""
    assert drafts(session) == {}
    narrative(page).setFocus()
    undo(page, qtbot)
    assert narrative(page).text() == "写了很久"
    page.commit()
    settle()
    assert drafts(session)[ONE].content.narrative == "写了很久"


def test_what_came_in_from_elsewhere_is_not_taken_back(page, session, qtbot, settle) -> None:
    narrative(page).setFocus()
    commit(narrative(page), "我的")
    assert page.save()
    settle()
    mine = session.view.entries[ONE].current
    write_elsewhere(session, ONE, "别人的", parents=(mine.id,))
    settle()
    assert narrative(page).text() == "别人的"
    page.form.undo()
    assert narrative(page).text() == "别人的"


def test_an_undone_text_keeps_the_cursor_where_it_changed(page, qtbot) -> None:
    editor = narrative(page)
    editor.setFocus()
    commit(editor, "𠮷祥如意,新增学位。")
    cursor = editor.textCursor()
    cursor.setPosition(5)  # 𠮷 takes two places
    editor.setTextCursor(cursor)
    commit(editor, "事事")
    assert editor.text() == "𠮷祥如意事事,新增学位。"
    undo(page, qtbot)
    assert editor.text() == "𠮷祥如意,新增学位。"
    assert editor.textCursor().position() == 5
    redo(page, qtbot)
    assert editor.textCursor().position() == 7


def test_what_the_office_explained_and_attached_goes_back_too(page, qtbot) -> None:
    form = page.form
    first = replace(form.content(), narrative="有附件")
    form.take(first)
    form.attach((db.AttachmentRef("ab" * 32, "照片.png"),))
    assert form.attachments.refs
    form.undo()
    assert not form.attachments.refs
    assert form.content() == first
