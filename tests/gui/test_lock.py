"""A file that is open in one window is not silently opened for writing in another."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

import db
from desktop import operations
from desktop.files import lock_for_writing
from desktop.session import Session
from tests import rounds

ROOT = Path(__file__).parents[2]
HOLDER = (
    "import sys; from pathlib import Path; from desktop.files import lock_for_writing\n"
    "lock = lock_for_writing(Path(sys.argv[1])); print(lock is not None, flush=True); sys.stdin.read()"
)


@pytest.fixture
def first(qtbot) -> Iterator[Session]:
    session = Session("甲")
    yield session
    session.stop()


@pytest.fixture
def second(qtbot) -> Iterator[Session]:
    session = Session("乙")
    yield session
    session.stop()


def opens(qtbot, session: Session, path: Path, *, read_only: bool = False) -> str:
    """Open a file; the code of why it did not open, or an empty text."""
    heard: list[db.ShishiError] = []
    session.open(path, read_only=read_only, failed=heard.append)
    qtbot.waitUntil(lambda: not session.busy)
    return heard[0].code if heard else ""


def beside(path: Path) -> list[str]:
    return [other.name for other in path.parent.iterdir() if other.name.endswith(".lock")]


def test_the_second_learns_who_has_it_and_can_read(qtbot, first: Session, second: Session, ledger_file: Path):
    assert opens(qtbot, first, ledger_file) == ""
    heard: list[db.ShishiError] = []
    second.open(ledger_file, failed=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    (error,) = heard
    assert error.code == "locked_by"
    assert (error.params["path"], error.params["lock"]) == (str(ledger_file), f".{ledger_file.name}.lock")
    assert error.params["who"]
    assert error.params["host"]
    for language in ("zh_CN", "zh_TW", "en"):
        assert error.params["host"] in db.sentence(error.code, error.params, language)
    assert opens(qtbot, second, ledger_file, read_only=True) == ""
    assert second.view.read_only
    assert first.view is not None
    assert not first.view.read_only


def test_the_window_offers_to_read_it(qtbot, first: Session, open_window, ledger_file: Path):
    opens(qtbot, first, ledger_file)
    window = open_window(ledger_file)
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    button = next(b for b in box.findChildren(QPushButton) if b.text().replace("&", "") == "Open to read")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.view is not None)
    assert window.session.view.read_only


def test_a_file_is_free_once_it_is_closed_or_left(
    qtbot, first: Session, second: Session, ledger_file: Path, fill_in_file: Path
):
    opens(qtbot, first, ledger_file)
    opens(qtbot, first, ledger_file)
    opens(qtbot, first, fill_in_file)
    assert opens(qtbot, second, ledger_file) == ""
    first.close()
    qtbot.waitUntil(lambda: not first.busy)
    assert opens(qtbot, second, fill_in_file) == ""
    second.stop()
    assert beside(ledger_file) == beside(fill_in_file) == []


def test_who_may_read_only_may_write_once_the_other_has_closed(
    qtbot, first: Session, second: Session, ledger_file: Path
):
    opens(qtbot, first, ledger_file)
    opens(qtbot, second, ledger_file, read_only=True)
    assert opens(qtbot, second, ledger_file) == "locked_by"
    first.close()
    qtbot.waitUntil(lambda: not first.busy)
    assert opens(qtbot, second, ledger_file) == ""
    second.run(
        operations.save_entry(db.TaskId("t1.1"), db.PeriodId("p1"), db.Content(narrative="完成"), "乙", None)
    )
    qtbot.waitUntil(lambda: not second.busy)
    assert db.TaskId("t1.1") in second.view.entries


def test_reading_leaves_nothing_beside_the_file(qtbot, first: Session, ledger_file: Path):
    opens(qtbot, first, ledger_file, read_only=True)
    assert beside(ledger_file) == []


def test_a_return_can_be_read_by_all(
    qtbot, first: Session, second: Session, fill_in_file: Path, tmp_path: Path
):
    rounds.say(fill_in_file, "1.1", "完成")
    returned = rounds.hand_in(fill_in_file, tmp_path)
    assert opens(qtbot, first, returned) == opens(qtbot, second, returned) == ""
    assert beside(returned) == []


def test_what_is_no_file_of_ours_is_not_left_locked(qtbot, first: Session, tmp_path: Path):
    wrong = tmp_path / "wrong.shishi"
    wrong.write_text("not a database, but long enough to be looked at" * 10)
    assert opens(qtbot, first, wrong) == "not_a_ledger"
    assert beside(wrong) == []


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder where nobody can write")
def test_where_nothing_can_be_written_beside_it_there_is_no_lock():
    assert lock_for_writing(Path("/proc/self/l.shishi")) is None


def test_what_a_killed_process_left_is_taken_over(qtbot, first: Session, ledger_file: Path):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(ledger_file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        text=True,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        assert opens(qtbot, first, ledger_file) == "locked_by"
        holder.kill()
    assert beside(ledger_file)
    assert opens(qtbot, first, ledger_file) == ""
