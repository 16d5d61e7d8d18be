from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from db.errors import FileError, RequestError, ShishiError
from db.records import Finding, Status
from db.resources import sample_table
from db.tables import read_table
from db.tables.shape import Beside, Table, TableRow
from db.tables.xlsx_report import write_consolidated

HEADER = ("类别", "编号", "项目内容", "责任单位(★牵头)及配合单位", "完成情况(1-3月)")
SHEET = "xl/worksheets/sheet1.xml"


def workbook(path: Path, lines: Sequence[Sequence[Any]], *merged: str, **formats: str) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in lines:
        sheet.append(list(line))
    for reference in merged:
        sheet.merge_cells(reference)
    for reference, number_format in formats.items():
        sheet[reference].number_format = number_format
    book.save(path)
    return path


def codes(table: Table) -> set[tuple[str, str]]:
    return {(finding.code, finding.place) for finding in table.findings}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "table.xlsx"


# What tables look like


def test_merged_cells_belong_to_every_row(path: Path) -> None:
    lines = [
        ("2024年民生实事进展",),
        HEADER,
        ("一、教育", "1.1", "目标一", "★教育局\n财政局、各街道", "完成一"),
        (None, None, None, "★民政局", "完成二"),
        (None, "1.2", "目标二", "★住建局", None),
    ]
    table = read_table(workbook(path, lines, "A1:E1", "A3:A5", "B3:B4", "C3:C4"))
    assert (table.title, table.year, table.periods) == ("2024年民生实事进展", 2024, ("1-3月",))
    assert table.rows == (
        TableRow("一、教育", "1.1", "", "目标一", ("教育局",), ("财政局", "各街道"), ("完成一",)),
        TableRow("一、教育", "1.1", "", "目标一", ("民政局",), (), ("完成二",)),
        TableRow("一、教育", "1.2", "", "目标二", ("住建局",), (), ("",)),
    )
    assert table.findings == ()


def test_category_rows_separate_unit_columns_extras_and_notes(path: Path) -> None:
    lines = [
        ("附件1",),
        ("某区2023年民生实事完成情况(截至9月底)",),
        ("序号", "项目", "主要任务", "牵头单位", "配合单位", "目前进展", "是否达序", "分管领导", "备注"),
        ("一、教育惠民",),
        (1, "学校", "新建学校3所", "教育局、住建局", "财政局 各街道", "已完成", "是", "张三", None),
        (2, "公园", "新建公园1个", "城管局", "/", "推进中", None, "李四", "延期"),
        ("二、交通畅行",),
        (3, "道路", "新建道路2条", "住建局", None, "下步打算:开工", "否", None, None),
        ("注:★为牵头单位",),
    ]
    table = read_table(workbook(path, lines, "A4:I4"))
    assert (table.title, table.year, table.periods) == (
        "某区2023年民生实事完成情况(截至9月底)",
        2023,
        ("截至9月底",),
    )
    assert table.rows == (
        TableRow(
            "一、教育惠民", "1", "学校", "新建学校3所", ("教育局", "住建局"), ("财政局", "各街道"), ("已完成",),
            (("分管领导", "张三"),), beside=(Beside(Status.ON_TRACK),),
        ),
        TableRow(
            "一、教育惠民", "2", "公园", "新建公园1个", ("城管局",), (), ("推进中",), (("分管领导", "李四"),),
            beside=(Beside(remark="延期"),),
        ),
        TableRow(
            "二、交通畅行", "3", "道路", "新建道路2条", ("住建局",), (), ("下步打算:开工",),
            beside=(Beside(Status.BEHIND),),
        ),
    )  # fmt: skip
    assert table.findings == (
        Finding("row_unread", "warning", "Sheet!A9", (("cell", "Sheet!A9"), ("text", "注:★为牵头单位"))),
    )


def test_header_of_two_rows_with_two_periods(path: Path) -> None:
    lines = [
        ("類別", "項目", None, "責任單位", None, "完成情況", None),
        (None, "編號", "目標", "牽頭", "配合", "1-3月", "1-6月"),
        ("一、教育", "1.1", "目標一", "教育局", "財政局", "甲", "乙"),
        ("一、教育", "1.2", "目標二", "民政局", None, None, "丙"),
    ]
    table = read_table(workbook(path, lines, "A1:A2", "B1:C1", "D1:E1", "F1:G1"))
    assert table.periods == ("1-3月", "1-6月")
    assert [row.progress for row in table.rows] == [("甲", "乙"), ("", "丙")]
    assert [(row.number, row.target, row.leads, row.cooperating) for row in table.rows] == [
        ("1.1", "目標一", ("教育局",), ("財政局",)),
        ("1.2", "目標二", ("民政局",), ()),
    ]


