"""Editing a plan: one step a function, nothing that has a history is deleted, the log says it all."""

import json
import re
import tomllib
from datetime import date
from decimal import Decimal

import pytest

import db
from db.ledger import open_ledger
from db.plan import rebuild
from db.resources import resource
from tests.rounds import issue, make_ledger

PLAN = db.PlanId("plan")
P1 = db.PeriodId("p1")
ME = "李四"


@pytest.fixture
def ledger(tmp_path):
    with make_ledger(tmp_path / "a.shishi") as made:
        yield made


def plan(ledger):
    """The plan as the tables have it, which is what the log says."""
    before = db.plans(ledger)
    with ledger.transaction() as connection:
        for one in before:
            rebuild(connection, one.id)
    assert db.plans(ledger) == before
    return next(one for one in before if one.id == PLAN)


def steps(ledger):
    return ledger.one("SELECT count(*) FROM plan_edit WHERE plan_id = ?", PLAN)[0]


def task(ledger, key):
    return next(one for one in plan(ledger).tasks() if one.id == key)


def names(ledger):
    return [one.name for one in plan(ledger).tasks()]


def units(ledger):
    return {unit.name: unit for unit in plan(ledger).units}


def test_a_plan_from_nothing(ledger):
    made = db.new_plan(ledger, title=" 滨江区民生实事 ", year=2025, author=ME)
    found = next(one for one in db.plans(ledger) if one.id == made)
    assert (found.title, found.year, found.tolerance) == ("滨江区民生实事", 2025, 5)
    assert (found.periods, found.units, found.categories) == ((), (), ())
    with pytest.raises(db.RequestError, match="plan_exists"):
        db.new_plan(ledger, title="滨江区民生实事", year=2025, author=ME)
    with pytest.raises(db.RequestError, match="bad_year"):
        db.new_plan(ledger, title="x", year=25, author=ME)
    with pytest.raises(db.RequestError, match="text_needed"):
        db.new_plan(ledger, title=" ", year=2025, author=ME)


def test_a_plan_from_last_years(ledger):
    db.change_plan(ledger, PLAN, tolerance=Decimal("7.5"), author=ME)
    db.retire_task(ledger, PLAN, db.TaskId("t1.2"), author=ME)
    old = plan(ledger)
    made = db.plan_from(ledger, old, title="滨江区民生实事", year=2025, author=ME)
    new = next(one for one in db.plans(ledger) if one.id == made)
    assert [(t.name, t.target, [u.name for u in t.leads]) for t in new.tasks()] == [
        ("1.1#1", "新增学位1.1", ["教育局"]),
        ("1.3#1", "新增学位1.3", ["教育局", "住建局"]),
    ]
    assert [(m.label, m.amount) for t in new.tasks() for m in t.measures] == [("学位", 100)]
    assert new.periods == ()
    assert new.tolerance == Decimal("7.5")
    ids = {t.id for t in old.tasks()} | {u.id for u in old.units}
    assert ids.isdisjoint({t.id for t in new.tasks()} | {u.id for u in new.units})
    assert plan(ledger) == old


def test_a_fill_in_file_has_no_plan_to_edit(ledger, tmp_path):
    files = issue(ledger, tmp_path / "out")
    with open_ledger(files["教育局"]) as file:
        for edit in (
            lambda: db.change_plan(file, PLAN, title="x", author=ME),
            lambda: db.new_plan(file, title="x", year=2024, author=ME),
        ):
            with pytest.raises(db.RequestError, match="not_a_ledger_file"):
                edit()


def test_the_plan_itself(ledger):
    db.change_plan(ledger, PLAN, title="新名", year=2023, tolerance=Decimal(10), author=ME)
    assert (plan(ledger).title, plan(ledger).year, plan(ledger).tolerance) == ("新名", 2023, 10)
    for wrong in (Decimal(-1), Decimal(101), Decimal("NaN")):
        with pytest.raises(db.RequestError, match="bad_tolerance"):
            db.change_plan(ledger, PLAN, tolerance=wrong, author=ME)
    before = steps(ledger)
    db.change_plan(ledger, PLAN, title="新名", author=ME)
    assert steps(ledger) == before  # what changes nothing is no step


