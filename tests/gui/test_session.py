"""The session: one worker owns the file, results come back here in order."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread
from shiboken6 import delete

import db
from desktop import operations
from desktop.session import Session
from tests import rounds
from tests.held import held, saved

ONE, TWO = db.TaskId("t1.1"), db.TaskId("t1.2")
PERIOD = db.PeriodId("p1")


@pytest.fixture
def session(qtbot, ledger_file: Path) -> Iterator[Session]:
    session = Session("李四")
    with qtbot.waitSignal(session.shown):
        session.open(ledger_file)
    yield session
    session.stop()


@pytest.fixture
def settle(qtbot, session: Session):
    return lambda: qtbot.waitUntil(lambda: not session.busy)


def draft(text: str) -> db.Draft:
    return db.Draft(ONE, PERIOD, "2024-04-01T00:00:00Z", db.Content(narrative=text))


def save(text: str) -> operations.Command[db.Revision]:
    return operations.save_entry(ONE, PERIOD, db.Content(narrative=text), "李四", None)


def test_open_shows_plan_period_and_kind(session: Session, ledger_file: Path):
    view = session.view
    assert view is not None
    assert (view.plan.title, view.period.label) == ("滨江区民生实事", "1-3月")
    assert (view.kind, view.path, view.terms) == (db.FileKind.LEDGER, ledger_file, None)
    assert session.unit is None


def test_a_fill_in_file_says_whose_it_is(qtbot, fill_in_file: Path):
    session = Session()
    with qtbot.waitSignal(session.opened):
        session.open(fill_in_file)
    assert session.view is not None
    assert session.view.terms is not None
    assert session.unit == "教育局"
    session.stop()


def test_work_runs_off_the_gui_thread_and_its_answer_on_it(session: Session, settle):
    threads = []
    session.query(
        lambda _: threads.append(QThread.currentThread()),
        lambda _: threads.append(QThread.currentThread()),
    )
    settle()
    worker, here = threads
    assert here is QThread.currentThread()
    assert worker is not here


def test_jobs_run_in_order_and_a_read_sees_the_write_before_it(session: Session, settle):
    heard = []
    for number in range(5):
        session.run(save(f"第{number}稿"))
        session.query(
            lambda ledger: db.entry(ledger, ONE, PERIOD),
            lambda entry: heard.append(entry.current.content.narrative),
        )
    settle()
    assert heard == [f"第{number}稿" for number in range(5)]


def test_a_write_tells_what_changed_then_shows_it(session: Session, settle):
    heard = []
    session.changed.connect(lambda changes: heard.append(("changed", changes.kinds, changes.tasks)))
    session.shown.connect(lambda: heard.append(("shown",)))
    session.run(save("完成"), lambda revision: heard.append(("then", revision.author)))
    settle()
    assert heard == [
        ("changed", {"entries", "drafts"}, {ONE}),
        ("shown",),
        ("then", "李四"),
    ]
    assert session.view is not None
    entry = session.view.entries[ONE]
    assert entry.current is not None
    assert entry.current.content.narrative == "完成"


def test_a_draft_changes_only_the_drafts(session: Session, settle, qtbot):
    before = session.view
    assert before is not None
    with qtbot.assertNotEmitted(session.shown):
        session.run(operations.save_draft(draft("写到一半")))
        settle()
    after = session.view
    assert after is not None
    assert after.drafts[ONE].content.narrative == "写到一半"
    assert after.entries is before.entries
    session.run(operations.discard_draft(ONE, PERIOD))
    settle()
    assert session.view is not None
    assert not session.view.drafts


def test_an_error_goes_to_who_asked_else_to_the_window(session: Session, settle):
    heard = []
    session.failed.connect(lambda error: heard.append(("window", error.code)))
    nothing = operations.save_entry(TWO, PERIOD, db.Content(), "李四", None)
    session.run(nothing, failed=lambda error: heard.append(("asked", error.code)))
    session.run(nothing)
    settle()
    assert heard == [("asked", "nothing_to_save"), ("window", "nothing_to_save")]


def test_a_bug_on_the_worker_is_raised_here(session: Session, settle, qtbot):
    with qtbot.captureExceptions() as raised:
        session.query(lambda _: 1 / 0, lambda _: None)
        settle()
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    with qtbot.waitSignal(session.shown):
        session.reload()


def test_a_file_that_cannot_be_opened_leaves_the_open_one(session: Session, settle, tmp_path: Path):
    heard = []
    session.open(tmp_path / "没有.shishi", failed=lambda error: heard.append(error.code))
    settle()
    assert heard == ["not_found"]
    session.run(save("还能保存"))
    settle()
    assert session.view is not None
    assert ONE in session.view.entries


def test_opening_another_lets_go_of_the_first(
    session: Session, settle, ledger_file: Path, fill_in_file: Path
):
    session.open(fill_in_file)
    settle()
    connection = sqlite3.connect(ledger_file, timeout=0)
    connection.execute("BEGIN EXCLUSIVE")
    connection.close()
    assert session.view is not None
    assert session.view.path == fill_in_file


def test_closing_is_after_everything_handed_in(session: Session, qtbot, ledger_file: Path):
    with qtbot.waitSignal(session.closed):
        session.run(operations.save_draft(draft("最后一句")))
        session.close()
    assert session.view is None
    with rounds.open_ledger(ledger_file) as ledger:
        assert db.drafts(ledger, PERIOD)[ONE].content.narrative == "最后一句"


def test_stop_writes_what_was_handed_in(session: Session, ledger_file: Path):
    session.run(operations.save_draft(draft("断电之前")))
    session.stop()
    with rounds.open_ledger(ledger_file) as ledger:
        assert db.drafts(ledger, PERIOD)[ONE].content.narrative == "断电之前"


def test_what_is_asked_of_a_file_is_done_in_that_file(
    session: Session, settle, ledger_file: Path, fill_in_file: Path
):
    heard = []
    with held(session):
        session.open(fill_in_file)
        session.run(save("给台账的"), lambda _: heard.append(session.view.path))
        session.query(lambda ledger: ledger.path, heard.append)
    settle()
    assert session.view.path == fill_in_file
    assert session.view.entries == {}
    assert heard == [ledger_file, ledger_file]
    assert saved(ledger_file) == {ONE: ["给台账的"]}


def test_a_write_reads_again_the_period_that_was_asked_for_last(session: Session, settle, ledger_file: Path):
    half: list[db.PeriodId] = []
    label, plan = db.period_named("1-6月", 2024), session.view.plan
    session.query(
        lambda ledger: db.open_period(ledger, plan, label, author="李四"),
        lambda period: half.append(period.id),
    )
    settle()
    with held(session):
        session.show_period(half[0])
        session.run(operations.save_draft(draft("为第一季度")))
        session.run(save("第一季度"))
    settle()
    assert session.view.period.id == half[0]
    assert (session.view.entries, session.view.drafts) == ({}, {})
    assert saved(ledger_file) == {ONE: ["第一季度"]}


def test_an_answer_is_dropped_once_its_receiver_is_gone(session: Session, settle):
    heard = []
    receiver = QObject()
    with held(session):
        session.query(lambda _: 1, heard.append, receiver=receiver)
        session.work_aside(lambda: 2, heard.append, receiver=receiver)
        session.run(save("写了"), heard.append, receiver=receiver)
        delete(receiver)
    settle()
    assert heard == []
    assert ONE in session.view.entries


def test_whoever_asked_is_told_of_a_bug_before_it_is_raised(session: Session, settle, qtbot):
    heard = []
    with qtbot.captureExceptions() as raised:
        session.query(lambda _: 1 / 0, heard.append, crashed=lambda bug: heard.append(type(bug)))
        settle()
    assert heard == [ZeroDivisionError]
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


def test_after_the_end_nothing_is_started_again(qtbot, ledger_file: Path):
    session = Session()
    with qtbot.waitSignal(session.shown):
        session.open(ledger_file)
    session.stop()
    session.open(ledger_file)
    session.query(lambda _: None, lambda _: None)
    assert not session._worker.isRunning()
    assert session.view is None


def test_another_period_is_shown_with_the_one_before(session: Session, settle, tmp_path: Path):
    session.run(save("第一季度"))
    command = operations.issue(
        session.view.plan,
        "1-6月",
        tmp_path,
        units=[db.UnitId("教育局")],
        due=None,
        author="李四",
        progress=db.Silent(),
    )
    session.run(command)
    settle()
    assert session.view is not None
    half = next(period for period in session.view.plan.periods if period.label == "1-6月")
    session.show_period(half.id)
    settle()
    assert session.view is not None
    assert session.view.period.label == "1-6月"
    previous = session.view.previous[ONE].current
    assert previous is not None
    assert previous.content.narrative == "第一季度"


def test_long_work_reports_steps_and_stops_when_asked(session: Session, settle):
    steps = session.steps("长")
    seen, heard = [], []

    def work(_: db.Ledger) -> None:
        for done in range(1000):
            steps.step(done, 1000, str(done))
            if done == 2:
                steps.cancel()

    steps.stepped.connect(lambda done, total, what: seen.append(done))
    session.query(work, lambda _: heard.append("done"), lambda error: heard.append(error.code))
    settle()
    assert (seen, heard) == ([0, 1, 2], ["cancelled"])
