from __future__ import annotations

import csv
import dataclasses
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import db
from db.consolidated import consolidated_table
from db.records import Content, Status
from db.tables import csv_report, docx_report, read_table, xlsx_report
from db.tables.guarded import guarded, unguarded
from db.tables.shape import Table
from tests.any_tables import as_read, same, tables

WRITERS: dict[str, Callable[[Path, Table], None]] = {
    "xlsx": xlsx_report.write_consolidated,
    "docx": docx_report.write_consolidated,
    "csv": csv_report.write_consolidated,
}
_HALVES = {chr(code) for code in range(0xD800, 0xE000)}
_CONTROLS = {chr(code) for code in (*range(32), 127, 0xFFFE, 0xFFFF)} - set("\t\n")
UNKEPT = {"xlsx": set[str](), "docx": _CONTROLS | _HALVES, "csv": {"\0"} | _HALVES}
"""Characters that a format cannot hold; they come back as their pictures."""


@pytest.mark.parametrize("form", WRITERS)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.function_scoped_fixture,
        HealthCheck.filter_too_much,
    ],
)
@given(table=tables())
def test_any_table_comes_back_unchanged(form: str, table: Table, tmp_path: Path) -> None:
    table = without(table, UNKEPT[form])
    path = tmp_path / f"any.{form}"
    WRITERS[form](path, table)
    same(read_table(path), as_read(table))


def without(table: Table, characters: set[str]) -> Table:
    """The table with a letter for each of these characters."""
    swap = str.maketrans(dict.fromkeys(characters, "甲"))
    rows = tuple(
        dataclasses.replace(
            row,
            target=row.target.translate(swap),
            progress=tuple(text.translate(swap) for text in row.progress),
            extra=tuple((name, text.translate(swap)) for name, text in row.extra),
            beside=tuple(
                dataclasses.replace(
                    one,
                    problems=one.problems.translate(swap),
                    next_steps=one.next_steps.translate(swap),
                    remark=one.remark.translate(swap),
                )
                for one in row.beside
            ),
        )
        for row in table.rows
    )
    return dataclasses.replace(table, rows=rows)


@given(st.text(max_size=30))
def test_a_guard_is_taken_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@x", " =1", "\uff1d1", "\t=1", "\n+1"])
def test_nothing_in_a_csv_is_run(text: str) -> None:
    assert guarded(text)[0] == "'"


@pytest.mark.parametrize(
    "text", ["1.10", "1-3", "3/4", "2024-01-02", "3月4日", "TRUE", "00123", "85%", "Mar-4", "1e5"]
)
def test_nothing_in_a_csv_is_converted(text: str) -> None:
    assert guarded(text) == f"\t{text}"


@pytest.mark.parametrize("text", ["", "教育局", "完成情况(1-3月)", "1.完成设计;", "新建3所。"])
def test_plain_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text


@pytest.fixture
def reported(imported_sample: Path, tmp_path: Path) -> Path:
    """A ledger with an entry that says everything an entry can say."""
    import shutil

    path = Path(shutil.copy(imported_sample, tmp_path / "台账.shishi"))
    said = Content(
        status=Status.BEHIND,
        narrative="1.完成设计;\n2.=SUM(A1)",
        problems="缺资金",
        next_steps="争取补助",
        remark="1.10",
    )
    with db.open_ledger(path) as ledger:
        (plan,) = db.plans(ledger)
        db.save_entry(
            ledger, db.find_task(plan, "2.4").id, plan.periods[0].id, said, author="李四", unit=None
        )
    return path


@pytest.mark.parametrize("form", WRITERS)
def test_a_ledger_written_and_read_is_the_same_plan(form: str, reported: Path, tmp_path: Path) -> None:
    path = tmp_path / f"t.{form}"
    with db.open_ledger(reported, read_only=True) as ledger:
        (plan,) = db.plans(ledger)
        period = plan.periods[0]
        table = consolidated_table(plan, [(period, db.entries(ledger, period.id))])
        WRITERS[form](path, table)
    again = db.import_table(path, tmp_path / "again.shishi")
    assert (again.plan.title, again.plan.year) == (plan.title, plan.year)
    with db.open_ledger(tmp_path / "again.shishi", read_only=True) as ledger:
        second = again.plan.periods[0]
        read = consolidated_table(again.plan, [(second, db.entries(ledger, second.id))])
    assert read.rows == table.rows
    assert [task.measures and task.measures[0].amount for task in again.plan.tasks()] == [
        task.measures and task.measures[0].amount for task in plan.tasks()
    ]
    row = dict(read.named_rows())["2.4#1"]
    assert (row.beside[0].status, row.beside[0].problems, row.beside[0].remark) == (
        Status.BEHIND,
        "缺资金",
        "1.10",
    )


def test_figures_are_numbers_on_a_sheet_of_their_own(reported: Path, tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    with db.open_ledger(reported, read_only=True) as ledger:
        (plan,) = db.plans(ledger)
        period = plan.periods[0]
        table = consolidated_table(plan, [(period, db.entries(ledger, period.id))])
    xlsx_report.write_consolidated(path, table)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["完成情況", "數據"]
    flat = book["數據"]
    assert flat.max_row == 1 + sum(len(task.measures) for task in plan.tasks())
    assert not flat.merged_cells.ranges
    assert flat.auto_filter.ref == f"A1:L{flat.max_row}"
    first = [cell.value for cell in flat[2]]
    assert first[0] == "1.1#1"
    first_task = next(task for task in plan.tasks() if task.measures)
    assert (first[6], first[8]) == (first_task.measures[0].label, first_task.measures[0].amount)
    assert {flat.cell(at, 3).data_type for at in range(2, flat.max_row + 1)} == {"s"}
    assert {flat.cell(at, 9).data_type for at in range(2, flat.max_row + 1)} == {"n"}
    assert [finding.code for finding in read_table(path).findings if finding.code == "sheet_unread"] == []


def test_print_area_and_heights(tmp_path: Path) -> None:
    table = Table("实事", 2024, ("1-3月",), read_table(db.sample_table()).rows)
    xlsx_report.write_consolidated(tmp_path / "t.xlsx", table)
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx").worksheets[0]
    assert sheet.print_area == f"'{sheet.title}'!$A$1:$E${sheet.max_row}"
    assert all(sheet.row_dimensions[at].height for at in range(1, sheet.max_row + 1))


def test_a_document_that_word_opens_as_it_is_meant(tmp_path: Path) -> None:
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn

    table = Table("实事", 2024, ("1-3月",), read_table(db.sample_table()).rows)
    docx_report.write_consolidated(tmp_path / "t.docx", table)
    document = docx.Document(str(tmp_path / "t.docx"))
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (29.7, 21.0)
    (written,) = document.tables
    assert written.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert document.styles["Normal"].element.rPr.rFonts.get(qn("w:eastAsia")) == "宋体"
    assert written.cell(1, 0).text == written.cell(2, 0).text == "一、教育惠民"  # merged by hand or by us
    assert len(written.rows) == 57
    with zipfile.ZipFile(tmp_path / "t.docx") as archive:
        assert b"PAGE" in archive.read("word/footer1.xml")


def test_a_csv_for_other_programs(tmp_path: Path) -> None:
    table = Table("实事", 2024, ("1-3月",), read_table(db.sample_table()).rows)
    csv_report.write_consolidated(tmp_path / "t.csv", table)
    content = (tmp_path / "t.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(content.decode("utf-8-sig").splitlines()))
    assert lines[0] == ["实事"]
    assert lines[3][:2] == ["一、教育惠民", "\t1.1"]
