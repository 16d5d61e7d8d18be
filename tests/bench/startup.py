"""How long until the window is painted, and until the sample's tasks stand painted in the tree.

`python tests/bench/startup.py [ROUNDS]` starts processes one after another, in turns, and prints the
medians and their ratio to a bare QMainWindow that imports nothing but QtWidgets; beside the time that
went by, that of the processor, which other work on the machine moves less. Only the ratios say
anything: the machine is in both. Aims: painted 1.3, tasks in the tree 1.7.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

TOP = Path(__file__).parents[2]
ROUNDS = 15
AIMS = {"painted": 1.3, "tasks in the tree": 1.7}

# Each script prints names, instants of the system's monotonic clock, which processes share, and the
# seconds of processor time that its process has used until then.
BARE = """
import time
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    painted = False

    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            print("bare", time.monotonic(), time.process_time(), flush=True)
            application.quit()

application = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
"""

# The program's own `main`, with a file to open. Watched are the first paint of the window, and the first of
# the tree with the rows of all tasks in it. It ends as it does when somebody closes the window.
OURS = """
import sys, time
from types import ModuleType
from desktop.__main__ import main

def tell(name, told=set()):
    if name not in told:
        told.add(name)
        print(name, time.monotonic(), time.process_time(), flush=True)

def watch(MainWindow):
    paint, build = MainWindow.paintEvent, MainWindow.build

    def paintEvent(self, event):
        paint(self, event)
        tell("painted")

    def watched_build(self):
        watch_tree(self)
        build(self)

    MainWindow.paintEvent, MainWindow.build = paintEvent, watched_build

def watch_tree(window):
    from PySide6.QtCore import QTimer
    from desktop.models.plan_view import PlanView
    paint = PlanView.paintEvent

    def paintEvent(self, event):
        paint(self, event)
        if len(self.tree.tasks) == 56:
            tell("tasks in the tree")
            QTimer.singleShot(0, window.close)

    PlanView.paintEvent = paintEvent

def run(arguments):
    del sys.modules["desktop.app"]
    from desktop.mainwindow import MainWindow
    watch(MainWindow)
    from desktop.app import run
    return run(arguments)

sys.modules["desktop.app"] = ModuleType("desktop.app")  # until `main` asks for what it runs
sys.modules["desktop.app"].run = run
sys.exit(main([sys.argv[1]]))
"""


class Instant(NamedTuple):
    """Seconds since the start of a process."""

    wall: float
    cpu: float


def instants(script: str, *arguments: str, environment: dict[str, str]) -> dict[str, Instant]:
    """Each instant that a process prints."""
    before = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        cwd=TOP,
        timeout=60,
    )
    said = (line.rsplit(" ", 2) for line in done.stdout.splitlines())
    return {name: Instant(float(wall) - before, float(cpu)) for name, wall, cpu in said}


def measure(rounds: int) -> dict[str, list[Instant]]:
    """Every instant of every round; the first round of each only warms the caches."""
    from db import import_sample

    found: dict[str, list[Instant]] = {"bare": [], "painted": [], "tasks in the tree": []}
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder, "sample.shishi")
        import_sample(ledger)
        environment = os.environ | {
            "PYTHONPATH": str(TOP),
            "PYTHONPYCACHEPREFIX": f"{folder}/pyc",
            "XDG_CONFIG_HOME": folder,
        }
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for number in range(rounds + 1):
            round_ = instants(BARE, environment=environment)
            round_ |= instants(OURS, str(ledger), environment=environment)
            for name, instant in round_.items():
                if number:
                    found[name].append(instant)
    return found


def main() -> int:
    """Print the table; 1 if an aim is missed."""
    found = measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
    medians = {
        name: Instant(*(statistics.median(values) for values in zip(*each, strict=True)))
        for name, each in found.items()
    }
    bare, missed = medians["bare"], 0
    sys.stdout.write(f"{'':20}{'median ms':>10}{'ratio':>8}{'cpu ms':>10}{'ratio':>8}{'aim':>8}\n")
    for name, (wall, cpu) in medians.items():
        aim = AIMS.get(name)
        missed += aim is not None and wall / bare.wall > aim
        told = f"{aim:8.1f}" if aim else ""
        times = f"{wall * 1000:10.0f}{wall / bare.wall:8.2f}{cpu * 1000:10.0f}{cpu / bare.cpu:8.2f}"
        sys.stdout.write(f"{name:20}{times}{told}\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.path.insert(0, str(TOP))
    sys.exit(main())
