"""How long the GUI thread is busy with the coordinator's pages at 40 units × 200 tasks × 12 periods.

    .venv/bin/python tests/bench/coordinator.py [PAGE…]

The real window on a real ledger of 8,000 tasks with an entry in each of 12 periods, 60 of them in
conflict. Of each page: opening it (the first time, which makes it, and again), and what follows when an
entry is saved while it is seen; then what one does on it. One number is what the GUI thread computes
(`time.thread_time`) for the longest turn of its event loop, so it is no less than the longest event; the
work of the worker is not in it. Aim: 50 ms at the 95th percentile. Reported, not judged.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import big_ledger
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QPushButton, QTableView, QWidget

import db
from db import revision_rows
from db.revisions import build
from desktop import app, operations
from desktop.mainwindow import MainWindow

UNITS, TASKS, PERIODS, CONFLICTS = 40, 8_000, 12, 60
ROUNDS = 8
PATIENCE = 90.0
"""Seconds that are waited for the worker after one action, at most."""
AIM = 50.0
PAGES = ("fill_in", "returns", "review", "conflicts", "overview", "reports")


@dataclass
class Turns:
    """Milliseconds of the longest turn of the event loop, one an action."""

    longest: list[float] = field(default_factory=list)

    def told(self) -> str:
        """Median, 95th percentile, most."""
        many = self.longest if len(self.longest) > 1 else self.longest * 2
        most = statistics.quantiles(many, n=20, method="inclusive")[-1]
        over = "   over" if most > AIM else ""
        return f"{statistics.median(many):9.1f}{most:9.1f}{max(many):9.1f}{over}"


class Bench:
    """The window, and the turns of each kind of action."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.turns: dict[str, Turns] = {}
        self.saved = 0

    def do(self, what: str, act: Callable[[], object]) -> None:
        """Act, then turn the loop until the worker is done and all is painted."""
        until = time.perf_counter() + PATIENCE
        pieces = [self._turn(act)]
        quiet = 0
        while quiet < 30 and time.perf_counter() < until:
            pieces.append(self._turn(lambda: None))
            quiet = 0 if self.window.session.busy else quiet + 1
            time.sleep(0.002)
        self.turns.setdefault(what, Turns()).longest.append(max(pieces))

    def _turn(self, act: Callable[[], object]) -> float:
        begun = time.thread_time()
        act()
        QApplication.processEvents()
        return (time.thread_time() - begun) * 1e3

    def page(self, name: str) -> None:
        """Open it, open it again, and save while it is seen."""
        window, other = self.window, "returns" if name == "fill_in" else "fill_in"
        self.do(f"{name}: the first time", window.commands[f"go_{name}"].trigger)
        for _ in range(ROUNDS):
            self.do(f"(back to {other})", window.commands[f"go_{other}"].trigger)
            self.do(f"{name}: again", window.commands[f"go_{name}"].trigger)
        for _ in range(ROUNDS):
            self.do(f"{name}: something is saved", self.save)
        if name in ACTS:
            for _ in range(ROUNDS):
                for what, act in ACTS[name](window):
                    self.do(f"{name}: {what}", act)

    def save(self) -> None:
        """Save an entry, as from elsewhere on the desk."""
        view = self.window.session.view
        assert view is not None
        self.saved += 1
        task = list(view.plan.tasks())[self.saved * 7]
        content = db.Content(narrative=f"第{self.saved}次保存。")
        self.window.session.run(operations.save_entry(task.id, view.period.id, content, "李四", None))

    def print(self, page: str) -> None:
        """A line a kind of action on that page."""
        for what, turns in self.turns.items():
            if what.startswith(page):
                print(f"  {what:<44}{turns.told()}", flush=True)


Acts = Iterator[tuple[str, Callable[[], object]]]


def key(widget: QWidget | None, which: Qt.Key) -> Callable[[], None]:
    """Press a key there."""
    assert widget is not None
    return lambda: QTest.keyClick(widget, which)


def on_fill_in(window: MainWindow) -> Acts:
    """Down in the tree."""
    yield "next row", key(window.fill_in.plan_view, Qt.Key.Key_Down)


def on_returns(window: MainWindow) -> Acts:
    """Down in the table."""
    yield "next row", key(window.findChild(QTableView, "returnsTable"), Qt.Key.Key_Down)


def on_review(window: MainWindow) -> Acts:
    """Down, and another group and back."""
    yield "next row", key(window.findChild(QListView, "reviewList"), Qt.Key.Key_Down)
    for group in ("conflict", "to_review"):
        chip = window.findChild(QPushButton, f"review_{group}")
        assert chip is not None
        yield "another group", chip.click


def on_conflicts(window: MainWindow) -> Acts:
    """Down in the list."""
    yield "next row", key(window.findChild(QListView, "conflictList"), Qt.Key.Key_Down)


def on_overview(window: MainWindow) -> Acts:
    """Bars, lights, tabs."""
    page = window.overview
    yield "by unit", lambda: page.choose_part("units")
    for _ in range(3):
        yield "next bar", key(page.parts.bars, Qt.Key.Key_Down)
    yield "by category", lambda: page.choose_part("categories")
    yield "all", page.parts.clear_button.click
    for tile in list(page.parts.tiles.tiles.values())[:6]:
        yield "a light", tile.click
    yield "all", page.parts.clear_button.click
    for tab in ("measures", "tasks", "since", "attention"):
        yield f"tab {tab}", lambda tab=tab: page.choose_tab(tab)
        yield "next row of a list", key(page.parts.lists[tab], Qt.Key.Key_PageDown)


ACTS: dict[str, Callable[[MainWindow], Acts]] = {
    "fill_in": on_fill_in,
    "returns": on_returns,
    "review": on_review,
    "conflicts": on_conflicts,
    "overview": on_overview,
}


def make(path: Path) -> None:
    """The ledger: as big_ledger makes one, with conflicts in the last period."""
    big_ledger.UNITS, big_ledger.TASKS = UNITS, TASKS
    big_ledger.PERIODS, big_ledger.REVISIONS = PERIODS, 1
    big_ledger.make(path, 1)
    with db.open_ledger(path) as ledger, ledger.transaction() as connection:
        (plan,) = db.plans(ledger)
        tasks = list(plan.tasks())[:: TASKS // CONFLICTS][:CONFLICTS]
        revision_rows.insert(
            connection,
            [
                build(
                    task.id,
                    plan.periods[-1].id,
                    db.Content(narrative="另有说法。"),
                    unit=task.leads[0].id,
                    author="王五",
                    saved_at="2024-12-20T00:00:00Z",
                    parents=(),
                )
                for task in tasks
            ],
        )


@contextmanager
def opened(path: Path) -> Iterator[MainWindow]:
    """The program on the ledger, settled."""
    _, window = app.start([str(path)])
    settled: list[bool] = []
    window.settled.connect(lambda: settled.append(True))
    while not settled or window.session.busy:
        QTest.qWait(5)
    window.resize(1440, 900)
    QTest.qWait(100)
    yield window
    window.close()
    while window.isVisible():
        QTest.qWait(5)


def main() -> int:
    """Measure and print."""
    wanted = sys.argv[1:] or PAGES
    with tempfile.TemporaryDirectory() as name:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, name)
        path = Path(name, "八千项.shishi")
        make(path)
        with opened(path) as window:
            bench = Bench(window)
            print(f"{TASKS} tasks, {UNITS} units, {PERIODS} periods; ms of the longest turn")
            print(f"  {'':<44}{'50th':>9}{'95th':>9}{'most':>9}")
            for page in wanted:
                bench.page(page)
                bench.print(page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
