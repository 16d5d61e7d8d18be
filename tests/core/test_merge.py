"""Merge through the gate: union, receipts, conflicts, undo."""

import pytest

import db
from db.ledger import open_ledger
from db.records import State
from tests.rounds import hand_in, issue, make_ledger, say, seen


@pytest.fixture
def ledger(tmp_path):
    with make_ledger(tmp_path / "l.shishi") as opened:
        yield opened


@pytest.fixture
def files(ledger, tmp_path):
    return issue(ledger, tmp_path / "out")


def state_of(ledger, unit):
    plan = db.plans(ledger)[0]
    return next(s for s in db.standing(ledger, plan, plan.periods[0]) if s.unit.name == unit)


def test_a_return_brings_its_entries_and_a_receipt(ledger, files, tmp_path):
    say(files["教育局"], "1.1", "已建成\n两座")
    returned = hand_in(files["教育局"], tmp_path / "in")
    report = db.merge(ledger, [returned], author="李四")
    (file,) = report.files
    assert (file.outcome, file.unit, file.period, file.added, file.same) == (
        "merged",
        "教育局",
        "1-3月",
        1,
        0,
    )
    entry = db.entry(ledger, "t1.1", "p1")
    assert entry.state is State.OPEN
    assert entry.current.content.narrative == "已建成\n两座"
    assert state_of(ledger, "教育局").check_code == file.check_code
    assert (state_of(ledger, "教育局").state, state_of(ledger, "住建局").state) == ("partial", "missing")


def test_merging_again_changes_no_byte(ledger, files, tmp_path):
    say(files["教育局"], "1.1", "甲")
    returned = hand_in(files["教育局"], tmp_path / "in")
    db.merge(ledger, [returned], author="李四")
    before = ledger.path.read_bytes()
    again = db.merge(ledger, [returned, returned], author="李四")
    assert [file.outcome for file in again.files] == ["unchanged", "unchanged"]
    assert ledger.path.read_bytes() == before


def test_a_dry_run_says_the_same_and_changes_no_byte(ledger, files, tmp_path):
    say(files["教育局"], "1.1", "甲")
    returned = hand_in(files["教育局"], tmp_path / "in")
    before = ledger.path.read_bytes()
    preview = db.preview_merge(ledger, [returned])
    assert ledger.path.read_bytes() == before
    assert preview == db.merge(ledger, [returned], author="李四")
    assert [(e.task, e.change) for e in preview.files[0].entries] == [("t1.1", "new")]


def test_joint_leads_who_differ_are_a_conflict_with_both_texts(ledger, files, tmp_path):
    for unit, text in (("教育局", "甲"), ("住建局", "乙")):
        say(files[unit], "1.3", text)
    returns = [hand_in(file, tmp_path / "in") for file in files.values()]
    report = db.merge(ledger, returns, author="李四")
    assert report.totals["conflicts"] == 1
    (conflict,) = db.conflicts(ledger)
    assert conflict.current is None
    assert {head.content.narrative for head in conflict.heads} == {"甲", "乙"}
    assert state_of(ledger, "教育局").state == "conflict"

    with pytest.raises(db.RequestError, match="entry_in_conflict"):
        db.save_entry(ledger, "t1.3", "p1", db.Content(narrative="丙"), author="李四")
    settled = db.resolve(ledger, "t1.3", "p1", author="李四", content=db.Content(narrative="甲乙"))
    assert set(settled.parents) == {head.id for head in conflict.heads}
    assert db.conflicts(ledger) == ()
    assert db.entry(ledger, "t1.3", "p1").current == settled


def test_joint_leads_who_say_the_same_agree(ledger, files, tmp_path):
    for unit in files:
        say(files[unit], "1.3", "同一句话")
    db.merge(ledger, [hand_in(file, tmp_path / "in") for file in files.values()], author="李四")
    assert db.entry(ledger, "t1.3", "p1").state is State.OPEN
    assert len(db.entry(ledger, "t1.3", "p1").heads) == 2


def test_an_older_return_merged_late_changes_nothing(ledger, files, tmp_path):
    say(files["教育局"], "1.1", "早")
    early = hand_in(files["教育局"], tmp_path / "in")
    say(files["教育局"], "1.1", "晚")
    late = hand_in(files["教育局"], tmp_path / "in")
    code = db.merge(ledger, [late], author="李四").files[0].check_code
    before = seen(ledger)
    report = db.merge(ledger, [early], author="李四")
    assert report.files[0].entries[0].change == "older"
    assert seen(ledger) == before
    assert db.entry(ledger, "t1.1", "p1").current.content.narrative == "晚"
    assert state_of(ledger, "教育局").check_code == code


