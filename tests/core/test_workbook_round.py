"""A fill-in workbook goes out, is filled in, and comes back to the same revisions as a fill-in file."""

from __future__ import annotations

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

import db
from db.ledger import open_ledger
from tests.rounds import hand_in, issue, make_ledger, say
from tests.workbooks import changed, codes, filled, issue_books, merged, opened

ONE, THREE, PERIOD = db.TaskId("t1.1"), db.TaskId("t1.3"), db.PeriodId("p1")
FULL = {
    "status": "按序时",
    "narrative": "已建成两座,\n新增学位200个。",
    "problems": "用地未落实",
    "next_steps": "五月开工",
    "remark": "见附件",
    "figures": {"m1": 200},
}


@pytest.fixture
def ledger(tmp_path):
    with make_ledger(tmp_path / "l.shishi") as opened_ledger:
        yield opened_ledger


@pytest.fixture
def book(ledger, tmp_path) -> Path:
    return issue_books(ledger, tmp_path / "out")["教育局"]


def test_what_is_typed_becomes_the_entry(ledger, book):
    file = merged(ledger, filled(book, **FULL))
    assert (file.outcome, file.added, file.unit, file.period) == ("merged", 1, "教育局", "1-3月")
    entry = db.entry(ledger, ONE, PERIOD)
    assert entry.state is db.State.OPEN
    assert entry.current.content == db.Content(
        status=db.Status.ON_TRACK,
        narrative=FULL["narrative"],
        problems="用地未落实",
        next_steps="五月开工",
        remark="见附件",
        figures=(("m1", Decimal(200)),),
    )
    assert (entry.current.unit, entry.current.author) == ("教育局", "教育局")
    assert [row.change for row in file.entries] == ["new"]


def test_it_says_what_a_filled_in_file_says(ledger, book, tmp_path):
    files = issue(ledger, tmp_path / "files")
    with open_ledger(files["教育局"]) as file:
        plan = db.plans(file)[0]
        content = db.Content(narrative="甲", problems="乙", figures=(("m1", Decimal("2.5")),))
        db.save_entry(file, ONE, PERIOD, content, author="张三", unit=plan.units[0].id)
    merged(ledger, hand_in(files["教育局"], tmp_path / "in"))
    merged(ledger, filled(book, narrative="甲", problems="乙", figures={"m1": 2.5}))
    entry = db.entry(ledger, ONE, PERIOD)
    assert (len(entry.heads), entry.state) == (2, db.State.OPEN)
    assert {head.content for head in entry.heads} == {content}


def test_an_untouched_workbook_brings_nothing(ledger, book):
    before = ledger.path.read_bytes()
    file = merged(ledger, book)
    assert (file.outcome, codes(file)) == ("unchanged", ["nothing_filled"])
    assert merged(ledger, changed(book, lambda _: None)).outcome == "unchanged"
    assert ledger.path.read_bytes() == before


def test_untouched_rows_bring_nothing(ledger, book):
    merged(ledger, filled(book))
    assert db.entries(ledger, PERIOD).keys() == {ONE}


def test_merging_twice_or_saving_again_adds_nothing(ledger, book):
    merged(ledger, filled(book))
    again = merged(ledger, changed(book, lambda _: None, name="教育局(1).xlsx"))
    assert (again.outcome, again.added, again.same) == ("unchanged", 0, 1)


def test_order_does_not_matter(ledger, book, tmp_path):
    copy = Path(shutil.copy(ledger.path, tmp_path / "copy.shishi"))
    one, other = filled(book, narrative="甲", name="a.xlsx"), filled(book, narrative="乙", name="b.xlsx")
    merged(ledger, one)
    merged(ledger, other)
    with open_ledger(copy) as second:
        merged(second, other, one, other)
        assert db.entries(second, PERIOD) == db.entries(ledger, PERIOD)


def test_two_colleagues_are_a_conflict_that_is_settled_as_any(ledger, book):
    file = merged(
        ledger, filled(book, narrative="甲", name="a.xlsx"), filled(book, narrative="乙", name="b.xlsx")
    )
    assert (file.conflicts, file.entries[0].change) == (1, "conflict")
    heads = db.entry(ledger, ONE, PERIOD).heads
    assert {head.unit for head in heads} == {"教育局"}
    db.resolve(ledger, ONE, PERIOD, take=heads[0].id, author="李四")
    assert db.entry(ledger, ONE, PERIOD).state is db.State.OPEN


def test_who_filled_it_in_is_taken_from_the_sheet(ledger, book):
    def sign(one):
        row = next(c.row for c in one.sheet["A"] if c.value == "shishi:author")
        one.sheet.cell(row, 3).value = " 王  五 "
        one.type("t1.1", narrative="甲")

    merged(ledger, changed(book, sign))
    assert db.entry(ledger, ONE, PERIOD).current.author == "王 五"