def test_categories_and_items_are_added_and_moved(ledger):
    second = db.add_category(ledger, PLAN, name="二、交通", author=ME)
    first = db.add_category(ledger, PLAN, name="〇、序", before=db.CategoryId("c1"), author=ME)
    assert [c.name for c in plan(ledger).categories] == ["〇、序", "一、教育惠民", "二、交通"]
    item = db.add_item(ledger, PLAN, second, number="2.1", title="停车", author=ME)
    db.move_item(ledger, PLAN, db.ItemId("i1.2"), category=second, before=item, author=ME)
    db.move_category(ledger, PLAN, first, author=ME)
    db.rename_category(ledger, PLAN, first, name="三、其他", author=ME)
    found = plan(ledger).categories
    assert [c.name for c in found] == ["一、教育惠民", "二、交通", "三、其他"]
    assert [[i.number for i in c.items] for c in found] == [["1.1", "1.3"], ["1.2", "2.1"], []]
    db.change_item(ledger, PLAN, item, number="2.10", title="停车便民", author=ME)
    with pytest.raises(db.RequestError, match="number_taken"):
        db.change_item(ledger, PLAN, item, number="1.1", author=ME)
    with pytest.raises(db.RequestError, match="not_in_plan"):
        db.move_item(ledger, PLAN, item, category=db.CategoryId("x"), author=ME)
    db.delete_item(ledger, PLAN, item, author=ME)
    db.delete_category(ledger, PLAN, first, author=ME)
    assert [[i.number for i in c.items] for c in plan(ledger).categories] == [["1.1", "1.3"], ["1.2"]]


def test_tasks_are_added_moved_and_count_anew(ledger):
    measure = db.PlannedMeasure(None, "泊位", ">=", Decimal(300), "个")
    item = db.ItemId("i1.1")
    second = db.add_task(
        ledger,
        PLAN,
        item,
        target="开放泊位300个",
        leads=[db.UnitId("住建局")],
        extra=[("分管领导", "王五")],
        measures=[measure],
        before=db.TaskId("t1.1"),
        author=ME,
    )
    assert names(ledger) == ["1.1#1", "1.1#2", "1.2#1", "1.3#1"]
    assert task(ledger, second).name == "1.1#1"
    assert task(ledger, second).extra == (("分管领导", "王五"),)
    assert task(ledger, second).measures[0].amount == 300
    db.move_task(ledger, PLAN, second, item=db.ItemId("i1.3"), author=ME)
    assert (task(ledger, second).name, task(ledger, "t1.1").name) == ("1.3#2", "1.1#1")
    db.move_task(ledger, PLAN, second, item=db.ItemId("i1.3"), before=db.TaskId("t1.3"), author=ME)
    assert (task(ledger, second).name, task(ledger, "t1.3").name) == ("1.3#1", "1.3#2")
    db.change_task(ledger, PLAN, second, target="改", leads=[db.UnitId("教育局")], extra=(), author=ME)
    assert (task(ledger, second).target, task(ledger, second).leads[0].name) == ("改", "教育局")
    with pytest.raises(db.RequestError, match="lead_needed"):
        db.change_task(ledger, PLAN, second, leads=[], author=ME)
    db.delete_task(ledger, PLAN, second, author=ME)
    assert names(ledger) == ["1.1#1", "1.2#1", "1.3#1"]


def test_what_was_issued_or_reported_on_is_retired_and_not_deleted(ledger, tmp_path):
    said = db.Content(narrative="甲", figures=((db.MeasureId("m1"), Decimal(3)),))
    db.save_entry(ledger, db.TaskId("t1.1"), P1, said, author=ME)
    files = issue(ledger, tmp_path / "out")
    assert files
    before = plan(ledger), steps(ledger)
    for edit in (
        lambda: db.delete_task(ledger, PLAN, db.TaskId("t1.1"), author=ME),
        lambda: db.delete_task(ledger, PLAN, db.TaskId("t1.2"), author=ME),
        lambda: db.delete_item(ledger, PLAN, db.ItemId("i1.2"), author=ME),
        lambda: db.delete_category(ledger, PLAN, db.CategoryId("c1"), author=ME),
        lambda: db.delete_measure(ledger, PLAN, db.MeasureId("m1"), author=ME),
        lambda: db.change_task(ledger, PLAN, db.TaskId("t1.1"), measures=[], author=ME),
        lambda: db.delete_period(ledger, PLAN, P1, author=ME),
    ):
        with pytest.raises(db.RequestError, match="has_history"):
            edit()
    assert (plan(ledger), steps(ledger)) == before
    db.retire_task(ledger, PLAN, db.TaskId("t1.1"), author=ME)
    assert task(ledger, "t1.1").retired
    assert db.entry(ledger, db.TaskId("t1.1"), P1).current is not None
    db.unretire_task(ledger, PLAN, db.TaskId("t1.1"), author=ME)
    assert plan(ledger) == before[0]


def test_a_draft_is_a_history_too(ledger):
    typed = db.Content(narrative="写了一半", figures=((db.MeasureId("m1"), Decimal(1)),))
    db.save_draft(ledger, db.Draft(db.TaskId("t1.1"), P1, db.now(), typed))
    for edit in (
        lambda: db.delete_task(ledger, PLAN, db.TaskId("t1.1"), author=ME),
        lambda: db.delete_measure(ledger, PLAN, db.MeasureId("m1"), author=ME),
    ):
        with pytest.raises(db.RequestError, match="has_history"):
            edit()
    db.delete_task(ledger, PLAN, db.TaskId("t1.2"), author=ME)
    assert names(ledger) == ["1.1#1", "1.3#1"]