def test_the_fill_in_file_itself_is_understood_without_its_drafts(ledger, files):
    say(files["教育局"], "1.1", "甲")
    with open_ledger(files["教育局"]) as file:
        db.save_draft(file, db.Draft("t1.3", "p1", db.now(), db.Content(narrative="草稿")))
    (merged,) = db.merge(ledger, [files["教育局"]], author="李四").files
    assert (merged.outcome, merged.added) == ("merged", 1)
    assert db.entry(ledger, "t1.3", "p1").state is State.BLANK


def test_an_untouched_fill_in_file_is_no_return(ledger, files):
    (file,) = db.merge(ledger, [files["教育局"]], author="李四").files
    assert (file.outcome, file.reasons[0].code) == ("unchanged", "nothing_filled")
    assert state_of(ledger, "教育局").state == "missing"


def test_undo_takes_the_last_merge_back_and_keeps_its_receipts(ledger, files, tmp_path):
    say(files["教育局"], "1.1", "甲")
    before, standing_before = seen(ledger), state_of(ledger, "教育局")
    returned = hand_in(files["教育局"], tmp_path / "in")
    db.merge(ledger, [returned], author="李四")
    db.undo_merge(ledger)
    assert seen(ledger) == before
    assert state_of(ledger, "教育局") == standing_before
    assert ledger.rows("SELECT count(*) FROM receipt") == [(1,)]
    assert db.merge(ledger, [returned], author="李四").files[0].outcome == "merged"
    db.undo_merge(ledger)
    with pytest.raises(db.RequestError, match="nothing_to_undo"):
        db.undo_merge(ledger)


def test_undo_refuses_when_something_was_built_on_the_merge(ledger, files, tmp_path):
    say(files["教育局"], "1.1", "甲")
    db.merge(ledger, [hand_in(files["教育局"], tmp_path / "in")], author="李四")
    db.save_entry(ledger, "t1.1", "p1", db.Content(narrative="改"), author="李四")
    with pytest.raises(db.RequestError, match="built_on"):
        db.undo_merge(ledger)


def test_undo_refuses_after_a_dispatch_that_started_from_it(ledger, files, tmp_path):
    say(files["教育局"], "1.1", "甲")
    db.merge(ledger, [hand_in(files["教育局"], tmp_path / "in")], author="李四")
    issue(ledger, tmp_path / "again")
    with pytest.raises(db.RequestError, match="built_on"):
        db.undo_merge(ledger)


def test_what_is_left_out_stays_out(ledger, files, tmp_path):
    say(files["教育局"], "1.1", "甲")
    say(files["教育局"], "1.3", "乙")
    returned = hand_in(files["教育局"], tmp_path / "in")
    report = db.merge(ledger, [returned], author="李四", leave_out=frozenset(["t1.3"]))
    assert {e.task: e.change for e in report.files[0].entries} == {"t1.1": "new", "t1.3": "left_out"}
    db.merge(ledger, [returned], author="李四")
    assert db.entry(ledger, "t1.3", "p1").state is State.BLANK
    (again,) = db.merge(ledger, [returned], author="李四").files
    assert [(r.code, r.params["tasks"]) for r in again.reasons] == [("left_out_before", "1.3#1")]
    assert state_of(ledger, "教育局").filled == 1
    open_ledger(ledger.path).close()
    db.merge(ledger, [returned], author="李四", take_in=frozenset(["t1.3"]))
    assert db.entry(ledger, "t1.3", "p1").current.content.narrative == "乙"
    assert db.merge(ledger, [returned], author="李四").files[0].reasons == ()


def test_copies_of_one_fill_in_file_merge_into_one(ledger, files, tmp_path):
    copy = tmp_path / "copy.shishi"
    copy.write_bytes(files["教育局"].read_bytes())
    say(files["教育局"], "1.1", "一科")
    say(copy, "1.3", "二科")
    with open_ledger(files["教育局"]) as file:
        assert db.merge(file, [copy], author="张三").files[0].outcome == "merged"
        (refused,) = db.merge(file, [files["住建局"]], author="张三").files
        assert refused.reasons[0].code == "other_dispatch"
        assert db.missing(file) == ()
    assert db.merge(ledger, [hand_in(files["教育局"], tmp_path)], author="李四").files[0].added == 2


def test_a_further_dispatch_starts_where_the_entry_stands(ledger, files, tmp_path):
    first = say(files["教育局"], "1.1", "甲")
    db.merge(ledger, [hand_in(files["教育局"], tmp_path / "in")], author="李四")
    second = issue(ledger, tmp_path / "second")["教育局"]
    assert say(second, "1.1", "乙").parents == (first.id,)
    db.merge(ledger, [hand_in(second, tmp_path / "in")], author="李四")
    assert db.entry(ledger, "t1.1", "p1").current.content.narrative == "乙"


