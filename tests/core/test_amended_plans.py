"""A plan that was amended after it went out: on record, and told when a return comes in."""

from decimal import Decimal

import pytest

import db
from db.ledger import open_ledger
from db.sentences import sentence
from tests.rounds import hand_in, issue, make_ledger, say

PLAN = db.PlanId("plan")
ME = "李四"
T1, T2, T3 = (db.TaskId(f"t1.{number}") for number in (1, 2, 3))


@pytest.fixture
def ledger(tmp_path):
    with make_ledger(tmp_path / "a.shishi") as made:
        yield made


def amended(ledger, period=None):
    found = db.amendments(ledger, db.plans(ledger)[0], period)
    return [(one.name, one.kind, [(f.field, f.before, f.after) for f in one.fields]) for one in found]


def test_what_is_changed_before_a_plan_goes_out_is_no_amendment(ledger, tmp_path):
    db.change_task(ledger, PLAN, T1, target="草稿", author=ME)
    assert amended(ledger) == []
    issue(ledger, tmp_path / "out")
    assert amended(ledger) == []


def test_amendments_are_told_against_what_was_issued(ledger, tmp_path):
    issue(ledger, tmp_path / "out")
    measure = db.MeasureId("m1")
    db.change_task(ledger, PLAN, T1, target="新增学位120个", author="王五")
    db.change_measure(ledger, PLAN, measure, amount=Decimal(120), author=ME)
    db.change_task(ledger, PLAN, T3, leads=[db.UnitId("住建局")], author=ME)
    db.retire_task(ledger, PLAN, T2, author=ME)
    db.add_task(ledger, PLAN, db.ItemId("i1.3"), target="新", leads=[db.UnitId("教育局")], author=ME)
    db.change_unit(ledger, PLAN, db.UnitId("教育局"), name="教育体育局", author=ME)
    db.rename_category(ledger, PLAN, db.CategoryId("c1"), name="一、教育", author=ME)
    found = amended(ledger)
    assert found[:3] == [
        (
            "1.1#1",
            "changed",
            [("target", "新增学位1.1", "新增学位120个"), ("measures", "学位 ≥ 100 个", "学位 ≥ 120 个")],
        ),
        ("1.2#1", "retired", []),
        ("1.3#1", "changed", [("leads", "教育局、住建局", "住建局")]),
    ]
    assert [(name, kind) for name, kind, _ in found[3:]] == [("1.3#2", "added")]
    first = db.amendments(ledger, db.plans(ledger)[0])[0]
    assert (first.task, first.author) == (T1, ME)


def test_a_change_that_was_undone_is_no_amendment(ledger, tmp_path):
    issue(ledger, tmp_path / "out")
    db.change_task(ledger, PLAN, T1, target="改", author=ME)
    db.undo_plan(ledger, PLAN, author=ME)
    made = db.add_task(ledger, PLAN, db.ItemId("i1.3"), target="新", leads=[db.UnitId("教育局")], author=ME)
    db.retire_task(ledger, PLAN, made, author=ME)
    assert amended(ledger) == []


def test_a_deleted_task_comes_last(ledger, tmp_path):
    plan = db.plans(ledger)[0]
    db.close_period(ledger, plan, plan.periods[0], author=ME)
    db.delete_task(ledger, PLAN, T1, author=ME)
    db.change_task(ledger, PLAN, T2, target="改", author=ME)
    assert [(name, kind) for name, kind, _ in amended(ledger)] == [("1.2#1", "changed"), ("1.1#1", "removed")]


def test_amendments_of_one_period_start_when_it_was_issued(ledger, tmp_path):
    issue(ledger, tmp_path / "out")
    db.change_task(ledger, PLAN, T1, target="改", author=ME)
    half = db.open_period(ledger, db.plans(ledger)[0], db.period_named("1-6月", 2024), author=ME)
    assert amended(ledger, half) == []
    db.issue(ledger, db.plans(ledger)[0], half, tmp_path / "out2")
    db.change_task(ledger, PLAN, T2, target="改", author=ME)
    assert [name for name, _, _ in amended(ledger, half)] == ["1.2#1"]
    assert [name for name, _, _ in amended(ledger)] == ["1.1#1", "1.2#1"]


