"""A whole fill-in by keyboard alone, in Chinese; the window is closed, killed and opened again: nothing is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

import db
from db.ledger import open_ledger
from desktop.settings import HINT_CLOSED, LAST_FOLDER, Settings
from tests.held import kept, saved

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ROOT = Path(__file__).parents[2]
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def key(qtbot, which: Qt.Key, how: Qt.KeyboardModifier = NONE) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, which, how)


def compose(text: str) -> None:
    """As an input method does: some of it composed, then the whole committed."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QApplication.sendEvent(widget, QInputMethodEvent("xin zeng", []))
    done = QInputMethodEvent("", [])
    done.setCommitString(text)
    QApplication.sendEvent(widget, done)


def focus(name: str) -> bool:
    widget = QApplication.focusWidget()
    return widget is not None and widget.objectName() == name


def tab_to(qtbot, name: str) -> None:
    for _ in range(40):
        if focus(name):
            return
        key(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not come to {name}")


def reopen(qtbot, open_window, window, path: Path):
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    return open_window(path)


def fill_first(qtbot) -> None:
    """Figures, texts and status of the task that stands in the form, from the search on."""
    key(qtbot, Qt.Key.Key_F, CTRL)
    assert focus("searchField")
    tab_to(qtbot, "measureTable")
    key(qtbot, Qt.Key.Key_Return)
    for digit in "85":
        key(qtbot, Qt.Key(ord(digit)))
    key(qtbot, Qt.Key.Key_Return)
    tab_to(qtbot, "narrativeEdit")
    for words in ("新增学位", "85个,", "进展顺利。"):
        compose(words)
    key(qtbot, Qt.Key.Key_Z, CTRL)
    key(qtbot, Qt.Key.Key_Y, CTRL)
    tab_to(qtbot, "problemsEdit")
    compose("资金偏紧")
    tab_to(qtbot, "statusPicker")
    for which in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        key(qtbot, which)


def hand_in(qtbot, window, folder: Path) -> None:
    key(qtbot, Qt.Key.Key_R, CTRL)
    qtbot.waitUntil(lambda: bool(window.findChildren(QDialog)))
    (dialog,) = window.findChildren(QDialog)
    qtbot.waitUntil(lambda: not window.session.busy)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(list(folder.glob("*.shishi"))) and not window.session.busy)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def shown(qtbot, window, task: str):
    """The form, once this task is in it."""
    qtbot.waitUntil(lambda: window.fill_in.current_task == task and not window.session.busy)
    return window.fill_in.form


def test_by_keyboard_alone(qtbot, open_window, fill_in_file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    Settings().put(LAST_FOLDER, str(folder))
    Settings().put(HINT_CLOSED, True)
    window = open_window(fill_in_file)
    form = shown(qtbot, window, "t1.1")
    fill_first(qtbot)
    typed = form.content()
    assert (typed.narrative, typed.problems) == ("新增学位85个,进展顺利。", "资金偏紧")
    assert [str(value) for _, value in typed.figures] == ["85"]
    assert typed.status is db.Status.ON_TRACK

    # Closed without saving: it is a draft.
    window = reopen(qtbot, open_window, window, fill_in_file)
    assert shown(qtbot, window, "t1.1").content() == typed
    assert saved(fill_in_file) == {}

    # Saved; into the next one is typed, and it is left in the middle of a composition.
    key(qtbot, Qt.Key.Key_Return)
    assert focus("narrativeEdit")
    key(qtbot, Qt.Key.Key_Return, CTRL)
    shown(qtbot, window, "t1.3")
    assert focus("narrativeEdit")
    compose("两家")
    QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent("共建", []))
    window = reopen(qtbot, open_window, window, fill_in_file)
    assert kept(fill_in_file)["t1.3"] == "两家共建"
    assert saved(fill_in_file)["t1.1"] == [typed.narrative]

    # The row that was left stands there again; it is saved, and all is handed in.
    assert shown(qtbot, window, "t1.3").content().narrative == "两家共建"
    key(qtbot, Qt.Key.Key_Return)
    key(qtbot, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not window.session.busy)
    hand_in(qtbot, window, folder)
    (returned,) = folder.glob("*.shishi")
    with open_ledger(returned, read_only=True) as ledger:
        found = db.entries(ledger, db.PeriodId("p1"))
    assert found["t1.1"].current.content == typed
    assert found["t1.3"].current.content.narrative == "两家共建"


def test_it_is_killed_and_opened_again(qtbot, open_window, fill_in_file: Path, tmp_path: Path) -> None:
    """The words that another process typed, and a signal ended, stand in the window again."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
    }
    typist = Path(__file__).with_name("typist.py")
    command = [sys.executable, str(typist), str(fill_in_file), "composing"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as process:
        assert process.stdout is not None
        for _ in range(150):
            process.stdout.readline()
        process.kill()
    words = kept(fill_in_file)["t1.1"]
    assert words
    assert words == ("abcdefghij" * 100)[: len(words)]
    window = open_window(fill_in_file)
    qtbot.waitUntil(lambda: window.fill_in.current_task == "t1.1")
    assert window.fill_in.form.content().narrative == words
    assert window.findChild(QWidget, "discardDraftButton").isVisible()
    notice = window.findChild(QWidget, "broughtBack")
    assert "1.1 (" in notice.accessibleName()
    notice.findChild(QPushButton, "showDraftsButton").click()
    assert notice.isHidden()
    assert window.fill_in.plan_view.tree.tasks == ["t1.1"]
    with open_ledger(fill_in_file, read_only=True) as ledger:
        assert db.drafts(ledger, db.PeriodId("p1"))
