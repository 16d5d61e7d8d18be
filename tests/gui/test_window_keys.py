"""What keys, tools, menu and status line do, by the kind of file; and what a screen reader hears."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QColor
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QInputDialog,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

import db
from desktop import announce, operations, theme
from desktop.__main__ import main
from desktop.mainwindow import MainWindow
from desktop.pages.fill_in import FillInPage
from desktop.session import Session
from desktop.settings import AUTHOR, COLOURS, Settings
from tests import rounds

ONE = db.TaskId("t1.1")
PERIOD = db.PeriodId("p1")
CONTROL = Qt.KeyboardModifier.ControlModifier


def tools(window: MainWindow) -> list[str]:
    """The tools that are offered, by the names of their actions; those that cannot be used in brackets."""
    buttons = [b for b in window.tools.findChildren(QToolButton) if b.isVisible() and b.defaultAction()]
    names = [(b.defaultAction().objectName(), b.isEnabled()) for b in sorted(buttons, key=lambda b: b.x())]
    return [name if enabled else f"({name})" for name, enabled in names if name != "more"]


def type_into(qtbot, window: MainWindow, text: str) -> QPlainTextEdit:
    def edit() -> QPlainTextEdit | None:
        return window.findChild(QPlainTextEdit, "narrativeEdit")

    qtbot.waitUntil(lambda: edit() is not None and edit().isVisible())
    edit().setFocus()
    qtbot.keyClicks(edit(), text)
    return edit()


def idle(qtbot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.session.busy)


def saved(path: Path) -> dict[db.TaskId, str]:
    with rounds.open_ledger(path, read_only=True) as file:
        return {task: e.heads[0].content.narrative for task, e in db.entries(file, PERIOD).items()}


def test_the_key_saves_on_a_ledger_too(qtbot, open_window, ledger_file: Path):
    window = open_window(ledger_file)
    edit = type_into(qtbot, window, "abc")
    assert "save" not in tools(window)
    qtbot.keyClick(edit, Qt.Key.Key_S, CONTROL)
    idle(qtbot, window)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert saved(ledger_file) == {ONE: "abc"}


@pytest.mark.parametrize("page", ["returns", "reports"])
@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_Return])
def test_what_is_not_seen_is_not_saved(qtbot, open_window, ledger_file: Path, page: str, key: Qt.Key):
    window = open_window(ledger_file)
    type_into(qtbot, window, "half a sentence")
    window.show_page(page)
    qtbot.keyClick(window, key, CONTROL)
    idle(qtbot, window)
    assert window.current_page == page
    assert window.session.view.entries == {}
    assert window.session.view.drafts[ONE].content.narrative == "half a sentence"


def test_a_return_can_be_read_and_printed_only(open_window, fill_in_file: Path, tmp_path: Path):
    rounds.say(fill_in_file, "1.1", "完成")
    window = open_window(rounds.hand_in(fill_in_file, tmp_path))
    assert tools(window) == ["open", "print"]
    assert not window.commands["save_and_next"].isEnabled()


def test_a_ledger_that_can_only_be_read_offers_no_writing(qtbot, open_window, ledger_file: Path):
    window = open_window()
    window.open(ledger_file, read_only=True)
    qtbot.waitUntil(lambda: window.session.view is not None)
    idle(qtbot, window)
    assert tools(window) == ["open", "(issue)", "(merge)", "(undo_merge)", "print"]
    assert not window.commands["save"].isEnabled()


def test_the_status_line_speaks_of_the_file_that_is_open(
    qtbot, open_window, ledger_file: Path, fill_in_file: Path
):
    window = open_window(ledger_file)
    edit = type_into(qtbot, window, "abc")
    qtbot.keyClick(edit, Qt.Key.Key_S, CONTROL)
    idle(qtbot, window)
    assert window.status._draft.text().startswith("saved ")
    window.open(fill_in_file)
    qtbot.waitUntil(lambda: window.session.view.path == fill_in_file)
    assert window.status._draft.text() == ""


def test_the_status_line_says_what_was_done(qtbot, open_window, ledger_file: Path, fill_in_file, tmp_path):
    rounds.say(fill_in_file, "1.1", "完成")
    returned = rounds.hand_in(fill_in_file, tmp_path)
    window = open_window(ledger_file)
    said = []
    for command in (
        operations.merge([returned], "李四", frozenset(), db.Silent()),
        operations.undo_merge(),
        operations.save_entry(ONE, PERIOD, db.Content(narrative="x"), "李四", None),
    ):
        window.session.run(command)
        idle(qtbot, window)
        said.append(window.status._draft.text().rsplit(" ", 1)[0])
    assert said == ["merged", "merge undone", "saved"]


def menu_of(qtbot, window: MainWindow, title: str) -> dict[str, QAction]:
    """Open the menu; the choices of one of its menus, by their words."""
    qtbot.keyClick(window, Qt.Key.Key_F10)
    menu = QApplication.activePopupWidget()
    (inner,) = [m for m in menu.findChildren(QMenu) if m.title() == title]
    return {action.text(): action for action in inner.actions()}


def test_light_or_dark_is_chosen_marked_and_kept(qtbot, open_window, ledger_file: Path, qapp: QApplication):
    window = open_window(ledger_file)
    choices = menu_of(qtbot, window, "Colours")
    assert [text for text, action in choices.items() if action.isChecked()] == ["As the system"]
    choices["Dark"].trigger()
    QApplication.activePopupWidget().close()
    assert theme.is_dark()
    window.recolour(Qt.ColorScheme.Light)  # what the system does is no matter now
    assert theme.is_dark()
    assert Settings().get(COLOURS) == "dark"
    choices = menu_of(qtbot, window, "Colours")
    assert [text for text, action in choices.items() if action.isChecked()] == ["Dark"]
    QApplication.activePopupWidget().close()


def test_the_chosen_colours_are_those_of_the_start(open_window, ledger_file: Path):
    Settings().put(COLOURS, "dark")
    open_window(ledger_file)
    assert theme.is_dark()


def test_the_language_that_is_spoken_is_marked(qtbot, open_window):
    choices = menu_of(qtbot, open_window(), "Language")
    assert [text for text, action in choices.items() if action.isChecked()] == ["English"]
    QApplication.activePopupWidget().close()


def test_who_writes_is_who_is_logged_in_until_the_menu_says_another(
    qtbot, open_window, ledger_file: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(db, "login_name", lambda: "zhangsan")
    window = open_window(ledger_file)
    assert window.session.author == "zhangsan"
    window.commands["author"].trigger()
    (dialog,) = window.findChildren(QInputDialog)
    assert dialog.textValue() == "zhangsan"
    dialog.setTextValue(" 张三 ")
    dialog.accept()
    assert window.session.author == Settings().get(AUTHOR) == "张三"
    window.commands["author"].trigger()
    dialog = window.findChildren(QInputDialog)[-1]
    dialog.setTextValue("")
    dialog.accept()
    assert window.session.author == "zhangsan"


def test_the_width_of_the_tree_is_remembered(qtbot):
    def widths(page: FillInPage) -> list[int]:
        qtbot.addWidget(page)
        page.resize(1200, 700)
        page.show()
        return page._split.sizes()

    session = Session()
    first = FillInPage(session)
    before = widths(first)
    first._split.moveSplitter(before[0] + 90, 1)
    assert widths(FillInPage(session)) == first._split.sizes() != before


def test_the_icons_of_the_welcome_page_follow_the_colours(open_window):
    window = open_window()

    def has_accent() -> bool:
        image = window.welcome.grab().toImage()
        wanted = QColor(theme.colours().accent)
        return any(
            image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(image.height())
        )

    window.recolour(Qt.ColorScheme.Dark)
    assert has_accent()
    window.recolour(Qt.ColorScheme.Light)
    assert has_accent()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is read out."""
    said: list[str] = []
    monkeypatch.setattr(
        announce, "QAccessibleAnnouncementEvent", lambda widget, text: said.append(text) or text
    )

    class Listener:
        @staticmethod
        def updateAccessibility(event: str) -> None:
            assert event == said[-1]

    monkeypatch.setattr(announce, "QAccessible", Listener)
    return said