def test_what_was_reported_before_stands_in_the_fields_and_is_what_it_descends_from(ledger, tmp_path):
    files = issue(ledger, tmp_path / "files")
    say(files["教育局"], "1.1", "甲")
    merged(ledger, hand_in(files["教育局"], tmp_path / "in"))
    first = db.entry(ledger, ONE, PERIOD).current
    book = issue_books(ledger, tmp_path / "again")["教育局"]
    assert opened(book).cell("t1.1", "narrative").value == "甲"
    assert merged(ledger, book).outcome == "unchanged"
    merged(ledger, filled(book, status="已完成"))
    current = db.entry(ledger, ONE, PERIOD).current
    assert current.parents == (first.id,)
    assert current.content == replace(first.content, status=db.Status.DONE)


def test_a_ledger_restored_from_an_older_backup_takes_it(ledger, tmp_path):
    backup = Path(shutil.copy(ledger.path, tmp_path / "older.shishi"))
    files = issue(ledger, tmp_path / "files")
    for text in ("甲", "乙"):
        say(files["教育局"], "1.1", text)
    merged(ledger, hand_in(files["教育局"], tmp_path / "in"))
    book = filled(issue_books(ledger, tmp_path / "books")["教育局"], narrative="丙")
    merged(ledger, book)
    with open_ledger(backup) as restored:
        file = merged(restored, book)
        assert (file.outcome, file.added) == ("merged", 1)
        assert db.entries(restored, PERIOD) == db.entries(ledger, PERIOD)


def test_sections_fill_in_workbooks_and_the_file_takes_them(ledger, tmp_path):
    plan = db.plans(ledger)[0]
    both = db.issue(ledger, plan, plan.periods[0], tmp_path / "out", units=["教育局"], form="both")
    file, book = (one.path for one in both)
    assert [one.form for one in both] == ["shishi", "xlsx"]
    with open_ledger(file) as own:
        assert merged(own, filled(book, narrative="甲")).outcome == "merged"
        # To the other unit alone: this one's file must stay the last that it was sent.
        (other,) = db.issue(ledger, plan, plan.periods[0], tmp_path / "o", units=["住建局"], form="xlsx")
        assert codes(merged(own, filled(other.path, "t1.2"))) == ["other_dispatch"]
    sealed = merged(ledger, hand_in(file, tmp_path / "in"))
    assert (sealed.added, codes(sealed)) == (1, [])
    assert merged(ledger, book).same == 1


def test_its_receipt_says_that_it_is_not_sealed(ledger, book):
    file = merged(ledger, filled(book))
    assert "unsealed_workbook" in codes(file)
    plan = db.plans(ledger)[0]
    (receipt,) = db.receipts(ledger, plan.periods[0])
    assert (receipt.sealed, receipt.check_code) == (False, file.check_code)
    assert "未加封" in db.receipt_text(plan, plan.periods[0], receipt)


def test_a_sealed_return_of_the_same_gets_a_receipt_of_its_own(ledger, tmp_path):
    plan = db.plans(ledger)[0]
    both = db.issue(ledger, plan, plan.periods[0], tmp_path / "out", units=["教育局"], form="both")
    file, book = (one.path for one in both)
    filled(book)
    merged(ledger, book)
    with open_ledger(file) as own:
        merged(own, book)
    assert merged(ledger, hand_in(file, tmp_path / "in")).outcome == "merged"
    assert [one.sealed for one in db.receipts(ledger, plan.periods[0])] == [False, True]


def test_it_counts_as_returned_and_can_be_undone(ledger, book):
    plan = db.plans(ledger)[0]
    before = db.standing(ledger, plan, plan.periods[0])

    def fill(one):
        one.type("t1.1", narrative="甲")
        one.type("t1.3", nothing_new="是", reason="尚未开工")

    merged(ledger, changed(book, fill))
    row = db.standing(ledger, plan, plan.periods[0])[0]
    assert (row.state, row.filled, row.tasks) == ("returned", 2, 2)
    db.undo_merge(ledger)
    assert db.standing(ledger, plan, plan.periods[0]) == before
    assert merged(ledger, book).added == 2


def test_a_row_can_be_left_out(ledger, book):
    def fill(one):
        one.type("t1.1", narrative="甲")
        one.type("t1.3", narrative="乙")

    changed(book, fill)
    report = db.preview_merge(ledger, [book], leave_out=frozenset([THREE]))
    assert [e.change for e in sorted(report.files[0].entries, key=lambda e: e.task)] == ["new", "left_out"]
    db.merge(ledger, [book], author="李四", leave_out=frozenset([THREE]))
    assert db.entries(ledger, PERIOD).keys() == {ONE}
    assert "left_out_before" in codes(merged(ledger, book))


