from __future__ import annotations

from db.records import Finding
from db.tables.doubts import doubts, repeated_sentences
from db.tables.headers import Role, column_period, is_traditional, role_of, year_named
from db.tables.report_columns import TRADITIONAL
from db.tables.shape import Table, TableRow
from db.tables.units import looks_like_units, read_units, split_units


def row(
    number: str, target: str, category: str = "一、教育", leads: tuple[str, ...] = ("教育局",)
) -> TableRow:
    return TableRow(category, number, "", target, leads, (), ("",))


def found(*rows: TableRow) -> list[tuple[str, str]]:
    return [(finding.code, finding.place) for finding in doubts(Table("", None, ("",), rows))]


def test_repeated_sentences() -> None:
    assert repeated_sentences("开展宣传不少于50场。开展宣传不少于50场;开展讲座50场。") == (
        "开展宣传不少于50场",
    )
    assert repeated_sentences("按时完成;按时完成;新建公园3个") == ()


def test_rows_that_lack_something() -> None:
    assert found(row("1.1", "", leads=())) == [("target_missing", "1.1#1"), ("lead_missing", "1.1#1")]


def test_numbers_left_out() -> None:
    assert found(row("1.1", "甲"), row("1.2", "乙"), row("1.4", "丙")) == [("number_missing", "1.3")]
    assert found(row("1.9", "甲"), row("1.10", "乙"), row("1.11", "丙")) == []
    assert found(row("1", "甲"), row("9000", "乙")) == []


def test_the_same_target_in_two_items() -> None:
    assert found(row("1.1", "甲"), row("1.1", "甲"), row("1.2", "甲")) == [("target_repeats", "1.2#1")]


def test_the_same_number_in_two_categories_is_said_once() -> None:
    rows = (row("1", "甲"), row("1", "乙", "二、交通"), row("1", "丙", "二、交通"))
    details = (("task", "1#1"), ("number", "1"), ("first", "一、教育"), ("second", "二、交通"))
    assert doubts(Table("", None, ("",), rows)) == (
        Finding("number_in_two_categories", "warning", "1#1", details),
    )


def test_header_words() -> None:
    words = {
        "項目類別": Role.CATEGORY,
        "项目内容": Role.TARGET,
        "主要任务": Role.TARGET,
        "項目目標": Role.TARGET,
        "工作内容及要求": Role.TARGET,
        "牵头单位": Role.LEADS,
        "責任單位": Role.LEADS,
        "责任主体与协同单位": Role.UNITS,
        "責任★及配合單位": Role.UNITS,
        "配合单位": Role.COOPERATING,
        "进展情况": Role.PROGRESS,
        "目前进展": Role.PROGRESS,
        "目標完成情況": Role.PROGRESS,
        "是否达序": Role.STATUS,
        "進度狀態": Role.STATUS,
        "分管领导": Role.EXTRA,
        "备注": Role.REMARK,
        "備註": Role.REMARK,
        "说明": Role.EXTRA,
        "完成时限": Role.EXTRA,
        "存在问题及下步打算": Role.PROBLEMS,
        "下步打算": Role.NEXT_STEPS,
        "※备注": Role.EXTRA,
        "序号": Role.NUMBER,
        "編 號": Role.NUMBER,
        "項目": Role.ITEM,
        "项目名称": Role.TITLE,
    }
    assert {word: role_of(word) for word in words} == words


def test_our_own_headers_mean_the_same_in_both_scripts() -> None:
    assert {word: role_of(other) for word, other in TRADITIONAL.items()} == {
        word: role_of(word) for word in TRADITIONAL
    }


def test_periods_and_years_of_headers() -> None:
    assert column_period("完成情況(1-3月)") == "1-3月"
    assert column_period("完成情况\uff08截至9月底\uff09") == "截至9月底"
    assert column_period("完成情况(1-3月(修订))") == "1-3月(修订)"
    assert column_period("1-6月完成情况") == "1-6月"
    assert column_period("进展情况") == ""
    assert (year_named("某区2024年度实事"), year_named("12024年"), year_named("实事")) == (2024, None, None)
    assert (is_traditional("實施項目"), is_traditional("实施项目"), is_traditional("")) == (
        True,
        False,
        False,
    )


def test_unit_lists() -> None:
    assert split_units("民政局(殘聯)、財政局, 各街道;\n财政局 住建局/") == (
        "民政局(殘聯)", "財政局", "各街道", "财政局 住建局/"
    )  # fmt: skip
    assert split_units("教育局 财政局") == ("教育局", "财政局")
    assert split_units("组织部(人才办、团委)、/、无") == ("组织部(人才办、团委)",)
    assert read_units("教育局、民政局", starred=True) == ((), ("教育局", "民政局"))
    assert read_units("教育局★、民政局", starred=True) == (("教育局",), ("民政局",))


def test_units_are_told_from_narratives() -> None:
    for text in (
        "财政局",
        "移动、电信、联通",
        "住房和城乡建设局、推进办",
        "共青团滨江区委",
        "數字化改革專班",
        "未来科技城管委会",
    ):
        assert looks_like_units(text), text
    for text in (
        "已移交建管中心",
        "完成招标",
        "1.走访社区",
        "正在推进。",
        "对接财政局",
        "建成3个",
        "85",
        "目标一",
    ):
        assert not looks_like_units(text), text
