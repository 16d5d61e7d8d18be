"""The overview and the comparison of two periods: the written rule, and that the counts add up."""

from dataclasses import replace
from decimal import Decimal

import pytest

import db
from db.lights import light_of
from tests.rounds import hand_in, issue, make_ledger, say
from tests.small_plan import FIRST, measure, small_plan
from tests.small_plan import task as small_task

ME = "李四"
T1, T2, T3 = (db.TaskId(f"t1.{number}") for number in (1, 2, 3))
L = db.Light
PLAN = small_plan()
ONE = small_task("3.1#1", "", "人社局", "", measure("帮扶", "100", "人次"), measure("再就业", "10", "人次"))
NUMBERS = tuple(one.id for one in ONE.measures)
BEHIND, ON, AHEAD = Decimal(10), Decimal(25), Decimal(60)
"""Of a target of 100, in March."""


def light(task, *figures, status=None, reason="", narrative="说", nothing_new=False):
    """The light of a task with these figures, measure by measure; None: blank."""
    given = tuple((m.id, Decimal(v)) for m, v in zip(task.measures, figures, strict=False) if v is not None)
    content = db.Content(status, nothing_new, reason, narrative, figures=given)
    return light_of(task, PLAN, FIRST, entry(task, content))


def entry(task, *contents, state=db.State.OPEN):
    heads = tuple(
        db.Revision(db.RevisionId(f"r{n}"), task.id, FIRST.id, db.UnitId("u"), "张三", "", content, ())
        for n, content in enumerate(contents)
    )
    return db.Entry(task.id, FIRST.id, state, heads[0] if len(heads) == 1 else None, heads)


S = db.Status


@pytest.mark.parametrize(
    ("figures", "status", "expected"),
    [
        ((None, None), None, L.UNCLEAR),
        ((None, None), S.ON_TRACK, L.ON),
        ((None, None), S.BEHIND, L.BEHIND),
        ((None, None), S.DONE, L.DONE),
        ((None, None), S.NOT_STARTED, L.NOT_STARTED),
        ((0, 0), S.NOT_STARTED, L.NOT_STARTED),
        ((0, 0), None, L.BEHIND),
        ((25, "2.5"), S.ON_TRACK, L.ON),
        ((60, 6), S.ON_TRACK, L.AHEAD),
        ((60, "2.5"), S.ON_TRACK, L.ON),  # the worst counts
        ((10, 6), None, L.BEHIND),
        ((100, 10), S.ON_TRACK, L.DONE),
        ((100, 11), S.DONE, L.DONE),
        ((101, 11), None, L.EXCEEDED),
        ((101, None), None, L.ON),  # a blank measure: at best on
        ((10, None), None, L.BEHIND),
        ((60, None), S.BEHIND, L.BEHIND),  # the unit knows of the blank one
    ],
)
def test_figures_and_a_status_that_fits(figures, status, expected):
    found = light(ONE, *figures, status=status)
    assert (found.light, found.overridden) == (expected, False)


@pytest.mark.parametrize(
    ("figures", "status", "computed", "said"),
    [
        ((10, 1), S.ON_TRACK, L.BEHIND, L.ON),
        ((10, 1), S.DONE, L.BEHIND, L.DONE),
        ((60, 6), S.DONE, L.AHEAD, L.DONE),
        ((60, 6), S.BEHIND, L.AHEAD, L.BEHIND),
        ((60, 6), S.NOT_STARTED, L.AHEAD, L.NOT_STARTED),
    ],
)
def test_a_status_against_the_figures_counts_only_with_a_reason(figures, status, computed, said):
    found = light(ONE, *figures, status=status)
    assert (found.light, found.computed, found.overridden) == (computed, computed, False)
    found = light(ONE, *figures, status=status, reason="数据下月公布")
    assert (found.light, found.computed, found.overridden, found.reason) == (
        said,
        computed,
        True,
        "数据下月公布",
    )


def test_a_ceiling_counts_only_where_it_is_broken_or_alone():
    ceiling = measure("投诉", "50", "件", "<=")
    alone = small_task("1.1#1", "", "教育局", "", ceiling)
    assert light(alone, 20).light is L.ON
    assert light(alone, 20, status=S.DONE).light is L.DONE
    assert light(alone, 51, status=S.DONE).light is L.BEHIND
    assert light(alone, 51).light is L.BEHIND
    both = small_task("1.1#1", "", "教育局", "", ceiling, measure("学位", "100", "个"))
    assert light(both, 20, 100).light is L.DONE
    assert light(both, 51, 100).light is L.BEHIND


def test_what_is_no_answer_and_what_is_no_task():
    assert light_of(ONE, PLAN, FIRST, None).light is L.NOT_REPORTED
    imported = entry(ONE, db.Content(narrative="表上有的"))
    nobody = replace(imported, heads=tuple(replace(head, unit=None) for head in imported.heads))
    assert light_of(ONE, PLAN, FIRST, nobody).light is L.NOT_REPORTED
    assert light(ONE, status=S.NOT_APPLICABLE, reason="已取消", narrative="").light is L.NOT_APPLICABLE
    assert light(ONE, nothing_new=True, reason="等待批复", narrative="").light is L.UNCLEAR
    sides = entry(ONE, db.Content(narrative="甲"), db.Content(narrative="乙"), state=db.State.CONFLICT)
    assert light_of(ONE, PLAN, FIRST, sides).light is L.CONFLICT


