"""A coordinator's desk for tests: a ledger with a conflict, a return, and somebody missing."""

from dataclasses import replace
from pathlib import Path

import db
from desktop.mainwindow import MainWindow
from tests import rounds

ONE, TWO, THREE = (db.TaskId(f"t1.{n}") for n in (1, 2, 3))
PERIOD = db.PeriodId("p1")


def in_conflict(ledger_file: Path, folder: Path) -> dict[str, Path]:
    """Both units answer 1.3 differently, 教育局 also 1.1, and all of it is merged; the returned files."""
    with rounds.open_ledger(ledger_file) as ledger:
        files = rounds.issue(ledger, folder / "out")
        rounds.say(files["教育局"], "1.1", "新增学位120个。")
        rounds.say(files["教育局"], "1.3", "建成145个。已完工。")
        rounds.say(files["住建局"], "1.3", "建成160个。已完工。", "赵六")
        made = {unit: rounds.hand_in(file, folder / "in") for unit, file in files.items()}
        db.merge(ledger, list(made.values()), author="李四")
    return made


def answer_again(ledger_file: Path, folder: Path, number: str, text: str, **more: object) -> Path:
    """教育局 is issued its tasks as they stand, answers one of them, and hands in; not merged."""
    with rounds.open_ledger(ledger_file) as ledger:
        plan = db.plans(ledger)[0]
        unit = db.UnitId("教育局")
        file = db.issue(ledger, plan, plan.periods[0], folder / "again", units=[unit])[0].path
    with rounds.open_ledger(file) as inside:
        task = db.TaskId(f"t{number}")
        heads = db.entry(inside, task, PERIOD).heads
        content = replace(db.Content(narrative=text), **more)
        parents = [head.id for head in heads]
        db.save_entry(inside, task, PERIOD, content, author="张三", unit=unit, parents=parents)
    return rounds.hand_in(file, folder / "more")


def quiet(qtbot, window: MainWindow) -> None:
    """Wait until the worker has nothing to do."""
    qtbot.waitUntil(lambda: not window.session.busy)


def entry_of(window: MainWindow, task: db.TaskId) -> db.Entry:
    view = window.session.view
    assert view is not None
    return view.entries[task]
