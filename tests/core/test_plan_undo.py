"""Undo and redo of a plan's steps: further steps of the log, exact, and never of what must not be undone."""

import contextlib
import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import db
from db.plan import rebuild
from tests.rounds import issue, make_ledger

PLAN = db.PlanId("plan")
P1 = db.PeriodId("p1")
ME = "李四"


@pytest.fixture
def ledger(tmp_path):
    with make_ledger(tmp_path / "a.shishi") as made:
        yield made


def plan(ledger):
    return db.plans(ledger)[0]


def codes(ledger):
    return [(one.label.code, one.state) for one in db.plan_history(ledger, PLAN)][1:]


def test_steps_are_undone_and_done_again(ledger):
    first = plan(ledger)
    db.change_plan(ledger, PLAN, title="新名", author=ME)
    renamed = plan(ledger)
    db.delete_task(ledger, PLAN, db.TaskId("t1.1"), author=ME)
    deleted = plan(ledger)
    assert db.undo_plan(ledger, PLAN, author="王五").code == "task_deleted"
    assert plan(ledger) == renamed
    assert db.undo_plan(ledger, PLAN, author="王五").code == "plan_changed"
    assert plan(ledger) == first
    with pytest.raises(db.RequestError, match="no_step_to_undo"):
        db.undo_plan(ledger, PLAN, author=ME)
    assert codes(ledger) == [
        ("plan_changed", "undone"),
        ("task_deleted", "undone"),
        ("undo", "undo"),
        ("undo", "undo"),
    ]
    assert db.redo_plan(ledger, PLAN, author=ME).code == "plan_changed"
    assert plan(ledger) == renamed
    db.redo_plan(ledger, PLAN, author=ME)
    assert plan(ledger) == deleted
    with pytest.raises(db.RequestError, match="no_step_to_redo"):
        db.redo_plan(ledger, PLAN, author=ME)
    db.undo_plan(ledger, PLAN, author=ME)
    assert plan(ledger) == renamed


def test_a_further_change_ends_what_can_be_done_again(ledger):
    db.change_plan(ledger, PLAN, title="一", author=ME)
    db.undo_plan(ledger, PLAN, author=ME)
    offered = db.plan_undo(ledger, PLAN)
    assert offered.undo is None
    assert offered.redo is not None
    assert offered.redo.code == "plan_changed"
    db.add_category(ledger, PLAN, name="二", author=ME)
    offered = db.plan_undo(ledger, PLAN)
    assert offered.redo is None
    assert offered.undo is not None
    assert offered.undo.params == (("name", "二"),)


def test_history_says_what_changed_in_the_words_of_people(ledger):
    db.change_task(ledger, PLAN, db.TaskId("t1.1"), target="改", leads=[db.UnitId("住建局")], author=ME)
    db.move_task(ledger, PLAN, db.TaskId("t1.1"), item=db.ItemId("i1.2"), author=ME)
    changed, moved = db.plan_history(ledger, PLAN)[1:]
    assert (changed.author, changed.seq, changed.label.params) == (ME, 2, (("task", "1.1#1"),))
    (row,) = changed.changes
    assert (row.table, row.name, row.kind) == ("task", "1.1#1", "changed")
    assert {(f.field, f.before, f.after) for f in row.fields} == {
        ("target", "新增学位1.1", "改"),
        ("leads", "教育局", "住建局"),
    }
    assert [(row.name, [(f.field, f.before, f.after) for f in row.fields]) for row in moved.changes] == [
        ("1.2#2", [("item", "1.1", "1.2")])
    ]


def test_a_period_is_neither_closed_nor_opened_by_undo(ledger):
    db.change_period(ledger, PLAN, P1, label="一季度", author=ME)
    db.close_period(ledger, plan(ledger), plan(ledger).periods[0], author=ME)
    assert codes(ledger)[-1] == ("period_closed", "fixed")
    db.undo_plan(ledger, PLAN, author=ME)
    (period,) = plan(ledger).periods
    assert period.label == "1-3月"
    assert period.closed_at
    db.reopen_period(ledger, plan(ledger), period, author=ME)
    db.redo_plan(ledger, PLAN, author=ME)
    assert (plan(ledger).periods[0].label, plan(ledger).periods[0].closed_at) == ("一季度", None)


def test_what_was_added_and_reported_on_since_stays(ledger, tmp_path):
    made = db.add_task(ledger, PLAN, db.ItemId("i1.1"), target="新", leads=[db.UnitId("教育局")], author=ME)
    issue(ledger, tmp_path / "out")
    before = ledger.rows("SELECT * FROM plan_edit")
    with pytest.raises(db.RequestError, match="step_has_history") as error:
        db.undo_plan(ledger, PLAN, author=ME)
    assert error.value.params["what"] == "1.1#2"
    assert ledger.rows("SELECT * FROM plan_edit") == before
    db.retire_task(ledger, PLAN, made, author=ME)
    db.undo_plan(ledger, PLAN, author=ME)
    assert not next(t for t in plan(ledger).tasks() if t.id == made).retired


def test_the_making_of_a_plan_is_not_undone(ledger):
    made = db.new_plan(ledger, title="另一", year=2024, author=ME)
    with pytest.raises(db.RequestError, match="no_step_to_undo"):
        db.undo_plan(ledger, made, author=ME)


def test_undo_travels_to_another_copy(ledger, tmp_path):
    (tmp_path / "b.shishi").write_bytes(ledger.path.read_bytes())
    first = plan(ledger)
    db.delete_task(ledger, PLAN, db.TaskId("t1.2"), author=ME)
    with db.open_ledger(tmp_path / "b.shishi") as other:
        db.merge(other, [ledger.path], author=ME, ledgers=True)
        assert plan(other) == plan(ledger) != first
        db.undo_plan(other, PLAN, author=ME)
        assert db.merge(ledger, [other.path], author=ME, ledgers=True).totals["refused"] == 0
        assert plan(other) == plan(ledger) == first


