"""Starting the window: application, language, look, the hook for bugs, session, window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from desktop import __version__, theme
from desktop.mainwindow import MainWindow
from desktop.session import Session
from desktop.settings import LAST_FILE, Settings


def start(arguments: Sequence[str]) -> tuple[QApplication, MainWindow]:
    """Show the window on the file named, else on the file of last time; it is built once it is painted."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        # Not `setStyle`, whose answer makes Python build the class QStyle before the first paint.
        application = QApplication(["shishi", "-style", "Fusion"])
    application.setApplicationName("shishi")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("shishi")
    settings = Settings()
    theme.apply_colours(application, dark=settings.wants_dark(system=theme.is_dark()))
    window = MainWindow(Session(), settings)
    path = _first_file(arguments, settings)
    if path is not None:
        window.open(path)  # on the worker, while the window comes up
    window.painted.connect(lambda: _fill(application, window))
    window.show()
    return application, window


def run(arguments: Sequence[str]) -> int:
    """Show the window until it is closed; returns the exit status."""
    application, window = start(arguments)
    sys.excepthook = _Hook(window)
    status = application.exec()
    sys.excepthook = sys.__excepthook__
    return status


def _first_file(arguments: Sequence[str], settings: Settings) -> Path | None:
    if arguments:
        return Path(arguments[0])
    last = settings.get(LAST_FILE)
    return Path(last) if last and Path(last).exists() else None


def _fill(application: QApplication, window: MainWindow) -> None:
    from desktop import language, zoom

    speaks = language.install(application, window.settings)
    theme.ensure_chinese_font()
    zoom.restore(window.settings)
    theme.apply_style(application)

    def finish() -> None:
        window.settled.disconnect(finish)
        _finish(application, window, speaks)

    window.settled.connect(finish)
    window.build()


def _finish(application: QApplication, window: MainWindow, speaks: str) -> None:
    """What the first page need not wait for."""
    from desktop import icons, language

    window.commands.draw_icons()
    language.install_qt(application, speaks)
    application.setWindowIcon(icons.program_icon())
    application.styleHints().colorSchemeChanged.connect(window.recolour)
    if not gc.isenabled():  # as `main` left it
        gc.freeze()  # what stands now stays, and is not gone through again and again
        gc.enable()


class _Hook:
    """What Python calls for an exception that nobody caught: a bug, shown and never swallowed."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        from desktop.dialogs.crash import CrashDialog

        CrashDialog.show_for(error, self._window)
