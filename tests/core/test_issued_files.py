"""What was sent to whom is on record, and nothing that is sent takes the place of what was."""

from __future__ import annotations

import json
from datetime import date

import pytest

import db
from db.cli import main
from db.ledger import open_ledger
from tests.rounds import PERIOD, hand_in, issue, make_ledger, say

DUE = date(2024, 4, 8)


@pytest.fixture
def ledger(tmp_path):
    with make_ledger(tmp_path / "l.shishi") as opened:
        yield opened


def send(ledger, folder, **options):
    plan = db.plans(ledger)[0]
    return db.issue(ledger, plan, plan.periods[0], folder, **options)


def sent(ledger):
    return db.issued(ledger, db.plans(ledger)[0].periods[0])


def test_each_file_that_was_written_is_on_record(ledger, tmp_path):
    written = send(ledger, tmp_path / "out", form="both", due=DUE, note=" 请按时报送 ")
    assert [(one.unit.name, one.form) for one in written] == [
        ("教育局", "shishi"),
        ("教育局", "xlsx"),
        ("住建局", "shishi"),
        ("住建局", "xlsx"),
    ]
    assert all(one.path.exists() for one in written)
    files = sent(ledger)
    assert [(one.unit, one.form, one.file_name) for one in files] == [
        (one.unit.id, one.form, one.path.name) for one in written
    ]
    assert {(one.due, one.note, one.corrections, one.superseded_at) for one in files} == {
        (DUE, "请按时报送", False, None)
    }
    assert [len(one.tasks) for one in files] == [2, 2, 2, 2]
    assert len({one.dispatch for one in files}) == 2


def test_the_note_travels_in_the_file(ledger, tmp_path):
    (one,) = send(ledger, tmp_path / "out", units=["教育局"], note="如有疑问请联系督查室")
    with open_ledger(one.path) as file:
        assert db.terms(file).note == "如有疑问请联系督查室"


def test_a_note_without_end_is_refused(ledger, tmp_path):
    with pytest.raises(db.RequestError, match="note_too_long"):
        send(ledger, tmp_path / "out", note="说" * 2_001)
    assert sent(ledger) == ()
    (one, _) = send(ledger, tmp_path / "out", form="xlsx", note="半个\ud800字")
    with open_ledger(ledger.path, read_only=True) as again:
        assert db.issued(again, db.plans(again)[0].periods[0])[0].note == "半个?字"
    assert one.path.exists()


def test_a_later_file_that_asks_for_as_much_supersedes(ledger, tmp_path, monkeypatch):
    send(ledger, tmp_path / "out")
    monkeypatch.setattr("db.dispatch.now", lambda: "2099-01-01T00:00:00Z")
    send(ledger, tmp_path / "out", units=["教育局"])
    assert [one.superseded_at for one in sent(ledger)] == ["2099-01-01T00:00:00Z", None, None]


def test_a_correction_supersedes_nothing_but_an_earlier_one(ledger, tmp_path, monkeypatch):
    file = issue(ledger, tmp_path / "out")["教育局"]
    say(file, "1.1", "甲")
    db.merge(ledger, [hand_in(file, tmp_path / "in")], author="李四")
    db.review_entry(
        ledger, db.TaskId("t1.1"), db.PeriodId("p1"), db.Verdict.SEND_BACK, comment="太短", author="李四"
    )
    for day in (1, 2):
        monkeypatch.setattr("db.dispatch.now", lambda day=day: f"2099-01-0{day}T00:00:00Z")
        send(ledger, tmp_path / "back", corrections=True)
    assert [(one.corrections, one.superseded_at) for one in sent(ledger)] == [
        (False, None),
        (False, None),
        (True, "2099-01-02T00:00:00Z"),
        (True, None),
    ]


@pytest.mark.parametrize("form", ["shishi", "xlsx"])
def test_a_file_of_that_name_is_kept_and_told(ledger, tmp_path, form):
    (first,) = send(ledger, tmp_path / "out", units=["教育局"], form=form)
    before = first.path.read_bytes()
    (second,) = send(ledger, tmp_path / "out", units=["教育局"], form=form)
    assert (first.beside, second.beside) == (None, first.path)
    assert second.path.name == f"教育局_1-3月_填报 (2).{form}"
    assert first.path.read_bytes() == before
    assert [one.file_name for one in sent(ledger)] == [first.path.name, second.path.name]


def test_a_return_of_that_name_is_kept_and_told(ledger, tmp_path):
    file = issue(ledger, tmp_path / "out")["教育局"]
    say(file, "1.1", "甲")
    with open_ledger(file) as own:
        first, second = (db.make_return(own, tmp_path / "in", author="张三") for _ in range(2))
    assert (first.beside, second.beside) == (None, first.path)


def test_a_file_that_cannot_be_written_is_not_on_record(ledger, tmp_path):
    (tmp_path / "out").write_text("a file, no folder")
    with pytest.raises(db.FileError):
        send(ledger, tmp_path / "out", form="xlsx")
    assert sent(ledger) == ()
    assert ledger.rows("SELECT 1 FROM dispatch") == []


def test_the_command_line_says_where_everything_is(tmp_path, capsys):
    with make_ledger(tmp_path / "l.shishi") as ledger:
        path = str(ledger.path)
    command = ["dispatch", path, "--period", PERIOD, "--to", str(tmp_path / "out"), "--unit", "教育局"]
    assert main([*command, "--form", "both", "--note", "请按时", "--json"]) == 0
    files = json.loads(capsys.readouterr().out)["files"]
    assert [(one["form"], one["beside"], one["tasks"]) for one in files] == [
        ("shishi", None, 2),
        ("xlsx", None, 2),
    ]
    assert main([*command, "--form", "xlsx", "--json"]) == 0
    said = capsys.readouterr()
    (again,) = json.loads(said.out)["files"]
    assert again["path"].endswith("(2).xlsx")
    assert again["beside"] == files[1]["path"]
    assert "教育局_1-3月_填报 (2).xlsx" in said.err
    assert main(["merge", path, files[1]["path"], "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["files"][0]["outcome"] == "unchanged"


def test_the_command_line_tells_bad_cells(tmp_path, capsys):
    from tests.workbooks import filled, issue_books

    with make_ledger(tmp_path / "l.shishi") as ledger:
        book = filled(issue_books(ledger, tmp_path / "out")["教育局"], figures={"m1": "abc"}, status="好")
    assert main(["merge", str(tmp_path / "l.shishi"), str(book), "--json"]) == 1
    reasons = json.loads(capsys.readouterr().out)["files"][0]["reasons"]
    assert {one["code"] for one in reasons} == {"workbook_not_a_number", "workbook_unknown_status"}
    assert any("abc" in one["message"] for one in reasons)
