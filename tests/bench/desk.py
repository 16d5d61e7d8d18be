"""How long the GUI thread is busy with a key at the clerk's desk, at 5,000 tasks.

    .venv/bin/python tests/bench/desk.py

The real window on a real ledger: letters typed into the search and deleted again, rows switched with the
form filled anew, headings closed and opened. Beside it, in turns, the same keys on a bare QTreeView
over a QStandardItemModel of the same rows, whose search fills the model anew with the rows that hold
what is typed. The time is what the GUI thread computes for an event and the painting that follows
(`time.thread_time`), so that another process on the machine is in none of it; `wall` beside it is by
the clock. Aims: 50 ms at the 95th percentile, twice the bare view. Reported, not judged.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTreeView, QVBoxLayout, QWidget

import db
from db.plan import Change, edit_plan, period_row, put
from db.tables import read_table
from desktop import app
from desktop.mainwindow import MainWindow
from desktop.pages.fill_in import FillInPage

TASKS, CATEGORIES, TOLD = 5_000, 50, 3_000
PLAN, PERIOD = db.PlanId("plan"), db.PeriodId("1-6月")
TYPED = ("jyj", "学位", "1.1", "jiaoyu", "街道 新增", "0", "zhongdian", "8", "wsjkj", "累计", "3.12", "e")
SWITCHES, ROUNDS = 60, 3


def rows() -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    """Target, narrative, leads and cooperating units of the sample's rows, over and over."""
    named = [row for _, row in read_table(db.sample_table()).named_rows()]
    sample = [(row.target, row.progress[0], row.leads, row.cooperating) for row in named]
    return [sample[number % len(sample)] for number in range(TASKS)]


def changes() -> Iterator[Change]:
    """A plan of 5,000 tasks; every tenth item has two."""
    yield put("plan", id=PLAN, title="五千项任务的方案", year=2024)
    days = date(2024, 1, 1), date(2024, 6, 30)
    yield period_row(PLAN, 1, db.Period(PERIOD, "1-6月", *days))
    units = sorted({name for row in rows() for name in (*row[2], *row[3])})
    for position, name in enumerate(units):
        told = {"is_group": 0, "members": "[]", "aliases": "[]", "contact": ""}
        yield put("unit", id=name, plan_id=PLAN, position=position, name=name, **told)
    for number, (target, _, leads, others) in enumerate(rows()):
        category, item = number * CATEGORIES // TASKS, number - (number % 10 == 9)
        if number % (TASKS // CATEGORIES) == 0:
            yield put("category", id=f"c{category}", plan_id=PLAN, position=category, name=f"第{category}类")
        if item == number:
            text = f"{category + 1}.{number % 100 + 1}"
            yield put("item", id=f"i{item}", category_id=f"c{category}", position=item, number=text, title="")
        told = {"leads": json.dumps(leads), "cooperating": json.dumps(others), "extra": "[]", "retired": 0}
        yield put(
            "task", id=f"t{number}", item_id=f"i{item}", position=number - item + 1, target=target, **told
        )
        promised = {"label": "数量", "comparator": ">=", "amount": "145", "unit": "个"}
        yield put("measure", id=f"m{number}", task_id=f"t{number}", position=1, **promised)


def make(path: Path) -> None:
    """The ledger; three tasks of five are told of."""
    with db.create_ledger(path) as ledger:
        ledger.connection.execute("PRAGMA synchronous = OFF")
        edit_plan(ledger, PLAN, list(changes()), label="made", author="bench")
        with ledger.transaction():
            for number, (_, told, _, _) in enumerate(rows()[:TOLD]):
                content = db.Content(status=db.Status.ON_TRACK, narrative=told or "已完成。")
                db.save_entry(ledger, db.TaskId(f"t{number}"), PERIOD, content, author="bench")


class Bare(QWidget):
    """What the same is without us: the plain view, the plain model, a line to type into."""

    def __init__(self, plan: db.Plan) -> None:
        super().__init__()
        self.field, self.view, self.model = QLineEdit(), QTreeView(), QStandardItemModel()
        self.view.setHeaderHidden(True)
        self.view.setModel(self.model)
        self._texts = [
            (
                category.name,
                [f"{task.number} {task.target}" for item in category.items for task in item.tasks],
            )
            for category in plan.categories
        ]
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.view)
        self.field.textChanged.connect(self.fill)
        self.fill("")

    def fill(self, typed: str) -> None:
        """Fill the model with the rows that hold what is typed."""
        self.model.clear()
        for name, texts in self._texts:
            hits = [QStandardItem(text) for text in texts if typed in text]
            if hits:
                top = QStandardItem(name)
                top.appendRows(hits)
                self.model.appendRow(top)
        self.view.expandAll()


@dataclass
class Taken:
    """Seconds of each event: computed by the GUI thread, and by the clock."""

    busy: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)

    def measure(self, event: Callable[[], None]) -> None:
        """Do it, and paint what follows from it."""
        begun, clock = time.thread_time(), time.perf_counter()
        event()
        QApplication.processEvents()
        self.busy.append(time.thread_time() - begun)
        self.wall.append(time.perf_counter() - clock)

    def told(self) -> str:
        """Median and 95th percentile, busy and by the clock, in milliseconds."""
        cells = [statistics.median(self.busy), _most(self.busy), _most(self.wall)]
        return "".join(f"{cell * 1e3:9.2f}" for cell in cells)


def _most(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20, method="inclusive")[-1]


