from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import FileError
from db.records import Finding
from db.resources import sample_table
from db.tables import decoded, read_table
from db.tables.shape import Table, TableRow, settle_year
from db.tables.text import read_text


@pytest.fixture(scope="module")
def text() -> str:
    return sample_table().read_text("utf-8")


@pytest.fixture(scope="module")
def table(text: str) -> Table:
    return read_text(text)


def rows(table: Table) -> dict[str, TableRow]:
    return dict(table.named_rows())


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def codes(table: Table) -> set[tuple[str, str, str]]:
    return {(finding.code, finding.severity, finding.place) for finding in table.findings}


def build(*cells: str) -> Table:
    return read_text("\n\n".join(cells))


# The real table


def test_sample_counts(table: Table) -> None:
    assert len({row.category for row in table.rows}) == 10
    assert len({(row.category, row.number) for row in table.rows}) == 47
    assert len(table.rows) == 56
    assert len({name for row in table.rows for name in row.leads}) == 21
    assert len({name for row in table.rows for name in row.cooperating}) == 41
    assert [name for name, row in table.named_rows() if not row.cooperating] == ["2.5#1", "5.2#1", "9.3#1"]
    assert (table.title, table.year, table.periods) == ("", None, ("1-3月",))
    assert all(row.target and row.leads and all(row.progress) for row in table.rows)


def test_sample_tasks_of_each_item(table: Table) -> None:
    several = {"2.3": 2, "7.4": 3, "7.5": 5, "9.1": 2, "9.6": 2}
    numbers = [row.number for row in table.rows]
    assert {number: numbers.count(number) for number in numbers if numbers.count(number) > 1} == several
    items = list(dict.fromkeys((row.category, row.number) for row in table.rows))
    sizes = [4, 5, 4, 5, 5, 5, 6, 3, 6, 4]
    assert [number for _category, number in items] == [
        f"{category}.{item}" for category, size in enumerate(sizes, 1) for item in range(1, size + 1)
    ]


def test_sample_rows_in_full(table: Table) -> None:
    assert rows(table)["1.3#1"] == TableRow(
        category="一、教育惠民",
        number="1.3",
        title="",
        target="開設小學生愛心暑托班不少于30個。",
        leads=("教育局",),
        cooperating=("財政局", "團區委"),
        progress=("暫未開展暑托工作,計劃于6月開展摸排調查。",),
    )
    assert rows(table)["9.3#1"] == TableRow(
        category="九、溫馨善育",
        number="9.3",
        title="",
        target="實施“點亮星星行動”,為孤獨癥兒童及家庭搭建信息資訊、專業輔導、心理互助平臺,"
        "為孤獨癥兒童提供康復訓練100人次以上。",
        leads=("民政局(殘聯)",),
        cooperating=(),
        progress=("已為孤獨癥兒童提供康復訓練36人次。",),
    )


def test_sample_narratives_keep_their_points_as_lines(table: Table) -> None:
    points = rows(table)["2.1#1"].progress[0].split("\n")
    assert [point[:2] for point in points] == ["1.", "2.", "3.", "4.", "5."]
    assert points[2] == "3.誠業南路(東冠路-濱文路)進行雨污水管道施工;"
    assert rows(table)["10.4#1"].progress[0].endswith("4.完成初步方案制作以及現場設備布置勘察。")


def test_sample_joint_leads_and_the_page_break_within_an_item(table: Table) -> None:
    tasks = [row for row in table.rows if row.number == "7.5"]
    assert [task.leads for task in tasks] == [
        ("社會工作部", "西興街道"),
        ("社會工作部", "長河街道"),
        ("社會工作部", "浦沿街道"),
        ("社會工作部",),
        ("住建局",),
    ]
    assert tasks[0].target == tasks[1].target == tasks[2].target
    assert tasks[0].target == "建設集黨務、居務、服務和居民生活為一體美好生活共同體8個。"
    assert tasks[3].target == "打造“人人有責、人人盡責、人人享有”的社區治理共同體3個。"
    assert tasks[4].target == "建設未來社區3個。"


def test_sample_target_carried_over(table: Table) -> None:
    first, second, third = [row for row in table.rows if row.number == "7.4"]
    assert first.target == second.target == third.target
    assert second.progress == (
        "已與運營商對接,移動、電信同步編制實施方案中,預計4月完成方案制定并確定安裝時序。",
    )


def test_sample_findings(table: Table) -> None:
    assert codes(table) == {
        ("target_carried", "note", "7.4#2"),
        ("target_carried", "note", "7.5#2"),
        ("target_carried", "note", "7.5#3"),
        ("number_repeats", "note", "7.5#5"),
        ("number_none", "note", "9.1#2"),
        ("sentence_repeated", "warning", "5.4#1"),
    }
    repeated = next(finding for finding in table.findings if finding.code == "sentence_repeated")
    assert repeated == Finding(
        "sentence_repeated",
        "warning",
        "5.4#1",
        (("task", "5.4#1"), ("sentence", "開展優生優孕科普知識宣傳不少于3000對(夫妻)")),
    )


