"""Typing while the worker is busy: nothing is lost, nothing lands in another file or period."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton

import db
from desktop.forms.keeper import Keeper
from desktop.pages.fill_in import FillInPage
from desktop.session import Session
from tests import fill_in_page, rounds
from tests.fill_in_page import ONE, THREE, TWO, drafts, entry, narrative
from tests.held import held, kept, saved

# Fixtures, used by their names.
session, page, settle = fill_in_page.session, fill_in_page.page, fill_in_page.settle


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger with two periods; the later one is shown first."""
    path = tmp_path / "台账.shishi"
    with rounds.make_ledger(path) as ledger:
        db.open_period(ledger, db.plans(ledger)[0], db.period_named("1-6月", 2024), author="测试")
    return path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another ledger of the same plan: its tasks have the same ids."""
    path = tmp_path / "另一份.shishi"
    with rounds.make_ledger(path) as ledger:
        db.open_period(ledger, db.plans(ledger)[0], db.period_named("1-6月", 2024), author="测试")
    return path


@pytest.fixture
def now(session: Session) -> str:
    """The period that is shown at first."""
    assert session.view is not None
    return session.view.period.id


def autosave(qtbot, page: FillInPage) -> None:
    """Wait until the autosave has looked at what is typed."""
    with qtbot.waitSignal(page.form.findChild(Keeper).findChild(QTimer).timeout, timeout=2000):
        pass


def fail(*_: object) -> None:
    raise db.FileError("disk_full", path="x")


def break_down(*_: object, **__: object) -> None:
    raise ZeroDivisionError("for the test")


@pytest.mark.parametrize("does_autosave", [True, False])
def test_typing_for_one_period_is_not_kept_for_the_next(
    page, session, qtbot, settle, ledger, now, does_autosave
) -> None:
    with held(session):
        session.show_period(db.PeriodId("p1"))
        qtbot.keyClicks(narrative(page), "abc")
        if does_autosave:
            autosave(qtbot, page)
    settle()
    assert session.view.period.id == "p1"
    assert session.view.drafts == {}
    assert narrative(page).text() == ""
    page.next()
    page.previous()
    assert narrative(page).text() == ""
    settle()
    assert (kept(ledger, now), kept(ledger)) == ({ONE: "abc"}, {})


def test_a_save_does_not_bring_the_period_before_back(page, session, qtbot, settle, ledger, now) -> None:
    qtbot.keyClicks(narrative(page), "abc")
    with held(session):
        session.show_period(db.PeriodId("p1"))
        page.save()
        qtbot.keyClicks(narrative(page), "def")
    settle()
    assert session.view.period.id == "p1"
    assert narrative(page).text() == ""
    assert (saved(ledger, now), saved(ledger)) == ({ONE: ["abc"]}, {})
    assert (kept(ledger, now), kept(ledger)) == ({ONE: "abcdef"}, {})


@pytest.mark.parametrize("does_autosave", [True, False])
def test_typing_while_another_file_opens_stays_in_the_first(
    page, session, qtbot, settle, ledger, other, now, does_autosave
) -> None:
    with held(session):
        session.open(other)
        qtbot.keyClicks(narrative(page), "abc")
        if does_autosave:
            autosave(qtbot, page)
            qtbot.keyClicks(narrative(page), "def")
    settle()
    assert session.view.path == other
    assert narrative(page).text() == ""
    assert kept(ledger, now) == {ONE: "abcdef" if does_autosave else "abc"}
    assert kept(other, now) == {}


def test_typing_after_a_save_stays_in_the_first_file(
    page, session, qtbot, settle, ledger, other, now
) -> None:
    qtbot.keyClicks(narrative(page), "abc")
    with held(session):
        page.save()
        qtbot.keyClicks(narrative(page), "def")
        session.open(other)
    settle()
    assert session.view.path == other
    assert (saved(ledger, now), kept(ledger, now)) == ({ONE: ["abc"]}, {ONE: "abcdef"})
    assert (saved(other, now), kept(other, now)) == ({}, {})
    with rounds.open_ledger(ledger) as file:
        (head,) = db.entry(file, ONE, db.PeriodId(now)).heads
        assert db.drafts(file, db.PeriodId(now))[ONE].base == (head.id,)


def test_opening_the_same_file_again_leaves_typing_alone(page, session, qtbot, settle, ledger, now) -> None:
    with held(session):
        session.open(ledger)
        qtbot.keyClicks(narrative(page), "abc")
    settle()
    assert narrative(page).text() == "abc"
    page.commit()
    settle()
    assert kept(ledger, now) == {ONE: "abc"}


def test_of_two_files_asked_for_the_last_is_open(page, session, qtbot, settle, ledger, other, now) -> None:
    with held(session):
        session.open(other)
        session.open(ledger)
        qtbot.keyClicks(narrative(page), "abc")
    settle()
    assert session.view.path == ledger
    page.save()
    settle()
    assert (saved(ledger, now), saved(other, now)) == ({ONE: ["abc"]}, {})


def test_closing_the_file_keeps_what_is_typed_meanwhile(page, session, qtbot, settle, ledger, now) -> None:
    qtbot.keyClicks(narrative(page), "abc")
    with held(session):
        page.save()
        session.close()
        qtbot.keyClicks(narrative(page), "def")
    settle()
    assert session.view is None
    assert (saved(ledger, now), kept(ledger, now)) == ({ONE: ["abc"]}, {ONE: "abcdef"})


def test_a_file_is_not_left_while_what_is_typed_cannot_be_kept(
    page, session, qtbot, settle, ledger, other, now, monkeypatch
) -> None:
    heard = []
    session.failed.connect(lambda error: heard.append(error.code))
    with monkeypatch.context() as patch:
        patch.setattr(db, "save_draft", fail)
        qtbot.keyClicks(narrative(page), "abc")
        session.open(other)
        settle()
        assert heard == ["disk_full"]
        session.close()
        settle()
    assert session.view.path == ledger
    assert narrative(page).text() == "abc"
    session.open(other)
    settle()
    assert (session.view.path, kept(ledger, now)) == (other, {ONE: "abc"})


def test_coming_back_to_a_row_before_its_draft_is_written_shows_it(
    page, session, qtbot, settle, ledger, now
) -> None:
    with held(session):
        qtbot.keyClicks(narrative(page), "abc")
        page.next()
        page.previous()
        assert narrative(page).text() == "abc"
        narrative(page).moveCursor(narrative(page).textCursor().MoveOperation.End)
        qtbot.keyClicks(narrative(page), "def")
        page.save()
        page.next()
        page.previous()
        assert narrative(page).text() == "abcdef"
    settle()
    assert (saved(ledger, now), kept(ledger, now)) == ({ONE: ["abcdef"]}, {})
    assert narrative(page).text() == "abcdef"


def test_typing_back_to_what_is_being_saved_leaves_no_draft(
    page, session, qtbot, settle, ledger, now
) -> None:
    with held(session):
        qtbot.keyClicks(narrative(page), "abc")
        page.save()
        qtbot.keyClicks(narrative(page), "d")
        page.commit()
        qtbot.keyClick(narrative(page), Qt.Key.Key_Backspace)
        page.commit()
    settle()
    assert (saved(ledger, now), kept(ledger, now)) == ({ONE: ["abc"]}, {})


def test_a_busy_worker_is_handed_one_draft_and_then_the_latest(page, session, qtbot, settle) -> None:
    with held(session):
        for letters in ("abc", "def", "ghi"):
            qtbot.keyClicks(narrative(page), letters)
            autosave(qtbot, page)
        assert session.view.drafts == {}
        page.next()
    settle()
    assert drafts(session)[ONE].content.narrative == "abcdefghi"


def is_said_to_be_kept(page: FillInPage) -> bool:
    return page.findChild(QPushButton, "discardDraftButton").isVisibleTo(page)


def test_kept_is_said_once_it_is_true(page, session, qtbot, settle) -> None:
    with held(session):
        qtbot.keyClicks(narrative(page), "abc")
        page.commit()
        assert not is_said_to_be_kept(page)
    settle()
    assert is_said_to_be_kept(page)


def test_a_draft_that_fails_is_tried_again_and_told_once(
    page, session, qtbot, settle, ledger, now, monkeypatch
) -> None:
    heard = []
    session.failed.connect(lambda error: heard.append(error.code))
    with monkeypatch.context() as patch:
        patch.setattr(db, "save_draft", fail)
        qtbot.keyClicks(narrative(page), "abc")
        for _ in range(3):
            autosave(qtbot, page)
        settle()
        assert not is_said_to_be_kept(page)
    assert heard == ["disk_full"]
    qtbot.waitUntil(lambda: ONE in drafts(session), timeout=2000)
    assert kept(ledger, now) == {ONE: "abc"}
    assert is_said_to_be_kept(page)
    monkeypatch.setattr(db, "save_draft", fail)
    qtbot.keyClicks(narrative(page), "d")
    page.commit()
    settle()
    assert heard == ["disk_full"] * 2


def test_a_row_that_was_left_is_tried_again_too(
    page, session, qtbot, settle, ledger, now, monkeypatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(db, "save_draft", fail)
        qtbot.keyClicks(narrative(page), "abc")
        page.select_task(THREE)
        settle()
        page.select_task(ONE)
        assert narrative(page).text() == "abc"
        page.select_task(TWO)
    qtbot.waitUntil(lambda: ONE in drafts(session), timeout=2000)
    assert kept(ledger, now) == {ONE: "abc"}


def test_a_save_that_fails_is_kept_as_a_draft(page, session, qtbot, settle, ledger, now, monkeypatch) -> None:
    heard = []
    session.failed.connect(lambda error: heard.append(error.code))
    monkeypatch.setattr(db, "save_entry", lambda *_, **__: fail())
    qtbot.keyClicks(narrative(page), "abc")
    with held(session):
        page.save_and_next()
        page.previous()
        qtbot.keyClicks(narrative(page), "def")
    settle()
    page.commit()
    settle()
    assert heard == ["disk_full"]
    assert kept(ledger, now)[ONE] in ("abcdef", "defabc")  # where the cursor stands after coming back


@pytest.mark.parametrize("broken", ["save_entry", "save_draft"])
def test_a_bug_costs_nothing_that_is_typed(
    page, session, qtbot, settle, ledger, now, monkeypatch, broken
) -> None:
    with monkeypatch.context() as patch, qtbot.captureExceptions() as raised:
        patch.setattr(db, broken, break_down)
        qtbot.keyClicks(narrative(page), "abc")
        page.save() if broken == "save_entry" else page.commit()
        settle()
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    qtbot.keyClicks(narrative(page), "def")
    autosave(qtbot, page)
    settle()
    assert kept(ledger, now) == {ONE: "abcdef"}
    page.save()
    settle()
    assert entry(session, ONE).current.content.narrative == "abcdef"
    assert kept(ledger, now) == {}


def test_discarding_while_a_draft_is_written_leaves_none(page, session, qtbot, settle, ledger, now) -> None:
    qtbot.keyClicks(narrative(page), "abc")
    page.commit()
    settle()
    with held(session):
        qtbot.keyClicks(narrative(page), "def")
        page.commit()
        page.findChild(QPushButton, "discardDraftButton").click()
        assert narrative(page).text() == ""
    settle()
    assert kept(ledger, now) == {}
    assert narrative(page).text() == ""
    assert not is_said_to_be_kept(page)
