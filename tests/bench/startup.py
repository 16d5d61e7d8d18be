"""How long until the window is painted, and until the sample's tasks stand in the tree.

`python tests/bench/startup.py [ROUNDS]` starts processes one after another, in turns, and prints the
medians and their ratio to a bare QMainWindow that imports nothing but QtWidgets. Only the ratios
say anything: the machine is in both. Aims: painted 1.3, tasks in the tree 1.7.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).parents[2]
ROUNDS = 15
AIMS = {"painted": 1.3, "tasks in the tree": 1.7}

# Each script prints names and instants of the system's monotonic clock, which processes share.
BARE = """
import time
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    painted = False

    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            print("bare", time.monotonic(), flush=True)
            application.quit()

application = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
"""

OURS = """
import sys, time
from PySide6.QtCore import QSettings, QTimer
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[2])
from desktop.mainwindow import MainWindow

first_paint = MainWindow.paintEvent
def paintEvent(self, event):
    first_paint(self, event)
    if not self.property("told"):
        self.setProperty("told", True)
        print("painted", time.monotonic(), flush=True)
MainWindow.paintEvent = paintEvent

from desktop.app import start
application, window = start([sys.argv[1]])

def look():
    page = vars(window).get("fill_in")
    tree = page.plan_view if page else None
    if tree and len(tree.tree.tasks) == 56 and tree.isVisible():
        print("tasks in the tree", time.monotonic(), flush=True)
        timer.stop()
        window.close()

timer = QTimer()
timer.timeout.connect(look)
timer.start(2)
application.exec()
"""


def instants(script: str, *arguments: str, environment: dict[str, str]) -> dict[str, float]:
    """Seconds from the start of a process to each instant that it prints."""
    before = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        cwd=TOP,
    )
    said = (line.rsplit(" ", 1) for line in done.stdout.splitlines())
    return {name: float(instant) - before for name, instant in said}


def measure(rounds: int) -> dict[str, list[float]]:
    """Every instant of every round; the first round of each only warms the caches."""
    from db import import_sample

    found: dict[str, list[float]] = {"bare": [], "painted": [], "tasks in the tree": []}
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder, "sample.shishi")
        import_sample(ledger)
        environment = os.environ | {"PYTHONPATH": str(TOP), "PYTHONPYCACHEPREFIX": f"{folder}/pyc"}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for number in range(rounds + 1):
            round_ = instants(BARE, environment=environment)
            round_ |= instants(OURS, str(ledger), folder, environment=environment)
            for name, seconds in round_.items():
                if number:
                    found[name].append(seconds)
    return found


def main() -> int:
    """Print the table; 1 if an aim is missed."""
    found = measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
    bare = statistics.median(found["bare"])
    missed = 0
    sys.stdout.write(f"{'':20}{'median ms':>10}{'ratio':>8}{'aim':>8}\n")
    for name, seconds in found.items():
        median = statistics.median(seconds)
        aim = AIMS.get(name)
        missed += aim is not None and median / bare > aim
        told = f"{aim:8.1f}" if aim else ""
        sys.stdout.write(f"{name:20}{median * 1000:10.0f}{median / bare:8.2f}{told}\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.path.insert(0, str(TOP))
    sys.exit(main())
