"""Screens are tested off the screen, on settings of their own, and must leave nothing behind."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
    QObject,
    QSettings,
    QStandardPaths,
    QThread,
    QThreadPool,
    QTimer,
    QTranslator,
)
from PySide6.QtWidgets import QApplication
from shiboken6 import getCppPointer, isValid

from desktop import app, language
from desktop.mainwindow import MainWindow
from desktop.settings import LANGUAGE, Settings
from tests import rounds


def pytest_configure(config: pytest.Config) -> None:
    # What the offscreen platform says of windows, menus and grabs.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.fixture(autouse=True)
def _isolated(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Settings, home and look are the test's own; the language is English, whatever the system speaks."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_DOCUMENTS_DIR"):
        monkeypatch.setenv(name, str(home))
    QStandardPaths.setTestModeEnabled(True)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(home))
    before = QLocale()
    settings = Settings()
    settings.put(LANGUAGE, "en")
    language.install(qapp, settings)
    palette, font = qapp.palette(), qapp.font()
    yield
    QLocale.setDefault(before)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture(autouse=True)
def _nothing_left(_isolated: None) -> Iterator[None]:
    """Fail a test that leaves a thread, a task of the pool, a running timer or a window alive."""
    known = _alive().keys()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    left = [thing for address, thing in _alive().items() if address not in known]
    assert not left, f"left behind: {left}"
    assert QThreadPool.globalInstance().activeThreadCount() == 0


def _alive() -> dict[int, QObject]:
    """By the address in C++: Python's wrapper of a window comes and goes."""
    things: list[QObject] = list(QApplication.topLevelWidgets())
    for thing in gc.get_objects():
        if (isinstance(thing, QThread) and isValid(thing) and thing.isRunning()) or (
            isinstance(thing, QTimer) and isValid(thing) and thing.isActive()
        ):
            things.append(thing)
    return {getCppPointer(thing)[0]: thing for thing in things}


@pytest.fixture
def ledger_file(tmp_path: Path) -> Path:
    """A ledger of two units and three tasks, nothing issued yet."""
    path = tmp_path / "台账.shishi"
    rounds.make_ledger(path).close()
    return path


@pytest.fixture
def fill_in_file(ledger_file: Path, tmp_path: Path) -> Path:
    """What 教育局 was issued from that ledger: 1.1 and 1.3."""
    folder = tmp_path / "issued"
    folder.mkdir()
    with rounds.open_ledger(ledger_file) as ledger:
        return rounds.issue(ledger, folder)["教育局"]


@pytest.fixture
def open_window(qtbot) -> Iterator[Callable[..., MainWindow]]:
    """Start the program on a file (or on none) and wait until its first page stands."""
    windows: list[MainWindow] = []

    def open_(*arguments: Path) -> MainWindow:
        _, window = app.start([str(argument) for argument in arguments])
        windows.append(window)
        settled: list[bool] = []
        window.settled.connect(lambda: settled.append(True))
        qtbot.waitUntil(lambda: bool(settled) and not window.session.busy)
        return window

    yield open_
    for window in windows:
        if isValid(window):
            window.close()
            qtbot.waitUntil(lambda window=window: not window.isVisible())
            window.deleteLater()
