from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import FileError
from db.records import Finding
from db.tables.shape import Table
from db.tables.text import read_text


def codes(table: Table) -> set[tuple[str, str, str]]:
    return {(finding.code, finding.severity, finding.place) for finding in table.findings}


def build(*cells: str) -> Table:
    return read_text("\n\n".join(cells))


# Small tables, one question each

HEADER = ("序号", "主要任务", "牵头单位", "配合单位", "进展情况(1-6月)")


def test_columns_for_lead_and_cooperating_without_stars() -> None:
    table = build(
        *HEADER,
        "1.1",
        "新建公园3个。",
        "住建局",
        "财政局、各街道",
        "已开工2个。",
        "1.2",
        "改造农贸市场2家。",
        "商务局、市场监管局",
        "1.完成设计;",
        "2.完成招标。",
    )
    assert [(row.leads, row.cooperating) for row in table.rows] == [
        (("住建局",), ("财政局", "各街道")),
        (("商务局", "市场监管局"), ()),
    ]
    assert [row.progress for row in table.rows] == [("已开工2个。",), ("1.完成设计;\n2.完成招标。",)]
    assert table.periods == ("1-6月",)


def test_title_lines_name_year_and_period() -> None:
    table = build(
        "附件1",
        "2023年某区民生实事进展情况表(截至9月底)",
        *HEADER[:4],
        "目前进展",
        "1.1",
        "目标一",
        "★教育局",
        "已完成",
    )
    assert (table.title, table.year, table.periods) == (
        "2023年某区民生实事进展情况表(截至9月底)",
        2023,
        ("截至9月底",),
    )
    assert table.rows[0].progress == ("已完成",)


def test_blank_progress_is_blank_and_takes_no_other_text() -> None:
    table = build(
        *HEADER,
        "1.1",
        "目标一甲",
        "★教育局",
        "财政局",
        "1.2",
        "目标二乙",
        "★民政局",
        "二、交通",
        "2.1",
        "目标三丙",
        "★住建局",
    )
    assert [row.progress for row in table.rows] == [("",), ("",), ("",)]
    assert [row.target for row in table.rows] == ["目标一甲", "目标二乙", "目标三丙"]


def test_narrative_that_is_a_mere_figure_is_no_number() -> None:
    table = build(*HEADER, "1.1", "完成比例", "★教育局", "85", "1.2", "完成数量", "★民政局", "12")
    assert [(row.number, row.progress) for row in table.rows] == [("1.1", ("85",)), ("1.2", ("12",))]


def test_heading_within_a_narrative_is_no_category() -> None:
    table = build(
        *HEADER,
        "1.1",
        "目标一",
        "★教育局",
        "一、已做的工作",
        "完成招标。",
        "二、下步打算:",
        "开工。",
        "1.2",
        "目标二",
        "★民政局",
    )
    assert table.rows[0].progress == ("一、已做的工作\n完成招标。\n二、下步打算:\n开工。",)
    assert [row.category for row in table.rows] == ["", ""]


def test_narrative_goes_on_after_a_page_break() -> None:
    table = build(
        "一、教育", "1.1", "目标一", "★教育局", "财政局", "1.完成设计;", "一、教育", "2.完成招标。", "1.2", "目标二", "★民政局", "无",
        "一、教育", "1.2", "正在推进。",
    )  # fmt: skip
    assert [row.progress for row in table.rows] == [("1.完成设计;\n2.完成招标。",), ("无\n正在推进。",)]
    assert ("row_continued", "note", "1.2#1") in codes(table)


def test_slash_for_cells_without_content() -> None:
    table = build(
        *HEADER, "1.1", "目标一", "★教育局", "/", "已完成。", "1.2", "目标二", "★民政局", "/", "推进中。"
    )
    assert [(row.number, row.cooperating, row.progress) for row in table.rows] == [
        ("1.1", (), ("已完成。",)),
        ("1.2", (), ("推进中。",)),
    ]


def test_target_with_several_points_and_second_row_with_its_own() -> None:
    table = build(
        *HEADER, "1.1", "1.新建公园;", "2.改造公园。", "★住建局", "财政局", "已开工。", "1.新建驿站;", "2.改造驿站。", "★民政局", "已选址。"
    )  # fmt: skip
    assert [row.target for row in table.rows] == ["1.新建公园;\n2.改造公园。", "1.新建驿站;\n2.改造驿站。"]
    assert [row.progress for row in table.rows] == [("已开工。",), ("已选址。",)]


def test_a_guess_where_a_row_begins_is_said() -> None:
    table = build(
        *HEADER, "1.1", "目标一", "★住建局", "已开工。", "进展顺利。", "目标二", "★民政局", "已选址。"
    )
    assert [row.target for row in table.rows] == ["目标一", "目标二"]
    assert ("row_split_doubtful", "warning", "1.1#2") in codes(table)