def test_what_is_refused_and_what_is_done_is_read_out(
    qtbot, open_window, ledger_file: Path, heard: list[str]
):
    window = open_window(ledger_file)
    edit = type_into(qtbot, window, " ")
    qtbot.keyClick(edit, Qt.Key.Key_S, CONTROL)
    assert heard[-1].startswith("The progress is still empty.")
    qtbot.keyClicks(edit, "abc")
    qtbot.keyClick(edit, Qt.Key.Key_S, CONTROL)
    idle(qtbot, window)
    assert heard[-1] == "saved"


def stops(window: MainWindow) -> list[QWidget]:
    inside = [w for w in window.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
    return [w for w in inside if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.focusProxy() is None]


@pytest.mark.parametrize("page", ["fill_in", "returns", "review", "conflicts", "overview", "reports", "plan"])
def test_everything_one_can_tab_to_has_a_name_and_a_role(qtbot, open_window, ledger_file: Path, page: str):
    window = open_window(ledger_file)
    window.show_page(page)
    qtbot.waitUntil(lambda: not window.session.busy)
    qtbot.waitUntil(lambda: page != "fill_in" or window.fill_in.form.isVisible())
    for widget in stops(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget
        if not isinstance(widget, QAbstractScrollArea):  # the pages of a preview are drawn: there is no role
            assert interface.role() not in (QAccessible.Role.Client, QAccessible.Role.Border), widget


def test_the_version_is_no_matter_where_nobody_can_read_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["--version"]) == 0


def test_finding_goes_to_the_page_from_anywhere(
    qtbot, open_window: Callable[..., MainWindow], ledger_file: Path
):
    window = open_window(ledger_file)
    window.show_page("returns")
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert window.current_page == "fill_in"
