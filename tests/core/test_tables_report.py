from __future__ import annotations

import dataclasses
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from db.errors import RequestError
from db.resources import sample_table
from db.tables import read_table
from db.tables.shape import Table, TableRow
from db.tables.xlsx_report import write_consolidated


def row(number: str, target: str = "目标", progress: str = "进展", **more: object) -> TableRow:
    plain = TableRow("一、教育", number, "", target, ("教育局",), ("财政局",), (progress,))
    return dataclasses.replace(plain, **more)  # type: ignore[arg-type]


def written(path: Path, *rows: TableRow, title: str = "某区民生实事", year: int | None = 2024) -> Table:
    table = Table(title, year, ("1-3月",), rows)
    write_consolidated(path, table)
    return table


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "report.xlsx"


def same(one: Table, other: Table) -> None:
    assert (one.title, one.year, one.periods) == (other.title, other.year, other.periods)
    assert one.rows == other.rows


def test_sample_comes_back_unchanged(path: Path) -> None:
    sample = dataclasses.replace(read_table(sample_table()), title="濱江區2024年民生實事", year=2024)
    write_consolidated(path, sample)
    again = read_table(path)
    same(again, sample)
    assert {finding.code for finding in again.findings} == {"sentence_repeated"}


def test_marks_and_extras_are_columns_of_their_own(path: Path) -> None:
    table = written(
        path,
        row("1.1", mark="待定", title="学校", extra=(("分管领导", "张三"),)),
        row("1.1", extra=(("备注", "延期\n两行"),), title="学校"),
        row("1.10", extra=(("分管领导", "李四"), ("备注", "无"))),
    )
    again = read_table(path)
    same(again, table)
    assert [one.mark for one in again.rows] == ["待定", "", ""]
    assert all("待定" not in "".join(one.progress) for one in again.rows)


def test_no_column_without_content(path: Path) -> None:
    written(path, row("1.1"))
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    header = [cell.value for cell in sheet[3]]
    assert header == ["类别", "编号", "目标", "责任单位(★牵头)及配合单位", "完成情况(1-3月)"]


def test_header_in_the_script_of_the_table(path: Path) -> None:
    written(path, row("1.1", target="新增機動車泊位1200個,開設小學生愛心暑托班,實現項目目標。"))
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    assert [cell.value for cell in sheet[3]][:3] == ["類別", "編號", "目標"]


DANGEROUS = (
    "=1+1",
    '=HYPERLINK("http://x","y")',
    "+1",
    "-1",
    "@SUM(A1)",
    "#REF!",
    "1.10",
    "2024-01-02",
    "TRUE",
    "'x",
)


def test_nothing_is_run_or_converted(path: Path) -> None:
    table = written(path, *(row(f"1.{at}", text, text) for at, text in enumerate(DANGEROUS, 1)))
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    for cells in sheet.iter_rows(min_row=4):
        for cell in cells:
            assert cell.value is None or cell.data_type == "s"
            assert cell.quotePrefix == (str(cell.value)[:1] in ("=", "+", "-", "@"))
    with zipfile.ZipFile(path) as archive:
        assert not re.search(rb"<f[ >/]", archive.read("xl/worksheets/sheet1.xml"))
    same(read_table(path), table)
    numbers = [cells[1] for cells in sheet.iter_rows(min_row=4)]
    assert {cell.number_format for cell in numbers} == {"@"}


def test_characters_that_xml_cannot_hold(path: Path) -> None:
    nasty = "甲\x00\x07\x0b乙\ud800_x000B_ _x005F_ _x0041\x0b \U0001f600\ufffe\t丙\n 丁 "
    table = written(path, row("1.1", "目标\x01", nasty))
    same(read_table(path), table)


def test_text_longer_than_a_cell_is_refused(path: Path) -> None:
    with pytest.raises(RequestError) as error:
        written(path, row("1.1"), row("1.2", progress="长" * 32_768))
    assert error.value.code == "text_too_long"
    assert error.value.params == {"task": "1.2#1", "column": "完成情况(1-3月)", "limit": "32767"}
    assert not path.exists()
    same(written(path, row("1.1", progress="长" * 32_767)), read_table(path))


def test_text_taller_than_a_row_takes_several_rows(path: Path) -> None:
    long = "\n".join(
        f"{at}.完成了一段需要占据一整行宽度的工作,内容较长,需要折行显示才能全部看到,字数不少。"
        for at in range(1, 60)
    )
    table = written(path, row("1.1", progress=long), row("1.2"))
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    heights = [sheet.row_dimensions[at].height for at in range(1, sheet.max_row + 1)]
    assert all(height is not None and height <= 409 for height in heights)
    # Some 100 lines of 13 points and more.
    assert sum(heights[3:-1]) > 1300
    same(read_table(path), table)


def test_page_is_set_up(path: Path) -> None:
    written(path, row("1.1"), row("1.1"), row("1.2", target="另一个"))
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.freeze_panes == "C4"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert {str(merged) for merged in sheet.merged_cells} == {"A1:E1", "A2:E2", "A4:A6", "B4:B5", "C4:C5"}
