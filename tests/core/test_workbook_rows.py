"""Rows and columns of a fill-in workbook that moved, were copied, deleted, or are not its own."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

import db
from tests.rounds import make_ledger
from tests.workbooks import Book, changed, codes, filled, issue_books, merged, opened

ONE, THREE, PERIOD = db.TaskId("t1.1"), db.TaskId("t1.3"), db.PeriodId("p1")


@pytest.fixture
def ledger(tmp_path):
    with make_ledger(tmp_path / "l.shishi") as opened_ledger:
        yield opened_ledger


@pytest.fixture
def book(ledger, tmp_path) -> Path:
    return issue_books(ledger, tmp_path / "out")["教育局"]


def full(one: Book) -> None:
    one.type("t1.1", narrative="甲", figures={"m1": 7})
    one.type("t1.3", narrative="丙")


def narratives(ledger) -> dict[str, str]:
    return {task: e.current.content.narrative for task, e in db.entries(ledger, PERIOD).items()}


def refusal(ledger, path: Path) -> list[str]:
    before = ledger.path.read_bytes()
    file = merged(ledger, path)
    assert file.outcome == "refused"
    assert ledger.path.read_bytes() == before
    return codes(file)


def test_sorted_rows_are_found(ledger, book):
    changed(book, full)
    changed(book, lambda one: one.sort_rows(lambda row: -row))
    assert opened(book).row("t1.3") < opened(book).row("t1.1")
    merged(ledger, book)
    assert narratives(ledger) == {ONE: "甲", THREE: "丙"}
    assert db.entry(ledger, ONE, PERIOD).current.content.figures


def test_a_copied_row_may_say_the_same(ledger, book):
    def copy(one: Book) -> None:
        full(one)
        one.copy_row(one.row("t1.1"), one.sheet.max_row + 2)

    assert merged(ledger, changed(book, copy)).added == 2


def test_a_copied_row_that_says_something_else_is_told_by_its_cell(ledger, book):
    def copy(one: Book) -> None:
        full(one)
        target = one.sheet.max_row + 2
        one.copy_row(one.row("t1.1"), target)
        one.sheet.cell(target, one.columns["narrative"]).value = "别的"

    changed(book, copy)
    (reason,) = merged(ledger, book).reasons
    assert reason.code == "workbook_row_twice"
    assert reason.params["other"] == opened(book).cell("t1.1", "narrative").coordinate


def test_a_copied_sheet_is_read_as_copied_rows(ledger, book):
    def copy(one: Book) -> None:
        one.book.copy_worksheet(one.sheet)
        one.type("t1.1", narrative="甲")

    (reason,) = merged(ledger, changed(book, copy)).reasons
    assert reason.code == "workbook_row_twice"
    assert "!" in reason.params["cell"]


def test_deleted_rows_are_not_filled(ledger, book):
    def delete(one: Book) -> None:
        full(one)
        for row in sorted((one.row("t1.1"), one.row("t1.1", "m1")), reverse=True):
            one.sheet.delete_rows(row)

    merged(ledger, changed(book, delete))
    assert narratives(ledger) == {THREE: "丙"}


def test_an_inserted_column_does_not_matter(ledger, book):
    def insert(one: Book) -> None:
        full(one)
        one.sheet.insert_cols(4, 2)

    merged(ledger, changed(book, insert))
    assert narratives(ledger) == {ONE: "甲", THREE: "丙"}


def test_what_stands_in_a_column_of_its_own_is_not_lost_in_silence(ledger, book):
    def insert(one: Book) -> None:
        full(one)
        one.sheet.insert_cols(4)
        one.sheet.cell(one.row("t1.1"), 4).value = "经办人意见"

    assert refusal(ledger, changed(book, insert)) == ["workbook_cell_outside"]


@pytest.mark.parametrize(("name", "measure"), [("narrative", "m1"), ("figure", "")])
def test_a_text_in_the_wrong_row_is_told(ledger, book, name, measure):
    def write(one: Book) -> None:
        one.cell("t1.1", name, measure).value = "200"

    assert refusal(ledger, changed(book, write)) == ["workbook_cell_outside"]


@pytest.mark.parametrize(
    ("name", "text"), [("number", "1.2"), ("number", 1.2), ("target", "别的目标"), ("target", None)]
)
def test_number_and_target_must_agree_with_the_row(ledger, book, name, text):
    def write(one: Book) -> None:
        full(one)
        one.cell("t1.1", name).value = text

    changed(book, write)
    (reason,) = merged(ledger, book).reasons
    assert reason.code == "workbook_row_disagrees"


def test_a_row_whose_id_was_swapped_is_refused(ledger, book):
    def swap(one: Book) -> None:
        full(one)
        first, second = (one.sheet.cell(one.row(task), one.id_column) for task in ("t1.1", "t1.3"))
        first.value, second.value = second.value, first.value

    assert refusal(ledger, changed(book, swap)) == ["workbook_row_disagrees"] * 2


def test_a_typed_row_without_a_task_is_told(ledger, book):
    def write(one: Book) -> None:
        full(one)
        one.sheet.cell(one.sheet.max_row + 1, one.columns["narrative"]).value = "还做了别的"

    assert refusal(ledger, changed(book, write)) == ["workbook_row_unknown"]


def test_a_row_of_another_workbook_is_told(ledger, book, tmp_path):
    other = opened(issue_books(ledger, tmp_path / "other")["住建局"])

    def paste(one: Book) -> None:
        full(one)
        row = one.sheet.max_row + 1
        for column in range(1, other.sheet.max_column + 1):
            one.sheet.cell(row, column).value = other.sheet.cell(other.row("t1.2"), column).value

    assert refusal(ledger, changed(book, paste)) == ["workbook_row_of_another"]


def test_a_number_ending_in_nought_stays_what_it_is(tmp_path):
    from db.plan import edit_plan, put

    with make_ledger(tmp_path / "l.shishi") as ledger:
        row = {"category_id": "c1", "position": 9, "number": "1.10", "title": ""}
        task = {"item_id": "i1.10", "position": 1, "target": "新增书房1家", "leads": '["教育局"]'}
        rest = {"cooperating": "[]", "extra": "[]", "retired": 0}
        changes = [put("item", id="i1.10", **row), put("task", id="t1.10", **task, **rest)]
        edit_plan(ledger, db.PlanId("plan"), changes, label="x", author="x")
        book = issue_books(ledger, tmp_path / "out")["教育局"]
        assert [opened(book).cell(t, "number").value for t in ("t1.1", "t1.10")] == ["1.1", "1.10"]
        merged(ledger, filled(book, "t1.10", narrative="十"))
        assert narratives(ledger) == {"t1.10": "十"}
        assert refusal(
            ledger, changed(book, lambda one: setattr(one.cell("t1.10", "number"), "value", 1.1))
        ) == ["workbook_row_disagrees"]


def test_a_lost_hidden_sheet_is_told(ledger, book):
    def lose(one: Book) -> None:
        full(one)
        del one.book["shishi"]

    assert refusal(ledger, changed(book, lose)) == ["workbook_identity_lost"]


def test_the_hidden_sheet_may_be_shown_sorted_and_moved(ledger, book):
    def stir(one: Book) -> None:
        full(one)
        sheet = one.book["shishi"]
        texts = sorted((cell.value for cell in sheet["A"]), reverse=True)
        for number, text in enumerate(texts, 1):
            sheet.cell(number, 3).value = text
            sheet.cell(number, 1).value = None
        sheet.sheet_state, sheet.title = "visible", "别动"
        one.book.move_sheet(sheet, -1)

    assert merged(ledger, changed(book, stir)).added == 2


@pytest.mark.parametrize("which", ["part", "mark", "workbook"])
def test_a_hidden_sheet_that_is_not_whole_is_told(ledger, book, which):
    def lose(one: Book) -> None:
        full(one)
        sheet = one.book["shishi"]
        row = next(c.row for c in sheet["A"] if str(c.value).startswith(f"shishi:{which}"))
        sheet.cell(row, 1).value = None

    expected = "workbook_identity_lost" if which == "workbook" else "workbook_identity_damaged"
    assert refusal(ledger, changed(book, lose)) == [expected]


def test_lost_column_marks_are_told(ledger, book):
    def lose(one: Book) -> None:
        full(one)
        row = next(c.row for c in one.sheet["A"] if c.value == "shishi:columns")
        one.sheet.cell(row, one.columns["narrative"]).value = None

    assert refusal(ledger, changed(book, lose)) == ["workbook_columns_lost"]
    changed(
        book,
        lambda one: one.sheet.delete_rows(next(c.row for c in one.sheet["A"] if c.value == "shishi:columns")),
    )
    assert refusal(ledger, book) == ["workbook_columns_lost"]


def test_a_clerk_can_type_in_the_fields_only(book):
    one = opened(book)
    assert one.sheet.protection.sheet
    assert one.sheet.protection.password is None
    assert one.book.security.lockStructure
    unlocked = {cell.coordinate for row in one.sheet for cell in row if not cell.protection.locked}
    author = next(c.row for c in one.sheet["A"] if c.value == "shishi:author")
    asked = {one.cell(task, name).coordinate for task in ("t1.1", "t1.3") for name in (
        "status", "narrative", "problems", "next_steps", "nothing_new", "reason", "remark")}  # fmt: skip
    assert unlocked == asked | {one.cell("t1.1", "figure", "m1").coordinate, f"C{author}"}
    lists = {str(rule.formula1) for rule in one.sheet.data_validations.dataValidation}
    assert lists == {'"未启动,按序时,滞后,已完成,不适用"', '"是"', "0"}
    assert one.sheet.page_setup.orientation == "landscape"
    assert one.sheet.print_title_rows
    with zipfile.ZipFile(book) as archive:
        text = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "customHeight" not in text.replace('customHeight="0"', "")
    assert "<f>" not in text
