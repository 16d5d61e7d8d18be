"""The window on real files, by mouse and keyboard: what it offers, opening, closing, losing nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

import db
from desktop import app
from desktop.dialogs.could_not_keep import CouldNotKeepDialog
from desktop.dialogs.crash import CrashDialog
from desktop.mainwindow import MainWindow
from desktop.pages.welcome import WelcomePage
from desktop.settings import LAST_FILE, RECENT_FILES, Settings
from tests import rounds
from tests.held import held, kept, saved

ONE = db.TaskId("t1.1")
PERIOD = db.PeriodId("p1")


def tools(window: MainWindow) -> list[str]:
    """The tools that are offered, from left to right."""
    buttons = [b for b in window.tools.findChildren(QToolButton) if b.isVisible() and b.text()]
    return [b.text() for b in sorted(buttons, key=lambda b: b.x()) if b.objectName() != "moreTool"]


def boxes() -> list[QMessageBox]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]


def press(qtbot, box: QWidget, text: str) -> None:
    button = next(b for b in box.findChildren(QPushButton) if b.text().replace("&", "") == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def type_into(qtbot, window: MainWindow, text: str) -> None:
    def ready() -> bool:
        edit = window.findChild(QPlainTextEdit, "narrativeEdit")
        return edit is not None and edit.isVisible() and edit.isEnabled()

    qtbot.waitUntil(ready)
    edit = window.findChild(QPlainTextEdit, "narrativeEdit")
    edit.setFocus()
    qtbot.keyClicks(edit, text)


def test_without_a_file_the_welcome_page_offers_three_ways(open_window):
    window = open_window()
    assert window.current_page == "welcome"
    assert tools(window) == ["Open"]
    assert not window.rail.isVisible()
    assert not window.findChild(QComboBox, "periodPicker").isVisible()
    page = window.findChild(WelcomePage)
    names = [b.accessibleName() for b in page.findChildren(QPushButton)]
    assert names == ["Open a file", "New from a table", "Try the sample plan"]


def test_a_ledger_has_pages_and_a_fill_in_file_has_none(open_window, ledger_file: Path, fill_in_file: Path):
    window = open_window(ledger_file)
    assert tools(window) == ["Open", "Issue fill-in files", "Merge returns", "Undo the last merge", "Print"]
    assert window.rail.isVisible()
    pages = ["Fill in", "Returns", "Review", "Conflicts", "Overview", "Reports", "Plan"]
    assert [window.rail.item(n).text() for n in range(window.rail.count())] == pages


def test_a_fill_in_file_offers_what_a_clerk_does(open_window, fill_in_file: Path):
    window = open_window(fill_in_file)
    assert tools(window) == ["Open", "Save", "Print", "Make the return file"]
    assert not window.rail.isVisible()
    assert window.findChild(QToolButton, "returnButton").isEnabled()
    assert window.findChild(QComboBox, "periodPicker").currentText() == "1-3月"
    assert "教育局" in window.status._where.text()
    assert "0 / 2" in window.status._where.text()


def test_pages_by_mouse_and_by_key(qtbot, open_window, ledger_file: Path):
    window = open_window(ledger_file)
    place = window.rail.visualItemRect(window.rail.item(1)).center()
    qtbot.mouseClick(window.rail.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.current_page == "returns"
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.current_page == "fill_in"
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current_page == "returns"


def test_f6_goes_through_the_panes_and_back(qtbot, open_window, ledger_file: Path):
    window = open_window(ledger_file)
    window.show_page("returns")
    window.activateWindow()
    panes = [window.tools, window.rail, window.stack]
    seen = []
    window.rail.setFocus()
    for key in (Qt.KeyboardModifier.NoModifier,) * 3:
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6, key)
        focus = QApplication.focusWidget()
        seen.append(next(pane for pane in panes if pane is focus or pane.isAncestorOf(focus)))
    assert seen == [window.stack, window.tools, window.rail]


def test_every_action_has_a_name_and_no_key_is_taken_twice(open_window):
    window = open_window()
    keys = [key.toString() for action in window.commands.all() for key in action.shortcuts()]
    assert all(action.text() and action.toolTip() for action in window.commands.all())
    assert len(keys) == len(set(keys))
    named = [b for b in window.tools.findChildren(QToolButton) if b.defaultAction()]
    assert all(button.accessibleName() for button in named)


def test_the_period_picker_switches(qtbot, open_window, ledger_file: Path, tmp_path: Path):
    with rounds.open_ledger(ledger_file) as ledger:
        plan = db.plans(ledger)[0]
        db.open_period(ledger, plan, db.period_named("1-6月", 2024), author="李四")
    window = open_window(ledger_file)
    picker = window.findChild(QComboBox, "periodPicker")
    assert picker.currentText() == "1-6月"
    with qtbot.waitSignal(window.session.shown):
        picker.setFocus()
        qtbot.keyClick(picker, Qt.Key.Key_Up)
    assert window.session.view.period.label == "1-3月"
    assert picker.currentText() == "1-3月"


def test_closing_keeps_what_was_just_typed(qtbot, open_window, fill_in_file: Path):
    window = open_window(fill_in_file)
    type_into(qtbot, window, "typed a moment ago")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    with rounds.open_ledger(fill_in_file) as file:
        assert db.drafts(file, PERIOD)[ONE].content.narrative == "typed a moment ago"


def test_closing_keeps_what_is_typed_after_a_save(qtbot, open_window, fill_in_file: Path):
    window = open_window(fill_in_file)
    type_into(qtbot, window, "one")
    with held(window.session):
        window.fill_in.save()
        type_into(qtbot, window, " two")
        window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert (saved(fill_in_file), kept(fill_in_file)) == ({ONE: ["one"]}, {ONE: "one two"})


def test_a_window_that_waits_to_close_says_so_and_takes_nothing_more(qtbot, open_window, fill_in_file: Path):
    window = open_window(fill_in_file)
    type_into(qtbot, window, "one")
    with held(window.session):
        window.close()
        window.close()
        assert window.isVisible()
        assert window.status.currentMessage() == "Saving and closing…"
        edit = window.findChild(QPlainTextEdit, "narrativeEdit")
        qtbot.keyClicks(edit, " two")
        assert edit.toPlainText() == "one"
    qtbot.waitUntil(lambda: not window.isVisible())
    assert kept(fill_in_file) == {ONE: "one"}


def test_closing_without_a_file_waits_for_work_without_holding_the_screen(qtbot, open_window, tmp_path: Path):
    window = open_window()
    beats: list[int] = []
    timer = QTimer(window, interval=1)
    timer.timeout.connect(lambda: beats.append(1))
    timer.start()
    with held(window.session):
        window.close()
        assert window.isVisible()
        qtbot.waitUntil(lambda: len(beats) > 3)
    timer.stop()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_save_that_is_refused_holds_the_window_too(
    qtbot, open_window, fill_in_file: Path, monkeypatch: pytest.MonkeyPatch
):
    window = open_window(fill_in_file)

    def refuse(*_: object, **__: object) -> None:
        raise db.RequestError("period_closed", period="1-3月")

    monkeypatch.setattr(db, "save_entry", refuse)
    type_into(qtbot, window, "one")
    with held(window.session):
        window.fill_in.save()
        window.close()
    qtbot.waitUntil(lambda: bool(boxes()) and not window.session.busy)
    assert window.isVisible()
    assert window.findChild(QPlainTextEdit, "narrativeEdit").isEnabled()
    assert kept(fill_in_file) == {ONE: "one"}
    (box,) = boxes()
    press(qtbot, box, "Close")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())


@pytest.mark.parametrize("has_file", [True, False])
def test_closing_before_the_first_paint_ends_the_process_well(has_file, ledger_file: Path, tmp_path: Path):
    script = (
        "import sys; from PySide6.QtCore import QTimer; from desktop import app; start = app.start\n"
        "def started(arguments):\n"
        "    application, window = start(arguments); QTimer.singleShot(0, window.close)\n"
        "    return application, window\n"
        "app.start = started; sys.exit(app.run(sys.argv[1:]))"
    )
    environment = os.environ | {
        "XDG_CONFIG_HOME": str(tmp_path),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    arguments = [str(ledger_file)] if has_file else []
    ended = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (ended.returncode, "Traceback" in ended.stderr) == (0, False), ended.stderr
    assert [path.name for path in ledger_file.parent.glob(".*.lock")] == []


def test_switching_the_page_and_the_file_keeps_it_too(
    qtbot, open_window, ledger_file: Path, fill_in_file: Path
):
    window = open_window(ledger_file)
    type_into(qtbot, window, "before the page")
    window.show_page("returns")
    qtbot.waitUntil(lambda: ONE in window.session.view.drafts)
    window.show_page("fill_in")
    type_into(qtbot, window, ", before the file")
    window.open(fill_in_file)
    qtbot.waitUntil(lambda: window.session.view.path == fill_in_file)
    with rounds.open_ledger(ledger_file) as file:
        narrative = db.drafts(file, PERIOD)[ONE].content.narrative
    assert narrative == "before the page, before the file"


def test_a_draft_that_cannot_be_written_holds_the_window_until_it_is_given_up(
    qtbot, open_window, fill_in_file: Path, monkeypatch: pytest.MonkeyPatch
):
    window = open_window(fill_in_file)

    def full(*_: object) -> None:
        raise db.FileError("disk_full", path=fill_in_file)

    monkeypatch.setattr(db, "save_draft", full)
    type_into(qtbot, window, "nowhere to go")
    window.close()
    qtbot.waitUntil(lambda: window.findChild(CouldNotKeepDialog) is not None)
    assert window.isVisible()
    dialog = window.findChild(CouldNotKeepDialog)
    assert "disk is full" in dialog.told.text()
    dialog.findChild(QPushButton, "leaveButton").click()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_file_that_is_not_ours_is_told_and_leaves_the_window_usable(qtbot, open_window, tmp_path: Path):
    wrong = tmp_path / "wrong.shishi"
    wrong.write_text("not a database, but long enough to be looked at" * 10)
    window = open_window(wrong)
    qtbot.waitUntil(lambda: bool(boxes()))
    assert "is not a Shishi file" in boxes()[0].text()
    press(qtbot, boxes()[0], "Close")
    assert window.current_page == "welcome"


def test_a_recent_file_that_is_gone_is_told_once_and_forgotten(qtbot, open_window, tmp_path: Path):
    gone = tmp_path / "gone.shishi"
    Settings().add_recent(str(gone))
    window = open_window()
    assert window.current_page == "welcome"  # the file of last time is not there: nothing to complain about
    button = next(b for b in window.welcome.findChildren(QPushButton) if b.toolTip() == str(gone))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(boxes()))
    press(qtbot, boxes()[0], "Close")
    assert Settings().get(RECENT_FILES) == []


def test_the_last_file_opens_again_unless_it_was_closed(qtbot, open_window, ledger_file: Path):
    first = open_window(ledger_file)
    first.close()
    qtbot.waitUntil(lambda: not first.isVisible())
    second = open_window()
    assert second.session.view.path == ledger_file
    qtbot.keyClick(second, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: second.current_page == "welcome")
    assert Settings().get(LAST_FILE) == ""
    qtbot.waitUntil(lambda: tools(second) == ["Open"])


def test_the_size_of_the_window_is_remembered(qtbot, open_window):
    first = open_window()
    first.resize(790, 640)
    first.close()
    qtbot.waitUntil(lambda: not first.isVisible())
    assert open_window().size().toTuple() == (790, 640)


def test_the_gui_thread_does_not_wait_for_the_worker(qtbot, open_window, ledger_file: Path):
    window = open_window(ledger_file)
    beats: list[int] = []
    release = []
    timer = QTimer(window, interval=1)
    timer.timeout.connect(lambda: beats.append(1))

    def until_ten_beats(_: db.Ledger) -> bool:
        while len(beats) < 10:
            pass
        return True

    timer.start()
    window.session.query(until_ten_beats, release.append)
    qtbot.waitUntil(lambda: release == [True])
    timer.stop()


def test_a_bug_shows_a_report_to_copy_and_the_window_goes_on(
    qtbot, open_window, capsys: pytest.CaptureFixture[str]
):
    window = open_window()
    hook = app._Hook(window)
    try:
        raise ZeroDivisionError("for the test")
    except ZeroDivisionError as error:
        hook(type(error), error, error.__traceback__)
        hook(type(error), error, error.__traceback__)
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]
    press(qtbot, dialog, "Copy the report")
    copied = QApplication.clipboard().text()
    assert "ZeroDivisionError: for the test" in copied
    assert "test_mainwindow" in copied
    assert copied.startswith("Shishi ")
    assert capsys.readouterr().err.count("Traceback") == 2
    press(qtbot, dialog, "Close")
    assert window.isVisible()


def test_dark_and_light_change_at_once(qtbot, open_window, ledger_file: Path, qapp: QApplication):
    window = open_window(ledger_file)
    light = qapp.palette()
    before = window.commands["open"].icon().pixmap(18, 18).toImage()
    window.recolour(Qt.ColorScheme.Dark)
    assert qapp.palette() != light
    assert window.commands["open"].icon().pixmap(18, 18).toImage() != before
    assert window.grab().toImage().pixelColor(QPoint(200, 5)).lightness() < 60
    window.recolour(Qt.ColorScheme.Light)
    assert qapp.palette() == light


@pytest.mark.parametrize(
    ("kind", "there", "not_there"),
    [
        ("ledger_file", {"publish", "restore", "history"}, {"merge_copies"}),
        ("fill_in_file", {"merge_copies", "history"}, {"publish", "restore"}),
    ],
)
def test_the_menu_holds_what_this_kind_of_file_can_do(qtbot, open_window, request, kind, there, not_there):
    window = open_window(request.getfixturevalue(kind))
    qtbot.keyClick(window, Qt.Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    names = {action.objectName() for action in menu.actions()}
    assert there <= names
    assert not names & not_there
    menu.close()


def test_more_opens_a_menu_with_a_key(qtbot, open_window):
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    texts = [action.text() for action in menu.actions() if action.text() and action.isVisible()]
    assert texts == [
        "New from a table…",
        "Try the sample plan…",
        "Close the file",
        "Your name…",
        "Language",
        "Colours",
        "Larger text",
        "Smaller text",
        "Usual size of text",
        "Help",
        "About Shishi",
        "Quit",
    ]
    menu.close()
