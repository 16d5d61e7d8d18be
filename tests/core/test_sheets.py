"""Item sheets: what stands on them is read back from the PDF, page by page."""

from __future__ import annotations

import io
import re
from decimal import Decimal

import pypdf
import pytest

from db.records import Content, Draft, Entry, PeriodId, State, Status
from db.revisions import check_code
from db.sheet_data import script_of
from db.typeset import to_pdf
from tests.paper_desk import (
    HELPED,
    HIRED,
    JOBS,
    PERIOD,
    ROADS,
    TABLE,
    Desk,
    Row,
    bare,
    desk_of,
    numbers_in,
    pages,
    plan_of,
    points,
)


@pytest.fixture
def desk() -> Desk:
    """A made-up table in which every task is reported."""
    return desk_of(TABLE)


def test_a_sheet_shows_the_whole_entry(desk: Desk) -> None:
    figures = ((HELPED.id, Decimal(4079)), (HIRED.id, Decimal("2600.5")))
    said = Content(
        Status.BEHIND,
        reason="數據四月上旬補報。",
        narrative="累計幫扶4079人次。",
        problems="底數動態變化。",
        next_steps="組織招聘會12場。",
        remark="數據來源:就業中心。",
        figures=figures,
    )
    revision = desk.says("3.1#1", said)
    january = desk.revision("3.1#1", Content(narrative="一月的進展。", figures=((HELPED.id, Decimal(700)),)))
    before = {revision.task: Entry(revision.task, PeriodId("j"), State.OPEN, january, (january,))}
    (page,) = pages(desk.sheets("3.1#1", earlier=[("1月", before)]))
    shown = [desk.plan.title, "三、就業保障", "3.1", JOBS, "人力社保局", "各街道", "1-3月", "第1頁共1頁"]
    shown += [said.narrative, said.problems, said.next_steps, said.remark, "情況說明：" + said.reason]
    shown += [check_code(revision.id), "■滯後", "□按序時", "填報人", "審核人", "負責人簽字", "（蓋章）"]
    shown += ["≥8500人次700407947.9%超序時+23.1", "≥2500人次2600.5100.0%超額完成+75.1", "1月：一月的進展。"]
    assert [text for text in shown if bare(text) not in page] == []


def test_a_task_without_an_entry_says_so(desk: Desk) -> None:
    desk.entries.clear()
    desk.says("1.3#1", Content(nothing_new=True, reason="六月才開始。"))
    texts = pages(desk.sheets("1.3#1", "1.10#1"))
    assert "本期無新進展：六月才開始。" in texts[0]
    assert "本期未填報" not in texts[0]
    assert "本期未填報" in texts[1]
    assert "校驗碼" not in texts[1]
    assert pages(desk.table())[0].count("本期未填報") == len(TABLE) - 1


def test_texts_are_printed_as_typed_and_never_run(desk: Desk) -> None:
    typed = (
        '#panic("x") $x^2$ *粗* _斜_ <t> @ref // 不是註釋 /* 也不是 */\n'
        '= 標題\n- 一\n+ 二\n/ 三: 四\n``` 五 ``` \\u{4e00} #import "x.typ"\n"直" \'引\' -- --- ... ~ https://a.b/c'
    )
    desk.says("2.1#1", Content(narrative=typed, problems=typed, remark="{period}"))
    for source in (desk.sheets("2.1#1"), desk.table()):
        text = "".join(pages(source))
        assert text.count(bare(typed)) == 2
        assert "{period}" in text


def test_lines_stay_lines(desk: Desk) -> None:
    (page,) = pypdf.PdfReader(io.BytesIO(to_pdf(desk.sheets("2.1#1")))).pages
    lines = [bare(line) for line in page.extract_text().splitlines()]
    assert [
        point for point in ROADS.splitlines() if not any(line.startswith(point[:8]) for line in lines)
    ] == []


def test_a_conflict_is_printed_with_every_head(desk: Desk) -> None:
    one = desk.revision("2.1#1", Content(narrative="甲說:已開工。", problems="內部的話。"), "張三")
    other = desk.revision("2.1#1", Content(narrative="乙說:未開工。"), "李四")
    desk.disputes("2.1#1", one, other)
    for source in (desk.sheets("2.1#1"), desk.table(), desk.table(public=True)):
        text = "".join(pages(source))
        heads = ["待定", "甲說:已開工。", "乙說:未開工。", check_code(one.id), check_code(other.id)]
        assert [head for head in heads if head not in text] == []
    public = "".join(pages(desk.table(public=True)))
    assert not {"張三", "李四"} & set(re.findall("張三|李四", public))


@pytest.mark.parametrize(
    ("state", "mark"), [(State.APPROVED, "已審核"), (State.CHANGED_AFTER_APPROVAL, "審核後有改動")]
)
def test_a_sheet_bears_the_mark_of_its_state(desk: Desk, state: State, mark: str) -> None:
    desk.says("1.3#1", Content(narrative="已完成。"), state)
    assert mark in pages(desk.sheets("1.3#1"))[0]


def test_what_was_sent_back_is_marked_until_it_is_corrected(desk: Desk) -> None:
    first = desk.says("1.3#1", Content(narrative="已完成。"))
    desk.sends_back(first)
    assert "退回待改" in pages(desk.sheets("1.3#1"))[0]
    desk.says("1.3#1", Content(narrative="已補充。"))
    desk.sends_back(first)
    assert "退回待改" not in pages(desk.sheets("1.3#1"))[0]


def test_a_draft_is_marked_and_bears_no_code(desk: Desk) -> None:
    task = desk.task("1.3#1").id
    draft = Draft(task, PERIOD.id, "2024-04-01T08:00:00Z", Content(narrative="還沒有保存的話。"))
    (page,) = pages(desk.sheets("1.3#1", drafts={task: draft}))
    assert "草稿" in page
    assert "還沒有保存的話。" in page
    assert not re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", page)


def test_a_long_text_flows_over_sheets_of_its_own_count(desk: Desk) -> None:
    desk.says("2.1#1", Content(narrative=points("xa", 2000), problems=points("xb", 400)))
    texts = pages(desk.sheets("1.3#1", "2.1#1", "3.1#1"))
    long = texts[1:-1]
    assert numbers_in(long, "xa") == list(range(2000))
    assert numbers_in(long, "xb") == list(range(400))
    assert all(f"第{page}頁共{len(long)}頁" in text for page, text in enumerate(long, 1))
    assert all("完成情況(1-3月)" in bare(text) for text in long if numbers_in([text], "xa"))
    assert "第1頁共1頁" in texts[0]
    assert "第1頁共1頁" in texts[-1]


def test_the_labels_follow_the_script_of_the_plan() -> None:
    simple: Row = (
        "一、教育惠民",
        "1.1",
        "建设学校4所，新增学位7600个。",
        "区教育局",
        "财政局",
        "五方初验完成。",
    )
    made = Desk(plan_of([simple], title="滨江区2024年民生实事项目"))
    assert script_of(made.plan) == "simplified"
    assert script_of(plan_of(TABLE)) == "traditional"
    assert "本期未填报" in pages(made.table())[0]
    assert "负责人签字" in pages(made.sheets())[0]


def test_a_row_without_units_and_a_word_wider_than_its_cell_are_set(desk: Desk) -> None:
    address = "https://" + "a0" * 120
    made = desk_of([("一、類", "1.1", address, "", "", address)])
    for source in (made.sheets(), made.table()):
        assert "".join(pages(source)).count(address) == 2
