from __future__ import annotations

from pathlib import Path

import pytest

from db.errors import FileError, RequestError
from db.tables import read_table
from db.tables.shape import Table, TableRow

LINES = [
    ["2024年民生实事进展", "", "", "", "", ""],
    ["类别", "编号", "项目内容", "牵头单位", "配合单位", "完成情况(1-3月)"],
    ["一、教育", "1.1", "目标一", "教育局", "财政局、各街道", '他说"好",1.完成设计;\n2.完成招标。'],
    ["", "", "", "民政局", "", "完成二"],
    ["", "1.10", "目标二", "住建局", "/", ""],
]
ROWS = (
    TableRow("一、教育", "1.1", "", "目标一", ("教育局",), ("财政局", "各街道"), ('他说"好",1.完成设计;\n2.完成招标。',)),
    TableRow("一、教育", "1.1", "", "目标一", ("民政局",), (), ("完成二",)),
    TableRow("一、教育", "1.10", "", "目标二", ("住建局",), (), ("",)),
)  # fmt: skip


def text(delimiter: str = ",", end: str = "\r\n") -> str:
    def cell(value: str) -> str:
        doubled = value.replace('"', '""')
        return f'"{doubled}"' if set(value) & set(f'{delimiter}"\n') else value

    return end.join(delimiter.join(map(cell, line)) for line in LINES) + end


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "table.csv"


def read(path: Path, content: str, encoding: str = "utf-8") -> Table:
    path.write_bytes(content.encode(encoding))
    return read_table(path)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_delimiters_and_encodings(path: Path, delimiter: str, encoding: str) -> None:
    table = read(path, text(delimiter), encoding)
    assert (table.title, table.year, table.periods) == ("2024年民生实事进展", 2024, ("1-3月",))
    assert table.rows == ROWS


def test_a_named_separator_and_plain_line_ends(path: Path) -> None:
    assert read(path, "sep=|\n" + text("|", "\n")).rows == ROWS


def test_a_table_pasted_from_a_spreadsheet_into_a_text(path: Path) -> None:
    assert read(path.with_suffix(".txt"), text("\t")).rows == ROWS


def test_an_export_that_is_called_a_workbook(path: Path) -> None:
    assert read(path.with_suffix(".xls"), text("\t"), "gb18030").rows == ROWS


def test_traditional_text_in_gb18030(path: Path) -> None:
    table = read(
        path, "編號,項目目標,責任單位,進度狀態,目標完成情況\n1.1,目標一,教育局,滯後,已完成設計。\n", "gb18030"
    )
    assert table.rows[0].progress == ("已完成設計。",)


def test_text_in_an_encoding_that_nobody_named_is_never_taken_for_a_table(path: Path) -> None:
    path.write_bytes(text().encode("utf-16-le"))  # without its mark
    with pytest.raises(FileError) as error:
        read_table(path)
    assert error.value.code == "not_text"
    path.write_bytes("編號,主要任務,牽頭單位\n1.1,目標一,教育局\n".encode("big5"))
    with pytest.raises(FileError) as error:
        read_table(path)
    assert error.value.code in ("no_table_found", "not_text")


def test_quotes_that_do_not_pair(path: Path) -> None:
    with pytest.raises(FileError) as error:
        read(path, '编号,项目内容,牵头单位\n1.1,"目标一,教育局\n1.2,目标二,教育局\n')
    assert (error.value.code, error.value.params["line"]) == ("damaged_csv", "3")


def test_what_a_spreadsheet_made_of_numbers_is_doubted(path: Path) -> None:
    header = "编号,项目内容,牵头单位\n"
    rows = [f"1.{at},目标{at},教育局" for at in range(1, 10)] + ["1.1,目标十,教育局", "3月4日,目标,教育局"]
    table = read(path, header + "\n".join(rows))
    found = {finding.code: finding for finding in table.findings}
    assert dict(found["number_shortened"].details) == {"task": "1.1#2", "number": "1.1", "expected": "1.10"}
    assert found["number_is_date"].place == "table!A12"
    assert found["number_is_date"].severity == "error"


def test_sizes_are_bounded(path: Path) -> None:
    with pytest.raises(RequestError) as error:
        read(path, "编号,项目内容,牵头单位\n" + "1.1,目标,教育局\n" * 20_001)
    assert error.value.code == "table_too_large"
    with pytest.raises(RequestError) as error:
        read(path, "甲,乙\n" * 2**21)
    assert error.value.code == "file_too_large"


def test_another_delimiter_that_would_make_too_many_rows_is_no_matter(path: Path) -> None:
    rows = "".join(f'{at}.1,"目标{at}",教育局,"一;\n二;\n三;"\n' for at in range(1, 9_000))
    assert len(read(path, "编号,项目内容,牵头单位,完成情况(1-3月)\n" + rows).rows) == 8_999


def test_no_table(path: Path) -> None:
    with pytest.raises(FileError) as error:
        read(path, "a,b\n1,2\n")
    assert error.value.code == "no_table_found"