def test_sample_loses_no_paragraph(table: Table, text: str) -> None:
    said = "\n".join(
        "\n".join((row.category, row.number, row.target, *row.progress, "★" + "、".join(row.leads)))
        + "\n"
        + "、".join(row.cooperating)
        for row in table.rows
    ).split("\n")
    header = paragraphs(text)[:7]
    assert [line for line in paragraphs(text) if line not in said and line not in header] == ["/"]


# The same table, written otherwise


def simplified(text: str) -> str:
    import opencc

    return str(opencc.OpenCC("t2s").convert(text))


def full_width(text: str) -> str:
    return text.translate(str.maketrans(",;:()", "\uff0c\uff1b\uff1a\uff08\uff09"))


def longer_header(text: str) -> str:
    start = text.index("一、教育惠民")
    return "类别\n\n编号\n\n主要任务\n\n责任主体与协同单位\n\n进展情况(1-3月)\n\n" + text[start:]


def without_header(text: str) -> str:
    return text[text.index("一、教育惠民") :]


def header_on_each_page(text: str) -> str:
    start = text.index("一、教育惠民")
    header = text[:start]
    return header + text[start:].replace("\n\n三、就業保障\n\n3.2", f"\n\n{header}三、就業保障\n\n3.2")


VARIATIONS: dict[str, Callable[[str], str]] = {
    "simplified script": simplified,
    "full-width punctuation": full_width,
    "one line break between cells": lambda text: re.sub(r"\n+", "\n", text),
    "three blank lines between cells": lambda text: re.sub(r"\n+", "\n\n\n\n", text),
    "CR LF": lambda text: text.replace("\n", "\r\n"),
    "blanks around cells": lambda text: text.replace("\n\n", " \t\n\u3000\n  "),
    "other header words": longer_header,
    "header again after a page break": header_on_each_page,
    "page numbers": lambda text: text.replace("\n\n五、健康護航\n\n", "\n\n- 3 -\n\n五、健康護航\n\n"),
    "closing marks of numbers": lambda text: re.sub(r"^(\d+\.\d+)$", r"\1.", text, flags=re.MULTILINE),
    "categories without ordinals": lambda text: re.sub(
        r"^(?:[一二三四五六七八九]|十)、(?=\S{4}$)", "", text, flags=re.MULTILINE
    ),
    "no category but the first of each page": lambda text: text.replace("\n\n一、教育惠民\n\n1.4", "\n\n1.4"),
}


@pytest.mark.parametrize("name", VARIATIONS)
def test_variations_are_understood_alike(name: str, text: str, table: Table) -> None:
    vary = VARIATIONS[name]
    varied = read_text(vary(text))
    assert varied.periods == ("1-3月",)
    assert len(varied.rows) == 56
    same_numbers = [row.number.rstrip(".") for row in varied.rows]
    assert same_numbers == [row.number for row in table.rows]
    assert [len(row.leads) for row in varied.rows] == [len(row.leads) for row in table.rows]
    assert [len(row.cooperating) for row in varied.rows] == [len(row.cooperating) for row in table.rows]
    assert len({row.category for row in varied.rows}) == 10
    if name in ("simplified script", "full-width punctuation"):
        assert [row.target for row in varied.rows] == [vary(row.target) for row in table.rows]
        assert [row.progress[0] for row in varied.rows] == [vary(row.progress[0]) for row in table.rows]
    else:
        assert [row.target for row in varied.rows] == [row.target for row in table.rows]
        assert [row.progress for row in varied.rows] == [row.progress for row in table.rows]


def test_without_header_the_period_is_unknown(text: str) -> None:
    varied = read_text(without_header(text))
    assert varied.periods == ("",)
    assert len(varied.rows) == 56


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings(encoding: str, text: str, table: Table, tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_bytes(text.encode(encoding))
    assert read_table(path) == table


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(FileError) as error:
        decoded(b"\xff\x00\x81\x20\x00", Path("a.txt"))
    assert error.value.code == "not_text"


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


def test_year_given_named_or_assumed(table: Table) -> None:
    assert settle_year(table, 2024, 2030) == Table(
        table.title, 2024, table.periods, table.rows, table.findings
    )
    assumed = settle_year(table, None, 2030)
    assert assumed.year == 2030
    details = (("year", "2030"), ("mentioned", "2024"))
    assert assumed.findings == (Finding("year_assumed", "warning", "", details), *table.findings)
    named = Table("2023年", 2023, (), ())
    assert settle_year(named, None, 2030) == named


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