def test_number_column_named_like_the_target_is_told_by_its_cells(path: Path) -> None:
    lines = [
        ("項目類別", "項目目標", None, "責任★及配合單位", "完成情況"),
        ("一、教育", "1.1", "目標一", "★教育局", "甲"),
        ("一、教育", "1.2", "目標二", "★民政局", "乙"),
    ]
    table = read_table(workbook(path, lines, "B1:C1"))
    assert [(row.number, row.target) for row in table.rows] == [("1.1", "目標一"), ("1.2", "目標二")]


def test_slash_blank_numbers_and_carried_targets(path: Path) -> None:
    lines = [
        HEADER,
        ("一、教育", "1.1", "目标一", "★教育局", "甲"),
        (None, "/", "目标二", "★民政局", "乙"),
        (None, None, None, "★住建局", "丙"),
        HEADER,
        ("一、教育", "1.2", "目标三", "★教育局", "丁"),
    ]
    table = read_table(workbook(path, lines))
    assert [(name, row.target) for name, row in table.named_rows()] == [
        ("1.1#1", "目标一"),
        ("1.1#2", "目标二"),
        ("1.1#3", "目标二"),
        ("1.2#1", "目标三"),
    ]
    assert codes(table) == {("number_none", "1.1#2"), ("target_carried", "1.1#3")}


def test_row_with_progress_only_goes_on_with_the_row_above(path: Path) -> None:
    lines = [HEADER, ("一、教育", "1.1", "目标一", "★教育局", "1.甲;"), (None, None, None, None, "2.乙。")]
    table = read_table(workbook(path, lines))
    assert [row.progress for row in table.rows] == [("1.甲;\n2.乙。",)]
    assert codes(table) == {("row_continued", "1.1#1")}


def test_several_stars_in_one_cell(path: Path) -> None:
    cells = {
        "★教育局、★民政局、财政局": (("教育局", "民政局"), ("财政局",)),
        "★社会工作部、西兴街道\n发改局、民政局(残联)": (
            ("社会工作部", "西兴街道"),
            ("发改局", "民政局(残联)"),
        ),
        "牵头单位:教育局;配合单位:财政局、各街道": (("教育局",), ("财政局", "各街道")),
        "发改局": ((), ("发改局",)),
    }
    lines = [HEADER, *(("一、教育", f"1.{at}", f"目标{at}", cell, "甲") for at, cell in enumerate(cells, 1))]
    table = read_table(workbook(path, lines))
    assert [(row.leads, row.cooperating) for row in table.rows] == list(cells.values())
    assert codes(table) == {("lead_missing", "1.4#1")}


# Cells that are no text


def test_numbers_that_are_numbers_are_doubted(path: Path) -> None:
    lines = [
        HEADER,
        ("一、教育", 1.1, "目标一", "★教育局", 85),
        ("一、教育", 1.1, "目标十", "★民政局", 0.855),
        ("一、教育", date(2024, 1, 2), "目标二", "★住建局", "#REF!"),
    ]
    table = read_table(workbook(path, lines, B3="0.00", E3="0.0%"))
    assert [row.number for row in table.rows] == ["1.1", "1.10", "2024-01-02"]
    assert [row.progress for row in table.rows] == [("85",), ("85.5%",), ("#REF!",)]
    assert {
        (finding.code, finding.severity, finding.place) for finding in table.findings if "!" in finding.place
    } == {
        ("number_is_float", "warning", "Sheet!B2"),
        ("number_is_float", "warning", "Sheet!B3"),
        ("number_is_date", "error", "Sheet!B4"),
        ("cell_error", "warning", "Sheet!E4"),
    }


def test_formulas_are_not_evaluated(path: Path) -> None:
    lines = [HEADER, ("一、教育", "1.1", "目标一", "★教育局", '=HYPERLINK("http://x","y")')]
    table = read_table(workbook(path, lines))
    assert table.rows[0].progress == ("",)  # no spreadsheet has computed a value yet
    assert codes(table) == {("cell_uncomputed", "Sheet!E2")}


