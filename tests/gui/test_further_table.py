"""The next quarter's table: matched, doubts decided, what stands already left alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QPushButton

import db
from desktop.dialogs.further_table import FurtherTableDialog
from desktop.mainwindow import MainWindow
from desktop.planning.match_rows import DONE, HOW, TASK
from tests import rounds

ONE, TWO, THREE = (db.TaskId(f"t1.{n}") for n in (1, 2, 3))
TABLE = """序号,目标任务,责任单位,1-6月进展
1.1,新增学位1.1,★教育局,半年完成一半
1.2,新增学位1.2,★住建局,另有说法
9.9,修建公园,★住建局,公园开工
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "半年.csv"
    path.write_text(TABLE, "utf-8")
    return path


@pytest.fixture
def window(open_window, ledger_file: Path, qtbot) -> MainWindow:
    with rounds.open_ledger(ledger_file) as ledger:
        plan = db.plans(ledger)[0]
        period = db.open_period(ledger, plan, db.period_named("1-6月", 2024), author="李四")
        said = db.Content(narrative="已经报过")
        db.save_entry(ledger, TWO, period.id, said, author="张三", unit=None)
    window = open_window(ledger_file)
    window.show_page("plan")
    idle(window, qtbot)
    qtbot.mouseClick(window.plan.findChild(QPushButton, "furtherTable"), Qt.MouseButton.LeftButton)
    return window


def idle(window: MainWindow, qtbot) -> None:
    for _ in range(3):  # what is put off to the next event, and the one after
        QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: not window.session.busy)


def test_a_doubt_is_decided_and_the_rest_is_written(window, table: Path, qtbot) -> None:
    dialog = window.findChild(FurtherTableDialog)
    dialog.read(table)
    idle(window, qtbot)
    view, rows = dialog.matches, dialog.matches.rows
    told = {rows.index(at, 0).data()[:3]: at for at in range(rows.rowCount())}
    assert rows.matches[0].task is None  # what needs an answer stands first
    assert rows.index(told["1.1"], HOW).data() == "exact"
    assert rows.index(told["1.1"], DONE).data() == "written"
    assert rows.index(told["1.2"], DONE).data() == "left as it stands"
    assert "1 row to decide" in dialog._summary.text()
    assert dialog.agree.text() == "Write 1 entry"
    index = rows.index(0, TASK)
    view.setCurrentIndex(index)
    view.edit(index)
    picker = view.viewport().findChild(QComboBox)
    picker.setCurrentIndex(picker.findData(THREE))
    picker.activated.emit(picker.currentIndex())
    idle(window, qtbot)
    assert all(match.task for match in rows.matches)
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    idle(window, qtbot)
    seen = window.session.view
    assert seen.period.label == "1-6月"
    said = {task: entry.current.content.narrative for task, entry in seen.entries.items()}
    assert said == {ONE: "半年完成一半", TWO: "已经报过", THREE: "公园开工"}


def test_closing_a_choice_without_choosing_decides_nothing(window, table: Path, qtbot) -> None:
    dialog = window.findChild(FurtherTableDialog)
    dialog.read(table)
    idle(window, qtbot)
    view = dialog.matches
    view.setCurrentIndex(view.rows.index(0, TASK))
    view.edit(view.currentIndex())
    dialog.agree.setFocus()
    idle(window, qtbot)
    assert view.rows.matches[0].task is None
    dialog.reject()


def test_what_is_no_table_is_said_and_nothing_is_written(window, tmp_path: Path, qtbot) -> None:
    dialog = window.findChild(FurtherTableDialog)
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("nothing to see")
    dialog.read(wrong)
    idle(window, qtbot)
    assert dialog.note.text()
    assert not dialog.agree.isEnabled()
    dialog.reject()
