"""Copies of one fill-in file merged by a clerk, the office's note, and what is typed when nothing can be written."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

import db
from desktop.dialogs.could_not_keep import CouldNotKeepDialog, plain_text
from desktop.dialogs.merge_copies import MergeCopiesDialog
from desktop.forms.editors import TextEdit
from tests import rounds
from tests.held import kept, saved

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def narrative(window) -> TextEdit:
    return window.findChild(TextEdit, "narrativeEdit")


def test_colleagues_copies_come_into_this_one(qtbot, open_window, fill_in_file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "二科.shishi"
    shutil.copy(fill_in_file, copy)
    rounds.say(copy, "1.3", "二科写的", "李四")
    window = open_window(fill_in_file)
    assert window.commands["merge_copies"].isEnabled()
    window.handlers.merge_copies([copy])
    dialog = window.findChild(MergeCopiesDialog)
    button = dialog.findChild(QPushButton, "mergeButton")
    qtbot.waitUntil(button.isEnabled)
    assert saved(fill_in_file) == {}
    button.click()
    qtbot.waitUntil(lambda: not window.session.busy)
    assert saved(fill_in_file) == {"t1.3": ["二科写的"]}
    dialog.panel.cancel_button.click()
    qtbot.waitUntil(lambda: window.findChild(MergeCopiesDialog) is None)
    window.fill_in.select_task(db.TaskId("t1.3"))
    assert narrative(window).text() == "二科写的"


def test_a_ledger_does_not_offer_it(open_window, ledger_file: Path) -> None:
    assert not open_window(ledger_file).commands["merge_copies"].isEnabled()


def test_the_note_of_the_office_stands_there_until_it_was_read(
    qtbot, open_window, ledger_file: Path, tmp_path: Path
) -> None:
    with rounds.open_ledger(ledger_file) as ledger:
        plan = db.plans(ledger)[0]
        issued = db.issue(ledger, plan, plan.periods[0], tmp_path / "out", note="请于周五前报送。")
    window = open_window(issued[0].path)
    note = window.findChild(QWidget, "officeNote")
    qtbot.waitUntil(note.isVisible)
    assert note.accessibleDescription() == "请于周五前报送。"
    note.findChild(QPushButton, "closeNote").click()
    assert not note.isVisible()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert open_window(issued[0].path).findChild(QWidget, "officeNote") is None


def test_what_cannot_be_written_stays_on_the_screen_and_goes_into_a_copy(
    qtbot, open_window, fill_in_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(fill_in_file)
    write = db.save_draft

    def full(*_: object) -> None:
        raise db.FileError("disk_full", path=fill_in_file)

    monkeypatch.setattr(db, "save_draft", full)
    narrative(window).setFocus()
    narrative(window).type_over("写了一上午")
    qtbot.waitUntil(lambda: window.findChild(CouldNotKeepDialog) is not None)
    dialog = window.findChild(CouldNotKeepDialog)
    assert "disk is full" in dialog.told.text()
    assert dialog.findChild(QPushButton, "leaveButton") is None
    dialog.save_to(tmp_path / "副本.shishi")
    qtbot.waitUntil(lambda: (tmp_path / "副本.shishi").exists() and dialog.agree.isEnabled())
    assert kept(tmp_path / "副本.shishi") == {"t1.1": "写了一上午"}
    assert "副本.shishi" in dialog.note.text()
    dialog.reject()
    assert narrative(window).text() == "写了一上午"
    assert kept(fill_in_file) == {}
    monkeypatch.setattr(db, "save_draft", write)
    qtbot.waitUntil(lambda: kept(fill_in_file) == {"t1.1": "写了一上午"})


def test_a_copy_that_cannot_be_written_either_is_said_in_the_dialog(
    qtbot, open_window, fill_in_file: Path, tmp_path: Path
) -> None:
    window = open_window(fill_in_file)
    error = db.FileError("disk_full", path=fill_in_file)
    draft = db.Draft(db.TaskId("t1.1"), db.PeriodId("p1"), db.now(), db.Content(narrative="甲"))
    dialog = CouldNotKeepDialog(window.session, window.settings, error, [draft], window)
    dialog.open()
    dialog.save_to(fill_in_file)
    qtbot.waitUntil(dialog.agree.isEnabled)
    assert fill_in_file.name in dialog.note.text()
    assert plain_text([draft], window.session.view.plan).splitlines() == ["1.1  新增学位1.1", "甲"]
    dialog.reject()