def test_sheets_without_table_are_passed_over_and_further_tables_named(path: Path) -> None:
    book = openpyxl.Workbook()
    for name, number in (("说明", ""), ("一季度", "1.1"), ("二季度", "2.1"), ("旧", "3.1")):
        sheet = book.create_sheet(name)
        if number:
            sheet.append(HEADER)
            sheet.append(("一、教育", number, "目标一", "★教育局", "甲"))
    book["旧"].sheet_state = "hidden"
    book.save(path)
    table = read_table(path)
    assert [row.number for row in table.rows] == ["1.1"]
    assert table.findings == (
        Finding("sheet_hidden", "note", "", (("sheet", "旧"),)),
        Finding("sheet_unread", "warning", "", (("sheet", "二季度"),)),
    )


# Files that are damaged or made to hurt


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.xlsx"
    write_consolidated(path, read_table(sample_table()))
    return path


def altered(source: Path, part: str, change: Callable[[bytes], bytes | None]) -> Path:
    """A copy of a workbook with one part changed or, for None, left out."""
    target = source.with_name("altered.xlsx")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(old.read(name)) if name == part else old.read(name)
            if content is not None:
                new.writestr(name, content)
    return target


def failure(path: Path) -> ShishiError:
    with pytest.raises(ShishiError) as error:
        read_table(path)
    assert error.value.params["path"] == str(path)
    return error.value


def with_rows(rows: bytes) -> Callable[[bytes], bytes]:
    return lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>")


def test_a_million_formatted_empty_rows_are_passed_over(good: Path) -> None:
    empty = b"".join(
        b'<row r="%d" s="1" customFormat="1"><c r="A%d" s="1"/><c r="B%d" s="1"></c></row>' % (at, at, at)
        for at in range(100, 1_048_577)
    )
    assert read_table(altered(good, SHEET, with_rows(empty))) == read_table(good)


def test_a_claimed_dimension_is_not_believed(good: Path) -> None:
    claimed = altered(
        good,
        SHEET,
        lambda xml: re.sub(rb"<dimension[^>]*/>", b'<dimension ref="A1:XFD1048576"/>', xml),
    )
    assert read_table(claimed) == read_table(good)


def test_a_merged_range_over_the_whole_sheet_makes_no_cells(good: Path) -> None:
    merged = b'<mergeCells count="1"><mergeCell ref="A58:XFD1048576"/>'
    table = read_table(altered(good, SHEET, lambda xml: re.sub(rb"<mergeCells[^>]*>", merged, xml)))
    assert len(table.rows) == 56


@pytest.mark.parametrize(
    ("part", "change", "code"),
    [
        (SHEET, lambda xml: xml[: len(xml) // 2], "damaged_workbook"),
        (SHEET, lambda _xml: None, "no_table_found"),
        (SHEET, lambda _xml: b"", "damaged_workbook"),
        ("xl/styles.xml", lambda _xml: b"<nope", "damaged_workbook"),
        ("xl/workbook.xml", lambda _xml: b"<workbook/>", "no_table_found"),
        ("xl/workbook.xml", lambda _xml: None, "damaged_workbook"),
        ("xl/_rels/workbook.xml.rels", lambda _xml: None, "damaged_workbook"),
        (SHEET, with_rows(b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'), "table_too_large"),
        (SHEET, lambda xml: xml + b" " * (401 * 2**20), "file_too_large"),
        ("xl/styles.xml", lambda xml: xml + b" " * (33 * 2**20), "file_too_large"),
    ],
)
def test_damaged_workbooks(good: Path, part: str, change: Callable[[bytes], bytes | None], code: str) -> None:
    assert failure(altered(good, part, change)).code == code


def test_entities_do_not_multiply(good: Path) -> None:
    entities = b"".join(b'<!ENTITY %c "%s">' % (98 + at, b"&%c;" % (97 + at) * 10) for at in range(9))
    bomb = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">' + entities + b"]>"
    sheet = b'<row r="1"><c r="A1" t="inlineStr"><is><t>&j;</t></is></c></row>'
    namespace = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    content = bomb + b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (namespace, sheet)
    assert failure(altered(good, SHEET, lambda _xml: content)).code in ("damaged_workbook", "no_table_found")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_truncated_workbooks(good: Path, share: float) -> None:
    content = good.read_bytes()
    good.write_bytes(content[: int(len(content) * share)])
    assert failure(good).code == "damaged_workbook"


def test_flipped_bytes_never_end_in_anything_but_an_answer(good: Path) -> None:
    content = good.read_bytes()
    for at in range(0, len(content), max(1, len(content) // 150)):
        good.write_bytes(content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :])
        try:
            table = read_table(good)
        except (FileError, RequestError):
            continue
        assert table.rows
