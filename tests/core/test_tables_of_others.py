"""Two tables of somebody else, from the words of design.md §9: each a plan after three corrections at most."""

from __future__ import annotations

from pathlib import Path

import pytest

import db
from db import ColumnMeaning, Role, RowAnswer, TableMapping
from tests.office_files import document, workbook

TWO_PERIODS: list[tuple[str, ...]] = [
    ("附件2", "", "", "", "", "", "", "", "", "", ""),
    ("钱塘区2025年度民生实事项目推进情况表", "", "", "", "", "", "", "", "", "", ""),
    ("填报单位:区府办", "", "", "", "", "", "", "", "", "", ""),
    ("序号", "项目名称", "主要任务", "牵头单位", "协同单位", "分管领导", "目前进展", "", "是否达序", "备注", "联系人"),
    ("", "", "", "", "", "", "1-3月", "1-6月", "", "", ""),
    ("一、教育惠民", "", "", "", "", "", "", "", "", "", ""),
    ("1", "学位扩容", "新增学位7600个,改扩建学校3所。", "教育局", "住建局、财政局", "张三", "已开工2所。", "1.竣工1所;\n2.新增学位2600个。\n下步打算:抓紧验收。", "是", "", "李四\n1380"),
    ("2", "暑托班", "开设爱心暑托班不少于30个。", "团区委", "各街道", "张三", "摸排需求。", "已开设31个。", "已完成", "提前完成", "王五"),
    ("二、就业保障", "", "", "", "", "", "", "", "", "", ""),
    ("3", "稳岗就业", "失业人员再就业2500人次,引进人才2.7万人。", "人力社保局、下沙街道", "/", "赵六", "再就业810人次。", "再就业1902人次,引进1.3万人。", "否", "经费未到位", ""),
    ("/", "", "举办招聘会二十场。", "人力社保局", "", "赵六", "举办6场。", "举办15场。", "按序时", "", ""),
    ("4", "惠民驿站", "建设驿站6个。", "各街道", "住建局", "赵六", "选址。", "开工。", "待评估", "", ""),
    ("", "", "", "", "", "", "", "其中2个封顶。", "", "", ""),
    ("5", "下沙更新", "更新小区3个。", "下沙街道", "", "赵六", "", "完成。", "", "", ""),
    ("6", "白杨更新", "更新小区2个。", "白杨街道", "", "赵六", "", "完成。", "", "", ""),
    ("注:牵头单位排名不分先后。", "", "", "", "", "", "", "", "", "", ""),
]  # fmt: skip
TWO_PERIODS_MERGED = (
    "A1:K1",
    "A2:K2",
    "A3:K3",
    *(f"{at}4:{at}5" for at in "ABCDEFIJK"),
    "G4:H4",
    "A6:K6",
    "A9:K9",
    "A16:K16",
)

FOUR_COLUMNS: list[tuple[str, ...]] = [
    ("民生實事項目進展", "", "", ""),
    ("項目類別", "項目內容", "責任主體與協同單位", "進展情況"),
    (
        "一、溫馨善育",
        "建設托育機構不少于10家,新增托位1000個。",
        "衛健局、財政局、各街道",
        "1.完成選址;2.開工4家。",
    ),
    ("", "", "住建局", "完成設計。完成設計。"),
    ("", "爲孤獨癥兒童提供康復訓練100人次以上。", "殘聯", "已完成36人次。"),
    ("二、交通暢行", "新增機動車泊位1,200個。", "住建局、交警大隊", "新增420個。"),
    ("", "完成道路綠波帶升級不少于10公里。", "交警大隊", "/"),
]
FOUR_COLUMNS_MERGED = ("A1:D1", "A3:A5", "B3:B4", "A6:A7")


def source(form: str, folder: Path, lines: list[tuple[str, ...]], merged: tuple[str, ...]) -> Path:
    if form == "docx":
        return document(folder / "表.docx", lines, merged=merged)
    return workbook(folder / "表.xlsx", [tuple(cell or None for cell in line) for line in lines], *merged)


def corrections(mapping: TableMapping) -> int:
    """How many things a person put right."""
    lists = (mapping.columns, mapping.rows, mapping.categories, mapping.units, mapping.groups)
    single = (mapping.title, mapping.year, mapping.period, mapping.header)
    return sum(map(len, lists)) + sum(one is not None for one in single) + mapping.first_leads


