"""What is left out of a merge in one copy of a ledger stays out of every copy, whichever comes first."""

import json
import sqlite3

import pytest

import db
from db.ledger import open_ledger
from db.plan import edit_digest
from db.records import Verdict
from db.reviews import review_entry
from tests.rounds import hand_in, issue, make_ledger, say, seen

P1 = db.PeriodId("p1")
T1, T3 = db.TaskId("t1.1"), db.TaskId("t1.3")


@pytest.fixture
def copies(tmp_path):
    """Three copies of a ledger that has issued its files, and the file of 教育局."""
    with make_ledger(tmp_path / "a.shishi") as ledger:
        files = issue(ledger, tmp_path / "out")
    for name in "bc":
        (tmp_path / f"{name}.shishi").write_bytes((tmp_path / "a.shishi").read_bytes())
    with (
        open_ledger(tmp_path / "a.shishi") as one,
        open_ledger(tmp_path / "b.shishi") as two,
        open_ledger(tmp_path / "c.shishi") as three,
    ):
        yield one, two, three, files["教育局"]


def take(ledger, *paths, **how):
    return db.merge(ledger, list(paths), author="李四", **how).files


def share(ledger, other):
    (file,) = take(ledger, other.path, ledgers=True)
    assert file.outcome != "refused", file
    return file


def texts(ledger, task=T1):
    return [revision.narrative for revision in (one.content for one in db.history(ledger, task, P1))]


def without(task):
    return {"leave_out": frozenset([task])}


def test_it_stays_out_of_a_copy_that_did_not_know_the_return(copies, tmp_path):
    one, two, _, file = copies
    say(file, "1.1", "甲")
    say(file, "1.3", "丙")
    returned = hand_in(file, tmp_path / "in")
    take(two, returned, **without(T1))
    share(one, two)
    (again,) = take(one, returned)
    assert (texts(one), texts(one, T3)) == ([], ["丙"])
    assert [reason.code for reason in again.reasons] == ["left_out_before"]
    take(one, returned, take_in=frozenset([T1]))
    assert texts(one) == ["甲"]


def test_it_goes_out_of_a_copy_that_took_it_without_a_thought(copies, tmp_path):
    one, two, three, file = copies
    say(file, "1.1", "甲")
    returned = hand_in(file, tmp_path / "in")
    take(one, returned)
    take(two, returned, **without(T1))
    before = seen(one)
    told = share(one, two)
    assert [(reason.code, reason.params) for reason in told.reasons] == [
        ("left_out_elsewhere", {"tasks": "1.1#1"})
    ]
    assert texts(one) == []
    share(three, two)
    take(three, returned)
    share(three, one)
    assert seen(three) == seen(one)
    content = one.path.read_bytes()
    assert share(one, two).outcome == "unchanged"
    assert one.path.read_bytes() == content
    db.undo_merge(one)
    assert seen(one) == before
    assert texts(one) == ["甲"]


def test_what_was_saved_on_the_way_to_it_goes_with_it(copies, tmp_path):
    one, two, three, file = copies
    say(file, "1.1", "甲")
    say(file, "1.1", "甲乙")
    returned = hand_in(file, tmp_path / "in")
    take(two, returned, **without(T1))
    take(one, returned)
    share(one, two)
    share(three, two)
    take(three, returned)
    assert texts(one) == texts(three) == texts(two) == []


def test_what_another_return_handed_in_stays(copies, tmp_path):
    one, two, three, file = copies
    say(file, "1.1", "甲")
    first = hand_in(file, tmp_path / "in")
    say(file, "1.1", "甲乙")
    second = hand_in(file, tmp_path / "in")
    take(one, first, second)
    take(two, second, **without(T1))
    share(one, two)
    share(three, two)
    take(three, second, first)
    assert texts(one) == texts(three) == ["甲"]


def test_what_descends_from_it_keeps_it(copies, tmp_path):
    one, two, three, file = copies
    say(file, "1.1", "甲")
    first = hand_in(file, tmp_path / "in")
    take(two, first, **without(T1))
    take(one, first)
    say(file, "1.1", "甲乙")
    second = hand_in(file, tmp_path / "in")
    take(one, second)
    share(one, two)
    take(two, second)
    share(three, two)
    assert texts(one) == texts(two) == texts(three) == ["甲", "甲乙"]


@pytest.mark.parametrize("how", ["reviewed", "reworded", "chosen"])
def test_it_stays_where_somebody_decided_on_it(copies, tmp_path, how):
    one, two, three, file = copies
    say(file, "1.1", "甲")
    returned = hand_in(file, tmp_path / "in")
    take(two, returned, **without(T1))
    if how == "chosen":
        take(one, returned, **without(T1))
        take(one, returned, take_in=frozenset([T1]))
    else:
        take(one, returned)
    if how == "reviewed":
        review_entry(one, T1, P1, Verdict.APPROVE, author="李四")
    if how == "reworded":
        db.save_entry(one, T1, P1, db.Content(narrative="统稿"), author="李四")
    expected = texts(one)
    share(one, two)
    share(three, two)
    share(three, one)
    share(two, one)
    assert "甲" in expected
    assert texts(one) == texts(two) == texts(three) == expected


