"""The automatic backups: listed with when and before what, and put back."""

import db
from db import backups
from db.ledger import open_ledger
from tests.rounds import hand_in, issue, make_ledger, say


def test_a_backup_says_when_before_what_and_how_big(tmp_path):
    path = tmp_path / "l.shishi"
    with make_ledger(path) as ledger:
        file = issue(ledger, tmp_path / "out")["教育局"]
        say(file, "1.1", "甲")
        db.merge(ledger, [hand_in(file, tmp_path / "in")], author="李四")
        db.undo_merge(ledger)
    newest, oldest = db.automatic_backups(path)
    assert (newest.before, oldest.before) == ("undo", "merge")
    for one in (newest, oldest):
        assert one.size == (backups.folder(path) / one.name).stat().st_size
        assert one.made_at.endswith("Z")
        assert len(one.made_at) == len(db.now())
    db.restore_backup(path, newest.name)
    with open_ledger(path) as ledger:
        assert db.entry(ledger, db.TaskId("t1.1"), db.PeriodId("p1")).current is not None
    assert [one.before for one in db.automatic_backups(path)] == ["restore", "undo", "merge"]


def test_a_file_of_another_name_among_the_backups_is_listed_without_a_time(tmp_path):
    path = tmp_path / "l.shishi"
    make_ledger(path).close()
    made = backups.make(path)
    made.rename(made.with_name("mine.shishi"))
    (one,) = db.automatic_backups(path)
    assert (one.name, one.made_at, one.before) == ("mine.shishi", "", "")


def test_no_backups_is_an_empty_list(tmp_path):
    assert db.automatic_backups(tmp_path / "none.shishi") == ()