NUMBER = st.integers(0, 5)
TEXT = st.sampled_from(["甲", "乙", "丙"])
EDITS = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from(["add_task", "change_task", "move_task", "move_item"]), NUMBER, NUMBER, TEXT
        ),
        st.tuples(
            st.sampled_from(["delete_task", "retire", "delete_item", "add_item"]), NUMBER, NUMBER, TEXT
        ),
        st.tuples(
            st.sampled_from(["add_unit", "merge_units", "steps", "due", "rename"]), NUMBER, NUMBER, TEXT
        ),
        st.tuples(st.sampled_from(["close", "report"]), NUMBER, NUMBER, TEXT),
        st.tuples(st.sampled_from(["undo", "undo", "redo"]), NUMBER, NUMBER, TEXT),
    ),
    max_size=14,
)


class Desk:
    """Every edit, on whatever the numbers point at."""

    def __init__(self, ledger):
        self.ledger = ledger

    def play(self, edits):
        for name, one, two, text in edits:
            with contextlib.suppress(db.RequestError, IndexError):
                getattr(self, name)(plan(self.ledger), one, two, text)

    def add_task(self, now, one, two, text):
        lead = now.units[two % len(now.units)].id
        db.add_task(self.ledger, PLAN, items(now)[one].id, target=text, leads=[lead], author=ME)

    def change_task(self, now, one, two, text):
        found = measures(now, one)
        db.change_task(self.ledger, PLAN, tasks(now)[one].id, target=text, measures=found[two:], author=ME)

    def move_task(self, now, one, two, text):
        before = items(now)[two].tasks
        db.move_task(
            self.ledger,
            PLAN,
            tasks(now)[one].id,
            item=items(now)[two].id,
            before=before[0].id if before else None,
            author=ME,
        )

    def move_item(self, now, one, two, text):
        chosen = now.categories[two % len(now.categories)].id
        db.move_item(self.ledger, PLAN, items(now)[one].id, category=chosen, author=ME)

    def delete_task(self, now, one, two, text):
        db.delete_task(self.ledger, PLAN, tasks(now)[one].id, author=ME)

    def retire(self, now, one, two, text):
        db.retire_task(self.ledger, PLAN, tasks(now)[one].id, author=ME)

    def delete_item(self, now, one, two, text):
        db.delete_item(self.ledger, PLAN, items(now)[one].id, author=ME)

    def add_item(self, now, one, two, text):
        chosen = now.categories[two % len(now.categories)].id
        db.add_item(self.ledger, PLAN, chosen, number=f"{text}{one}", author=ME)

    def add_unit(self, now, one, two, text):
        db.add_unit(self.ledger, PLAN, name=f"{text}{one}", author=ME)

    def merge_units(self, now, one, two, text):
        db.merge_units(self.ledger, PLAN, now.units[one].id, now.units[two].id, author=ME)

    def steps(self, now, one, two, text):
        steps = {P1: Decimal(two)} if two else {}
        db.set_steps(self.ledger, PLAN, tasks(now)[one].measures[0].id, steps, author=ME)

    def due(self, now, one, two, text):
        db.set_due(self.ledger, PLAN, P1, now.periods[0].end if one else None, author=ME)

    def rename(self, now, one, two, text):
        db.change_plan(self.ledger, PLAN, title=text, author=ME)

    def close(self, now, one, two, text):
        if now.periods[0].closed_at:
            db.reopen_period(self.ledger, now, now.periods[0], author=ME)
        else:
            db.close_period(self.ledger, now, now.periods[0], author=ME)

    def report(self, now, one, two, text):
        db.save_entry(self.ledger, tasks(now)[one].id, P1, db.Content(narrative=text), author=ME)

    def undo(self, now, one, two, text):
        db.undo_plan(self.ledger, PLAN, author=ME)

    def redo(self, now, one, two, text):
        db.redo_plan(self.ledger, PLAN, author=ME)


def items(now):
    return [item for category in now.categories for item in category.items]


def tasks(now):
    return list(now.tasks())


def measures(now, number):
    return [
        db.PlannedMeasure(m.id, m.label, m.comparator, m.amount + 1, m.unit)
        for m in tasks(now)[number].measures
    ]


def open_again(one):
    """A plan but for what undo leaves alone."""
    return [(p.label, p.due) for p in one.periods], one.title, one.units, one.categories


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(EDITS)
def test_undo_of_everything_is_exact_and_redo_too(edits):
    with tempfile.TemporaryDirectory() as folder, make_ledger(Path(folder) / "a.shishi") as ledger:
        first = plan(ledger)
        Desk(ledger).play(edits)
        with ledger.transaction() as connection:
            seen = plan(ledger)
            rebuild(connection, PLAN)  # what the log says is what the tables hold
            assert plan(ledger) == seen
        reported = {task for (task,) in ledger.rows("SELECT task_id FROM revision")}
        assert reported <= {task.id for task in seen.tasks()}  # nothing reported hangs in the air
        states = [seen]
        while db.plan_undo(ledger, PLAN).undo:
            with contextlib.suppress(db.RequestError):
                db.undo_plan(ledger, PLAN, author=ME)
                states.append(plan(ledger))
                continue
            break  # what was added was reported on since
        else:
            assert open_again(plan(ledger)) == open_again(first)
        for state in reversed(states[:-1]):
            db.redo_plan(ledger, PLAN, author=ME)
            assert open_again(plan(ledger)) == open_again(state)
