"""The round by keyboard in the real window: 21 fill-in files filled, returned, and merged."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import db
from db.ledger import open_ledger
from desktop.mainwindow import MainWindow
from desktop.settings import LAST_FOLDER, Settings


def compose(widget: QWidget, text: str) -> None:
    """Type as an input method does: the beginning composed first, then the whole committed."""
    QApplication.sendEvent(widget, QInputMethodEvent(text[:1], []))
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


@pytest.fixture
def window(open_window, tmp_path):
    (tmp_path / "in").mkdir()
    Settings().put(LAST_FOLDER, str(tmp_path / "in"))
    return open_window()


def fill_and_return(qtbot, window: MainWindow, path: Path, folder: Path) -> None:
    window.open(path)
    qtbot.waitUntil(lambda: window.session.view is not None and window.session.view.path == path)
    page = window.fill_in
    tasks = window.session.view.terms.tasks
    for task in tasks:
        qtbot.waitUntil(lambda task=task: page.current_task == task)
        editor = window.findChild(QWidget, "narrativeEdit")
        editor.setFocus()
        qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        compose(editor, f"按键填报{task[:4]}。")
        qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not window.session.busy)
    before = set(folder.glob("*.shishi"))
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(window.findChildren(QDialog)))
    (dialog,) = window.findChildren(QDialog)
    qtbot.waitUntil(lambda: not window.session.busy)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(set(folder.glob("*.shishi")) - before) == 1)
    qtbot.waitUntil(lambda: not window.session.busy)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(QDialog))
    window.activateWindow()  # a window manager does so when a dialog closes; the offscreen platform does not
    qtbot.waitUntil(window.isActiveWindow)


def test_every_unit_fills_and_returns_by_keyboard(qtbot, window, tmp_path):
    ledger_path = tmp_path / "l.shishi"
    db.import_sample(ledger_path)
    with open_ledger(ledger_path) as ledger:
        (plan,) = db.plans(ledger)
        issued = db.issue(ledger, plan, plan.periods[0], tmp_path / "out")
        assert len(issued) == 21
        for one in issued:
            fill_and_return(qtbot, window, one.path, tmp_path / "in")
        report = db.merge(ledger, sorted((tmp_path / "in").glob("*.shishi")), author="李四")
        assert (report.totals["merged"], report.totals["refused"]) == (21, 0)
        found = db.entries(ledger, plan.periods[0].id)
        assert len(found) == 56
        for task, entry in found.items():
            assert {head.content.narrative for head in entry.heads} == {f"按键填报{task[:4]}。"}
        assert {s.state for s in db.standing(ledger, plan, plan.periods[0])} == {"returned"}