def test_a_ledger_restored_from_before_the_dispatch_still_takes_the_return(tmp_path):
    with make_ledger(tmp_path / "l.shishi"):
        pass
    old = (tmp_path / "l.shishi").read_bytes()
    with open_ledger(tmp_path / "l.shishi") as ledger:
        file = issue(ledger, tmp_path / "out")["教育局"]
    say(file, "1.1", "甲")
    (tmp_path / "l.shishi").write_bytes(old)
    with open_ledger(tmp_path / "l.shishi") as ledger:
        assert db.merge(ledger, [hand_in(file, tmp_path)], author="李四").files[0].outcome == "merged"
        assert state_of(ledger, "教育局").state == "partial"


def test_a_backup_is_made_before_a_merge(ledger, files, tmp_path):
    say(files["教育局"], "1.1", "甲")
    db.merge(ledger, [hand_in(files["教育局"], tmp_path)], author="李四")
    (backup,) = (tmp_path / "l.backups").iterdir()
    with open_ledger(backup) as old:
        assert db.entry(old, "t1.1", "p1").state is State.BLANK


def test_a_coordinators_rewording_takes_nothing_from_what_the_unit_confirmed(ledger, files, tmp_path):
    say(files["教育局"], "1.1", "甲")
    db.merge(ledger, [hand_in(files["教育局"], tmp_path)], author="李四")
    db.save_entry(ledger, "t1.1", "p1", db.Content(narrative="甲,统稿"), author="李四")
    assert state_of(ledger, "教育局").filled == 1


def test_a_file_opened_for_reading_after_a_crash_is_rolled_back(tmp_path):
    """A hot journal: the process was killed in the middle of a commit."""
    import subprocess
    import sys

    make_ledger(tmp_path / "l.shishi").close()
    script = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size = 1')\n"
        "c.execute('BEGIN')\n"
        "for n in range(2000): c.execute(\"INSERT INTO merge (merged_at, author) VALUES (?, ?)\", ('x' * 500, 'y'))\n"
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "l.shishi")], check=False)
    assert (tmp_path / "l.shishi-journal").exists()
    with open_ledger(tmp_path / "l.shishi", read_only=True) as ledger:
        assert ledger.rows("SELECT count(*) FROM merge") == [(0,)]
        with pytest.raises(db.FileError, match="read_only"), ledger.transaction():
            pass


def test_an_office_that_only_looks_through_writes_nothing(ledger, files, tmp_path):
    said = say(files["教育局"], "1.1", "甲")
    db.merge(ledger, [hand_in(files["教育局"], tmp_path)], author="李四")
    same = db.save_entry(ledger, "t1.1", "p1", db.Content(narrative="甲"), author="李四")
    assert same.id == said.id
    later = say(files["教育局"], "1.1", "乙")
    db.merge(ledger, [hand_in(files["教育局"], tmp_path)], author="李四")
    assert db.entry(ledger, "t1.1", "p1").current == later


def test_blank_returns_of_two_units_have_two_codes(ledger, files, tmp_path):
    returns = [hand_in(file, tmp_path) for file in files.values()]
    codes = {file.check_code for file in db.merge(ledger, returns, author="李四").files}
    assert len(codes) == 2


def test_a_return_brings_a_restored_ledger_back_to_where_the_dispatch_stood(ledger, files, tmp_path):
    old = ledger.path.read_bytes()
    say(files["教育局"], "1.1", "甲")
    db.merge(ledger, [hand_in(files["教育局"], tmp_path / "in")], author="李四")
    for text in ("乙", "丙"):
        second = issue(ledger, tmp_path / text)["教育局"]
        say(second, "1.1", text)
        db.merge(ledger, [hand_in(second, tmp_path / "in")], author="李四")
    (tmp_path / "old.shishi").write_bytes(old)
    with open_ledger(tmp_path / "old.shishi") as restored:
        db.merge(restored, [hand_in(second, tmp_path / "again")], author="李四")
        assert db.entry(restored, "t1.1", "p1").current.content.narrative == "丙"
        early = sorted((tmp_path / "in").iterdir())
        db.merge(restored, early, author="李四")
        assert db.entry(restored, "t1.1", "p1").state is State.OPEN


def test_a_preview_of_a_ledger_that_may_only_be_read(ledger, files, tmp_path):
    say(files["教育局"], "1.1", "甲")
    returned = hand_in(files["教育局"], tmp_path / "in")
    with open_ledger(ledger.path, read_only=True) as reading:
        assert db.preview_merge(reading, [returned]).files[0].outcome == "merged"
        assert db.entry(reading, "t1.1", "p1").state is State.BLANK


def test_a_name_that_is_no_text_bars_nobody(ledger, files, tmp_path):
    import os

    say(files["教育局"], "1.1", "甲")
    returned = hand_in(files["教育局"], tmp_path / "in")
    garbled = tmp_path / os.fsdecode(b"\xff\xfe.shishi")
    garbled.write_bytes(returned.read_bytes())
    (file,) = db.merge(ledger, [garbled], author="李四").files
    assert (file.outcome, file.name) == ("merged", "??.shishi")
