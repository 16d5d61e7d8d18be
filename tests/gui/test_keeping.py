"""What is typed is kept: drafts, saves, and what comes in meanwhile."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

import db
from desktop.forms.editors import TextEdit
from desktop.forms.keeper import Keeper
from desktop.forms.measures import MeasuresView
from desktop.models.measure_table import Column
from desktop.pages.fill_in import FillInPage
from desktop.session import Session
from tests import fill_in_page, rounds
from tests.fill_in_page import (
    ONE,
    THREE,
    TWO,
    drafts,
    entry,
    narrative,
    notices,
    write_elsewhere,
)
from tests.held import kept

# What the offscreen platform says of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
# Fixtures, used by their names.
ledger, session = fill_in_page.ledger, fill_in_page.session
page, settle = fill_in_page.page, fill_in_page.settle


def test_what_is_typed_is_a_draft_within_a_second(page: FillInPage, session: Session, qtbot) -> None:
    qtbot.keyClicks(narrative(page), "abc")
    qtbot.waitUntil(lambda: ONE in drafts(session), timeout=1000)
    assert drafts(session)[ONE].content == db.Content(narrative="abc")
    assert drafts(session)[ONE].base == ()


def test_who_types_without_a_pause_has_a_draft_too(page: FillInPage, session: Session, qtbot) -> None:
    def typing() -> bool:
        qtbot.keyClick(narrative(page), "a")
        return ONE in drafts(session)

    qtbot.waitUntil(typing, timeout=2000)


def test_leaving_a_row_keeps_it_at_once_and_coming_back_shows_it(page, session, qtbot, settle) -> None:
    qtbot.keyClicks(narrative(page), "abc")
    page.next()
    assert page.current_task == TWO
    assert narrative(page).text() == ""
    settle()
    assert drafts(session)[ONE].content.narrative == "abc"
    page.previous()
    assert narrative(page).text() == "abc"


def test_a_draft_outlives_the_window(page, session, qtbot, settle, ledger: Path) -> None:
    qtbot.keyClicks(narrative(page), "abc")
    page.commit()
    settle()
    session.stop()
    again = Session("李四")
    with qtbot.waitSignal(again.shown):
        again.open(ledger)
    other = FillInPage(again)
    qtbot.addWidget(other)
    qtbot.waitUntil(lambda: other.current_task is not None)
    assert narrative(other).text() == "abc"
    again.stop()


def test_a_draft_that_says_nothing_new_is_discarded(page, session, qtbot, settle) -> None:
    qtbot.keyClicks(narrative(page), "a")
    page.commit()
    settle()
    assert ONE in drafts(session)
    qtbot.keyClick(narrative(page), Qt.Key.Key_Backspace)
    page.commit()
    settle()
    assert drafts(session) == {}


def test_an_editor_that_composes_is_left_alone_until_asked(page, session, qtbot, settle) -> None:
    narrative(page).setFocus()
    qtbot.keyClicks(narrative(page), "a")
    QApplication.sendEvent(narrative(page), QInputMethodEvent("jiao", []))
    write_elsewhere(session, ONE, "别人的")
    settle()
    assert page.form.composing
    assert narrative(page).composed == "jiao"
    QApplication.sendEvent(narrative(page), QInputMethodEvent("教育", []))
    page.commit()
    settle()
    assert drafts(session)[ONE].content.narrative == "a教育"


def test_a_draft_is_written_of_an_editor_that_composes(page, session, qtbot, settle) -> None:
    """With an input method one composes nearly all the time: the draft must not wait for its end."""
    narrative(page).setFocus()
    for count in range(1, 4):
        done = QInputMethodEvent()
        done.setCommitString("教")
        QApplication.sendEvent(narrative(page), done)
        QApplication.sendEvent(narrative(page), QInputMethodEvent("jiao", []))
        with qtbot.waitSignal(page.form.findChild(Keeper).findChild(QTimer).timeout):
            pass
        settle()
        assert drafts(session)[ONE].content.narrative == "教" * count
        assert narrative(page).composed == "jiao"


def test_save_and_next(page, session, qtbot, settle) -> None:
    qtbot.keyClicks(narrative(page), "done")
    assert page.save_and_next()
    assert page.current_task == TWO
    settle()
    saved = entry(session, ONE)
    assert saved.state is db.State.OPEN
    assert saved.current is not None
    assert (saved.current.content.narrative, saved.current.author, saved.current.parents) == (
        "done",
        "李四",
        (),
    )
    assert drafts(session) == {}


def test_a_save_descends_from_what_its_writer_saw(page, session, qtbot, settle) -> None:
    narrative(page).setPlainText("第一版")
    page.save()
    settle()
    first = entry(session, ONE).current
    narrative(page).setPlainText("第二版")
    page.save()
    settle()
    second = entry(session, ONE).current
    assert first is not None
    assert second is not None
    assert second.parents == (first.id,)
    assert narrative(page).text() == "第二版"


def test_typing_on_while_a_save_is_under_way_makes_no_conflict_with_oneself(
    page, session, qtbot, settle
) -> None:
    narrative(page).setPlainText("第一版")
    page.save()
    # The save is handed in, its outcome not yet delivered.
    narrative(page).setPlainText("第一版,又写")
    page.next()
    settle()
    first = entry(session, ONE).current
    assert first is not None
    assert drafts(session)[ONE].base == (first.id,)
    page.previous()
    page.save()
    settle()
    assert entry(session, ONE).state is db.State.OPEN
    assert entry(session, ONE).current.content.narrative == "第一版,又写"


def test_saving_again_before_the_first_save_is_through(page, session, qtbot, settle) -> None:
    for text in ("第一版", "第二版", "第三版"):
        narrative(page).setPlainText(text)
        assert page.save()
    page.next()
    settle()
    saved = entry(session, ONE)
    assert saved.state is db.State.OPEN
    assert saved.current is not None
    assert saved.current.content.narrative == "第三版"
    assert drafts(session) == {}


def test_what_came_in_meanwhile_is_never_overwritten(page, session, qtbot, settle) -> None:
    narrative(page).setPlainText("我的")
    write_elsewhere(session, ONE, "别人的")
    settle()
    assert narrative(page).text() == "我的"
    assert len(notices(page)) == 1
    page.save()
    settle()
    torn = entry(session, ONE)
    assert torn.state is db.State.CONFLICT
    assert {head.content.narrative for head in torn.heads} == {"我的", "别人的"}


def test_what_came_in_where_nothing_is_typed_is_shown(page, session, qtbot, settle) -> None:
    write_elsewhere(session, ONE, "别人的")
    settle()
    assert narrative(page).text() == "别人的"
    assert notices(page) == []


def test_a_figure_that_is_being_typed_stays_open_when_others_save(page, session, qtbot, settle) -> None:
    table = page.findChild(MeasuresView)
    table.clicked.emit(table.model().index(0, Column.NOW))
    qtbot.keyClicks(table.findChild(QLineEdit), "1")
    qtbot.waitUntil(lambda: ONE in drafts(session))
    write_elsewhere(session, TWO, "别人的")
    settle()
    qtbot.keyClicks(table.findChild(QLineEdit), "2")
    page.commit()
    settle()
    assert [int(figure) for _, figure in drafts(session)[ONE].content.figures] == [12]


def test_a_conflict_is_settled_by_saving_from_all_versions_seen(page, session, qtbot, settle) -> None:
    write_elsewhere(session, ONE, "甲")
    settle()
    write_elsewhere(session, ONE, "乙")
    settle()
    heads = {head.id for head in entry(session, ONE).heads}
    assert len(heads) == 2
    buttons = [b for b in page.form.findChildren(QPushButton, "takeVersion") if b.isVisibleTo(page)]
    assert len(buttons) == 2
    buttons[0].click()
    page.save()
    settle()
    settled = entry(session, ONE)
    assert settled.state is db.State.OPEN
    assert settled.current is not None
    assert set(settled.current.parents) == heads
    assert settled.current.content.narrative in ("甲", "乙")
    assert not [b for b in page.form.findChildren(QPushButton, "takeVersion") if b.isVisibleTo(page)]


def test_a_version_not_seen_is_not_settled_along(page, session, qtbot, settle) -> None:
    for text in ("甲", "乙"):
        write_elsewhere(session, ONE, text)
        settle()
    narrative(page).setPlainText("并成一份")
    write_elsewhere(session, ONE, "丙")
    settle()
    page.save()
    settle()
    assert {head.content.narrative for head in entry(session, ONE).heads} == {"并成一份", "丙"}


def test_what_is_no_entry_stays_a_draft_and_says_why(page, session, qtbot, settle) -> None:
    page.findChild(TextEdit, "problemsEdit").setPlainText("缺钱")
    assert not page.save_and_next()
    assert page.current_task == ONE
    assert len(notices(page)) == 1
    settle()
    assert drafts(session)[ONE].content.problems == "缺钱"
    assert session.view.entries == {}


def test_discarding_the_draft_shows_what_is_saved(page, session, qtbot, settle) -> None:
    narrative(page).setPlainText("已保存")
    page.save()
    settle()
    narrative(page).setPlainText("改坏了")
    page.commit()
    settle()
    page.findChild(QPushButton, "discardDraftButton").click()
    settle()
    assert narrative(page).text() == "已保存"
    assert drafts(session) == {}


def test_a_save_that_fails_is_said_and_nothing_is_lost(page, session, qtbot, settle, monkeypatch) -> None:
    def full(*args: object, **named: object) -> None:
        raise db.FileError("disk_full", path="x")

    monkeypatch.setattr(db, "save_entry", full)
    narrative(page).setPlainText("要紧的话")
    with qtbot.waitSignal(session.failed):
        page.save_and_next()
    settle()
    assert drafts(session)[ONE].content.narrative == "要紧的话"


def test_nothing_typed_goes_into_another_file(page, session, qtbot, settle, tmp_path: Path) -> None:
    first = session.view.path
    other = tmp_path / "另一份.shishi"
    rounds.make_ledger(other).close()
    qtbot.keyClicks(narrative(page), "abc")
    page.commit()
    qtbot.keyClicks(narrative(page), "def")
    with qtbot.waitSignal(session.shown):
        session.open(other)
    assert page.current_task == ONE
    assert narrative(page).text() == ""
    page.commit()
    settle()
    assert drafts(session) == {}
    assert kept(first) == {ONE: "abcdef"}


def test_the_draft_badge_stays_while_others_save(page, session, qtbot, settle) -> None:
    qtbot.keyClicks(narrative(page), "abc")
    page.commit()
    settle()
    write_elsewhere(session, TWO, "别人的")
    settle()
    assert page.findChild(QPushButton, "discardDraftButton").isVisibleTo(page)


def test_the_last_save_says_so_and_stays(page, session, qtbot, settle) -> None:
    page.select_task(THREE)
    narrative(page).setPlainText("完成")
    assert page.save_and_next()
    settle()
    assert page.current_task == THREE
    assert len(notices(page)) == 1
