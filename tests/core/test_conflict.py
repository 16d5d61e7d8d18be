"""Conflicts as data: where the sides differ, and the register of who settled what."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import db
from db.differences import differences
from tests.rounds import hand_in, issue, make_ledger, say


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_stretches_are_the_two_texts(one, other):
    found = differences(one, other)
    assert "".join(part.one for part in found) == one
    assert "".join(part.other for part in found) == other
    assert all(a.same != b.same for a, b in itertools.pairwise(found))


def test_the_differing_characters_are_told():
    found = differences("已建成145個。完工。", "已建成160個。完工。")
    assert [(part.one, part.other) for part in found if not part.same] == [("45", "60")]


def test_long_texts_do_not_keep_anybody_waiting():
    began = time.process_time()
    differences("甲" * 30_000, "乙" * 30_000)
    plain = time.process_time() - began
    began = time.process_time()
    "".join(sorted("甲乙" * 1_000_000))
    assert plain < 5 * (time.process_time() - began)


@pytest.fixture
def ledger(tmp_path):
    with make_ledger(tmp_path / "l.shishi") as opened:
        files = issue(opened, tmp_path / "out")
        for unit in files:
            say(files[unit], "1.3", f"{unit}说")
        db.merge(opened, [hand_in(file, tmp_path / "in") for file in files.values()], author="李四")
        yield opened


@pytest.mark.parametrize("written", [True, False])
def test_the_register_says_who_settled_it_and_how(ledger, written):
    assert db.settled(ledger) == ()
    (conflict,) = db.conflicts(ledger)
    how = {"content": db.Content(narrative="合写")} if written else {"take": conflict.heads[0].id}
    made = db.resolve(ledger, conflict.task, conflict.period, author="李四", **how)
    (row,) = db.settled(ledger)
    assert (row.task, row.revision, row.author) == ("t1.3", made.id, "李四")
    assert set(row.sides) == {head.id for head in conflict.heads}
    assert row.taken == (None if written else conflict.heads[0].id)


def test_heads_that_said_the_same_are_no_conflict_in_the_register(ledger, tmp_path):
    again = issue(ledger, tmp_path / "again")
    for file in again.values():
        say(file, "1.1" if "教育" in file.name else "1.2", "同")
    db.save_entry(ledger, db.TaskId("t1.1"), db.PeriodId("p1"), db.Content(narrative="一"), author="李四")
    assert db.settled(ledger) == ()