@pytest.mark.parametrize("reported", [False, True])
def test_a_group_is_split_into_a_task_for_each_member(ledger, reported):
    group = db.add_unit(ledger, PLAN, name="各街道", is_group=True, author=ME)
    with pytest.raises(db.RequestError, match="not_a_group"):
        db.split_task(ledger, PLAN, db.TaskId("t1.1"), author=ME)
    members = [db.add_unit(ledger, PLAN, name=name, author=ME) for name in ("西兴街道", "长河街道")]
    db.change_unit(ledger, PLAN, group, members=members, author=ME)
    db.change_task(ledger, PLAN, db.TaskId("t1.1"), leads=[group], author=ME)
    if reported:
        db.save_entry(ledger, db.TaskId("t1.1"), P1, db.Content(narrative="甲"), author=ME)
    made = db.split_task(ledger, PLAN, db.TaskId("t1.1"), author=ME)
    found = [t for t in plan(ledger).tasks() if t.number == "1.1" and not t.retired]
    assert tuple(t.id for t in found) == made
    assert [t.leads[0].name for t in found] == ["西兴街道", "长河街道"]
    assert [t.measures[0].amount for t in found] == [100, 100]
    assert [t.id for t in plan(ledger).tasks() if t.retired] == (["t1.1"] if reported else [])


def test_measures_are_edited_and_read_from_a_changed_target(ledger):
    target = "新增学位120个,开办幼儿园3所。"
    offered = db.measures_offered(task(ledger, "t1.1"), target)
    assert [(m.id, m.amount, m.unit) for m in offered] == [("m1", 120, "个"), (None, 3, "所")]
    db.change_task(ledger, PLAN, db.TaskId("t1.1"), target=target, measures=offered, author=ME)
    assert [(m.amount, m.unit) for m in task(ledger, "t1.1").measures] == [(120, "个"), (3, "所")]
    assert task(ledger, "t1.1").measures[0].id == "m1"
    third = db.add_measure(
        ledger,
        PLAN,
        db.TaskId("t1.1"),
        label="投诉",
        comparator="<=",
        amount=Decimal("2.50"),
        unit="件",
        before=db.MeasureId("m1"),
        author=ME,
    )
    db.move_measure(ledger, PLAN, db.MeasureId("m1"), author=ME)
    assert [m.unit for m in task(ledger, "t1.1").measures] == ["件", "所", "个"]
    db.change_measure(ledger, PLAN, third, amount=Decimal(4), author=ME)
    db.delete_measure(ledger, PLAN, offered[1].id or task(ledger, "t1.1").measures[1].id, author=ME)
    first = task(ledger, "t1.1").measures[0]
    assert (first.label, first.amount) == ("投诉", 4)
    for wrong in (Decimal("NaN"), Decimal("1e40")):
        with pytest.raises(db.RequestError, match="bad_amount"):
            db.change_measure(ledger, PLAN, third, amount=wrong, author=ME)
    with pytest.raises(db.RequestError, match="bad_comparator"):
        db.change_measure(ledger, PLAN, third, comparator=">", author=ME)


def test_targets_by_period(ledger):
    measure = db.MeasureId("m1")
    half = db.open_period(ledger, plan(ledger), db.period_named("1-6月", 2024), author=ME)
    db.set_steps(ledger, PLAN, measure, {P1: Decimal(0), half.id: Decimal("60.0")}, author=ME)
    assert dict(task(ledger, "t1.1").measures[0].steps) == {P1: 0, half.id: 60}
    db.set_steps(ledger, PLAN, measure, {half.id: Decimal(70)}, author=ME)
    assert dict(task(ledger, "t1.1").measures[0].steps) == {half.id: 70}
    db.delete_period(ledger, PLAN, half.id, author=ME)
    assert task(ledger, "t1.1").measures[0].steps == ()
    assert [p.label for p in plan(ledger).periods] == ["1-3月"]


def test_units_are_edited(ledger):
    made = db.add_unit(ledger, PLAN, name="发改局", aliases=["发展和改革局"], contact="张三 123", author=ME)
    assert db.find_unit(plan(ledger), "发展和改革局").id == made
    for name in ("教育局", "发展和改革局"):
        with pytest.raises(db.RequestError, match="name_taken"):
            db.add_unit(ledger, PLAN, name=name, author=ME)
    db.change_unit(ledger, PLAN, made, name="发改委", aliases=["发改局", "发改委", " "], author=ME)
    assert units(ledger)["发改委"].aliases == ("发改局",)
    db.move_unit(ledger, PLAN, made, before=db.UnitId("教育局"), author=ME)
    assert list(units(ledger)) == ["发改委", "教育局", "住建局"]
    with pytest.raises(db.RequestError, match="unit_in_use"):
        db.delete_unit(ledger, PLAN, db.UnitId("教育局"), author=ME)
    db.delete_unit(ledger, PLAN, made, author=ME)
    assert list(units(ledger)) == ["教育局", "住建局"]


