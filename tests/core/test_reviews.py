"""Approve, send back, correct, publish: and what arrives afterwards."""

from datetime import date

import pytest

import db
from db.ledger import open_ledger
from db.records import State, Verdict
from db.reviews import close_period, reopen_period, review_entry
from tests.rounds import hand_in, issue, make_ledger, say


@pytest.fixture
def ledger(tmp_path):
    with make_ledger(tmp_path / "l.shishi") as opened:
        yield opened


@pytest.fixture
def file(ledger, tmp_path):
    """教育局's fill-in file, returned once with 1.1 told."""
    path = issue(ledger, tmp_path / "out")["教育局"]
    say(path, "1.1", "甲")
    db.merge(ledger, [hand_in(path, tmp_path / "in")], author="李四")
    return path


def review(ledger, verdict, comment=""):
    return review_entry(ledger, db.TaskId("t1.1"), db.PeriodId("p1"), verdict, author="李四", comment=comment)


def entry(ledger):
    return db.entry(ledger, db.TaskId("t1.1"), db.PeriodId("p1"))


def state(ledger):
    plan = db.plans(ledger)[0]
    return next(s.state for s in db.standing(ledger, plan, plan.periods[0]) if s.unit.name == "教育局")


def test_an_approved_entry_stays_and_what_comes_later_stands_beside_it(ledger, file, tmp_path):
    review(ledger, Verdict.APPROVE)
    assert entry(ledger).state is State.APPROVED
    say(file, "1.1", "乙")
    db.merge(ledger, [hand_in(file, tmp_path / "in")], author="李四")
    changed = entry(ledger)
    assert changed.state is State.CHANGED_AFTER_APPROVAL
    assert changed.current.content.narrative == "甲"
    assert [head.content.narrative for head in changed.heads] == ["乙"]
    assert state(ledger) == "changed_after_approval"
    review(ledger, Verdict.APPROVE)
    assert (entry(ledger).state, entry(ledger).current.content.narrative) == (State.APPROVED, "乙")
    review(ledger, Verdict.REOPEN)
    assert entry(ledger).state is State.OPEN


def test_sent_back_corrected_and_answered(ledger, file, tmp_path):
    plan = db.plans(ledger)[0]
    review(ledger, Verdict.SEND_BACK, "数字不对")
    assert state(ledger) == "sent_back"
    (issued,) = db.issue(ledger, plan, plan.periods[0], tmp_path / "back", corrections=True)
    assert (issued.unit.name, issued.tasks) == ("教育局", 1)
    with open_ledger(issued.path) as correction:
        assert db.terms(correction).corrections
        (shown,) = db.entries(correction, db.PeriodId("p1")).values()
        assert shown.review.comment == "数字不对"
    say(issued.path, "1.1", "改正")
    db.merge(ledger, [hand_in(issued.path, tmp_path / "in")], author="李四")
    assert entry(ledger).current.content.narrative == "改正"
    assert state(ledger) == "partial"  # 1.3 is still missing
    with pytest.raises(db.RequestError, match="nothing_to_issue"):
        db.issue(ledger, plan, plan.periods[0], tmp_path / "back", corrections=True)


def test_verdicts_that_make_no_sense_are_refused(ledger, file, tmp_path):
    for verdict, code in ((Verdict.SEND_BACK, "comment_needed"), (Verdict.REOPEN, "not_approved")):
        with pytest.raises(db.RequestError, match=code):
            review(ledger, verdict)
    with pytest.raises(db.RequestError, match="nothing_to_review"):
        review_entry(ledger, db.TaskId("t1.2"), db.PeriodId("p1"), Verdict.APPROVE, author="李四")
    with open_ledger(file) as clerk, pytest.raises(db.RequestError, match="not_a_ledger_file"):
        review(clerk, Verdict.APPROVE)


def test_a_published_period_keeps_what_was_published(ledger, file, tmp_path):
    plan = db.plans(ledger)[0]
    assert close_period(ledger, plan, plan.periods[0], author="李四") == ()
    plan = db.plans(ledger)[0]
    assert plan.periods[0].closed_at
    with pytest.raises(db.RequestError, match="period_closed"):
        say(ledger.path, "1.1", "改")
    say(file, "1.1", "迟到")
    db.merge(ledger, [hand_in(file, tmp_path / "in")], author="李四")
    assert entry(ledger).current.content.narrative == "甲"
    assert entry(ledger).state is State.CHANGED_AFTER_APPROVAL
    reopen_period(ledger, plan, plan.periods[0], author="李四")
    assert not db.plans(ledger)[0].periods[0].closed_at


def test_undo_refuses_when_what_it_brought_was_reviewed(ledger, file):
    review(ledger, Verdict.APPROVE)
    with pytest.raises(db.RequestError, match="built_on"):
        db.undo_merge(ledger)


def test_the_views_of_the_file_say_what_the_program_says(ledger, file, tmp_path):
    for step in (
        lambda: review(ledger, Verdict.SEND_BACK, "x"),
        lambda: review(ledger, Verdict.APPROVE),
        lambda: say(file, "1.1", "乙"),
        lambda: db.merge(ledger, [hand_in(file, tmp_path / "in")], author="李四"),
        lambda: review(ledger, Verdict.REOPEN),
    ):
        step()
        current = entry(ledger).current
        assert ledger.rows("SELECT id FROM current_entry") == ([(current.id,)] if current else [])


def test_what_was_sent_back_is_waited_for_until_it_is_withdrawn(ledger, file, tmp_path):
    plan = db.plans(ledger)[0]
    period = plan.periods[0]
    review(ledger, Verdict.SEND_BACK, "数字不对")
    (waiting,) = db.sent_back_entries(ledger, period)
    assert (waiting.review.comment, waiting.units, waiting.issued_at) == ("数字不对", ("教育局",), "")
    db.issue(ledger, plan, period, tmp_path / "back", corrections=True)
    (waiting,) = db.sent_back_entries(ledger, period)
    assert waiting.issued_at
    review(ledger, Verdict.REOPEN)
    assert db.sent_back_entries(ledger, period) == ()
    assert state(ledger) == "partial"


def test_a_verdict_is_about_what_was_read(ledger, file, tmp_path):
    read = entry(ledger).heads[0].id
    say(file, "1.1", "乙")
    db.merge(ledger, [hand_in(file, tmp_path / "in")], author="李四")
    with pytest.raises(db.RequestError, match="changed_meanwhile"):
        db.review_entry(
            ledger, db.TaskId("t1.1"), db.PeriodId("p1"), Verdict.APPROVE, author="李四", seen=[read]
        )
    assert entry(ledger).review is None
    task, now = db.TaskId("t1.1"), entry(ledger).heads[0].id
    period = db.PeriodId("p1")
    assert db.approve_entries(ledger, period, {task: [read]}, author="李四") == ()
    assert db.approve_entries(ledger, period, {task: [now], db.TaskId("t1.2"): []}, author="李四") == (task,)
    assert entry(ledger).state is State.APPROVED


def test_a_row_says_what_was_issued_by_when_and_what_of_it_is_filled(ledger, file, tmp_path):
    plan = db.plans(ledger)[0]
    due = date(2024, 4, 5)
    db.issue(ledger, plan, plan.periods[0], tmp_path / "again", units=[db.UnitId("教育局")], due=due)
    rows = {row.unit.name: row for row in db.standing(ledger, plan, plan.periods[0])}
    assert rows["教育局"].due == due
    assert rows["住建局"].due == plan.periods[0].due
    assert rows["教育局"].issued_tasks == {"t1.1", "t1.3"}
    assert rows["教育局"].filled_tasks == {"t1.1"}
