"""What is typed is brought to safety when its own file cannot be written, or not even read."""

import sqlite3
from pathlib import Path

import pytest

import db
from db.ledger import Ledger, open_ledger
from tests import rounds

PERIOD = db.PeriodId("p1")


@pytest.fixture
def fill_in_file(tmp_path: Path) -> Path:
    with rounds.make_ledger(tmp_path / "l.shishi") as ledger:
        return rounds.issue(ledger, tmp_path / "out")["教育局"]


def typed(text: str) -> db.Draft:
    return db.Draft(db.TaskId("t1.1"), PERIOD, db.now(), db.Content(narrative=text))


def test_the_copy_is_the_file_with_what_is_typed(fill_in_file: Path, tmp_path: Path) -> None:
    rounds.say(fill_in_file, "1.3", "已存")
    with open_ledger(fill_in_file, read_only=True) as ledger:
        assert (
            db.save_copy(ledger, tmp_path / "副本.shishi", [typed("还没存")], "") == tmp_path / "副本.shishi"
        )
    with open_ledger(tmp_path / "副本.shishi") as copy:
        assert db.terms(copy) is not None
        assert db.drafts(copy, PERIOD)["t1.1"].content.narrative == "还没存"
        assert db.entry(copy, "t1.3", PERIOD).current.content.narrative == "已存"
    with open_ledger(fill_in_file) as ledger:
        assert db.drafts(ledger, PERIOD) == {}
    with open_ledger(tmp_path / "副本.shishi") as copy:
        assert db.make_return(copy, tmp_path / "in", author="张三").path.exists()


def test_of_a_file_that_cannot_be_read_any_more_the_words_remain(fill_in_file: Path, tmp_path: Path) -> None:
    class Gone:
        def backup(self, _: object) -> None:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error

    with open_ledger(fill_in_file) as ledger:
        pulled = Ledger(ledger.path, ledger.connection, read_only=False)
        pulled.connection = Gone()
        written = db.save_copy(pulled, tmp_path / "副本.shishi", [typed("x")], "1.1 新增学位\n还没存\n")
    assert written == tmp_path / "副本.txt"
    assert written.read_text("utf-8-sig").splitlines() == ["1.1 新增学位", "还没存"]


def test_nothing_is_overwritten(fill_in_file: Path, tmp_path: Path) -> None:
    there = tmp_path / "副本.shishi"
    there.write_text("mine")
    with open_ledger(fill_in_file) as ledger, pytest.raises(db.FileError) as caught:
        db.save_copy(ledger, there, [typed("x")], "")
    assert caught.value.code == "already_exists"
    assert there.read_text() == "mine"