def test_two_progress_columns() -> None:
    header = ("编号", "目标", "责任单位(★牵头)", "完成情况(1-3月)", "完成情况(1-6月)")
    table = build(
        *header, "1.1", "目标一", "★住建局", "已选址。", "已开工。", "1.2", "目标二", "★民政局", "已选址。"
    )
    assert table.periods == ("1-3月", "1-6月")
    assert [row.progress for row in table.rows] == [("已选址。", "已开工。"), ("已选址。", "")]
    assert ("progress_columns_unclear", "warning", "1.2#1") in codes(table)


def test_two_progress_columns_of_one_name_are_two_periods() -> None:
    table = build(
        "编号",
        "目标",
        "责任单位★",
        "完成情况",
        "进展",
        "进展",
        "1.1",
        "目标一",
        "★住建局",
        "甲。",
        "乙。",
        "丙。",
    )
    assert table.periods == ("完成情况", "进展", "进展 (2)")
    assert table.rows[0].progress == ("甲。", "乙。", "丙。")


def test_table_without_progress_column() -> None:
    table = build(
        "编号",
        "目标",
        "责任单位(★牵头)",
        "1.1",
        "目标一",
        "★住建局",
        "目标二",
        "★民政局",
        "1.2",
        "目标三",
        "★教育局",
        "财政局",
    )
    assert table.periods == ()
    assert [(row.number, row.target, row.progress) for row in table.rows] == [
        ("1.1", "目标一", ()),
        ("1.1", "目标二", ()),
        ("1.2", "目标三", ()),
    ]


def test_table_without_numbers() -> None:
    table = build(
        "类别",
        "目标",
        "责任单位★",
        "完成情况",
        "一、教育",
        "目标一",
        "★教育局",
        "已完成。",
        "目标二",
        "★民政局",
        "未启动。",
    )
    assert [(row.category, row.number, row.target) for row in table.rows] == [
        ("一、教育", "1.1", "目标一"),
        ("一、教育", "1.2", "目标二"),
    ]
    assert [finding.code for finding in table.findings].count("number_assigned") == 1


def test_number_of_ten_is_not_number_of_one() -> None:
    cells = [
        cell for number in ("1.1", "1.2", "1.10") for cell in (number, f"目标{number}", "★教育局", "已完成。")
    ]
    assert [row.number for row in build(*HEADER, *cells).rows] == ["1.1", "1.2", "1.10"]


def test_broken_unit_lists() -> None:
    table = build(*HEADER, "1.1", "目标一", "★社会工作部、", "西兴街道", "财政局、", "住建局", "已完成。")
    assert (table.rows[0].leads, table.rows[0].cooperating) == (
        ("社会工作部", "西兴街道"),
        ("财政局", "住建局"),
    )


def test_columns_that_a_text_cannot_show_are_named() -> None:
    table = build(*HEADER, "分管领导", "备注", "1.1", "目标一", "★教育局", "已完成。")
    assert Finding("columns_unread", "warning", "", (("columns", "分管领导、备注"),)) in table.findings


def test_the_same_number_in_two_categories_is_said() -> None:
    table = build(*HEADER, "一、教育", "1", "目标一", "★教育局", "二、交通", "1", "目标二", "★住建局")
    assert [row.category for row in table.rows] == ["一、教育", "二、交通"]
    assert ("number_in_two_categories", "warning", "1#1") in codes(table)


@pytest.mark.parametrize(
    "text", ["", "\n\n", "hello\n\nworld", "1.1\n\n1.2", "★", "一、教育\n\n1.1\n\n目标。"]
)
def test_no_table(text: str) -> None:
    with pytest.raises(FileError) as error:
        read_text(text, "a.txt")
    assert (error.value.code, error.value.params) == ("no_table_found", {"path": "a.txt"})


# Any text

PIECES = st.sampled_from(
    [
        "一、教育惠民", "二、交通", "教育惠民", "1.1", "1.2", "1.10", "/", "★教育局", "★住建局、西兴街道", "财政局、各街道", "民政局", "85",
        "已完成招标。", "新增学位7600个。", "1.甲;", "2.乙。", "主要工作:", "类别", "编号", "目标", "项目名称", "完成情况(1-3月)", "备注",
        "- 3 -", "2024年实事(截至9月底)", "★", "第一类 教育",
    ]
)  # fmt: skip


TOLD = ("已完成招标。", "新增学位7600个。", "1.甲;", "2.乙。", "主要工作:")


@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=40).map("\n\n".join))
def test_any_text_is_a_table_or_none(text: str) -> None:
    try:
        table = read_text(text)
    except FileError:
        return
    assert table.rows
    assert all(len(row.progress) == len(table.periods) for row in table.rows)
    assert all(row.number for row in table.rows)


@given(st.lists(PIECES, max_size=30))
def test_nothing_below_the_header_is_lost(pieces: list[str]) -> None:
    table = build(*HEADER, "1.1", "目标一", "★教育局", *pieces)
    fields = [(row.category, row.number, row.title, row.target, *row.progress) for row in table.rows]
    said = "\n".join("\n".join(row) for row in fields).split("\n")
    for piece in TOLD:
        assert said.count(piece) >= pieces.count(piece)