@pytest.mark.parametrize("issued", [False, True])
def test_two_units_that_are_one_are_merged(ledger, tmp_path, issued):
    if issued:
        issue(ledger, tmp_path / "out")
    db.change_unit(ledger, PLAN, db.UnitId("住建局"), aliases=["住房建设局"], contact="王五", author=ME)
    group = db.add_unit(
        ledger,
        PLAN,
        name="各局",
        is_group=True,
        members=[db.UnitId("教育局"), db.UnitId("住建局")],
        author=ME,
    )
    db.merge_units(ledger, PLAN, db.UnitId("住建局"), db.UnitId("教育局"), author=ME)
    found = units(ledger)
    assert [u.name for u in task(ledger, "t1.2").leads] == ["教育局"]
    assert [u.name for u in task(ledger, "t1.3").leads] == ["教育局"]
    assert next(u for u in found.values() if u.id == group).members == ("教育局",)
    assert found["教育局"].contact == "王五"
    assert ("住建局" in found) is issued  # what it was issued is its own
    assert set(found["教育局"].aliases) == ({"住房建设局"} if issued else {"住建局", "住房建设局"})
    assert db.find_unit(plan(ledger), "住房建设局").id == "教育局"


def test_periods_are_edited(ledger):
    half = db.open_period(ledger, plan(ledger), db.period_named("1-6月", 2024), author=ME)
    db.set_due(ledger, PLAN, P1, date(2024, 4, 5), author=ME)
    db.change_period(ledger, PLAN, P1, label="一季度", end=date(2024, 3, 30), author=ME)
    db.move_period(ledger, PLAN, half.id, before=P1, author=ME)
    first, second = plan(ledger).periods
    assert (first.label, second.label, second.end, second.due) == (
        "1-6月",
        "一季度",
        date(2024, 3, 30),
        date(2024, 4, 5),
    )
    db.close_period(ledger, plan(ledger), second, author=ME)
    assert [p.label for p in plan(ledger).periods] == ["1-6月", "一季度"]
    db.set_due(ledger, PLAN, P1, None, author=ME)
    assert plan(ledger).periods[1].due is None
    with pytest.raises(db.RequestError, match="period_exists"):
        db.change_period(ledger, PLAN, P1, label="1—6月", author=ME)
    with pytest.raises(db.RequestError, match="period_backwards"):
        db.change_period(ledger, PLAN, P1, end=date(2023, 1, 1), author=ME)


def test_half_a_character_is_refused(ledger):
    before = steps(ledger)
    with pytest.raises(db.RequestError, match="unreadable_text"):
        db.rename_category(ledger, PLAN, db.CategoryId("c1"), name="半\ud83d", author=ME)
    assert steps(ledger) == before


def test_the_log_says_what_goes(ledger):
    db.delete_task(ledger, PLAN, db.TaskId("t1.1"), author=ME)
    (text,) = ledger.one("SELECT changes FROM plan_edit ORDER BY seq DESC LIMIT 1")
    assert json.loads(text) == [{"drop": "measure", "id": "m1"}, {"drop": "task", "id": "t1.1"}]


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
def test_every_step_has_a_sentence(ledger, language):
    """All that the functions of the face write, worded without a gap."""
    db.add_category(ledger, PLAN, name="二", author=ME)
    db.undo_plan(ledger, PLAN, author=ME)
    db.redo_plan(ledger, PLAN, author=ME)
    for one in db.plan_history(ledger, PLAN):
        said = db.step_sentence(one.label, language)
        assert "{" not in said
        assert "step_" not in said
    assert db.step_sentence(db.plan_history(ledger, PLAN)[0].label, language).startswith("made for tests")


def test_every_label_that_is_written_has_a_sentence():
    known = tomllib.loads(resource("sentences", "en.toml").read_text("utf-8"))
    written = {f"{table}_moved" for table in ("category", "item", "task")}
    written |= {f"{table}_deleted" for table in ("category", "item", "task", "period")}
    for path in resource().parent.joinpath("db").glob("*.py"):
        written |= set(re.findall(r'(?:step|_label)\((?:edit, )?"(\w+)"', path.read_text("utf-8")))
    assert {"plan_imported", "period_closed", "units_merged", "measure_moved", "task_split"} <= written
    assert [code for code in sorted(written) if f"step_{code}" not in known] == []
