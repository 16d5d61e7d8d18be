"""Restoring an automatic backup in the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit, QTreeView

import db
from desktop import files
from desktop.dialogs.restore import RestoreDialog
from desktop.mainwindow import MainWindow
from tests import rounds
from tests.gui.desk import ONE, PERIOD, in_conflict, quiet

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(open_window, ledger_file: Path, tmp_path: Path) -> MainWindow:
    in_conflict(ledger_file, tmp_path)
    return open_window(ledger_file)


def dialog() -> RestoreDialog:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, RestoreDialog))


def boxes() -> list[QMessageBox]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]


def agree(qtbot, box: QMessageBox, text: str) -> None:
    qtbot.mouseClick(next(b for b in box.buttons() if b.text().replace("&", "") == text), LEFT)


def rows(box: RestoreDialog) -> list[str]:
    return [box.model.index(row, 1).data() for row in range(box.model.rowCount())]


def test_a_backup_takes_the_place_of_the_ledger_which_opens_again(qtbot, window: MainWindow, ledger_file):
    assert ONE in window.session.view.entries
    window.commands["restore"].trigger()
    qtbot.waitUntil(lambda: bool(rows(dialog())))
    box = dialog()
    assert rows(box) == ["a merge"]
    assert box.findChild(QTreeView, "backupList").hasFocus()
    qtbot.mouseClick(box.agree, LEFT)
    agree(qtbot, boxes()[0], "Restore")
    qtbot.waitUntil(lambda: window.session.view is not None and ONE not in window.session.view.entries)
    quiet(qtbot, window)
    assert not window.session.view.read_only
    assert window.current_page != "welcome"
    assert [one.before for one in db.automatic_backups(ledger_file)] == ["restore", "merge"]
    # What stood before the restore is there to go back to, the same way.
    window.commands["restore"].trigger()
    qtbot.waitUntil(lambda: len(rows(dialog())) == 2)
    qtbot.keyClick(dialog().agree, Qt.Key.Key_Space)
    agree(qtbot, boxes()[0], "Restore")
    qtbot.waitUntil(lambda: window.session.view is not None and ONE in window.session.view.entries)
    quiet(qtbot, window)


def test_without_a_yes_nothing_happens(qtbot, window: MainWindow, ledger_file: Path):
    before = ledger_file.read_bytes()
    window.commands["restore"].trigger()
    qtbot.waitUntil(lambda: bool(rows(dialog())))
    qtbot.mouseClick(dialog().agree, LEFT)
    agree(qtbot, boxes()[0], "Cancel")
    dialog().reject()
    quiet(qtbot, window)
    assert ledger_file.read_bytes() == before
    assert window.session.view is not None


def test_what_is_typed_is_in_the_backup_that_is_made_first(qtbot, window: MainWindow, ledger_file: Path):
    window.show_page("fill_in")
    qtbot.waitUntil(lambda: window.fill_in.current_task is not None)
    window.fill_in.select_task(ONE)
    edit = window.fill_in.form.findChild(QPlainTextEdit, "narrativeEdit")
    edit.setFocus()
    qtbot.keyClicks(edit, "typed ")
    window.commands["restore"].trigger()
    qtbot.waitUntil(lambda: bool(rows(dialog())))
    qtbot.mouseClick(dialog().agree, LEFT)
    agree(qtbot, boxes()[0], "Restore")
    qtbot.waitUntil(lambda: window.session.view is not None and ONE not in window.session.view.entries)
    quiet(qtbot, window)
    kept = db.automatic_backups(ledger_file)[0]
    backup = ledger_file.with_name(f"{ledger_file.stem}.backups") / kept.name
    with rounds.open_ledger(backup, read_only=True) as ledger:
        assert db.drafts(ledger, PERIOD)[ONE].content.narrative.startswith("typed ")


def test_while_another_window_writes_nothing_is_restored_and_the_ledger_opens_again(
    qtbot, window: MainWindow, ledger_file: Path, monkeypatch: pytest.MonkeyPatch
):
    lock, tries = files.lock_for_writing, []

    def locked(path: Path) -> object:
        tries.append(path)
        if len(tries) == 1:
            raise db.FileError("locked_by", path=path, who="somebody", host="y", lock="z")
        return lock(path)

    window.commands["restore"].trigger()
    qtbot.waitUntil(lambda: bool(rows(dialog())))
    qtbot.mouseClick(dialog().agree, LEFT)
    monkeypatch.setattr(files, "lock_for_writing", locked)
    agree(qtbot, boxes()[0], "Restore")
    qtbot.waitUntil(lambda: "somebody" in dialog().note.text())
    qtbot.waitUntil(lambda: window.session.view is not None)
    assert ONE in window.session.view.entries
    dialog().reject()


def test_a_damaged_ledger_offers_its_backups(qtbot, open_window, ledger_file: Path, tmp_path: Path):
    in_conflict(ledger_file, tmp_path)
    ledger_file.write_bytes(b"nothing of ours" * 100)
    window = open_window()
    window.open(ledger_file)
    qtbot.waitUntil(lambda: bool(boxes()))
    agree(qtbot, boxes()[0], "Restore a backup…")
    qtbot.waitUntil(lambda: bool(rows(dialog())))
    qtbot.mouseClick(dialog().agree, LEFT)
    agree(qtbot, next(b for b in boxes() if b.parent() is dialog()), "Restore")
    qtbot.waitUntil(lambda: window.session.view is not None)
    quiet(qtbot, window)
    assert ONE not in window.session.view.entries


def test_no_backup_yet_is_said(qtbot, open_window, ledger_file: Path):
    window = open_window(ledger_file)
    window.commands["restore"].trigger()
    qtbot.waitUntil(lambda: "no backup yet" in dialog().note.text())
    assert not dialog().agree.isEnabled()
    dialog().reject()
