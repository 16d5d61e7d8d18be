"""Guards a later lift of the pin below PySide6 6.12, which lost a reference to None with every call."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

CALLS = 1000


def test_calls_that_return_nothing_keep_none_alive(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("before")
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("x")
        label.resize(10, 10)
    # A loss would be one for each call; a few references come and go by themselves.
    assert abs(sys.getrefcount(None) - before) < CALLS // 10


def test_signals_keep_true_and_false_alive(qtbot):
    label, timer = QLabel(), QTimer()
    qtbot.addWidget(label)
    timer.timeout.connect(lambda: None)
    before = sys.getrefcount(True), sys.getrefcount(False)
    for _ in range(CALLS):
        label.setEnabled(True)
        label.windowTitleChanged.emit("x")
        timer.timeout.emit()
    after = sys.getrefcount(True), sys.getrefcount(False)
    assert all(abs(now - then) < CALLS // 10 for now, then in zip(after, before, strict=True))