def test_a_correction_shows_why_and_finds_its_place(ledger, book, tmp_path):
    merged(ledger, filled(book))
    first = db.entry(ledger, ONE, PERIOD).current
    db.review_entry(ledger, ONE, PERIOD, db.Verdict.SEND_BACK, comment="请写明学位数", author="李四")
    book = issue_books(ledger, tmp_path / "back", corrections=True)["教育局"]
    assert "更正" in book.name
    sheet = opened(book)
    assert sheet.cell("t1.1", "comment").value == "请写明学位数"
    assert len(sheet.task_rows()) == 2
    merged(ledger, filled(book, narrative="新增学位200个"))
    assert db.entry(ledger, ONE, PERIOD).current.parents == (first.id,)


def test_a_later_file_is_told(ledger, book, tmp_path, monkeypatch):
    monkeypatch.setattr("db.dispatch.now", lambda: "2099-01-01T00:00:00Z")
    issue_books(ledger, tmp_path / "later")
    file = merged(ledger, filled(book))
    assert (file.outcome, codes(file)) == ("merged", ["unsealed_workbook", "later_issue"])


def test_a_later_file_of_the_same_day_is_told_apart_by_its_time(ledger, tmp_path, monkeypatch):
    monkeypatch.setattr("db.dispatch.now", lambda: "2024-04-05T02:15:00Z")
    book = issue_books(ledger, tmp_path / "first")["教育局"]
    monkeypatch.setattr("db.dispatch.now", lambda: "2024-04-05T02:40:00Z")
    issue_books(ledger, tmp_path / "second")
    told = merged(ledger, filled(book)).reasons[-1].params
    assert told["issued_at"][:10] == told["later"][:10]
    assert (told["issued_at"][-3:], told["later"][-3:]) == (":15", ":40")  # whatever the zone here


def test_a_workbook_is_known_whatever_its_name(ledger, book, tmp_path):
    filled(book)
    file = merged(ledger, Path(shutil.copy(book, tmp_path / "新建 表格.dat")))
    assert file.outcome == "merged"


def test_a_folder_stands_for_the_workbooks_in_it(ledger, tmp_path):
    import openpyxl

    books = issue_books(ledger, tmp_path / "out")
    for name, task in (("教育局", "t1.1"), ("住建局", "t1.2")):
        filled(books[name], task)
    openpyxl.Workbook().save(tmp_path / "out" / "通讯录.xlsx")
    (tmp_path / "out" / "~$教育局_1-3月_填报.xlsx").write_bytes(b"locked")
    report = db.merge(ledger, [tmp_path / "out"], author="李四")
    assert report.totals == {"merged": 2, "unchanged": 0, "refused": 1, "added": 2, "same": 0, "conflicts": 0}
    refused = next(file for file in report.files if file.outcome == "refused")
    assert codes(refused) == ["not_our_workbook"]


def test_a_text_that_no_cell_holds_is_said_before_anything_is_written(ledger, tmp_path):
    files = issue(ledger, tmp_path / "files")
    say(files["教育局"], "1.1", "\x0b" * 10_000)
    merged(ledger, hand_in(files["教育局"], tmp_path / "in"))
    with pytest.raises(db.RequestError, match="text_too_long"):
        issue_books(ledger, tmp_path / "books", units=["教育局"])
    assert list((tmp_path / "books").iterdir()) == []


def test_attachments_and_explanations_of_what_was_reported_stay(ledger, tmp_path):
    files = issue(ledger, tmp_path / "files")
    with open_ledger(files["教育局"]) as file:
        reference = db.attach_bytes(file, "现场.png", b"picture")
        said = db.Content(
            narrative="甲",
            attachments=(reference,),
            explanations=(db.Explanation("text_short", "1.1", "确实"),),
        )
        db.save_entry(file, ONE, PERIOD, said, author="张三", unit=db.UnitId("教育局"))
    merged(ledger, hand_in(files["教育局"], tmp_path / "in"))
    book = issue_books(ledger, tmp_path / "books")["教育局"]
    merged(ledger, filled(book, narrative="乙"))
    assert db.entry(ledger, ONE, PERIOD).current.content == replace(said, narrative="乙")


def test_a_fill_in_workbook_is_no_table_to_import(book, tmp_path):
    with pytest.raises(db.FileError) as error:
        db.import_table(book, tmp_path / "new.shishi", year=2024)
    assert (error.value.code, error.value.params["path"]) == ("fill_in_workbook", str(book))
    assert not (tmp_path / "new.shishi").exists()