def names(units: tuple[db.Unit, ...]) -> list[str]:
    return [unit.name for unit in units]


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_two_progress_columns_and_separate_leads(form: str, tmp_path: Path) -> None:
    path = source(form, tmp_path, TWO_PERIODS, TWO_PERIODS_MERGED)
    shown = db.read_table(path)
    assert (shown.title, shown.year, shown.periods) == (
        "钱塘区2025年度民生实事项目推进情况表",
        2025,
        ("1-3月", "1-6月"),
    )
    assert [column.role for column in shown.columns] == [
        Role.NUMBER, Role.TITLE, Role.TARGET, Role.LEADS, Role.COOPERATING, Role.EXTRA,
        Role.PROGRESS, Role.PROGRESS, Role.STATUS, Role.REMARK, Role.EXTRA,
    ]  # fmt: skip
    assert shown.groups == (("各街道", ("下沙街道", "白杨街道")),)
    found = {finding.code: finding for finding in shown.findings}
    assert found.keys() == {
        "row_unread",
        "number_none",
        "row_continued",
        "status_unknown",
        "group_members_assumed",
    }
    assert dict(found["status_unknown"].details)["text"] == "待评估"
    assert (shown.items, shown.tasks) == (6, 8)

    (group,) = [row for row in shown.table.rows if row.number == "4"]
    mapping = TableMapping(
        digest=shown.digest, units=(("团区委", "共青团钱塘区委"),), rows=(RowAnswer(group.at, number="4"),)
    )
    assert corrections(mapping) <= 3
    plan = db.import_table(path, tmp_path / "l.shishi", mapping=mapping).plan
    assert [category.name for category in plan.categories] == ["一、教育惠民", "二、就业保障"]
    tasks = {task.name: task for task in plan.tasks()}
    assert list(tasks) == ["1#1", "2#1", "3#1", "3#2", "4#1", "4#2", "5#1", "6#1"]
    assert names(tasks["2#1"].leads) == ["共青团钱塘区委"]
    assert names(tasks["3#1"].leads) == ["人力社保局", "下沙街道"]
    assert names(tasks["4#2"].leads) == ["白杨街道"]
    assert tasks["1#1"].extra == (("分管领导", "张三"), ("联系人", "李四\n1380"))
    assert tasks["4#1"].extra == (("分管领导", "赵六"), ("是否达序", "待评估"))
    assert [(m.label, m.amount) for m in tasks["3#1"].measures][1][1] == 27_000
    with db.open_ledger(tmp_path / "l.shishi", read_only=True) as ledger:
        half = {task: entry.current for task, entry in db.entries(ledger, plan.periods[1].id).items()}
    said = {name: half[task.id].content for name, task in tasks.items() if half.get(task.id)}
    assert said["1#1"].narrative == "1.竣工1所;\n2.新增学位2600个。\n下步打算:抓紧验收。"
    assert said["4#1"].narrative == said["4#2"].narrative == "开工。\n其中2个封顶。"
    assert {name: content.status for name, content in said.items()} == {
        "1#1": "on_track", "2#1": "done", "3#1": "behind", "3#2": "on_track", "4#1": None, "4#2": None, "5#1": None, "6#1": None,
    }  # fmt: skip
    assert (said["2#1"].remark, said["3#1"].remark) == ("提前完成", "经费未到位")


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_four_columns_with_vertical_merges(form: str, tmp_path: Path) -> None:
    path = source(form, tmp_path, FOUR_COLUMNS, FOUR_COLUMNS_MERGED)
    shown = db.read_table(path)
    assert (shown.year, shown.periods) == (None, ("",))
    codes = {finding.code for finding in shown.findings}
    assert codes == {"period_needed", "number_assigned"}
    mapping = TableMapping(digest=shown.digest, first_leads=True, period="1-6月", year=2025)
    assert corrections(mapping) <= 3
    plan = db.import_table(path, tmp_path / "l.shishi", mapping=mapping).plan
    assert (plan.title, plan.year, [period.label for period in plan.periods]) == (
        "民生實事項目進展",
        2025,
        ["1-6月"],
    )
    told = [
        (c.name, t.name, names(t.leads), names(t.cooperating))
        for c in plan.categories
        for i in c.items
        for t in i.tasks
    ]
    assert told == [
        ("一、溫馨善育", "1.1#1", ["衛健局"], ["財政局", "各街道"]),
        ("一、溫馨善育", "1.1#2", ["住建局"], []),
        ("一、溫馨善育", "1.2#1", ["殘聯"], []),
        ("二、交通暢行", "2.1#1", ["住建局"], ["交警大隊"]),
        ("二、交通暢行", "2.2#1", ["交警大隊"], []),
    ]
    assert len({task.target for task in plan.tasks() if task.number == "1.1"}) == 1
    assert [[m.amount for m in task.measures] for task in plan.tasks() if task.number == "2.1"] == [[1200]]
    with db.open_ledger(tmp_path / "l.shishi", read_only=True) as ledger:
        assert len(db.entries(ledger, plan.periods[0].id)) == 5


