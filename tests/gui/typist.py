"""A process that opens the real window on a file and types; killed by `test_kill.py` while it does.

Prints for each character how many were typed and when (seconds of the system's monotonic clock).
With a second argument it types as an input method does: each character is composed before it stands.
"""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.app import start

application, window = start([sys.argv[1]])
typed = 0
composes = len(sys.argv) > 2


def compose(edit: QWidget, character: str) -> None:
    """Make what was composed stand, and begin the next: there is always something composed."""
    done = QInputMethodEvent()
    done.setCommitString(character)
    application.sendEvent(edit, done)
    application.sendEvent(edit, QInputMethodEvent("jiao", []))


def type_one() -> None:
    global typed
    edit = window.findChild(QWidget, "narrativeEdit")
    if edit is None or not edit.isEnabled() or window.session.view is None:
        return
    if typed == 0:
        edit.setFocus()
    if composes:
        compose(edit, "abcdefghij"[typed % 10])
    else:
        QTest.keyClicks(edit, "abcdefghij"[typed % 10])
    typed += 1
    print(typed, time.monotonic(), flush=True)


timer = QTimer()
timer.setInterval(15)
timer.timeout.connect(type_one)
timer.start()
application.exec()