def test_tolerance_and_steps_of_the_plan_count():
    assert light(ONE, 10, 1).light is L.BEHIND
    generous = replace(PLAN, tolerance=Decimal(20))
    said = entry(ONE, db.Content(narrative="说", figures=tuple((key, Decimal(1)) for key in NUMBERS)))
    assert light_of(ONE, generous, FIRST, said).light is L.BEHIND
    stepped = replace(ONE, measures=tuple(replace(m, steps=((FIRST.id, Decimal(1)),)) for m in ONE.measures))
    assert light_of(stepped, PLAN, FIRST, said).light is L.ON


@pytest.fixture
def ledger(tmp_path):
    """1.1 behind, 1.2 sent back, 1.3 in conflict."""
    with make_ledger(tmp_path / "a.shishi") as made:
        files = issue(made, tmp_path / "out")
        with db.open_ledger(files["教育局"]) as file:
            figures = ((db.MeasureId("m1"), Decimal(3)),)
            said = db.Content(db.Status.ON_TRACK, narrative="新增学位3个。", figures=figures)
            db.save_entry(file, T1, db.PeriodId("p1"), said, author="张三", unit=db.UnitId("教育局"))
        say(files["住建局"], "1.2", "说了一点")
        for unit in files:
            say(files[unit], "1.3", f"{unit}说")
            db.merge(made, [hand_in(files[unit], tmp_path / "in")], author=ME)
        db.review_entry(made, T2, db.PeriodId("p1"), db.Verdict.SEND_BACK, author=ME, comment="太短")
        yield made


def seen(ledger):
    plan = db.plans(ledger)[0]
    return db.overview(ledger, plan, plan.periods[0])


def test_the_overview_counts_what_is_there(ledger):
    found = seen(ledger)
    assert found.year_share == Decimal("24.86")
    assert [(one.task, one.light) for one in found.lights] == [
        (T1, L.BEHIND),
        (T2, L.UNCLEAR),
        (T3, L.CONFLICT),
    ]
    assert {light: n for light, n in found.total.counts.items() if n} == {
        L.BEHIND: 1,
        L.UNCLEAR: 1,
        L.CONFLICT: 1,
    }
    assert found.total.total == sum(tally.total for tally in found.categories) == 3
    assert [(tally.name, tally.total, tally.counts[L.CONFLICT]) for tally in found.units] == [
        ("教育局", 2, 1),
        ("住建局", 2, 1),
    ]
    (measured,) = found.measures
    assert (measured.value, measured.percent, measured.expected) == (3, Decimal("3.00"), Decimal("24.86"))
    assert measured.schedule is not None
    assert measured.schedule.kind == "behind"


def test_what_needs_attention_comes_most_urgent_first(ledger):
    found = [(one.kind, one.task, one.note) for one in seen(ledger).attention if one.kind != "finding"]
    assert found == [("conflict", T3, ""), ("sent_back", T2, "太短"), ("behind", T1, "")]
    plan = db.plans(ledger)[0]
    told = db.Finding("figure_smaller", "error", "1.1#1")
    others = [db.Finding("entry_conflict", "error", "1.3#1"), db.Finding("x", "warning", "1.1#1")]
    asked = db.overview(ledger, plan, plan.periods[0], findings=[told, *others])
    assert [(one.task, one.finding) for one in asked.attention if one.kind == "finding"] == [(T1, told)]


def test_retired_tasks_are_not_counted(ledger):
    db.retire_task(ledger, db.PlanId("plan"), T3, author=ME)
    found = seen(ledger)
    assert found.total.total == 2
    assert {one.task for one in found.attention} == {T1, T2}


def test_what_came_late_for_an_approved_entry_needs_attention(ledger, tmp_path):
    plan = db.plans(ledger)[0]
    db.review_entry(ledger, T1, plan.periods[0].id, db.Verdict.APPROVE, author=ME)
    db.save_entry(ledger, T1, plan.periods[0].id, db.Content(narrative="又来"), author=ME)
    assert ("changed_after_approval", T1) in [(one.kind, one.task) for one in seen(ledger).attention]


def test_two_periods_are_compared(ledger):
    plan = db.plans(ledger)[0]
    half = db.open_period(ledger, plan, db.period_named("1-6月", 2024), author=ME)
    figures = ((db.MeasureId("m1"), Decimal(60)),)
    db.save_entry(
        ledger,
        T1,
        half.id,
        db.Content(narrative="新增60个", figures=figures),
        author=ME,
        unit=db.UnitId("教育局"),
    )
    db.save_entry(ledger, T2, half.id, db.Content(narrative="说了一点"), author=ME, unit=db.UnitId("住建局"))
    plan = db.plans(ledger)[0]
    found = db.compared(ledger, plan, *plan.periods)
    assert [(one.task, one.change) for one in found] == [(T1, "changed"), (T2, "same"), (T3, "gone")]
    (figure,) = found[0].figures
    assert (figure.before, figure.after) == (3, 60)
    assert (found[0].light_before, found[0].light_after) == (L.BEHIND, L.AHEAD)
    assert found[2].before is None  # a conflict has no one content
    back = db.compared(ledger, plan, plan.periods[1], plan.periods[0])
    assert [one.change for one in back] == ["changed", "same", "new"]


def test_every_light_of_the_sample_is_counted_once(imported_sample):
    with db.open_ledger(imported_sample, read_only=True) as opened:
        plan = db.plans(opened)[0]
        found = db.overview(opened, plan, plan.periods[0])
    assert found.total.counts[L.NOT_REPORTED] == found.total.total == 56
    assert sum(tally.total for tally in found.categories) == 56
    assert len(found.categories) == 10
    assert len(found.units) == 21
