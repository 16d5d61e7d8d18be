"""Conflicts as data: where the sides differ, and the register of who settled what."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import db
from db.differences import text_differences
from db.ledger import open_ledger
from tests.rounds import hand_in, issue, make_ledger, say


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_stretches_are_the_two_texts(one, other):
    found = text_differences(one, other)
    assert "".join(part.one for part in found) == one
    assert "".join(part.other for part in found) == other
    assert all(a.same != b.same for a, b in itertools.pairwise(found))


def test_the_differing_characters_are_told():
    found = text_differences("已建成145個。完工。", "已建成160個。完工。")
    assert [(part.one, part.other) for part in found if not part.same] == [("45", "60")]


def test_long_texts_do_not_keep_anybody_waiting():
    began = time.process_time()
    text_differences("甲" * 30_000, "乙" * 30_000)
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


def test_the_union_has_each_sentence_once_and_what_was_changed_only_as_changed():
    old = "已建成100個。開工。"
    assert db.text_union(["已建成120個。開工。", "已建成100個。完工。"], old) == "已建成120個。完工。"
    assert db.text_union(["甲。乙。", "甲。丙。"]) == "甲。乙。丙。"
    assert db.text_union(["甲", "乙", "丙"]) == "甲\n乙\n丙"
    assert db.text_union(["同。", "同。"], "同。") == "同。"


@given(st.lists(st.text("甲乙。\n", max_size=12), min_size=1, max_size=3))
def test_the_union_keeps_every_sentence_of_every_side(sides):
    union = db.text_union(sides)
    for side in sides:
        for piece in side.replace("\n", "。").split("。"):
            assert piece in union


def test_the_sides_of_a_conflict_and_how_it_was_settled(ledger):
    (conflict,) = db.conflicts(ledger)
    sides = db.conflict_sides(ledger, conflict.task, conflict.period)
    assert {side.content.narrative for side in sides.sides} == {"教育局说", "住建局说"}
    assert (sides.ancestor, sides.result) == (None, None)
    made = db.resolve(ledger, conflict.task, conflict.period, author="李四", take=sides.sides[0].id)
    assert db.conflicts(ledger) == ()
    (row,) = db.settled(ledger)
    assert db.settled_sides(ledger, row) == db.Sides(
        conflict.task, conflict.period, sides.sides, sides.heads, None, made
    )
    with pytest.raises(db.RequestError, match="no_conflict"):
        db.conflict_sides(ledger, conflict.task, conflict.period)


def test_heads_that_say_the_same_are_one_side(ledger, tmp_path):
    plan = db.plans(ledger)[0]
    file = db.issue(ledger, plan, plan.periods[0], tmp_path / "third", units=[db.UnitId("住建局")])[0].path
    (conflict,) = db.conflicts(ledger)
    two = conflict.heads[0]
    with open_ledger(file) as fill_in:
        db.save_entry(
            fill_in,
            conflict.task,
            conflict.period,
            two.content,
            author="王五",
            unit=db.UnitId("住建局"),
            parents=[two.id],
        )
    db.merge(ledger, [hand_in(file, tmp_path / "in")], author="李四")
    sides = db.conflict_sides(ledger, conflict.task, conflict.period)
    assert (len(sides.sides), len(sides.heads)) == (2, 2)
