"""A dialog that is closed while its work runs is not missed; one whose work breaks down can go on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

import db
from desktop.dialogs.issue import IssueDialog
from desktop.dialogs.make_return import MakeReturnDialog
from desktop.dialogs.new_from_table import NewFromTableDialog
from desktop.dialogs.print_sheets import PrintSheetsDialog
from desktop.session import Session
from desktop.settings import LAST_FOLDER, Settings
from tests.held import held

ONE = db.TaskId("t1.1")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    Settings().put(LAST_FOLDER, str(folder))
    return folder


@pytest.fixture
def session(qtbot) -> Iterator[Session]:
    session = Session()
    yield session
    session.stop()


@pytest.fixture
def settle(qtbot, session: Session):
    return lambda: qtbot.waitUntil(lambda: not session.busy)


def opened(qtbot, session: Session, path: Path) -> None:
    with qtbot.waitSignal(session.shown):
        session.open(path)


def begin_return(session: Session) -> QDialog:
    dialog = MakeReturnDialog(session, Settings())
    dialog.agree.click()
    return dialog


def begin_table(session: Session) -> QDialog:
    dialog = NewFromTableDialog(session, Settings())
    dialog.read(db.sample_table())
    return dialog


def begin_print(session: Session) -> QDialog:
    dialog = PrintSheetsDialog(session, Settings(), ONE)
    dialog.area.refresh()
    return dialog


@pytest.mark.parametrize("begin", [begin_return, begin_table, begin_print])
def test_a_dialog_that_was_closed_hears_nothing(
    qtbot, session: Session, settle, fill_in_file: Path, folder: Path, begin: Callable[[Session], QDialog]
):
    opened(qtbot, session, fill_in_file)
    with qtbot.captureExceptions() as raised, held(session):
        dialog = begin(session)
        dialog.open()
        dialog.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not isValid(dialog)
    settle()
    assert raised == []


def test_closing_the_preview_while_a_page_is_drawn(qtbot, session: Session, settle, fill_in_file: Path):
    opened(qtbot, session, fill_in_file)
    dialog = PrintSheetsDialog(session, Settings(), ONE)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.area.preview.page_count == 1 and not session.busy)
    with qtbot.captureExceptions() as raised, held(session):
        dialog.resize(700, 600)
        dialog.area.preview.grab()
        dialog.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()
    assert raised == []


def test_closing_the_dialog_stops_issuing(qtbot, session: Session, settle, ledger_file: Path, folder: Path):
    opened(qtbot, session, ledger_file)
    heard: list[str] = []
    session.failed.connect(lambda error: heard.append(error.code))
    with held(session):
        dialog = IssueDialog(session, Settings())
        dialog.open()
        dialog.agree.click()
        dialog.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()
    assert list(folder.iterdir()) == []
    assert heard == ["cancelled"]


def test_why_a_write_failed_is_told_by_the_window_once_its_dialog_is_gone(
    qtbot, session: Session, settle, fill_in_file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object, **__: object) -> None:
        raise db.FileError("disk_full", path=folder)

    monkeypatch.setattr(db, "make_return", full)
    opened(qtbot, session, fill_in_file)
    heard: list[str] = []
    session.failed.connect(lambda error: heard.append(error.code))
    with held(session):
        dialog = begin_return(session)
        dialog.open()
        dialog.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()
    assert heard == ["disk_full"]


def test_after_a_bug_the_dialog_can_be_used_again(
    qtbot, session: Session, settle, fill_in_file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    opened(qtbot, session, fill_in_file)
    dialog = MakeReturnDialog(session, Settings())
    dialog.open()
    with monkeypatch.context() as patch, qtbot.captureExceptions() as raised:
        patch.setattr(db, "make_return", lambda *_, **__: 1 / 0)
        dialog.agree.click()
        assert not dialog.agree.isEnabled()
        settle()
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    dialog.agree.click()
    settle()
    assert len(list(folder.glob("*.shishi"))) == 1
    dialog.reject()
