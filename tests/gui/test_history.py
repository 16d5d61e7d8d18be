"""The history of an entry, what changed since it was sent back or printed, and rows that are no more."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

import db
from db.printed_sheets import record_printed
from desktop.compared import Mark
from desktop.dialogs.history import HistoryDialog
from desktop.forms.filling import filling_of
from desktop.forms.since import SincePanel
from desktop.sides_view import MarkedLabel
from tests import fill_in_page
from tests.fill_in_page import ONE, PERIOD, drafts, narrative, notices

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ledger, session = fill_in_page.ledger, fill_in_page.session
page, settle = fill_in_page.page, fill_in_page.settle


def save(page, settle, text: str) -> None:
    narrative(page).type_over(text)
    assert page.save()
    settle()


def dialog_of(qtbot, page, session) -> HistoryDialog:
    dialog = HistoryDialog(session, page.form.filling, page)
    dialog.restored.connect(page.form.take)
    dialog.open()
    qtbot.waitUntil(lambda: not session.busy)
    return dialog


def test_every_version_says_who_when_and_what_changed(page, session, qtbot, settle) -> None:
    save(page, settle, "新增学位60个。")
    save(page, settle, "新增学位85个。")
    dialog = dialog_of(qtbot, page, session)
    texts = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert len(texts) == 2
    assert all("李四" in text for text in texts)
    assert "stands now" in texts[0]
    qtbot.waitUntil(lambda: bool(dialog.sides.cells))
    marked = {p.mark: p.text for row in dialog.sides.cells for p in row[0].pieces if p.mark}
    assert marked == {Mark.REMOVED: "60", Mark.ADDED: "85"}
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not any(p.mark for row in dialog.sides.cells for p in row[0].pieces))
    dialog.reject()


def test_what_was_attached_is_a_change_too(page, session, qtbot, settle) -> None:
    save(page, settle, "有照片")
    session.query(
        lambda ledger: db.attach_bytes(ledger, "照片.png", b"x"), lambda ref: page.form.attach((ref,))
    )
    settle()
    assert page.save()
    settle()
    dialog = dialog_of(qtbot, page, session)
    qtbot.waitUntil(lambda: bool(dialog.sides.cells))
    marked = [p.text for row in dialog.sides.cells for p in row[0].pieces if p.mark is Mark.ADDED]
    assert marked == ["照片.png"]
    dialog.reject()


def test_a_version_is_written_on_from_as_a_draft_and_nothing_is_lost(page, session, qtbot, settle) -> None:
    save(page, settle, "第一版")
    save(page, settle, "第二版")
    dialog = dialog_of(qtbot, page, session)
    dialog.list.setCurrentRow(1)
    settle()
    dialog.findChild(QPushButton, "restoreVersionButton").click()
    assert narrative(page).text() == "第一版"
    page.commit()
    settle()
    assert drafts(session)[ONE].content.narrative == "第一版"
    assert session.view.entries[ONE].current.content.narrative == "第二版"
    page.form.undo()
    assert narrative(page).text() == "第二版"
    page.form.redo()
    assert page.save()
    settle()
    seen: list[tuple[db.Revision, ...]] = []
    session.query(lambda ledger: db.history(ledger, ONE, PERIOD), seen.append)
    settle()
    assert [revision.content.narrative for revision in seen[0]] == ["第一版", "第二版", "第一版"]


def test_an_entry_without_versions_says_so(page, session, qtbot) -> None:
    dialog = dialog_of(qtbot, page, session)
    assert "Nothing was saved" in dialog.note.text()
    assert not dialog.agree.isEnabled()
    dialog.reject()


def test_what_changed_since_it_was_sent_back_is_marked(page, session, qtbot, settle) -> None:
    save(page, settle, "新增学位60个。")
    heads = tuple(head.id for head in session.view.entries[ONE].heads)
    session.query(
        lambda ledger: db.review_entry(
            ledger, ONE, PERIOD, db.Verdict.SEND_BACK, author="王五", comment="数字不对", seen=heads
        ),
        lambda _: session.reload(),
    )
    settle()
    assert "Sent back by 王五: 数字不对" in notices(page)
    assert page.form.findChild(SincePanel) is None
    save(page, settle, "新增学位85个。")
    qtbot.waitUntil(lambda: page.form.findChild(SincePanel) is not None)
    panel = page.form.findChild(SincePanel)
    assert panel.isVisible()
    pieces = [piece for label in panel.findChildren(MarkedLabel) for piece in label.pieces if piece.mark]
    assert {piece.text for piece in pieces} == {"60", "85"}
    with qtbot.waitSignal(page.history_requested):
        panel.findChild(QPushButton, "sinceHistoryButton").click()
    page.next()
    assert not panel.isVisible()


def test_what_changed_since_it_was_printed_is_said(page, session, settle) -> None:
    save(page, settle, "印出来的")
    period = session.view.period
    session.query(lambda ledger: record_printed(ledger, period, [ONE]), lambda _: None)
    settle()
    page.form.findChild(QPushButton, "nextButton").click()
    page.previous()
    settle()
    assert not any("since you printed" in text for text in notices(page))
    save(page, settle, "改过的")
    assert any("since you printed" in text for text in notices(page))
    save(page, settle, "印出来的")
    assert not any("since you printed" in text for text in notices(page))


def test_a_task_that_was_taken_out_of_the_plan_can_only_be_read(page, session) -> None:
    view = session.view
    retired = replace(
        view,
        plan=replace(
            view.plan,
            categories=tuple(
                replace(
                    category,
                    items=tuple(
                        replace(item, tasks=tuple(replace(task, retired=True) for task in item.tasks))
                        for item in category.items
                    ),
                )
                for category in view.plan.categories
            ),
        ),
    )
    page.form.show_filling(filling_of(retired, ONE))
    assert any("taken out of the plan" in text for text in notices(page))
    assert narrative(page).isReadOnly()
    assert not page.form.findChild(QPushButton, "saveButton").isEnabled()
