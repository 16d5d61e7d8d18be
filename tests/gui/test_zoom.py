"""The size of all text: by key, at once, remembered, and nothing cut."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from desktop import theme, zoom
from desktop.forms.editors import TextEdit
from desktop.mainwindow import MainWindow
from desktop.settings import ZOOM, Settings

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window, fill_in_file: Path, qtbot) -> MainWindow:
    window = open_window(fill_in_file)
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: window.fill_in.current_task is not None)
    return window


def size() -> float:
    return QApplication.font().pointSizeF()


def test_keys_make_the_text_larger_and_smaller_at_once_and_it_is_remembered(window, qtbot) -> None:
    usual, view = size(), window.fill_in.plan_view
    row = view.visualRect(view.currentIndex()).height()
    qtbot.keyClick(window, Qt.Key.Key_Plus, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_Equal, CONTROL)
    assert size() == pytest.approx(usual * 1.25)
    assert Settings().get(ZOOM) == 125
    qtbot.waitUntil(lambda: view.visualRect(view.currentIndex()).height() > row)
    qtbot.keyClick(window, Qt.Key.Key_Minus, CONTROL)
    assert size() == pytest.approx(usual * 1.1)
    qtbot.keyClick(window, Qt.Key.Key_0, CONTROL)
    assert size() == pytest.approx(usual)
    assert Settings().get(ZOOM) == 100
    qtbot.waitUntil(lambda: view.visualRect(view.currentIndex()).height() == row)


def test_there_is_a_largest_and_a_smallest(qapp) -> None:
    settings = Settings()
    for by, end in ((1, zoom.LEVELS[-1]), (-1, zoom.LEVELS[0])):
        for _ in zoom.LEVELS:
            zoom.change(settings, by)
        assert settings.get(ZOOM) == end
    zoom.change(settings, 0)


@pytest.mark.parametrize(("written", "taken"), [(125, 1.25), (1000, 2.0), (-3, 0.8), (120, 1.25)])
def test_what_stands_in_the_settings_is_taken_to_the_nearest_size(qapp, written: int, taken: float) -> None:
    settings = Settings()
    settings.put(ZOOM, 100)
    zoom.restore(settings)
    usual = theme.body_font().pointSizeF()
    settings.put(ZOOM, written)
    zoom.restore(settings)
    assert theme.body_font().pointSizeF() == pytest.approx(usual * taken)
    theme.apply_style(qapp)
    assert f"font-size: {15 * taken:g}pt" in qapp.styleSheet()  # of titles
    theme.set_zoom(100)


def test_the_next_start_has_the_size_of_the_last(open_window, fill_in_file: Path, qtbot) -> None:
    Settings().put(ZOOM, 100)
    first = open_window(fill_in_file)
    usual = size()
    qtbot.keyClick(first, Qt.Key.Key_Plus, CONTROL)
    first.close()
    qtbot.waitUntil(lambda: not first.isVisible())
    open_window(fill_in_file)
    assert size() == pytest.approx(usual * 1.1)
    theme.set_zoom(100)


def test_at_half_as_large_again_no_label_or_button_is_cut(window, qtbot) -> None:
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_Plus, CONTROL)
    assert Settings().get(ZOOM) == 150
    qtbot.waitUntil(lambda: cut(window) == [])
    qtbot.keyClick(window, Qt.Key.Key_0, CONTROL)


def cut(window: MainWindow) -> list[str]:
    """The texts that have less room than they need."""
    short = []
    for one in (*window.findChildren(QLabel), *window.findChildren(QAbstractButton)):
        if one.isVisible() and one.text() and one.objectName() != "moreTool":  # shows its icon alone
            metrics, is_wrapped = one.fontMetrics(), isinstance(one, QLabel) and one.wordWrap()
            wide = metrics.horizontalAdvance(one.text().replace("&", ""))
            if one.height() < metrics.height() - 1 or (not is_wrapped and one.width() < wide):
                short.append(one.text())
    for editor in window.findChildren(TextEdit):
        if editor.isVisible() and editor.viewport().height() < editor.fontMetrics().height():
            short.append(editor.objectName())
    return short