def test_a_column_with_a_name_that_nobody_knows_is_chosen_by_hand(tmp_path: Path) -> None:
    lines = [
        ("编号", "干什么", "谁来干", "干得怎样", "领导批示"),
        ("1.1", "新建公园3个。", "住建局", "已开工。", "阅"),
    ]
    path = workbook(tmp_path / "t.xlsx", lines)
    shown = db.read_table(path)
    assert (shown.header, shown.tasks) == (None, 0)
    assert [finding.code for finding in shown.findings] == ["no_table_found"]
    assert shown.lines[0] == lines[0]
    roles = ((0, Role.NUMBER), (1, Role.TARGET), (2, Role.LEADS), (3, Role.PROGRESS), (4, Role.IGNORE))
    mapping = TableMapping(
        header=1, year=2025, period="1-3月", columns=tuple(ColumnMeaning(at, role) for at, role in roles)
    )
    again = db.read_table(path, mapping)
    assert [column.role for column in again.columns] == [role for _at, role in roles]
    made = db.import_table(path, tmp_path / "l.shishi", mapping=mapping)
    (task,) = made.plan.tasks()
    assert (task.target, names(task.leads), task.extra, made.entries) == ("新建公园3个。", ["住建局"], (), 1)


def test_answers_to_doubts(tmp_path: Path) -> None:
    lines = [
        ("编号", "项目内容", "牵头单位", "完成情况(1-3月)"),
        ("1.1", "新建公园3个。", "住建局", "已开工。"),
        ("1.2", "新建驿站2个。", "各街道", "已选址。"),
        ("以上合计", "5个", "", ""),
    ]
    path = workbook(tmp_path / "t.xlsx", lines)
    first, second, last = db.read_table(path).table.rows
    measure = db.ReadMeasure("驿站", ">=", db.read_number("2"), "个", 0, 0)
    mapping = TableMapping(
        title="某区实事",
        year=2025,
        rows=(
            RowAnswer(last.at, skip=True),
            RowAnswer(first.at, category="一、城建", leads=("住建局", "城管局"), measures=()),
            RowAnswer(second.at, category="一、城建", measures=(measure,), progress=("已选址2处。",)),
        ),
        groups=(("各街道", ("甲街道", "乙街道")),),
    )
    made = db.import_table(path, tmp_path / "l.shishi", mapping=mapping)
    assert [category.name for category in made.plan.categories] == ["一、城建"]
    assert [(task.name, names(task.leads), len(task.measures)) for task in made.plan.tasks()] == [
        ("1.1#1", ["住建局", "城管局"], 0),
        ("1.2#1", ["甲街道"], 1),
        ("1.2#2", ["乙街道"], 1),
    ]
    (group,) = [unit for unit in made.plan.units if unit.is_group]
    assert len(group.members) == 2
    alone = db.import_table(
        path, tmp_path / "m.shishi", mapping=TableMapping(groups=(("各街道", ()),), year=2025)
    )
    assert names(list(alone.plan.tasks())[1].leads) == ["各街道"]


def test_a_file_that_changed_since_it_was_shown_is_not_read(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", FOUR_COLUMNS)
    digest = db.read_table(path).digest
    workbook(path, FOUR_COLUMNS[:-1])
    with pytest.raises(db.FileError) as error:
        db.import_table(path, tmp_path / "l.shishi", mapping=TableMapping(digest=digest))
    assert error.value.code == "source_changed"
    assert not (tmp_path / "l.shishi").exists()


@pytest.mark.parametrize(
    ("label", "code"), [("进展", "period_needed"), ("进展(近期)", "unreadable_period"), ("进展(1-3月)", "")]
)
def test_a_period_that_is_missing_or_unreadable(label: str, code: str, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "t.xlsx", [("编号", "项目内容", "牵头单位", label), ("1.1", "目标", "教育局", "甲")]
    )
    found = [finding.code for finding in db.read_table(path).findings if finding.severity == "error"]
    assert found == ([code] if code else [])
    if code:
        with pytest.raises(db.RequestError) as error:
            db.import_table(path, tmp_path / "l.shishi")
        assert error.value.code == code


def test_a_further_plan_of_a_ledger_that_is_open(sample_ledger: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", FOUR_COLUMNS, *FOUR_COLUMNS_MERGED)
    mapping = TableMapping(year=2025, period="1-6月")
    with db.open_ledger(sample_ledger) as ledger:
        made = db.add_plan(ledger, path, mapping=mapping)
        assert {plan.id for plan in db.plans(ledger)} > {made.plan.id}
        assert made.entries == 5
        with pytest.raises(db.RequestError) as error:
            db.add_plan(ledger, path, mapping=mapping)
        assert error.value.code == "plan_exists"
        assert len(db.plans(ledger)) == 2