def taken(ledger, path, **how):
    return db.merge(ledger, [path], author=ME, **how).files[0]


def test_a_return_to_an_amended_plan_merges_and_says_what_changed(ledger, tmp_path):
    files = issue(ledger, tmp_path / "out")
    say(files["教育局"], "1.1", "甲")
    say(files["教育局"], "1.3", "丙")
    returned = hand_in(files["教育局"], tmp_path / "in")
    db.change_task(ledger, PLAN, T1, target="改", leads=[db.UnitId("住建局")], author=ME)
    for file in (db.preview_merge(ledger, [returned]).files[0], taken(ledger, returned)):
        assert file.outcome == "merged"
        told = {entry.task: entry.amended for entry in file.entries}
        assert [(f.field, f.before, f.after) for f in told[T1]] == [
            ("target", "新增学位1.1", "改"),
            ("leads", "教育局", "住建局"),
        ]
        assert told[T3] == ()
        assert [(r.code, r.params) for r in file.reasons] == [("plan_amended", {"tasks": "1.1#1"})]
        assert "1.1#1" in sentence(file.reasons[0].code, file.reasons[0].params, "zh_CN")


def test_a_retired_task_keeps_its_history(ledger, tmp_path):
    files = issue(ledger, tmp_path / "out")
    say(files["住建局"], "1.2", "乙")
    returned = hand_in(files["住建局"], tmp_path / "in")
    db.retire_task(ledger, PLAN, T2, author=ME)
    file = taken(ledger, returned)
    assert file.outcome == "merged"
    assert [(f.field, f.after) for entry in file.entries for f in entry.amended] == [("retired", "1")]
    plan = db.plans(ledger)[0]
    assert next(task for task in plan.tasks() if task.id == T2).retired
    current = db.entry(ledger, T2, plan.periods[0].id).current
    assert current is not None
    assert current.content.narrative == "乙"


def test_an_unchanged_plan_says_nothing(ledger, tmp_path):
    files = issue(ledger, tmp_path / "out")
    say(files["教育局"], "1.1", "甲")
    db.change_task(ledger, PLAN, T2, target="别的任务", author=ME)
    file = taken(ledger, hand_in(files["教育局"], tmp_path / "in"))
    assert file.reasons == ()
    assert all(entry.amended == () for entry in file.entries)


def test_a_file_of_a_plan_step_that_was_forgotten_says_so(ledger, tmp_path):
    before = ledger.path.read_bytes()
    db.change_task(ledger, PLAN, T1, target="改", author=ME)
    files = issue(ledger, tmp_path / "out")
    say(files["教育局"], "1.1", "甲")
    returned = hand_in(files["教育局"], tmp_path / "in")
    restored = tmp_path / "old.shishi"
    restored.write_bytes(before)
    with open_ledger(restored) as old:
        file = taken(old, returned)
    assert file.outcome == "merged"
    assert [reason.code for reason in file.reasons] == ["plan_step_unknown"]


def test_what_the_file_says_of_its_targets_is_not_believed(ledger, tmp_path):
    files = issue(ledger, tmp_path / "out")
    say(files["教育局"], "1.1", "甲")
    returned = hand_in(files["教育局"], tmp_path / "in")
    db.change_task(ledger, PLAN, T1, target="改", author=ME)
    with open_ledger(returned) as file:
        file.connection.execute("UPDATE task SET target = '偷换'")
    (change,) = next(e for e in taken(ledger, returned).entries if e.task == T1).amended
    assert (change.before, change.after) == ("新增学位1.1", "改")


def test_copies_of_a_fill_in_file_merge_without_a_log(ledger, tmp_path):
    files = issue(ledger, tmp_path / "out")
    copy = tmp_path / "copy.shishi"
    copy.write_bytes(files["教育局"].read_bytes())
    say(copy, "1.1", "甲")
    db.change_task(ledger, PLAN, T1, target="改", author=ME)
    with open_ledger(files["教育局"]) as file:
        assert taken(file, copy).reasons == ()