def key(widget: QWidget, which: Qt.Key | str) -> Callable[[], None]:
    """Press a key on a widget; a character of Chinese as an input method hands it in."""
    if isinstance(which, str) and not which.isascii():
        assert isinstance(widget, QLineEdit)
        return lambda: widget.insert(which)
    if isinstance(which, str):
        return lambda: QTest.keyClicks(widget, which)
    return lambda: QTest.keyClick(widget, which)


def type_in(field_: QLineEdit, taken: Taken, settle: Callable[[], None]) -> None:
    """Type every query letter by letter and take it back again."""
    for query in TYPED:
        for letter in query:
            taken.measure(key(field_, letter))
            settle()
        for _ in query:
            taken.measure(key(field_, Qt.Key.Key_Backspace))
            settle()


def switch(view: QTreeView, taken: Taken, after: Taken, settle: Callable[[], None]) -> None:
    """Go down row by row; `after` is what is done once one has stood on a row for a while."""
    view.setFocus()
    for _ in range(SWITCHES):
        taken.measure(key(view, Qt.Key.Key_Down))
        after.measure(lambda: QTest.qWait(20))
        settle()


def expand(view: QTreeView, taken: Taken, settle: Callable[[], None]) -> None:
    """Close and open the first headings."""
    view.setFocus()
    for row in range(10):
        view.setCurrentIndex(view.model().index(row, 0))
        settle()
        for which in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            taken.measure(key(view, which))
            settle()


def open_window(path: Path) -> MainWindow:
    """The program, on the ledger, as far as it gets without a key."""
    _, window = app.start([str(path)])
    settled: list[bool] = []
    window.settled.connect(lambda: settled.append(True))
    while not settled or window.session.busy or not window.fill_in.current_task:
        QTest.qWait(5)
    window.resize(1440, 900)
    return window


def first_letters(window: MainWindow, taken: Taken) -> None:
    """Type while the worker still reads the plan aloud for the search."""
    window.fill_in.focus_search()
    for letter in "jiaoyujuxuewei":
        taken.measure(key(window.fill_in.search, letter))
        QTest.qWait(60)
    while window.session.busy:
        QTest.qWait(5)
    window.fill_in.search.clear()
    QTest.qWait(50)


def show_anew(window: MainWindow, rows: Taken, form: Taken) -> None:
    """Make the page again with every row of the plan; then its form, and paint both."""
    for _ in range(5):
        begun, clock = time.thread_time(), time.perf_counter()
        page = FillInPage(window.session)
        page.resize(1400, 800)
        rows.busy.append(time.thread_time() - begun)
        rows.wall.append(time.perf_counter() - clock)
        form.measure(page.show)
        page.close()
        page.deleteLater()
        QTest.qWait(50)


def save(window: MainWindow, taken: Taken) -> None:
    """Save a row: the key, and the longest piece of what follows until the new view stands."""
    page = window.fill_in
    for number in range(8):
        edit = page.form.findChild(QPlainTextEdit, "narrativeEdit")
        edit.setFocus()
        QTest.keyClicks(edit, f"x{number}")
        pieces = Taken()
        pieces.measure(lambda: window.commands["save"].trigger())
        while window.session.busy:
            pieces.measure(lambda: None)
            time.sleep(0.001)
        taken.busy.append(max(pieces.busy))
        taken.wall.append(max(pieces.wall))


def main() -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, name)
        path = Path(name, "五千项.shishi")
        make(path)
        window = open_window(path)
        assert window.session.view is not None
        bare = Bare(window.session.view.plan)
        bare.resize(380, 780)
        bare.show()
        report(window, bare)
        window.close()
        while window.isVisible():
            QTest.qWait(5)
    return 0


def report(window: MainWindow, bare: Bare) -> None:
    """Every kind of event, in turns with the bare view."""
    page = window.fill_in
    kinds = ("typing in the search", "switching rows", "closing and opening headings")
    ours, theirs = {kind: Taken() for kind in kinds}, {kind: Taken() for kind in kinds}
    early, later, ignored = Taken(), Taken(), Taken()
    first_letters(window, early)

    def settle() -> None:
        while window.session.busy:
            QTest.qWait(1)

    for _ in range(ROUNDS):
        type_in(page.search, ours[kinds[0]], settle)
        type_in(bare.field, theirs[kinds[0]], lambda: None)
        switch(page.plan_view, ours[kinds[1]], later, settle)
        switch(bare.view, theirs[kinds[1]], ignored, lambda: None)
        expand(page.plan_view, ours[kinds[2]], settle)
        expand(bare.view, theirs[kinds[2]], lambda: None)
    print(
        f"{TASKS} tasks; milliseconds    50th     95th     wall 95th   bare: 50th 95th wall 95th    ratio at the 95th"
    )
    for kind in kinds:
        ratio = _most(ours[kind].busy) / _most(theirs[kind].busy)
        print(f"  {kind:<30}{ours[kind].told()}{theirs[kind].told()}{ratio:9.2f} ×")
    print(f"  {'typing while the index is built':<30}{early.told()}")
    print(f"  {'20 ms after a switch':<30}{later.told()}")
    shown, formed, saved = Taken(), Taken(), Taken()
    save(window, saved)
    show_anew(window, shown, formed)
    print(f"  {'saving, the longest piece':<30}{saved.told()}")
    print(f"  {'first show: every row':<30}{shown.told()}")
    print(f"  {'first show: form and paint':<30}{formed.told()}")


if __name__ == "__main__":
    sys.exit(main())
