"""Pictures of the real window in every state: `python -m tests.pictures FOLDER [--help-pages]`.

Plays two quarters of the sample plan in a temporary folder, opens real windows off the screen and
grabs each page in three languages, light and dark, large and small. With `--help-pages` the few that
README and help show are written into `resources/help`, light and at the larger size only.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QLocale,
    QSettings,
    QSize,
    QStandardPaths,
    Qt,
    QTimer,
    QTranslator,
)
from PySide6.QtGui import QCursor, QImage
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QTreeView, QWidget

import db
from desktop import app, language
from desktop.mainwindow import LEDGER_PAGES, MainWindow
from desktop.settings import AUTHOR, COLOURS, HINT_CLOSED, LANGUAGE, LAST_FILE, PAGE, Settings
from tests.second_quarter import Played, play

LOOKS = ("light", "dark")
LARGE, SMALL = QSize(1440, 900), QSize(1280, 720)
HELP = ("fill_in", "returns", "review", "conflicts", "overview", "plan")
"""The states that stand in the help, as `resources/help/<state>.<language>.png`."""
HELP_SIZE = QSize(1280, 800)
TYPED = "截至6月底,累計幫扶重點群體6120人次,失業人員實現再就業1890人次;新增就業見習崗位210個。"
SETTLED = 350
"""Milliseconds without work after which a window has drawn all it has."""


class State(NamedTuple):
    """One picture: its name, the file to open (a field of `Played`, or none), and how to get there."""

    name: str
    file: str
    go: Callable[[MainWindow], None]


def wait(milliseconds: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settle(window: MainWindow) -> None:
    """Wait until nothing is read any more and what was read is drawn."""
    wait(SETTLED)
    while window.session.busy:
        wait(50)
    wait(SETTLED)


def nothing(_: MainWindow) -> None:
    """The state in which the file opens."""


def pick(window: MainWindow, name: str) -> None:
    """Show a task of the fill-in page by its number."""
    view = window.session.view
    assert view is not None
    window.fill_in.select_task(next(task.id for task in view.plan.tasks() if task.name == name))
    settle(window)


def fill_in(window: MainWindow) -> None:
    """The clerk has typed and not saved."""
    pick(window, "3.1#1")
    edit = window.findChild(QPlainTextEdit, "narrativeEdit")
    assert isinstance(edit, QPlainTextEdit)
    edit.setPlainText(TYPED)


def shows_history(window: MainWindow) -> None:
    """All versions of the entry that is in conflict."""
    pick(window, "7.5#1")
    window.commands["history"].trigger()


def plan(window: MainWindow) -> None:
    """A task of the plan, with its measures."""
    window.show_page("plan")
    settle(window)
    tree = window.plan.findChild(QTreeView)
    assert isinstance(tree, QTreeView)
    at = tree.model().index(2, 0)
    for _ in range(2):  # the first task of the first item of the third category
        at = tree.model().index(0, 0, at)
    tree.setCurrentIndex(at)


def pages() -> Iterator[State]:
    """Every page of a ledger."""

    def shows(page: str) -> Callable[[MainWindow], None]:
        return lambda window: window.show_page(page)

    for page in LEDGER_PAGES:
        named = "ledger" if page == "fill_in" else page
        yield State(named, "ledger", plan if page == "plan" else shows(page))


def triggers(action: str) -> Callable[[MainWindow], None]:
    """What a key or a menu would do."""
    return lambda window: window.commands[action].trigger()


def previews(played: Played) -> Callable[[MainWindow], None]:
    """Files that were dropped and are not merged."""

    def drop(window: MainWindow) -> None:
        window.show_page("returns")
        settle(window)
        window.returns.panel.preview(list(played.late))

    return drop


def states(played: Played) -> list[State]:
    """All that is grabbed, in the order of a quarter."""
    return [
        State("welcome", "", nothing),
        State("fill_in", "fill_in", fill_in),
        State("sent_back", "correction", nothing),
        State("make_return", "fill_in", triggers("make_return")),
        State("help", "fill_in", triggers("help")),
        *pages(),
        State("preview", "ledger", previews(played)),
        State("issue", "ledger", triggers("issue")),
        State("publish", "ledger", triggers("publish")),
        State("print", "ledger", triggers("print")),
        State("history", "ledger", shows_history),
        State("new_from_table", "", triggers("new_from_table")),
        State("about", "ledger", triggers("about")),
    ]


def open_window(application: QApplication, path: Path | None) -> MainWindow:
    """A window of its own on a file, in the language and colours of the settings."""
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()
    settings = Settings()
    settings.put(LAST_FILE, "")
    settings.put(PAGE, "fill_in")
    settings.put(HINT_CLOSED, True)
    QLocale.setDefault(QLocale(settings.get(LANGUAGE)))
    QCursor.setPos(700, 1)  # over nothing that would show it
    _, window = app.start([str(path)] if path else [])
    settle(window)
    if (focused := window.focusWidget()) is not None:
        focused.clearFocus()  # else the first tool looks as if it were meant
    return window


def close(window: MainWindow) -> None:
    """Close a window and what it opened, giving up what is typed in it."""
    for dialog in window.findChildren(QDialog):
        dialog.close()
    window.session.stop()
    window.hide()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def seen(window: MainWindow) -> QWidget:
    """What is to be grabbed: the dialog that is open, else the window."""
    shown = (dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())
    return next(shown, window)


def grab(window: MainWindow, path: Path) -> None:
    """Write what is seen as PNG in its 256 commonest colours, a third of the size and the same to the eye."""
    picture = seen(window).grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    common = Counter(memoryview(picture.constBits()).cast("I")).most_common(256)
    few = picture.convertToFormat(
        QImage.Format.Format_Indexed8,
        [colour for colour, _ in common],
        Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither,
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    if not few.save(str(path), "PNG", 0):
        raise SystemExit(f"could not write {path}")


def take(
    application: QApplication,
    played: Played,
    state: State,
    sizes: dict[str, QSize],
    target: Callable[[str], Path],
) -> None:
    """One state in each size, under the names that `target` gives for a size."""
    window = open_window(application, getattr(played, state.file) if state.file else None)
    window.resize(next(iter(sizes.values())))
    state.go(window)
    for size, extent in sizes.items():
        if seen(window) is window:
            window.resize(extent)
        settle(window)
        grab(window, target(size))
    close(window)


def all_pictures(application: QApplication, played: Played, folder: Path) -> None:
    """Every state in every language, colour and size."""
    sizes = {f"{size.width()}x{size.height()}": size for size in (LARGE, SMALL)}
    settings = Settings()
    for spoken in language.LANGUAGES:
        for look in LOOKS:
            settings.put(LANGUAGE, spoken)
            settings.put(COLOURS, look)
            for state in states(played):
                place = folder / spoken / look
                take(
                    application,
                    played,
                    state,
                    sizes,
                    lambda size, s=state, p=place: p / f"{s.name}-{size}.png",
                )


def help_pictures(application: QApplication, played: Played) -> None:
    """The few that README and help show."""
    settings = Settings()
    settings.put(COLOURS, "light")
    for spoken in language.LANGUAGES:
        settings.put(LANGUAGE, spoken)
        for state in states(played):
            if state.name in HELP:
                picture = db.resource("help", f"{state.name}.{spoken}.png")
                take(application, played, state, {"": HELP_SIZE}, lambda _, path=picture: path)


def main(arguments: list[str]) -> int:
    """Run as a script; the exit status."""
    if len(arguments) not in (1, 2) or arguments[1:] not in ([], ["--help-pages"]):
        print(__doc__)
        return 2
    with tempfile.TemporaryDirectory() as place:
        QStandardPaths.setTestModeEnabled(True)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, place)
        application = QApplication(["shishi", "-style", "Fusion"])
        Settings().put(AUTHOR, "王芳")
        played = play(Path(place, "round"))
        if arguments[1:]:
            help_pictures(application, played)
        else:
            all_pictures(application, played, Path(arguments[0]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