def test_to_choose_what_is_there_already_is_a_decision_too(copies, tmp_path):
    one, two, three, file = copies
    say(file, "1.1", "甲")
    first = hand_in(file, tmp_path / "in")
    take(one, first, **without(T1))
    say(file, "1.1", "甲乙")
    second = hand_in(file, tmp_path / "in")
    take(one, second)
    (chosen,) = take(one, first, take_in=frozenset([T1]))
    assert chosen.outcome == "merged"
    take(two, second, **without(T1))
    share(three, one)
    share(three, two)
    assert texts(three) == ["甲"]
    assert take(one, first, take_in=frozenset([T1]))[0].outcome == "unchanged"


@pytest.fixture
def imported(sample_ledger, tmp_path):
    """A ledger with imported text, a copy, and a return that confirms all of it."""
    with open_ledger(sample_ledger) as ledger:
        plan = db.plans(ledger)[0]
        issued = db.issue(ledger, plan, plan.periods[0], tmp_path / "out")
    copy = tmp_path / "b.shishi"
    copy.write_bytes(sample_ledger.read_bytes())
    chosen = next(one for one in issued if one.tasks == 2)
    with open_ledger(sample_ledger) as one, open_ledger(copy) as two:
        yield one, two, hand_in(chosen.path, tmp_path / "in"), chosen.unit


def filled(ledger, unit):
    plan = db.plans(ledger)[0]
    return next(row.filled for row in db.standing(ledger, plan, plan.periods[0]) if row.unit == unit)


def test_a_confirmation_that_was_left_out_does_not_count_and_takes_nothing_away(imported):
    one, two, returned, unit = imported
    task = db.preview_merge(one, [returned]).files[0].entries[0].task
    count = len(one.rows("SELECT id FROM revision"))
    take(one, returned)
    take(two, returned, **without(task))
    assert (filled(one, unit), filled(two, unit)) == (2, 1)
    share(one, two)
    share(two, one)
    assert (filled(one, unit), filled(two, unit)) == (1, 1)
    assert len(one.rows("SELECT id FROM revision")) == count
    take(two, returned, take_in=frozenset([task]))
    share(one, two)
    assert (filled(one, unit), filled(two, unit)) == (2, 2)


def forge(ledger, *statements):
    connection = sqlite3.connect(ledger.path)
    connection.execute("PRAGMA foreign_keys = OFF")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE return SET seal = x'0011'",
        "UPDATE return SET seal = x''",  # a workbook's, and its receipt says it was sealed
        "UPDATE receipt SET unit_id = '住建局'",
        "UPDATE receipt SET check_code = '0000-0000'",
        "DELETE FROM return_revision",
        "DELETE FROM return",
    ],
)
def test_a_receipt_that_its_return_does_not_prove_counts_nowhere(copies, tmp_path, statement):
    one, two, _, file = copies
    say(file, "1.1", "甲")
    take(two, hand_in(file, tmp_path / "in"))
    forge(two, statement)
    before = one.path.read_bytes()
    (refused,) = take(one, two.path, ledgers=True)
    assert [reason.code for reason in refused.reasons] == ["bad_seal"]
    assert one.path.read_bytes() == before


def test_what_was_reported_on_a_task_that_another_copy_deleted_is_told(copies, tmp_path):
    one, two, _, _ = copies
    made = db.add_task(
        one, db.PlanId("plan"), db.ItemId("i1.1"), target="新", leads=[db.UnitId("教育局")], author="李四"
    )
    share(two, one)
    db.save_entry(two, made, P1, db.Content(narrative="甲"), author="王五")
    db.delete_task(one, db.PlanId("plan"), made, author="李四")
    for ledger, other in ((one, two), (two, one)):
        told = share(ledger, other)
        assert [(reason.code, reason.params) for reason in told.reasons] == [
            ("gone_from_plan", {"tasks": "1.1#2"})
        ]
    db.undo_plan(two, db.PlanId("plan"), author="王五")
    assert texts(two, made) == ["甲"]
    assert share(one, two).reasons == ()


def test_the_log_of_one_plan_cannot_touch_another(copies, tmp_path):
    one, two, _, _ = copies
    with db.create_ledger(tmp_path / "city.shishi") as city:
        share(city, one)
        mine = db.new_plan(city, title="市", year=2024, author="市")
        kept = db.add_category(city, mine, name="市级", author="市")
        for change in (
            '{"drop": "category", "id": "%s"}',
            '{"put": "category", "row": {"id": "%s", "name": "改"}}',
        ):
            share(two, one)
            append(two, change % kept)
            before = db.plans(city)
            (refused,) = take(city, two.path, ledgers=True)
            assert refused.outcome == "refused"
            assert db.plans(city) == before
            two.connection.execute("DELETE FROM plan_edit WHERE seq = 2")


def append(ledger, change):
    """A step written past `edit_plan`, its hash right."""
    (before,) = ledger.one("SELECT id FROM plan_edit ORDER BY seq DESC LIMIT 1")
    key = edit_digest(before, "plan", "l", "a", "t", [json.loads(change)])
    row = (key, "plan", 2, "l", "a", "t", f"[{change}]")
    ledger.connection.execute("INSERT INTO plan_edit VALUES (?, ?, ?, ?, ?, ?, ?)", row)
