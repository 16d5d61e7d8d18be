"""What changes while a page is not seen: it is followed when the page is seen again, and not before."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

import db
from desktop import operations
from desktop.mainwindow import MainWindow
from desktop.models.case_list import Case
from desktop.models.review_rows import ReviewRows
from tests.gui.desk import ONE, PERIOD, TWO, in_conflict, quiet


@pytest.fixture
def window(qtbot, open_window, ledger_file: Path, tmp_path: Path) -> MainWindow:
    in_conflict(ledger_file, tmp_path)
    window = open_window(ledger_file)
    window.show_page("fill_in")
    qtbot.waitUntil(lambda: window.fill_in.current_task is not None)
    quiet(qtbot, window)
    return window


def save(qtbot, window: MainWindow, task: db.TaskId, text: str) -> None:
    content = db.Content(status=db.Status.BEHIND, narrative=text)
    window.session.run(operations.save_entry(task, PERIOD, content, "李四", None))
    quiet(qtbot, window)


def state(window: MainWindow, task: db.TaskId) -> str:
    return window.fill_in._pane.states[task].state if task in window.fill_in._pane.states else "blank"


def test_the_hidden_fill_in_page_follows_once_it_is_seen(qtbot, window: MainWindow):
    window.fill_in.select_task(TWO)
    window.show_page("review")
    assert state(window, TWO) == "blank"
    save(qtbot, window, TWO, "第一次。")
    save(qtbot, window, ONE, "另一句。")
    assert state(window, TWO) == "blank"
    window.show_page("fill_in")
    assert state(window, TWO) == "behind"
    assert state(window, ONE) == "behind"
    assert window.fill_in.form.content().narrative == "第一次。"
    assert window.fill_in.chips._chips["behind"].text().endswith(" 2")


def test_what_changed_with_the_whole_view_is_followed_too(qtbot, window: MainWindow):
    window.show_page("returns")
    save(qtbot, window, TWO, "第一次。")
    window.session.reload()
    quiet(qtbot, window)
    window.show_page("fill_in")
    assert state(window, TWO) == "behind"


def test_reviews_of_the_file_before_cannot_be_judged_in_the_next(qtbot, window, tmp_path: Path):
    window.show_page("review")
    qtbot.waitUntil(lambda: bool(window.review.left.tasks))
    quiet(qtbot, window)
    other = tmp_path / "other.shishi"
    other.write_bytes(window.session.view.path.read_bytes())
    rows: list[int] = []
    window.session.opened.connect(lambda: rows.append(len(window.review.left.tasks)))
    window.open(other)
    qtbot.waitUntil(lambda: bool(rows))
    assert rows == [0]


def test_rows_are_put_together_when_they_are_asked_for():
    made: list[int] = []

    def make(row: int) -> Case:
        made.append(row)
        return Case(f"t{row}", "open", "Filled in", f"1.{row}", "")

    rows = ReviewRows()
    keys = [db.TaskId(f"t{row}") for row in range(5000)]
    rows.show_rows(keys, make)
    assert (rows.rowCount(), made) == (5000, [])
    assert rows.index(4000, 0).data(Qt.ItemDataRole.DisplayRole) == "1.4000"
    assert made == [4000]
    assert (rows.place(db.TaskId("t7")), rows.place(db.TaskId("no")), rows.place(None)) == (7, -1, -1)
    rows.show_rows(keys[:2], make)
    assert [case.key for case in rows.cases] == ["t0", "t1"]
    rows.clear_rows()
    assert (rows.rowCount(), rows.cases) == (0, ())
